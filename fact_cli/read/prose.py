"""From decoded fields to a `Document`: composition, line ends, and the plain view."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from fact_cli.model.text import Block, Document, Extent, OffsetMap, Published, Segment

Cutter = Callable[[str, Extent, str], Sequence[Block]]

# Characters that print nothing: a soft hyphen or a joiner must not cut a word in two.
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_CHANGED = re.compile(f"\r\n?|[{_INVISIBLE}]+")

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


def document(
    path: str,
    fields: Mapping[str, str],
    cut: Cutter,
    *,
    title: str | None = None,
    published: Published = Published(),
) -> Document:
    """A document of ``fields`` in their order, cut into blocks by ``cut(text, extent, field)``."""
    pieces: list[str] = []
    segments: list[Segment] = []
    extents: list[tuple[str, Extent]] = []
    length = 0
    for name, source in fields.items():
        if pieces:
            pieces.append("\n")
            length += 1
        start = length
        for piece, origin in _normalised(source):
            if piece or not segments:
                segments.append(Segment(Extent(length, length + len(piece)), origin, name))
                pieces.append(piece)
                length += len(piece)
        extents.append((name, Extent(start, length)))
    text = "".join(pieces)
    blocks = [block for name, extent in extents for block in cut(text, extent, name)]
    return Document(
        path, fields, text, plain(text), tuple(blocks), OffsetMap(segments), title, published
    )


def unchanged(text: str, cut: Cutter, *, published: Published) -> Document:
    """A document whose offsets are those of ``text`` as given, composed or not."""
    whole = Extent(0, len(text))
    origins = OffsetMap([Segment(whole, whole)])
    blocks = tuple(cut(text, whole, "text"))
    return Document("", {"text": text}, text, plain(text), blocks, origins, None, published)


def _normalised(source: str) -> Iterator[tuple[str, Extent]]:
    """Runs of prose with the extent of ``source`` that each comes from."""
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
