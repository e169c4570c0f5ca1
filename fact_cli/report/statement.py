"""What the formats for other programs say of a finding, and how they tell equal ones apart."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from fact_cli.model.finding import ArticleResult, Evidence, Finding, Severity
from fact_cli.model.text import Document, Extent
from fact_cli.report import ReportOptions
from fact_cli.report.places import code_points, in_words, span
from fact_cli.report.words import one_line

LONGEST_WORDS = 200  # characters of the words flagged that a message repeats
LONGEST_LINE = 1000
_LABELS = {
    "fr": ("Calcul : ", "Proposition : ", " ou "),
    "en": ("Arithmetic: ", "Suggestion: ", " or "),
}

Seen = Counter[tuple[str, ...]]


def shown(result: ArticleResult, options: ReportOptions) -> Sequence[Finding]:
    """The findings to report: all not accepted, or only errors and warnings where quiet."""
    return [
        finding
        for finding in result.unaccepted
        if not (options.quiet and finding.severity is Severity.INFO)
    ]


def words(finding: Finding) -> str:
    """The words flagged, on one line."""
    return one_line(finding.text, LONGEST_WORDS)


def headline(document: Document, finding: Finding, language: str) -> str:
    """The words and what is wrong with them; the place too, where no line number can say it."""
    told = f"« {words(finding)} » {one_line(finding.message(language), LONGEST_LINE)}"
    return told + _unseen(document, finding.extent, language)


def details(finding: Finding, language: str) -> Sequence[str]:
    """The arithmetic and the suggestions, a line each, where there are any.

    Suggestions are text for a person and never a fix to apply: of two figures that
    contradict each other, which one is wrong is for the editor to find out.
    """
    formula, suggestion, either = _LABELS[language]
    lines = [formula + one_line(finding.formula, LONGEST_LINE)] if finding.formula else []
    if finding.suggestions:
        lines.append(suggestion + one_line(either.join(finding.suggestions), LONGEST_LINE))
    return lines


def statement(document: Document, finding: Finding, language: str) -> str:
    """All that is to be said, in lines."""
    return "\n".join((headline(document, finding, language), *details(finding, language)))


def role(document: Document, evidence: Evidence, language: str) -> str:
    """The words of another end of a finding, and what they have to do with it."""
    quoted = f"« {one_line(evidence.extent.of(document.text), LONGEST_WORDS)} »"
    told = evidence.role(language)
    colon = " : " if language == "fr" else ": "
    text = f"{quoted}{colon}{told}" if told else quoted
    return text + _unseen(document, evidence.extent, language)


def _unseen(document: Document, extent: Extent, language: str) -> str:
    """The place in brackets, where no line number of the file can say it."""
    if span(document, extent, code_points) is not None:
        return ""
    return f" ({in_words(document, extent, language)})"


def occurrence(seen: Seen, *what: str) -> int:
    """How many times ``what`` has come up in this run, this time included."""
    seen[what] += 1
    return seen[what]


def digest(*parts: str) -> str:
    """A name for ``parts``: 32 hexadecimal digits."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:32]
