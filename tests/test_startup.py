"""What starting costs: help loads click only, and a check never loads what it does not need."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import fact_cli
from fact_cli.entry import rendered_help

SHOW = "import json, sys; print(json.dumps(sorted(m.split('.')[0] for m in sys.modules)))"


def modules_after(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{SHOW}"], capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_help_loads_neither_spacy_nor_rich() -> None:
    code = "import sys\nsys.argv = ['factcheck', '--help']\nfrom fact_cli.entry import main\nmain()"
    loaded = modules_after(code)
    assert loaded.isdisjoint({"spacy", "rich", "thinc", "numpy", "dateparser", "click"})


def test_the_command_line_loads_click_only() -> None:
    loaded = modules_after("from fact_cli.cli import cli\ncli(['-h'], standalone_mode=False)")
    assert "click" in loaded
    assert loaded.isdisjoint({"spacy", "rich", "thinc", "numpy", "dateparser", "pydantic"})


def test_the_printed_help_is_what_click_would_print() -> None:
    help_file = Path(fact_cli.__file__).parent / "help.txt"
    assert help_file.read_text(encoding="utf-8") == rendered_help()


def test_importing_the_package_loads_nothing() -> None:
    assert modules_after("import fact_cli").isdisjoint({"spacy", "click", "rich", "decimal"})


def test_a_check_loads_neither_dateparser_nor_the_slow_french_of_spacy() -> None:
    code = "import fact_cli, sys\nfact_cli.check('Le prix est de 12 euros.')\n"
    code += "assert 'spacy.lang.fr.tokenizer_exceptions' not in sys.modules"
    assert modules_after(code).isdisjoint({"dateparser", "pytest"})


def test_a_few_files_load_no_rich_for_a_bar_that_is_not_drawn() -> None:
    code = "from fact_cli.progress import FEW, ProgressBar\n"
    code += "with ProgressBar('fr', colored=True) as bar:\n    bar.begun(0, FEW, 'a.txt')"
    assert modules_after(code).isdisjoint({"rich", "spacy"})


def test_files_that_are_named_load_nothing_of_a_walk() -> None:
    code = "from fact_cli.read.walk import found\nassert len(list(found(['a.txt', '-']))) == 2"
    assert modules_after(code).isdisjoint({"pathspec", "charset_normalizer"})


@pytest.mark.parametrize(
    ("shell", "words"),
    [
        ("bash_source", "_factcheck_completion()"),
        ("zsh_source", "#compdef factcheck"),
        ("fish_source", "function _factcheck_completion"),
    ],
)
def test_a_shell_that_asks_for_completion_gets_it(shell: str, words: str) -> None:
    environment = {**os.environ, "_FACTCHECK_COMPLETE": shell}
    told = subprocess.run(
        [sys.executable, "-m", "fact_cli"], env=environment, capture_output=True, text=True
    )
    assert words in told.stdout
