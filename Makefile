# One command each for what a reader or a contributor wants. Everything happens in .venv/ and build/.
#
#   make dossier                     the dossier of Viet Nam and the Russian Federation, in build/
#   make dossier PAIR="LAO RUS"      the dossier of another pair: two codes or one-word names
#   make test                        style, types and tests
#   make coverage                    the tests, with a report of the branches that none takes
#   make lint                        style and types alone
#   make format                      put the code into the house's layout
#   make sample                      renew the sample dossier and two of its pages in docs/sample/
#   make catalogues                  bring the catalogues of other languages up to the code
#   make notebooks                   run the notebooks in docs/notebooks/ and keep what they show
#   make clean                       remove what the above made
#
# PYTHON=python3.12 make …           choose the Python; 3.11 or newer

PYTHON ?= python3
PAIR ?= VNM RUS

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
# The code and the data are used in place; only a change here asks for a new installation.
INSTALLED_FROM := pyproject.toml

.DEFAULT_GOAL := help
.PHONY: help dossier test coverage lint format sample catalogues notebooks clean

help:
	@sed -n 's/^#   //p' Makefile

# --- the environment ---------------------------------------------------------------------------

# Debian and Ubuntu ship python3 without the part of venv that brings pip. Root may install it;
# anyone else is told what to ask for.
$(VENV)/.made:
	@usable() { \
	  $(BIN)/python -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }; \
	make_venv() { $(PYTHON) -m venv --clear $(VENV) >/dev/null 2>&1 && usable; }; \
	install() { DEBIAN_FRONTEND=noninteractive apt-get "$$@" </dev/null >/dev/null 2>&1; }; \
	say() { echo "relations: $$*" >&2; }; \
	usable && { touch $@; exit 0; }; \
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  found=$$($(PYTHON) --version 2>&1) || found="not found"; \
	  say "needs Python 3.11 or newer; $(PYTHON) is: $$found. Choose another, as in: make PYTHON=python3.12"; \
	  exit 1; }; \
	make_venv && { touch $@; exit 0; }; \
	versioned=$$($(PYTHON) -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'); \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  say "$(PYTHON) cannot make a virtual environment; installing python3-venv"; \
	  install update -qq; \
	  install install -y -qq python3-venv && make_venv && { touch $@; exit 0; }; \
	  install install -y -qq $$versioned && make_venv && { touch $@; exit 0; }; \
	fi; \
	rm -rf $(VENV); \
	say "$(PYTHON) cannot make a virtual environment: install python3-venv (or $$versioned), as in: sudo apt-get install python3-venv"; \
	exit 1

$(VENV)/.installed: $(VENV)/.made $(INSTALLED_FROM)
	@$(PIP) install --quiet --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.made $(INSTALLED_FROM)
	@$(PIP) install --quiet --editable '.[dev]'
	@touch $@ $(VENV)/.installed

# --- the dossier -------------------------------------------------------------------------------

# A word of PAIR as the shell may take it, and as a file may be called.
quote = '$(subst ','\'',$(1))'
A := $(word 1,$(PAIR))
B := $(word 2,$(PAIR))
DOSSIER := build/$(subst /,-,$(A))-$(subst /,-,$(B)).pdf

ifneq ($(words $(PAIR)),2)
$(error PAIR takes two codes or one-word names, as in: make dossier PAIR="LAO RUS"; it is now: $(PAIR))
endif

dossier: $(VENV)/.installed
	@mkdir -p build
	@$(BIN)/relations dossier $(call quote,$(A)) $(call quote,$(B)) -o $(call quote,$(DOSSIER))

# The pair the README shows, with pictures of its first page and of the one with arms transfers.
sample: $(VENV)/.installed-dev
	@mkdir -p docs/sample
	@$(BIN)/relations dossier VNM RUS -o docs/sample/VNM-RUS.pdf
	@$(BIN)/python scripts/picture_pages.py docs/sample/VNM-RUS.pdf 1 "Arms transfers"

# --- the languages -----------------------------------------------------------------------------

catalogues: $(VENV)/.installed-dev
	@$(BIN)/python scripts/catalogues.py

notebooks: $(VENV)/.installed-dev
	@$(BIN)/python scripts/run_notebooks.py

# --- the checks --------------------------------------------------------------------------------

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

test: lint
	$(BIN)/python -m pytest

# Apart, since watching every branch slows the tests by more than half.
coverage: $(VENV)/.installed-dev
	$(BIN)/python -m pytest --cov

clean:
	rm -rf $(VENV) build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find src tests docs -name __pycache__ -type d -prune -exec rm -rf {} +
