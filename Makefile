# Everything a developer, a reviewer or CI calls. Only Python 3.11 (or later) and make are assumed.

PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed

COMPILE := CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links

.PHONY: run setup check test test-quick bench mutate lock

run: setup ## serve on 127.0.0.1:8000 and print what to open
	@$(BIN)/cds serve

setup: $(INSTALLED) ## only install

$(INSTALLED): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

check: setup ## format, lint, types, import contracts, content lint, catalogue current
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/cds check
	$(BIN)/cds publish --check

test: check ## everything; nothing is skipped
	@$(BIN)/python -m tests.hapi.install
	$(BIN)/pytest

test-quick: setup ## the tests without what needs Java, PostgreSQL, Docker or a browser
	$(BIN)/pytest -m "not hapi"
	@echo "Left out: tests/hapi (a HAPI FHIR server on Java 17, and a browser). make test runs them."

bench: setup ## CPU per call beside a floor
	$(BIN)/python -m tests.benchmarks.cpu_per_call

SAMPLE ?= 300
mutate: setup ## change the content place by place and name what no test noticed (SAMPLE=n places, about 30 minutes)
	$(BIN)/python -m tests.mutation --sample $(SAMPLE)

lock: ## write requirements.lock (for developers) and requirements-run.lock (for the image) anew
	$(BIN)/pip install --quiet pip-tools
	$(COMPILE) --extra dev --output-file requirements.lock pyproject.toml
	$(COMPILE) --output-file requirements-run.lock pyproject.toml
