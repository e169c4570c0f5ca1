"""The blocks of NITF, or of XHTML inside of other XML, with the place of each word."""

from __future__ import annotations

import re

from fact_cli.model.text import BlockKind
from fact_cli.read.blocks import Blocks
from fact_cli.read.html_tree import names
from fact_cli.read.prose import Part
from fact_cli.read.raised import raised
from fact_cli.read.xml_elements import Element, words_of
from fact_cli.read.xml_events import End, Start, Words

_KINDS = {
    **dict.fromkeys(("hl1", "hl2", "h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), BlockKind.LIST_ITEM),
    **dict.fromkeys(("td", "th"), BlockKind.TABLE_CELL),
    **dict.fromkeys(("caption", "figcaption", "media-caption"), BlockKind.CAPTION),
    **dict.fromkeys(("bq", "blockquote"), BlockKind.QUOTATION),
    "note": BlockKind.BOILERPLATE,
    "byline": BlockKind.BYLINE,
    "abstract": BlockKind.STANDFIRST,
}
# Blocks that are what the element around them is: a paragraph of a quotation is quoted.
_PLAIN = names(
    "p block div section article main header footer aside body body.content hedline nitf-table"
    " ul ol dl table tbody thead tfoot tr hr pre credit figure html media byttl"
)
_LEFT_OUT = names(
    "media-reference media-producer media-metadata media-object nitf-table-metadata custom-table"
    " head script style iframe object.metadata body.end distributor rights"
)
ASIDE = names("slugline publicationDate")  # classes of what dpa tells above the title
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n|\r[ \t]*\r")
_ENDS_LINE = re.compile(r"[.!?…:;»”\"]\s*$")
# "- Des milliers de manifestants -": how agencies write a heading inside a dispatch.
_DASHED = re.compile(r"[-–—][ \u00a0][^.]{1,80}[ \u00a0][-–—]")
_PROSE = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}


def element_parts(
    source: str, element: Element, kind: BlockKind = BlockKind.PARAGRAPH, field: str = "text"
) -> list[Part]:
    """The blocks inside ``element``; those that no tag names are of ``kind``."""
    writer = _Writer(source, field, kind)
    number, last = element.number + 1, element.start.end
    while number < last:
        event = element.events[number]
        if isinstance(event, Words):
            writer.text(event)
        elif isinstance(event, End):
            writer.close(event)
        elif _left_out(event):
            writer.end_block()
            number = event.end
        else:
            writer.open(event)
        number += 1
    writer.end_block()
    return [with_dashed_heading(part) for part in writer.blocks.parts]


def with_dashed_heading(part: Part) -> Part:
    """``part``, a heading where it is one as agencies write them."""
    if part.kind in _PROSE and _DASHED.fullmatch(words(part)):
        return Part(BlockKind.HEADING, part.pieces)
    return part


def words(part: Part) -> str:
    """The prose of ``part``."""
    return "".join(piece.text for piece in part.pieces)


def _left_out(start: Start) -> bool:
    classes = start.attributes.get("class", "").split()
    return start.name in _LEFT_OUT or not ASIDE.isdisjoint(classes)


class _Writer:
    """``kinds`` are those of the open block elements, the outermost first."""

    def __init__(self, source: str, field: str, kind: BlockKind) -> None:
        self.source = source
        self.blocks = Blocks(source, field)
        self.kinds = [kind]
        self.preformatted = 0
        self.raised = 0
        self.last = ""
        self.break_at: int | None = None

    def open(self, start: Start) -> None:
        if start.name == "br":
            self._line_end(start)
        elif start.name in _KINDS or start.name in _PLAIN:
            self.end_block()
            self.kinds.append(_KINDS.get(start.name, self.kinds[-1]))
            self.preformatted += start.name == "pre"
        elif start.name == "sup":
            self.raised += 1
        elif start.name == "frac-den" and self.last.isdigit():
            self.blocks.put("/", start.at, start.at + 1)

    def close(self, end: End) -> None:
        if end.name == "sup":
            self.raised -= 1
        if end.name in _KINDS or end.name in _PLAIN:
            self.end_block()
            self.kinds.pop()
            self.preformatted -= end.name == "pre"

    def end_block(self) -> None:
        self.blocks.end(self.kinds[-1])
        self.last, self.break_at = "", None

    def text(self, event: Words) -> None:
        shown = words_of(event, self.source)
        if shown.strip():
            self._settle_break(shown.lstrip())
            self.last = shown.rstrip()[-1]
        figures = raised(shown) if self.raised else None
        if figures is not None:
            self.blocks.put(figures, event.start, event.end)
        elif event.stands_for is not None:
            self.blocks.put(event.stands_for, event.start, event.end)
        elif self.preformatted:
            self._preformatted(event)
        else:
            self.blocks.words(event.start, event.end)

    def _line_end(self, start: Start) -> None:
        """Two line ends part paragraphs; what one does is seen by the words behind it."""
        if self.break_at is not None:
            self.end_block()
        elif self.last:
            self.break_at = start.at
            self.blocks.gap(start.at, start.at + 1)

    def _settle_break(self, following: str) -> None:
        """A line end inside a sentence is a space, any other ends the block."""
        if self.break_at is not None:
            goes_on = following[0].islower() and not _ENDS_LINE.match(self.last)
            self.break_at = None
            if not goes_on:
                self.end_block()

    def _preformatted(self, event: Words) -> None:
        at = event.start
        for blank in _BLANK_LINE.finditer(self.source, event.start, event.end):
            self.blocks.words(at, blank.start())
            self.end_block()
            at = blank.end()
        self.blocks.words(at, event.end)
