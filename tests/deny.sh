#!/usr/bin/env bash
# What may come into the tree (deny.toml): licences, known holes, banned crates, sources. Each check
# is then shown a planted fault that it must catch. Ends with `N passed, N failed`.
#
# Advisories come from a snapshot beside the checkout where one lies there, and are else fetched by
# cargo-deny with git. Where neither works the check fails: it never passes unseen.
#
#   AMPARO_ADVISORIES=FILE.tar.gz   another snapshot of the RustSec database
#   AMPARO_ADVISORIES=skip          no advisories; the last lines say that they were not checked
set -uo pipefail

cd "$(dirname "$0")/.." || exit 1
work="$(mktemp -d)"
readonly root="$PWD"
readonly home_of_advisories=https://github.com/RustSec/advisory-db
passed=0
failed=0
unchecked=""

main() {
    trap 'rm -rf -- "$work"' EXIT
    command -v cargo-deny >/dev/null || stop "cargo-deny is missing: cargo install cargo-deny --locked"
    # With every feature for what anybody may build; as it is built by default for what nobody gets.
    tree --all-features >"$work/all.json" && tree >"$work/default.json" || stop "cargo metadata failed"

    (cd tests/model && tree) >"$work/model.json" || stop "cargo metadata failed in tests/model"

    passes licenses all
    passes sources all
    passes bans default
    # It needs fewer licences than are allowed.
    sed 's/^unused-allowed-license = .*/unused-allowed-license = "allow"/' deny.toml >"$work/fewer.toml"
    passes licenses model "$work/fewer.toml"
    passes sources model
    known_holes
    control

    if [[ -n "$unchecked" ]]; then
        printf 'ADVISORIES WERE NOT CHECKED: %s\n' "$unchecked"
    fi
    printf '%d passed, %d failed\n' "$passed" "$failed"
    [[ "$failed" -eq 0 ]]
}

# The tree on the platforms that deny.toml names; what other systems need is not even fetched.
tree() {
    local platforms
    mapfile -t platforms < <(sed -n '/^targets = /s/"\([^"]*\)"/\n\1\n/gp' "$root/deny.toml" | grep -E -- '-linux-')
    cargo metadata --format-version 1 --locked "${platforms[@]/#/--filter-platform=}" "$@"
}

# A check, the tree that it looks at, and its configuration if it is not the usual one.
passes() {
    printf 'cargo deny check %s (%s)\n' "$1" "$2"
    if deny "${3:-deny.toml}" "$2" "$1" >"$work/log" 2>&1; then
        # What is only told: which crates are there twice.
        sed -n "s/^warning\[duplicate\]: found \([0-9]*\) duplicate entries for crate '\(.*\)'/    \2: \1 versions/p" "$work/log"
        grep -v '\[duplicate\]' "$work/log" | grep -A 4 -E '^warning' || true
        passed=$((passed + 1))
    else
        cat "$work/log"
        failed=$((failed + 1))
    fi
}

# A configuration, a tree by its name, a check. An old name of a licence is no fault: whether it is
# allowed is what counts.
deny() {
    cargo-deny --log-level warn --color never --metadata-path "$work/$2.json" --config "$1" check \
        --hide-inclusion-graph --allow parse-error "$3"
}

known_holes() {
    local snapshot=${AMPARO_ADVISORIES:-} found
    if [[ "$snapshot" == skip ]]; then
        unchecked="AMPARO_ADVISORIES=skip"
        return
    fi
    if [[ -z "$snapshot" ]]; then
        # The newest one: their names end with their dates.
        for found in ../shared/data/advisory-db-*.tar.gz; do
            [[ -f "$found" ]] && snapshot="$found"
        done
    fi
    if [[ -z "$snapshot" ]]; then
        holes fetched "" all
        return
    fi
    printf 'advisories as they stand in %s\n' "$(basename "$snapshot")"
    mkdir "$work/snapshot"
    if tar -xzf "$snapshot" -C "$work/snapshot"; then
        as_repository "$work/snapshot"
        holes snapshot "$work/snapshot" all
    else
        failed=$((failed + 1))
    fi
}

# A place to keep the database, where it comes from (nothing: from its home), and a tree.
holes() {
    printf 'cargo deny check advisories\n'
    if asked_for_holes "$@" >"$work/log" 2>&1; then
        passed=$((passed + 1))
    elif grep -q 'failed to fetch advisory database' "$work/log"; then
        unchecked="the database could not be fetched (AMPARO_ADVISORIES=FILE.tar.gz names a snapshot)"
        failed=$((failed + 1))
    else
        cat "$work/log"
        failed=$((failed + 1))
    fi
}

asked_for_holes() {
    sed "s|^\[advisories\]|&\ndb-path = \"$work/db-$1\"|" deny.toml >"$work/$1.toml"
    if [[ -z "$2" ]]; then
        deny "$work/$1.toml" "$3" advisories
        return
    fi
    # cargo-deny fetches with git; git is told that the home of the database is here.
    GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0="url.file://$2.insteadOf" GIT_CONFIG_VALUE_0="$home_of_advisories" \
        deny "$work/$1.toml" "$3" advisories
}

as_repository() {
    git -C "$1" init --quiet --initial-branch=main &&
        git -C "$1" add --all &&
        git -C "$1" -c user.name=tests -c user.email=tests@localhost -c commit.gpgsign=false commit --quiet --message=advisories
}

# Faults planted into the tree as it is: a check that lets one through checks nothing.
control() {
    catches licenses 'rejected' '(.packages[] | select(.name == "csv")).license = "BUSL-1.1"'
    catches bans "crate 'openssl-sys" '(.packages[] | select(.name == "csv")).name = "openssl-sys"'
    catches bans 'wildcard' '(.packages[] | select(.name == "amparo-store").dependencies[] | select(.name == "libsqlite3-sys")).req = "*"'
    catches sources 'source-not-allowed' '(.packages[] | select(.name == "csv")).source = "registry+https://example.org/index"'
    catches sources 'source-not-allowed' '(.packages[] | select(.name == "csv")).source = "git+https://example.org/csv?rev=1#1"'

    mkdir -p "$work/planted/crates/csv"
    cat >"$work/planted/crates/csv/RUSTSEC-2000-0001.md" <<'ADVISORY'
```toml
[advisory]
id = "RUSTSEC-2000-0001"
package = "csv"
date = "2000-01-01"

[versions]
patched = []
```

# Planted
ADVISORY
    as_repository "$work/planted"
    asked_for_holes planted "$work/planted" all >"$work/log" 2>&1
    caught $? advisories 'RUSTSEC-2000-0001'
}

# A check, what it says, and the fault as a change to the tree.
catches() {
    jq "$3" "$work/default.json" >"$work/planted.json"
    if cmp -s "$work/planted.json" <(jq . "$work/default.json"); then
        printf 'the fault was not planted: %s\n' "$3"
        failed=$((failed + 1))
        return
    fi
    deny deny.toml planted "$1" >"$work/log" 2>&1
    caught $? "$1" "$2"
}

# How the check ended, which one, and what it must have said: a check that fails for another reason
# has caught nothing.
caught() {
    if [[ "$1" -ne 0 ]] && grep -q "$3" "$work/log"; then
        passed=$((passed + 1))
    else
        printf 'a planted fault was not caught by the check of %s: %s\n' "$2" "$3"
        cat "$work/log"
        failed=$((failed + 1))
    fi
}

stop() {
    printf '%s\n' "$1" >&2
    printf '0 passed, 1 failed\n'
    exit 1
}

main "$@"
