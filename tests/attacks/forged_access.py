#!/usr/bin/env python3
"""P4: a removed caseworker writes rows of a case whose key she still has. No instance key.

Before the case gets its new key she adds a record to its chain that says who may open it, with the
group of everyone in the list, and the card to go with it. The card's word she has to make up: by lot,
the word of the card before, or none. A card of the first release had none and named nobody, and is
read once, when a grant of that time is taken over: so she writes such a grant too. If she is believed,
the new key is granted to everyone, and a volunteer opens the case.

With the instance key in hand the same record and card are written under a good word: that one must be
believed, or no refusal counts.
"""

import base64
import hashlib
import json
import os
import struct
from typing import NamedTuple

import cbor2

import rows
from client import status
from lab import DidNotStart, main
from reader import Member, Membership, case_keys, member, plain, read_case, records
from sealing import (
    DoesNotOpen,
    context,
    derive,
    lookup_tag,
    open_envelope,
    opening_key,
    public_of,
    seal_box,
    seal_envelope,
)
from verdict import NotRun, broken, held


class Scene(NamedTuple):
    """A case, the key of it that she still has, and whom she wants to let in."""

    case: bytes
    epoch: int
    key: bytes
    hers: Member
    everyone: Membership


def attack(lab):
    old = lab.copy_of_database("old").reading()
    lab.start()
    supervisor, leaver = lab.sign_in("harbour.first"), lab.sign_in("harbour.eleni")
    dafni = lab.sign_in("harbour.dafni")
    case = rows.as_bytes(leaver.case_ids()[0])
    supervisor.remove(leaver.account)
    lab.stop()
    scene = look_around(lab, old, case, leaver.account, dafni.account)
    words = {
        "by lot": lambda _: os.urandom(32),
        "of the card before": lambda before: before,
        "none": lambda _: b"",
    }
    tries = {name: (word, name == "none") for name, word in words.items()}
    check_forgery(lab, scene)
    outcomes = {
        f"word {name}": carry_on(lab.fork(f"word-{number}"), scene, word, of_before)
        for number, (name, (word, of_before)) in enumerate(tries.items())
    }
    figure = "; ".join(f"{name}: {words}" for name, (_, words) in outcomes.items())
    return held(figure) if all(safe for safe, _ in outcomes.values()) else broken(figure)


def look_around(lab, old, case, leaver, volunteer):
    database = lab.reading()
    hers = member(old, rows.as_bytes(leaver), lab.passphrase("harbour.eleni"))
    keys = case_keys(database, hers.organisation, case, hers.keys)
    if not keys:
        raise NotRun("she does not open the case before its key is changed")
    volunteer = member(database, rows.as_bytes(volunteer), lab.passphrase("harbour.dafni"))
    if read_case(database, volunteer, case):
        raise NotRun("the volunteer reads the case before the attack")
    return Scene(case, max(keys), keys[max(keys)], hers, volunteer.key("everyone"))


def check_forgery(lab, scene):
    """Under a word of the instance the same rows let the volunteer in."""
    if lab.blank:
        return
    twin = lab.fork("control")
    home, number = rows.as_text(scene.hers.organisation), rows.as_text(scene.case)

    def good(_, revision, sealed):
        parts = [home, number, str(scene.epoch), str(revision), hashlib.sha256(sealed).hexdigest()]
        return lookup_tag(twin.instance_key(), "card", "\n".join(parts))

    read, told, _ = finish(twin, scene, lambda: forge(twin, scene, good, of_before=False))
    if not read:
        raise NotRun(f"not even under a good word is the record believed: {told}")


def carry_on(lab, scene, word, of_before):
    """What becomes of the case when the removal is finished: whether that is safe, and in words."""

    def write():
        forge(lab, scene, lambda before, *_: word(before), of_before=of_before)

    try:
        read, told, fault = finish(lab, scene, None if lab.blank else write)
    except DidNotStart as refusal:
        return True, f"the server refuses to start ({refusal})"
    return not read and not fault, told


def finish(lab, scene, write):
    """Rows are written, and the team goes on: what the volunteer reads then, and what was answered."""
    if write:
        write()
    lab.start()
    supervisor = lab.sign_in("harbour.first")
    path = f"/cases/{rows.as_text(scene.case)}"
    looked = supervisor.get(path)
    changed = supervisor.post("/removal")
    for _ in range(30):
        if not changed.ok or not changed.json()["left"]:
            break
        changed = supervisor.post("/removal")
    again = supervisor.change_key(supervisor.team("supervisors")["id"])
    dafni = lab.sign_in("harbour.dafni")
    asked = dafni.get(path).status_code
    lab.stop()
    now = lab.reading()
    volunteer = member(now, rows.as_bytes(dafni.account), lab.passphrase("harbour.dafni"))
    read = len(read_case(now, volunteer, scene.case))
    told = (
        f"the supervisor's look {status(looked)}, finishing the removal {status(changed)}, a change"
        f" of keys {status(again)}, a volunteer reads {read} records, her look {asked}"
    )
    fault = max(answer.status_code for answer in (looked, changed, again)) >= 500
    return read or asked == 200, told, fault


