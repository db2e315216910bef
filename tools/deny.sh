#!/bin/sh
# Checks the dependencies against deny.toml: licences, versions, sources and, if the database can be fetched, advisories.
#
#   tools/deny.sh CARGO-DENY
set -eu

deny=$1

# within SECONDS COMMAND…: ends a command that takes longer, for example because the network does not answer.
within() {
  if command -v timeout >/dev/null 2>&1; then
    timeout "$@"
  else
    perl -e 'alarm shift; exec @ARGV' "$@"
  fi
}

"$deny" --frozen check --hide-inclusion-graph licenses bans sources

# A missing network is not a finding: the check must not depend on it. Git must not wait for a password.
mkdir -p target
if GIT_TERMINAL_PROMPT=0 within 30 "$deny" --locked fetch db >target/advisories.log 2>&1 </dev/null; then
  "$deny" --frozen check --hide-inclusion-graph advisories
else
  echo "mingbai: the advisories are not checked: their database could not be fetched (see target/advisories.log)"
fi
