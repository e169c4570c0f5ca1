"""What two values tell by themselves: a slip apart, close, of one size, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from fact_cli.model.bounds import quotient
from fact_cli.model.finding import Message
from fact_cli.model.lapse import Unit
from fact_cli.model.mention import Quantity
from fact_cli.model.same import Reason
from fact_cli.model.slips import Slip, digits_of, slip_between
from fact_cli.relate.neighbours import NUMBERS

RARE = 3  # weight of values so alike that chance is no explanation
Spread = tuple[Decimal, Decimal]  # of the one value as a multiple of the other
FEW = 5  # smaller numbers are told of everything
LEAST_DIGITS = 3  # of a figure, so that a slip is no chance
NEAR = (Decimal("0.48"), Decimal("2.1"))
CLOSE = (Decimal("0.75"), Decimal("1.34"))


def reason(fr: str, en: str, by: int) -> Reason:
    return Reason(Message(fr, en), by)


def weight(reasons: Sequence[Reason]) -> int:
    return sum(one.weight for one in reasons)


def near(
    one: Quantity,
    other: Quantity,
    few: int = FEW,
    *,
    spread: Spread = NEAR,
    tenfold: bool = False,
    known: bool = False,
) -> list[Reason]:
    """What the two values tell: hedged both ways, a slip apart, close; nothing where far apart.

    Where the second is told as ``known``, a slip holds them together however far apart.
    """
    if one.value is None or other.value is None:
        return []
    if (one.kind in NUMBERS or one.unit == Unit.DAYS.value) and min(one.value, other.value) < few:
        return []
    if one.value == other.value:
        return [reason("bornes opposées", "opposite bounds", 4)]
    sizes = sorted(digits_of(each.value or Decimal(0), each.step) for each in (one, other))
    if _thousandfold(one, other):
        return [reason("mille fois l’autre", "a thousandfold", RARE)]
    slip = slip_of(one, other)
    least = min(one.value / one.step, other.value / other.step)
    digits = sizes[1] if slip is Slip.DROP and least >= 100 else sizes[0]
    if slip is not None and digits >= (2 if slip is Slip.SWAP else LEAST_DIGITS):
        rare = 3 if digits > LEAST_DIGITS or slip is Slip.SWAP else 2
        return [reason("à une faute de frappe près", "one slip apart", rare)]
    if slip is Slip.FACTOR and sizes[0] > 1:
        return [reason("à un facteur dix près", "a factor of ten apart", 1)]
    ratio = quotient(other.value, one.value)
    if ratio is not None and CLOSE[0] <= ratio <= CLOSE[1]:
        return [reason("valeurs voisines", "close values", 1)]
    if known and slip in {Slip.DIGIT, Slip.DROP} and sizes[1] > 1:
        return [reason("à une faute de frappe près", "one slip apart", 0)]
    low, high = spread
    if ratio is not None and (low <= ratio <= high or (tenfold and is_power_of_ten(ratio))):
        return [reason("même ordre de grandeur", "of one size", 0)]
    return []


def is_power_of_ten(ratio: Decimal) -> bool:
    normal = ratio.normalize()
    return normal != 1 and normal.as_tuple().digits == (1,)


def _thousandfold(one: Quantity, other: Quantity) -> bool:
    """The same digits with another multiplier: "12 milliards" and "12 millions"."""
    apart = quotient(one.value, other.value)
    written = {quotient(each.value, each.scale) for each in (one, other)}
    many = len(written) == 1 and one.scale != other.scale and (one.value or 0) / one.scale >= 2
    return many and apart in {Decimal(1000), Decimal("0.001")}


def slip_of(one: Quantity, other: Quantity) -> Slip | None:
    """The single slip that makes one figure of the other."""
    if one.value is None or other.value is None:
        return None
    return slip_between(one.value, other.value, min(one.step, other.step))
