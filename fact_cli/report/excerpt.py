"""The part of a text that fits a line of the terminal, around the words that matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from fact_cli.model.text import Document, Extent
from fact_cli.report.words import printed

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One line of text; ``marks`` are the columns to underline: first and count, from 0."""

    text: str
    marks: Sequence[tuple[int, int]]


def excerpt(document: Document, extents: Sequence[Extent], width: int) -> Excerpt:
    """The line of the source around ``extents``, cut to ``width`` columns at word ends.

    The extents stand in one line of ``document.text`` and are in order; what does not fit
    behind the first is left out, and so is its mark.
    """
    text = document.text
    line = _line_of(text, extents[0])
    start, end = _window(text, line, extents, width)
    before = ELLIPSIS if start > line.start else ""
    after = ELLIPSIS if end < line.end else ""
    marks = []
    for extent in extents:
        first, last = max(extent.start, start), min(extent.end, end)
        if first < last:
            column = cell_len(before + printed(text[start:first]))
            marks.append((column, cell_len(printed(text[first:last]))))
    return Excerpt(before + printed(text[start:end]) + after, marks)


def same_line(document: Document, a: Extent, b: Extent) -> bool:
    return "\n" not in document.text[min(a.start, b.start) : max(a.end, b.end)]


def _line_of(text: str, extent: Extent) -> Extent:
    start = text.rfind("\n", 0, extent.start) + 1
    end = text.find("\n", extent.start)
    return Extent(start, len(text) if end < 0 else end)


def _window(text: str, line: Extent, extents: Sequence[Extent], width: int) -> tuple[int, int]:
    """The characters to show: all extents if they fit, else the first, with equal margins."""
    room = width - 2
    last = extents[0].end
    for extent in extents:
        if extent.end - extents[0].start <= room:
            last = extent.end
    spare = max(0, room - (last - extents[0].start))
    start = max(line.start, extents[0].start - spare // 2)
    end = min(line.end, start + room)
    start = max(line.start, min(start, end - room))
    if start > line.start:
        space = text.find(" ", start, extents[0].start)
        start = space + 1 if space >= 0 else start
    if end < line.end:
        space = text.rfind(" ", min(last, end), end)
        end = space if space > 0 else end
    while end > start + 1 and cell_len(text[start:end]) > room:
        end -= 1
    return start, end
