"""The members of one organisation, and how they write until their server is killed."""

import random
import threading
import time
import uuid

from book import ACKNOWLEDGED, LINES, Write, may_be_refused
from client import CALL
from verdict import NotRun

WRITERS = ("volunteer", "caseworker", "supervisor")
WORK_IN = 6  # of her newest cases somebody writes in so many: several write in one at a time
RECEIPTS = 0.04  # of the calls; making one takes seconds of the processor
AGAIN = 0.05  # of what was answered is sent again at once

KINDS = [kind for kind in LINES if kind != "call"]
WEIGHTS = {"case": 2, "case of a call": 2, "person": 3, "entry": 8, "task": 3, "need": 3, "change": 3}
DUE = "2100-01-01T10:00:00Z"
# Each with its place below a case, the field for the words, and what it needs besides.
RECORDS = {
    "person": ("people", "names", {"part": "contact"}),
    "entry": ("entries", "text", {"kind": "note"}),
    "task": ("tasks", "what", {"kind": "other", "due": DUE, "time_zone": "Europe/Athens"}),
    "need": ("needs", "detail", {"category": "legal", "urgency": "P3"}),
}


class Crew:
    """Who writes in an organisation, who reads it back, and who checks its ledger."""

    def __init__(self, lab, book, name):
        self.lab, self.book, self.name = lab, book, name
        roles = {
            login: one["role"]
            for login, one in lab.accounts.items()
            if login.split(".")[0] == name
        }
        self.logins = [login for login, role in roles.items() if role in WRITERS]
        self.casework = [login for login in self.logins if roles[login] != "volunteer"]
        supervisors = [login for login in self.logins if roles[login] == "supervisor"]
        auditors = [login for login, role in roles.items() if role == "auditor"]
        if not supervisors or not auditors:
            raise NotRun(f"{name} has no supervisor or no auditor any more")
        self.reader, self.auditor = supervisors[0], auditors[0]
        self.clients = {}
        self.cases = {login: [] for login in self.casework}
        self.entries, self.calls = [], []  # not changed yet; not opened yet
        self.lock = threading.Lock()

    def come(self, logins=None):
        """They sign in, or all who write: a sign-in does not outlive its server."""
        logins = self.logins if logins is None else dict.fromkeys(logins)
        self.clients = {login: self.lab.sign_in(login) for login in logins}

    def write_and_be_killed(self, seconds, hands):
        """Everybody writes with so many hands at once; after so long the server is killed."""
        stop = threading.Event()
        threads = [
            threading.Thread(target=self._work, args=(self.clients[login].second_hand(), stop))
            for login in self.logins
            for _ in range(hands)
        ]
        for thread in threads:
            thread.start()
        time.sleep(seconds)
        alive = self.lab.server.poll() is None
        self.book.check(alive, "the server ended before it was killed")
        self.lab.kill()
        stop.set()
        for thread in threads:
            thread.join()

    def _work(self, client, stop):
        try:
            self._write(client, stop)
        except NotRun:
            pass  # no answer: the server is gone
        except Exception as fault:  # else nobody would miss what this hand does not write
            self.book.check(False, f"a hand of {client.login}: {type(fault).__name__} {fault}")

    def _write(self, client, stop):
        dice = random.Random()
        client.tries = 1  # what was refused is written down as that
        while not stop.is_set():
            write = self._next(client.login, dice)
            self.book.begin(write)
            answer = write.send(client)
            self.book.end(write, answer)
            if not answer.ok:
                # Told to wait, a hand would wait longer than the server lives.
                stop.wait(0.2)
                continue
            self._hold(write)
            if write.key and dice.random() < AGAIN:
                self._again(client, write, answer)

    def _again(self, client, write, first):
        """In the same sign-in the same answer comes again."""
        second = write.send(client)
        if may_be_refused(second):
            return
        same = second.status_code == first.status_code and second.json() == first.json()
        self.book.check(same, f"{write.kind}: sent again at once, and another answer came")

    def _hold(self, write):
        """What was acknowledged can be worked on."""
        with self.lock:
            if write.kind == "call":
                self.calls.append(write)
            elif write.kind == "entry":
                self.entries.append(write)
            elif write.kind.startswith("case"):
                self.cases[write.login].append(write.id)

    def _next(self, login, dice):
        text = f"kills-{uuid.uuid4().hex}"
        if login not in self.casework:
            return _call(login, text, dice)
        kind = dice.choices(KINDS, [WEIGHTS[kind] for kind in KINDS])[0]
        with self.lock:
            cases = self.cases[login][-WORK_IN:]
            if kind == "case of a call" and self.calls:
                call = self.calls.pop()
                path = f"/intakes/{call.id}/open-case"
                return Write(kind, login, path, {"summary": text}, text)
            mine = [write for write in self.entries[-50:] if write.login == login]
            if kind == "change" and mine:
                entry = dice.choice(mine)
                self.entries.remove(entry)
                return _change(login, entry, text)
        if kind in RECORDS and cases:
            place, field, more = RECORDS[kind]
            body = {field: [text] if field == "names" else text, **more}
            return Write(kind, login, f"/cases/{dice.choice(cases)}/{place}", body, text)
        if kind in ("case", "person", "entry") or not cases:
            body = {"sheet": {"priority": "P3", "summary": text}}
            return Write("case", login, "/cases", body, text)
        return _call(login, text, dice)


def _call(login, text, dice):
    receipt = "issue" if dice.random() < RECEIPTS else "unsafe_to_keep"
    body = {"intake": {**CALL, "notes": text}, "receipt": receipt}
    return Write("call", login, "/intakes", body, text)


def _change(login, entry, text):
    path, body = f"{entry.path}/{entry.id}", {"text": text}
    return Write(
        "change", login, path, body, text, method="PATCH", match=entry.etag, of=entry
    )


def acknowledged(writes):
    return [write for write in writes if write.state == ACKNOWLEDGED]
