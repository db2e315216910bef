#!/bin/sh
# After a build, a hook of Trunk: the app's parts are put beside it, scripts and styles made small, then the pages filled with the disclosure that they are about, and the charts drawn that
# stand in them until they are live. MINGBAI_DISCLOSURE names another file, MINGBAI_ADDRESS the address that the site will
# have.
set -eu
node tools/parts.mjs
node tools/minify.mjs
node tools/offline.mjs
disclosure=${MINGBAI_DISCLOSURE:-data/disclosure.txt}
drawn=target/web/drawn
mingbai() {
  cargo run --quiet --locked --package mingbai-cli -- "$@"
}
rm -rf "$drawn"
mingbai drawings "$disclosure" | node tools/draw.mjs "$drawn"
mingbai site ${MINGBAI_ADDRESS:+--address "$MINGBAI_ADDRESS"} --drawn "$drawn" "$TRUNK_STAGING_DIR" "$disclosure" >/dev/null
