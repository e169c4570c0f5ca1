"""One JSON object an article, each on its line as soon as it is done, in input order."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from fact_cli.model.finding import ArticleResult, InputFailure
from fact_cli.report import ReportOptions, payload


def render(
    outcomes: Iterable[ArticleResult | InputFailure], out: TextIO, options: ReportOptions
) -> None:
    envelope = payload.envelope()
    for outcome in outcomes:
        line = dict(envelope)
        if isinstance(outcome, InputFailure):
            line |= {"articles": [], "errors": [payload.failure(outcome, options.language)]}
        else:
            line |= {"articles": [payload.article(outcome, options.language)], "errors": []}
        out.write(json.dumps(line, ensure_ascii=False) + "\n")
        out.flush()
