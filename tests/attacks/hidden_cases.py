#!/usr/bin/env python3
"""P4: a removed supervisor writes rows under the labels that her group looks for. No instance key.

A grant that nobody of its group came by yet waits under a random label, so the label that the group
would look for is free. She has the group's key and can compute it: she writes a row of random bytes
there for every case. If such a row is taken for the group's, its cases are passed over when the keys
are changed, and she goes on reading. And the grant that waits must not be lost when somebody of the
group comes by and the server wants to put it in its place.
"""

import os
import time

import rows
from client import status
from lab import main
from reader import case_epoch, member, read_case, reads
from sealing import grant_label
from verdict import NotRun, broken, held

WORDS = "WRITTEN AFTER SHE LEFT"
TIDYING = 90  # seconds; the server gives grants their labels about once a minute


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
    if not read_case(lab.reading(), hers, rows.as_bytes(case)):
        raise NotRun("she does not read the case from the file before the keys are changed")
    outcomes = {
        "the removal is finished": finish(lab.fork("finished"), hers, case, before),
        "the case is looked at first": look(lab.fork("looked"), hers),
    }
    figure = "; ".join(f"{name}: {words}" for name, (_, words) in outcomes.items())
    return held(figure) if all(safe for safe, _ in outcomes.values()) else broken(figure)


def finish(lab, hers, case, before):
    """Whether every case gets a new key, and in words."""
    epochs = epochs_of(lab, hers.organisation)
    planted = 0 if lab.blank else plant(lab, hers, epochs)
    lab.start()
    supervisor, samir = lab.sign_in("harbour.first"), lab.sign_in("harbour.samir")
    left = supervisor.finish_removal()
    written = samir.write_entry(case, WORDS)
    listed = len(supervisor.case_ids())
    lab.stop()
    now, number = lab.reading(), rows.as_bytes(case)
    kept = [one for one, epoch in epochs.items() if case_epoch(now, one) == epoch]
    reading = reads(WORDS, read_case(now, hers, number))
    control = member(now, rows.as_bytes(samir.account), lab.passphrase("harbour.samir"))
    if written.ok and not reads(WORDS, read_case(now, control, number)):
        raise NotRun("not even he who wrote it reads it from the file: unknown format")
    words = (
        f"{planted} rows planted; cases that kept their key {len(kept)} of {len(epochs)}, in the"
        f" supervisor's list {listed} of {before}, still due {left}; writing {status(written)}, the"
        f" removed member {'reads' if reading else 'does not read'} what was written"
    )
    return written.ok and not (reading or kept or left) and listed == before, words


def look(lab, hers):
    """Whether a case that a supervisor looked at is still there for her after a restart."""
    epochs = epochs_of(lab, hers.organisation)
    waits = {case for case, epoch in epochs.items() if not has_label(lab.reading(), hers, case, epoch)}
    if not lab.blank:
        plant(lab, hers, epochs)
    lab.start()
    supervisor = lab.sign_in("harbour.first")
    looked = {case: supervisor.get(f"/cases/{rows.as_text(case)}") for case in sorted(waits)[:3]}
    if not looked:
        raise NotRun("no grant waits: nothing to lose")
    wait_for_tidying(lab, looked, {case: rows_of(lab, case) for case in looked})
    lab.stop()
    lab.start()
    supervisor = lab.sign_in("harbour.first")
    again = {case: supervisor.get(f"/cases/{rows.as_text(case)}") for case in looked}
    lab.stop()
    words = (
        f"looking {', '.join(status(one) for one in looked.values())}, after a restart"
        f" {', '.join(status(one) for one in again.values())}"
    )
    return all(one.ok for one in (*looked.values(), *again.values())), words


def wait_for_tidying(lab, looked, before):
    """Until the server gave the grants that it opened their labels; it need not."""
    until = time.monotonic() + TIDYING
    while time.monotonic() < until:
        if all(rows_of(lab, case) != before[case] for case in looked):
            break
        time.sleep(1)


def rows_of(lab, case):
    database = lab.reading()
    query = "select label from grants where case_id = ? order by label"
    found = database.execute(query, (case,)).fetchall()
    database.close()
    return found


def epochs_of(lab, home):
    """The cases of an organisation, with the epochs of their keys."""
    database = lab.reading()
    return {
        one: case_epoch(database, one)
        for one, owner in rows.owners(database, "cases").items()
        if owner == home
    }


def has_label(database, hers, case, epoch):
    """Whether the label that the supervisors look for is taken."""
    label = grant_label(hers.key("supervisors").seed, case, epoch)
    query = "select 1 from grants where case_id = ? and label = ?"
    return database.execute(query, (case, label)).fetchone() is not None


def plant(lab, hers, epochs):
    """Answers how many labels were free."""
    database, planted = lab.writing(), 0
    rows.need(database, "grants", "case_id", "label", "case_epoch", "sealed", "quick", "mac")
    (length,) = database.execute("select length(sealed) from grants limit 1").fetchone()
    for case, epoch in epochs.items():
        if has_label(database, hers, case, epoch):
            continue
        planted += 1
        label = grant_label(hers.key("supervisors").seed, case, epoch)
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
