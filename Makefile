VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3

.PHONY: run test bench clean

run: $(VENV)/.installed
	$(BIN)/factcheck --fail-on never fixtures/halle.txt

# The tests have a folder of their own, so that no two runs clean up each other's.
test: $(VENV)/.tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/pyright
	$(BIN)/pytest --numprocesses auto --basetemp "$$(mktemp -d)/pytest"

bench: $(VENV)/.tested
	$(BIN)/python -m benchmarks.startup fixtures/halle.txt

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	touch $@

$(VENV)/.tested: pyproject.toml | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[test]'
	touch $@

clean:
	rm -rf $(VENV) dist build *.egg-info
