#!/usr/bin/env bash
# Makes the pictures of docs/guide anew, from the demonstration with a fixed cast. Needs Chromium and
# Node 20 (`tests/run browser` installs both on Debian).
set -euo pipefail
cd "$(dirname "$0")/.."
cargo build --quiet --package amparo
npm ci --silent --prefix tests/browser
exec node tests/browser/guide.mjs
