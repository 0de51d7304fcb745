"""Rows of cases: who may open them, their chains, their cards, and what goes to partners."""

import json
import struct
import uuid

import cbor2
import rows
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from reading import Reading, sha256, unpadded
from sealing import (
    box_parts,
    context,
    derive,
    grant_label,
    open_box_whole,
    open_envelope,
    public_of,
    stop_key,
    stop_message,
    stop_row,
)


class Cases(Reading):
    """Who may open a case is read first: everything else opens with its key."""

    def __init__(self, *of):
        super().__init__(*of)
        self.cases = {}  # case: organisation, epoch, key
        self.granted = {}  # case: groups that a grant was made to, with their epochs
        self.stop_keys = {}  # case: the key that checks what the person said about sharing
        self.chains = {}  # case: hash of the last record, and the list of who may open it

    def grants(self):
        owners = rows.owners(self.database, "cases")
        for case, label, epoch, sealed, quick, mac in self.rows(
            "grants", "case_id", "label", "case_epoch", "sealed", "quick", "mac"
        ):
            home = owners[case]
            attempts = [
                lambda it, key=key: (key, self.opened_grant(key, home, case, epoch, it))
                for key in self.house.keys
                if key.home == home
            ]
            opened = self.tries("grants.sealed", "grant", attempts, sealed)
            hashes = sha256(sealed).hex(), sha256(quick).hex() if quick else ""
            self.must_be_tag("grants.mac", mac, "grant", home, case, epoch, label.hex(), *hashes)
            if opened is None:
                continue
            key, case_key = opened
            self.cases[case] = (home, epoch, case_key)
            self.granted.setdefault(case, set()).add((key.group, key.epoch))
            if quick:
                self.quick_grant(key, case, epoch, label, quick, case_key)

    def opened_grant(self, key, home, case, epoch, sealed):
        """The case key in a grant, with its signature checked by the register."""
        place = context("grant", home, key.group, case=case, epoch=epoch, version=key.epoch)
        return cbor2.loads(self.signed(key.private, home, "grant", place, sealed))["key"]

    def quick_grant(self, key, case, epoch, label, quick, case_key):
        place = context("quick-grant", key.home, key.group, case=case, epoch=epoch, version=key.epoch)
        seal = derive(key.seed, b"", "group/quick")
        same = self.by_secret("grants.quick", "quick-grant", seal, place, quick)
        if same is not None and same != case_key:
            self.faults.append("grants.quick holds another key than grants.sealed")
        if grant_label(key.seed, case, epoch) != label:
            self.faults.append("grants.label is not the label of its group")

    def records(self):
        heads, lists = {}, {}
        for case, seq, epoch, sealed in self.rows(
            "case_records", "case_id", "seq", "epoch", "sealed", order="case_id, seq"
        ):
            if case not in self.cases:
                self.tries("case_records.sealed", "record", [], sealed)
                continue
            home, _, key = self.cases[case]
            where = {"case": case, "epoch": epoch, "version": seq}
            place = context("record", home, case, previous=heads.get(case, b""), **where)
            seal = derive(key, b"", "case/record")
            content = self.by_secret("case_records.sealed", "record", seal, place, sealed)
            heads[case] = sha256(sealed)
            said = json.loads(content) if content is not None else {}
            if said.get("kind") == "receipt":
                self.stop_keys[case] = bytes(said["body"]["link"]["stop"])
            if said.get("kind") == "access":
                lists[case] = max(lists.get(case, said), said, key=lambda one: one["version"])
        self.chains = {case: (head, lists.get(case)) for case, head in heads.items()}

    def case_cards(self):
        for case, home, revision, sealed, mac in self.rows(
            "cards", "case_id", "organisation_id", "revision", "sealed", "mac"
        ):
            if case not in self.cases:
                self.tries("cards.sealed", "card", [], sealed)
                continue
            _, epoch, key = self.cases[case]
            place = context("card", home, case, case=case, epoch=epoch, version=revision)
            seal = derive(key, b"", "case/card")
            card = self.by_secret("cards.sealed", "card", seal, place, sealed)
            hashed = sha256(sealed).hex()
            self.must_be_tag("cards.mac", mac, "card", home, case, epoch, revision, hashed)
            if card is not None:
                self.must_agree(case, json.loads(card))

    def must_agree(self, case, card):
        """The card with the chain's head and list; the list with the grants."""
        head, access = self.chains[case]
        if card["h"] != head.hex():
            self.faults.append("a card has another head than the chain of its case")
        named = unpadded(card["g"])
        named = [struct.unpack(">16sI", named[at : at + 20]) for at in range(0, len(named), 20)]
        listed = [(uuid.UUID(one["group"]).bytes, one["epoch"]) for one in access["body"]["groups"]]
        if named != listed:
            self.faults.append("a card names other groups than the record of access")
        if not self.granted[case] <= set(named):
            self.faults.append("a grant is to a group that the card does not name")

    # What persons said about sharing

    def statements(self):
        """By the digits of their receipts."""
        receipts = {
            case: (number, self.house.mailboxes.get(tag))
            for number, case, tag in self.rows("receipts", "id", "case_id", "tag")
        }
        for case, home, stop in self.rows("cases", "id", "organisation_id", "stop"):
            number, mailbox = receipts.get(case, (None, None))
            if mailbox and stop_key(mailbox).public_key().public_bytes_raw() != self.stop_keys.get(case):
                self.faults.append("a case's record receipt has another key for statements")
            if stop is not None:
                self.statement("cases", home, case, stop, (number, mailbox))

    def statement(self, table, home, subject, stop, receipt):
        if stop is None:
            return
        (receipt, mailbox), spoiled = receipt, self.spoil(stop)
        number, signature = struct.unpack(">Q", spoiled[:8])[0], spoiled[40:]
        if stop_row(self.instance, home, subject, number, signature) != spoiled:
            self.faults.append(f"{table}.stop has not the tag of its row")
            return
        if mailbox is None or not signature:
            self.faults.append(f"{table}.stop is signed with the digits of nobody")
            return
        try:
            message = stop_message(home, receipt, number)
            stop_key(mailbox).public_key().verify(signature, message)
            self.counts["statement"] += 1
        except InvalidSignature:
            self.faults.append(f"{table}.stop is signed with other digits")

    # Referrals

    def referrals(self):
        self.parties = {}
        for number, case, sender, receiver, notice, packet in self.rows(
            "referrals", "id", "case_id", "sender_id", "receiver_id", "notice", "packet"
        ):
            self.parties[number] = (sender, receiver, case)
            for kind, value in (("notice", notice), ("packet", packet)):
                if value:
                    self.between(f"referrals.{kind}", kind, number, 0, value)

    def referral_events(self):
        for number, seq, one, other in self.rows(
            "referral_events", "referral_id", "seq", "for_sender", "for_receiver"
        ):
            for name, value in (("for_sender", one), ("for_receiver", other)):
                if value and number in self.parties:
                    self.between(f"referral_events.{name}", "referral-event", number, seq, value)

    def between(self, name, kind, number, version, sealed):
        """A plain box around form, entry of the signer and signed box."""
        sender, receiver, case = self.parties[number]
        place = context(kind, sender, number, version=version)
        privates = self.privates(receiver, "inbox") + self.privates(sender, "inbox")
        if case in self.cases:
            privates.insert(0, derive(self.cases[case][2], b"", "case/mailbox"))

        def opened(it, private):
            frame = open_box_whole(private, kind, place, it, signed=False)
            if frame[0] == 0:
                return frame[1:]
            (length,) = struct.unpack(">I", frame[1:5])
            entry, inner = frame[5 : 5 + length], frame[5 + length :]
            who, signature, content = box_parts(
                open_box_whole(private, kind, place, inner, signed=True)
            )
            signing = self.house.key_in_entry((sender, receiver), who, entry)
            message = b"amparo/v1/sign/message/" + kind.encode() + place + public_of(private)
            Ed25519PublicKey.from_public_bytes(signing).verify(signature, message + who + content)
            return content

        attempts = [lambda it, private=private: opened(it, private) for private in privates]
        self.tries(name, kind, attempts, sealed)
