#!/usr/bin/env python3
"""Notes in every language's state.toml from which English text each message was made.

A message without a mark gets one: `machine`, until somebody who speaks the language says otherwise.
A mark is kept when the English changes, so that the translation shows as stale; after it was made
anew, say so with `--made-anew ID…`. To note a review: `--reviewed TAG ID…`.

The splitting and the digest are those of `server/src/languages/source.rs`.
"""

import argparse
import hashlib
import pathlib
import re
import tomllib

HERE = pathlib.Path(__file__).parent
NAME = re.compile(r"([A-Za-z][A-Za-z0-9_-]*) *=")


def messages(tag):
    found = {}
    for file in sorted((HERE / tag).glob("*.ftl")):
        name = None
        for line in file.read_text(encoding="utf-8").splitlines() + [""]:
            line = line.rstrip()
            begins = NAME.match(line)
            if not line or line.startswith("#") or begins:
                name = begins.group(1) if begins else None
                if name:
                    found[name] = line
            elif name:
                found[name] += "\n" + line
    return found


def digest(text):
    return hashlib.sha256(b"\0" + text.encode()).hexdigest()[:8]


def main():
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--made-anew", nargs="*", default=[], metavar="ID")
    asked.add_argument("--reviewed", nargs="*", default=[], metavar="TAG ID")
    asked = asked.parse_args()
    reviewed_tag, reviewed = (asked.reviewed or [""])[0], asked.reviewed[1:]
    english = messages("en")
    for folder in sorted(path for path in HERE.iterdir() if path.is_dir() and path.name != "en"):
        state_file = folder / "state.toml"
        state = tomllib.loads(state_file.read_text(encoding="utf-8"))
        marks = state.get("messages", {})
        lines = []
        for name in sorted(set(messages(folder.name)) & set(english)):
            mark = marks.get(name)
            now = digest(english[name])
            if mark is None or name in asked.made_anew:
                mark = {"state": "machine", "source": now}
            if folder.name == reviewed_tag and name in reviewed:
                mark = {"state": "reviewed", "source": now}
            lines.append(f'{name} = {{ state = "{mark["state"]}", source = "{mark["source"]}" }}\n')
        head = f'autonym = "{state["autonym"]}"\ndirection = "{state["direction"]}"\n'
        if "scope" in state:
            head += f'scope = "{state["scope"]}"\n'
        state_file.write_text(head + "\n[messages]\n" + "".join(lines), encoding="utf-8")


main()
