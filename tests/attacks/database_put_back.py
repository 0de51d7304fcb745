#!/usr/bin/env python3
"""P4: the whole database of last week is put back, and the file of marks beside it is not.

Once as it is, once with the marks taken away, once with garbage in their place, once with marks of
before that (an older file). Whoever works then must be told, or the server must not start.
"""

import os
import shutil

from client import expect, status
from lab import DidNotStart, main
from verdict import NotRun, broken, held


def attack(lab):
    lab.start()
    lab.sign_in("harbour.samir").cases()
    lab.stop()
    shutil.copytree(lab.folder, lab.work / "old")
    lab.start()
    samir = lab.sign_in("harbour.samir")
    case = samir.case_ids()[0]
    expect(samir.write_entry(case, "Written since."), "writing before the attack")
    supervisor = lab.sign_in("harbour.first")
    supervisor.remove(lab.sign_in("harbour.eleni").account)
    if left := supervisor.finish_removal():
        raise NotRun(f"what stays due after the removal: {left}")
    lab.stop()
    outcomes = {
        "marks as they are": tried(lab.fork("put"), case, lambda twin: back(lab, twin)),
        "no marks": tried(lab.fork("gone"), case, lambda twin: back(lab, twin, gone)),
        "garbage for marks": tried(lab.fork("noise"), case, lambda twin: back(lab, twin, noise)),
        "marks cut short": tried(lab.fork("short"), case, lambda twin: back(lab, twin, short)),
    }
    figure = "; ".join(f"{name}: {words}" for name, (_, words) in outcomes.items())
    return held(figure) if all(safe for safe, _ in outcomes.values()) else broken(figure)


def back(lab, twin, spoil=lambda file: None):
    for file in twin.folder.glob("amparo.db*"):
        file.unlink()
    for file in (lab.work / "old").glob("amparo.db*"):
        shutil.copy(file, twin.folder)
    spoil(twin.marks())


def gone(file):
    file.unlink()


def noise(file):
    file.write_bytes(b"\x01\x01" + os.urandom(file.stat().st_size - 2))


def short(file):
    file.write_bytes(file.read_bytes()[:-1])


def tried(lab, case, put_back):
    """Whether somebody who works notices, and in words."""
    if not lab.blank:
        put_back(lab)
    try:
        lab.start()
    except DidNotStart as word:
        if lab.blank:
            raise NotRun(f"the server does not start as it was left: {word}") from word
        return True, "the server refuses to start"
    answer = lab.sign_in("harbour.samir").write_entry(case, "Written into an old case.")
    lab.stop()
    refused = 400 <= answer.status_code < 500
    return refused or lab.blank, f"the server starts, writing is answered {status(answer)}"


if __name__ == "__main__":
    main(attack)
