"""Collects the blocks of markup as a reader meets them, with white space as markup means it."""

from __future__ import annotations

import re

from fact_cli.model.text import BlockKind, Extent
from fact_cli.read.prose import Part, Piece

_SPACES = " \t\n\r\f"  # what markup collapses; a no-break space is prose
_GAP = re.compile(rf"[{_SPACES}]{{2,}}|[\t\n\r\f]")  # all but a lone space
_WORD = re.compile(rf"[^{_SPACES}]")


class Blocks:
    """Blocks in the order in which they are ended; ``parts`` holds those that have words.

    A run of white space is one space, none at either end of a block. ``source`` is the
    field called ``field``; all offsets count in it.
    """

    def __init__(self, source: str, field: str = "text") -> None:
        self.source = source
        self.field = field
        self.parts: list[Part] = []
        self._pieces: list[Piece] = []
        self._space: Extent | None = None

    def words(self, start: int, end: int) -> None:
        """Adds ``source[start:end]`` as it stands."""
        found = _WORD.search(self.source, start, end)
        first = end if found is None else found.start()
        if start < first:
            self.gap(start, first)
        last = first + len(self.source[first:end].rstrip(_SPACES))
        at = first
        for gap in _GAP.finditer(self.source, first, last):
            self._add(self.source[at : gap.start()], Extent(at, gap.start()))
            self.gap(*gap.span())
            at = gap.end()
        self._add(self.source[at:last], Extent(at, last))
        if first <= last < end:
            self.gap(last, end)

    def put(self, words: str, start: int, end: int) -> None:
        """Adds ``words``, for which ``source[start:end]`` stands: an entity, an escape."""
        if words and not words.strip(_SPACES):
            self.gap(start, end)
        else:
            self._add(words, Extent(start, end))

    def gap(self, start: int, end: int) -> None:
        """Adds a space, for which ``source[start:end]`` stands."""
        self._space = self._space or Extent(start, end)

    def end(self, kind: BlockKind) -> bool:
        """Ends a block; whether it had any words. What follows is another one."""
        pieces, self._pieces, self._space = self._pieces, [], None
        if pieces:
            self.parts.append(Part(kind, pieces))
        return bool(pieces)

    def drop(self) -> None:
        """Forgets what was added since the last block ended."""
        self._pieces, self._space = [], None

    def _add(self, words: str, origin: Extent) -> None:
        if not words:
            return
        if self._space is not None and self._pieces:
            self._pieces.append(Piece(" ", self._space, self.field))
        self._space = None
        self._pieces.append(Piece(words, origin, self.field))
