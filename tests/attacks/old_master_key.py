#!/usr/bin/env python3
"""P1: an old backup, an old passphrase, and today's database.

A member changed her passphrase, because somebody knew it. With the old passphrase the old backup
opens, and the master key in it. If that key still opens what lies there today, changing the
passphrase changed nothing for whoever has the backup.
"""

import cbor2

import rows
from client import expect
from lab import main
from reader import master_key, member
from sealing import NOBODY, DoesNotOpen, context, derive, open_envelope
from verdict import NotRun, broken, held

NEW = "rotunda gravel-seventeen mistral obverse Kestrel quay"


def attack(lab):
    old = rows.open_for_reading(lab.copy_of_database("old"))
    lab.start()
    eleni = lab.sign_in("harbour.eleni")
    account, former = rows.as_bytes(eleni.account), lab.passphrase("harbour.eleni")
    if not lab.blank:
        change = {"current": former, "new": NEW}
        expect(eleni.ask("PUT", "/me/passphrase", change), "changing the passphrase")
    lab.stop()
    now = lab.reading()
    master = master_key(old, account, former)
    if master is None or not opened(old, account, master):
        raise NotRun("the old backup does not open with the old passphrase: unknown format")
    member(now, account, former if lab.blank else NEW)
    parts = opened(now, account, master)
    if lab.blank and len(parts) != 2:
        raise NotRun("without a change, the master key must open what is there today")
    figure = f"the former master key opens of what is there today: {', '.join(parts) or 'nothing'}"
    return held(figure) if lab.blank or not parts else broken(figure)


def opened(database, account, master):
    identity, keyring, version = database.execute(
        "select identity, keyring, keyring_version from accounts where id = ?", (account,)
    ).fetchone()
    found = []
    for kind, sealed, number in (("identity", identity, 0), ("keyring", keyring, version)):
        place = context(kind, NOBODY, account, version=number)
        try:
            cbor2.loads(open_envelope(derive(master, b"", f"umk/{kind}"), kind, place, sealed))
            found.append(kind)
        except DoesNotOpen:
            continue
    return found


if __name__ == "__main__":
    main(attack)
