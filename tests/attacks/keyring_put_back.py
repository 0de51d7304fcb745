#!/usr/bin/env python3
"""P4: a removed caseworker with an old copy puts back the register and a volunteer's keyring.

An old keyring knows only the old key of everyone, so the old register looks like the newest one to
it. Nothing in the rows disagrees; only what lies outside them can. Then the volunteer signs in and
hands over a call.
"""

import rows
from client import expect
from lab import main
from old_queue_key import WORDS, next_call, put_register_back, who_reads
from reader import member
from verdict import NotRun, broken, held


def attack(lab):
    lab.start()
    for login in ("harbour.dafni", "harbour.samir"):
        lab.sign_in(login)
    lab.stop()
    old = rows.open_for_reading(lab.copy_of_database("old"))
    lab.start()
    supervisor, leaver = lab.sign_in("harbour.first"), lab.sign_in("harbour.eleni")
    supervisor.remove(leaver.account)
    if left := supervisor.finish_removal():
        raise NotRun(f"what stays due after the removal: {left}")
    dafni, samir = lab.sign_in("harbour.dafni"), lab.sign_in("harbour.samir")
    before = expect(dafni.take_call(WORDS), "a call before the attack")["id"]
    lab.stop()
    hers = member(old, rows.as_bytes(leaver.account), lab.passphrase("harbour.eleni"))
    stays = rows.as_bytes(samir.account)
    if who_reads(lab, hers, stays, before) != (False, True):
        raise NotRun("the call before the attack is not open to those who stay and to them only")
    outcomes = []
    for name, people in (("hers", [dafni]), ("everybody's", [dafni, samir, supervisor])):
        twin = lab.fork(name)
        if not twin.blank:
            put_register_back(twin, old, hers.organisation)
            put_keyrings_back(twin, old, [rows.as_bytes(one.account) for one in people])
        outcomes.append((name, next_call(twin, hers, stays)))
    figure = "; ".join(f"keyring {name} put back: {words}" for name, (_, words) in outcomes)
    return held(figure) if all(safe for _, (safe, _) in outcomes) else broken(figure)


def put_keyrings_back(lab, old, accounts):
    """Rows of accounts, and keys that were on their way."""
    database = lab.writing()
    for account in accounts:
        if not rows.put_back(database, old, "accounts", "id = ?", (account,)):
            raise NotRun("no account was put back")
    database.execute("delete from deliveries")
    database.commit()
    database.close()


if __name__ == "__main__":
    main(attack)
