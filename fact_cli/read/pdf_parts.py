"""The paragraphs of a PDF as blocks: their kinds, and their prose without line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fact_cli.model.text import BlockKind, Extent
from fact_cli.read.line_ends import LineEnd, line_end, words_in
from fact_cli.read.pdf_paragraphs import (
    BULLET,
    ENDS_SENTENCE,
    Paragraph,
    body_size,
    is_larger,
    paragraphs,
)
from fact_cli.read.pdf_source import Printed
from fact_cli.read.prose import Part, Piece

LONGEST_HEADING = 90  # characters of a short line without a full stop
LONGEST_TITLE = 300  # characters of larger type
_SMALLER = 0.92  # times the size of the text: the type of captions and notes
_LETTER = re.compile(r"[^\W\d_]")


def parts_of(source: Printed) -> tuple[Sequence[Part], str | None]:
    """The blocks of the article in reading order, and its title where its type shows it."""
    body = body_size(line for region in source.regions for line in region)
    found = paragraphs(source.regions, body)
    known = words_in(line.run.text for region in source.regions for line in region)
    title = _title(found, body)
    parts = [
        Part(_kind(found, index, title, body), list(_pieces(paragraph, known)))
        for index, paragraph in enumerate(found)
    ]
    if title is None:
        return parts, None
    return parts, "".join(piece.text for piece in parts[title].pieces)


def _title(found: Sequence[Paragraph], body: float) -> int | None:
    """The first paragraph of the largest type on the first page, which larger type must be."""
    larger = [
        (paragraph.first.size, -index)
        for index, paragraph in enumerate(found)
        if paragraph.lines[0].page == 0
        and is_larger(paragraph.first, body)
        and len(_LETTER.findall(_text(paragraph))) >= 4
        and len(_text(paragraph)) <= LONGEST_TITLE
    ]
    return -max(larger)[1] if larger else None


def _kind(found: Sequence[Paragraph], index: int, title: int | None, body: float) -> BlockKind:
    paragraph = found[index]
    text = _text(paragraph)
    stands_out = is_larger(paragraph.first, body) or paragraph.first.bold
    if index == title:
        return BlockKind.TITLE
    if paragraph.lines[0].is_cell:
        return BlockKind.TABLE_CELL
    if BULLET.match(text):
        return BlockKind.LIST_ITEM
    ends = ENDS_SENTENCE.search(text) is not None
    if title is not None and index == title + 1 and stands_out and (ends or _is_long(text)):
        return BlockKind.STANDFIRST
    if is_larger(paragraph.first, body):
        return BlockKind.PARAGRAPH if len(text) > LONGEST_TITLE else BlockKind.HEADING
    if _is_long(text) or paragraph.first.size < _SMALLER * body:
        return BlockKind.PARAGRAPH
    asks = paragraph.first.bold and text.rstrip().endswith("?")
    return BlockKind.PARAGRAPH if ends and not asks else BlockKind.HEADING


def _is_long(text: str) -> bool:
    return len(text) > LONGEST_HEADING


def _text(paragraph: Paragraph) -> str:
    return " ".join(line.run.text for line in paragraph.lines)


def _pieces(paragraph: Paragraph, known: frozenset[str]) -> Iterator[Piece]:
    """The words of each line, and a blank for a line end that parts words."""
    bullet = BULLET.match(paragraph.first.text)
    start = paragraph.lines[0].extent.start + (bullet.end() if bullet else 0)
    for line, following in pairwise(paragraph.lines):
        end = line_end(line.run.text, following.run.text, known)
        broken = end is LineEnd.BROKEN_WORD
        yield _piece(line.run.text, line.extent, start, line.extent.end - broken)
        if end is LineEnd.BLANK:
            yield Piece(" ", Extent(line.extent.end, following.extent.start))
        start = following.extent.start
    last = paragraph.lines[-1]
    yield _piece(last.run.text, last.extent, start, last.extent.end)


def _piece(text: str, line: Extent, start: int, end: int) -> Piece:
    return Piece(text[start - line.start : end - line.start], Extent(start, end))
