# The house's doors. `make demo` shows what docgen does; `make test` proves it.
# Stamps lie in .make/, so a second run does only what has changed.

PYTHON ?= $(firstword $(foreach name,python3.11 python3.12 python3.13 python3.14 python3,$(shell command -v $(name) 2>/dev/null)))
BIN := .venv/bin
TESTS ?= tests

.PHONY: demo test lint bench templates gallery clean
.DELETE_ON_ERROR:

demo: .make/installed
	@$(BIN)/docgen build

test: .make/dev lint .make/pdf .make/browser
# A file stays with one worker: what its tests share (a start of LibreOffice, a built office) is made once.
	@$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder $(TESTS)

lint: .make/dev
	@$(BIN)/ruff check src tests bench scripts
	@$(BIN)/ruff format --check src tests bench scripts
	@$(BIN)/mypy

bench: .make/dev .make/pdf
	@$(BIN)/python bench

# template*.docx and golden*.txt of every kind, made anew from its blocks.yaml.
templates: .make/dev
	@$(BIN)/python -m docgen.build.templates

# One picture a paper for README.md, from the sample records.
gallery: .make/pdf
	@$(BIN)/python scripts/gallery.py

clean:
	@rm -rf .make .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
	@find . -name __pycache__ -not -path './.git/*' -prune -exec rm -rf {} +
	@find output -mindepth 1 -not -name README.md -delete

.make/venv:
	@mkdir -p .make
	@test -n "$(PYTHON)" || { echo "找不到 Python。请执行：sudo apt-get install python3 python3-venv"; exit 3; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "需要 Python 3.11 或更新的版本，现有的是 $$($(PYTHON) --version)。"; exit 3; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv \
	  || { rm -rf .venv; echo "建不了虚拟环境。请执行：sudo apt-get install python3-venv"; exit 3; }
	@touch $@

.make/installed: .make/venv pyproject.toml
	@echo "正在安装 docgen ……"
	@$(BIN)/python -m pip install -q --disable-pip-version-check -e .
	@touch $@

# Dependency groups need pip 25.1.
.make/dev: .make/venv pyproject.toml
	@echo "正在安装测试所需的软件包 ……"
	@$(BIN)/python -m pip install -q --disable-pip-version-check --upgrade 'pip>=25.1'
	@$(BIN)/python -m pip install -q --disable-pip-version-check -e '.[all]' --group dev
	@touch $@ .make/installed

.make/pdf: .make/dev scripts/setup-pdf.sh
	@sh scripts/setup-pdf.sh $(BIN)/python
	@touch $@

.make/browser: scripts/setup-browser.sh
	@mkdir -p .make
	@sh scripts/setup-browser.sh
	@touch $@