def forge(lab, scene, word, *, of_before):
    """A record of access at the end of the chain, and a card that agrees with it."""
    database, case = lab.writing(), scene.case
    rows.need(database, "cases", "id", "revision", "epoch")
    chain = records(database, scene.hers.organisation, case, scene.key)
    lists = [one for one in map(plain, chain) if one["kind"] == "access"]
    if not lists:
        raise NotRun("the chain has no record of access: unknown format")
    newest = max(lists, key=lambda one: one["version"])
    (last,) = database.execute(
        "select sealed from case_records where case_id = ? order by seq desc limit 1", (case,)
    ).fetchone()
    admitted = dict(newest["body"]["groups"][-1])
    admitted.pop("account", None)
    everyone = scene.everyone
    admitted |= {"group": rows.as_text(everyone.group), "epoch": everyone.epoch}
    newest["version"] += 1
    newest["body"]["groups"].append(admitted)
    content, number = json.dumps(newest).encode(), len(chain) + 1
    place = context(
        "record",
        scene.hers.organisation,
        case,
        case=case,
        epoch=scene.epoch,
        version=number,
        previous=hashlib.sha256(last).digest(),
    )
    sealed = seal_envelope(
        derive(scene.key, b"", "case/record"),
        "record",
        place,
        content,
        next(size for size in (256, 1024, 4096, 16384) if len(content) < size),
    )
    names = rows.columns(database, "case_records")
    values = {"case_id": case, "seq": number, "epoch": scene.epoch, "sealed": sealed}
    if set(names) != set(values):
        raise NotRun(f"a record has other columns now: {', '.join(names)}")
    database.execute(
        f"insert into case_records ({', '.join(names)}) values ({', '.join('?' * len(names))})",
        [values[name] for name in names],
    )
    write_card(database, scene, sealed, word, of_before)
    if of_before:
        grant_as_before(database, scene)
    database.commit()
    database.close()


def grant_as_before(database, scene):
    """A grant to everyone where those of the first release wait to be taken over."""
    names = ("case_id", "group_id", "group_epoch", "case_epoch", "sealed", "quick")
    rows.need(database, "grants_before", *names)
    group, hers = scene.everyone, scene.hers
    where = {"case": scene.case, "epoch": scene.epoch, "version": group.epoch}
    sealed = seal_box(
        public_of(opening_key(group.seed)),
        "grant",
        context("grant", hers.organisation, group.group, **where),
        cbor2.dumps({"key": scene.key}),
        256,
        signer=(hers.account, hers.signing),
    )
    database.execute(
        f"insert into grants_before ({', '.join(names)}) values (?, ?, ?, ?, ?, null)",
        (scene.case, group.group, group.epoch, scene.epoch, sealed),
    )


def write_card(database, scene, last, word, of_before):
    """The card with everyone in its list; of before, with no list at all."""
    rows.need(database, "cards", "case_id", "revision", "sealed", "mac")
    home, case = scene.hers.organisation, scene.case
    seal, where = derive(scene.key, b"", "case/card"), {"case": case, "epoch": scene.epoch}
    revision, sealed, mac = database.execute(
        "select revision, sealed, mac from cards where case_id = ?", (case,)
    ).fetchone()
    try:
        place = context("card", home, case, version=revision, **where)
        card = json.loads(open_envelope(seal, "card", place, sealed))
    except DoesNotOpen as fault:
        raise NotRun(f"the card is sealed in a way that is not known here: {fault}") from fault
    named = base64.urlsafe_b64decode(card["g"] + "=" * (-len(card["g"]) % 4))
    named += scene.everyone.group + struct.pack(">I", scene.everyone.epoch)
    card["g"] = base64.urlsafe_b64encode(named).decode().rstrip("=")
    if of_before:
        del card["g"]
    card["h"] = hashlib.sha256(last).hexdigest()
    whole, revision = json.dumps(card, separators=(",", ":")).encode(), revision + 1
    place = context("card", home, case, version=revision, **where)
    sealed = seal_envelope(seal, "card", place, whole, 1024)
    database.execute(
        "update cards set sealed = ?, revision = ?, mac = ? where case_id = ?",
        (sealed, revision, word(mac, revision, sealed), case),
    )
    database.execute("update cases set revision = ? where id = ?", (revision, case))


if __name__ == "__main__":
    main(attack)
