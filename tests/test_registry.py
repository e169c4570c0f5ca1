"""Pinned lists: a rule, a format or a public name cannot vanish silently."""

from __future__ import annotations

from importlib.metadata import entry_points

import pytest

import fact_cli
from fact_cli import cli, read, report
from fact_cli.rule import all_rules

SUFFIXES = [
    ".docm", ".docx", ".fodt", ".htm", ".html", ".json", ".jsonl", ".markdown", ".md", ".ndjson",
    ".newsml", ".nitf", ".odt", ".pdf", ".text", ".txt", ".xhtml", ".xml",
]  # fmt: skip
FORMATS = (
    "full", "concise", "json", "jsonl", "csv", "sarif", "github", "gitlab", "junit", "checkstyle",
    "rdjson", "markdown",
)  # fmt: skip
RULES = [
    "certainty-drift",
    "conflicting-dates",
    "conflicting-ranks",
    "conflicting-shares",
    "conflicting-values",
    "currency-mismatch",
    "dateline-conflict",
    "digits-and-words",
    "false-friend",
    "headline-conflict",
    "impossible-date",
    "impossible-percentage",
    "impossible-share",
    "part-exceeds-whole",
    "percent-for-points",
    "repeated-passage",
    "reversed-period",
    "reversed-range",
    "tense-conflict",
    "unsourced-figure",
    "unused-acceptance",
    "wrong-age",
    "wrong-anniversary",
    "wrong-century",
    "wrong-comparison",
    "wrong-conversion",
    "wrong-count",
    "wrong-difference",
    "wrong-direction",
    "wrong-duration",
    "wrong-holiday",
    "wrong-magnitude",
    "wrong-multiplier",
    "wrong-order",
    "wrong-percentage",
    "wrong-rate",
    "wrong-ratio",
    "wrong-season",
    "wrong-share",
    "wrong-size",
    "wrong-total",
    "wrong-weekday",
]


def test_rules() -> None:
    assert list(all_rules()) == RULES


def test_formats() -> None:
    assert report.FORMATS == cli.FORMATS == FORMATS
    for name in report.FORMATS:
        assert callable(report.load(name).render)
    assert sorted(read.SUFFIXES) == SUFFIXES


def test_public_names_are_importable() -> None:
    assert fact_cli.__all__ == [
        "ArticleResult",
        "FactcheckError",
        "Finding",
        "__version__",
        "check",
    ]
    for name in fact_cli.__all__:
        assert getattr(fact_cli, name)
    with pytest.raises(AttributeError, match="nothing"):
        _ = fact_cli.nothing  # type: ignore[attr-defined]


def test_spacy_factories_are_registered() -> None:
    names = {entry.name for entry in entry_points(group="spacy_factories")}
    assert {"fact_mentions", "fact_claims"} <= names
