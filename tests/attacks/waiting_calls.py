#!/usr/bin/env python3
"""P1 and P4: a caseworker was removed while a call waited in the queue. She reads a later copy.

The call lies under the key that she has: that copy is hers for ever. What is noted about it after the
removal was finished must not be. Then she puts the call's row back to what it was.
"""

import rows
from client import expect, status
from lab import main
from reader import member, read_call, reads
from verdict import NotRun, broken, held

BEFORE, AFTER = "TOLD BEFORE SHE LEFT", "NOTED AFTER SHE LEFT"


def attack(lab):
    lab.start()
    call = expect(lab.sign_in("harbour.dafni").take_call(BEFORE), "a call")["id"]
    lab.stop()
    old = rows.open_for_reading(lab.copy_of_database("old"))
    lab.start()
    supervisor, leaver = lab.sign_in("harbour.first"), lab.sign_in("harbour.eleni")
    supervisor.remove(leaver.account)
    if left := supervisor.finish_removal():
        raise NotRun(f"what stays due after the removal: {left}")
    lab.stop()
    number = rows.as_bytes(call)
    hers = member(old, rows.as_bytes(leaver.account), lab.passphrase("harbour.eleni"))
    if not reads(BEFORE, read_call(old, hers, number)):
        raise NotRun("she did not read the call before she left")
    outcomes = {
        "as it is": note(lab.fork("note"), old, hers, number, put_back=False),
        "put back": note(lab.fork("back"), old, hers, number, put_back=True),
    }
    figure = "; ".join(f"{name}: {words}" for name, (_, words) in outcomes.items())
    return held(figure) if all(safe for safe, _ in outcomes.values()) else broken(figure)


def note(lab, old, hers, number, *, put_back):
    """Somebody who stays notes something about the call: whether that is safe, and in words."""
    if put_back and not lab.blank:
        database = lab.writing()
        if not rows.put_back(database, old, "intakes", "id = ?", (number,)):
            raise NotRun("the call was not put back")
        database.commit()
        database.close()
    lab.start()
    samir = lab.sign_in("harbour.samir")
    path = f"/intakes/{rows.as_text(number)}"
    seen = samir.get(path)
    closing = {"outcome": "answered", "reason": AFTER}
    answer = samir.post(f"{path}/close", closing, seen.headers.get("ETag")) if seen.ok else seen
    shown = samir.get(path)
    lab.stop()
    database = lab.reading()
    stays = member(database, rows.as_bytes(samir.account), lab.passphrase("harbour.samir"))
    told = f"noting is answered {status(answer)}, looking afterwards {status(shown)}"
    if not answer.ok:
        if lab.blank or not put_back:
            raise NotRun(f"nothing can be noted about a call: {told}")
        return answer.status_code < 500, told
    if not reads(AFTER, read_call(database, stays, number)):
        raise NotRun("what was noted opens for nobody: unknown format")
    hit = reads(AFTER, read_call(database, hers, number))
    return not hit, f"{told}, the removed member {'reads' if hit else 'does not read'} it"


if __name__ == "__main__":
    main(attack)
