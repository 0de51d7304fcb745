#!/usr/bin/env python3
"""P1: no key, only how long things are. Two members with a short and a very long name do the same.

Each of them does the same work, one after the other. Rows that are new since the one before are
hers; if any column of any table has lengths in the one half that never come in the other, sizes tell
who it was.
"""

import time
from collections import Counter

import rows
from client import expect
from lab import main
from verdict import NotRun, broken, held

SHORT = "Ben"
LONG = "Παρασκευή-Αλεξάνδρα Παπαδημητρακοπούλου-Χατζηκωνσταντίνου"


def attack(lab):
    lab = found(lab)
    lab.start()
    short, long = lab.sign_in("one"), lab.sign_in("two")
    lab.settle = 1.5
    seen = snapshot(lab)
    lengths = {}
    for name, client in (("short", short), ("long", long)):
        work(client)
        time.sleep(lab.settle)
        now = snapshot(lab)
        lengths[name] = new_lengths(seen, now)
        seen = now
    lab.stop()
    check_compare()
    if not lengths["short"]:
        raise NotRun("no new rows")
    apart = [] if lab.blank else told_apart(lengths["short"], lengths["long"])
    rows_of = sum(sum(found.values()) for found in lengths["short"].values())
    figure = f"{rows_of} sizes of new rows; columns that tell the two apart: {len(apart)}"
    return broken(f"{figure}: {', '.join(apart)}") if apart else held(figure)


def found(lab):
    """An organisation of two who have everything but their names in common."""
    lab.folder = lab.work / "house"
    return lab.found_organisation(("one", SHORT), ("two", LONG))


def work(client):
    call = expect(client.take_call("The same words."), "a call")["id"]
    opened = client.post(f"/intakes/{call}/open-case", {"tags": []})
    if not opened.ok:
        seen = client.get(f"/intakes/{call}")
        opened = client.post(f"/intakes/{call}/open-case", {"tags": []}, seen.headers.get("ETag"))
    case = expect(opened, "opening a case")
    case = case.get("case") or case.get("id")
    for _ in range(4):
        expect(client.get(f"/cases/{case}"), "looking at a case")
        expect(client.write_entry(case, "Called back."), "writing into a case")
    expect(client.get("/cases?limit=50"), "list")


def snapshot(lab):
    """Every row, by table, with the lengths of its columns of bytes."""
    database, found = lab.reading(), {}
    for table in rows.tables(database):
        names = rows.columns(database, table)
        found[table] = Counter()
        for row in database.execute(f'select * from "{table}"'):
            found[table][tuple(row)] += 1
        found[table] = (names, found[table])
    database.close()
    return found


def new_lengths(before, now):
    lengths = {}
    for table, (names, found) in now.items():
        fresh = found - before.get(table, (names, Counter()))[1]
        for row in fresh:
            for name, value in zip(names, row):
                if isinstance(value, bytes) and len(value) > 32:
                    lengths.setdefault(f"{table}.{name}", Counter())[len(value)] += 1
    return lengths


def told_apart(one, other):
    """Columns with a length that comes for the one only, and another for the other only."""
    return [
        name
        for name in sorted(one.keys() & other.keys())
        if set(one[name]) != set(other[name])
    ]


def check_compare():
    one, other = {"a.b": Counter([306, 1074])}, {"a.b": Counter([1074, 1074])}
    if told_apart(one, other) != ["a.b"] or told_apart(one, one):
        raise NotRun("lengths that were planted were not told apart")


if __name__ == "__main__":
    main(attack, needs_demo=False)
