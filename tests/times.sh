#!/usr/bin/env bash
# How long building and testing take: the figures of docs/development.md, each with its command.
#
#   tests/times.sh             every figure; an hour and more
#   tests/times.sh warm tests  only these (tests/times.sh list)
#   tests/times.sh sqlite      how long one suite takes; `suites` is all of them
#
# Measures a copy of this checkout as it stands, in target/times, with target folders of its own: the
# checkout, its target folder and whoever works in it are not touched. Prints a table and ends with
# `N passed, N failed`. A bar that is missed is printed as MISSED and fails nothing: on a shared
# machine that is for people to judge. What fails is a command that breaks.
set -uo pipefail

cd "$(dirname "$0")/.." || exit 1
readonly checkout="$PWD"
readonly place="$PWD/target/times"
readonly figures=(check warm tests release demo)
# A file of a room in the middle of the house. The change is a new item at its end.
readonly changed=server/src/cases/open.rs
readonly repeats=3
suites=()
work="$(mktemp -d)"
served=""
took=""
measured=0
broken=0

main() {
    trap cleanup EXIT
    mapfile -t suites < <(tests/run list | sed -n 's/^\([a-z]\{1,\}\) .*/\1/p' | grep -vx times)
    if [[ "${1:-}" == list ]]; then
        describe
        return
    fi
    local wanted=("$@") one
    [[ ${#wanted[@]} -gt 0 ]] || wanted=("${figures[@]}" suites)
    for one in "${wanted[@]}"; do
        known "$one" || {
            printf 'There is no figure %s. There are: %s suites %s\n' "$one" "${figures[*]}" "${suites[*]}" >&2
            exit 2
        }
    done

    exec 3>&1 >&2
    machine >"$work/machine"
    copy || exit 1
    for one in "${wanted[@]}"; do
        if [[ "$one" == suites ]]; then
            suites_of "${suites[@]}"
        elif [[ " ${figures[*]} " == *" $one "* ]]; then
            "figure_$one"
        else
            suites_of "$one"
        fi
    done
    exec >&3
    table
    printf '%d passed, %d failed\n' "$measured" "$broken"
    [[ "$broken" -eq 0 ]]
}

known() {
    [[ " ${figures[*]} suites ${suites[*]} " == *" $1 "* ]]
}

describe() {
    cat <<LIST
check    cargo check with nothing built before
warm     cargo check after a change in a room ($changed)
tests    the test binary after the same change
release  a release build with nothing built before
demo     from a clone to a demonstration that answers; contains "release"
suites   each suite of tests/run, or one by its name: ${suites[*]}
LIST
}

# The files as they stand, uncommitted ones as well.
copy() {
    mkdir -p "$place/house" &&
        find "$place/house" -mindepth 1 -maxdepth 1 ! -name target -exec rm -rf -- {} + &&
        git ls-files -z --cached --others --exclude-standard | tar --create --null --ignore-failed-read --files-from=- |
        tar --extract --touch --directory "$place/house" || return
    # What lies beside the checkout lies beside the copy.
    [[ ! -d ../shared ]] || ln -sfn "$(cd ../shared && pwd)" "$place/shared"
}

figure_check() {
    rm -rf -- "$place/cold"
    in_house "$place/cold" once "check from nothing" "" cargo check -p amparo
    rm -rf -- "$place/cold"
}

figure_warm() {
    after_a_change "check after a change in a room" 10 cargo check -p amparo
}

figure_tests() {
    after_a_change "test binary after a change in a room" 30 cargo test -p amparo-tests --test all --no-run
}

figure_release() {
    rm -rf -- "$place/clone"
    once "(clone)" "" git clone --quiet "$checkout" "$place/clone" || return
    in_clone once "release build from nothing" 330 cargo build --release || return
}

figure_demo() {
    # A release build of this run is part of the way.
    [[ -n "$(spent "release build from nothing")" ]] || figure_release
    local built cloned
    cloned="$(spent "(clone)")"
    built="$(spent "release build from nothing")"
    [[ -n "$built" ]] || return
    in_clone once "(start)" "" serve_until_it_answers || return
    put "clone to a demonstration that answers" 420 "git clone … && cargo run --release -- demo" \
        "$(sum "$cloned" "$built" "$(spent "(start)")")"
}

# Starts the demonstration on a free port and waits for its first page.
serve_until_it_answers() {
    local port=$((20000 + RANDOM % 20000)) try
    rm -rf -- amparo-demo
    cargo run --quiet --release -- demo --listen "127.0.0.1:$port" >"$work/demo.log" &
    served=$!
    for ((try = 0; try < 3000; try++)); do
        if curl --silent --fail --location --output /dev/null "http://127.0.0.1:$port/"; then
            end_demo
            return
        fi
        kill -0 "$served" 2>/dev/null || return 1
        sleep 0.1
    done
    return 1
}

end_demo() {
    kill "$served" 2>/dev/null
    wait "$served" 2>/dev/null
    served=""
}

# In one target folder, one after the other, after the tests and the program are built.
suites_of() {
    local suite
    in_house "$place/house/target" quietly cargo test --workspace --no-run
    in_house "$place/house/target" quietly cargo build -p amparo
    for suite in "$@"; do
        in_house "$place/house/target" once "suite $suite" "" tests/run "$suite"
    done
}

# What a figure is called, its bar in seconds, the command. The middle one of a few counts.
after_a_change() {
    local name="$1" bar="$2" nth all=()
    shift 2
    in_house "$place/house/target" quietly "$@" || { broken=$((broken + 1)); return; }
    for ((nth = 1; nth <= repeats; nth++)); do
        printf 'const _: u32 = %d;\n' "$nth$RANDOM" >>"$place/house/$changed"
        in_house "$place/house/target" timed "$@" || { broken=$((broken + 1)); return; }
        all+=("$took")
    done
    put "$name" "$bar" "$*" "$(printf '%s\n' "${all[@]}" | sort -n | sed -n "$(((repeats + 1) / 2))p")"
}

once() {
    local name="$1" bar="$2"
    shift 2
    if timed "$@"; then
        put "$name" "$bar" "$*" "$took"
    else
        printf 'BROKEN: %s\n' "$*"
        broken=$((broken + 1))
        return 1
    fi
}

timed() {
    local start="$EPOCHREALTIME" outcome=0
    printf '$ %s\n' "$*"
    "$@" || outcome=$?
    took="$(awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.1f", b - a }')"
    return "$outcome"
}

quietly() {
    "$@" >/dev/null
}

# A target folder and a command in the copy. Without a subshell, so that what it counts is kept.
in_house() {
    export CARGO_TARGET_DIR="$1"
    cd "$place/house" || exit 1
    shift
    "$@"
    back
}

in_clone() {
    # What the command line of a visitor would do: the target folder is the clone's own.
    unset CARGO_TARGET_DIR
    cd "$place/clone" || exit 1
    "$@"
    back
}

back() {
    local outcome=$?
    unset CARGO_TARGET_DIR
    cd "$checkout" || exit 1
    return "$outcome"
}

put() {
    printf '%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "$4" >>"$work/figures"
    # Names in brackets are parts of a figure.
    [[ "$1" == "("* ]] || measured=$((measured + 1))
}

# The seconds of a figure of this run, or nothing.
spent() {
    awk -F '\t' -v name="$1" '$1 == name { print $4 }' "$work/figures" 2>/dev/null
}

sum() {
    printf '%s\n' "$@" | awk '{ all += $1 } END { printf "%.1f", all }'
}

# What the figures depend on. A machine that does something else beside them says so here.
machine() {
    printf '%s cores, load %s before the run, %s, %s\n' \
        "$(nproc)" "$(cut -d ' ' -f 1 /proc/loadavg)" "$(rustc --version | cut -d ' ' -f 1-2)" "$(date +%Y-%m-%d)"
}

table() {
    printf '\n%s; crates were downloaded before, and the clone came from this disk.\n\n' "$(cat "$work/machine")"
    printf '| what | command | time | bar | |\n| --- | --- | --- | --- | --- |\n'
    [[ -f "$work/figures" ]] || return
    awk -F '\t' '
        function said(seconds) {
            return seconds < 100 ? sprintf("%.1f s", seconds) : sprintf("%d min %02d s", seconds / 60, seconds % 60)
        }
        /^\(/ { next }
        {
            bar = $2 == "" ? "–" : "≤ " said($2)
            verdict = $2 == "" ? "no bar" : ($4 <= $2 ? "reached" : "MISSED")
            printf "| %s | `%s` | %s | %s | %s |\n", $1, $3, said($4), bar, verdict
        }' "$work/figures"
    printf '\n'
}

cleanup() {
    [[ -z "$served" ]] || end_demo
    rm -rf -- "$work"
}

main "$@"
