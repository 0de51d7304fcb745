"""What a demonstration has none of at rest is made through the API, so that each kind is met."""

import json
import socket

from client import CALL, Client, expect


def add_what_is_missing(lab):
    """Persons who stopped sharing, a draft, an invitation and the mail about it, a confidential place, a call that is carried to
    a new key because somebody left, and at last a failed sign-in whose job has not run yet. Answers
    the receipts of everybody who called."""
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # a mail server that never answers: the mail stays
        silent = lab.work / "mail-url"
        silent.write_text(f"smtp://127.0.0.1:{nobody.getsockname()[1]}")
        lab.more = ("--mail-url-file", silent)
        lab.start()
        receipt = someone_leaves(lab)
        stop_sharing(lab)
        invite(lab)
        expect(
            lab.sign_in("harbour.ioanna").post(
                "/directory/places",
                {"kind": "office", "name": "A house", "confidential": True, "address": "A street 1"},
            ),
            "a confidential place",
        )
        draft = {"hand_over": False, "intake": {**CALL, "notes": "A draft."}}
        expect(lab.sign_in("harbour.dafni").post("/intakes", draft), "a draft")
        wrong = {"login": "harbour.samir", "passphrase": "not the passphrase at all"}
        Client(lab.address, "nobody").post("/sessions", wrong)
        # The plug is pulled: within a second the job would be gone.
        lab.kill()
    book = json.loads((lab.folder / "demo.json").read_text())
    return [one["receipt"] for one in book["receipts"]] + [receipt]


def someone_leaves(lab):
    """What waits in the queue then is carried to the queue's new key. Answers the call's receipt."""
    call = expect(lab.sign_in("harbour.dafni").take_call("Waits when somebody leaves."), "a call")
    supervisor = lab.sign_in("harbour.first")
    supervisor.remove(lab.sign_in("harbour.eleni").account)
    if left := supervisor.finish_removal():
        raise RuntimeError(f"what stays due after a removal: {left}")
    return call["receipt"]


def stop_sharing(lab):
    for one in json.loads((lab.folder / "demo.json").read_text())["receipts"]:
        person = lab.with_receipt(one["receipt"])
        answer = person.delete(f"{lab.address}/api/v1/receipts/current/consents")
        if not answer.ok:
            raise RuntimeError(f"no sharing was stopped: {answer.status_code}")


def invite(lab):
    admin = next(login for login, one in lab.accounts.items() if one["role"] == "administrator")
    invitation = {"roles": ["volunteer"], "mail": "newcomer@example.org"}
    expect(lab.sign_in(admin).post("/invitations", invitation), "an invitation")
