"""Verdicts, findings and the result of a run."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from fact_cli.model.text import Extent

if TYPE_CHECKING:  # a run that knows its results makes no claims
    from fact_cli.model.article import Article


class Severity(StrEnum):
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for info, 2 for error."""
        return list(Severity).index(self)

    def at_most(self, ceiling: Severity) -> Severity:
        return min(self, ceiling, key=lambda severity: severity.rank)


class Outcome(StrEnum):
    HOLDS = "holds"
    CONTRADICTS = "contradicts"
    UNDECIDED = "undecided"


class Binding(StrEnum):
    """Whether a phrase named all operands, or one of them was found by search."""

    STATED = "stated"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Message:
    """A message in each language of the reports."""

    fr: str
    en: str

    def __call__(self, language: str) -> str:
        return self.en if language == "en" else self.fr


@dataclass(frozen=True, slots=True)
class Evidence:
    """The other end of a finding: the words, and what they have to do with it."""

    extent: Extent
    role: Message


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule says of one relation.

    ``formula`` is the arithmetic in the article's own terms. ``ceiling`` bounds the
    severity where the evidence is weaker than the rule's own.
    """

    outcome: Outcome
    at: Extent
    because: Sequence[Evidence] = ()
    formula: str = ""
    message: Message = Message("", "")
    suggestions: Sequence[str] = ()
    ceiling: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Check:
    """A verdict with the rule that gave it and how its relation was bound."""

    rule: str
    verdict: Verdict
    binding: Binding


@dataclass(frozen=True, slots=True)
class Finding:
    """A contradiction, worth a line to the editor."""

    rule: str
    severity: Severity
    message: Message
    text: str
    extent: Extent
    because: Sequence[Evidence]
    formula: str
    suggestions: Sequence[str]
    fingerprint: str
    accepted: bool = False


def fingerprint(rule: str, text: str, others: Sequence[str]) -> str:
    """A name for a finding that survives edits elsewhere: rule and quoted words only."""
    return hashlib.sha256("\0".join((rule, text, *others)).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much was found and how much of it could be checked."""

    quantities: int = 0
    times: int = 0
    claims: int = 0
    checked: int = 0
    hold: int = 0
    contradict: int = 0
    undecided: int = 0


@dataclass(frozen=True, slots=True)
class ArticleResult:
    """One article, its checks and its findings, both in text order.

    ``unchanged`` counts the findings left out because no end of theirs lies on a changed
    line; None where changes were not asked for.
    """

    article: Article
    checks: Sequence[Check]
    findings: Sequence[Finding]
    coverage: Coverage
    unchanged: int | None = None

    @property
    def unaccepted(self) -> Sequence[Finding]:
        """The findings that are to be shown, and that count for the exit status."""
        return [finding for finding in self.findings if not finding.accepted]


@dataclass(frozen=True, slots=True)
class InputFailure:
    """An input that could not be checked, and why, in each language."""

    path: str
    fr: str
    en: str

    def message(self, language: str) -> str:
        return self.en if language == "en" else self.fr
