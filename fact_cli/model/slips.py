"""How a printed figure goes wrong: one digit, two swapped, one lost, a factor of ten.

A printed result that differs from the computed one by a single slip is evidence that the
operands were the right ones: figures that have nothing to do with each other lie one slip
apart in about 20 % of cases with two digits, 3 % with three, 0.4 % with four, 0.05 % with five
(simulated over uniform pairs of equal length; the test repeats it).
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

LONG = 5  # digits from which one slip by chance is rarer than one in a thousand
PRECISE = 4  # digits from which the same value, or a thousandfold, is no chance
FAR = Decimal("2.5")  # times; farther off lay 1 % of 1,500 results known to be wrong
_LARGE = {Decimal(1000), Decimal(1_000_000)}


class Slip(StrEnum):
    DIGIT = "digit"
    SWAP = "swap"
    DROP = "drop"
    FACTOR = "factor"


def slip_between(printed: Decimal, computed: Decimal, step: Decimal) -> Slip | None:
    """The single slip that makes ``computed`` of ``printed``; None where there is none.

    Both are compared at the precision of ``printed``, whose last digit counts ``step``.
    """
    if printed == 0 or computed == 0 or (printed < 0) != (computed < 0):
        return None
    if thousandfold(printed, computed, step) or _times_ten(printed, computed, step):
        return Slip.FACTOR
    one, other = _digits(printed, step), _digits(computed, step)
    if _off_by_one_in_one_place(one, other):
        return Slip.DIGIT
    if one == other or max(len(one), len(other)) < 2:
        return None
    if len(one) == len(other):
        return _same_length(one, other)
    short, long = sorted((one, other), key=len)
    dropped = (long[:i] + long[i + 1 :] for i in range(len(long)))
    return Slip.DROP if len(long) == len(short) + 1 and short in dropped else None


def is_far(printed: Decimal, computed: Decimal, step: Decimal, sure: int = 0) -> bool:
    """Whether no usual mistake lies between the two, so that they are of different things.

    A result that somebody got wrong is off by a slip or by less than ``FAR`` times. Another digit
    is a slip in figures of ``sure`` digits and more.
    """
    told, found = abs(printed), abs(computed)
    if max(told, found) <= FAR * min(told, found):
        return False
    slip = slip_between(told, found, step)
    return slip is None or (slip is Slip.DIGIT and digits_of(told, step) < sure)


def thousandfold(printed: Decimal, computed: Decimal, step: Decimal) -> bool:
    """Whether million was written for milliard, or kilo for tonne."""
    return any(
        abs(printed * factor - computed) <= step * factor
        or abs(printed / factor - computed) <= step / factor
        for factor in _LARGE
    )


def digits_of(value: Decimal, step: Decimal) -> int:
    """How many significant digits a figure has; the zeros at its end tell nothing."""
    return len(_digits(value, step).rstrip("0"))


def _off_by_one_in_one_place(one: str, other: str) -> bool:
    """Whether a digit is one off, with its carry: 93 for 103."""
    apart = str(abs(int(one) - int(other)))
    return apart.rstrip("0") == "1" and max(len(one), len(other)) > len(apart)


def _times_ten(printed: Decimal, computed: Decimal, step: Decimal) -> bool:
    return any(
        abs(printed * factor - computed) <= step * factor / 2
        or abs(printed / factor - computed) <= step / factor
        for factor in (Decimal(10), Decimal(100))
    )


def _digits(value: Decimal, step: Decimal) -> str:
    return f"{abs((value / step).to_integral_value()):f}"


def _same_length(one: str, other: str) -> Slip | None:
    differ = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(differ) == 1:
        return Slip.DIGIT
    if len(differ) == 2 and differ[1] == differ[0] + 1:
        first, second = differ
        return Slip.SWAP if (one[first], one[second]) == (other[second], other[first]) else None
    return None
