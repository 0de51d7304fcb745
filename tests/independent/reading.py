"""Trying everybody's keys on a row, and what is counted and complained about."""

import base64
import hashlib
import struct
import uuid
from collections import Counter

import cbor2
import rows
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sealing import (
    KINDS,
    DoesNotOpen,
    box_parts,
    derive,
    lookup_tag,
    open_box_whole,
    open_envelope,
    public_of,
)


class Reading:
    """Tries keys. Everything that opens is counted by its kind; everything else is a fault."""

    def __init__(self, lab, house, spoil=None, most=None):
        self.lab = lab
        self.database = lab.reading()
        self.instance = lab.instance_key()
        self.house = house
        self.spoil = spoil or (lambda value: value)
        self.most = most
        self.counts = Counter()
        self.faults = []

    def rows(self, table, *names, order=None):
        rows.need(self.database, table, *names)
        query = f"select {', '.join(names)} from {table}" + (f" order by {order}" if order else "")
        return self.database.execute(query).fetchall()[: self.most]

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

    def must_be_tag(self, name, tag, purpose, *parts):
        """A tag under the instance key over parts with newlines between; ids as in the API."""
        words = [str(uuid.UUID(bytes=part)) if isinstance(part, bytes) else str(part) for part in parts]
        if lookup_tag(self.instance, purpose, "\n".join(words)) != tag:
            self.faults.append(f"{name} is not the tag of its row")

    # Envelopes and boxes

    def by_instance(self, name, kind, sealed, place):
        key = derive(self.instance, b"", "instance/seal")
        return self.tries(name, kind, [lambda it: open_envelope(key, kind, place, it)], sealed)

    def by_secret(self, name, kind, key, place, sealed, more=b""):
        return self.tries(name, kind, [lambda it: open_envelope(key, kind, place, it, more)], sealed)

    def by_box(self, name, kind, places, sealed):
        """A plain box, by one of several (context, private key)."""
        attempts = [
            lambda it, place=place, private=private: open_box_whole(
                private, kind, place, it, signed=False
            )
            for place, private in places
        ]
        return self.tries(name, kind, attempts, sealed)

    def by_keys(self, name, kind, home, place, sealed, purpose):
        """By a key of a group of this purpose: a signed box, or one that was carried."""
        privates = self.privates(home, purpose)
        attempts = [
            lambda it, private=private, way=way: way(private, home, kind, place, it)
            for way in (self.signed, self.carried)
            for private in privates
        ]
        return self.tries(name, kind, attempts, sealed)

    def privates(self, home, *purposes):
        """The private keys of an organisation's groups of these purposes, newest first."""
        return [
            key.private for key in self.house.keys if key.home == home and key.purpose in purposes
        ]

    def signed(self, private, home, kind, place, sealed):
        """What is in a signed box, with its signature checked by the register."""
        number, signature, content = box_parts(
            open_box_whole(private, kind, place, sealed, signed=True)
        )
        message = b"amparo/v1/sign/message/" + kind.encode() + place + public_of(private)
        signer = Ed25519PublicKey.from_public_bytes(self.house.signing_key(home, number))
        signer.verify(signature, message + number + content)
        return content

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


def sha256(content):
    return hashlib.sha256(content).digest()


def unpadded(text):
    """Base64url without padding."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
