# What one does with Copydesk. Each target needs a python3 from 3.11 to 3.13 and nothing else: the first makes .venv.
#
#   PYTHON=python3.12   which Python makes .venv
#   ARGS="..."          passed on to the command: make demo ARGS="--products 20", make test ARGS="-k poison"

PYTHON ?= python3
ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help demo up down test check lint bench fmt lock lock-check clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | column -t -s '|' 2>/dev/null || grep '## ' Makefile

# -------------------------------------------------------------------------------------------------------------- to run

demo: $(VENV)/.ready ## Kafka, Triton and workers on this machine; a catalogue goes in, its copy comes out
	@$(BIN)/copydesk demo $(ARGS)

up: $(VENV)/.ready ## the same platform, to stay
	@$(BIN)/copydesk up $(ARGS)

down: $(VENV)/.ready ## stops what `make up` started
	@$(BIN)/copydesk down $(ARGS)

# ------------------------------------------------------------------------------------------------------------ to change

# A process for each core where no server runs. Tests on real servers mostly wait: two files of them at a time, each with
# servers of its own.
CORES := -n auto
PAIRS := -n 2 --dist loadfile

# pytest's 5 is "no test was chosen", which ARGS may well mean. The session's limit is looked at between two tests;
# pyproject.toml bounds each of them.
test: $(VENV)/.ready ## every test, on real servers that the tests start themselves
	$(BIN)/python -m pytest $(CORES) tests/unit tests/contract $(ARGS) || [ $$? -eq 5 ]
	$(BIN)/python -m pytest $(PAIRS) --session-timeout=1200 tests/integration tests/e2e tests/faults $(ARGS) || [ $$? -eq 5 ]

# Tests on real servers may read clocks and the environment, which lifts the whole list of what is banned: this stays.
NO_MOCKS := lint.flake8-tidy-imports.banned-api."unittest.mock".msg = "write a fake in tests/doubles.py"

check: lint ## lint, then the tests that need no server: about two minutes
	$(BIN)/python -m pytest $(CORES) -m "not kafka and not triton" tests/unit tests/contract $(ARGS)

lint: $(VENV)/.ready ## style, format, types, layers
	$(BIN)/ruff check .
	$(BIN)/ruff check --isolated --select TID251 --config '$(NO_MOCKS)' tests
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

bench: $(VENV)/.ready ## a table of ratios, measured in one run
	$(BIN)/python -m tests.bench $(ARGS)

fmt: $(VENV)/.ready ## what ruff can mend by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean: ## .venv and what the tools left behind; data folders stay
	rm -rf $(VENV) dist .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# ------------------------------------------------------------------------------------------------------------ the locks

COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-python-downloads \
	--fork-strategy fewest --generate-hashes --no-emit-index-url --no-emit-find-links \
	--custom-compile-command 'make lock'

# $(1) is the folder to write to. Versions that stand in the file already are kept; ARGS=--upgrade lifts them.
# The development lock is held to the runtime's versions, so that what is tested is what runs.
# `--no-deps`: pytriton's own dependencies are for its Python API, which nobody uses here.
define compile
	$(COMPILE) $(ARGS) pyproject.toml -o $(1)/runtime.txt
	$(COMPILE) $(ARGS) pyproject.toml --group dev -c requirements/runtime.txt -o $(1)/dev.txt
	$(COMPILE) $(ARGS) requirements/java.in -o $(1)/java.txt
	$(COMPILE) $(ARGS) --no-deps requirements/triton.in -o $(1)/triton.txt
endef

lock: $(VENV)/.locked ## writes requirements/*.txt anew from pyproject.toml and requirements/*.in
	$(call compile,requirements)

lock-check: $(VENV)/.locked ## fails if `make lock` would change something
	rm -rf $(VENV)/locks
	cp -R requirements $(VENV)/locks
	$(call compile,$(VENV)/locks)
	diff -ru requirements $(VENV)/locks || { echo 'The locks do not match what they are made from: run make lock.' >&2; exit 1; }

# ------------------------------------------------------------------------------------------------------------- bootstrap

define CHECK_PYTHON
import sys
version = ".".join(map(str, sys.version_info[:3]))
if not (3, 11) <= sys.version_info[:2] <= (3, 13):
    sys.exit("$(PYTHON) is Python " + version + "; Copydesk needs 3.11, 3.12 or 3.13. "
             "If you have one, name it: make $(MAKECMDGOALS) PYTHON=python3.12")
try:
    import ensurepip, venv
except ImportError:
    sys.exit("$(PYTHON) has no venv module. On Debian or Ubuntu: apt install python3-venv. "
             "Or name another Python: make $(MAKECMDGOALS) PYTHON=python3.12")
endef
export CHECK_PYTHON

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo 'There is no $(PYTHON) on PATH. Install Python 3.11, 3.12 or 3.13, or name it: make $(MAKECMDGOALS) PYTHON=/path/to/python3' >&2; exit 1; }
	@$(PYTHON) -c "$$CHECK_PYTHON"
	@$(PYTHON) -m venv --clear $(VENV)

$(VENV)/.locked: requirements/dev.txt | $(BIN)/python
	@echo 'Installing the packages of requirements/dev.txt into $(VENV), once for each change of the lock.'
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

$(VENV)/.ready: $(VENV)/.locked pyproject.toml
	@$(PIP) install --no-index --no-deps --no-build-isolation -e .
	@touch $@
