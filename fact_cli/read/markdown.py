"""Markdown as sites and editors write it, with or without front matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from fact_cli.errors import InputError
from fact_cli.model.text import BlockKind, Document, Extent, Origin, Published
from fact_cli.read.decode import decode
from fact_cli.read.front_matter import FrontMatter, front_matter
from fact_cli.read.limits import whole
from fact_cli.read.markdown_blocks import parts
from fact_cli.read.markdown_masks import masked
from fact_cli.read.prose import Part, assembled
from fact_cli.read.roles import with_roles

FRONT = 3  # blocks that may stand before the heading that is the title: a picture, a byline


def read(name: str, stream: BinaryIO) -> Iterator[Document | InputError]:
    source = decode(name, whole(name, stream))
    front = front_matter(source)
    published = Published(front.date, Origin.METADATA) if front.date else Published()
    blocks = _in_order(front, _body(source, front.end))
    yield with_roles(assembled(name, {"text": source}, blocks, published=published))


def _body(source: str, start: int) -> list[Part]:
    """The blocks of the text from ``start`` on, in its order."""
    text = masked(source, start)
    found = parts(source, text.text, Extent(start, len(source)))
    for extent, kind in text.asides:
        found += parts(source, source, extent, kind)
    return sorted(found, key=lambda part: part.pieces[0].origin.start)


def _in_order(front: FrontMatter, body: Sequence[Part]) -> Iterator[Part]:
    """Title, standfirst, body; the title and the standfirst once, wherever else they stand."""
    title = front.title or next((p for p in body[: FRONT + 1] if p.kind is BlockKind.TITLE), None)
    if title is not None:
        yield title
    if front.standfirst is not None and not _begins_body(front.standfirst, body):
        yield front.standfirst
    for part in body:
        if part.kind is not BlockKind.TITLE:
            yield part
        elif part is not title and (title is None or _letters(part) != _letters(title)):
            yield Part(BlockKind.HEADING, part.pieces)


def _begins_body(standfirst: Part, body: Sequence[Part]) -> bool:
    """Whether ``standfirst`` is the first paragraph once more, or its beginning."""
    first = next((part for part in body if part.kind is BlockKind.PARAGRAPH), None)
    return first is not None and _letters(first).startswith(_letters(standfirst))


def _letters(part: Part) -> str:
    """The letters and figures of a part, by which it is known again."""
    words = "".join(piece.text for piece in part.pieces)
    return "".join(letter for letter in words.casefold() if letter.isalnum())
