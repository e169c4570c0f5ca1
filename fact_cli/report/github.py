"""Annotations of a GitHub workflow, which the run page shows, and a summary of the step.

GitHub shows the first ten annotations of each severity in a step and drops the others
without a word. The gravest therefore come first, over the whole run, and where there are
more than ten of a kind the tenth counts those that are not shown.

GitHub does not say what a column counts. Its annotations come from the problem matchers of
VS Code, and its pages are JavaScript: columns here count UTF-16 code units.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TextIO

from fact_cli.errors import UsageError
from fact_cli.model.finding import ArticleResult, Finding, InputFailure, Severity
from fact_cli.model.text import Document
from fact_cli.report import ReportOptions
from fact_cli.report.markdown import Page, counted
from fact_cli.report.places import relative, span, utf16
from fact_cli.report.statement import shown, statement

SHOWN = 10  # annotations of a severity that GitHub shows in a step
LONGEST_SUMMARY = 250_000  # characters, of at most four bytes: GitHub takes 1 MiB
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_MORE = {
    "fr": ("{} de plus, que GitHub n’affiche pas", " : voir le résumé de l’étape"),
    "en": ("{} more, which GitHub does not show", ": see the summary of the step"),
}


def render(
    outcomes: Iterable[ArticleResult | InputFailure], out: TextIO, options: ReportOptions
) -> None:
    page = Page(options)
    failures: list[str] = []
    commands: dict[Severity, list[str]] = {severity: [] for severity in reversed(Severity)}
    for outcome in outcomes:
        page.add(outcome)
        if isinstance(outcome, InputFailure):
            failures.append(_failure(outcome, options))
            continue
        for finding in shown(outcome, options):
            command = _annotation(outcome.article.document, finding, options)
            commands[finding.severity].append(command)
    # Nobody has checked what could not be read: it goes before all else.
    commands[Severity.ERROR][:0] = failures
    for severity, wanted in commands.items():
        out.writelines(_at_most_ten(wanted, severity, options))
    if options.summary:
        _add(options.summary, page.text(LONGEST_SUMMARY))


def _add(path: str, text: str) -> None:
    """Adds ``text`` to the file of the summary. Raises `UsageError` where that cannot be done."""
    try:
        with open(path, "a", encoding="utf-8", errors="replace") as summary:
            summary.write(text)
    except OSError as error:
        raise UsageError(
            f"{path}: écriture impossible ({error.strerror})",
            f"{path}: cannot be written ({error.strerror})",
        ) from error


def _at_most_ten(
    commands: Sequence[str], severity: Severity, options: ReportOptions
) -> Sequence[str]:
    if len(commands) <= SHOWN:
        return commands
    more, where = _MORE[options.language]
    rest = counted(len(commands) - SHOWN + 1, severity, options.language)
    text = _data(more.format(rest) + (where if options.summary else ""))
    return [*commands[: SHOWN - 1], f"::{_COMMANDS[severity]} title=factcheck::{text}\n"]


def _failure(failure: InputFailure, options: ReportOptions) -> str:
    path = _property(relative(failure.path, options))
    return f"::error file={path}::{_data(failure.message(options.language))}\n"


def _annotation(document: Document, finding: Finding, options: ReportOptions) -> str:
    """Where an article has no lines in its file (JSON Lines, a word processor's), none is named."""
    lines = span(document, finding.extent, utf16)
    place = "" if lines is None else f",line={lines.line},col={lines.column}"
    path = _property(relative(document.path, options))
    where = f"file={path}{place},title={_property(f'factcheck: {finding.rule}')}"
    text = _data(statement(document, finding, options.language))
    return f"::{_COMMANDS[finding.severity]} {where}::{text}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
