# make help lists the targets.
MODEL ?= house
ARGS ?=
SETUP := scripts/setup.sh
BIN := .venv/bin
# A model named by the user is meant, whatever the size of the machine.
INSIST := $(if $(filter command environment,$(firstword $(origin MODEL))),--insist)

.DEFAULT_GOAL := help
.PHONY: help demo setup dev model model-data model-tune model-eval test test-long check catalogue pins bench clean

# Tuning: where its data, bases and checkpoints lie (outside the checkout), and the pairs that it learns from.
TRAINING ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/bulletin-workflow/training
CORPUS ?= $(firstword $(wildcard training/corpus ../shared/corpus))
GENERAL ?= $(wildcard ../shared/general)

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

model-data: ## make training data of CORPUS and GENERAL in TRAINING
	@$(SETUP)
	@$(BIN)/python -m training.data --corpus $(CORPUS) $(GENERAL:%=--general %) --out $(TRAINING)/data $(ARGS)

model-tune: ## tune MODEL on that data (ARGS="--minutes 120 --adapter models/house.safetensors"), or go on
	@test -x $(TRAINING)/venv/bin/python || python3 -m venv $(TRAINING)/venv
	@$(TRAINING)/venv/bin/pip install -qq -c constraints.txt -e '.[train]'
	@MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=100000000000 MALLOC_TOP_PAD_=500000000 HF_HUB_OFFLINE=1 \
	   $(TRAINING)/venv/bin/python -m training.tune $(MODEL) --data $(TRAINING)/data \
	   --bases $(TRAINING)/bases --run $(TRAINING)/$(MODEL) $(ARGS)

model-eval: dev ## measure MODEL, a name or folder (ARGS="--half final --json FILE")
	@$(BIN)/python -m training.evaluate --model $(MODEL) --corpus $(CORPUS) $(GENERAL:%=--general %) $(ARGS)

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
