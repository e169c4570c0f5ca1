"""The printed lines of a PDF as one text, and where each region of prose stands in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fact_cli.model.text import Extent
from fact_cli.read.pdf_columns import Row, regions, rows_of
from fact_cli.read.pdf_paragraphs import PrintedLine
from fact_cli.read.running_heads import Sheet, running_heads


@dataclass(frozen=True, slots=True)
class Printed:
    """``text`` is one printed line a line, cells parted by tabs; ``pages`` where pages begin.

    ``regions`` hold the lines without heads, feet and page numbers, which ``text`` has.
    """

    text: str
    pages: Sequence[int]
    regions: Sequence[Sequence[PrintedLine]]


def printed(sheets: Sequence[Sheet]) -> Printed:
    text, pages, found = _Text(), [], []
    for page, (sheet, heads) in enumerate(zip(sheets, running_heads(sheets), strict=True)):
        pages.append(text.length)
        middle = (sheet.top + sheet.bottom) / 2
        for row in rows_of([run for run in heads if run.base < middle]):
            text.add(row, page)
        body = regions([run for run in sheet.runs if run not in heads])
        found.extend([line for row in rows for line in text.add(row, page)] for rows in body)
        for row in rows_of([run for run in heads if run.base >= middle]):
            text.add(row, page)
    return Printed("".join(text.written), pages, found)


class _Text:
    """The source as it is written."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.length = 0

    def add(self, row: Row, page: int) -> Sequence[PrintedLine]:
        """Writes a line; its only run, or its cells."""
        lines = list(self._lines(row, page))
        self.written[-1] = "\n"
        return lines

    def _lines(self, row: Row, page: int) -> Iterator[PrintedLine]:
        for run in row:
            start = self.length
            self.written += [run.text, "\t"]
            self.length += len(run.text) + 1
            extent = Extent(start, start + len(run.text))
            yield PrintedLine(run, extent, page, is_cell=len(row) > 1)
