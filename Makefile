# 明白账 Mingbai: the commands of the project. `make help` lists them.

TRUNK_VERSION := 0.21.14
FUZZ_VERSION := 0.13.2
GECKO_VERSION := 0.37.1
DENY_VERSION := 0.20.2
MUTANTS_VERSION := 27.1.0
FRICTIONLESS_VERSION := 5.21.0
# What Trunk calls in development; the command and the crate must be of exactly the same version.
BINDGEN_VERSION := $(shell sed -n '/^name = "wasm-bindgen"$$/{n;s/^version = "\(.*\)"$$/\1/p;}' Cargo.lock)

# The tools that cargo installs are kept for all clones of this user.
TOOLS := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/mingbai/tools
ensure := MINGBAI_TOOLS='$(TOOLS)' TRUNK=$(TRUNK_VERSION) FUZZ=$(FUZZ_VERSION) FRICTIONLESS=$(FRICTIONLESS_VERSION) GECKO=$(GECKO_VERSION) DENY=$(DENY_VERSION) MUTANTS=$(MUTANTS_VERSION) BINDGEN=$(BINDGEN_VERSION) tools/ensure-tools.sh
# The error of a failed build is cargo's; a backtrace of Trunk does not help.
trunk := RUST_LIB_BACKTRACE=0 '$(TOOLS)/trunk-$(TRUNK_VERSION)/bin/trunk'
say := @echo mingbai:

# These precede other versions that the machine may have.
export PATH := $(TOOLS)/geckodriver-$(GECKO_VERSION)/bin:$(TOOLS)/wasm-bindgen-cli-$(BINDGEN_VERSION)/bin:$(PATH)
# A Trunk that was installed in another way would look for a newer version in the network.
export TRUNK_SKIP_VERSION_CHECK := true
# chromedriver is on this machine and needs no proxy.
export no_proxy := 127.0.0.1,localhost,$(no_proxy)
export NO_PROXY := $(no_proxy)

# The sources of dist/, with their folders, whose dates change when a file is deleted.
SOURCES := $(shell find src crates data public xtask 2>/dev/null) $(wildcard build.rs $(MINGBAI_DISCLOSURE) $(MINGBAI_PUBLICATION)) \
  index.html .cargo/config.toml Cargo.toml Cargo.lock $(addprefix tools/,compress.mjs document-reader.worker.js) \
  $(addprefix tools/,draw-charts.mjs offline.mjs offline.entry.js) \
  target/web/charts.js target/web/disclosure

