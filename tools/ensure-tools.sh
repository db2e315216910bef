#!/bin/sh
# Ensures that the given tools are installed, in the given order:
#
#   tools/ensure-tools.sh rust node cc wasm npm crates trunk wasm-bindgen browser firefox port:8080
#
# Installs what can be installed without a question. Otherwise it ends with one line: what is missing, and how to get it.
# A tool that is already installed costs a few milliseconds. The versions come from the Makefile (MINGBAI_TOOLS, TRUNK,
# BINDGEN, FUZZ, FRICTIONLESS, GECKO, DENY, MUTANTS).
set -eu

log=target/setup.log

say() { echo "mingbai: $*"; }

missing() {
  echo "mingbai: $*" >&2
  exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# run WHAT COMMAND…: prints one line; the command's output goes to the log, and is shown if the command fails.
run() {
  what=$1
  shift
  say "$what"
  mkdir -p target
  "$@" >"$log" 2>&1 || {
    tail -n 20 "$log" >&2
    missing "failed: $what (all of it: $log)"
  }
}

ensure_rust() {
  has cargo || missing "cargo is missing: install Rust from https://rustup.rs, then open a new shell"
  has cargo-fmt && cargo fmt --version >/dev/null 2>&1 || component rustfmt
  has cargo-clippy && cargo clippy --version >/dev/null 2>&1 || component clippy
}

component() {
  has rustup || missing "$1 is missing: install it with the package of your system, or Rust from https://rustup.rs"
  run "installing $1" rustup component add "$1"
}

# The standard library for the browser.
ensure_wasm() {
  [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib" ] && return
  has rustup || missing "rustup is missing, which gets Rust's wasm32-unknown-unknown target: install it from https://rustup.rs"
  run "installing the wasm32-unknown-unknown target of Rust" rustup target add wasm32-unknown-unknown
}

ensure_node() {
  has node || missing "Node is missing: install Node 20 or newer, from https://nodejs.org or your system's packages"
  version=$(node -p 'process.versions.node')
  [ "${version%%.*}" -ge 20 ] || missing "Node $version is too old: install Node 20 or newer, from https://nodejs.org"
  has npm || missing "npm is missing: it comes with Node from https://nodejs.org; on Debian, apt-get install npm"
}

ensure_cc() {
  has cc || missing "a C compiler is missing: apt-get install build-essential on Debian, xcode-select --install on macOS"
}

# The packages of package-lock.json. npm writes a copy of it, whose date is that of the last installation.
ensure_npm() {
  done=node_modules/.package-lock.json
  [ -f "$done" ] && [ -z "$(find package.json package-lock.json -newer "$done")" ] && return
  run "installing the npm packages" \
    npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error
  touch "$done"
}

# All crates of Cargo.lock, so that builds run without the network. Fast if they are already fetched.
ensure_crates() {
  cargo fetch --locked --quiet || missing "the crates of Cargo.lock could not be fetched; see above"
}

# from_crates BINARY NAME VERSION [OPTION…]: a tool of one version in the cache of this user, for all clones.
# It is hardly optimised: it is built once and runs for seconds.
from_crates() {
  binary=$1
  name=$2
  version=$3
  shift 3
  [ -x "$MINGBAI_TOOLS/$name-$version/bin/$binary" ] && return
  run "installing $name $version (once; takes some minutes)" env \
    CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    cargo install "$name@$version" --root "$MINGBAI_TOOLS/$name-$version" "$@"
}

# Without its check for a newer version, which needs the network.
ensure_trunk() {
  from_crates trunk trunk "$TRUNK" --locked --no-default-features --features rustls
}

# Not --locked: its published lock file names versions of crates that are not available everywhere.
ensure_wasm_bindgen() {
  from_crates wasm-bindgen wasm-bindgen-cli "$BINDGEN"
}

# A fuzzer links a C++ runtime, which comes with every C compiler.
ensure_fuzz() {
  from_crates cargo-fuzz cargo-fuzz "$FUZZ" --locked
}

# It checks licences, versions, sources and advisories of the crates.
ensure_deny() {
  from_crates cargo-deny cargo-deny "$DENY" --locked
}

# It changes the code in one place at a time and runs the tests.
ensure_mutants() {
  from_crates cargo-mutants cargo-mutants "$MUTANTS" --locked
}

# first_of NAME…: whether one of these programs is installed.
first_of() {
  for name in "$@"; do
    has "$name" && return
  done
  return 1
}

has_chromium() { [ -n "${CHROME_PATH:-}" ] || first_of chromium chromium-browser google-chrome chrome; }
has_driver() { [ -n "${CHROMEDRIVER_PATH:-}" ] || has chromedriver; }
has_han() { ! has fc-list || [ -n "$(fc-list :lang=zh-cn family)" ]; }

ensure_browser() {
  has_chromium && has_driver && has_han && has pdftotext && return
  if [ "$(id -u)" = 0 ] && has apt-get; then
    run "installing chromium, chromedriver, a Chinese font and pdftotext" env DEBIAN_FRONTEND=noninteractive sh -c \
      'apt-get update && apt-get install -y --no-install-recommends chromium chromium-driver fonts-noto-cjk poppler-utils'
  fi
  how="on Debian, sudo apt-get install chromium chromium-driver fonts-noto-cjk poppler-utils"
  has_chromium || missing "Chromium is missing: $how; or name it in CHROME_PATH"
  has_driver || missing "chromedriver is missing: $how; or name it in CHROMEDRIVER_PATH"
  has_han || missing "a Chinese font is missing: $how"
  has pdftotext || missing "pdftotext is missing, which reads what is printed: $how"
}

# LibreOffice, which makes documents for the tests.
ensure_office() {
  [ -n "${SOFFICE_PATH:-}" ] || has soffice && return
  if [ "$(id -u)" = 0 ] && has apt-get; then
    run "installing LibreOffice Writer" env DEBIAN_FRONTEND=noninteractive sh -c \
      'apt-get update && apt-get install -y --no-install-recommends libreoffice-writer-nogui'
  fi
  has soffice ||
    missing "LibreOffice is missing: on Debian, sudo apt-get install libreoffice-writer-nogui; or name it in SOFFICE_PATH"
}

# The web servers whose configurations are tested. They are optional: a missing one is skipped.
ensure_hosts() {
  has nginx && has caddy && return
  if [ "$(id -u)" = 0 ] && has apt-get; then
    say "installing nginx and Caddy"
    DEBIAN_FRONTEND=noninteractive sh -c \
      'apt-get update && apt-get install -y --no-install-recommends nginx libnginx-mod-http-brotli-static caddy' >"$log" 2>&1 ||
      say "they could not be installed (see $log)"
  fi
}

# What `make bench` measures with; no build needs it.
ensure_bench() {
  done=tools/bench/node_modules/.package-lock.json
  [ -f "$done" ] && [ -z "$(find tools/bench/package.json tools/bench/package-lock.json -newer "$done")" ] && return
  run "installing Lighthouse" \
    npm ci --prefix tools/bench --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error
  touch "$done"
}

# from_python NAME VERSION PACKAGE…: Python packages in an environment of their own. The file `whole` marks a complete
# installation.
from_python() {
  home=$MINGBAI_TOOLS/$1-$2
  [ -f "$home/whole" ] && return
  if ! has_venv && [ "$(id -u)" = 0 ] && has apt-get; then
    run "installing Python's environments" env DEBIAN_FRONTEND=noninteractive sh -c \
      'apt-get update && apt-get install -y --no-install-recommends python3-venv'
  fi
  has_venv || missing "Python with venv is missing: on Debian, sudo apt-get install python3-venv"
  name=$1 version=$2
  shift 2
  run "installing $name $version (once)" sh -c \
    'home=$1 && shift && rm -rf "$home" && python3 -m venv "$home" && "$home/bin/pip" install --disable-pip-version-check "$@" && touch "$home/whole"' \
    sh "$home" "$@"
}

# The reference validator of data packages.
ensure_frictionless() { from_python frictionless "$FRICTIONLESS" "frictionless==$FRICTIONLESS"; }

# What makes PDFs and Word documents for the tests. The version is that of the list.
ensure_producers() {
  list=tests/documents/requirements.txt
  from_python producers "$(cksum <"$list" | cut -d ' ' -f 1)" -r "$list"
}

# Firefox and its driver, for the tests that also run there.
has_firefox() { [ -n "${FIREFOX_PATH:-}" ] || first_of firefox-esr firefox; }

ensure_firefox() {
  if ! has_firefox && [ "$(id -u)" = 0 ] && has apt-get; then
    run "installing Firefox" env DEBIAN_FRONTEND=noninteractive sh -c \
      'apt-get update && apt-get install -y --no-install-recommends firefox-esr'
  fi
  has_firefox || missing "Firefox is missing: on Debian, sudo apt-get install firefox-esr; or name it in FIREFOX_PATH"
  [ -n "${GECKODRIVER_PATH:-}" ] || from_crates geckodriver geckodriver "$GECKO" --locked
}

# WebKit with its driver and a screen to run on, for the tests that also run there.
has_webkit() { { [ -n "${WEBKIT_DRIVER_PATH:-}" ] || has WebKitWebDriver; } && { [ -n "${XVFB_PATH:-}" ] || has Xvfb; }; }

ensure_webkit() {
  if ! has_webkit && [ "$(id -u)" = 0 ] && has apt-get; then
    run "installing WebKit" env DEBIAN_FRONTEND=noninteractive sh -c \
      'apt-get update && apt-get install -y --no-install-recommends webkit2gtk-driver xvfb'
  fi
  has_webkit ||
    missing "WebKit is missing: on Debian, sudo apt-get install webkit2gtk-driver xvfb; or name the programs in WEBKIT_DRIVER_PATH, MINIBROWSER_PATH and XVFB_PATH"
}

has_venv() { has python3 && python3 -c 'import ensurepip, venv' 2>/dev/null; }

# A free port of this machine.
ensure_port() {
  node -e 'require("net").createServer().on("error", () => process.exit(1)).listen(+process.argv[1], "127.0.0.1", () => process.exit(0))' "$1" ||
    missing "port $1 is taken: end what listens there, or take another: make serve port=$(($1 + 1))"
}

for thing in "$@"; do
  case $thing in
  port:*) ensure_port "${thing#port:}" ;;
  wasm-bindgen) ensure_wasm_bindgen ;;
  rust | wasm | node | cc | npm | crates | trunk | fuzz | deny | mutants | browser | frictionless | hosts | bench | firefox | webkit | office | producers) "ensure_$thing" ;;
  *) missing "tools/ensure-tools.sh does not know $thing" ;;
  esac
done
