"""What is said of each text in ``verdicts.txt``: every check, its arithmetic and its words.

A text stands on a line of its own, behind the article's date and a bar where that matters,
with ⏎ for the end of a line; the verdicts are indented below it. One that holds (✓) or stays
open (?) is its rule and formula. A finding is its severity, rule and words, the other ends,
the formula and what is proposed, with its two messages below.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fact_cli.model.finding import ArticleResult, Check, Outcome
from fact_cli.read.roles import with_roles
from fact_cli.rule import all_rules
from fact_cli.run import Settings, check_document, publication
from tests.helpers import read

ENTRIES = re.findall(
    r"^(\S.*)\n((?: .*\n)*)",
    (Path(__file__).parent / "verdicts.txt").read_text(encoding="utf-8"),
    re.MULTILINE,
)
SIGNS = {Outcome.HOLDS: "✓", Outcome.UNDECIDED: "?"}


def told(entry: str) -> str:
    """The verdicts on a text, written as the file writes them."""
    date, _, text = entry.rpartition("|")
    settings = Settings(published=publication(date or None))
    result = check_document(with_roles(read(text.replace("⏎", "\n"))), settings)
    lines = [line for one in result.checks for line in lines_of(result, one)]
    return "".join(f"    {line}\n" for line in lines).replace("\u00a0", " ").replace("\u202f", " ")


def lines_of(result: ArticleResult, one: Check) -> list[str]:
    verdict, text = one.verdict, result.article.document.text
    if verdict.outcome in SIGNS:
        return [f"{SIGNS[verdict.outcome]} {one.rule}: {verdict.formula}"]
    (finding,) = [f for f in result.findings if (f.rule, f.extent) == (one.rule, verdict.at)]
    ends = "".join(f" [{end.extent.of(text)}: {end.role.fr}]" for end in verdict.because)
    mends = f" → {' / '.join(verdict.suggestions)}" if verdict.suggestions else ""
    return [
        f"{finding.severity} {one.rule} [{finding.text}]{ends} = {verdict.formula}{mends}".replace(
            "\n", "⏎"
        ),
        f"  {verdict.message.fr}",
        f"  {verdict.message.en}",
    ]


@pytest.mark.parametrize(("entry", "expected"), ENTRIES, ids=[entry[:60] for entry, _ in ENTRIES])
def test_what_is_said(entry: str, expected: str) -> None:
    assert told(entry) == expected


def test_every_rule_is_shown() -> None:
    shown = {name for _, verdicts in ENTRIES for name in re.findall(r"[a-z]+-[a-z-]+", verdicts)}
    by_default = {name for name, rule in all_rules().items() if rule.by_default}
    assert by_default - shown == {"unused-acceptance"}
