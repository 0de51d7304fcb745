#!/usr/bin/env python3
"""P1: the machine is stopped cleanly and taken: database, everything beside it, and what was logged.

Whatever the server says while people work is looked through for lines that tell of a request: a
route, a status, a time finer than a minute. Once as it is shipped, once with requests logged.
"""

import re

from client import expect
from lab import main
from verdict import NotRun, broken, held

FINE_TIME = re.compile(rb"\d\d:\d\d:\d\d(\.\d+)?")
OF_CASES = re.compile(rb"/cases|case_id|open_case|see_case|\"case")


def attack(lab):
    plain = said(lab.fork("plain"))
    counted = said(lab.fork("counted"), "--log-requests")
    check_search()
    lines = {"as shipped": telling(plain), "requests counted": telling(counted)}
    wal = [size for size in (plain[1], counted[1])]
    figure = "; ".join(f"{name}: {len(found)} telling lines" for name, found in lines.items())
    figure += f"; bytes of the write-ahead log after a clean stop: {', '.join(map(str, wal))}"
    if lab.blank:
        return held(figure)
    return broken(figure) if any(lines.values()) or any(wal) else held(figure)


def said(lab, *more):
    """What was logged while two people worked, and how much of the write-ahead log is left."""
    lab.more = more
    lab.start()
    begun = lab.log.stat().st_size
    for login in ("harbour.samir", "harbour.eleni"):
        client = lab.sign_in(login)
        case = client.case_ids()[0]
        expect(client.get(f"/cases/{case}"), "looking at a case")
        expect(client.write_entry(case, "Called back."), "writing into a case")
        client.sign_out()
    lab.stop()
    log = lab.log.read_bytes()[begun:]
    wal = lab.folder / "amparo.db-wal"
    return log, wal.stat().st_size if wal.exists() else 0


def telling(what):
    """Lines of a request with a fine time, or about cases. Starting and stopping are no requests."""
    return [
        line
        for line in what[0].splitlines()
        if OF_CASES.search(line) or (b"route" in line and FINE_TIME.search(line))
    ]


def check_search():
    planted = b'{"time":"2026-11-27T12:34:56.789012Z","route":"/health","status":200}\n'
    planted += b'{"time":"2026-11-27T12:34Z","route":"/cases/{id}","status":200}\n'
    if len(telling((planted, 0))) != 2:
        raise NotRun("lines that were planted were not found")


if __name__ == "__main__":
    main(attack)
