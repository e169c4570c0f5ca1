"""GitLab's Code Quality report: a JSON array, the artifact ``codequality`` of a job.

GitLab stops reading at the first entry that it finds invalid, keeps one entry a fingerprint
and shows a line without a column. An entry must have a line: where a file shows none, it is
the first, and the description says the place in words.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from fact_cli.model.finding import ArticleResult, InputFailure, Severity
from fact_cli.report import ReportOptions
from fact_cli.report.places import code_points, file_and_member, relative, span
from fact_cli.report.statement import Seen, details, digest, headline, occurrence, shown

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}
UNREADABLE = "unreadable"


def render(
    outcomes: Iterable[ArticleResult | InputFailure], out: TextIO, options: ReportOptions
) -> None:
    seen = Seen()
    out.write("[")
    separator = "\n"
    for outcome in outcomes:
        failed = isinstance(outcome, InputFailure)
        for entry in (
            _failure(outcome, seen, options) if failed else _article(outcome, seen, options)
        ):
            out.write(separator + json.dumps(entry, ensure_ascii=False))
            separator = ",\n"
    out.write("\n]\n")


def _article(result: ArticleResult, seen: Seen, options: ReportOptions) -> Iterator[dict[str, Any]]:
    document = result.article.document
    path = relative(document.path, options)
    member = file_and_member(document.path)[1]
    for finding in shown(result, options):
        number = occurrence(seen, document.path, finding.fingerprint)
        lines = span(document, finding.extent, code_points)
        told = [headline(document, finding, options.language)]
        yield {
            "description": " – ".join([*told, *details(finding, options.language)]),
            "check_name": finding.rule,
            "fingerprint": digest(path, member, finding.fingerprint, str(number)),
            "severity": _SEVERITIES[finding.severity],
            "location": {"path": path, "lines": {"begin": 1 if lines is None else lines.line}},
        }


def _failure(failure: InputFailure, seen: Seen, options: ReportOptions) -> Iterator[dict[str, Any]]:
    path = relative(failure.path, options)
    told = failure.message(options.language)
    number = occurrence(seen, failure.path, told)
    yield {
        "description": told,
        "check_name": UNREADABLE,
        "fingerprint": digest(path, UNREADABLE, told, str(number)),
        "severity": "critical",
        "location": {"path": path, "lines": {"begin": 1}},
    }
