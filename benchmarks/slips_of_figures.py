"""Misprints of figures in digits, as people make them, and how far off they are."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from itertools import pairwise

DIGITS = re.compile(r"\d[\d.,\u00a0\u202f ]*\d|\d")


def misprints(printed: str, draw: random.Random) -> Mapping[str, str]:
    """``printed`` with each kind of slip that is possible in it."""
    places = [i for i, char in enumerate(printed) if char.isdigit()]
    one = draw.choice([i for i in places if i > 0 or printed[i] != "1"] or places)
    found = {
        "digit": _with(printed, one, draw.choice([d for d in "123456789" if d != printed[one]]))
    }
    last = places[-1]
    found["one off"] = _with(printed, last, str((int(printed[last]) + 1) % 10))
    pairs = [(a, b) for a, b in pairwise(places) if printed[a] != printed[b]]
    pairs = [pair for pair in pairs if not (pair[0] == places[0] and printed[pair[1]] == "0")]
    if pairs:
        a, b = draw.choice(pairs)
        found["swap"] = _with(_with(printed, a, printed[b]), b, printed[a])
    if "," not in printed:
        found["×10"], found["×1000"] = _times(printed, "0"), _times(printed, "000")
    return found


def _with(text: str, place: int, char: str) -> str:
    return text[:place] + char + text[place + 1 :]


def _times(printed: str, zeros: str) -> str:
    """``printed`` with zeros, in groups of three where it is printed so."""
    digits = "".join(char for char in printed if char.isdigit()) + zeros
    separator = next((char for char in printed if not char.isdigit()), "")
    groups = [digits[max(0, end - 3) : end] for end in range(len(digits), 0, -3)]
    return separator.join(groups[::-1])


def factor(printed: str, wrong: str) -> Decimal | None:
    """How many times as much ``wrong`` is; None where that is unknown."""
    one, other = value(printed), value(wrong)
    return other / one if one and other is not None else None


def is_another_digit(printed: str, wrong: str) -> bool:
    """Whether ``wrong`` is farther off than half a step of the last digit that is no zero."""
    one, other = value(printed), value(wrong)
    if one is None or other is None:
        return True
    zeros = len(printed) - len(printed.rstrip("0")) if "," not in printed else 0
    decimals = len(printed.partition(",")[2])
    step = Decimal(10) ** (zeros if zeros >= 2 else -decimals)
    return abs(one - other) > step / 2


def value(text: str) -> Decimal | None:
    plain = re.sub(r"[ .\u00a0\u202f]", "", text).replace(",", ".")
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None
