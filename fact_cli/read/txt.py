"""Plain text: a line is a block, unless the text is wrapped to a fixed width."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import BinaryIO

from fact_cli.errors import InputError
from fact_cli.model.text import Block, BlockKind, Document, Extent
from fact_cli.read.decode import decode
from fact_cli.read.limits import whole
from fact_cli.read.prose import document
from fact_cli.read.roles import with_roles

_LINE = re.compile(r"[^\n]+")
_FIRST_WORD = re.compile(r"\s*(\S+)")
_INDENTED = re.compile(r" {2,}\S")
_BULLET = re.compile(r"\s*[-–—•*]\s+\S")
# "- Vents à 212 km/h -": how agencies set a subheading.
_BETWEEN_DASHES = re.compile(r"\s*(?P<dash>[-–—]) \S.*\S (?P=dash)\s*$")
_ENDS_SENTENCE = re.compile(r"[.!?…:;»”\")\]]\s*$")

HEADING = 90  # characters: longer lines without a final stop are prose
WRAP = (40, 110)  # characters: the width of a wrapped line
SLACK = 3  # characters by which lines of one width differ
LEAST_CUT = 2  # lines that end within a sentence for want of room, in a text that is wrapped


def read(name: str, stream: BinaryIO) -> Iterator[Document | InputError]:
    yield with_roles(document(name, {"text": decode(name, whole(name, stream))}, cut))


def cut(text: str, extent: Extent, field: str) -> Sequence[Block]:
    """The blocks of ``extent``; a field of its own called "title" is one block."""
    if field == "title":
        return [Block(BlockKind.TITLE, extent)] if extent.of(text).strip() else []
    lines = [
        Extent(*line.span())
        for line in _LINE.finditer(text, extent.start, extent.end)
        if not line.group().isspace()
    ]
    return [Block(_kind(block.of(text)), block) for block in _unwrapped(text, lines)]


def _kind(line: str) -> BlockKind:
    if len(line) <= HEADING and _BETWEEN_DASHES.match(line):
        return BlockKind.HEADING
    if _BULLET.match(line):
        return BlockKind.LIST_ITEM
    if len(line) <= HEADING and not _ENDS_SENTENCE.search(line):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _unwrapped(text: str, lines: Sequence[Extent]) -> Iterator[Extent]:
    """Lines joined to paragraphs where a width cuts them.

    A line was cut where the next word would not have fitted behind it. A text of which some
    lines are far wider, or few end within a sentence, is not cut at all.
    """
    width = max((len(line) for line in lines), default=0)
    cut = [_is_cut(text, one, other, width) for one, other in pairwise(lines)]
    within = sum(
        is_cut and not _ENDS_SENTENCE.search(one.of(text))
        for is_cut, (one, _) in zip(cut, pairwise(lines), strict=True)
    )
    if not WRAP[0] <= width <= WRAP[1] or within < LEAST_CUT or within * 2 < sum(cut):
        yield from lines
        return
    block: Extent | None = None
    for line, goes_on in zip(lines, [False, *cut], strict=True):
        if block is not None and goes_on:
            block = block.until(line)
            continue
        if block is not None:
            yield block
        block = line
    if block is not None:
        yield block


def _is_cut(text: str, line: Extent, following: Extent, width: int) -> bool:
    """Whether ``following``, right below, goes on with ``line`` for want of room in it."""
    below = following.of(text)
    parted = text[line.end : following.start].count("\n") > 1 or _BULLET.match(below)
    if parted or (_INDENTED.match(below) and not _INDENTED.match(line.of(text))):
        return False
    word = _FIRST_WORD.match(below)
    return word is not None and len(line.of(text).rstrip()) + 1 + len(word[1]) > width - SLACK
