"""What was sent, what was answered, and what was found of it afterwards."""

import threading
import uuid
from collections import Counter

ACKNOWLEDGED = "acknowledged"
UNANSWERED = "unanswered"  # sent, and the server was killed before the answer came
REFUSED = "refused"

# Refusals that may be met under load. Whatever else is refused is a fault.
UNDER_LOAD = {(429, ""), (503, ""), (409, "changed_meanwhile")}

# Kinds of writes, each with the line of the ledger that it must leave behind.
LINES = {
    "call": "intake_handed_over",
    "case": "case_opened",
    "case of a call": "case_opened",
    "person": "person_added",
    "entry": "entry_added",
    "task": "task_added",
    "need": "need_added",
    "change": "entry_changed",
}


class Write:
    """One request that writes, and what is known of it."""

    def __init__(self, kind, login, path, body, text, *, method="POST", match=None, of=None):
        self.kind, self.login = kind, login
        self.method, self.path, self.body, self.match = method, path, body, match
        self.key = None if method == "PATCH" else str(uuid.uuid4())
        self.text = text  # what must be read back, word for word
        self.of = of  # the entry that a change is about
        self.state = UNANSWERED
        self.answer = ""  # status and code, when it was refused
        self.id = of.id if of else None
        self.etag = self.receipt = None
        self.before_the_kill = None  # of an unanswered one: whether it was done already
        self.settled = False  # sent again, if it had to be
        self.fault = ""

    @property
    def case(self):
        """The case that it opened or is about; a call is about none."""
        if self.kind.startswith("case"):
            return self.id
        return self.path.split("/")[2] if self.path.startswith("/cases/") else None

    @property
    def must_be_there(self):
        return self.state != REFUSED

    def send(self, client):
        return client.ask(self.method, self.path, self.body, self.match, self.key)

    def learn(self, answer):
        """From the answer to the first sending, or to a later one."""
        if answer.ok:
            body = answer.json()
            self.id = body["case"] if self.kind == "case of a call" else body["id"]
            self.etag, self.receipt = answer.headers.get("ETag"), body.get("receipt")

    def wrong(self, words):
        """The first thing that is wrong with it is kept."""
        self.fault = self.fault or words


class Book:
    """All writes of a run, and all checks that are about no single write."""

    def __init__(self):
        self.writes = []
        self.checks = Counter()
        self.faults = []
        self.lock = threading.Lock()

    def begin(self, write):
        """Before it is sent: from now on it may have been done."""
        with self.lock:
            self.writes.append(write)

    def end(self, write, answer):
        """The server has answered."""
        if answer.ok:
            write.learn(answer)
            write.state = ACKNOWLEDGED
            return
        problem = _problem(answer)
        write.state = REFUSED
        write.answer = f"{answer.status_code} {problem.get('reason') or problem.get('code') or ''}"
        if not may_be_refused(answer):
            write.wrong(f"refused with {write.answer}")

    def check(self, good, words):
        """One check more. Answers whether it is good."""
        with self.lock:
            self.checks[bool(good)] += 1
            if not good:
                self.faults.append(words)
        return good

    def of(self, crew):
        return [write for write in self.writes if write.login in crew.logins]

    def table(self):
        """By kind of write, lines to print."""
        head = ("", "sent", "acknowledged", "unanswered", "of these done", "refused", "wrong")
        rows = [head]
        for kind in [*LINES, "in all"]:
            of_kind = [write for write in self.writes if kind in (write.kind, "in all")]
            unanswered = [write for write in of_kind if write.state == UNANSWERED]
            rows.append(
                (
                    kind,
                    len(of_kind),
                    sum(write.state == ACKNOWLEDGED for write in of_kind),
                    len(unanswered),
                    sum(write.before_the_kill is True for write in unanswered),
                    sum(write.state == REFUSED for write in of_kind),
                    sum(bool(write.fault) for write in of_kind),
                )
            )
        return [f"{row[0]:16}" + "".join(f"{cell:>15}" for cell in row[1:]) for row in rows]

    def result(self):
        """How many checks passed and failed, and a sentence for each that failed."""
        wrong = [write for write in self.writes if write.fault]
        faults = self.faults + [f"{one.kind} by {one.login}: {one.fault}" for one in wrong]
        passed = self.checks[True] + len(self.writes) - len(wrong)
        return passed, faults


def may_be_refused(answer):
    """Whether it is a refusal that a busy server may give."""
    problem = _problem(answer)
    return any(
        answer.status_code == status and reason in ("", problem.get("reason"))
        for status, reason in UNDER_LOAD
    )


def is_gone(answer):
    """Whether it says that this was done before, in another sign-in."""
    return answer.status_code == 409 and _problem(answer).get("code") == "answer_gone"


def _problem(answer):
    try:
        return answer.json()
    except ValueError:
        return {}
