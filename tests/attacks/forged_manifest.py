#!/usr/bin/env python3
"""P4: a key administrator was removed, and signs a register of her own. No instance key.

Between her removal and the change of everyone's key she still opens the register. She signs the next
manifest by her old certificate, which names the one before and forgets that she was revoked, and in
it an entry with a key of hers for the group. Once in that time, once after all keys were changed,
sealed under the key of everyone that she has.
"""

import hashlib
import os

import cbor2

import rows
from client import expect, status
from lab import DidNotStart, main
from old_queue_key import WORDS
from reader import Membership, case_keys, manifest, member, register, subjects
from sealing import (
    context,
    derive,
    entry_parts,
    opening_key,
    public_of,
    seal_envelope,
    signed_entry,
    signed_manifest,
)
from verdict import NotRun, broken, held


def attack(lab):
    lab.start()
    leaver = lab.sign_in("harbour.second")
    # What she signs by right shows her certificate, and whose case is whose.
    expect(leaver.post("/teams", {"label": "Day team"}), "making a team")
    case = rows.as_bytes(lab.sign_in("harbour.samir").case_ids()[0])
    lab.stop()
    old = rows.open_for_reading(lab.copy_of_database("old"))
    hers = member(old, rows.as_bytes(leaver.account), lab.passphrase("harbour.second"))
    check_forgery(lab.fork("control"), hers, old)

    lab.start()
    lab.sign_in("harbour.first").remove(leaver.account)
    lab.stop()
    early = lab.fork("early")
    lab.start()
    if left := lab.sign_in("harbour.first").finish_removal():
        raise NotRun(f"what stays due after the removal: {left}")
    lab.stop()
    outcomes = {
        "before the keys are changed": carry_on(early, hers, old, case),
        "after it": carry_on(lab.fork("late"), hers, old, case),
    }
    figure = "; ".join(f"{name}: {words}" for name, (_, words) in outcomes.items())
    return held(figure) if all(safe for safe, _ in outcomes.values()) else broken(figure)


def check_forgery(lab, hers, old):
    """While she still signs by right, the same bytes are believed. Else no refusal counts."""
    forge(lab, hers, old, os.urandom(32))
    lab.start()
    answer = lab.sign_in("harbour.first").get("/teams")
    lab.stop()
    if not answer.ok:
        raise NotRun(f"what she signs by right is not believed: {status(answer)}")


def carry_on(lab, hers, old, case):
    """What becomes of the work of those who stay: whether that is safe, and in words."""
    seed = os.urandom(32)
    if not lab.blank:
        forge(lab, hers, old, seed)
    try:
        lab.start()
    except DidNotStart as word:
        return True, f"the server refuses to start ({word})"
    supervisor, samir = lab.sign_in("harbour.first"), lab.sign_in("harbour.samir")
    answers = [supervisor.get("/teams"), supervisor.post("/removal")]
    answers.append(samir.write_entry(rows.as_text(case), WORDS))
    lab.stop()
    told = ", ".join(status(answer) for answer in answers)
    group = hers.key("supervisors").group
    forged = [
        Membership(group, key.epoch + 1, seed, "supervisors")
        for key in hers.keys
        if key.group == group
    ]
    database = lab.reading()
    opened = [
        one
        for one, home in rows.owners(database, "cases").items()
        if home == hers.organisation
        and case_keys(database, home, one, forged)
    ]
    words = f"list of teams, finishing, writing {told}; cases granted to her key: {len(opened)}"
    believed = answers[0].ok and not lab.blank
    faults = any(answer.status_code >= 500 for answer in answers)
    return not (opened or faults or believed), words


def forge(lab, hers, old, seed):
    """Writes the next manifest, with one entry changed."""
    database = lab.writing()
    found = manifest(database, hers) or manifest(old, hers)
    if found is None:
        raise NotRun("no manifest opens with her keys, not even the old one")
    number, epoch, whole, body = found
    everyone = max((key for key in hers.keys if key.purpose == "everyone"), key=lambda key: key.epoch)
    home, group = hers.organisation, hers.key("supervisors")
    entries = register(old, hers, subjects(old, hers))
    own, before = entries.get(hers.account), entries.get(group.group)
    if own is None or before is None:
        raise NotRun("the register does not open with her keys: unknown format")
    certificate = certificate_of(entries, hers)
    fields = dict(before.fields)
    fields["group"] = {
        "id": group.group,
        "epoch": group.epoch + 1,
        "key": public_of(opening_key(seed)),
    }
    version = max(one["version"] for one in body["entries"] if one["subject"] == group.group) + 1
    place = context("register-entry", home, group.group, version=version)
    entry = signed_entry(hers.signing, certificate, place, version, cbor2.dumps({"group": fields}))
    (present,) = database.execute(
        "select number from register_manifests where organisation_id = ?", (home,)
    ).fetchone()
    listed = [one for one in body["entries"] if one["subject"] != group.group]
    listed.append(
        {
            "subject": group.group,
            "version": version,
            "hash": hashlib.sha256(entry).digest(),
            "group": {"key": fields["group"], "purpose": "supervisors"},
        }
    )
    previous = hashlib.sha256(whole).digest()
    number = present + 1
    forged = cbor2.dumps(
        {"number": number, "previous": previous, "entries": listed, "revoked": []}
    )
    signed = signed_manifest(hers.signing, certificate, home, number, previous, forged)
    seals = {"register_entries": "group/register", "register_manifests": "group/manifest"}
    place = context("register-entry", home, group.group, epoch=everyone.epoch, version=version)
    sealed = seal_envelope(
        derive(everyone.seed, b"", seals["register_entries"]),
        "register-entry",
        place,
        entry,
        next(size for size in (256, 1024, 4096, 16384) if len(entry) < size),
    )
    database.execute(
        "update register_entries set version = ?, epoch = ?, sealed = ?"
        " where organisation_id = ? and lookup = ?",
        (version, everyone.epoch, sealed, home, before.lookup),
    )
    place = context("manifest", home, home, epoch=everyone.epoch, version=number)
    sealed = seal_envelope(
        derive(everyone.seed, b"", seals["register_manifests"]),
        "manifest",
        place,
        signed,
        next(size for size in (4096, 8192, 16384, 32768, 65536) if len(signed) < size),
    )
    database.execute(
        "update register_manifests set number = ?, epoch = ?, sealed = ? where organisation_id = ?",
        (number, everyone.epoch, sealed, home),
    )
    database.commit()
    database.close()


def certificate_of(entries, hers):
    """Her certificate stands in every entry that she signed."""
    for entry in entries.values():
        admin = entry.certificate[18:34]
        if admin == hers.account:
            return entry.certificate
    raise NotRun("nothing in the register is signed by her: her certificate is not known")


if __name__ == "__main__":
    main(attack)
