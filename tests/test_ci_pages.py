"""What a forge shows of a run: GitHub's annotations, its summary, and a comment in Markdown."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt

from fact_cli.cli import cli
from fact_cli.errors import UsageError
from fact_cli.model.finding import ArticleResult, InputFailure, Message, Severity
from tests.ci_reports import (
    FAILED,
    TWICE,
    Outcome,
    github,
    outcomes,
    rendered,
)


def _many(numbers: Mapping[Severity, int]) -> Sequence[Outcome]:
    [result] = outcomes("twice")
    assert isinstance(result, ArticleResult)
    return [
        replace(result, findings=[replace(result.findings[0], severity=severity)])
        for severity, number in numbers.items()
        for _ in range(number)
    ]


def test_github_puts_the_gravest_first_and_counts_what_it_would_not_show() -> None:
    many = [*_many({Severity.INFO: 2, Severity.WARNING: 10, Severity.ERROR: 12}), FAILED]
    commands = github(many)
    assert [one["command"] for one in commands] == ["error"] * 10 + ["warning"] * 10 + [
        "notice"
    ] * 2
    assert commands[0]["data"] == FAILED.fr
    assert commands[9]["data"] == "4 erreurs de plus, que GitHub n’affiche pas"
    assert "file" not in commands[9]


def test_github_writes_the_summary_of_the_step_where_one_is_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TWICE, encoding="utf-8")
    summary = tmp_path / "summary.md"
    summary.write_text("# Avant\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path.parent))
    for name in ("github", "gitlab"):
        result = CliRunner().invoke(cli, ["a.txt", "--output-format", name])
        assert result.exit_code == 1
        assert f"{tmp_path.name}/a.txt" in result.stdout
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("# Avant\n**factcheck** : 2 erreurs dans 1 article\n")
    assert text.count("**factcheck**") == 1
    with pytest.raises(UsageError, match="cannot be written"):
        rendered("github", "twice", summary=str(tmp_path))


HOSTILE = "x | `` ` <script> @maire #12 **gras** [l](u) \\ $a$ :100: &amp; ~~non~~ ![i](j)"


def test_markdown_shows_text_as_it_stands() -> None:
    [result] = outcomes("twice")
    assert isinstance(result, ArticleResult)
    finding = replace(
        result.findings[0],
        text=HOSTILE,
        message=Message(HOSTILE, HOSTILE),
        formula=HOSTILE,
        suggestions=[HOSTILE],
    )
    given = [replace(result, findings=[finding]), InputFailure("`|`.txt", HOSTILE, HOSTILE)]
    html = (
        MarkdownIt("commonmark")
        .enable(["table", "strikethrough"])
        .render(rendered("markdown", given))
    )
    page = ET.fromstring(f"<div>{html}</div>")
    cells = ["".join(cell.itertext()).replace("\u2060", "") for cell in page.iter("td")]
    assert cells == [
        "1:16", "erreur", HOSTILE, f"{HOSTILE} (impossible-date)", HOSTILE, HOSTILE,
    ]  # fmt: skip
    tags = {element.tag for element in page.iter()}
    assert tags == {"div", "p", "strong", "code", "table", "thead", "tbody", "tr", "th", "td"}
    paragraphs = ["".join(one.itertext()).replace("\u2060", "") for one in page.iter("p")]
    assert paragraphs[-1] == f"`|`.txt : {HOSTILE}"
    plain = "".join(text for one in page.iter() if one.tag != "code" for text in [one.text or ""])
    assert "@maire" not in plain and "#12" not in plain


@pytest.mark.parametrize(
    ("kind", "language", "line"),
    [
        ("right", "fr", "**factcheck** : aucune contradiction trouvée dans 1 article\n"),
        ("right", "en", "**factcheck**: no contradiction found in 1 article\n"),
        ("nothing", "fr", "**factcheck** : aucune contradiction trouvée dans 0 article\n"),
    ],
)
def test_markdown_of_nothing_found_is_one_line(kind: str, language: str, line: str) -> None:
    assert rendered("markdown", kind, language=language) == line


def test_markdown_counts_what_no_comment_can_hold() -> None:
    many = _many({Severity.ERROR: 1000})
    text = rendered("markdown", many)
    assert len(text) < 65_536
    left = re.search(r"… et (\d+) de plus", text)
    assert left and int(left[1]) + text.count("(`") == 1000
