"""A stretch of text with its mentions collapsed to one character each.

Phrases are matched on this line as ordinary regular expressions: a mention is a private
character that tells its kinds, everything else is the text in lower case. Offsets lead
back to the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from fact_cli.lang.words import fold, lower

FIRST_PRIVATE = 0xE000

_WORD = re.compile(r"[^\W\d_]+|[\ue000-\uf8ff]")
_ACCENT = re.compile("[\u00c0-\u024f]")


@dataclass(frozen=True, slots=True)
class Item:
    """Something found in the text that a phrase may name by one of its ``kinds``.

    ``start`` and ``end`` (not included) are offsets into the text of the line's source;
    ``value`` is what was read: a number, a table entry, a mention.
    """

    start: int
    end: int
    kinds: frozenset[str]
    value: object


class Alphabet:
    """One private character for each set of kinds that an item can have."""

    def __init__(self, kind_sets: Iterable[frozenset[str]]) -> None:
        ordered = sorted(set(kind_sets), key=sorted)
        self._characters = {kinds: chr(FIRST_PRIVATE + n) for n, kinds in enumerate(ordered)}

    def character(self, kinds: frozenset[str]) -> str:
        return self._characters[kinds]

    def characters(self, kinds: Sequence[str]) -> list[str]:
        """The characters of all items that have at least one of ``kinds``."""
        wanted = set(kinds)
        return [c for has, c in self._characters.items() if has & wanted]

    def character_class(self, kinds: Sequence[str]) -> str:
        """A regular expression for one item of one of ``kinds``; raises on an unknown kind."""
        found = self.characters(kinds)
        if not found:
            raise KeyError(f"no item can be of kind {'|'.join(kinds)}")
        return f"[{''.join(found)}]"


class Line:
    """``text[start:end]`` in lower case, each of ``items`` collapsed to its character.

    ``items`` are in text order and lie inside; one that begins inside the one before is left
    out, for two characters cannot stand at one place.
    """

    def __init__(
        self, text: str, start: int, end: int, items: Sequence[Item], alphabet: Alphabet
    ) -> None:
        items = _apart(items)
        low = lower(text[start:end])
        pieces: list[str] = []
        here: list[int] = []
        length = 0
        at = start
        self._back = [(0, start)]
        for item in items:
            pieces.append(low[at - start : item.start - start])
            length += item.start - at
            here.append(length)
            pieces.append(alphabet.character(item.kinds))
            length += 1
            self._back.append((length, item.end))
            at = item.end
        pieces.append(low[at - start :])
        self.items = items
        self._here = here
        self._line_starts = [position for position, _ in self._back]
        raw = "".join(pieces)
        letters = text[start:end]
        self.folded = letters.isascii() or letters.isupper() or not has_accent(raw)
        self.text = fold(raw) if self.folded else raw

    @cached_property
    def tokens(self) -> frozenset[str]:
        """The words and item characters that stand in the line."""
        return frozenset(_WORD.findall(self.text))

    def item_at(self, position: int) -> Item:
        """The item whose character stands at ``position`` of the line."""
        return self.items[bisect_right(self._here, position) - 1]

    def offset(self, position: int) -> int:
        """The offset in the text at which ``position`` of the line starts."""
        index = bisect_right(self._line_starts, position) - 1
        at, offset = self._back[index]
        following = bisect_right(self._here, position) - 1
        if following >= 0 and self._here[following] == position:
            return self.items[following].start
        return offset + position - at

    def end_offset(self, position: int) -> int:
        """The offset in the text at which the character before ``position`` ends."""
        index = bisect_right(self._line_starts, position) - 1
        at, offset = self._back[index]
        return offset + position - at


def _apart(items: Sequence[Item]) -> list[Item]:
    kept: list[Item] = []
    for item in items:
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept


def has_accent(text: str) -> bool:
    """Whether ``text`` holds an accented letter, private characters aside."""
    return _ACCENT.search(text) is not None
