"""After a kill: what was not answered is sent again, and everything is read back.

It is read by a supervisor, who can open every case and call of the organisation.
"""

import time
from collections import Counter, defaultdict

from book import LINES, UNANSWERED, is_gone, may_be_refused
from client import Refused, expect, status, verdict_on_ledger
from crew import RECORDS, acknowledged
from verdict import NotRun

SENT_AGAIN = 20  # of what was acknowledged, each time
STATES = ("waiting", "taken", "closed")


class Settlement:
    """Sends again and reads back what one crew wrote, each time it has come back."""

    def __init__(self, crew):
        self.crew, self.book = crew, crew.book
        reader = crew.clients[crew.reader]
        # What the demonstration had before: it is nobody's write.
        self.before = set(self._cases(reader)) | set(self._calls(reader))
        self.known = set(self.before)
        self.first_line = expect(self._auditor().get("/ledger?limit=1"), "the ledger")["items"][0]["at"]

    def settle(self, everything=False):
        """What is new since the last time; or all that this crew ever wrote."""
        new = [write for write in self.book.of(self.crew) if not write.settled]
        for write in new:
            if write.state == UNANSWERED:
                self._send_again(write)
        keyed = [write for write in acknowledged(new) if write.key]
        for write in keyed[:: max(1, len(keyed) // SENT_AGAIN)]:
            answer = self._patiently(write)
            self.book.check(
                is_gone(answer),
                f"{write.kind} by {write.login}: sent again after a restart: {status(answer)}",
            )
        self._try_a_receipt(new)
        writes = self.book.of(self.crew) if everything else new
        self._read_back(writes, everything)
        for write in new:
            write.settled = True

    # Sending again

    def _patiently(self, write):
        for _ in range(50):
            answer = write.send(self.crew.clients[write.login])
            if not may_be_refused(answer):
                return answer
            time.sleep(0.5)
        raise NotRun(f"{write.kind} is refused for ever: {status(answer)}")

    def _send_again(self, write):
        """Under its key, or with the version it was a change of. It must end as done, once."""
        answer = self._patiently(write)
        if answer.ok:
            write.before_the_kill = False
            write.learn(answer)
        elif is_gone(answer) or write.method == "PATCH" and answer.status_code == 412:
            write.before_the_kill = True
        else:
            write.wrong(f"not answered; sent again: {status(answer)}")

    def _try_a_receipt(self, new):
        """The number that was read out to a person must work."""
        for write in acknowledged(new):
            if write.receipt:
                try:
                    person = self.crew.lab.with_receipt(write.receipt)
                    answer = person.get(f"{self.crew.lab.address}/api/v1/receipts/current")
                    self.book.check(answer.ok, f"a receipt that was handed out: {status(answer)}")
                except NotRun as fault:
                    self.book.check(False, f"a receipt that was handed out: {fault}")
                return

    # Reading back

    @staticmethod
    def _cases(reader):
        return [case["id"] for case in reader.all_items("/cases", "list of cases")]

    @staticmethod
    def _calls(reader):
        return [
            call["id"]
            for state in STATES
            for call in reader.all_items("/intakes", "list of calls", state=state)
        ]

    def _read_back(self, writes, everything):
        reader = self.crew.clients[self.crew.reader]
        found = defaultdict(list)  # text: [(kind, id)]
        # Of what was read before only that in which somebody wrote since.
        here = {write.case for write in writes}
        passed_over = self.before if everything else self.known - here
        for call in set(self._calls(reader)) - passed_over:
            answer = reader.get(f"/intakes/{call}")
            body = answer.json() if answer.ok else {}
            found[(body.get("intake") or {}).get("notes")].append(("call", call))
            self.known.add(call)
        for case in set(self._cases(reader)) - passed_over:
            for kind, number, text in _contents(reader, case):
                found[text].append((kind, number))
            self.known.add(case)
        changed = {
            write.id: write for write in self.book.of(self.crew)
            if write.kind == "change" and write.must_be_there
        }
        for write in writes:
            if write.kind == "entry" and write.id in changed:
                # What stands there now is the change's text, and is looked for as that.
                if any(kind == "entry" for kind, _ in found[write.text]):
                    write.wrong("there beside its change")
            else:
                _judge(write, found)

    def ledger(self):
        """The chain holds, and each write left one line."""
        auditor = self._auditor()
        verdict = verdict_on_ledger(auditor)
        words = f"the ledger of {self.crew.name}: {'; '.join(verdict['problems'])}"
        self.book.check(verdict["intact"] and not verdict["not_yet_folded"], words)
        lines = Counter()
        for line in auditor.all_items("/ledger", "the ledger"):
            if line["at"] and line["at"] >= self.first_line:
                lines[line["what"], line["subject"] or line["case"]] += 1
        done = set()
        for write in self.book.of(self.crew):
            if write.must_be_there and write.id:
                what = LINES[write.kind], write.id
                done.add(what)
                if lines[what] != 1:
                    write.wrong(f"{lines[what]} lines of the ledger tell of it")
        others = [what for what in lines if what[0] in LINES.values() and what not in done]
        self.book.check(not others, f"lines of the ledger about what nobody wrote: {others[:5]}")
        return verdict["lines"]

    def _auditor(self):
        """She signs in when she is needed: a sign-in ends with the server."""
        crew = self.crew
        if crew.auditor not in crew.clients:
            crew.clients[crew.auditor] = crew.lab.sign_in(crew.auditor)
        return crew.clients[crew.auditor]


def _contents(reader, case):
    """All texts of a case, as (kind, id, text). What does not open has none."""
    texts = []
    try:
        sheet = expect(reader.get(f"/cases/{case}"), "a case")["sheet"]["body"]
        texts.append(("case", case, sheet["summary"]))
        for kind, (place, field, _) in RECORDS.items():
            for record in reader.all_items(f"/cases/{case}/{place}", place):
                text = record["body"][field]
                texts.append((kind, record["id"], "".join(text)))
    except Refused:
        pass
    return texts


def _judge(write, found):
    """Whether what was written is there once, under the id that was answered."""
    kind = {"case of a call": "case", "change": "entry"}.get(write.kind, write.kind)
    there = [number for what, number in found[write.text] if what == kind]
    if not write.must_be_there:
        if there:
            write.wrong(f"refused with {write.answer}, and done")
    elif not there:
        write.wrong("not there any more" if write.state != UNANSWERED else "not there")
    elif len(there) > 1:
        write.wrong(f"there {len(there)} times")
    elif write.id not in (None, there[0]):
        write.wrong("there under another id")
    else:
        write.id = there[0]
