"""Whether two values give something so near what is told of a change that they are the ones."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from fact_cli.model.bounds import quotient
from fact_cli.model.changes import Change
from fact_cli.model.figures import Difference, Direction
from fact_cli.model.mention import QuantityKind
from fact_cli.model.multiples import Ratio
from fact_cli.model.slips import Slip, digits_of, slip_between
from fact_cli.relate.neighbours import printed

NEAR_CHANGE = (Decimal("0.4"), Decimal("2.5"))  # a change so near the stated is the one meant
NEAR_CHANGE_OF_SHARE = (Decimal("0.7"), Decimal("1.4"))  # told in points as a rule
FAR = Decimal(5)
FARTHEST = Decimal(11)  # a zero lost, and the rounding
PRECISE = 2  # digits of a change from which its size is no chance
_THAN_THEN = re.compile(
    r" (?:plus|moins|davantage)\b[^.;:,()\d]{0,25} qu(?:e |')"
    r"(?:en|l'an|il y a|au|à|avant|dans|sur)\b"
)
POWERS = tuple(Decimal(10) ** power for power in (-3, -1, 1, 3))
SHIFTED = Decimal("0.06")  # by which a multiple may be off ten times what is told
NEAR_RATIO = (Decimal("0.6"), Decimal("1.7"))


def is_plausible(found: Change | Ratio | Difference | Direction) -> bool:
    """Whether the two values give something near what is told, so that they are the ones."""
    match found:
        case Change() if found.is_known_mistake:
            return True
        case Change():
            exact = found.exact_percent
            told = found.claimed(loose=False)
            if exact is None or not told.ends:
                return False
            if _is_turned(found):
                return True
            near = quotient(exact, sum(told.ends, Decimal(0)) / len(told.ends))
            shares = found.before.kind is QuantityKind.PERCENT
            if shares and found.points(loose=False).meets(found.claimed(loose=False)):
                return True
            low, high = NEAR_CHANGE_OF_SHARE if shares else NEAR_CHANGE
        case Ratio(whole, times, base):
            times_value = quotient(whole.value, base.value)
            near = quotient(times_value, times.value)
            low, high = NEAR_RATIO
        case Difference():
            told = abs(found.stated.value or Decimal(0))
            near = None if found.exact is None else quotient(abs(found.exact), told)
            low, high = NEAR_CHANGE
        case _:
            return False
    return near is not None and low <= near <= high


def _is_turned(change: Change) -> bool:
    """Whether two values give what is told but for its direction, to two digits or more."""
    value, step = printed(change.stated)
    return digits_of(value, step) >= PRECISE and replace(change, way=-change.way).holds


def is_meant(found: Ratio, plain: str) -> bool:
    """Whether a multiple is that of its two values, or ten or a thousand times off.

    One that tells of an earlier time, "quinze fois plus qu'en 2021", is of another value.
    """
    if is_plausible(found):
        return True
    near = quotient(quotient(found.whole.value, found.base.value), found.times.value)
    if near is None or _THAN_THEN.match(plain, found.times.extent.end):
        return False
    return any(abs(near / factor - 1) <= SHIFTED for factor in POWERS)


def is_slip(found: Change | Ratio | Difference | Direction) -> bool:
    """Whether what is told is what the two values give, but for a digit lost or a decimal point.

    A digit that is another one is no proof: figures of two digits often lie so near by chance.
    """
    if isinstance(found, Ratio | Direction):
        return False
    exact = found.exact_percent if isinstance(found, Change) else found.exact
    told = found.stated.value
    if exact is None or not told or found.stated.kind is QuantityKind.RATIO:
        return False
    return slip_between(abs(told), abs(exact), found.stated.step) in {
        Slip.DROP,
        Slip.FACTOR,
        Slip.SWAP,
    }


def is_absurd(found: Change | Ratio | Difference | Direction) -> bool:
    """Whether the two values are so far from what is told that they are other things'.

    A change ten times as large as told may be a lost zero.
    """
    if isinstance(found, Change):
        exact, told = found.exact_percent, found.claimed(loose=False)
        middle = sum(told.ends, Decimal(0)) / len(told.ends) if told.ends else None
        apart = quotient(exact, middle)
        return apart is not None and not -FAR <= apart <= FARTHEST
    if not isinstance(found, Ratio):
        return False
    near = quotient(quotient(found.whole.value, found.base.value), found.times.value)
    return near is not None and not 1 / FAR <= near <= FAR
