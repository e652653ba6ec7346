# Each recipe sets up what it needs: a bare machine with Python 3.11 or newer is enough.
#   make demo    read the demo's reports, fill a ledger, show what is on record
#   make test    run the tests

PYTHON ?= $(firstword $(foreach p,python3 python3.13 python3.12 python3.11 python,$(shell command -v $(p) >/dev/null 2>&1 && $(p) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(p))))
BIN := .venv/bin
READY := .venv/.ready

.DEFAULT_GOAL := help
.PHONY: help demo test lint types contract docs docs-check gate fuzz bench weights check format clean

help:  ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(READY): pyproject.toml
	@test -n "$(PYTHON)" || { echo "onrecord needs Python 3.11 or newer, and none was found; name one with: make PYTHON=/path/to/python3" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { echo "no virtual environment could be made; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@echo "setting up .venv (once, a few minutes)"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --editable ".[dev]"
	@touch $@

demo: $(READY)  ## read the demo's reports, fill a ledger, show what is on record
	@$(BIN)/python demo/run_demo.py

test: $(READY)  ## run the tests
	$(BIN)/python -m pytest -q

lint: $(READY)  ## style and likely bugs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(READY)  ## put the code into the house format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(READY)  ## check the types, strictly
	$(BIN)/mypy

contract: $(READY)  ## check that imports point one way
	$(BIN)/lint-imports --no-logo

docs: $(READY)  ## write the generated parts of docs/
	$(BIN)/python -m onrecord.records.schema docs/reading.schema.json
	$(BIN)/cog -I docs -r docs/*.md

docs-check: $(READY)  ## fail when a generated part of docs/ is stale
	$(BIN)/cog -I docs --check docs/*.md

gate: $(READY)  ## check the reader against its quality floors
	@$(BIN)/python -m gate

fuzz: $(READY)  ## try hostile inputs on every way in: ONRECORD_FUZZ=20000 make fuzz
	@$(BIN)/python -m tests.fuzz

bench: $(READY)  ## measure the reader's speed and memory, and a ledger of 100,000 reports and its pages (minutes)
	@$(BIN)/python -m bench
	@$(BIN)/python -m bench.ledger
	@$(BIN)/python -m bench.pages

weights: $(READY)  ## make the reader's weights again from the corpora in ../shared/corpora (hours; resumes where it stopped)
	$(BIN)/python -m pip install -qq --disable-pip-version-check --editable ".[dev,train]"
	$(BIN)/python training/train.py --out training/runs/weights
	$(BIN)/python training/export.py training/runs/weights/best.pt
	$(BIN)/python training/calibrate.py
	$(BIN)/python training/score_dev.py

check: lint types contract docs-check gate test  ## all that CI checks

clean:  ## remove what the recipes made
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis build dist
