"""The README shows what the program prints."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from fact_cli.cli import cli

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def transcript() -> str:
    """What the first command of the README prints in a window of 80 columns."""
    environment = {**os.environ, "COLUMNS": "80", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "fact_cli", "fixtures/halle.txt"],
        cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.stderr == ""
    return "\n".join(line.rstrip() for line in done.stdout.splitlines())


def test_the_transcript_is_what_the_program_prints() -> None:
    shown = re.search(r"\$ factcheck fixtures/halle.txt\n(.*?)\n```", README, re.DOTALL)
    assert shown is not None
    assert shown.group(1) == transcript()


def test_the_example_for_python_runs(capsys: object) -> None:
    code = re.search(r"```python\n(from fact_cli.*?)```", README, re.DOTALL)
    assert code is not None
    exec(compile(code.group(1), "README", "exec"), {})
    printed = capsys.readouterr().out  # type: ignore[attr-defined]
    assert printed.startswith("error 20 % 80")


def test_every_option_named_exists() -> None:
    commands = [cli, *cli.commands.values()]
    known = {name for command in commands for option in command.params for name in option.opts}
    assert set(re.findall(r"(?<!-)--[a-z][a-z-]+", README)) <= known


def test_the_changelog_names_every_rule() -> None:
    from fact_cli.rule import all_rules

    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert [name for name in all_rules() if f"`{name}`" not in changelog] == []
