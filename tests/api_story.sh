#!/usr/bin/env bash
# Plays the story of docs/api.md as it stands there, against a demonstration that it starts, and
# looks at what it says. Needs curl, jq and oathtool. `tests/run story` calls it.
set -euo pipefail
cd "$(dirname "$0")/.."
work="$(mktemp -d)"
demo=""

main() {
    trap cleanup EXIT
    local tool
    for tool in curl jq oathtool; do
        command -v "$tool" >/dev/null || fail "please install $tool"
    done
    cargo build --quiet --package amparo
    local binary
    binary="$(cargo metadata --format-version 1 --no-deps | jq -r .target_directory)/debug/amparo"
    start "$binary" || start "$binary" || fail "the demonstration did not start: $(tail -n 3 "$work/log")"
    # Every block of the page, in order, in one shell, as somebody would type them.
    sed -n '/^## The story by hand/,/^## Diff/p' docs/api.md |
        sed -n '/^```bash$/,/^```$/{/^```/d;p}' |
        sed "s|http://127.0.0.1:8080|$base|g" >"$work/story"
    [[ -s "$work/story" ]] || fail "docs/api.md has no story"
    (cd "$work" && bash -e -o pipefail story) >"$work/said" || fail "a command of the story failed"
    says '"state": "waiting"' "the intake is taken"
    says '^"not_found"$' "the volunteer cannot open it again"
    says '"pseudonym": "C-' "the case is open"
    says '"service_name"' "routing answers"
    says '"category": "legal"' "the partner sees a notice"
    says '^"wrong_state"$' "and no packet before acceptance"
    says '"signature": "verified"' "then the packet"
    says '^"completed"$' "and tells the outcome"
    says '"step": "in_work"' "the person sees what happens"
    says '^204$' "and stops sharing"
    says '"intact": true' "the ledger is whole"
    printf 'the story of docs/api.md was played\n'
}

start() {
    local port=$((20000 + (RANDOM * 32768 + RANDOM) % 40000))
    base="http://127.0.0.1:$port"
    rm -rf "$work/amparo-demo"
    "$1" demo --data "$work/amparo-demo" --listen "127.0.0.1:$port" --cases 6 >"$work/log" 2>&1 &
    demo=$!
    for _ in $(seq 600); do
        if curl -fsS -o /dev/null "$base/health/ready" 2>/dev/null; then
            return 0
        fi
        kill -0 "$demo" 2>/dev/null || return 1
        sleep 0.5
    done
    return 1
}

says() {
    grep -q -- "$1" "$work/said" || fail "the story did not show that $2"
}

fail() {
    printf '%s\n' "$1" >&2
    exit 1
}

cleanup() {
    if [[ -n "$demo" ]]; then
        kill "$demo" 2>/dev/null || true
        wait "$demo" 2>/dev/null || true
    fi
    rm -rf -- "$work"
}

main
