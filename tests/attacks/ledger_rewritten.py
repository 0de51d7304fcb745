#!/usr/bin/env python3
"""Rows and the instance key: lines are taken out of the middle of the ledger, and it is signed anew.

The notary's key comes from the instance key, so the new chain is signed well. What is left against it
lies elsewhere: the file of marks, what auditors' keyrings pin, what partners and paper know. Once the
marks stay as they are. Once they are rewritten too, which the instance key allows: then it is for the
keyring of the auditor, who saw the ledger whole, to know better.
"""

import struct

import rows
from client import Refused, expect
from lab import DidNotStart, main
from ledger_cut import grow, judgement, lines_of, whole_ledger
from sealing import (
    EMPTY_CHAIN,
    NOBODY,
    chain,
    checkpoint_message,
    context,
    derive,
    notary,
    open_envelope,
    padme,
    seal_envelope,
)
from verdict import NotRun, broken, held

MARK, OF_LEDGER = 41, 3  # bytes of a mark without a hash; the kind of mark


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
    position = min(line["position"] for line in hers)
    home = rows.owners(lab.reading(), "accounts")[rows.as_bytes(eleni.account)]
    check_signing(lab.fork("control"), home)
    outcomes = {
        "marks as they are": carry_on(lab.fork("marked"), home, position, long, forget=False),
        "marks rewritten": carry_on(lab.fork("forgotten"), home, position, long, forget=True),
    }
    figure = "; ".join(f"{name}: {words}" for name, (_, words) in outcomes.items())
    return held(figure) if all(safe for safe, _ in outcomes.values()) else broken(figure)


def check_signing(lab, home):
    """The whole ledger, signed anew, and the marks, sealed anew, are believed."""
    database = lab.writing()
    sign_anew(lab, database, home)
    database.commit()
    rewrite_marks(lab, lambda mark: True)
    lab.start()
    said = judgement(lab.sign_in("harbour.petros"))
    lab.stop()
    if said != "intact":
        raise NotRun(f"not even a whole ledger that was signed anew is believed: {said}")


def carry_on(lab, home, position, long, *, forget):
    """What the auditor is told then: whether that is safe, and in words."""
    if not lab.blank:
        take_out(lab, home, position)
        if forget:
            rewrite_marks(lab, lambda mark: (mark[0], mark[1:17]) != (OF_LEDGER, home))
    try:
        lab.start()
        auditor = lab.sign_in("harbour.petros")
    except DidNotStart:
        return True, "the server refuses to start"
    except Refused as refusal:
        lab.stop()
        return refusal.answer.status_code < 500, str(refusal)
    said = [judgement(auditor)]
    grow(lab.sign_in("harbour.samir"), auditor, long)
    said.append(judgement(auditor))
    lab.stop()
    silent = any(word == "intact" or word.startswith("5") for word in said)
    return lab.blank or not silent, f"the server says {said[0]}, and {said[1]} when it has grown"


def take_out(lab, home, position):
    """Takes a line out, moves the rest up, and signs."""
    database = lab.writing()
    rows.need(database, "ledger_lines", "organisation_id", "position", "sealed")
    rows.need(database, "checkpoints", "organisation_id", "size", "head", "signature")
    database.execute(
        "delete from ledger_lines where organisation_id = ? and position = ?", (home, position)
    )
    later = database.execute(
        "select id, position from ledger_lines where organisation_id = ? and position > ?"
        " order by position",
        (home, position),
    ).fetchall()
    for number, place in later:
        database.execute("update ledger_lines set position = ? where id = ?", (place - 1, number))
    sign_anew(lab, database, home)
    database.commit()
    database.close()


def sign_anew(lab, database, home):
    """A checkpoint over all lines, in the place of all that there were."""
    lines = database.execute(
        "select sealed from ledger_lines where organisation_id = ? and position is not null"
        " order by position",
        (home,),
    ).fetchall()
    head = EMPTY_CHAIN
    for (sealed,) in lines:
        head = chain(head, sealed)
    signature = notary(lab.instance_key()).sign(checkpoint_message(home, len(lines), head))
    database.execute("delete from checkpoints where organisation_id = ?", (home,))
    database.execute(
        "insert into checkpoints (organisation_id, size, head, signature) values (?, ?, ?, ?)",
        (home, len(lines), head, signature),
    )


def rewrite_marks(lab, keep):
    """Seals the file of marks anew with those that are to be kept."""
    seal, place = derive(lab.instance_key(), b"", "instance/seal"), context("marks", NOBODY, NOBODY)
    content = open_envelope(seal, "marks", place, lab.marks().read_bytes())
    (count,) = struct.unpack(">Q", content[:8])
    short, long = content[8 : 8 + MARK * count], content[8 + MARK * count :]
    kept = [list(filter(keep, cut(part, size))) for part, size in ((short, MARK), (long, MARK + 32))]
    content = struct.pack(">Q", len(kept[0])) + b"".join(kept[0] + kept[1])
    lab.marks().write_bytes(seal_envelope(seal, "marks", place, content, padme(len(content) + 1)))


def cut(content, size):
    return [content[at : at + size] for at in range(0, len(content), size)]


if __name__ == "__main__":
    main(attack)
