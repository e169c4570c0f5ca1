"""A printed figure is an interval: rounding as written, hedges, interval arithmetic.

The policy, with its examples (the tests read this table):

========================  =========================  ===========================
written                   strict reading             loose reading
========================  =========================  ===========================
13 médailles              13 to 13                   13 to 13
19 866 bureaux            19866 to 19866             19866 to 19866
12,5 %                    12.45 to 12.55             12.45 to 12.55
3,0 millions              2950000 to 3050000         2950000 to 3050000
20 milliards              19500000000 to 20500000000 19500000000 to 20500000000
12 000 manifestants       12000 to 12000             11500 to 12500
120 000 manifestants      120000 to 120000           115000 to 125000
1 200 personnes           1200 to 1200               1150 to 1250
300 personnes             300 to 300                 300 to 300
27 %                      26.5 to 27.5               26.5 to 27.5
40 km                     39.5 to 40.5               39.5 to 40.5
80 euros                  80 to 80                   80 to 80
========================  =========================  ===========================

A figure with decimals or a multiplier stands for ± half a unit of its last written
digit. A whole number below 1,000, and a larger one whose last two digits are not both
zero, is exact; but a percentage, a ratio or a measure is never counted, always rounded,
and stands for ± half a unit as well. The zeros of a larger round number may be
rounding: strictly read it is exact, loosely it keeps two significant digits. The
convention is that of statcheck and scrutiny: a reported 2.0 stands for 1.95 to 2.05.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a figure can stand for, from ``low`` to ``high``; None is an open end."""

    low: Decimal | None
    high: Decimal | None

    @classmethod
    def exactly(cls, value: Decimal | int) -> Bounds:
        return cls(Decimal(value), Decimal(value))

    def meets(self, other: Bounds) -> bool:
        """Whether one value can satisfy both."""
        return not (self.below(other) or other.below(self))

    def below(self, other: Bounds) -> bool:
        """Whether each value is smaller than each of ``other``."""
        return self.high is not None and other.low is not None and self.high < other.low

    def holds(self, value: Decimal) -> bool:
        return self.meets(Bounds.exactly(value))

    @property
    def positive(self) -> bool:
        return self.low is not None and self.low > 0

    def __neg__(self) -> Bounds:
        low = None if self.high is None else -self.high
        return Bounds(low, None if self.low is None else -self.low)

    def __add__(self, other: Bounds) -> Bounds:
        return Bounds(_sum(self.low, other.low), _sum(self.high, other.high))

    def __sub__(self, other: Bounds) -> Bounds:
        return self + -other

    def __mul__(self, other: Bounds) -> Bounds:
        if None in (self.low, self.high, other.low, other.high):
            return self._half_open_product(other)
        return _hull(a * b for a in self.ends for b in other.ends)

    def __truediv__(self, other: Bounds) -> Bounds:
        """The quotient; without bounds where the divisor may be zero or an end is open."""
        known = None not in (self.low, self.high, other.low, other.high)
        if not known or not other.positive:
            return Bounds(None, None)
        return _hull(a / b for a in self.ends for b in other.ends)

    @property
    def ends(self) -> tuple[Decimal, ...]:
        return tuple(end for end in (self.low, self.high) if end is not None)

    def _half_open_product(self, other: Bounds) -> Bounds:
        if self.low is None or other.low is None or self.low < 0 or other.low < 0:
            return Bounds(None, None)
        if self.high is None or other.high is None:
            return Bounds(self.low * other.low, None)
        return Bounds(self.low * other.low, self.high * other.high)


HUNDRED = Bounds.exactly(100)
ONE = Bounds.exactly(1)
EXACT_BELOW = 1000
ROUNDING = Decimal("0.02")  # of a large round number, which its rounding takes away at most


def quotient(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    """a ÷ b; None where one is unknown or b is zero."""
    return None if a is None or not b else a / b


def _sum(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or b is None else a + b


def _hull(values: Iterable[Decimal]) -> Bounds:
    known = list(values)
    return Bounds(min(known), max(known))


def is_near(a: Decimal, b: Decimal, share: Decimal) -> bool:
    """Whether two values differ by no more than ``share`` (0.05 is a twentieth) of the larger."""
    return abs(a - b) <= share * max(abs(a), abs(b))


def is_rounding_of(told: Decimal, exact: Decimal) -> bool:
    """Whether a large round number is a finer one, rounded: 30 000 of 30 449."""
    if abs(told) < EXACT_BELOW or told % 100 != 0:
        return False
    unit = Decimal(1).scaleb(
        told.normalize().adjusted() - len(told.normalize().as_tuple().digits) + 1
    )
    return abs(told - exact) <= unit / 2 and is_near(told, exact, ROUNDING)


def as_written(value: Decimal, step: Decimal, *, whole: bool) -> Bounds:
    """The strict reading of ``value``, whose last written digit counts ``step``.

    ``whole`` is true of a number written out to the unit, without decimals or multiplier.
    """
    return Bounds.exactly(value) if whole else around(value, step / 2)


def as_rounded(value: Decimal, step: Decimal, *, whole: bool) -> Bounds:
    """The loose reading: trailing zeros of a large round number may be rounding."""
    if whole and abs(value) >= EXACT_BELOW and value % 100 == 0:
        return around(value, hedge_step(value, step) / 2)
    return as_written(value, step, whole=whole)


def around(value: Decimal, margin: Decimal) -> Bounds:
    return Bounds(value - margin, value + margin)


def hedge_step(value: Decimal, step: Decimal) -> Decimal:
    """The step by which a hedge widens: the last written digit, two significant at least.

    1 for "environ 27", 100 for "près de 2 000", a tenth for "environ 12,5".
    """
    if not value or value % (step * 100) != 0:
        return step
    return max(step, Decimal(10) ** (value.adjusted() - 1))


def closed(bounds: Bounds, value: Decimal, written: Decimal) -> Bounds:
    """``bounds`` with each open end put one step of the second digit from ``value``.

    The step is never smaller than ``written``, one unit of the last digit written.

    "plus de 300" says nothing of how far in a comparison; who recomputes with it may take
    it that 400 would have been said otherwise.
    """
    step = max(written, Decimal(10) ** (value.adjusted() - 1) if value else written)
    low = value - step if bounds.low is None else bounds.low
    high = value + step if bounds.high is None else bounds.high
    return Bounds(low, high)
