"""Markdown as sites and editors write it, with or without front matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import BinaryIO

from fact_cli.errors import InputError
from fact_cli.model.text import BlockKind, Document, Extent, Origin, Published
from fact_cli.read.decode import decode
from fact_cli.read.front_matter import FrontMatter, front_matter
from fact_cli.read.limits import whole
from fact_cli.read.markdown_blocks import parts, words_of
from fact_cli.read.markdown_masks import masked
from fact_cli.read.marks import marks_in
from fact_cli.read.prose import Part, assembled
from fact_cli.read.roles import with_roles

FRONT = 3  # blocks that may stand before the heading that is the title: a picture, a byline


def read(name: str, stream: BinaryIO) -> Iterator[Document | InputError]:
    source = decode(name, whole(name, stream))
    front = front_matter(source)
    published = Published(front.date, Origin.METADATA) if front.date else Published()
    body, comments = _body(source, front.end)
    marks = marks_in(source, comments)
    blocks = _in_order(front, body)
    yield with_roles(assembled(name, {"text": source}, blocks, published=published, marks=marks))


def _body(source: str, start: int) -> tuple[list[Part], Sequence[Extent]]:
    """The blocks of the text from ``start`` on, in its order, and its comments."""
    text = masked(source, start)
    comments: list[Extent] = []
    found = parts(source, text.text, Extent(start, len(source)), comments=comments)
    for extent, kind in text.asides:
        found += parts(source, source, extent, kind)
    found.sort(key=lambda part: part.pieces[0].origin.start)
    kept = [part for part, following in pairwise(found) if not _is_same_caption(part, following)]
    return [*kept, *found[-1:]], comments


def _in_order(front: FrontMatter, body: Sequence[Part]) -> Iterator[Part]:
    """Title, standfirst, body; the title and the standfirst once, wherever else they stand."""
    title = front.title or next((p for p in body[: FRONT + 1] if p.kind is BlockKind.TITLE), None)
    if title is not None:
        yield title
    if front.standfirst is not None and not _is_repeated(front.standfirst, title, body):
        yield front.standfirst
    for part in body:
        if part.kind is not BlockKind.TITLE:
            yield part
        elif part is not title and (title is None or _letters(part) != _letters(title)):
            yield Part(BlockKind.HEADING, part.pieces)


def _is_same_caption(part: Part, following: Part) -> bool:
    """Whether ``part`` stands for a picture with the words of its caption, as systems do."""
    return part.kind is following.kind is BlockKind.CAPTION and _letters(part) == _letters(
        following
    )


def _is_repeated(standfirst: Part, title: Part | None, body: Sequence[Part]) -> bool:
    """Whether ``standfirst`` is the title, or the beginning of the first paragraph, once more."""
    words = _letters(standfirst)
    first = next((part for part in body if part.kind is BlockKind.PARAGRAPH), None)
    begins = first is not None and _letters(first).startswith(words)
    return begins or (title is not None and _letters(title) == words)


def _letters(part: Part) -> str:
    """The letters and figures of a part, by which it is known again."""
    return "".join(letter for letter in words_of(part).casefold() if letter.isalnum())
