"""Every sealed column of a demonstration: who opens it, in which context, and what is proved by it.

The table "Where it lies" of docs/sealing.md says for each column what is tried here. A row that
nobody's keys open is a fault, and so is a column of bytes that the table does not know.
"""

import base64
import hashlib
import hmac
import json
import struct
import uuid
from collections import Counter

import cbor2
import rows
from client import CALL
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from keys import House
from sealing import (
    EMPTY_CHAIN,
    KINDS,
    NOBODY,
    DoesNotOpen,
    box_parts,
    chain,
    checkpoint_message,
    context,
    derive,
    grant_label,
    lookup_tag,
    notary,
    open_box_whole,
    open_envelope,
    public_of,
    stop_key,
    stop_message,
    stop_row,
)

# Not sealed: tags, hashes, salts and signatures of fixed lengths, and bytes that are public.
CLEAR = {"verifier", "lookup", "tag", "label", "mac", "head", "signature", "request", "params", "salt"}
# Sealed with what only the one who asked has, or already checked as a whole.
PUBLIC = {"__diesel_schema_migrations"}


def add_what_is_missing(lab):
    """What a demonstration has none of: an invitation, a draft and a person who stopped sharing, made
    through the API."""
    lab.start()
    admin = next(login for login, one in lab.accounts.items() if one["role"] == "administrator")
    answer = lab.sign_in(admin).post("/invitations", {"roles": ["volunteer"]})
    if not answer.ok:
        raise RuntimeError(f"no invitation was made: {answer.status_code}")
    dafni = lab.sign_in("harbour.dafni")
    answer = dafni.post("/intakes", {"hand_over": False, "intake": {**CALL, "notes": "A draft."}})
    if not answer.ok:
        raise RuntimeError(f"no draft was made: {answer.status_code} {answer.text[-300:]}")
    for one in json.loads((lab.folder / "demo.json").read_text())["receipts"]:
        person = lab.with_receipt(one["receipt"])
        answer = person.delete(f"{lab.address}/api/v1/receipts/current/consents")
        if not answer.ok:
            raise RuntimeError(f"no sharing was stopped: {answer.status_code}")
    lab.stop()


def check(lab, faults, spoil=None):
    """Opens all rows. Answers how many objects opened, by kind."""
    reader = Reader(lab, spoil)
    reader.everything()
    faults += reader.faults
    return reader.counts


def check_spoiled(lab):
    """With the last byte of sealed values turned over, nothing opens: of every table its first
    rows. Answers how many were refused."""
    reader = Reader(lab, spoil=lambda value: value[:-1] + bytes([value[-1] ^ 1]), most=5)
    reader.everything()
    opened = {kind: count for kind, count in reader.counts.items() if count}
    return 0 if opened else len(reader.faults)


