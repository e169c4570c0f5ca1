"""Reviewdog's Diagnostic Format, ``rdjson``: one ``DiagnosticResult`` as JSON.

Columns count the bytes of UTF-8, ends not included. The format has suggestions, which a
reviewer applies with a click and which must therefore replace exactly; those of a
fact-checker do not (which of two figures is wrong?), so they stand in the message.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from fact_cli.model.finding import ArticleResult, InputFailure, Severity
from fact_cli.model.text import Document, Extent
from fact_cli.report import ReportOptions
from fact_cli.report.places import relative, span, utf8
from fact_cli.report.statement import role, shown, statement

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def render(
    outcomes: Iterable[ArticleResult | InputFailure], out: TextIO, options: ReportOptions
) -> None:
    out.write('{"source": {"name": "factcheck"}, "diagnostics": [')
    separator = "\n"
    for outcome in outcomes:
        failed = isinstance(outcome, InputFailure)
        for diagnostic in _failure(outcome, options) if failed else _article(outcome, options):
            out.write(separator + json.dumps(diagnostic, ensure_ascii=False))
            separator = ",\n"
    out.write("\n]}\n")


def _article(result: ArticleResult, options: ReportOptions) -> Iterator[dict[str, Any]]:
    document = result.article.document
    for finding in shown(result, options):
        yield {
            "message": statement(document, finding, options.language),
            "location": _location(document, finding.extent, options),
            "severity": _SEVERITIES[finding.severity],
            "code": {"value": finding.rule},
            "relatedLocations": [
                {
                    "message": role(document, one, options.language),
                    "location": _location(document, one.extent, options),
                }
                for one in finding.because
            ],
        }


def _failure(failure: InputFailure, options: ReportOptions) -> Iterator[dict[str, Any]]:
    yield {
        "message": failure.message(options.language),
        "location": {"path": relative(failure.path, options)},
        "severity": "ERROR",
        "code": {"value": "unreadable"},
    }


def _location(document: Document, extent: Extent, options: ReportOptions) -> dict[str, Any]:
    """A file alone where it shows no lines."""
    path = {"path": relative(document.path, options)}
    lines = span(document, extent, utf8)
    if lines is None:
        return path
    return path | {
        "range": {
            "start": {"line": lines.line, "column": lines.column},
            "end": {"line": lines.end_line, "column": lines.end_column},
        }
    }
