"""The ledgers, their checkpoints, jobs that will write in one, and the file of marks."""

import base64
import hmac
import json
import struct
import uuid
from collections import Counter

from cryptography.exceptions import InvalidSignature
from reading import Reading, sha256
from sealing import EMPTY_CHAIN, NOBODY, chain, checkpoint_message, context, derive, notary

MARK, HASH = 41, 32
KINDS_OF_MARKS = range(1, 14)
# That the list of what waited before an upgrade is empty is a mark of kind 11.


class Ledger(Reading):
    """Lines, their chain, and what the server remembers outside the database."""

    def ledger(self):
        labels = self.labels_of_cases()
        heads, sizes, copies = {}, Counter(), 0
        self.chain_heads = {}
        names = ("organisation_id", "id", "position", "label", "sealed", "sealed_for_case", "mac")
        for home, number, position, label, sealed, copy, mac in self.rows(
            "ledger_lines", *names, order="organisation_id, position"
        ):
            place = context("ledger-line", home, number)
            places = [(place, private) for private in self.privates(home, "auditors")]
            self.by_box("ledger_lines.sealed", "ledger-line", places, sealed)
            leaf = sha256(b"\x00" + sealed).hex()
            self.must_be_tag("ledger_lines.mac", mac, "ledger line", home, number, "", leaf)
            if position is not None:
                heads[home] = chain(heads.get(home, EMPTY_CHAIN), sealed)
                sizes[home] += 1
                self.chain_heads[home, sizes[home]] = heads[home]
                if position != sizes[home]:
                    self.faults.append("places in a ledger are not one after the other")
            if label in labels:
                _, epoch, key = self.cases[labels[label]]
                place = context("case-ledger-line", home, number, case=labels[label], epoch=epoch)
                seal = derive(key, b"", "case/ledger")
                self.by_secret("ledger_lines.sealed_for_case", "case-ledger-line", seal, place, copy)
                copies += 1
        if copies != len(labels):
            self.faults.append("labels of cases and lines do not fit")
        self.checkpoints()

    def labels_of_cases(self):
        """Every label that a line of a case has, by the case's key."""
        there = {label for (label,) in self.rows("ledger_lines", "label")}
        labels = {}
        for case, (_, _, key) in self.cases.items():
            seal, number = derive(key, b"", "case/ledger-label"), 0
            while (label := hmac.digest(seal, struct.pack(">Q", number), "sha256")) in there:
                labels[label] = case
                number += 1
        return labels

    def checkpoints(self):
        public = notary(self.instance).public_key()
        for home, size, head, signature in self.rows(
            "checkpoints", "organisation_id", "size", "head", "signature"
        ):
            if self.chain_heads.get((home, size)) != head:
                self.faults.append("a checkpoint has another head than the chain")
            try:
                public.verify(signature, checkpoint_message(home, size, head))
            except InvalidSignature:
                self.faults.append("a checkpoint is not signed by the notary")

    def jobs(self):
        """Of a failed sign-in it is not said whose it was, until the job has run."""
        for name, payload in self.rows("jobs", "name", "payload"):
            if name == "note_failed_sign_in":
                job = json.loads(payload)
                place = context("ledger-line", NOBODY, uuid.UUID(job["id"]).bytes)
                sealed = base64.b64decode(job["sealed"])
                self.by_instance("jobs.payload", "ledger-line", sealed, place)

    # Beside the database

    def marks(self):
        """The file of marks: its order, its kinds, and that no ledger is shorter than its mark."""
        if not self.lab.state.exists():
            self.faults.append("there is no folder of marks")
            return
        place = context("marks", NOBODY, NOBODY)
        content = self.by_instance("marks", "marks", self.lab.marks().read_bytes(), place)
        if content is None:
            return
        (count,) = struct.unpack(">Q", content[:8])
        plain, hashed = content[8 : 8 + MARK * count], content[8 + MARK * count :]
        found = [plain[at : at + MARK] for at in range(0, len(plain), MARK)]
        heads = [hashed[at : at + MARK + HASH] for at in range(0, len(hashed), MARK + HASH)]
        if found != sorted(found) or heads != sorted(heads):
            self.faults.append("marks do not stand in the order of their bytes")
        if any(mark[0] not in KINDS_OF_MARKS for mark in found + heads):
            self.faults.append("a mark is of a kind that the page does not have")
        if len(plain) != MARK * count or len(hashed) % (MARK + HASH) or not found + heads:
            self.faults.append("marks have another shape than the page says")
        for mark in heads:
            kind, home, _, version, head = struct.unpack(">B16s16sQ32s", mark)
            if kind == 3 and version and self.chain_heads.get((home, version)) != head:
                self.faults.append("a mark of a ledger is of no line that is there")
