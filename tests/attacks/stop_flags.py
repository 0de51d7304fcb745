#!/usr/bin/env python3
"""P4: somebody who can write rows and has no key turns the flags over that say sharing was stopped.

The person stops the sharing with the receipt. Then every column that says so is turned back, in
whatever table. And the other way round: for a case whose person said nothing, it is turned on, as
somebody would who wants help to end.
"""

import requests

import rows
from client import expect
from lab import DidNotStart, main
from verdict import NotRun, broken, held


def attack(lab):
    lab.start()
    dafni, samir = lab.sign_in("harbour.dafni"), lab.sign_in("harbour.samir")
    cases = {name: opened(lab, dafni, samir) for name in ("stopped", "silent")}
    stop(lab, cases["stopped"][1])
    before = {name: stopped(samir, case) for name, (case, _) in cases.items()}
    if before != {"stopped": True, "silent": False}:
        raise NotRun(f"the server does not say who stopped: {before}")
    lab.stop()
    if not lab.blank:
        turn(lab)
    try:
        lab.start()
    except DidNotStart as word:
        return held(f"the server refuses to start ({word})")
    samir = lab.sign_in("harbour.samir")
    after = {name: stopped(samir, case) for name, (case, _) in cases.items()}
    lab.stop()
    figure = f"a stopped case after the flags were turned: {told(after['stopped'])}"
    figure += f"; one whose person said nothing: {told(after['silent'])}"
    good = after["stopped"] in (True, "4xx") and after["silent"] in (False, "4xx")
    return held(figure) if good else broken(figure)


def opened(lab, dafni, samir):
    """A case out of a call, and the receipt of who called."""
    written = expect(dafni.take_call("Stop flags."), "a call")
    receipt = written.get("receipt")
    if not receipt:
        raise NotRun("a call gives no receipt: unknown format")
    path = f"/intakes/{written['id']}"
    mark = samir.get(path).headers.get("ETag")
    case = expect(samir.post(f"{path}/open-case", {"tags": []}, mark), "opening the case")
    return case.get("case") or case["id"], receipt


def stop(lab, receipt):
    """The person comes back with the receipt and stops the sharing."""
    http = requests.Session()
    http.trust_env = False
    base = f"{lab.address}/api/v1/receipts"
    digits = receipt if isinstance(receipt, str) else receipt["code"]
    token = expect(http.post(f"{base}/sessions", json={"receipt": digits}), "using the receipt")
    http.headers["Authorization"] = f"Bearer {token['token']}"
    expect(http.delete(f"{base}/current/consents"), "stopping the sharing")


def stopped(client, case):
    answer = client.get(f"/cases/{case}")
    if not answer.ok:
        return "4xx" if answer.status_code < 500 else f"{answer.status_code}"
    return answer.json()["sharing_stopped"]


def told(said):
    return {True: "stopped", False: "not stopped"}.get(said, f"refused or failed ({said})")


def turn(lab):
    """Turns every such flag over: 0 and 1, something and nothing."""
    database, turned = lab.writing(), 0
    for table in rows.tables(database):
        for column in rows.columns(database, table):
            if "stop" not in column:
                continue
            turned += database.execute(
                f'update "{table}" set "{column}" = case typeof("{column}")'
                f" when 'integer' then 1 - \"{column}\" else null end"
            ).rowcount
    database.commit()
    database.close()
    if not turned:
        raise NotRun("there is no flag to turn any more; let the script follow")


if __name__ == "__main__":
    main(attack)