class Reader:
    """Tries the keys of everybody in the demonstration."""

    def __init__(self, lab, spoil=None, most=None):
        self.lab = lab
        self.database = lab.reading()
        self.instance = lab.instance_key()
        self.house = House(lab, self.database, self.instance)
        self.spoil = spoil or (lambda value: value)
        self.most = most
        self.counts = Counter()
        self.faults = []
        self.cases = {}
        self.stop_keys = {}
        self.chain_heads = {}
        self.heads = {}

    def everything(self):
        known = {
            "accounts": self.accounts,
            "organisations": self.organisations,
            "published_keys": self.published_keys,
            "unlock_methods": self.unlock_methods,
            "deliveries": self.deliveries,
            "invitations": self.invitations,
            "register_manifests": self.manifests,
            "register_entries": self.register_entries,
            "grants": self.grants,
            "case_records": self.records,
            "cards": self.case_cards,
            "intakes": self.intakes,
            "receipts": self.receipts,
            "cases": self.statements,
            "letters": self.letters,
            "referrals": self.referrals,
            "referral_events": self.referral_events,
            "ledger_lines": self.ledger,
        }
        there = rows.tables(self.database)
        for table, look in known.items():
            if table in there:
                look()
        self.marks()
        for table in there:
            self.must_be_known(table, known)

    def must_be_known(self, table, known):
        """A table that the page does not know may hold no bytes that could be sealed."""
        if table in known or table in PUBLIC:
            return
        for column in rows.columns(self.database, table):
            if column in CLEAR:
                continue
            query = f'select count(*) from "{table}" where typeof("{column}") = \'blob\''
            query += f' and length("{column}") > 58'
            (count,) = self.database.execute(query).fetchone()
            if count:
                self.faults.append(f"{table}.{column}: {count} values that the page does not know")

    # Opening

    def tries(self, name, kind, attempts, sealed):
        """The first content of several attempts; a fault when there is none."""
        for attempt in attempts:
            try:
                content = attempt(self.spoil(sealed))
            except (DoesNotOpen, InvalidSignature, ValueError, KeyError, struct.error):
                continue
            self.counts[kind] += 1
            return content
        self.faults.append(f"{name} of kind {kind} opens with nobody's keys")
        return None

    def by_instance(self, name, kind, sealed, place):
        key = derive(self.instance, b"", "instance/seal")
        return self.tries(name, kind, [lambda it: open_envelope(key, kind, place, it)], sealed)

    def rows(self, table, *names):
        rows.need(self.database, table, *names)
        return self.database.execute(f"select {', '.join(names)} from {table}").fetchall()[: self.most]

    # Accounts and organisations

    def accounts(self):
        names = ("id", "organisation_id", "lookup", "revision", "profile", "identity", "keyring")
        for number, home, lookup, revision, profile, identity, keyring in self.rows(
            "accounts", *names
        ):
            place = context("account", home, number, version=revision)
            self.by_instance("accounts.profile", "account", profile, place)
            member = self.house.members.get(number)
            if member is None:
                if identity or keyring:
                    self.tries("accounts.identity", "identity", [], identity)
                continue
            if lookup_tag(self.instance, "login", member.login) != lookup:
                self.faults.append("accounts.lookup is not the tag of the login name")
            key = derive(member.master, b"", "umk/identity")
            place = context("identity", NOBODY, number)
            opened = [lambda it, key=key, place=place: open_envelope(key, "identity", place, it)]
            self.tries("accounts.identity", "identity", opened, identity)
            key = derive(member.master, b"", "umk/keyring")
            place = context("keyring", NOBODY, number, version=member.keyring_version)
            opened = [lambda it, key=key, place=place: open_envelope(key, "keyring", place, it)]
            self.tries("accounts.keyring", "keyring", opened, keyring)

    def unlock_methods(self):
        """The recovery code is on paper only: of its rows the master key cannot be told."""
        for account, method, params, salt, wrapped in self.rows(
            "unlock_methods", "account_id", "method", "params", "salt", "wrapped"
        ):
            member = self.house.members.get(account)
            if method == "recovery-code-v1" or member is None:
                continue
            parts = (method.encode(), params, salt)
            more = b"".join(struct.pack(">I", len(part)) + part for part in parts)
            place = context("unlock-method", NOBODY, account)
            key = derive(member.secret, salt, "unlock/wrap")

            def opened(it, key=key, place=place, more=more):
                return open_envelope(key, "unlock-method", place, it, more)

            self.tries("unlock_methods.wrapped", "unlock-method", [opened], wrapped)

    def organisations(self):
        for number, revision, sealed in self.rows("organisations", "id", "revision", "sealed"):
            place = context("organisation", number, number, version=revision)
            self.by_instance("organisations.sealed", "organisation", sealed, place)

    def published_keys(self):
        for home, group, epoch, entry in self.rows(
            "published_keys", "organisation_id", "group_id", "epoch", "entry"
        ):
            place = context("register-entry", home, group, version=epoch)
            whole = self.by_instance("published_keys.entry", "register-entry", entry, place)
            if whole is not None:
                self.house.must_be_signed(home, group, whole, self.faults)

    def deliveries(self):
        for number, account, parcel in self.house.parcels(self.rows("deliveries", "id", "sealed")):
            self.counts["delivery"] += 1
            member = self.house.members[account]
            place = context("delivery", member.organisation, account)
            for name, signed in (("delivery", True), ("papers", False)):
                sealed = base64.b64decode(parcel[name])

                def opened(it, signed=signed, member=member, place=place):
                    return open_box_whole(member.opening, "delivery", place, it, signed=signed)

                self.tries(f"deliveries, {name}", "delivery", [opened], sealed)
        for _ in self.house.lost_parcels:
            self.faults.append("deliveries.sealed opens for no account")

    def invitations(self):
        for number, home, sealed in self.rows("invitations", "id", "organisation_id", "sealed"):
            place = context("invitation", home, number)
            self.by_instance("invitations.sealed", "invitation", sealed, place)

    # The register

    def manifests(self):
        for home, number, epoch, sealed in self.rows(
            "register_manifests", "organisation_id", "number", "epoch", "sealed"
        ):
            place = context("manifest", home, home, epoch=epoch, version=number)
            whole = self.tries(
                "register_manifests.sealed",
                "manifest",
                [
                    lambda it, seed=seed: open_envelope(
                        derive(seed, b"", "group/manifest"), "manifest", place, it
                    )
                    for seed in self.house.seeds(home, "everyone", epoch)
                ],
                sealed,
            )
            if whole is not None:
                self.house.take_manifest(home, number, whole, self.faults)

    def register_entries(self):
        for home, lookup, version, epoch, sealed in self.rows(
            "register_entries", "organisation_id", "lookup", "version", "epoch", "sealed"
        ):
            subject = self.house.subject_of(home, lookup)
            if subject is None:
                self.faults.append("register_entries.lookup is the tag of nobody")
                continue
            place = context("register-entry", home, subject, epoch=epoch, version=version)
            whole = self.tries(
                "register_entries.sealed",
                "register-entry",
                [
                    lambda it, seed=seed: open_envelope(
                        derive(seed, b"", "group/register"), "register-entry", place, it
                    )
                    for seed in self.house.seeds(home, "everyone", epoch)
                ],
                sealed,
            )
            if whole is not None:
                self.house.must_be_signed(home, subject, whole, self.faults)
                self.house.must_be_listed(home, subject, whole, self.faults)

    # Cases

    def grants(self):
        owners = rows.owners(self.database, "cases")
        for case, label, epoch, sealed, quick, mac in self.rows(
            "grants", "case_id", "label", "case_epoch", "sealed", "quick", "mac"
        ):
            home = owners[case]
            keys = [key for key in self.house.keys if key.home == home]
            opened = self.tries(
                "grants.sealed",
                "grant",
                [
                    lambda it, key=key: (key, self.opened_grant(key, home, case, epoch, it))
                    for key in keys
                ],
                sealed,
            )
            parts = [str(uuid.UUID(bytes=home)), str(uuid.UUID(bytes=case)), str(epoch), label.hex()]
            parts.append(hashlib.sha256(sealed).hexdigest())
            parts.append(hashlib.sha256(quick).hexdigest() if quick else "")
            if lookup_tag(self.instance, "grant", "\n".join(parts)) != mac:
                self.faults.append("grants.mac is not the tag of its row")
            if opened is None:
                continue
            key, case_key = opened
            self.cases[case] = (home, epoch, case_key)
            if quick:
                where = {"case": case, "epoch": epoch, "version": key.epoch}
                place = context("quick-grant", home, key.group, **where)
                seal = derive(key.seed, b"", "group/quick")
                same = self.tries(
                    "grants.quick",
                    "quick-grant",
                    [lambda it: open_envelope(seal, "quick-grant", place, it)],
                    quick,
                )
                if same is not None and same != case_key:
                    self.faults.append("grants.quick holds another key than grants.sealed")
                if grant_label(key.seed, case, epoch) != label:
                    self.faults.append("grants.label is not the label of its group")

    def opened_grant(self, key, home, case, epoch, sealed):
        """The case key in a grant, with its signature checked by the register."""
        where = {"case": case, "epoch": epoch, "version": key.epoch}
        place = context("grant", home, key.group, **where)
        content = self.signed(key.private, home, "grant", place, sealed)
        return cbor2.loads(content)["key"]

    def signed(self, private, home, kind, place, sealed):
        number, signature, content = box_parts(
            open_box_whole(private, kind, place, sealed, signed=True)
        )
        message = b"amparo/v1/sign/message/" + kind.encode() + place + public_of(private)
        signer = Ed25519PublicKey.from_public_bytes(self.house.signing_key(home, number))
        signer.verify(signature, message + number + content)
        return content

    def records(self):
        heads = {}
        query = "select case_id, seq, epoch, sealed from case_records order by case_id, seq"
        for case, seq, epoch, sealed in self.database.execute(query).fetchall()[: self.most]:
            if case not in self.cases:
                self.tries("case_records.sealed", "record", [], sealed)
                continue
            home, _, key = self.cases[case]
            where = {"case": case, "epoch": epoch, "version": seq}
            place = context("record", home, case, previous=heads.get(case, b""), **where)
            seal = derive(key, b"", "case/record")
            opened = [lambda it: open_envelope(seal, "record", place, it)]
            content = self.tries("case_records.sealed", "record", opened, sealed)
            if content is not None and (one := json.loads(content))["kind"] == "receipt":
                self.stop_keys[case] = bytes(one["body"]["link"]["stop"])
            heads[case] = hashlib.sha256(sealed).digest()
        self.heads = heads

    def case_cards(self):
        for case, revision, sealed in self.rows("cards", "case_id", "revision", "sealed"):
            if case not in self.cases:
                self.tries("cards.sealed", "card", [], sealed)
                continue
            home, epoch, key = self.cases[case]
            place = context("card", home, case, case=case, epoch=epoch, version=revision)
            seal = derive(key, b"", "case/card")
            card = self.tries(
                "cards.sealed", "card", [lambda it: open_envelope(seal, "card", place, it)], sealed
            )
            if card is not None and json.loads(card)["h"] != self.heads[case].hex():
                self.faults.append("a card has another head than the chain of its case")

    # Calls, receipts, letters

    def intakes(self):
        for number, home, state, revision, sealed, handling in self.rows(
            "intakes", "id", "organisation_id", "state", "revision", "sealed", "handling"
        ):
            kind, version = ("draft", revision) if state == "draft" else ("intake", 0)
            place = context(kind, home, number, version=version)
            if kind == "draft":
                self.tries(
                    "intakes.sealed",
                    kind,
                    [
                        lambda it, private=private: open_box_whole(
                            private, kind, place, it, signed=False
                        )
                        for private in self.privates(home, "personal")
                    ],
                    sealed,
                )
            else:
                self.by_keys("intakes.sealed", kind, home, place, sealed, "queue")
            if handling:
                place = context("intake", home, number, version=revision)
                self.by_keys("intakes.handling", "intake", home, place, handling, "queue")

    def by_keys(self, name, kind, home, place, sealed, purpose):
        """By a key of a group of this purpose: a signed box, or one that was carried."""
        privates = self.privates(home, purpose)
        attempts = [
            lambda it, private=private: self.signed(private, home, kind, place, it)
            for private in privates
        ]
        attempts += [
            lambda it, private=private: self.carried(private, home, kind, place, it)
            for private in privates
        ]
        return self.tries(name, kind, attempts, sealed)

    def privates(self, home, *purposes):
        """The private keys of an organisation's groups of these purposes, newest first."""
        return [
            key.private
            for key in self.house.keys
            if key.home == home and key.purpose in purposes
        ]

    def carried(self, private, home, kind, place, sealed):
        """What somebody carried on to a newer key, with the first signature as it was."""
        position = place.index(struct.pack(">BH", 2, KINDS[kind]))
        outer = place[:position] + struct.pack(">BH", 2, KINDS["carried"]) + place[position + 3 :]
        inside = cbor2.loads(self.signed(private, home, "carried", outer, sealed))
        message = b"amparo/v1/sign/message/" + kind.encode() + place + inside["to"]
        signer = Ed25519PublicKey.from_public_bytes(self.house.signing_key(home, inside["signer"]))
        signer.verify(inside["signature"], message + inside["signer"] + inside["content"])
        self.counts["carried"] += 1
        return inside["content"]

    def receipts(self):
        for number, home, revision, tag, deposit, status, stop in self.rows(
            "receipts", "id", "organisation_id", "revision", "tag", "deposit", "status", "stop"
        ):
            place = context("receipt-status", home, number, version=revision)
            self.by_instance("receipts.deposit", "receipt-status", deposit, place)
            mailbox = self.house.mailboxes.get(tag)
            if mailbox is None:
                self.faults.append("receipts.tag is the tag of no receipt of the demonstration")
                continue
            place = context("receipt-status", home, number)

            def opened(it, mailbox=mailbox, place=place):
                return open_box_whole(mailbox, "receipt-status", place, it, signed=False)

            self.tries("receipts.status", "receipt-status", [opened], status)
            self.statement("receipts", home, number, stop, (number, mailbox))

    def statements(self):
        """What persons said about the sharing of cases, by the digits of their receipts."""
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

    def letters(self):
        receipts = {
            number: (home, case, tag)
            for number, home, case, tag in self.rows(
                "receipts", "id", "organisation_id", "case_id", "tag"
            )
        }
        for receipt, seq, sealed, copy in self.rows(
            "letters", "receipt_id", "seq", "sealed", "sealed_copy"
        ):
            home, case, tag = receipts[receipt]
            mailbox = self.house.mailboxes.get(tag)
            for name, value in (("sealed", sealed), ("sealed_copy", copy)):
                if not value:
                    continue
                attempts = []
                plain = context("letter", home, receipt, version=seq)
                privates = [(plain, mailbox)] if mailbox else []
                privates += [(plain, private) for private in self.privates(home, "queue")]
                for other, (where, epoch, key) in self.cases.items():
                    if where == home and case in (None, other):
                        place = context(
                            "letter", home, receipt, case=other, epoch=epoch, version=seq
                        )
                        privates.append((place, derive(key, b"", "case/mailbox")))
                for place, private in privates:
                    attempts.append(
                        lambda it, place=place, private=private: open_box_whole(
                            private, "letter", place, it, signed=False
                        )
                    )
                self.tries(f"letters.{name}", "letter", attempts, value)

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
                if value:
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

    # The ledger

    def ledger(self):
        labels = self.labels_of_cases()
        heads, sizes = {}, Counter()
        query = (
            "select organisation_id, id, position, label, sealed, sealed_for_case, mac"
            " from ledger_lines order by organisation_id, position"
        )
        copies = 0
        for home, number, position, label, sealed, copy, mac in self.database.execute(query).fetchall()[
            : self.most
        ]:
            place = context("ledger-line", home, number)
            privates = self.privates(home, "auditors")
            self.tries(
                "ledger_lines.sealed",
                "ledger-line",
                [
                    lambda it, private=private: open_box_whole(
                        private, "ledger-line", place, it, signed=False
                    )
                    for private in privates
                ],
                sealed,
            )
            leaf = hashlib.sha256(b"\x00" + sealed).hexdigest()
            parts = [str(uuid.UUID(bytes=home)), str(uuid.UUID(bytes=number)), "", leaf]
            if lookup_tag(self.instance, "ledger line", "\n".join(parts)) != mac:
                self.faults.append("ledger_lines.mac is not the tag of its line")
            if position is not None:
                heads[home] = chain(heads.get(home, EMPTY_CHAIN), sealed)
                sizes[home] += 1
                self.chain_heads[home, sizes[home]] = heads[home]
            if label in labels:
                case, (_, epoch, key) = labels[label], self.cases[labels[label]]
                place = context("case-ledger-line", home, number, case=case, epoch=epoch)
                seal = derive(key, b"", "case/ledger")
                opened = [lambda it: open_envelope(seal, "case-ledger-line", place, it)]
                self.tries("ledger_lines.sealed_for_case", "case-ledger-line", opened, copy)
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

    # Beside the database

    def marks(self):
        """The file of marks: what it says is in order, and none is older than the database."""
        if not self.lab.state.exists():
            self.faults.append("there is no folder of marks")
            return
        place = context("marks", NOBODY, NOBODY)
        content = self.by_instance("marks", "marks", self.lab.marks().read_bytes(), place)
        if content is None:
            return
        (count,) = struct.unpack(">Q", content[:8])
        plain, hashed = content[8 : 8 + 41 * count], content[8 + 41 * count :]
        found = [plain[at : at + 41] for at in range(0, len(plain), 41)]
        heads = [hashed[at : at + 73] for at in range(0, len(hashed), 73)]
        if found != sorted(found) or heads != sorted(heads):
            self.faults.append("marks do not stand in the order of their bytes")
        if any(len(mark) not in (41, 73) or not 1 <= mark[0] <= 10 for mark in found + heads):
            self.faults.append("a mark has another shape than the page says")
        if not found and not heads:
            self.faults.append("there are no marks")
