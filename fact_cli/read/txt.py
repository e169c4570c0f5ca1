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
_BULLET = re.compile(r"\s*[-–—•*]\s+\S")
_ENDS_SENTENCE = re.compile(r"[.!?…:;»”\")\]]\s*$")

HEADING = 90  # characters: longer lines without a final stop are prose
WRAP = (40, 110)  # characters: the width of a wrapped line


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
    if _BULLET.match(line):
        return BlockKind.LIST_ITEM
    if len(line) <= HEADING and not _ENDS_SENTENCE.search(line):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _unwrapped(text: str, lines: Sequence[Extent]) -> Iterator[Extent]:
    """Lines joined to paragraphs where a blank line parts these and a width cuts those."""
    if not _is_wrapped(text, lines):
        yield from lines
        return
    block: Extent | None = None
    for line in lines:
        if block is not None and "\n\n" not in re.sub(r"[^\S\n]", "", text[block.end : line.start]):
            block = block.until(line)
            continue
        if block is not None:
            yield block
        block = line
    if block is not None:
        yield block


def _is_wrapped(text: str, lines: Sequence[Extent]) -> bool:
    """Whether lines that a blank line does not end are of one width and end anywhere."""
    inner = [
        line
        for line, following in pairwise(lines)
        if text[line.end : following.start].count("\n") == 1
    ]
    if len(inner) < 2 or len(inner) * 2 < len(lines):
        return False
    low, high = WRAP
    fits = sum(low <= len(line) <= high for line in inner)
    cut_anywhere = sum(not _ENDS_SENTENCE.search(line.of(text)) for line in inner)
    return fits >= 0.8 * len(inner) and cut_anywhere >= 0.5 * len(inner)
