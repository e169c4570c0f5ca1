"""--watch: what is saved is checked again, whatever way it is saved, and nothing else is."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from fact_cli.cli import cli
from fact_cli.watch import loop, notices

WRONG = "Le marché rouvrira le 31 avril."
RIGHT = "Le marché rouvrira le 30 avril."
SILENT = 'ignore = ["impossible-date"]\n'
CONCISE = ("--output-format", "concise")
ACCEPTED = """[[accepted]]
path = "a.txt"
rule = "impossible-date"
words = "31 avril"
reason = "vu"
"""

Change = Callable[[], object]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two articles and what is left out of it."""
    monkeypatch.chdir(tmp_path)
    for path in (".git", "brouillons", "public"):
        Path(path).mkdir()
    put(".gitignore", "public/\n")
    for path in ("a.txt", "b.txt", "public/p.txt", "brouillons/d.txt"):
        put(path, WRONG)
    return tmp_path


def put(path: str, text: str) -> None:
    Path(path).parent.mkdir(exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def by_renaming(path: str, text: str) -> None:
    put(f".{path}.swp", text)
    os.replace(path, f"{path}~")
    os.replace(f".{path}.swp", path)


def away_and_back(path: str) -> Iterator[Change]:
    yield lambda: os.rename(path, "elsewhere")
    yield lambda: os.rename("elsewhere", path)


def followed(
    monkeypatch: pytest.MonkeyPatch, changes: Sequence[Change], *args: str
) -> tuple[Result, list[Collection[str]]]:
    """What ``factcheck --watch`` says while ``changes`` are made one by one; it then ends.

    Also the folders that it listened to, each time.
    """
    left = list(changes)
    listened: list[Collection[str]] = []

    def listen(folders: Collection[str]) -> Iterator[None]:
        listened.append({os.path.relpath(one) for one in folders})
        while left:
            left.pop(0)()
            yield None

    defaults: dict[str, Any] = {**(loop.watch.__kwdefaults__ or {}), "listen": listen}
    monkeypatch.setattr(loop.watch, "__kwdefaults__", defaults)
    args = args or (".", "--exclude", "brouillons", *CONCISE)
    return CliRunner().invoke(cli, ["--watch", *args]), listened


def told(result: Result) -> list[str]:
    """The files of the findings and the lines of the watcher, in their order."""
    lines = (line.removeprefix("factcheck: ") for line in result.output.splitlines())
    return [re.split(r":1:\d+: ", line)[0] for line in lines]


BEGIN = ["a.txt", "b.txt", "articles suivis : 2, Ctrl-C pour finir"]
ALL = ["a.txt", "b.txt"]
CONFIGURED = "configuration modifiée, tout est revu"
KNOWN = "constats acceptés modifiés, tout est revu"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ([lambda: None], []),
        ([lambda: put("a.txt", f"Non. {WRONG}")], ["modifié : a.txt", "a.txt"]),
        ([lambda: put("a.txt", RIGHT)], ["modifié : a.txt"]),
        ([lambda: by_renaming("a.txt", f"Non. {WRONG}")], ["modifié : a.txt", "a.txt"]),
        ([lambda: (put("b.txt", RIGHT), put("a.txt", RIGHT))], ["modifié : a.txt, b.txt"]),
        ([lambda: os.remove("a.txt")], ["supprimé : a.txt"]),
        ([lambda: os.rename("a.txt", "c.txt")], ["supprimé : a.txt", "modifié : c.txt", "c.txt"]),
        (list(away_and_back("a.txt")), ["supprimé : a.txt", "modifié : a.txt", "a.txt"]),
        ([lambda: put("neuf/c.txt", WRONG)], ["modifié : neuf/c.txt", "neuf/c.txt"]),
        ([lambda: put("c.txt", "")], ["modifié : c.txt"]),
        ([lambda: put("package.json", "{}")], ["modifié : package.json"]),
        ([lambda: Path("c.txt").write_bytes(b"a\0b")], ["modifié : c.txt", "c.txt: fichier binaire"]),
        ([lambda: [put(f"{n}.txt", RIGHT) for n in range(7)]], ["modifié : 0.txt, 1.txt, 2.txt, 3.txt, 4.txt… (et 2 de plus)"]),
        ([lambda: put("brouillons/d.txt", RIGHT)], []),
        ([lambda: put("public/p.txt", RIGHT)], []),
        ([lambda: put("a.log", RIGHT), lambda: put(".a.txt", RIGHT)], []),
        ([lambda: put(".gitignore", "")], ["modifié : public/p.txt", "public/p.txt"]),
        ([lambda: put(".factcheck.toml", SILENT)], [CONFIGURED]),
        ([lambda: put(".factcheck.toml", SILENT), lambda: os.remove(".factcheck.toml")], [CONFIGURED, CONFIGURED, *ALL]),
        ([lambda: put(".factcheck.toml", SILENT), lambda: put(".factcheck.toml", f"# rien\n{SILENT}")], [CONFIGURED]),
        ([lambda: put("pyproject.toml", '[project]\nname = "site"\n')], []),
        ([lambda: put("pyproject.toml", f"[tool.factcheck]\n{SILENT}")], [CONFIGURED]),
        ([lambda: put(".factcheck.toml", 'ignore = ["impossible"]'), lambda: put("b.txt", RIGHT), lambda: put("a.txt", WRONG * 2)],
         [".factcheck.toml:1: règle inconnue : impossible (vouliez-vous dire « impossible-date » ?)", "modifié : b.txt", "modifié : a.txt", "a.txt", "a.txt"]),
        ([lambda: put(".factcheck-accepted.toml", ACCEPTED)], [KNOWN, "b.txt"]),
        ([lambda: put(".factcheck-accepted.toml", "accepted = 3"), lambda: put(".factcheck-accepted.toml", ACCEPTED)],
         [KNOWN, ".factcheck-accepted.toml: accepted doit être une suite de [[accepted]]", KNOWN, "b.txt"]),
    ],
)  # fmt: skip
def test_what_is_saved_is_checked_again(
    monkeypatch: pytest.MonkeyPatch, changes: Sequence[Change], said: Sequence[str]
) -> None:
    result, _ = followed(monkeypatch, changes)
    heard = [line.replace(f"{os.getcwd()}{os.sep}", "") for line in told(result)]
    heard = [line.partition(" : ")[0] if "binaire" in line else line for line in heard]
    assert heard == [*BEGIN, *said]


