#!/usr/bin/env python3
"""P4: a removed supervisor writes rows under the labels that her group looks for. No instance key.

A grant that nobody of its group came by yet waits under a random label, so the label that the group
would look for is free. She has the group's key and can compute it: she writes a row of random bytes
there for every case. If such a row is taken for the group's, its cases are passed over when the keys
are changed, and she goes on reading.
"""

import os

import rows
from client import status
from lab import main
from reader import case_epoch, member, read_case, reads
from sealing import grant_label
from verdict import NotRun, broken, held

WORDS = "WRITTEN AFTER SHE LEFT"


def attack(lab):
    lab.start()
    lab.sign_in("harbour.second")  # her keys come when she does
    lab.stop()
    old = lab.copy_of_database("old").reading()
    lab.start()
    supervisor, leaver = lab.sign_in("harbour.first"), lab.sign_in("harbour.second")
    samir = lab.sign_in("harbour.samir")
    case = next((one for one in samir.case_ids() if leaver.get(f"/cases/{one}").ok), None)
    if case is None:
        raise NotRun("she opens no case of his")
    before = len(supervisor.case_ids())
    supervisor.remove(leaver.account)
    lab.stop()
    hers = member(old, rows.as_bytes(leaver.account), lab.passphrase("harbour.second"))
    number = rows.as_bytes(case)
    if not read_case(lab.reading(), hers, number):
        raise NotRun("she does not read the case from the file before the keys are changed")
    epochs = epochs_of(lab, hers.organisation)
    planted = 0 if lab.blank else plant(lab, hers, epochs)

    lab.start()
    supervisor, samir = lab.sign_in("harbour.first"), lab.sign_in("harbour.samir")
    left = supervisor.finish_removal()
    written = samir.write_entry(case, WORDS)
    listed = len(supervisor.case_ids())
    lab.stop()
    now = lab.reading()
    kept = [one for one, epoch in epochs.items() if case_epoch(now, one) == epoch]
    reading = reads(WORDS, read_case(now, hers, number))
    control = member(now, rows.as_bytes(samir.account), lab.passphrase("harbour.samir"))
    if written.ok and not reads(WORDS, read_case(now, control, number)):
        raise NotRun("not even he who wrote it reads it from the file: unknown format")
    figure = (
        f"{planted} rows planted; cases that kept their key {len(kept)} of {len(epochs)}, in the"
        f" supervisor's list {listed} of {before}, still due {left}; writing {status(written)}, the removed"
        f" member {'reads' if reading else 'does not read'} what was written"
    )
    hit = reading or kept or left or not written.ok
    return broken(figure) if hit or listed < before else held(figure)


def epochs_of(lab, home):
    """The cases of an organisation, with the epochs of their keys."""
    database = lab.reading()
    return {
        one: case_epoch(database, one)
        for one, owner in rows.owners(database, "cases").items()
        if owner == home
    }


def plant(lab, hers, epochs):
    """Answers how many labels were free."""
    database, planted = lab.writing(), 0
    group = hers.key("supervisors")
    rows.need(database, "grants", "case_id", "label", "case_epoch", "sealed", "quick", "mac")
    (length,) = database.execute("select length(sealed) from grants limit 1").fetchone()
    for case, epoch in epochs.items():
        label = grant_label(group.seed, case, epoch)
        taken = "select 1 from grants where case_id = ? and label = ?"
        if database.execute(taken, (case, label)).fetchone():
            continue
        planted += 1
        sealed = b"\x01\x01" + os.urandom(length - 2)
        quick = b"\x01\x01" + os.urandom(136)
        database.execute(
            "insert into grants (case_id, label, case_epoch, sealed, quick, mac)"
            " values (?, ?, ?, ?, ?, ?)",
            (case, label, epoch, sealed, quick, os.urandom(32)),
        )
    database.commit()
    database.close()
    if not planted:
        raise NotRun("no grant waits under another label: nothing to hide behind")
    return planted


if __name__ == "__main__":
    main(attack)
