"""The claims as a flat table for a spreadsheet: one row a claim, UTF-8.

With ``bom`` the table begins with a byte order mark, by which some spreadsheets tell UTF-8.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO

from fact_cli.model.claim import Claim
from fact_cli.model.dates import plain
from fact_cli.model.finding import ArticleResult, InputFailure
from fact_cli.model.mention import Quantity, TimeExpression
from fact_cli.model.text import Document, Extent
from fact_cli.report import ReportOptions
from fact_cli.report.words import printed

COLUMNS = (
    "path", "line", "column", "block", "quantity", "value", "low", "high", "unit", "of", "hedge",
    "subject", "stands_for", "predicate", "time", "timex", "begin", "last", "source", "quoted",
    "modality", "positions", "page",
)  # fmt: skip
BOM = "\ufeff"
_FORMULA = ("=", "+", "@", "\t")  # what a spreadsheet would compute


def render(
    outcomes: Iterable[ArticleResult | InputFailure], out: TextIO, options: ReportOptions
) -> None:
    if options.bom:
        out.write(BOM)
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    for outcome in outcomes:
        if isinstance(outcome, ArticleResult):
            document = outcome.article.document
            for claim in outcome.article.claims:
                table.writerow([_safe(cell) for cell in _row(document, claim)])
            out.flush()


def _row(document: Document, claim: Claim) -> Sequence[str]:
    place = document.locate(claim.extent)
    return (
        printed(document.path),
        str(place.line),
        str(place.column),
        claim.block.value,
        *_quantity(document, claim.quantity),
        claim.subject or "",
        _words(document, claim.link),
        claim.predicate or "",
        *_time(document, claim.time),
        claim.attribution.source or "",
        "true" if claim.attribution.quoted else "false",
        claim.modality.value,
        document.positions.value,
        "" if place.page is None else str(place.page),
    )


def _quantity(document: Document, quantity: Quantity | None) -> Sequence[str]:
    if quantity is None:
        return ("",) * 7
    numbers = (quantity.value, quantity.strict.low, quantity.strict.high)
    return (
        _words(document, quantity.extent),
        *("" if number is None else plain(number) for number in numbers),
        quantity.unit or "",
        quantity.of or "",
        quantity.hedge or "",
    )


def _time(document: Document, time: TimeExpression | None) -> Sequence[str]:
    if time is None:
        return ("",) * 4
    ends = (time.interval.begin, time.interval.end)
    days = ("" if end is None else end.isoformat() for end in ends)
    return (_words(document, time.extent), time.timex, *days)


def _words(document: Document, extent: Extent | None) -> str:
    return "" if extent is None else extent.of(document.text)


def _safe(cell: str) -> str:
    """One line, and text even where it looks like a formula."""
    flat = " ".join(cell.split())
    return f"'{flat}" if flat.startswith(_FORMULA) else flat
