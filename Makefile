# Flowbook: `make help` lists what there is.

SWIFT   := swift
PREFIX  := /usr/local
DESTDIR :=

# A command that fails fails the line, though its output goes through another.
SHELL       := /bin/bash
.SHELLFLAGS := -o pipefail -c

release  := .build/release
# Not the notebooks: their imports stand in the cells that need them.
formatted := Package.swift Sources Tests Benchmarks
modules  := Traffic TrafficCapture NotebookDisplay
installed = $(DESTDIR)$(PREFIX)
notebooks = $(wildcard Notebooks/*.swift)
briefly  := sed --unbuffered --regexp-extended --file=Scripts/briefly.sed

.DEFAULT_GOAL := notebook
.PHONY: notebook build test soak fuzz browser bench picture docs format lint install uninstall clean help setup

notebook: setup build ## install what is missing, build, and render every notebook (the default)
	@Scripts/install-packages notebook
	@$(release)/flowbook render

build: setup ## build the release configuration
	@$(SWIFT) build -c release

test: setup ## install what is missing and run every test
	@Scripts/install-packages notebook
	@$(SWIFT) test --disable-xctest 2>&1 | $(briefly)

soak: setup ## the long runs of the property tests
	@Scripts/install-packages notebook
	@FLOWBOOK_SOAK=1 $(SWIFT) test --disable-xctest 2>&1 | $(briefly)

fuzz: setup ## look for inputs that crash or mislead, a minute for each kind of input
	@Tests/Fuzz/run

browser: notebook ## try sample pages and every rendered page in a browser
	@Scripts/install-packages browser
	@Tests/Browser/run
	@Tests/Browser/run output

bench: build ## time Flowbook against Jupyter and other flow meters, side by side
	@Scripts/install-packages notebook bench
	@Benchmarks/run

picture: build ## draw the picture in the README anew
	@Scripts/install-packages notebook browser
	@Scripts/draw-picture

docs: build ## write docs/flows.md and docs/entropy.md anew
	@$(release)/flowbook flows --describe > docs/flows.md
	@$(release)/flowbook entropy --describe > docs/entropy.md

format: ## rewrite the sources in the house style
	@$(SWIFT) format --in-place --recursive $(formatted)

lint: ## fail where a source departs from the house style
	@$(SWIFT) format lint --strict --recursive $(formatted)

install: build ## install under PREFIX (default /usr/local)
	@install -D -m 755 $(release)/flowbook $(installed)/bin/flowbook
	@install -D -m 755 $(release)/flowbook-kernel $(installed)/libexec/flowbook/flowbook-kernel
	@install -D -m 755 -t $(installed)/libexec/flowbook $(release)/libflowbook-forkserver.so
	@install -D -m 644 -t $(installed)/lib/flowbook/Modules $(modules:%=$(release)/Modules/%.swiftmodule)
	@install -D -m 644 -t $(installed)/share/flowbook/Notebooks $(notebooks)
	@echo "Installed $(installed)/bin/flowbook"

uninstall: ## remove what install put under PREFIX
	@rm -f $(installed)/bin/flowbook
	@rm -rf $(installed)/libexec/flowbook $(installed)/lib/flowbook $(installed)/share/flowbook

clean: ## remove everything that was built or rendered
	@rm -rf .build .flowbook output

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

setup:
	@Scripts/check-toolchain
	@Scripts/install-packages build
