"""The control: faults are planted in a copy, and the same reading must find each of them."""

import copy

import rows
from book import Book, Write
from crew import RECORDS, Crew, acknowledged
from verdict import NotRun


def control(lab, settlement, book):
    """On a copy of what the run left; the server must be stopped."""
    twin = lab.fork("planted")
    kept = Book()
    for write in book.of(settlement.crew):
        kept.writes.append(copy.copy(write))
        kept.writes[-1].fault = ""
    crew = Crew(twin, kept, settlement.crew.name)
    changed = {write.id for write in kept.writes if write.kind == "change"}
    there = [write for write in acknowledged(kept.writes) if write.id not in changed]
    record, call = _newest(there, RECORDS), _newest(there, ["call"])
    # In another case than the one that loses a record: that one may not open any more.
    twice = _newest([write for write in there if write.case != record.case], RECORDS)
    _delete(twin, rows.as_bytes(record.case), rows.as_bytes(call.id))
    twin.start()
    crew.come([crew.reader, twice.login])
    _send_twice(crew, twice)
    reading = copy.copy(settlement)
    reading.crew, reading.book = crew, kept
    reading.settle(everything=True)
    of_the_case = [write for write in kept.writes if write.case == record.case]
    for act, about in (
        ("the last record of a case was deleted", of_the_case),
        ("a call was deleted", [call]),
        ("a record was sent twice", [twice]),
    ):
        found = [f"{write.kind} {write.fault}" for write in about if write.fault]
        _tell(book, act, "; ".join(found[:2]))
    wanted = {write.text for write in (*of_the_case, call, twice)}
    others = [write for write in kept.writes if write.fault and write.text not in wanted]
    book.check(not others, f"control: {len(others)} writes are missed that nobody touched")
    twin.stop()
    _cut_a_line(twin, rows.as_bytes(crew.clients[crew.reader].account))
    twin.start()
    crew.come([])
    reading.ledger()
    words = next((fault for fault in kept.faults if fault.startswith("the ledger of")), "")
    _tell(book, "a line of the ledger was deleted", words)
    twin.stop()


def _tell(book, act, found):
    book.check(found, f"control: {act}, and nothing was missed")
    print(f"control: {act}: {found or 'NOT FOUND'}", flush=True)


def _newest(writes, kinds):
    found = [write for write in writes if write.kind in kinds]
    if not found:
        raise NotRun(f"too little was written for the control: no {', '.join(kinds)}")
    return found[-1]


def _delete(twin, case, call):
    """Rows that hold what was acknowledged."""
    database = twin.writing()
    rows.need(database, "case_records", "case_id", "seq")
    rows.need(database, "intakes", "id")
    last = "select max(seq) from case_records where case_id = ?"
    database.execute(
        f"delete from case_records where case_id = ? and seq = ({last})", (case, case)
    )
    database.execute("delete from intakes where id = ?", (call,))
    database.commit()
    database.close()


def _send_twice(crew, write):
    """As a server would do it that forgets what was done under a key."""
    again = Write(write.kind, write.login, write.path, write.body, write.text)
    answer = again.send(crew.clients[write.login])
    if not answer.ok:
        raise NotRun(f"the {write.kind} could not be sent twice: {answer.status_code}")


def _cut_a_line(twin, account):
    """One line out of the middle of the ledger of a member's organisation."""
    database = twin.writing()
    rows.need(database, "ledger_lines", "organisation_id", "position")
    home = rows.owners(database, "accounts")[account]
    mine = "from ledger_lines where organisation_id = ?"
    (last,) = database.execute(f"select max(position) {mine}", (home,)).fetchone()
    database.execute(f"delete {mine} and position = ?", (home, last // 2))
    database.commit()
    database.close()
