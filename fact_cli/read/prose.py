"""From decoded fields to a `Document`: composition, line ends, and the plain view."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from fact_cli.model.text import (
    Block,
    BlockKind,
    Document,
    Extent,
    OffsetMap,
    Positions,
    Published,
    Segment,
)

Cutter = Callable[[str, Extent, str], Sequence[Block]]

# What prints nothing must not cut a word or a figure in two: soft hyphens, joiners, marks of the
# direction of writing, selectors of a letter's shape. The inside of a class of characters.
INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufe00-\ufe0f\ufeff\U000e0001-\U000e01ef"
)
_CHANGED = re.compile(f"\r\n?|[{INVISIBLE}]+")

_SWAPPED = {
    "'": "’‘ʼ´`′‛",
    '"': "“”„‟″",
    "-": "‐‑‒–—―−",
    "e": "ᵉ",
    "r": "ʳ",
    "µ": "μ",  # Greek mu for the micro sign
}


@cache
def _plain_table() -> Mapping[int, str]:
    table = {ord(odd): plain for plain, odds in _SWAPPED.items() for odd in odds}
    spaces = "\t\n\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"
    table.update({ord(c): " " for c in spaces})
    table.update(dict.fromkeys(range(8192, 8203), " "))
    table.update(dict.fromkeys(range(0xE000, 0xF900), "\ufffd"))  # mentions stand in their place
    return table


def plain(text: str) -> str:
    """``text`` with each unusual apostrophe, quote, dash or space swapped for an ordinary one.

    One character for one: an offset into the result is an offset into ``text``.
    """
    return text.translate(_plain_table())


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of prose and the stretch of a source that it was read from.

    Equal lengths mean that characters correspond one to one, as in `Segment`.
    """

    text: str
    origin: Extent
    field: str = "text"


@dataclass(frozen=True, slots=True)
class Part:
    """A block as a reader of markup finds it: what it is, and its prose in order."""

    kind: BlockKind
    pieces: Sequence[Piece]


def assembled(
    path: str,
    sources: Mapping[str, str],
    parts: Iterable[Part],
    *,
    title: str | None = None,
    published: Published = Published(),
    positions: Positions = Positions.LINE,
    pages: Sequence[int] = (),
    marks: Iterable[Piece] = (),
) -> Document:
    """A document of ``parts``, a line of prose each; the rest of ``sources`` is no prose.

    ``marks`` are the comments to this program; they follow the prose, a line each.
    """
    prose = _Prose()
    blocks = [Block(part.kind, prose.add(part.pieces)) for part in parts]
    placed = [prose.add([mark]) for mark in marks]
    origins = OffsetMap(
        prose.segments or [Segment(Extent(0, 0), Extent(0, 0), next(iter(sources)))]
    )
    text = "".join(prose.written)
    return Document(
        path, sources, text, plain(text), blocks, origins, title, published, positions, pages,
        marks=placed,
    )  # fmt: skip


def document(
    path: str,
    fields: Mapping[str, str],
    cut: Cutter,
    *,
    title: str | None = None,
    published: Published = Published(),
    marks: Sequence[Piece] = (),
) -> Document:
    """A document of ``fields`` in their order, cut into blocks by ``cut(text, extent, field)``.

    ``marks`` are comments to this program in the field "text", which are no prose of it.
    """
    prose = _Prose()
    extents = [
        (name, prose.add(_without(source, name, marks if name == "text" else ())))
        for name, source in fields.items()
    ]
    placed = [prose.add([mark]) for mark in marks]
    text = "".join(prose.written)
    blocks = [block for name, extent in extents for block in cut(text, extent, name)]
    return Document(
        path, fields, text, plain(text), blocks, OffsetMap(prose.segments), title, published,
        marks=placed,
    )  # fmt: skip


def _without(source: str, field: str, marks: Sequence[Piece]) -> Iterator[Piece]:
    """``source`` but for ``marks``."""
    start = 0
    for mark in marks:
        yield Piece(source[start : mark.origin.start], Extent(start, mark.origin.start), field)
        start = mark.origin.end
    yield Piece(source[start:], Extent(start, len(source)), field)


class _Prose:
    """Prose as it is written, normalised, with the way back of each run."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.segments: list[Segment] = []
        self.length = 0

    def add(self, pieces: Iterable[Piece]) -> Extent:
        """Writes ``pieces`` on a line of their own; the extent that they have there."""
        if self.written:
            self._write("\n")
        start = self.length
        for piece in pieces:
            for run, origin in _normalised(piece):
                if run or not self.segments:
                    extent = Extent(self.length, self.length + len(run))
                    self.segments.append(Segment(extent, origin, piece.field))
                    self._write(run)
        return Extent(start, self.length)

    def _write(self, words: str) -> None:
        self.written.append(words)
        self.length += len(words)


def unchanged(text: str, cut: Cutter, *, published: Published) -> Document:
    """A document whose offsets are those of ``text`` as given, composed or not."""
    whole = Extent(0, len(text))
    origins = OffsetMap([Segment(whole, whole)])
    blocks = tuple(cut(text, whole, "text"))
    return Document("", {"text": text}, text, plain(text), blocks, origins, None, published)


def _normalised(piece: Piece) -> Iterator[tuple[str, Extent]]:
    """Runs of prose with the extent of the source that each comes from."""
    one_to_one = len(piece.text) == len(piece.origin)
    for run, within in _runs(piece.text):
        yield run, within.shifted(piece.origin.start) if one_to_one else piece.origin


def _runs(source: str) -> Iterator[tuple[str, Extent]]:
    at = 0
    for found in _CHANGED.finditer(source):
        yield from _composed(source, at, found.start())
        yield ("\n" if "\r" in found.group() else ""), Extent(*found.span())
        at = found.end()
    yield from _composed(source, at, len(source))


def _composed(source: str, start: int, end: int) -> Iterator[tuple[str, Extent]]:
    """``source[start:end]`` in NFC: unchanged runs, and each letter that was composed."""
    run = source[start:end]
    if unicodedata.is_normalized("NFC", run):
        yield run, Extent(start, end)
        return
    unchanged = at = start
    while at < end:
        after = at + 1
        while after < end and unicodedata.combining(source[after]):
            after += 1
        composed = unicodedata.normalize("NFC", source[at:after])
        if composed != source[at:after]:
            yield source[unchanged:at], Extent(unchanged, at)
            yield composed, Extent(at, after)
            unchanged = after
        at = after
    yield source[unchanged:end], Extent(unchanged, end)
