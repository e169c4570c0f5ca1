"""Smaller digits above the base line of a PDF: note calls and powers, no part of a number."""

from __future__ import annotations

from collections.abc import Sequence

from fact_cli.read.pdf_letters import Letter
from fact_cli.read.raised import RAISED

_SMALLER = (0.45, 0.8)  # times the size before; text beside a large initial is smaller still
_LOWEST = 0.12  # of the size before: how far a raised digit stands above its base line at least
_LONGEST = 3  # digits of a note call or a power; more are a figure of their own
_OPENS = "(«“[—–"
_SAME = 0.3  # points within which digits have one size and one base line


def with_raised(letters: Sequence[Letter]) -> Sequence[Letter]:
    """The letters of a run, "m2" with a raised "2" as "m²"; all are where they were."""
    found = list(letters)
    printed = [index for index, letter in enumerate(letters) if not letter.text.isspace()]
    at = 1
    while at < len(printed):
        end = at
        if _is_raised(letters[printed[at - 1]], letters[printed[at]]):
            end = _end(letters, printed, at)
        for index in printed[at:end]:
            found[index] = letters[index]._replace(text=letters[index].text.translate(RAISED))
        at = max(end, at + 1)
    return found


def _end(letters: Sequence[Letter], printed: Sequence[int], start: int) -> int:
    """Where the raised digits from ``start`` end; ``start`` where they begin raised words."""
    end = start
    while end < len(printed) and _goes_on(letters[printed[start]], letters[printed[end]]):
        if not _is_digit(letters[printed[end]]):
            return end if letters[printed[end]].text in ",-–)" else start
        end += 1
    return end if end - start <= _LONGEST else start


def _is_raised(before: Letter, letter: Letter) -> bool:
    low, high = (share * before.size for share in _SMALLER)
    return (
        _is_digit(letter)
        and before.text not in _OPENS
        and low <= letter.size <= high
        and before.base - letter.base >= _LOWEST * before.size
    )


def _goes_on(first: Letter, letter: Letter) -> bool:
    return abs(first.size - letter.size) <= _SAME and abs(first.base - letter.base) <= _SAME


def _is_digit(letter: Letter) -> bool:
    return letter.text.isascii() and letter.text.isdecimal()
