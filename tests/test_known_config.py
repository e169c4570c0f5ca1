"""A configuration that was found to hold is not checked again until it says something else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import fact_cli.config.check
from fact_cli.cache import stamp
from fact_cli.cache.store import FILE
from fact_cli.cli import cli
from fact_cli.config.toml import ConfigFile

RIGHT = 'ignore = ["impossible-date"]\n'
WRONG = 'ignore = ["impossible"]\n'


@pytest.fixture(autouse=True)
def checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The configurations that were checked, as they were written."""
    monkeypatch.delenv("FACTCHECK_NO_CACHE")
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("Rien de neuf.", encoding="utf-8")
    seen: list[str] = []
    check = fact_cli.config.check.check

    def counted(file: ConfigFile) -> None:
        seen.append(file.text)
        check(file)

    monkeypatch.setattr(fact_cli.config.check, "check", counted)
    return seen


def run(config: str, *args: str) -> Result:
    Path(".factcheck.toml").write_text(config, encoding="utf-8")
    return CliRunner().invoke(cli, args or ["a.txt"])


def test_what_holds_is_checked_once(checked: list[str]) -> None:
    results = [run(text) for text in (RIGHT, RIGHT, f"# vu\n{RIGHT}", RIGHT)]
    assert checked == [RIGHT]
    assert {result.exit_code for result in results} == {0}


def test_what_does_not_hold_is_told_each_time(checked: list[str]) -> None:
    results = [run(text) for text in (RIGHT, WRONG, WRONG)]
    assert checked == [RIGHT, WRONG, WRONG]
    assert [result.exit_code for result in results] == [0, 2, 2]
    assert results[1].stderr == results[2].stderr != ""


def test_another_program_checks_again(checked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    run(RIGHT)
    monkeypatch.setattr(stamp, "__version__", "99")
    run(RIGHT)
    assert checked == [RIGHT] * 2


@pytest.mark.parametrize("args", [["--no-cache", "a.txt"], ["config"]])
def test_where_nothing_is_kept_it_is_checked_each_time(checked: list[str], args: list[str]) -> None:
    run(RIGHT, *args)
    run(RIGHT, *args)
    assert checked == [RIGHT] * 2
    assert not Path("cache").exists()


@pytest.mark.parametrize(
    "damage",
    [
        lambda: Path("cache", FILE).write_bytes(b"Not a database. " * 400),
        lambda: Path("cache", FILE).unlink(),
    ],
)
def test_a_damaged_cache_knows_nothing(checked: list[str], damage: Callable[[], object]) -> None:
    run(RIGHT)
    damage()
    assert run(RIGHT).exit_code == 0
    assert run(RIGHT).stderr == ""
    assert checked[:2] == [RIGHT] * 2


def test_a_folder_that_is_none_is_no_failure(
    checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", "a.txt/cache")
    for _ in range(2):
        result = run(RIGHT)
        assert (result.exit_code, result.stderr.count("\n")) == (0, 1)
    assert checked == [RIGHT] * 2
