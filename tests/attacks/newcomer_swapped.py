#!/usr/bin/env python3
"""P4: an administrator accepts her own invitation, in the newcomer's place.

Nobody has spoken with the newcomer. The key administrator is asked to admit whoever waits: without
the words, with words of her own making, and with the words of the organisation, which everybody knows.
"""

from client import expect, status
from lab import main
from verdict import NotRun, broken, held

PASSPHRASE = "rotunda gravel-seventeen mistral obverse Kestrel quay"


def attack(lab):
    lab.start()
    admin = lab.sign_in("harbour.admin") if "harbour.admin" in lab.accounts else None
    inviter = admin or lab.sign_in("harbour.first")
    invitation = expect(inviter.post("/invitations", {"roles": ["volunteer"]}), "inviting")
    code = invitation["code"]
    preview = expect(inviter.post("/invitations/preview", {"code": code}), "the invitation")
    acceptance = {"login": "harbour.nobody", "display_name": "Nobody", "passphrase": PASSPHRASE}
    welcome = expect(
        inviter.post("/invitations/accept", {"code": code, "member": acceptance}), "accepting"
    )
    first = lab.sign_in("harbour.first")
    waiting = [one for one in first.items("/members?limit=200", "members") if one["state"] == "waiting"]
    if not waiting:
        raise NotRun("nobody waits to be admitted")
    path = f"/members/{waiting[0]['id']}"
    mark = first.get(path).headers.get("ETag")
    lab.accounts["harbour.nobody"] = {**acceptance, "totp_secret": welcome["totp_secret"]}
    words = expect(lab.sign_in("harbour.nobody").get("/me"), "her own words").get("own_words")
    if not words:
        raise NotRun("a newcomer is shown no words: unknown format")
    tries = {} if lab.blank else {
        "no words": None,
        "an empty list": {"words": []},
        "others": {"words": ["abacus", "abdomen", "abide", "ability", "ablaze", "able"]},
        "the organisation's": {"words": preview["fingerprint"][:6]},
        "in another order": {"words": words[1:] + words[:1]},
    }
    answers = {name: first.post(f"{path}/admit", body, mark) for name, body in tries.items()}
    told = {name: status(answer) for name, answer in answers.items()}
    let_in = [name for name, answer in answers.items() if answer.ok]
    faults = [name for name, answer in answers.items() if answer.status_code >= 500]
    if not let_in:
        # With the right words the same request must go through, or no refusal counts.
        mark = first.get(path).headers.get("ETag")
        right = first.post(f"{path}/admit", {"words": words}, mark)
        if not right.ok:
            raise NotRun(f"not even with her words is the newcomer admitted: {status(right)}")
    lab.stop()
    figure = "; ".join(f"{name}: {word}" for name, word in told.items()) or "nothing tried"
    return broken(figure) if let_in or faults else held(figure)


if __name__ == "__main__":
    main(attack)
