# make help lists the targets.
MODEL ?= house
ARGS ?=
SETUP := scripts/setup.sh
BIN := .venv/bin
# A model named by the user is meant, whatever the size of the machine.
INSIST := $(if $(filter command environment,$(firstword $(origin MODEL))),--insist)

.DEFAULT_GOAL := help
.PHONY: help demo setup dev model test test-long check catalogue pins bench clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

demo: ## set everything up and build the samples into build/ (MODEL=house-small for a small machine)
	@$(SETUP) $(INSIST) $(MODEL)
	@$(BIN)/bulletin build samples -o build --model $(MODEL)

setup: ## install the program into .venv, without a model
	@$(SETUP)

dev: ## the same with everything that tests and checks need
	@$(SETUP) --test

model: setup ## install the translation model MODEL
	@$(SETUP) --insist $(MODEL)

test: ## run the whole test suite (ARGS="tests/clean -k widths" for a part)
	@$(SETUP) --test --insist house-small house
	@$(BIN)/pytest $(ARGS)

test-long: ## run the long tests, whose results stand in docs/results/
	@$(SETUP) --test --insist house-small house
	@$(BIN)/pytest -m long $(ARGS)

check: dev ## ruff, mypy, the layers, the message catalogue, the page of checks
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/python scripts/catalogue.py --check
	@$(BIN)/python scripts/checks_table.py --check

catalogue: dev ## gather the messages of the code, update and compile the Chinese catalogue
	@$(BIN)/python scripts/catalogue.py

pins: dev ## resolve every dependency afresh and rewrite constraints.txt; run the tests afterwards
	@rm -rf build/.pins && $(BIN)/python -m venv build/.pins
	@build/.pins/bin/pip install -qq '.[dev]'
	@{ sed '/^[^#]/,$$d' constraints.txt; \
	   build/.pins/bin/pip freeze --exclude bulletin-workflow | grep -v '@ file:'; } > constraints.new
	@mv constraints.new constraints.txt && rm -rf build/.pins

bench: ## run the benchmarks
	@$(SETUP) --test --insist $(MODEL)
	@for file in benchmarks/bench_*.py; do echo "== $$file"; $(BIN)/python $$file $(ARGS) || exit 1; done

clean: ## remove what was built and every cache; .venv and the models stay
	@find build -mindepth 1 ! -path build/README.md -delete
	@rm -rf dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -path ./.venv -prune -o -name __pycache__ -type d -exec rm -rf {} +
