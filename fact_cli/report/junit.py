"""JUnit's XML, which every CI system shows: a suite an article, a test a rule or a finding.

A rule that found something right and nothing wrong is a test that passes; each error or
warning is a test that fails, each piece of information one that passes and says so. A file
that could not be read is a test in error. Times are 0: no clock is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TextIO

from fact_cli.model.finding import ArticleResult, Finding, InputFailure, Outcome, Severity
from fact_cli.model.text import Document
from fact_cli.report import ReportOptions
from fact_cli.report.places import code_points, relative, span
from fact_cli.report.statement import (
    Seen,
    headline,
    occurrence,
    shown,
    statement,
    words,
)
from fact_cli.report.words import location, printed
from fact_cli.report.xml_out import attributes, text

_READING = {"fr": "lecture", "en": "reading"}


def render(
    outcomes: Iterable[ArticleResult | InputFailure], out: TextIO, options: ReportOptions
) -> None:
    seen = Seen()
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="factcheck">\n')
    for outcome in outcomes:
        failed = isinstance(outcome, InputFailure)
        out.write(_failed(outcome, seen, options) if failed else _article(outcome, seen, options))
    out.write("</testsuites>\n")


def _article(result: ArticleResult, seen: Seen, options: ReportOptions) -> str:
    document = result.article.document
    findings = shown(result, options)
    faulty = {finding.rule for finding in result.unaccepted}
    right = {one.rule for one in result.checks if one.verdict.outcome is Outcome.HOLDS}
    passed = sorted(right - faulty)
    tests = [_test(document.path, rule, seen, options) for rule in passed]
    tests += [_finding(document, finding, seen, options) for finding in findings]
    tests = tests or [_test(document.path, _READING[options.language], seen, options)]
    failures = sum(finding.severity is not Severity.INFO for finding in findings)
    return _suite(document.path, tests, failures=failures)


def _failed(failure: InputFailure, seen: Seen, options: ReportOptions) -> str:
    told = failure.message(options.language)
    error = f"<error{attributes(message=told, type='unreadable')}>{text(told)}</error>"
    test = _test(failure.path, _READING[options.language], seen, options, content=error)
    return _suite(failure.path, [test], errors=1)


def _finding(document: Document, finding: Finding, seen: Seen, options: ReportOptions) -> str:
    language = options.language
    lines = span(document, finding.extent, code_points)
    place = location(document, finding.extent, language)
    told = f"{place}\n{statement(document, finding, language)}"
    if finding.severity is Severity.INFO:
        content = f"<system-out>{text(told)}</system-out>"
    else:
        head = attributes(
            message=headline(document, finding, language), type=finding.severity.value
        )
        content = f"<failure{head}>{text(told)}</failure>"
    name = f"{finding.rule} « {words(finding)} »"
    line = None if lines is None else lines.line
    return _test(document.path, name, seen, options, content=content, line=line)


def _test(
    path: str,
    name: str,
    seen: Seen,
    options: ReportOptions,
    *,
    content: str = "",
    line: int | None = None,
) -> str:
    """A test of a name that no other has, by which CI systems compare two runs."""
    number = occurrence(seen, path, name)
    head = attributes(
        classname=printed(path) or "-",
        name=name if number == 1 else f"{name} ({number})",
        file=relative(path, options),
        **({} if line is None else {"line": str(line)}),
        time="0",
    )
    return f"<testcase{head}>{content}</testcase>\n" if content else f"<testcase{head}/>\n"


def _suite(path: str, tests: Sequence[str], *, failures: int = 0, errors: int = 0) -> str:
    head = attributes(
        name=printed(path) or "-",
        tests=str(len(tests)),
        failures=str(failures),
        errors=str(errors),
        skipped="0",
        time="0",
    )
    return f"<testsuite{head}>\n{''.join(tests)}</testsuite>\n"
