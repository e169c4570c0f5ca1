"""Ranks in digits and in Roman letters: "1er", "2e", "3ème", "XIXe"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.model.text import Extent

_ENDING = re.compile(
    r"(?: ?er|ers| ?re|res|[eè]re|[eè]res|e|es|i?[eè]me|i?[eè]mes|nd|nde|nds|(?<=2)de"
    r"| e(?= (?:[^\W\d_]{3}|et \d)))(?!\w)"
)
_ROMAN = re.compile(
    r"(?P<roman>[IVXL](?<!\w[IVXL])(?:(?<=[IVX])[IVX]{0,5}|(?:(?<=X)L|(?<=L)X{0,3})[IVX]{0,4}))"
    r"(?:er|e|i?[eè]me)(?!\w)"
)
_NO_ROMAN = {"L"}  # "Le" is a word
_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50}


def ordinal_end(plain: str, at: int) -> int | None:
    """Where the ending of "1er", "18 e" or "3ème" stops; None where there is none at ``at``."""
    found = _ENDING.match(plain, at)
    return None if found is None else found.end()


def roman_ordinals(plain: str, extent: Extent) -> Iterator[tuple[Extent, int]]:
    """ "Ve République", "XIXe siècle": up to L, since "Ce" and "De" are words."""
    for match in _ROMAN.finditer(plain, extent.start, extent.end):
        if match["roman"] in _NO_ROMAN:
            continue
        digits = [_DIGITS[letter] for letter in match["roman"]]
        yield (
            Extent(*match.span()),
            sum(-digit if digit < max(digits[i:]) else digit for i, digit in enumerate(digits)),
        )
