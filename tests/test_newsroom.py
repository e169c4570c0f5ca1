"""The gate of a newsroom: a site's sources are checked as its CI, its hook and its editors do."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from fact_cli.cli import cli
from fact_cli.read import SUFFIXES

ROOT = Path(__file__).parent.parent
NEWSROOM = ROOT / "fixtures" / "newsroom"
ERROR = "content/economie/laiterie-erreur.md"
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
GENERAL = {".json", ".xml"}  # formats of files that need not be articles


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the newsroom, built by Hugo, with a draft: neither is to be read."""
    folder = tmp_path_factory.mktemp("site") / "newsroom"
    shutil.copytree(NEWSROOM, folder)
    for name in ("public/index.html", "brouillons/a.md"):
        (folder / name).parent.mkdir()
        (folder / name).write_text("Le marché rouvrira le 31 avril.", encoding="utf-8")
    (folder / ".git").mkdir()
    return folder


@pytest.fixture(scope="module")
def report(site: Path) -> tuple[int, dict[str, dict[str, Any]]]:
    """The exit status, and the articles by their paths in the newsroom."""
    result = CliRunner().invoke(cli, [str(site), "--output-format", "json"])
    articles = json.loads(result.stdout)["articles"]
    return result.exit_code, {str(Path(one["path"]).relative_to(site)): one for one in articles}


def test_the_gate_is_shut_by_the_one_true_error(
    report: tuple[int, dict[str, dict[str, Any]]],
) -> None:
    status, articles = report
    told = [
        (path, finding["rule"], finding["text"], finding["line"])
        for path, article in articles.items()
        for finding in article["findings"]
        if not finding["accepted"]
    ]
    assert told == [(ERROR, "wrong-percentage", "20 %", 8)]
    assert status == 1


def test_each_article_is_read_once_and_nothing_else(
    report: tuple[int, dict[str, dict[str, Any]]],
) -> None:
    kept = sorted(str(path.relative_to(NEWSROOM)) for path in NEWSROOM.rglob("*.md"))
    assert sorted(report[1]) == kept


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("content/politique/halle.md", "2024-03-14"),
        ("content/politique/ecole.md", "2024-03-20"),
        ("content/economie/navettes.md", "2024-02-06"),
        ("content/politique/subventions.md", "2024-03-27"),
        (ERROR, "2024-04-03"),
    ],
)
def test_dates_come_from_the_front_matter(
    report: tuple[int, dict[str, dict[str, Any]]], path: str, date: str
) -> None:
    assert report[1][path]["published"] == {"date": date, "from": "metadata"}


@pytest.mark.parametrize(
    ("schema", "file", "more"),
    [
        ("vendor.github-actions", "action.yml", []),
        ("vendor.gitlab-ci", "integrations/gitlab-ci.yml", ["--data-transform", "gitlab-ci"]),
    ],
)
def test_the_files_for_ci_follow_their_schemas(schema: str, file: str, more: list[str]) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *more, file]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.mark.parametrize(
    "file", ["action.yml", "integrations/Dockerfile", "integrations/gitlab-ci.yml"]
)
def test_what_is_installed_beside_can_be_installed(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    named = re.findall(r"(?:\[|default: )((?:html|pdf)[\w,]*)", text)
    assert named
    assert {extra for one in named for extra in one.split(",")} <= {
        *PROJECT["optional-dependencies"]
    }


def test_the_image_holds_what_the_build_needs() -> None:
    text = (ROOT / "integrations" / "Dockerfile").read_text(encoding="utf-8")
    copied = {
        name for line in re.findall(r"^COPY (?!--)(.+) \S+$", text, re.M) for name in line.split()
    }
    assert {"pyproject.toml", "fact_cli", PROJECT["readme"], *PROJECT["license-files"]} == copied
    assert all((ROOT / name).exists() for name in copied)


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_is_given_the_files_that_must_be_articles(hook: dict[str, Any], suffix: str) -> None:
    given = re.search(hook["files"], f"content/a{suffix}") is not None
    assert given is (suffix not in GENERAL)


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_a_hook_is_a_command_that_there_is(hook: dict[str, Any]) -> None:
    assert set(hook) == {
        "id", "name", "description", "entry", "language", "files", "args", "require_serial",
    }  # fmt: skip
    command, *options = hook["entry"].split()
    assert (command, hook["language"]) == ("factcheck", "python")
    result = CliRunner().invoke(cli, [*options, *hook["args"], "-", "none.md"])
    assert "No such option" not in result.stderr and "is not one of" not in result.stderr


@pytest.mark.parametrize(
    ("inputs", "status", "said"),
    [
        ({"paths": "content/politique\ncontent/none $(touch stolen).md"}, 2, "none $(touch stolen).md"),
        ({"paths": "-x.md"}, 2, "-x.md"),
        ({"diff": "none"}, 2, "git"),
        ({"args": "--select=wrong-rule"}, 2, "wrong-rule"),
        ({"fail-on": "high"}, 2, "'high' is not one of"),
        ({"paths": "content/economie"}, 1, "::error file=content/economie/laiterie-erreur.md,line=8"),
        ({"paths": "content/economie", "args": "--exclude=*-erreur.md\n--output-format=concise"}, 0, ""),
    ],
)  # fmt: skip
def test_the_action_runs_the_check(
    site: Path, inputs: dict[str, str], status: int, said: str
) -> None:
    step = ACTION["runs"]["steps"][-1]
    given = {name: one["default"] for name, one in ACTION["inputs"].items()} | inputs
    expanded = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: given[found[1]], value)
        for name, value in step["env"].items()
    }
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    script = step["run"].replace('PYTHONPATH="$RUNNER_TEMP/factcheck"', f"PYTHONPATH='{ROOT}'")
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=site, env={**os.environ, "PATH": path, **expanded},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == status, done.stderr
    assert said in done.stdout + done.stderr
    assert not (site / "stolen").exists()
