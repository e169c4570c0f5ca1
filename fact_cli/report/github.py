"""Annotations of a GitHub workflow: one command a finding, which the run page shows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from fact_cli.model.finding import ArticleResult, Finding, InputFailure, Severity
from fact_cli.model.text import Document, Positions
from fact_cli.report import ReportOptions
from fact_cli.report.words import short_place

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(
    outcomes: Iterable[ArticleResult | InputFailure], out: TextIO, options: ReportOptions
) -> None:
    for outcome in outcomes:
        if isinstance(outcome, InputFailure):
            message = outcome.message(options.language)
            out.write(f"::error file={_property(outcome.path)}::{_data(message)}\n")
            continue
        document = outcome.article.document
        for finding in sorted(outcome.unaccepted, key=lambda one: -one.severity.rank):
            out.write(_annotation(document, finding, options.language) + "\n")


def _annotation(document: Document, finding: Finding, language: str) -> str:
    """The line in its file; one that is no text file shows no lines, so words tell the place."""
    place = document.locate(finding.extent)
    path = document.path.partition("#")[0]
    title = f"factcheck: {finding.rule}"
    has_lines = path == document.path and document.positions is Positions.LINE
    line = f",line={place.line},col={place.column}" if has_lines else ""
    where = f"file={_property(path)}{line},title={_property(title)}"
    text = f"« {finding.text} » {finding.message(language)}\n{finding.formula}"
    if document.positions is not Positions.LINE:
        text = f"({short_place(document, finding.extent, language)}) {text}"
    return f"::{_COMMANDS[finding.severity]} {where}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
