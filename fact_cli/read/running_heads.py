"""What stands at the edges of printed pages and is no part of the text.

On several pages: the same words, or words with other figures, at the same height. On any:
a bare page number, and what a browser adds when it prints (an address, the time of printing).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from fact_cli.read.pdf_runs import Run

EDGE = 0.12  # of the height of a page
_ROWS = 3  # at either edge; a bare number is a page's only on the outermost
_HEIGHT = 3.0  # points within which heights are the same
_FIGURES = re.compile(r"\d+")
_NUMBER = re.compile(
    r"(?:page |p\. ?)?[-–— ]*\d{1,4}(?: ?(?:/|sur) ?\d{1,4})?[-–— ]*"
    r"|https?://\S+(?: +\d+ ?/ ?\d+)?"
    r"|\d\d/\d\d/\d{4},? (?:à )?\d\d[:h]\d\d",
    re.IGNORECASE,
)
_Seen = dict[tuple[str, int], set[int]]  # pages by words and height


@dataclass(frozen=True, slots=True)
class Sheet:
    """The runs of a page, with its edges in the measure of `Run.base`."""

    runs: Sequence[Run]
    top: float
    bottom: float


def running_heads(sheets: Sequence[Sheet]) -> Sequence[frozenset[Run]]:
    """The runs of each page that are heads, feet or page numbers."""
    seen: _Seen = defaultdict(set)
    edges = [_at_edges(sheet) for sheet in sheets]
    for page, (sheet, runs) in enumerate(zip(sheets, edges, strict=True)):
        for run in runs:
            seen[_words(run), _slot(run, sheet)].add(page)
    return [
        frozenset(
            run
            for run, row in runs.items()
            if (_NUMBER.fullmatch(run.text) and row == 0)
            or (not _NUMBER.fullmatch(run.text) and _elsewhere(run, page, sheet, seen))
        )
        for page, (sheet, runs) in enumerate(zip(sheets, edges, strict=True))
    ]


def _at_edges(sheet: Sheet) -> dict[Run, int]:
    """The runs of the outer rows, with the number of their row counted from the edge."""
    edge = EDGE * (sheet.bottom - sheet.top)
    heights = sorted({round(run.base) for run in sheet.runs})
    rows = {height: row for row, height in enumerate(heights[:_ROWS])}
    rows |= {
        height: row
        for row, height in enumerate(reversed(heights[-_ROWS:]))
        if height > (sheet.top + sheet.bottom) / 2
    }
    return {
        run: rows[round(run.base)]
        for run in sheet.runs
        if round(run.base) in rows and not sheet.top + edge <= run.base <= sheet.bottom - edge
    }


def _elsewhere(run: Run, page: int, sheet: Sheet, seen: _Seen) -> bool:
    """Whether another page has the words at the same height."""
    words, slot = _words(run), _slot(run, sheet)
    near = (seen.get((words, slot + by), set()) for by in (-1, 0, 1))
    return any(pages - {page} for pages in near)


def _slot(run: Run, sheet: Sheet) -> int:
    return round((run.base - sheet.top) / _HEIGHT)


def _words(run: Run) -> str:
    return _FIGURES.sub("#", run.text).lower()
