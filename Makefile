# `make` lists the targets. Every target sets up what it needs: a fresh machine wants only git, make and Python >= 3.11.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/python
READY := $(VENV)/ready
export PYTHONHASHSEED ?= 0

.PHONY: help ready demo test crashes monkey check shots bench lock format package package-windows test-package test-deb simulate simulate-teeth
help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(READY): requirements/development.txt build/prepare.sh
	@bash build/prepare.sh $(PYTHON) $(VENV)
	@touch $@

ready: $(READY) ## install everything the other targets need

demo: $(READY) ## open the program on an embedded central API with sample people
	@$(RUN) main.py --demo

test: $(READY) ## the whole ordinary suite
	@$(BIN)/ruff check -q . && $(BIN)/ruff format -q --check . && $(BIN)/mypy && $(BIN)/lint-imports --no-cache >/dev/null || { echo "make check says what is wrong"; exit 1; }
	@QT_QPA_PLATFORM=offscreen $(RUN) -m pytest -q -n 2

crashes: $(READY) ## kill -9, power cuts and full disks at every write: half an hour; prints what was looked at
	@$(RUN) -m tests.crash.long

monkey: $(READY) ## press, type and close at random for a quarter of an hour; an exception or a dead process is told with its seed
	@QT_QPA_PLATFORM=offscreen $(RUN) -m tests.monkey && QT_QPA_PLATFORM=offscreen $(RUN) -m tests.monkey --office

check: $(READY) ## format, lint, types, imports, unit tests: under 30 s
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@QT_QPA_PLATFORM=offscreen $(RUN) -m pytest -q tests/unit tests/architecture

shots: $(READY) ## every screen to docs/screenshots/
	@QT_QPA_PLATFORM=offscreen $(RUN) -m bench.shots

bench: $(READY) ## measure start-up, unlocking, first sync, lists; prints the figures
	@QT_QPA_PLATFORM=offscreen $(RUN) -m bench

SEEDS ?= 1000
simulate: $(READY) ## sync under everything that can happen, SEEDS=n of it; a seed that fails is kept and named
	@$(RUN) -m tests.simulation --seeds $(SEEDS)

simulate-teeth: $(READY) ## plant every known bug: the simulator must find each
	@$(RUN) -m tests.simulation --teeth

package: $(READY) ## the program without Python: .package/out (.deb, .tar.zst), tried before it is packed
	@$(RUN) build/package.py --twice

test-package: $(READY) ## build the program without Python once and try everything it does, in a bare environment
	@$(RUN) build/package.py --program
	@PYTHONPATH=. $(RUN) build/smoke.py

test-deb: ## install the .deb in a minimal Debian 12, use it, remove it (root; after `make package`)
	@bash build/clean_root.sh

package-windows: $(READY) ## the Windows program and its installer, made under wine, installed, tried, removed (root)
	@bash build/windows/package.sh

lock: $(READY) ## pin the newest allowed versions with their hashes
	@for part in desktop central development build; do \
	  $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	    requirements/$$part.in -o requirements/$$part.txt; done
