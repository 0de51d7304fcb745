"""Rows of calls, and of the people who called: drafts, the queue, receipts, letters."""

from reading import Reading
from sealing import context, derive


class Calls(Reading):
    """What came in, and what goes between a person and the helpers."""

    def intakes(self):
        for number, home, state, revision, sealed, handling in self.rows(
            "intakes", "id", "organisation_id", "state", "revision", "sealed", "handling"
        ):
            if state == "draft":
                place = context("draft", home, number, version=revision)
                self.by_keys("intakes.sealed", "draft", home, place, sealed, "personal")
            else:
                place = context("intake", home, number)
                self.by_keys("intakes.sealed", "intake", home, place, sealed, "queue")
            if handling:
                place = context("intake", home, number, version=revision)
                self.by_keys("intakes.handling", "intake", home, place, handling, "queue")

    def receipts(self):
        for number, home, revision, tag, deposit, status, stop in self.rows(
            "receipts", "id", "organisation_id", "revision", "tag", "deposit", "status", "stop"
        ):
            place = context("receipt-status", home, number, version=revision)
            self.by_instance("receipts.deposit", "receipt-status", deposit, place)
            mailbox = self.house.mailboxes.get(tag)
            if mailbox is None:
                self.faults.append("receipts.tag is the tag of no receipt of the demonstration")
            if mailbox is not None and status:
                place = context("receipt-status", home, number)
                self.by_box("receipts.status", "receipt-status", [(place, mailbox)], status)
            self.statement("receipts", home, number, stop, (number, mailbox))

    def letters(self):
        names = ("id", "organisation_id", "case_id", "tag")
        self.rows("receipts", *names)
        query = f"select {', '.join(names)} from receipts"
        receipts = {number: of for number, *of in self.database.execute(query).fetchall()}
        for receipt, seq, sealed, copy in self.rows(
            "letters", "receipt_id", "seq", "sealed", "sealed_copy"
        ):
            home, case, tag = receipts[receipt]
            plain = context("letter", home, receipt, version=seq)
            places = [(plain, private) for private in self.privates(home, "queue")]
            if mailbox := self.house.mailboxes.get(tag):
                places.insert(0, (plain, mailbox))
            for other, (where, epoch, key) in self.cases.items():
                if where == home and case in (None, other):
                    place = context("letter", home, receipt, case=other, epoch=epoch, version=seq)
                    places.append((place, derive(key, b"", "case/mailbox")))
            for name, value in (("sealed", sealed), ("sealed_copy", copy)):
                if value:
                    self.by_box(f"letters.{name}", "letter", places, value)
