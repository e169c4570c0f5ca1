"""Checkstyle's XML, which Jenkins, reviewdog and many more read: files, and errors in each.

Columns count UTF-16 code units, as Java does. What concerns a whole file stands on line 1,
as in Checkstyle's own reports; so does what the file shows no line for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TextIO

from fact_cli.model.finding import ArticleResult, InputFailure
from fact_cli.report import ReportOptions
from fact_cli.report.places import relative, span, utf16
from fact_cli.report.statement import shown, statement
from fact_cli.report.xml_out import attributes


def render(
    outcomes: Iterable[ArticleResult | InputFailure], out: TextIO, options: ReportOptions
) -> None:
    def file(outcome: ArticleResult | InputFailure) -> str:
        failed = isinstance(outcome, InputFailure)
        return relative(outcome.path if failed else outcome.article.document.path, options)

    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="10.0">\n')
    for name, articles in groupby(outcomes, file):
        out.write(f"<file{attributes(name=name)}>\n")
        for outcome in articles:
            failed = isinstance(outcome, InputFailure)
            for line in _failure(outcome, options) if failed else _article(outcome, options):
                out.write(line)
        out.write("</file>\n")
    out.write("</checkstyle>\n")


def _article(result: ArticleResult, options: ReportOptions) -> Iterator[str]:
    document = result.article.document
    for finding in shown(result, options):
        lines = span(document, finding.extent, utf16)
        place = {"line": "1"}
        if lines is not None:
            place = {"line": str(lines.line), "column": str(lines.column)}
        yield _error(
            **place,
            severity=finding.severity.value,
            message=statement(document, finding, options.language),
            source=f"factcheck.{finding.rule}",
        )


def _failure(failure: InputFailure, options: ReportOptions) -> Iterator[str]:
    message = failure.message(options.language)
    yield _error(line="1", severity="error", message=message, source="factcheck.unreadable")


def _error(**values: str) -> str:
    return f"<error{attributes(**values)}/>\n"
