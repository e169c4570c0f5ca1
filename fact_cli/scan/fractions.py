"""Fractions and powers of ten in digits: "2 ½", "1/4", "10 1/2", "1,2e6", "3 × 10⁹"."""

from __future__ import annotations

import re
from decimal import Decimal

GLYPHS = {
    glyph: Decimal(part) / whole
    for whole, glyphs in {
        2: {"½": 1}, 3: {"⅓": 1, "⅔": 2}, 4: {"¼": 1, "¾": 3}, 5: {"⅕": 1, "⅖": 2, "⅗": 3, "⅘": 4},
        6: {"⅙": 1, "⅚": 5}, 8: {"⅛": 1, "⅜": 3, "⅝": 5, "⅞": 7},
    }.items()
    for glyph, part in glyphs.items()
}  # fmt: skip
_HALVES = (Decimal("0.5"), Decimal("0.25"), Decimal("0.75"))
_GLYPH = re.compile(f" ?([{''.join(GLYPHS)}])")
# Behind a whole number and before a noun; "en 2019 1/4 des élèves" are two numbers.
_MIXED = re.compile(r" ([1-7])/([2-58])(?= [^\W\d_]{2,})(?! (?:de|des|du)\b)")
_ALONE = re.compile(r"/([2-58]|10)(?![\d/,.])")
_POWER = re.compile(
    r"(?:(?P<e>[eE])(?P<written>[-+]?\d{1,2})|(?:\^(?P<power>-?\d{1,2})|(?P<raised>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})))"
    r"(?!\w)"
)
_TIMES_TEN = re.compile(r" ?[×x·] ?10(?=[\^⁻⁰¹²³⁴⁵⁶⁷⁸⁹])")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
LONGEST_WHOLE = 3  # digits of a number that a written fraction may follow


def fraction_after(plain: str, at: int, digits: str) -> tuple[Decimal, int] | None:
    """The fraction of one that follows the whole number ``digits`` at ``at``, and its end."""
    found = _GLYPH.match(plain, at)
    if found is not None:
        return GLYPHS[found.group(1)], found.end()
    found = _MIXED.match(plain, at)
    if found is None or len(digits) > LONGEST_WHOLE or int(found[1]) >= int(found[2]):
        return None
    return Decimal(found[1]) / Decimal(found[2]), found.end()


def fraction_at(plain: str, at: int, digits: str) -> tuple[Decimal, int] | None:
    """The fraction that ``digits`` begin, "1/4", and its end; not a date or a score."""
    found = _ALONE.match(plain, at)
    if found is None or len(digits) > 1 or not 0 < int(digits) < int(found[1]):
        return None
    return Decimal(digits) / Decimal(found[1]), found.end()


def power_after(plain: str, at: int, *, decimals: bool) -> tuple[Decimal, int] | None:
    """The power of ten that follows at ``at``, as a factor, and its end.

    "e" is one only behind decimals, since "3e" is a rank.
    """
    ten = _TIMES_TEN.match(plain, at)
    found = _POWER.match(plain, at if ten is None else ten.end())
    if found is None or (found["e"] is None) != (ten is not None) or not (ten or decimals):
        return None
    exponent = found["written"] or found["power"] or found["raised"].translate(_LOWERED)
    return Decimal(1).scaleb(int(exponent)), found.end()


def fraction_step(part: Decimal) -> Decimal:
    """The precision of a number that ends in a fraction: a tenth, or less for a third."""
    return Decimal("0.1") if part in _HALVES else Decimal("0.01")
