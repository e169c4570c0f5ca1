"""The command line: exit statuses, streams, and one clear line for each thing that fails."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fact_cli.cli import cli
from fact_cli.pipeline import installed

WRONG = "Le marché rouvrira le 31 avril."
RIGHT = "Le marché rouvrira le 30 avril."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "wrong.txt").write_text(WRONG, encoding="utf-8")
    (tmp_path / "right.txt").write_text(RIGHT, encoding="utf-8")
    return tmp_path


def run(*args: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(cli, list(args), input=stdin, prog_name="factcheck")


@pytest.mark.parametrize(
    ("args", "status"),
    [
        (["right.txt"], 0),
        (["wrong.txt"], 1),
        (["right.txt", "wrong.txt"], 1),
        (["wrong.txt", "--fail-on", "never"], 0),
        (["wrong.txt", "--ignore", "impossible-date"], 0),
        (["wrong.txt", "--select", "wrong-ratio,wrong-weekday"], 0),
        (["."], 1),
        ([".", "--exclude", "wrong.txt"], 0),
        (["wrong.txt", "--exclude", "wrong.txt"], 1),
        (["wrong.txt", "missing.txt"], 2),
        (["check", "wrong.txt"], 1),
    ],
)
@pytest.mark.usefixtures("folder")
def test_exit_status(args: list[str], status: int) -> None:
    assert run(*args).exit_code == status


@pytest.mark.parametrize(
    ("args", "named"),
    [
        (["missing.txt"], "missing.txt: fichier introuvable"),
        (["empty-folder"], "empty-folder: aucun article"),
        ([".", "--exclude", "*"], ".: aucun article"),
        (["binary.txt"], "binary.txt: fichier binaire"),
        (["bytes.txt"], "bytes.txt: octets illisibles"),
        (["right.txt", "--select", "wrong-rule"], "règle inconnue : wrong-rule"),
        (["right.txt", "--published", "hier"], "date de publication illisible : hier"),
        (["right.txt", "--output-format", "pdf"], "'pdf' is not one of"),
        (["right.txt", "--colour"], "No such option"),
        (["right.txt", "--jobs", "many"], "'many' is neither a number nor auto"),
        (["right.txt", "-j", "-1"], "'-1' is neither a number nor auto"),
        (["right.txt", "--exclude", "#"], "motif illisible : #"),
        (["right.txt", "-o", "right.txt"], "le rapport écraserait l’article"),
        (["x" * 5000], "lecture impossible"),
        ([""], "fichier introuvable"),
        (["right.txt", "-o", "/dev/full"], "No space left"),
        (["right.txt", "-o", "no/such/folder.txt"], "écriture impossible"),
        (["lines.jsonl"], "lines.jsonl: ligne 2"),
        (["rule", "wrong-rule"], "règle inconnue : wrong-rule"),
    ],
)
def test_each_failure_is_one_clear_line_and_status_2(
    folder: Path, args: list[str], named: str
) -> None:
    (folder / "empty-folder").mkdir()
    (folder / "binary.txt").write_bytes(b"\x89PNG\0\0")
    (folder / "bytes.txt").write_bytes("Une école".encode("cp1252") + b"\x81\x8d\x9d")
    (folder / "lines.jsonl").write_text('{"text": "Rien."}\n{"text": 3}\n', encoding="utf-8")
    result = run(*args)
    assert result.exit_code == 2
    assert named in result.stderr
    assert "Traceback" not in result.stderr
    usage = [line for line in result.stderr.splitlines() if line and "Usage" not in line]
    assert len([line for line in usage if "Try" not in line]) == 1


@pytest.mark.usefixtures("folder")
def test_the_other_files_are_still_checked() -> None:
    result = run("missing.txt", "wrong.txt", "--output-format", "json")
    report = json.loads(result.stdout)
    assert [article["path"] for article in report["articles"]] == ["wrong.txt"]
    assert [error["path"] for error in report["errors"]] == ["missing.txt"]


def test_standard_input_has_a_name_and_a_format() -> None:
    result = run("-", "--output-format", "concise", stdin=WRONG.encode())
    assert result.stdout.startswith("-:1:23: error impossible-date")
    line = json.dumps({"id": "x", "text": WRONG}).encode()
    result = run("-", "--stdin-filename", "a.jsonl", "--output-format", "concise", stdin=line)
    assert result.stdout.startswith("a.jsonl#x:1:23: error")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_an_encoding_is_recognised(folder: Path, encoding: str) -> None:
    text = "L’été, le marché rouvrira à midi : dès le 31 avril, à 50 € l’étal."
    (folder / "e.txt").write_bytes(text.encode(encoding))
    result = run("e.txt", "--output-format", "concise")
    column = text.index("31 avril") + 1
    assert result.stdout.startswith(f"e.txt:1:{column}: error impossible-date « 31 avril »")


@pytest.mark.parametrize("text", ["", "\n\n", "   ", "Rien de neuf."])
def test_an_article_without_figures_is_no_error(folder: Path, text: str) -> None:
    (folder / "e.txt").write_text(text, encoding="utf-8")
    result = run("e.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "aucune affirmation" in result.stdout


def test_a_line_longer_than_the_parser_takes(folder: Path) -> None:
    filler = "Rien de neuf dans la vallée, dit la maire, et rien non plus ailleurs. "
    (folder / "long.txt").write_text(filler * 15_000 + WRONG, encoding="utf-8")
    result = run("long.txt", "--output-format", "concise")
    assert "impossible-date" in result.stdout


def test_one_bad_line_harms_no_other(folder: Path) -> None:
    good = json.dumps({"text": WRONG}).encode()
    deep, surrogate = b"[" * 100_000, b'{"id": "s\\ud800", "text": "Rien."}'
    lines = [good, b"\xff\x81", deep, surrogate, b'{"text": "a\0b"}', good]
    (folder / "l.jsonl").write_bytes(b"\n".join(lines))
    result = run("l.jsonl", "--output-format", "json", "-o", "r.json")
    report = json.loads((folder / "r.json").read_text(encoding="utf-8"))
    paths = ["l.jsonl#1", "l.jsonl#s\ufffd", "l.jsonl#6"]
    assert [article["path"] for article in report["articles"]] == paths
    assert [error["message"].split(" :")[0] for error in report["errors"]] == [
        "ligne 2",
        "ligne 3",
        "ligne 5",
    ]
    assert result.exit_code == 2


@pytest.mark.parametrize("text", ["." * 100_000, '!" ' * 30_000, "1" * 100_000, "« " * 50_000])
def test_long_runs_of_one_sign_take_no_longer_than_text(folder: Path, text: str) -> None:
    (folder / "run.txt").write_text(text, encoding="utf-8")
    started = time.perf_counter()
    assert run("run.txt").exit_code == 0
    assert time.perf_counter() - started < 20


def test_a_report_goes_to_a_file(folder: Path) -> None:
    result = run("wrong.txt", "-o", "report.txt", "--output-format", "concise")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "impossible-date" in (folder / "report.txt").read_text(encoding="utf-8")


@pytest.mark.usefixtures("folder")
def test_a_missing_model_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installed, "MODEL", "fr_core_news_none")
    result = run("wrong.txt", "--output-format", "json")
    assert result.exit_code == 2
    assert "pip install" in result.stderr
    assert result.stdout == ""


@pytest.mark.usefixtures("folder")
def test_messages_in_english() -> None:
    assert "april" not in run("wrong.txt", "--lang", "en").stdout.lower().split("avril")[0]
    assert run("missing.txt", "--lang", "en").stderr.strip().endswith("no such file")


def test_rules_are_listed_and_explained() -> None:
    assert "wrong-weekday" in run("rule").stdout
    explained = run("rule", "wrong-weekday").stdout
    assert "✗" in explained and "✓" in explained and "{mardi 6 mars 2024}" in explained


def test_options_come_from_the_environment(folder: Path) -> None:
    environment = {**os.environ, "FACTCHECK_FAIL_ON": "never"}
    done = subprocess.run(
        [sys.executable, "-m", "fact_cli", "wrong.txt"],
        cwd=folder, env=environment, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0


def test_a_reader_who_has_read_enough(folder: Path) -> None:
    (folder / "many.txt").write_text(f"{WRONG}\n" * 3000, encoding="utf-8")
    command = f"{sys.executable} -m fact_cli many.txt --output-format concise | head -1"
    done = subprocess.run(
        command, shell=True, cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1


def shell(command: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """``command``, in which FACTCHECK is the program, by a shell in ``folder``."""
    line = command.replace("FACTCHECK", f"{sys.executable} -m fact_cli")
    return subprocess.run(
        ["bash", "-c", line], cwd=folder, env={**os.environ, **environment},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("command", "status", "said"),
    [
        ("FACTCHECK none.txt >&-", 2, "factcheck: la sortie standard est fermée"),
        ("FACTCHECK rule >&-", 2, "factcheck: la sortie standard est fermée"),
        ("FACTCHECK rule --lang en >&-", 2, "factcheck: standard output is closed"),
        ("FACTCHECK --version >&-", 2, "factcheck: la sortie standard est fermée"),
        ("FACTCHECK --help >&-", 2, "factcheck: la sortie standard est fermée"),
        ("FACTCHECK rule >/dev/full", 2, "factcheck: No space left on device"),
        ("FACTCHECK --help >/dev/full", 2, "factcheck: No space left on device"),
        ("FACTCHECK check --help >/dev/full", 2, "factcheck: No space left on device"),
        ("FACTCHECK none.txt 2>&-", 2, ""),
        ("FACTCHECK none.txt 2>/dev/full", 2, ""),
        ("set -o pipefail; FACTCHECK --help | true", 0, ""),
        ("set -o pipefail; FACTCHECK rule | true", 0, ""),
        ("set -o pipefail; FACTCHECK wrong.txt | true", 0, ""),
    ],
)
def test_what_ends_a_run_early_is_one_line(
    folder: Path, command: str, status: int, said: str
) -> None:
    done = shell(command, folder)
    assert (done.returncode, done.stderr.strip()) == (status, said)


@pytest.mark.usefixtures("folder")
def test_interruption_is_status_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("fact_cli.run.check_documents", interrupted)
    result = run("wrong.txt")
    assert (result.exit_code, result.output) == (130, "")


def in_terminal(args: list[str], folder: Path) -> tuple[str, int]:
    """What ``factcheck`` with ``args`` writes to a terminal of 80 columns, and its status."""
    leader, follower = os.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80", "NO_COLOR": "1"}
    process = subprocess.Popen(
        [sys.executable, "-m", "fact_cli", *args],
        cwd=folder, env=environment, stdin=follower, stdout=follower, stderr=follower,
    )  # fmt: skip
    os.close(follower)
    written = b""
    while chunk := _chunk(leader):
        written += chunk
    os.close(leader)
    return written.decode(), process.wait()


def _chunk(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other end is closed
        return b""


def screen(written: str) -> list[str]:
    """The lines that ``written`` leaves on a screen that knows \\r, cursor up and erase line."""
    lines, row, column = [""], 0, 0
    for part in re.findall(r"\x1b\[[?\d;]*[A-Za-z]|\r|\n|[^\x1b\r\n]+", written):
        if part == "\r":
            column = 0
        elif part == "\n":
            row += 1
            lines += [""] * (row + 1 - len(lines))
        elif part.endswith("A"):
            row -= int(part[2:-1] or 1)
        elif part.endswith("K"):
            lines[row] = ""
        elif not part.startswith("\x1b"):
            lines[row] = lines[row].ljust(column)[:column] + part
            column += len(part)
    return [line for line in lines if line]


@pytest.mark.parametrize(("more", "drawn"), [([], True), (["--quiet"], False)])
def test_a_long_run_shows_a_bar_that_leaves_nothing(
    folder: Path, more: list[str], drawn: bool
) -> None:
    for number in range(5):
        (folder / f"{number}.txt").write_bytes(b"a\0b")
    written, status = in_terminal([".", "--output-format", "concise", *more], folder)
    assert ("5/7 0 article 0 constat right.txt" in written) is drawn
    assert ("7/7" in written, status) == (False, 2)
    shown = screen(written)
    assert len(shown) == 6
    assert [line.split(":")[0] for line in shown] == ["factcheck"] * 5 + ["wrong.txt"]


@pytest.mark.parametrize(("articles", "drawn"), [(5, False), (6, True)])
def test_articles_of_one_file_show_a_bar(folder: Path, articles: int, drawn: bool) -> None:
    line = json.dumps({"text": "Rien de neuf dans la vallée."}) + "\n"
    (folder / "l.jsonl").write_text(line * articles, encoding="utf-8")
    written, status = in_terminal(["l.jsonl", "--output-format", "concise", "--jobs", "2"], folder)
    assert (
        re.search(r"6 articles [\d\u202f]+ mots/s 0 constat l.jsonl", written) is not None
    ) is drawn
    assert (status, screen(written)) == (0, [])


def test_a_few_files_show_no_bar(folder: Path) -> None:
    written, _ = in_terminal([".", "--output-format", "concise", "--select", "wrong-ratio"], folder)
    assert written == ""


@pytest.mark.parametrize(
    "turned_into",
    ["raise KeyboardInterrupt", "raise ImportError('half loaded')", "pass", "sys.exit(2)"],
)
def test_ctrl_c_is_status_130_whatever_a_library_makes_of_it(
    folder: Path, turned_into: str
) -> None:
    code = f"""
import os, signal, sys
from fact_cli import cli, entry
def library(**_):
    try:
        os.kill(os.getpid(), signal.SIGINT)
    except KeyboardInterrupt:
        {turned_into}
cli.cli = library
sys.argv = ["factcheck", "wrong.txt"]
entry.main()
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (130, "")
