"""One JSON object for the whole run, articles written as they are done."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from fact_cli.model.finding import ArticleResult, InputFailure
from fact_cli.report import ReportOptions, payload


def render(
    outcomes: Iterable[ArticleResult | InputFailure], out: TextIO, options: ReportOptions
) -> None:
    head = json.dumps(payload.envelope(), ensure_ascii=False)
    out.write(head[:-1] + ', "articles": [')
    failures = []
    separator = "\n"
    for outcome in outcomes:
        if isinstance(outcome, InputFailure):
            failures.append(payload.failure(outcome, options.language))
            continue
        article = payload.article(outcome, options.language)
        out.write(separator + json.dumps(article, ensure_ascii=False))
        separator = ",\n"
    out.write('\n], "errors": ' + json.dumps(failures, ensure_ascii=False) + "}\n")
