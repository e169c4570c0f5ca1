"""Offsets into UTF-8 bytes as offsets into text: parsers written in Rust count bytes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

_WIDE = re.compile(r"[^\x00-\x7f]")


def from_bytes(text: str) -> Callable[[int], int]:
    """A function that takes offsets into ``text`` as UTF-8 to code points of ``text``.

    An offset must lie between two characters.
    """
    after: list[int] = []  # offsets in bytes behind each wide character
    surplus = [0]  # bytes that are no characters of their own, up to there
    for found in _WIDE.finditer(text):
        extra = len(found.group().encode()) - 1
        after.append(found.end() + surplus[-1] + extra)
        surplus.append(surplus[-1] + extra)
    return lambda offset: offset - surplus[bisect_right(after, offset)]
