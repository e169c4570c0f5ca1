"""From the paragraphs of a word processor's file to a `Document`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from fact_cli.errors import InputError
from fact_cli.model.text import BlockKind, Document, Extent, Positions
from fact_cli.read.limits import LARGEST_TEXT, too_large
from fact_cli.read.office.styles import PLAIN, Style
from fact_cli.read.prose import Part, Piece, assembled
from fact_cli.read.roles import with_roles
from fact_cli.read.txt import HEADING, cut

LINE_BREAK = "\u2028"  # inside a paragraph, so that it stays one line of the source
UNKNOWN_SIGN = "\ufffd"  # for a sign of a picture font, which no letter stands for
MOST_PARAGRAPHS = 200_000  # a novel of a thousand pages has 20,000

_LINE_END = re.compile(r"\r\n?|\n")
_BLANK_LINE = re.compile(rf"{LINE_BREAK}(?:[ \t\u00a0]*{LINE_BREAK})+")
_SPACES = f" \t{LINE_BREAK}"
_GAP = re.compile(r"[ \t]{2,}|\t")
_ENDS_SENTENCE = re.compile(r"[.!?…]\W*$")


@dataclass(slots=True)
class Paragraph:
    """A paragraph while it is read: its words as shown, and what its file says of it."""

    style: Style = PLAIN
    level: int | None = None  # of its outline, where it has one of its own
    listed: bool | None = None
    in_table: bool = False
    index: bool = False  # of a table of contents or another index
    words: list[str] = field(default_factory=list)

    @property
    def line(self) -> str:
        return _LINE_END.sub(" ", "".join(self.words))


def begun(name: str, paragraphs: list[Paragraph], paragraph: Paragraph) -> None:
    """Puts ``paragraph`` behind the others. Raises `InputError` where there are too many."""
    if len(paragraphs) >= MOST_PARAGRAPHS:
        raise InputError(
            name,
            f"trop gros : plus de {MOST_PARAGRAPHS} paragraphes",
            f"too large: more than {MOST_PARAGRAPHS} paragraphs",
        )
    paragraphs.append(paragraph)


def document(name: str, paragraphs: Sequence[Paragraph]) -> Document:
    """The article of ``paragraphs``. Raises `InputError` where there is too much of it.

    The source has a line for each of them, empty ones included: the number of a line is what
    a person counts in the word processor's window, from the top, as each is begun: through
    the cells of a table row by row, a text box right behind the paragraph that it is anchored
    in, foot- and endnotes in the order of their calls behind the body.
    """
    lines = [paragraph.line for paragraph in paragraphs]
    if sum(map(len, lines)) > LARGEST_TEXT:
        raise too_large(name, LARGEST_TEXT)
    source = "\n".join(lines)
    title = _title(paragraphs, lines)
    parts: list[Part] = []
    at = 0
    for number, (paragraph, line) in enumerate(zip(paragraphs, lines, strict=True)):
        for extent in [Extent(0, len(line))] if number == title else _parted(line):
            kind = BlockKind.TITLE if number == title else _kind(paragraph, extent.of(line))
            pieces = _pieces(extent.of(line), at + extent.start)
            if pieces:
                parts.append(Part(kind, pieces))
        at += len(line) + 1
    read = assembled(name, {"text": source}, parts, positions=Positions.PARAGRAPH)
    heads = (block.extent.of(read.text) for block in read.blocks if block.kind is BlockKind.TITLE)
    return with_roles(replace(read, title=next(heads, None)))


def _title(paragraphs: Sequence[Paragraph], lines: Sequence[str]) -> int | None:
    """The number of the first paragraph styled as a title, else of a first heading of level 1.

    Above that one only a kicker, a byline or a date may stand: behind prose it heads a part.
    """
    told = [number for number, line in enumerate(lines) if line.strip()]
    for number in told:
        if paragraphs[number].style.kind is BlockKind.TITLE:
            return number
    for number in told:
        words = lines[number].strip()
        if _level(paragraphs[number]) == 1:
            return number
        if len(words) > HEADING or _ENDS_SENTENCE.search(words):
            return None
    return None


def _parted(line: str) -> Iterator[Extent]:
    """``line`` cut where blank lines inside a paragraph part it as a paragraph's end would."""
    at = 0
    for gap in _BLANK_LINE.finditer(line):
        yield Extent(at, gap.start())
        at = gap.end()
    yield Extent(at, len(line))


def _pieces(words: str, start: int) -> list[Piece]:
    """``words``, which begin at ``start`` of the source, with runs of white space as one space."""
    pieces: list[Piece] = []
    at, end = len(words) - len(words.lstrip(_SPACES)), len(words.rstrip(_SPACES))
    for gap in _GAP.finditer(words, at, max(at, end)):
        pieces.append(Piece(words[at : gap.start()], Extent(start + at, start + gap.start())))
        pieces.append(Piece(" ", Extent(*gap.span()).shifted(start)))
        at = gap.end()
    if at < end:
        pieces.append(Piece(words[at:end], Extent(start + at, start + end)))
    return pieces


def _kind(paragraph: Paragraph, words: str) -> BlockKind:
    """What the style says, else the place; else the words tell, as in plain text."""
    style = paragraph.style
    if paragraph.index:
        return BlockKind.BOILERPLATE
    if style.kind in {BlockKind.TITLE, BlockKind.HEADING} or _level(paragraph) is not None:
        return BlockKind.HEADING
    if style.kind is not None and style.kind is not BlockKind.LIST_ITEM:
        return style.kind
    if paragraph.in_table:
        return BlockKind.TABLE_CELL
    if style.listed if paragraph.listed is None else paragraph.listed:
        return BlockKind.LIST_ITEM
    if style.kind is BlockKind.LIST_ITEM and paragraph.listed is None:
        return BlockKind.LIST_ITEM
    found = cut(words, Extent(0, len(words)), "text")
    return found[0].kind if found else BlockKind.PARAGRAPH


def _level(paragraph: Paragraph) -> int | None:
    """The level of a heading; None for a paragraph that is another thing by its style."""
    if paragraph.style.kind not in {None, BlockKind.HEADING}:
        return None
    return paragraph.style.level if paragraph.level is None else paragraph.level
