"""The hooks as pre-commit runs them.

pre-commit would install the program into an environment of its own, which needs the network;
so the hooks are run with the program that is being tested, all else of them as it is. Where
``FACTCHECK_TRY_REPO`` is set, the repository itself is tried, installation included.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MANIFEST = ".pre-commit-hooks.yaml"
ERROR = "content/economie/laiterie-erreur.md"
WHOLE = "FACTCHECK_TRY_REPO"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def called(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    identity = {
        f"GIT_{who}_{what}": "a@example.org"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    return subprocess.run(
        command, cwd=folder, env={**os.environ, **identity, **environment},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def committed(folder: Path) -> Path:
    for command in (("init", "-q"), ("add", "."), ("commit", "-qm", "a")):
        done = called(folder, "git", "-c", "commit.gpgsign=false", *command)
        assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The newsroom under version control, with an error that is not yet committed."""
    folder = tmp_path_factory.mktemp("hooks") / "site"
    shutil.copytree(ROOT / "fixtures" / "newsroom", folder)
    committed(folder)
    school = folder / "content" / "politique" / "ecole.md"
    text = school.read_text(encoding="utf-8")
    school.write_text(f"{text}\nLe marché rouvrira le 31 avril.\n", encoding="utf-8")
    assert called(folder, "git", "add", ".").returncode == 0
    return folder


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of the hooks that takes the program from the search path."""
    folder = tmp_path_factory.mktemp("hooks-repository")
    manifest = (ROOT / MANIFEST).read_text(encoding="utf-8")
    (folder / MANIFEST).write_text(
        manifest.replace("language: python", "language: system"), encoding="utf-8"
    )
    program = folder / "bin" / "factcheck"
    program.parent.mkdir()
    program.write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m fact_cli "$@"\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    return committed(folder)


def tried(repository: Path, hook: str, site: Path) -> subprocess.CompletedProcess[str]:
    path = f"{repository / 'bin'}{os.pathsep}{os.environ['PATH']}"
    home = str(site.parent / "pre-commit")
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(repository), hook]
    return called(
        site, *command, "--all-files", "--color", "never", PATH=path, PRE_COMMIT_HOME=home
    )


def test_the_manifest_is_one() -> None:
    done = called(ROOT, sys.executable, "-m", "pre_commit", "validate-manifest", MANIFEST)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="the program is a shell script")
@pytest.mark.parametrize(
    ("hook", "told"),
    [
        ("factcheck", [f"{ERROR}:8:87", "content/politique/ecole.md:16:23"]),
        ("factcheck-diff", ["content/politique/ecole.md:16:23"]),
    ],
)
def test_a_hook_stops_a_commit_with_an_error(
    hooks: Path, site: Path, hook: str, told: list[str]
) -> None:
    done = tried(hooks, hook, site)
    lines = [line for line in done.stdout.splitlines() if line.startswith("content/")]
    assert [line.split(": ")[0] for line in lines] == told
    assert (done.returncode, f"- hook id: {hook}" in done.stdout) == (1, True)
    assert "- exit code: 1" in done.stdout


@pytest.mark.skipif(WHOLE not in os.environ, reason=f"installs from the network: set {WHOLE}")
def test_the_repository_itself_can_be_tried(site: Path) -> None:
    done = tried(ROOT, "factcheck", site)
    assert f"{ERROR}:8:87" in done.stdout, done.stdout + done.stderr
