"""The keys of everybody in a demonstration, and what the register says about them."""

import base64
import hashlib
import json
import struct
from typing import NamedTuple

import cbor2
import rows
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sealing import (
    HEADER,
    NOBODY,
    DoesNotOpen,
    argon2id,
    box_parts,
    certified_key,
    context,
    derive,
    entry_parts,
    lookup_tag,
    manifest_parts,
    normal_form,
    open_box_whole,
    open_envelope,
    opening_key,
)

RECEIPT_COSTS = ((262144, 3, 1), (262144, 2, 1), (65536, 3, 1), (19456, 2, 1))


class Key(NamedTuple):
    """A key of a group, on somebody's keyring or on its way there."""

    home: bytes
    group: bytes
    epoch: int
    purpose: str
    seed: bytes
    private: bytes


class Member(NamedTuple):
    login: str
    organisation: bytes
    secret: bytes
    master: bytes
    opening: bytes
    keyring_version: int


class House:
    """Everybody's keys, as the accounts' rows give them out for their passphrases."""

    def __init__(self, lab, database, instance):
        self.database, self.instance = database, instance
        self.members, found, self.roots = {}, {}, {}
        self.manifests, self.tags, self.entries = {}, {}, {}
        logins = {lookup_tag(instance, "login", login): login for login in lab.accounts}
        query = "select id, organisation_id, lookup, identity, keyring, keyring_version from accounts"
        for number, home, lookup, identity, keyring, version in database.execute(query).fetchall():
            login = logins.get(lookup)
            unlocked = self.unlock(number, lab.passphrase(login)) if login else None
            if unlocked is None:
                continue
            secret, master = unlocked
            identity = opened(master, "identity", number, identity)
            held = opened(master, "keyring", number, keyring, version)
            member = Member(login, home, secret, master, identity["opening"], version)
            self.members[number] = member
            for root in held["roots"]:
                self.roots.setdefault(root["organisation"], set()).add(root["root"])
            for one in held["memberships"]:
                found[one["id"], one["epoch"]] = self.key(home, one)
        self.lost_parcels = []
        for _, account, parcel in self.parcels(
            database.execute("select id, sealed from deliveries").fetchall()
        ):
            member = self.members[account]
            place = context("delivery", member.organisation, account)
            sealed = base64.b64decode(parcel["delivery"])
            inside = open_box_whole(member.opening, "delivery", place, sealed, signed=True)
            one = cbor2.loads(box_parts(inside)[2])
            found[one["id"], one["epoch"]] = self.key(member.organisation, one)
        self.keys = sorted(found.values(), key=lambda key: -key.epoch)
        self.mailboxes = dict(self.of_receipts(lab, instance))

    def key(self, home, one):
        return Key(
            home, one["id"], one["epoch"], one["purpose"], one["seed"], opening_key(one["seed"])
        )

    def unlock(self, account, passphrase):
        query = (
            "select method, params, salt, wrapped from unlock_methods"
            " where account_id = ? and method = 'pass-argon2id-v1'"
        )
        row = self.database.execute(query, (account,)).fetchone()
        if row is None:
            return None
        method, params, salt, wrapped = row
        secret = argon2id(normal_form(passphrase), salt, *struct.unpack(">III", params))
        parts = (method.encode(), params, salt)
        more = b"".join(struct.pack(">I", len(part)) + part for part in parts)
        place = context("unlock-method", NOBODY, account)
        key = derive(secret, salt, "unlock/wrap")
        try:
            return secret, open_envelope(key, "unlock-method", place, wrapped, more)
        except DoesNotOpen:
            return None

    def parcels(self, found):
        """Keys on their way, each with the account that its parcel opens for."""
        key = derive(self.instance, b"", "instance/seal")
        self.lost_parcels = []
        for number, sealed in found:
            for account in self.members:
                try:
                    place = context("delivery", account, number)
                    yield number, account, json.loads(open_envelope(key, "delivery", place, sealed))
                    break
                except DoesNotOpen:
                    continue
            else:
                self.lost_parcels.append(number)

    def of_receipts(self, lab, instance):
        book = json.loads((lab.folder / "demo.json").read_text())
        salt = lookup_tag(instance, "receipt", "", "instance/salt")[:16]
        tags = {tag for (tag,) in self.database.execute("select tag from receipts")}
        costs = list(RECEIPT_COSTS)
        for one in book["receipts"]:
            digits = "".join(letter for letter in one["receipt"] if letter.isdigit()).encode()
            for cost in list(costs):
                secret = argon2id(digits, salt, *cost)
                tag = derive(secret, salt, "receipt/tag")
                if tag in tags:
                    # All have the same cost: look there first.
                    costs.remove(cost)
                    costs.insert(0, cost)
                    yield tag, derive(secret, salt, "receipt/mailbox")
                    break

    # The register

    def seeds(self, home, purpose, epoch):
        return [
            key.seed
            for key in self.keys
            if (key.home, key.purpose, key.epoch) == (home, purpose, epoch)
        ]

    def take_manifest(self, home, number, whole, faults):
        """Checks a manifest up to the root, and remembers what it lists."""
        certificate, body, signature = manifest_parts(whole)
        said = cbor2.loads(body)
        place = context("manifest", home, home, version=number, previous=said["previous"])
        message = b"amparo/v1/sign/manifest/" + HEADER + place + certificate + body
        self.certified(home, certificate, faults)
        try:
            signer = Ed25519PublicKey.from_public_bytes(certified_key(certificate))
            signer.verify(signature, message)
        except InvalidSignature:
            faults.append("a manifest is not signed by who is certified")
        if said["number"] != number or certificate[18:34] in said["revoked"]:
            faults.append("a manifest has another number, or a revoked signer")
        self.manifests[home] = {one["subject"]: one for one in said["entries"]}

    def certified(self, home, certificate, faults):
        message = b"amparo/v1/sign/certificate/" + certificate[2:66]
        for root in self.roots.get(home, ()):
            try:
                Ed25519PublicKey.from_public_bytes(root).verify(certificate[-64:], message)
                return
            except InvalidSignature:
                continue
        faults.append("a certificate is not signed by a root that anybody pins")

    def must_be_signed(self, home, subject, whole, faults):
        certificate, body = entry_parts(whole)
        (version,) = struct.unpack(">Q", whole[132:140])
        place = context("register-entry", home, subject, version=version)
        message = b"amparo/v1/sign/register-entry/" + place + certificate + body
        self.certified(home, certificate, faults)
        try:
            signer = Ed25519PublicKey.from_public_bytes(certified_key(certificate))
            signer.verify(whole[-64:], message)
        except InvalidSignature:
            faults.append("a register entry is not signed by who is certified")

    def must_be_listed(self, home, subject, whole, faults):
        ((kind, fields),) = cbor2.loads(entry_parts(whole)[1]).items()
        if kind in ("member", "removed"):
            self.entries[home, subject] = fields
        listed = self.manifests.get(home)
        if listed is None:
            return
        if subject not in listed or listed[subject]["hash"] != hashlib.sha256(whole).digest():
            faults.append("the manifest does not list an entry of the register as it is")

    def subject_of(self, home, lookup):
        """Whom a row is about: the tag is of the organisation and the subject."""
        if home not in self.tags:
            ids = [home, *self.members, *self.manifests.get(home, ())]
            for table in ("accounts", "organisations", "groups"):
                if table in rows.tables(self.database):
                    ids += [one for (one,) in self.database.execute(f"select id from {table}")]
            self.tags[home] = {
                lookup_tag(
                    self.instance, "register", f"{rows.as_text(home)}\n{rows.as_text(one)}"
                ): one
                for one in ids
            }
        return self.tags[home].get(lookup)

    def signing_key(self, home, account):
        """Who signed, by the register."""
        return self.entries[home, account]["identity"]["signing"]

    def key_in_entry(self, homes, account, entry):
        """Who signed, by the entry that travels along: it must be signed by one of the parties."""
        for home in homes:
            faults = []
            self.must_be_signed(home, account, entry, faults)
            if not faults:
                ((_, fields),) = cbor2.loads(entry_parts(entry)[1]).items()
                return fields["identity"]["signing"]
        raise DoesNotOpen("an entry that nobody of the parties signed")


def opened(master, kind, account, sealed, version=0):
    place = context(kind, NOBODY, account, version=version)
    key = derive(master, b"", f"umk/{kind}")
    return cbor2.loads(open_envelope(key, kind, place, sealed))
