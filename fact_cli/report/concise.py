"""One line a finding: ``article.txt:6:64: warning dateline-conflict « ce 4 juin » …``"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from fact_cli.model.finding import ArticleResult, InputFailure
from fact_cli.report import ReportOptions
from fact_cli.report.words import location, one_line


def render(
    outcomes: Iterable[ArticleResult | InputFailure], out: TextIO, options: ReportOptions
) -> None:
    for outcome in outcomes:
        if isinstance(outcome, InputFailure):
            continue
        document = outcome.article.document
        for finding in outcome.unaccepted:
            place = location(document, finding.extent, options.language)
            message = finding.message(options.language)
            out.write(
                f"{place}: {finding.severity} {finding.rule} "
                f"« {one_line(finding.text, 60)} » {message}\n"
            )
