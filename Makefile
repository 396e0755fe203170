# `make run` opens the app, `make test` runs every test but the long ones, `make test-long` runs those.
# All of them make what they need first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test test-long install check lint types bench screenshots

run: $(VENV)/.installed
	$(BIN)/python -m simulator migrate
	$(BIN)/streamlit run simulator_app.py

test: $(VENV)/.installed-dev
	$(MAKE) --jobs 2 --output-sync=target lint types check
	$(BIN)/pytest -n auto --dist worksteal -m "not browser and not long"
	$(BIN)/pytest -n auto --dist loadgroup -m "browser and not long" tests/browser

test-long: $(VENV)/.installed-dev
	$(BIN)/pytest -n auto --dist loadgroup -m long

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/bandit --quiet --recursive simulator scoring simulator_app.py
	git ls-files '*.toml' 'simulator*.py' 'scoring/*.py' 'docs/*.md' .ci .streamlit deploy Makefile | xargs $(BIN)/detect-secrets-hook

types: $(VENV)/.installed-dev
	$(BIN)/mypy

check: $(VENV)/.installed
	$(BIN)/python -m simulator check scenarios

install: $(VENV)/.installed-dev

bench: $(VENV)/.installed-bench
	$(BIN)/python -m benchmarks.scoring_speed
	$(BIN)/python -m benchmarks.browser_speed

screenshots: $(VENV)/.installed-dev
	$(BIN)/python -m docs.screenshots
	$(BIN)/python -m docs.page_pictures

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; set PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml constraints.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	touch $@

$(VENV)/.installed-bench: $(VENV)/.installed-dev
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[bench]'
	touch $@