# What `make mutants` changes. The parser has tests of its own: hostile variants and the fuzzer.
MUTATED := $(addprefix crates/core/src/,amount.rs audit/*.rs export/*.rs formula.rs locale/number_format.rs provenance.rs \
  provenance/*.rs variance.rs)

port ?= 8080
seconds ?= 600
target ?= parse

.DEFAULT_GOAL := help
.PHONY: help serve build test soak check look sizes bench fuzz hostile mutants setup clean tools browser always
# Each step needs the one before it, even with -j.
.NOTPARALLEL:

help: ## list what can be made
	@echo 'mingbai: make …'
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  \1|\2/p' Makefile | awk -F'|' '{ printf "%-10s %s\n", $$1, $$2 }'

serve: ## serve a development build on http://127.0.0.1:8080 until Ctrl-C; rebuilds on change (port=8081)
	@$(ensure) rust node cc wasm npm crates trunk wasm-bindgen port:$(port)
	$(say) building, then serving on http://127.0.0.1:$(port)
	@$(trunk) serve --port $(port)

build: dist/index.html ## build the release into dist/

test: browser check build ## run every test: check, build, then the tests in Chromium, Firefox and WebKit
	$(say) testing dist/ in Chromium, and in Firefox and WebKit what must work there too
	@cargo build --quiet --locked --package mingbai-cli
	@cargo test --locked --features browser --test browser
	@$(ensure) hosts
	@node deploy/test-deployments.mjs dist

soak: browser build ## run the kiosk's endurance tests whole: 2,000 rounds, 5,000 touches (`make test` shortens them)
	$(say) letting the kiosk of dist/ run for long
	@MINGBAI_SOAK=whole cargo test --locked --features browser --test browser -- --nocapture leave_nothing_behind

check: ## run what needs no browser: formatting, lints, dependencies, tests on the host
	@$(ensure) rust node cc wasm npm crates deny
	$(say) checking the formatting
	@cargo fmt --check
	$(say) checking scripts and style sheets
	@npm run --silent lint
	$(say) checking the dependencies
	@tools/deny.sh '$(TOOLS)/cargo-deny-$(DENY_VERSION)/bin/cargo-deny'
	$(say) linting for the host
	@cargo clippy --quiet --locked --workspace --all-targets --features browser -- -D warnings
	$(say) linting for the browser
	@cargo clippy --quiet --locked --package mingbai --package mingbai-reader --features mingbai/split --target wasm32-unknown-unknown -- -D warnings
	$(say) testing on the host
	@cargo test --locked --workspace --exclude xtask
	@cargo test --quiet --locked --package xtask --profile xtask

look: browser build ## take pictures of the page into target/look/ (width=360 lang=en theme=dark hash=figure=change disclosure=path)
	$(say) taking pictures of dist/
	@MINGBAI_LOOK='$(foreach option,width lang theme hash disclosure,$(if $($(option)),$(option)=$($(option))))' \
	  cargo test --quiet --locked --features browser --test browser -- --ignored --nocapture look

sizes: build ## list what a reader downloads, as it is and as brotli
	@node tools/sizes.mjs dist

bench: browser build ## measure what a reader waits for, and how fast a disclosure is read and searched (some minutes)
	@$(ensure) bench
	@node tools/bench/bench.mjs dist
	@cargo bench --locked --package mingbai-core --bench parse --bench search
	@cargo test --quiet --locked --features browser --test browser -- --ignored --nocapture keystroke

fuzz: ## let a fuzzer look for input that breaks the parser or a reader (seconds=600 target=parse|web_page|word_document|old_word_document|packed_document|pdf|rtf)
	@$(ensure) rust cc crates fuzz
	$(say) fuzzing $(target) for $(seconds) seconds
	@mkdir -p fuzz/corpus/parse fuzz/corpus/web_page fuzz/corpus/word_document fuzz/corpus/old_word_document fuzz/corpus/packed_document fuzz/corpus/pdf fuzz/corpus/rtf
	@cp -n data/disclosure.txt tests/examples/*.txt tests/family/*.txt fuzz/corpus/parse/
	@cp -n fuzz/seeds/web_page/* fuzz/corpus/web_page/
	@cp -n fuzz/seeds/word_document/* fuzz/corpus/word_document/
	@cp -n fuzz/seeds/old_word_document/* fuzz/corpus/old_word_document/
	@cp -n fuzz/seeds/packed_document/* fuzz/corpus/packed_document/
	@cp -n fuzz/seeds/pdf/* fuzz/corpus/pdf/
	@cp -n fuzz/seeds/rtf/* fuzz/corpus/rtf/
	@RUSTC_BOOTSTRAP=1 '$(TOOLS)/cargo-fuzz-$(FUZZ_VERSION)/bin/cargo-fuzz' run $(target) -- \
	  -max_total_time=$(seconds) -max_len=20000 -timeout=5 -rss_limit_mb=2048

hostile: ## put every hostile variant of the texts through the parser (some minutes; kind=07 for one kind of damage)
	@$(ensure) rust cc crates
	$(say) putting hostile variants of the texts through the parser
	@MINGBAI_HOSTILE=$(or $(kind),whole) cargo test --locked --package mingbai-core --test hostile -- --nocapture variant

mutants: ## change the code that computes, checks and exports numbers, and list what no test notices (hours; file=crates/core/src/amount.rs)
	@$(ensure) rust cc crates mutants
	$(say) changing the code in one place at a time
	@mkdir -p target
	@CARGO_PROFILE_DEV_DEBUG=false '$(TOOLS)/cargo-mutants-$(MUTANTS_VERSION)/bin/cargo-mutants' mutants \
	  --package mingbai-core --output target $(foreach each,$(or $(file),$(MUTATED)),--file '$(each)')

setup: browser tools ## get all that the others need, and build nothing
	@$(ensure) deny trunk wasm-bindgen

clean: ## remove all that was built; the tools in the user's cache stay
	$(say) removing dist/, target/ and node_modules/
	@rm -rf dist target node_modules

tools:
	@$(ensure) rust node cc wasm npm crates

browser:
	@$(ensure) rust node cc browser firefox webkit frictionless office producers

target/web/charts.js: tools/charts.mjs tools/charts.entry.js tools/echarts-stubs.mjs package-lock.json | tools
	$(say) bundling the charts
	@npm run --silent charts

dist/index.html: $(SOURCES) | tools
	$(say) building the release into dist/
	@cargo xtask dist

# Another MINGBAI_DISCLOSURE or MINGBAI_PUBLICATION fills the pages again; the app stays as it is.
target/web/disclosure: always
	@mkdir -p target/web
	@echo '$(MINGBAI_DISCLOSURE) $(MINGBAI_PUBLICATION)' | cmp -s - $@ || echo '$(MINGBAI_DISCLOSURE) $(MINGBAI_PUBLICATION)' >$@
