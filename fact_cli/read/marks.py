"""Comments of Markdown and HTML in which an author speaks to this program.

``<!-- factcheck: ignore wrong-total -- rounded -->``: a reader gives them with their place
(`Document.marks`), `fact_cli.accept` knows what they mean. Text that another format carries
may hold them as well, in XML maybe escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape

from fact_cli.model.text import Extent
from fact_cli.read.prose import Piece

LONGEST = 1000  # characters of a mark in carried text

_MARK = re.compile(r"<!--\s*factcheck\s*:", re.IGNORECASE)
_CARRIED = re.compile(
    rf"(?:<|&(?:lt|#60|#x3c);)!--\s*factcheck\s*:.{{0,{LONGEST}}}?--(?:>|&(?:gt|#62|#x3e);)",
    re.IGNORECASE | re.DOTALL,
)


def marks_in(source: str, comments: Iterable[Extent]) -> list[Piece]:
    """Those of ``comments`` that are meant for this program."""
    found = [extent for extent in comments if _MARK.match(source, extent.start, extent.end)]
    return [Piece(extent.of(source), extent) for extent in found]


def carried_marks(source: str, within: Extent) -> list[Piece]:
    """The marks of a body that stands in ``source``, as markup or escaped."""
    found = _CARRIED.finditer(source, within.start, within.end)
    return [Piece(unescape(mark.group()), Extent(*mark.span())) for mark in found]


def between_marks(text: str, within: Extent) -> Iterator[Extent]:
    """The runs of plain text that are no marks."""
    start = within.start
    for mark in _CARRIED.finditer(text, within.start, within.end):
        yield Extent(start, mark.start())
        start = mark.end()
    yield Extent(start, within.end)


def blanked(text: str) -> str:
    """``text`` with spaces in the place of marks."""
    return _CARRIED.sub(lambda mark: " " * len(mark.group()), text) if "!--" in text else text
