#!/bin/sh
# After a build, a hook of Trunk: the page gets the disclosure that it is about. MINGBAI_DISCLOSURE names another file.
set -eu
cargo run --quiet --locked --bin mingbai -- site "$TRUNK_STAGING_DIR" "${MINGBAI_DISCLOSURE:-data/disclosure.txt}" >/dev/null
