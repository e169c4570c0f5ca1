"""Numbers in digits: groups of three, decimals, signs, ranks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from fact_cli.model.text import Extent
from fact_cli.scan.fractions import (
    GLYPHS,
    fraction_after,
    fraction_at,
    fraction_step,
    power_after,
)
from fact_cli.scan.number import Number
from fact_cli.scan.ordinals import ordinal_end

# A figure in groups of three ("1 400", "1.400", "220'000"), or any other run of digits;
# not inside a word, an identifier ("Covid-19") or a longer chain of digits.
_DIGITS = re.compile(
    r"(?:(?<![\w.,/])|(?<=\b(?:EUR|USD|GBP|CHF|CAD)))"
    r"(?:(?<![^\W\d_]-)|(?<=\bmi-))(?P<sign>[-+] ?)?"
    r"(?:(?P<grouped>\d{1,3}(?P<sep>[ '.])\d{3}(?:(?P=sep)\d{3})*)(?!\d)"
    r"|(?P<plain>\d+)|(?=,\d)"
    rf"|(?=[{''.join(GLYPHS)}]))"
    r"(?:[,.](?P<decimals>\d+))?"
)
_SIGNED_BEHIND = ("(", "; ", " à ", " de ", "soit ")
_PERCENT = re.compile(r" ?(?:%|pour cent|points?\b|pts?\b)")
_COLD_BEHIND = (
    *_SIGNED_BEHIND, " et ", " des ", " est ", " entre ", " atteint ", " fait ", ", ", ": ",
)  # fmt: skip
_DEGREES = re.compile(r" ?(?:°|º|degrés? (?:C\b|F\b|celsius|fahrenheit))")
_DIGIT = re.compile(rf"[\d{''.join(GLYPHS)}]")  # what every such figure holds
_NAME_GOES_ON = re.compile(r"-[A-ZÀ-Þ](?![a-zà-ÿ])")  # "4-MBC", not "14-Juillet"
AHEAD = 3  # characters before the first digit: a sign, a space, a comma
LONGEST = 20  # characters: a longer run of digits is a code


def numbers_in_digits(plain: str, extent: Extent) -> Iterator[Number]:
    """The numbers in digits within ``extent``, multipliers behind them left aside."""
    digit = _DIGIT.search(plain, extent.start, extent.end)
    if digit is None:
        return
    start = max(extent.start, digit.start() - AHEAD)
    matches = list(_DIGITS.finditer(plain, start, extent.end))
    points = _decimal_points(matches)
    for match in matches:
        number = _figure(plain, match, points=points)
        if number is not None:
            yield number


def _figure(plain: str, match: re.Match[str], *, points: bool) -> Number | None:
    """The number in ``match``; None for an identifier or a chain such as 12.3.4.

    ``points`` tells that the sentence writes its decimals with a point.
    """
    end = match.end()
    if end - match.start() > LONGEST or _NAME_GOES_ON.match(plain, end):
        return None
    if plain[end : end + 1] in {".", ","} and plain[end + 1 : end + 2].isdigit():
        return None
    digits = match["grouped"] or match["plain"] or "0"
    whole = re.sub(r"[ '.]", "", digits)
    if match["sep"] == "." and (whole.startswith("0") or (points and digits.count(".") == 1)):
        whole, decimals = digits.split(".", 1)
    else:
        decimals = match["decimals"] or ""
    value, step = Decimal(f"{whole}.{decimals}" if decimals else whole), Decimal(1)
    step, exact = step.scaleb(-len(decimals)), not decimals
    part = None if decimals else _part(plain, match, digits)
    power = None if part else power_after(plain, end, decimals=bool(decimals))
    if part is not None:
        value, end, exact = part[0], part[1], False
        step = fraction_step(value % 1)
    elif power is not None:
        value, step, end, exact = value * power[0], step * power[0], power[1], False
    ordinal = None if part or power else ordinal_end(plain, end)
    sign = (match["sign"] or "").strip()
    start = match.start()
    if sign == "-" and start > 0 and not _is_minus(plain, start, end):
        sign, start = "", match.start("grouped" if match["grouped"] else "plain")
    return Number(
        Extent(start, ordinal or end),
        -value if sign == "-" else value,
        step,
        whole=exact,
        digits=plain[match.start() : end] if part else digits,
        grouped=bool(match["grouped"]),
        ordinal=ordinal is not None,
    )


def _is_minus(plain: str, start: int, end: int) -> bool:
    """Whether the stroke at ``start`` is a sign: no hyphen of a word, no dash of the sentence.

    Apart from its figure it is one only where a percentage or a temperature cannot follow a dash:
    "(- 20,8 %)", "jusqu'à - 12 °C".
    """
    if plain[start - 1].isalnum():
        return False
    if plain[start + 1] != " ":
        return True
    behind, unit = _SIGNED_BEHIND, _PERCENT
    if _DEGREES.match(plain, end):
        behind, unit = _COLD_BEHIND, _DEGREES
    return plain.endswith(behind, 0, start) and unit.match(plain, end) is not None


def _part(plain: str, match: re.Match[str], digits: str) -> tuple[Decimal, int] | None:
    """The value with a fraction of one, "2 ½", or the fraction alone, "1/4", and its end."""
    if match["plain"]:
        alone = fraction_at(plain, match.end(), digits)
        if alone is not None:
            return alone
    more = fraction_after(plain, match.end(), digits)
    return None if more is None else (Decimal(re.sub(r"[ '.]", "", digits)) + more[0], more[1])


def _decimal_points(matches: Sequence[re.Match[str]]) -> bool:
    """Whether figures such as "335.5" and no "335,5" show that "208.572" is a decimal too."""
    marks = {match.group()[-len(match["decimals"]) - 1] for match in matches if match["decimals"]}
    return marks == {"."}
