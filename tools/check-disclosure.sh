#!/bin/sh
# Checks, before a build, the disclosure that the build is about to put into the page. MINGBAI_DISCLOSURE names another file.
# Amounts that conflict do not stop a build: the page shows them. A file that cannot be read as a disclosure does.
set -u
file=${MINGBAI_DISCLOSURE:-data/disclosure.txt}

said=$(cargo run --quiet --locked --package mingbai-cli -- check "$file" 2>&1)
case $? in
0) echo "mingbai: $file: nothing conflicts" ;;
1) echo "mingbai: $file has amounts that conflict; the page will show which" ;;
2)
  printf '%s\n' "$said" >&2
  echo "mingbai: not built: $file cannot be read as a disclosure" >&2
  exit 1
  ;;
*)
  printf '%s\n' "$said" >&2
  echo "mingbai: not built: the check of $file could not be run" >&2
  exit 1
  ;;
esac
