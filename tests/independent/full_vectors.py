"""The vectors: tests/vectors/amparo-v1-full.json, by what stands in it and on the page."""

import json

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sealing import (
    DoesNotOpen,
    box_parts,
    context,
    derive,
    open_box_whole,
    open_envelope,
    public_of,
)


def check(folder, counts, faults):
    """Opens every object and refuses every change. Answers how many checks passed."""
    file = json.loads((folder / "amparo-v1-full.json").read_text())
    passed = refused = 0
    for one in file["objects"]:
        name = one["name"]
        try:
            good = opened(one) == bytes.fromhex(one["plaintext"])
        except DoesNotOpen as fault:
            faults.append(f"vector {name} does not open: {fault}")
            continue
        if place(one).hex() != one["encoded context"] or not good:
            faults.append(f"vector {name} opens to something else")
            continue
        counts[one["context"]["kind"]] += 1
        passed += 1
        for case in one["refused"]:
            try:
                opened(changed(one, case["with"]))
                faults.append(f"vector {name} opens with {case['with']}")
            except DoesNotOpen:
                refused += 1
    if (passed, refused) != (file["count"], file["refused"]):
        faults.append(f"of the vectors {passed} opened and {refused} were refused")
    return passed + refused


def place(one):
    fields = one["context"]
    raw = {
        name: bytes.fromhex(fields[name] or "")
        for name in ("organisation", "object", "case", "previous")
    }
    return context(
        fields["kind"],
        raw["organisation"],
        raw["object"],
        case=raw["case"],
        epoch=fields["epoch"],
        version=fields["version"],
        previous=raw["previous"],
    )


def key_of(key):
    material = bytes.fromhex(key["material"])
    if key["purpose"] is None:
        return material
    return derive(material, bytes.fromhex(key["salt"]), key["purpose"])


def opened(one):
    """The content of an object, with its signature checked where it has one."""
    kind, sealed = one["context"]["kind"], bytes.fromhex(one["sealed"])
    key = key_of(one["key"])
    if one["form"] == "envelope":
        return open_envelope(key, kind, place(one), sealed, bytes.fromhex(one["more"]))
    if one["form"] == "box":
        return open_box_whole(key, kind, place(one), sealed, signed=False)
    number, signature, content = box_parts(
        open_box_whole(key, kind, place(one), sealed, signed=True)
    )
    if number.hex() != one["signer"]["id"]:
        raise DoesNotOpen("another signer")
    message = b"amparo/v1/sign/message/" + kind.encode() + place(one) + public_of(key)
    try:
        signer = Ed25519PublicKey.from_public_bytes(bytes.fromhex(one["signer"]["public"]))
        signer.verify(signature, message + number + content)
    except InvalidSignature as fault:
        raise DoesNotOpen("signature") from fault
    return content


def changed(one, changes):
    one = json.loads(json.dumps(one))
    sealed = bytearray.fromhex(one["sealed"])
    for field, value in changes.items():
        if field == "turned":
            sealed[value] ^= 1
        elif field == "cut to":
            del sealed[value:]
        elif field in ("first byte", "second byte"):
            sealed[field == "second byte"] = value
        elif field == "material":
            one["key"]["material"] = value
        elif field == "signer":
            one["signer"]["public"] = value
        elif field == "more":
            one["more"] = value
        else:
            one["context"][field] = value
    one["sealed"] = sealed.hex()
    return one
