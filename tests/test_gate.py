"""The whole gate of a newsroom: configuration, accepted findings, revisions, reports, cache."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fact_cli.cli import cli

NEWSROOM = Path(__file__).parent.parent / "fixtures" / "newsroom"
ERROR = "content/economie/laiterie-erreur.md"
SCHOOL = "content/politique/ecole.md"
GRANTS = "content/politique/subventions.md"
BRIEF = "content/breves/2024/02-12-marche.md"
OLD_ERROR = f"{ERROR}:8:87: error wrong-percentage « 20 % »"
NEW_ERROR = ("84 élèves", "86 élèves, 40 filles et 44 garçons")
SPACY = (
    "import sys\nfrom fact_cli.cli import cli\ntry:\n    cli()\nfinally:\n"
    "    print(*({'spacy', 'pydantic', 'rich'} & {*sys.modules}), file=sys.stderr)"
)

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the newsroom as its only commit, in which the command is called."""
    folder = tmp_path / "site"
    shutil.copytree(NEWSROOM, folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "Le site")
    return folder


def git(*args: str) -> None:
    own = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *own, *args], check=True)


def run(*args: str) -> Result:
    return CliRunner().invoke(cli, ["content", *args])


def concise(*args: str) -> list[str]:
    """The findings, without their reasons."""
    lines = run("--output-format", "concise", *args).stdout.splitlines()
    return [line.partition(" » ")[0] + " »" for line in lines]


def edit(path: str, old: str, new: str) -> None:
    text = Path(path).read_text(encoding="utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.usefixtures("site")
def test_what_was_accepted_is_silent_and_the_error_shuts_the_gate() -> None:
    assert concise() == [OLD_ERROR]
    assert run().exit_code == 1
    assert run("--exclude", "*-erreur.md").exit_code == 0


@pytest.mark.parametrize(
    ("file", "removed", "told"),
    [
        (".factcheck.toml", '"content/breves/**" = ["wrong-weekday"]', f"{BRIEF}:6:28: error wrong-weekday « samedi 18 février »"),
        (".factcheck-accepted.toml", "86 000", f"{GRANTS}:8:33: warning wrong-total « 86 000 euros »"),
        (GRANTS, "<!-- factcheck: ignore", f"{GRANTS}:13:63: warning wrong-percentage « 20 % »"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("site")
def test_what_is_silenced_is_told_without(file: str, removed: str, told: str) -> None:
    edit(file, removed, "")
    assert [line for line in concise() if "unused-acceptance" not in line] == sorted(
        [told, OLD_ERROR]
    )


@pytest.mark.usefixtures("site")
def test_the_configuration_dates_and_reads_a_brief() -> None:
    def told() -> object:
        report = json.loads(run("--output-format", "json").stdout)
        (brief,) = (one for one in report["articles"] if one["path"] == BRIEF)
        money = [one["unit"] for one in brief["mentions"] if one["kind"] == "money"]
        return brief["published"]["date"], money

    assert told() == ("2024-02-12", ["FLA", "FLA"])
    Path(".factcheck.toml").unlink()
    assert told() == (None, ["NLG", "NLG"])


@pytest.mark.usefixtures("site")
def test_a_new_error_and_an_acceptance_that_is_of_no_use_are_told() -> None:
    edit(SCHOOL, *NEW_ERROR)
    edit(GRANTS, "39 000 euros", "37 000 euros")
    told = concise()
    assert [line.split(" « ")[0] for line in told] == [
        f"{ERROR}:8:87: error wrong-percentage",
        f"{SCHOOL}:9:71: error wrong-total",
        f"{GRANTS}:2:9: error unused-acceptance",
    ]
    assert run("--exclude", "*-erreur.md").exit_code == 1


@pytest.mark.usefixtures("site")
def test_of_a_branch_only_what_changed_is_told() -> None:
    assert concise("--diff", "HEAD") == []
    edit(SCHOOL, *NEW_ERROR)
    assert concise("--diff", "HEAD") == [f"{SCHOOL}:9:71: error wrong-total « 86 »"]
    moved = "content/politique/classe.md"
    git("mv", SCHOOL, moved)
    git("commit", "-qam", "Une école")
    assert concise("--diff", "HEAD~1") == [f"{moved}:9:71: error wrong-total « 86 »"]
    assert concise("--diff", "HEAD") == []
    assert run("--diff", "origin/main").exit_code == 2


@pytest.mark.usefixtures("site")
def test_reports_for_ci_name_the_error_and_hold_what_is_accepted_back() -> None:
    (told,) = [one for one in run("--output-format", "github").stdout.splitlines() if "::" in one]
    assert told.startswith(f"::error file={ERROR},line=8,")
    (log,) = json.loads(run("--output-format", "sarif").stdout)["runs"]
    found = [
        (one["ruleId"], one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
        for one in log["results"]
        if not one.get("suppressions")
    ]
    assert found == [("wrong-percentage", ERROR)]
    (entry,) = json.loads(run("--output-format", "gitlab").stdout)
    assert (entry["location"]["path"], entry["location"]["lines"]["begin"]) == (ERROR, 8)


def test_a_second_run_loads_no_spacy(site: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    environment.pop("FACTCHECK_NO_CACHE")
    first, again = (
        subprocess.run(
            [sys.executable, "-c", SPACY, "content", "--output-format", "concise"],
            cwd=site, env=environment, capture_output=True, text=True, check=False,
        )
        for _ in range(2)
    )  # fmt: skip
    assert (again.returncode, again.stdout) == (1, first.stdout)
    assert first.stdout.startswith(OLD_ERROR)
    assert "spacy" in first.stderr and again.stderr.strip() == ""
