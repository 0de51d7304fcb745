#!/usr/bin/env python3
"""P4: somebody who can write rows and has no key writes what persons said about sharing.

One person stops the sharing with the receipt, one stops it and shares again, one says nothing. Then
every row that says so is taken away, put back to an earlier one, copied from another person's, and
forged. Forged with the instance's key and the digits, it must be believed: else nothing was tried.
"""

import os
import re

import rows
from client import expect
from lab import DidNotStart, main
from sealing import argon2id, derive, lookup_tag, stop_key, stop_message, stop_row
from verdict import NotRun, broken, held

COST = (262144, 3, 1)
SAID = {"stopped": True, "again": False, "silent": False, "other": False}


def attack(lab):
    lab.start()
    dafni, samir = lab.sign_in("harbour.dafni"), lab.sign_in("harbour.samir")
    cases = {name: opened(lab, dafni, samir) for name in SAID}
    says(lab, cases["stopped"][1], "delete", "consents")
    says(lab, cases["again"][1], "delete", "consents")
    earlier = kept(lab)
    says(lab, cases["again"][1], "post", "share-again")
    before = {name: stopped(samir, case) for name, (case, _) in cases.items()}
    if before != SAID:
        raise NotRun(f"the server does not say who stopped: {before}")
    lab.stop()
    wrong = {}
    for act in (turned, put_back, copied, forged):
        if not lab.blank:
            act(lab, cases, earlier)
        try:
            after = look(lab, cases)
        except DidNotStart as word:
            return held(f"the server refuses to start ({word})")
        wrong |= {
            f"{name} after rows were {act.__name__.replace('_', ' ')}": told(said)
            for name, said in after.items()
            if said not in (SAID[name], "4xx")
        }
    by_right(lab, cases)
    if look(lab, cases)["other"] is not True:
        raise NotRun("what the digits signed and the instance tagged is not believed: unknown format")
    if wrong:
        return broken("; ".join(f"{what}: {said}" for what, said in wrong.items()))
    return held(f"{len(SAID)} persons are taken at their word after rows were turned, put back, copied, forged")


def look(lab, cases):
    lab.start()
    samir = lab.sign_in("harbour.samir")
    answer = {name: stopped(samir, case) for name, (case, _) in cases.items()}
    lab.stop()
    return answer


def opened(lab, dafni, samir):
    """A case out of a call, and the receipt of who called."""
    written = expect(dafni.take_call("Stop flags."), "a call")
    receipt = written.get("receipt")
    if not receipt:
        raise NotRun("a call gives no receipt: unknown format")
    path = f"/intakes/{written['id']}"
    mark = samir.get(path).headers.get("ETag")
    case = expect(samir.post(f"{path}/open-case", {"tags": []}, mark), "opening the case")
    digits = receipt if isinstance(receipt, str) else receipt["code"]
    return case.get("case") or case["id"], digits


def says(lab, digits, method, what):
    """The person comes back with the receipt and says so."""
    person = lab.with_receipt(digits)
    address = f"{lab.address}/api/v1/receipts/current/{what}"
    expect(getattr(person, method)(address), what)


def stopped(client, case):
    answer = client.get(f"/cases/{case}")
    if not answer.ok:
        return "4xx" if answer.status_code < 500 else f"{answer.status_code}"
    return answer.json()["sharing_stopped"]


def told(said):
    return {True: "stopped", False: "not stopped"}.get(said, f"refused or failed ({said})")


# Rows


def columns(database):
    """Every column that says something about stopping, in whatever table."""
    found = [
        (table, column)
        for table in rows.tables(database)
        for column in rows.columns(database, table)
        if "stop" in column
    ]
    if not found:
        raise NotRun("no row says any more who stopped; let the script follow")
    return found


def kept(lab):
    database = lab.reading()
    there = {
        (table, column): database.execute(f'select id, "{column}" from "{table}"').fetchall()
        for table, column in columns(database)
    }
    database.close()
    return there


def write(lab, value):
    """`value` says what stands in a column of a row from now on."""
    database = lab.writing()
    for table, column in columns(database):
        there = database.execute(f'select id, "{column}" from "{table}"').fetchall()
        for number, now in there:
            database.execute(
                f'update "{table}" set "{column}" = ? where id = ?',
                (value(table, column, number, now), number),
            )
    database.commit()
    database.close()


def turned(lab, _cases, _earlier):
    """Something becomes nothing, and nothing becomes a flag as the first release had it."""
    write(lab, lambda _table, _column, _number, now: b"\x01" if now is None else None)


def put_back(lab, _cases, earlier):
    """What was said before the last word."""
    then = {place: dict(there) for place, there in earlier.items()}
    write(lab, lambda table, column, number, _now: then[table, column].get(number))


def copied(lab, _cases, earlier):
    """What somebody else said, for everybody."""
    said = {
        table: next((value for _, value in there if value), None)
        for (table, _), there in earlier.items()
    }
    if not all(said.values()):
        raise NotRun("nothing was kept of who stopped: unknown format")
    write(lab, lambda table, *_: said[table])


def forged(lab, cases, _earlier):
    """Tags and signatures by keys of one's own; those who stopped share, the others stop."""
    key, instance = stop_key(os.urandom(32)), os.urandom(32)
    database = lab.reading()
    home = dict(database.execute("select id, organisation_id from cases"))
    home |= dict(database.execute("select id, organisation_id from receipts"))
    database.close()
    last = rows.as_bytes(cases["stopped"][0])

    def value(_table, _column, number, _now):
        count = 8 if number == last else 9
        signature = key.sign(stop_message(home[number], number, count))
        return stop_row(instance, home[number], number, count, signature)

    write(lab, value)


def by_right(lab, cases):
    """The same by who has the digits and the instance's key: for the one who said nothing."""
    instance = lab.instance_key()
    case, digits = rows.as_bytes(cases["other"][0]), re.sub(r"\D", "", cases["other"][1])
    salt = lookup_tag(instance, "receipt", "", "instance/salt")[:16]
    secret = argon2id(digits.encode(), salt, *COST)
    database = lab.writing()
    query = "select organisation_id, id, tag from receipts where case_id = ?"
    home, receipt, tag = database.execute(query, (case,)).fetchone()
    if derive(secret, salt, "receipt/tag") != tag:
        raise NotRun("the digits of a receipt are stretched in another way")
    key = stop_key(derive(secret, salt, "receipt/mailbox"))
    signature = key.sign(stop_message(home, receipt, 1))
    row = stop_row(instance, home, case, 1, signature)
    database.execute("update cases set stop = ? where id = ?", (row, case))
    database.commit()
    database.close()


if __name__ == "__main__":
    main(attack)
