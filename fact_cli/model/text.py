"""The text and its positions: one ruler for the whole program.

Every position is a code-point offset into ``Document.text``, fixed when the file is
read. `Document.locate` alone turns it into a place in the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter

from fact_cli.model.dates import PartialDate

_LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True, order=True)
class Extent:
    """A stretch of text; ``start`` is included, ``end`` is not."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def of(self, text: str) -> str:
        """The words that this extent covers in ``text``."""
        return text[self.start : self.end]

    def overlaps(self, other: Extent) -> bool:
        return self.start < other.end and other.start < self.end

    def shares(self, other: Extent) -> int:
        """How many characters both cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def holds(self, other: Extent) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def until(self, other: Extent) -> Extent:
        """The smallest extent that covers both."""
        return Extent(min(self.start, other.start), max(self.end, other.end))

    def shifted(self, by: int) -> Extent:
        return Extent(self.start + by, self.end + by)


# Sorts whatever has an extent as extents are sorted, in a third of the time.
TEXT_ORDER = attrgetter("extent.start", "extent.end")


class BlockKind(StrEnum):
    """What part a block plays in the article."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    CAPTION = "caption"
    TABLE_CELL = "table-cell"
    QUOTATION = "quotation"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Block:
    kind: BlockKind
    extent: Extent


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the number of its block in ``Document.blocks``."""

    extent: Extent
    block: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of ``Document.text`` and where it came from.

    Equal lengths mean that characters correspond one to one; otherwise the run is
    indivisible, as a composed letter is.
    """

    text: Extent
    origin: Extent
    field: str = "text"


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """The way back from ``Document.text`` to what was read.

    ``segments`` are in text order and do not overlap; what lies between them (a line
    end put between title and text) belongs to the segment before.
    """

    segments: Sequence[Segment]
    starts: Sequence[int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", tuple(s.text.start for s in self.segments))

    def back(self, extent: Extent) -> tuple[str, Extent]:
        """The field and the extent in it from which ``extent`` was read."""
        first, start = self._place(extent.start, at_end=False)
        if extent.end <= extent.start:
            return first.field, Extent(start, start)
        _, end = self._place(extent.end - 1, at_end=True)
        return first.field, Extent(start, max(start, end))

    def _place(self, offset: int, *, at_end: bool) -> tuple[Segment, int]:
        segment = self.segments[max(0, bisect_right(self.starts, offset) - 1)]
        text, origin = segment.text, segment.origin
        length = text.end - text.start
        if length == origin.end - origin.start:
            inside = min(offset - text.start, length) + at_end
            return segment, min(origin.start + inside, origin.end)
        return segment, origin.end if at_end else origin.start


class Positions(StrEnum):
    """What the lines of a source are to a person who opens the file.

    A word processor shows paragraphs, numbered from the start of the file, empty ones
    and those of tables included; a PDF shows lines on pages.
    """

    LINE = "line"
    PARAGRAPH = "paragraph"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a file as people count it.

    ``start`` and ``end`` are code-point offsets into the field as decoded (end not
    included); ``line`` and ``column`` are 1-based and belong to ``start``. ``page`` is
    1-based, and then ``line`` counts on the page; None where a file has no pages.
    """

    field: str
    start: int
    end: int
    line: int
    column: int
    page: int | None = None


class Origin(StrEnum):
    """Where a publication date was found."""

    OPTION = "option"
    METADATA = "metadata"
    FILENAME = "filename"
    BYLINE = "byline"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Published:
    """The publication date; ``date`` may be partial, or None where it is unknown."""

    date: PartialDate | None = None
    origin: Origin = Origin.NONE


@dataclass(frozen=True, slots=True)
class Document:
    """An article as read.

    ``sources`` holds the fields as decoded ("text", and "title" where the format has
    one), ``text`` the prose in which all offsets count, and ``plain`` the same prose
    with unusual characters swapped one for one, so that its offsets are the same.
    ``positions`` says what a line of a source is, and ``pages`` holds the offsets in
    the field "text" at which pages begin, for a format that has them. ``line`` is the
    1-based line of the file that holds the article, where each is a line of its own.
    ``marks`` are the comments in which the author speaks to this program; they stand behind
    the prose, in no block.
    """

    path: str
    sources: Mapping[str, str]
    text: str
    plain: str
    blocks: Sequence[Block]
    origins: OffsetMap
    title: str | None = None
    published: Published = Published()
    positions: Positions = Positions.LINE
    pages: Sequence[int] = ()
    line: int | None = None
    marks: Sequence[Extent] = ()

    def locate(self, extent: Extent) -> Place:
        """Where ``extent`` stands in what was read."""
        name, found = self.origins.back(extent)
        starts = line_starts(self.sources[name])
        line = bisect_right(starts, found.start)
        column = found.start - starts[line - 1] + 1
        if not self.pages:
            return Place(name, found.start, found.end, line, column)
        page = max(1, bisect_right(self.pages, found.start))
        line -= bisect_right(starts, self.pages[page - 1]) - 1
        return Place(name, found.start, found.end, line, column, page)

    @property
    def prose_end(self) -> int:
        """Where in ``text`` the prose ends; behind it stand the ``marks``."""
        return self.marks[0].start if self.marks else len(self.text)

    def block_at(self, offset: int) -> Block:
        """The block in which ``offset`` lies, or the last one before it.

        An article without blocks is an empty one.
        """
        if not self.blocks:
            return Block(BlockKind.PARAGRAPH, Extent(0, 0))
        behind = bisect_right(self.blocks, offset, key=lambda block: block.extent.start)
        return self.blocks[max(0, behind - 1)]


@lru_cache(maxsize=8)
def line_starts(source: str) -> Sequence[int]:
    """Offsets at which lines begin; ``\\n``, ``\\r\\n`` and a lone ``\\r`` end a line.

    Kept for the last sources, since all articles of one file share theirs.
    """
    return (0, *(found.end() for found in _LINE_END.finditer(source)))