def test_a_format_that_cannot_follow_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    changes = [
        lambda: put(".factcheck.toml", 'output-format = "sarif"'),
        lambda: put("a.txt", RIGHT),
    ]
    result, _ = followed(monkeypatch, changes, "a.txt")
    assert "--watch n’écrit pas de sarif" in result.stderr
    assert result.stdout.count("a.txt : ") == 2


def test_named_files_are_followed_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    changes = [lambda: put("b.txt", RIGHT), lambda: put("none.txt", WRONG)]
    result, listened = followed(monkeypatch, changes, "a.txt", "none.txt", *CONCISE)
    assert told(result) == [
        "none.txt: fichier introuvable", "a.txt", "articles suivis : 1, Ctrl-C pour finir",
        "modifié : none.txt", "none.txt",
    ]  # fmt: skip
    assert "." in listened[0] and "public" not in listened[0]


def test_folders_are_listened_to_as_they_come_and_go(monkeypatch: pytest.MonkeyPatch) -> None:
    changes = [
        lambda: put("neuf/c.txt", RIGHT),
        lambda: os.remove("neuf/c.txt"),
        lambda: os.rmdir("neuf"),
    ]
    _, listened = followed(monkeypatch, changes, ".", "--exclude", "brouillons")
    within = [{one for one in folders if not one.startswith("..")} for folders in listened]
    assert within == [{"."}, {".", "neuf"}, {"."}]


def test_a_folder_that_is_gone_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    changes = [
        lambda: os.rename("brouillons", "ailleurs"),
        lambda: os.rename("ailleurs", "brouillons"),
        lambda: put("brouillons/d.txt", WRONG),
    ]
    result, listened = followed(monkeypatch, changes, "brouillons", *CONCISE)
    assert [line for line in told(result) if "d.txt" in line] == [
        "brouillons/d.txt", "supprimé : brouillons/d.txt", "modifié : brouillons/d.txt",
        "brouillons/d.txt", "modifié : brouillons/d.txt", "brouillons/d.txt",
    ]  # fmt: skip
    assert ["brouillons" in folders for folders in listened] == [True, False, True]


def test_only_changed_lines_where_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    os.rmdir(".git")
    put("a.txt", f"{WRONG}\n")
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "a"]):
        subprocess.run([*git, *command], check=True)
    changes = [lambda: put("a.txt", f"{WRONG}\n\nDès le 31 juin, tout ferme.\n")]
    result, _ = followed(monkeypatch, changes, ".", "--diff", "HEAD", *CONCISE)
    lines = result.stdout.splitlines()
    assert [line.split(": ")[0] for line in lines] == ["a.txt:3:8"]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["-"], "--watch ne s’applique pas à l’entrée standard"),
        (["a.txt", "-o", "r.txt"], "--watch n’écrit pas dans un fichier"),
        (["a.txt", "--output-format", "sarif"], "--watch n’écrit pas de sarif (formats possibles : full, concise, jsonl)"),
        (["a.txt", "--select", "none"], "règle inconnue : none"),
        (["a.txt", "--lang", "en", "-o", "r"], "--watch does not write to a file"),
    ],
)  # fmt: skip
def test_what_cannot_be_watched_is_refused(args: list[str], said: str) -> None:
    result = CliRunner().invoke(cli, ["--watch", *args])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"factcheck: {said}") and result.stderr.count("\n") == 1


def test_a_missing_library_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    result = CliRunner().invoke(cli, ["--watch", "a.txt"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "factcheck: --watch demande : pip install 'fact-cli[watch]'\n"


def test_a_system_that_cannot_listen_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> Iterator[set[Any]]:
        raise OSError("OS file watch limit reached.")

    monkeypatch.setattr("watchfiles.watch", full)
    with pytest.raises(notices.UsageError, match="watch limit reached"):
        next(notices.notices(["."]))


def test_quiet_says_findings_only(monkeypatch: pytest.MonkeyPatch) -> None:
    result, _ = followed(monkeypatch, [lambda: put("a.txt", RIGHT)], "a.txt", "--quiet", *CONCISE)
    assert told(result) == ["a.txt"]


def test_a_real_run_hears_a_save_and_ends_by_ctrl_c() -> None:
    """The first save comes while the first report is written, before anybody listens."""
    process = subprocess.Popen(
        [sys.executable, "-m", "fact_cli", "--watch", "--output-format", "concise", "."],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    heard = [process.stdout.readline()]
    put("a.txt", f"Non. {WRONG}")
    heard += [process.stdout.readline() for _ in range(5)]
    time.sleep(0.7)  # until the first look is over
    by_renaming("b.txt", f"Oui. {WRONG}")
    heard += [process.stdout.readline() for _ in range(2)]
    process.send_signal(signal.SIGINT)
    rest, _ = process.communicate(timeout=20)
    lines = [line.split(" error")[0] for line in heard]
    assert [line for line in lines if "a.txt" in line][-1] == "a.txt:1:28:"
    assert lines[-2:] == ["factcheck: modifié : b.txt\n", "b.txt:1:28:"]
    assert (process.returncode, rest) == (130, "")
