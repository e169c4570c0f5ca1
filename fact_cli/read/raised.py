"""Raised figures: a note call, a power, a square metre, none of which may join a number."""

from __future__ import annotations

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(words: str) -> str | None:
    """``words`` in raised figures: "⁶" for "6"; None for what is more than figures."""
    return words.translate(RAISED) if words.isascii() and words.isdecimal() else None
