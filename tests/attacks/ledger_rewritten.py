#!/usr/bin/env python3
"""Rows and the instance key: lines are taken out of the middle of the ledger, and it is signed anew.

The notary's key comes from the instance key, so the new chain is signed well. What is left against it
lies elsewhere: the file of marks, what auditors' keyrings pin, what partners and paper know. Here the
marks stay as they are.
"""

import rows
from client import expect
from lab import DidNotStart, main
from ledger_cut import grow, judgement, lines_of, whole_ledger
from sealing import EMPTY_CHAIN, chain, checkpoint_message, notary
from verdict import NotRun, broken, held


def attack(lab):
    lab.start()
    auditor = lab.sign_in("harbour.petros")
    short = whole_ledger(auditor)
    eleni = lab.sign_in("harbour.eleni")
    expect(eleni.get(f"/cases/{eleni.case_ids()[0]}"), "looking at a case")
    for _ in range(3):
        lab.sign_in("harbour.samir").cases()
    long = whole_ledger(auditor)
    hers = lines_of(auditor, eleni.account, after=short)
    if not hers:
        raise NotRun("the ledger shows no line of the one who looked")
    lab.stop()
    gone = 0
    if not lab.blank:
        gone = rewrite(lab, eleni.account, min(line["position"] for line in hers))
    try:
        lab.start()
    except DidNotStart:
        return held(f"{gone} lines taken out; the server refuses to start")
    auditor = lab.sign_in("harbour.petros")
    said = [judgement(auditor)]
    grow(lab.sign_in("harbour.samir"), auditor, long)
    said.append(judgement(auditor))
    lab.stop()
    figure = f"{gone} lines taken out; the server says: {said[0]}, and {said[1]} when it has grown"
    silent = any(word == "intact" or word.startswith("5") for word in said)
    return broken(figure) if gone and silent else held(figure)


def rewrite(lab, account, position):
    """Takes a line out, moves the rest up, and signs every later checkpoint anew."""
    database = lab.writing()
    rows.need(database, "ledger_lines", "organisation_id", "position", "sealed")
    rows.need(database, "checkpoints", "organisation_id", "size", "head", "signature")
    home = rows.owners(database, "accounts")[rows.as_bytes(account)]
    database.execute(
        "delete from ledger_lines where organisation_id = ? and position = ?", (home, position)
    )
    later = database.execute(
        "select id, position from ledger_lines where organisation_id = ? and position > ?"
        " order by position",
        (home, position),
    ).fetchall()
    for number, place in later:
        database.execute(
            "update ledger_lines set position = ? where id = ?", (place - 1, number)
        )
    lines = database.execute(
        "select sealed from ledger_lines where organisation_id = ? and position is not null"
        " order by position",
        (home,),
    ).fetchall()
    heads, head = {}, EMPTY_CHAIN
    for size, (sealed,) in enumerate(lines, start=1):
        head = heads[size] = chain(head, sealed)
    database.execute(
        "delete from checkpoints where organisation_id = ? and size >= ?", (home, position)
    )
    size = len(lines)
    signature = notary(lab.instance_key()).sign(checkpoint_message(home, size, heads[size]))
    database.execute(
        "insert into checkpoints (organisation_id, size, head, signature) values (?, ?, ?, ?)",
        (home, size, heads[size], signature),
    )
    database.commit()
    database.close()
    return 1


if __name__ == "__main__":
    main(attack)
