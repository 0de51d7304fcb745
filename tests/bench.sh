#!/usr/bin/env bash
# The figures of docs/benchmarks.md, each beside a baseline from the same run.
#
#   tests/bench.sh            every part
#   tests/bench.sh login …    only these (cargo bench -p amparo-tests --bench bars -- list)
#
# Builds with the release profile, starts a throw-away PostgreSQL if the server's tools are here,
# and runs each part in a process of its own. Prints the table and ends with `N passed, N failed`.
# A bar that is reached passed. A bar that is missed is printed as MISSED and fails nothing: on a
# shared machine that is for people to judge. What fails is a part that breaks.
#
# AMPARO_BENCH_LONG=1 does 1,000 log-ins instead of 100.
set -uo pipefail

cd "$(dirname "$0")/.." || exit 1
work="$(mktemp -d)"
server=""

main() {
    trap cleanup EXIT
    cargo build --quiet --release -p amparo --bin amparo || exit 1
    cargo bench --quiet -p amparo-tests --bench bars --no-run || exit 1
    AMPARO_BENCH_BINARY="$(target_folder)/release/amparo"
    export AMPARO_BENCH_BINARY
    if start_postgres; then
        printf 'PostgreSQL: a throw-away server with real syncs\n'
    else
        printf 'PostgreSQL: its tools are not here, so only SQLite is measured\n'
    fi
    local parts=("$@")
    if [[ ${#parts[@]} -eq 0 ]]; then
        mapfile -t parts < <(bars list)
    fi
    local part failed=0
    for part in "${parts[@]}"; do
        printf '\n%s\n' "$part"
        if ! bars "$part" | tee -a "$work/all"; then
            printf 'BROKEN: %s\n' "$part"
            failed=$((failed + 1))
        fi
    done
    table
    finish "$failed"
}

bars() {
    cargo bench --quiet -p amparo-tests --bench bars -- "$@"
}

target_folder() {
    cargo metadata --format-version 1 --no-deps | sed -n 's/.*"target_directory":"\([^"]*\)".*/\1/p'
}

start_postgres() {
    # The server runs as somebody else and must be able to reach its folder.
    chmod 0755 "$work"
    [[ -n "${AMPARO_TEST_DATABASE:-}" ]] && return 0
    AMPARO_TEST_DATABASE="$(tests/postgres.sh start "$work/pg" 2>"$work/pg.log")" || return 1
    export AMPARO_TEST_DATABASE
    server="$work/pg"
}

table() {
    printf '\n| what | Amparo | beside it, same run | ratio | bar | |\n'
    printf '| --- | --- | --- | --- | --- | --- |\n'
    grep '^| ' "$work/all"
}

finish() {
    local reached missed
    reached="$(grep -c '^| .*| reached |$' "$work/all")"
    missed="$(grep -c '^| .*| MISSED |$' "$work/all")"
    printf '\n%d reached, %d MISSED\n' "$reached" "$missed"
    printf '%d passed, %d failed\n' "$reached" "$1"
    [[ "$1" -eq 0 ]]
}

cleanup() {
    if [[ -n "$server" ]]; then
        tests/postgres.sh stop "$server" 2>/dev/null
    fi
    rm -rf -- "$work"
}

main "$@"
