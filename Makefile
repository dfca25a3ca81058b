# make help lists the targets.
MODEL ?= house
ARGS ?=
SETUP := scripts/setup.sh
BIN := .venv/bin
# A model named by the user is meant, whatever the size of the machine.
INSIST := $(if $(filter command environment,$(firstword $(origin MODEL))),--insist)

.DEFAULT_GOAL := help
.PHONY: help demo setup dev model model-data model-tune model-eval test test-long check audit pictures catalogue pins bench clean

# Tuning: where its data, bases and checkpoints lie (outside the checkout), and the pairs that it learns from.
TRAINING ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/bulletin-workflow/training
CORPUS ?= $(firstword $(wildcard training/corpus ../shared/corpus))
GENERAL ?= $(wildcard ../shared/general)
COMMA := ,
# Tests on all cores, a file at a time; four processes at most, for each may hold a model. `make test PARALLEL=` for one, and --pdb.
PARALLEL ?= -n logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder
# Large blocks are kept between steps. jemalloc (Debian: libjemalloc2) holds 6 GB for house where glibc creeps from 9 to 16.
JEMALLOC := $(firstword $(wildcard /usr/lib/*/libjemalloc.so.2))
ALLOCATOR := $(if $(JEMALLOC),LD_PRELOAD=$(JEMALLOC) MALLOC_CONF=dirty_decay_ms:20000$(COMMA)muzzy_decay_ms:20000,\
   MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=100000000000 MALLOC_TOP_PAD_=500000000)

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
	@$(ALLOCATOR) HF_HUB_OFFLINE=1 \
	   $(TRAINING)/venv/bin/python -m training.tune $(MODEL) --data $(TRAINING)/data \
	   --bases $(TRAINING)/bases --run $(TRAINING)/$(MODEL) $(ARGS)

model-eval: dev ## measure MODEL, a name or folder (ARGS="--half final --json FILE")
	@$(BIN)/python -m training.evaluate --model $(MODEL) --corpus $(CORPUS) $(GENERAL:%=--general %) $(ARGS)

test: ## run the whole test suite (ARGS="tests/clean -k widths" for a part)
	@$(SETUP) --test --insist house-small house
	@$(BIN)/pytest $(PARALLEL) $(ARGS)

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

pictures: dev ## accept the printed pages as they look now; look at tests/render/pages/ afterwards
	@$(BIN)/pytest -q tests/render/test_page_goldens.py --update-goldens

audit: dev ## look every pinned package up in PyPI's advisories (a mirror of PyPI has none)
	@rm -rf build/.audit && $(BIN)/python -m venv build/.audit && build/.audit/bin/pip install -qq pip-audit
	@build/.audit/bin/pip-audit --strict --disable-pip --no-deps -r constraints.txt

catalogue: dev ## gather the messages of the code, update and compile the Chinese catalogue
	@$(BIN)/python scripts/catalogue.py

pins: dev ## resolve every dependency afresh and rewrite constraints.txt; run the tests afterwards
	@rm -rf build/.pins && $(BIN)/python -m venv build/.pins
	@build/.pins/bin/pip install -qq '.[dev]'
	@{ sed '/^[^#]/,$$d' constraints.txt; \
	   build/.pins/bin/pip freeze --exclude bulletin-workflow | grep -v '@ file:'; } > constraints.new
	@mv constraints.new constraints.txt && rm -rf build/.pins

bench: ## measure speed beside what people would use instead (MODEL=house, ARGS="--only command --json FILE")
	@$(SETUP) --test --insist $(if $(INSIST),$(MODEL),house-small)
	@$(BIN)/python benchmarks/bench.py --model $(if $(INSIST),$(MODEL),house-small) $(ARGS)

clean: ## remove what was built and every cache; .venv and the models stay
	@find build -mindepth 1 ! -path build/README.md -delete
	@rm -rf dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -path ./.venv -prune -o -name __pycache__ -type d -exec rm -rf {} +
