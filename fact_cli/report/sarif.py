"""SARIF 2.1.0 (OASIS), which GitHub's code scanning and many viewers read.

One run, results written as they come. Columns and offsets count code points. What a file
shows no lines for has a location without a region, which means the whole file, and a
logical location. Suggestions are no ``fixes``, which a viewer would offer to apply: they
stand in the message and among the properties.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

from fact_cli import __version__
from fact_cli.model.finding import ArticleResult, Finding, InputFailure
from fact_cli.model.text import Document, Extent, Positions
from fact_cli.report import ReportOptions
from fact_cli.report.places import code_points, file_and_member, in_words, relative, span, uri
from fact_cli.report.sarif_tool import LEVELS, UNREADABLE, message, tool
from fact_cli.report.statement import Seen, occurrence, role, shown, statement, words
from fact_cli.rule_names import rule_names

Json = dict[str, Any]

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
ROOT = "%SRCROOT%"


def render(
    outcomes: Iterable[ArticleResult | InputFailure], out: TextIO, options: ReportOptions
) -> None:
    log = {"$schema": SCHEMA, "version": "2.1.0"}
    run = {
        "tool": tool(options.language, __version__),
        "language": options.language,
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {ROOT: {"description": message("The root of the repository.")}},
    }
    out.write(f'{_json(log)[:-1]}, "runs": [{_json(run)[:-1]}, "results": [')
    writer = _Run(options)
    separator = "\n"
    for outcome in outcomes:
        for result in writer.results(outcome):
            out.write(separator + _json(result))
            separator = ",\n"
    out.write(f'\n], "artifacts": {_json(writer.artifacts())}')
    out.write(f', "invocations": {_json([writer.invocation()])}}}]}}\n')


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


class _Run:
    """The results of a run, and what is known of its files only when all are done."""

    def __init__(self, options: ReportOptions) -> None:
        self.options = options
        self.language = options.language
        self.indices = {name: index for index, name in enumerate(rule_names())}
        self.files: dict[str, int] = {}
        self.seen = Seen()
        self.notifications: list[Json] = []

    def results(self, outcome: ArticleResult | InputFailure) -> Iterable[Json]:
        self.file(outcome.path if isinstance(outcome, InputFailure) else _path(outcome))
        if isinstance(outcome, InputFailure):
            self.notifications.append(self.notification(outcome))
            return
        document = outcome.article.document
        for finding in shown(outcome, self.options):
            yield self.result(document, finding)

    def result(self, document: Document, finding: Finding) -> Json:
        file = file_and_member(document.path)[0]
        number = occurrence(self.seen, file, finding.fingerprint)
        return {
            "ruleId": finding.rule,
            "ruleIndex": self.indices[finding.rule],
            "level": LEVELS[finding.severity],
            "message": message(_sentences(statement(document, finding, self.language))),
            "locations": [self.location(document, finding.extent)],
            "relatedLocations": [
                {
                    "id": index,
                    "message": message(role(document, one, self.language)),
                    **self.location(document, one.extent),
                }
                for index, one in enumerate(finding.because, 1)
            ],
            "partialFingerprints": fingerprints(finding, number),
            "properties": {
                "words": words(finding),
                "formula": finding.formula,
                "suggestions": list(finding.suggestions),
            },
        }

    def location(self, document: Document, extent: Extent) -> Json:
        physical: Json = {"artifactLocation": self.file(document.path)}
        lines = span(document, extent, code_points)
        if lines is None:
            logical = _logical(document, extent, self.language)
            return {"physicalLocation": physical, "logicalLocations": [logical]}
        place = document.locate(extent)
        physical["region"] = {
            "startLine": lines.line,
            "startColumn": lines.column,
            "endLine": lines.end_line,
            "endColumn": lines.end_column,
            "charOffset": place.start,
            "charLength": place.end - place.start,
            "snippet": {"text": document.sources[place.field][place.start : place.end]},
        }
        return {"physicalLocation": physical}

    def file(self, path: str) -> Json:
        """The file of ``path``, by its place among the artifacts."""
        name = uri(relative(path, self.options))
        index = self.files.setdefault(name, len(self.files))
        return {**_artifact_location(name), "index": index}

    def artifacts(self) -> Sequence[Json]:
        return [
            {"location": _artifact_location(name), "roles": ["analysisTarget"]}
            for name in self.files
        ]

    def notification(self, failure: InputFailure) -> Json:
        return {
            "descriptor": {"id": UNREADABLE, "index": 0},
            "level": "error",
            "message": message(failure.message(self.language)),
            "locations": [{"physicalLocation": {"artifactLocation": self.file(failure.path)}}],
        }

    def invocation(self) -> Json:
        """Whether everything that was asked for has been checked, and what has not."""
        return {
            "executionSuccessful": not self.notifications,
            "toolExecutionNotifications": self.notifications,
        }


def fingerprints(finding: Finding, number: int) -> Mapping[str, str]:
    """By what a finding is known again, the ``number``-th of its kind in the file.

    GitHub looks at ``primaryLocationLineHash`` only. Made of the words, not the line: in
    prose a line is a paragraph, where findings would share a name and lose it by any edit.
    """
    return {
        "primaryLocationLineHash": f"{finding.fingerprint}:{number}",
        "factcheckFinding/v1": f"{finding.fingerprint}:{number}",
    }


def _path(result: ArticleResult) -> str:
    return result.article.document.path


def _sentences(lines: str) -> str:
    """Viewers with little room show the first sentence, so that each line must be one."""
    return "\n".join(line.removesuffix(".") + "." for line in lines.split("\n"))


def _artifact_location(name: str) -> Json:
    """A file outside of the repository has a whole URL and no base."""
    return {"uri": name} if name.startswith("file:") else {"uri": name, "uriBaseId": ROOT}


def _logical(document: Document, extent: Extent, language: str) -> Json:
    lines = document.positions is Positions.LINE
    kind = "value" if lines else document.positions.value
    return {"name": in_words(document, extent, language), "kind": kind}
