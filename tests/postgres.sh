#!/usr/bin/env bash
# A throw-away PostgreSQL for the tests: trust on the local machine, real syncs, random port.
#
#   tests/postgres.sh start DIR [SETTING…]   makes the server in DIR and prints its URL, and nothing
#                                            else; a setting is as fsync=off
#   tests/postgres.sh stop DIR               stops the server and removes DIR
#
# Use it as: AMPARO_TEST_DATABASE="$(tests/postgres.sh start /tmp/pg)" cargo t
#
# Never for people's data: everybody on this machine may connect as its superuser.
set -euo pipefail

readonly user=postgres
# What a start that fails half-way has to clean up.
half_made=""

main() {
    if [[ $# -lt 2 || -z "$2" ]]; then
        fail "usage: $0 start|stop DIR [SETTING…]"
    fi
    case "$1" in
        start) start "${@:2}" ;;
        stop) stop "$2" ;;
        *) fail "usage: $0 start|stop DIR" ;;
    esac
}

start() {
    local dir bin port try settings=(fsync=on "${@:2}")
    bin="$(find_binaries)"
    if [[ -e "$1/data" ]]; then
        fail "$1 holds a server already; stop it first"
    fi
    mkdir -p "$1"
    dir="$(cd "$1" && pwd)"
    # The path of a socket may not be longer than 107 bytes; the socket's own name takes 20.
    if [[ ${#dir} -gt 80 ]]; then
        fail "the path of DIR is too long for a unix socket: $dir"
    fi
    chmod 0755 "$dir"
    # From here on a failure leaves nothing behind that a second start would stumble over.
    half_made="$dir"
    trap cleanup EXIT
    mkdir -m 0755 "$dir/socket"
    mkdir -m 0700 "$dir/data"
    own "$dir/socket" "$dir/data"

    as_server "$bin/initdb" --pgdata="$dir/data" --username="$user" --auth=trust \
        --encoding=UTF8 --locale=C >&2
    # Two tests may draw the same port at once, so the server itself decides whether it is free.
    for try in 1 2 3 4 5 6 7 8; do
        port=$((20000 + (RANDOM * 32768 + RANDOM) % 40000))
        if launch "$bin" "$dir" "$port" "${settings[@]/#/-c }"; then
            trap - EXIT
            printf 'postgres://%s@127.0.0.1:%d/postgres\n' "$user" "$port"
            return
        fi
        printf 'port %d did not work (try %d)\n' "$port" "$try" >&2
    done
    tail -n 20 "$dir/data/server.log" >&2 || true
    fail "the server did not start"
}

launch() {
    local bin="$1" dir="$2" port="$3" settings="${*:4}"
    as_server "$bin/pg_ctl" --pgdata="$dir/data" --log="$dir/data/server.log" --wait --timeout=30 \
        --options="-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='$dir/socket' -c max_connections=200 $settings" \
        start >&2
}

stop() {
    local bin dir
    if [[ ! -d "$1/data" ]]; then
        fail "$1 holds no server"
    fi
    dir="$(cd "$1" && pwd)"
    bin="$(find_binaries)"
    if as_server "$bin/pg_ctl" --pgdata="$dir/data" status >/dev/null 2>&1; then
        as_server "$bin/pg_ctl" --pgdata="$dir/data" --mode=immediate --wait stop >&2
    fi
    remove "$dir"
}

# Removes what start made, and DIR itself if nothing else is in it.
remove() {
    rm -rf -- "$1/data" "$1/socket"
    rmdir -- "$1" 2>/dev/null || true
}

cleanup() {
    if [[ -f "$half_made/data/postmaster.pid" ]]; then
        as_server "$(find_binaries)/pg_ctl" --pgdata="$half_made/data" --mode=immediate stop >&2 || true
    fi
    remove "$half_made"
}

# Debian keeps the binaries out of PATH. The highest version wins.
find_binaries() {
    local found
    found="$(printf '%s\n' /usr/lib/postgresql/*/bin/initdb | sort -V | tail -n 1)"
    if [[ -x "$found" ]]; then
        dirname -- "$found"
    elif found="$(command -v initdb)"; then
        dirname -- "$(readlink -f -- "$found")"
    else
        fail "PostgreSQL's initdb is neither in /usr/lib/postgresql/*/bin nor in PATH"
    fi
}

# PostgreSQL refuses to run as root.
as_server() {
    if [[ "$(id -u)" -eq 0 ]]; then
        (cd / && runuser -u "$user" -- "$@")
    else
        "$@"
    fi
}

own() {
    if [[ "$(id -u)" -eq 0 ]]; then
        chown "$user" -- "$@"
    fi
}

fail() {
    printf '%s\n' "$1" >&2
    exit 1
}

main "$@"
