#!/usr/bin/env python3
"""P4: a removed caseworker writes rows of a case whose key she still has. No instance key.

Before the case gets its new key she adds a record to its chain that says who may open it, with the
group of everyone in the list, and the card to go with it. If that is believed, the new key is granted
to everyone, and a volunteer opens the case.
"""

import base64
import hashlib
import json
import struct

import rows
from client import status
from lab import DidNotStart, main
from reader import case_keys, member, plain, read_case, records
from sealing import DoesNotOpen, context, derive, open_envelope, seal_envelope
from verdict import NotRun, broken, held


def attack(lab):
    lab.start()
    supervisor, leaver = lab.sign_in("harbour.first"), lab.sign_in("harbour.eleni")
    dafni = lab.sign_in("harbour.dafni")
    case = rows.as_bytes(leaver.case_ids()[0])
    supervisor.remove(leaver.account)
    lab.stop()
    database = lab.reading()
    hers = member(
        rows.open_for_reading(lab.demo / "amparo.db"),
        rows.as_bytes(leaver.account),
        lab.passphrase("harbour.eleni"),
    )
    keys = case_keys(database, hers.organisation, case, hers.keys)
    if not keys:
        raise NotRun("she does not open the case before its key is changed")
    volunteer = member(database, rows.as_bytes(dafni.account), lab.passphrase("harbour.dafni"))
    if read_case(database, volunteer, case):
        raise NotRun("the volunteer reads the case before the attack")
    epoch = max(keys)
    everyone = volunteer.key("everyone")
    if not lab.blank:
        forge(lab, hers.organisation, case, epoch, keys[epoch], everyone)
    try:
        lab.start()
    except DidNotStart as word:
        return held(f"the server refuses to start ({word})")
    supervisor = lab.sign_in("harbour.first")
    looked = supervisor.get(f"/cases/{rows.as_text(case)}")
    changed = supervisor.post("/removal")
    for _ in range(30):
        if not changed.ok or not changed.json()["left"]:
            break
        changed = supervisor.post("/removal")
    asked = lab.sign_in("harbour.dafni")
    asked = asked.get(f"/cases/{rows.as_text(case)}").status_code
    lab.stop()
    now = lab.reading()
    volunteer = member(now, rows.as_bytes(dafni.account), lab.passphrase("harbour.dafni"))
    read = len(read_case(now, volunteer, case))
    figure = (
        f"the supervisor's look {status(looked)}, finishing the removal {status(changed)};"
        f" records that a volunteer reads from the file: {read}, her look {asked}"
    )
    faults = max(looked.status_code, changed.status_code) >= 500
    return broken(figure) if read or faults else held(figure)


def forge(lab, home, case, epoch, key, everyone):
    """A record of access at the end of the chain, and a card that agrees with it."""
    database = lab.writing()
    rows.need(database, "cards", "case_id", "revision", "sealed")
    rows.need(database, "cases", "id", "revision", "epoch")
    chain = records(database, home, case, key)
    lists = [one for one in map(plain, chain) if one["kind"] == "access"]
    if not lists:
        raise NotRun("the chain has no record of access: unknown format")
    newest = max(lists, key=lambda one: one["version"])
    (revision,) = database.execute("select revision from cases where id = ?", (case,)).fetchone()
    (last,) = database.execute(
        "select sealed from case_records where case_id = ? order by seq desc limit 1", (case,)
    ).fetchone()
    admitted = dict(newest["body"]["groups"][-1])
    admitted.pop("account", None)
    admitted |= {"group": rows.as_text(everyone.group), "epoch": everyone.epoch}
    newest["version"] += 1
    newest["body"]["groups"].append(admitted)
    content = json.dumps(newest).encode()
    number = len(chain) + 1
    place = context(
        "record",
        home,
        case,
        case=case,
        epoch=epoch,
        version=number,
        previous=hashlib.sha256(last).digest(),
    )
    sealed = seal_envelope(
        derive(key, b"", "case/record"),
        "record",
        place,
        content,
        next(size for size in (256, 1024, 4096, 16384) if len(content) < size),
    )
    names = rows.columns(database, "case_records")
    values = {"case_id": case, "seq": number, "epoch": epoch, "sealed": sealed}
    if set(names) != set(values):
        raise NotRun(f"a record has other columns now: {', '.join(names)}")
    database.execute(
        f"insert into case_records ({', '.join(names)}) values ({', '.join('?' * len(names))})",
        [values[name] for name in names],
    )
    write_card(database, home, case, epoch, key, revision, everyone, sealed)
    database.execute("update cases set revision = ? where id = ?", (revision + 1, case))
    database.commit()
    database.close()


def write_card(database, home, case, epoch, key, revision, everyone, last):
    seal = derive(key, b"", "case/card")
    (sealed,) = database.execute("select sealed from cards where case_id = ?", (case,)).fetchone()
    place = {"case": case, "epoch": epoch}
    try:
        content = open_envelope(
            seal, "card", context("card", home, case, version=revision, **place), sealed
        )
    except DoesNotOpen as fault:
        raise NotRun(f"the card is sealed in a way that is not known here: {fault}") from fault
    card = json.loads(content)
    named = base64.urlsafe_b64decode(card["g"] + "=" * (-len(card["g"]) % 4))
    named += everyone.group + struct.pack(">I", everyone.epoch)
    card["g"] = base64.urlsafe_b64encode(named).decode().rstrip("=")
    card["h"] = hashlib.sha256(last).hexdigest()
    whole = json.dumps(card, separators=(",", ":")).encode()
    database.execute(
        "update cards set sealed = ?, revision = ? where case_id = ?",
        (
            seal_envelope(
                seal, "card", context("card", home, case, version=revision + 1, **place), whole, 1024
            ),
            revision + 1,
            case,
        ),
    )


if __name__ == "__main__":
    main(attack)
