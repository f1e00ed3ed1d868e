# Everything done with bursar, from building to installing; `make help` lists it.
# The flags of the build live here and in Package.swift, nowhere else.

SHELL := /bin/bash -o pipefail
PREFIX ?= /usr/local

swift_flags := --explicit-target-dependency-import-check error
release_flags := $(swift_flags) -c release --product bursar
ifeq ($(shell uname -s),Linux)
# One file that starts twice as fast and needs no Swift where it runs.
release_flags += --static-swift-stdlib
endif

bursar := .build/release/bursar
swift_files := Package.swift Sources Tests
shared := $(DESTDIR)$(PREFIX)/share

.PHONY: all build test test-peers bench-gap test-asan lint format install clean help

all: build ## Install what is missing, build, print Mali's funding summary (the default)
	$(bursar) -f Ledgers/mali-2017.bursar summary --scope mali --as-of 2017-11-28

build: ## Build the release, .build/release/bursar
	@.ci/packages build
	swift build $(release_flags)

# $(call run_tests,flags of the build,flags of the run): only what fails is printed, then what was
# skipped, counted by reason; `make test verbose=1` shows every line.
define run_tests
	swift build --build-tests $(swift_flags) $(1)
	@swift test --skip-build --disable-xctest $(swift_flags) $(1) $(2) $(if $(verbose),,--quiet) \
	  --event-stream-output-path .build/tests.jsonl --event-stream-version 0
	@sed -nE 's/.*"text":"Test .* skipped: \\"(.*)\\""}.*/\1/p' .build/tests.jsonl | tr -d '\\' | \
	  sort | uniq -c | sed -E 's/^ *([0-9]+) /skipped: \1 × /'
endef

test: ## Build and run every test; it ends with what was skipped and why
	@.ci/packages build
	$(call run_tests)

test-peers: ## Install hledger, ledger and beancount; run the tests that compare with them
	@.ci/packages build peers
	@test -x .build/peers/bin/bean-query || { python3 -m venv .build/peers && \
	  .build/peers/bin/pip --quiet install beancount beanquery; }
	$(call run_tests,,--filter PeerTests)

test-peers: export BURSAR_PEERS := 1
test-peers: export PATH := $(CURDIR)/.build/peers/bin:$(PATH)

bench-gap: ## Measure the gap calculator, and OR-tools at the same flow
	@.ci/packages build peers
	@test -x .build/ortools/bin/python || { python3 -m venv .build/ortools && \
	  .build/ortools/bin/pip --quiet install ortools; }
	swift build $(release_flags) --product workbench
	.build/release/workbench bench gap .build/bench-gap.txt
	@cat .build/bench-gap.txt
	@echo "OR-tools: contributions, lines, ms of the flow, flow"
	@.build/ortools/bin/python Sources/workbench/Peers/maximum_flow.py

test-asan: ## Run every test under AddressSanitizer, in a build of its own
	@.ci/packages build
	$(call run_tests,--sanitize address --scratch-path .build/asan)

test-asan: export ASAN_OPTIONS := detect_leaks=0

lint: ## Check every Swift file against .swift-format
	@.ci/packages
	swift format lint --strict --parallel --recursive $(swift_files)

format: ## Rewrite every Swift file as .swift-format has it
	@.ci/packages
	swift format --in-place --parallel --recursive $(swift_files)

# Under sudo what stands is installed: root builds nothing here.
install: $(if $(SUDO_USER),,build) ## Install under PREFIX (/usr/local): program, man page, completions
	install -d $(DESTDIR)$(PREFIX)/bin $(shared)/man/man1 $(shared)/bash-completion/completions \
	  $(shared)/zsh/site-functions $(shared)/fish/vendor_completions.d
	install -m 755 $(bursar) $(DESTDIR)$(PREFIX)/bin/bursar
	$(bursar) __man | install -m 644 /dev/stdin $(shared)/man/man1/bursar.1
	$(bursar) completions bash | install -m 644 /dev/stdin $(shared)/bash-completion/completions/bursar
	$(bursar) completions zsh | install -m 644 /dev/stdin $(shared)/zsh/site-functions/_bursar
	$(bursar) completions fish | install -m 644 /dev/stdin $(shared)/fish/vendor_completions.d/bursar.fish

clean: ## Remove everything that was built
	rm -rf .build

help: ## List these
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' Makefile
