"""Whole articles, each beside what an editor should be told of it.

``articles/NAME.txt`` is the article; ``NAME.toml`` lists its findings (rule, severity and the
words flagged), the checks that hold, and claims as (words, subject, speaker, modality).
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from fact_cli.model.finding import ArticleResult, Outcome
from fact_cli.run import check

FOLDER = Path(__file__).parent / "articles"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))


def expected(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def checked(name: str) -> ArticleResult:
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return check(text, published=expected(name).get("published"))


@pytest.mark.parametrize("name", NAMES)
def test_findings(name: str) -> None:
    found = [
        {"rule": finding.rule, "severity": finding.severity.value, "words": finding.text[:60]}
        for finding in checked(name).findings
    ]
    assert found == expected(name).get("finding", [])


@pytest.mark.parametrize("name", NAMES)
def test_checks_that_hold(name: str) -> None:
    held = [
        one.verdict.formula.replace("\u00a0", " ")
        for one in checked(name).checks
        if one.verdict.outcome is Outcome.HOLDS
    ]
    assert held == expected(name).get("holds", [])


@pytest.mark.parametrize("name", NAMES)
def test_claims(name: str) -> None:
    result = checked(name)
    text = result.article.document.text
    found = []
    for claim in result.article.claims:
        mention = claim.quantity or claim.time
        assert mention is not None
        words, time = mention.extent.of(text), claim.time.timex if claim.time else ""
        source = claim.attribution.source or ""
        found.append([words, time, claim.subject or "", source, claim.modality.value])
    for row in expected(name)["claims"]:
        assert row in found
    assert all(len(claim.repeats) <= 1 for claim in result.article.claims)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_depends_on_the_run(name: str) -> None:
    assert checked(name) == checked(name)
