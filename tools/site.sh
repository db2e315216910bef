#!/bin/sh
# After a build, a hook of Trunk: the pages are filled with the disclosure that they are about. MINGBAI_DISCLOSURE names
# another file, MINGBAI_ADDRESS the address that the site will have.
set -eu
cargo run --quiet --locked --bin mingbai -- site ${MINGBAI_ADDRESS:+--address "$MINGBAI_ADDRESS"} \
  "$TRUNK_STAGING_DIR" "${MINGBAI_DISCLOSURE:-data/disclosure.txt}" >/dev/null
