"""Relations between figures, with their arithmetic.

Each operand enters a formula once, so that interval arithmetic stays tight. ``strict`` and
``loose`` are the two readings of round numbers (`fact_cli.model.bounds`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from fact_cli.model.bounds import Bounds
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity

HUNDRED = Bounds.exactly(100)
ONE = Bounds.exactly(1)
NEAR_A_ROUND_SHARE = Bounds(Decimal(-5), Decimal(5))  # percent points


def quotient(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or not b else a / b


@dataclass(frozen=True, slots=True)
class Ratio:
    """``whole`` = ``times`` × ``base``, or ÷ where ``less`` ("trois fois moins que")."""

    whole: Quantity
    times: Quantity
    base: Quantity
    less: bool = False
    binding: Binding = Binding.STATED

    def computed(self, *, loose: bool) -> Bounds:
        """What the whole must be."""
        times, base = self.times.recomputed(loose=loose), self.base.recomputed(loose=loose)
        return base / times if self.less else times * base

    @property
    def exact(self) -> Decimal | None:
        """What the whole must be, from the figures as printed."""
        if self.times.value is None or self.base.value is None:
            return None
        if self.less:
            return quotient(self.base.value, self.times.value)
        return self.times.value * self.base.value

    @property
    def quotient(self) -> Decimal | None:
        """How many times the one is in the other, from the figures as printed."""
        large, small = (self.base, self.whole) if self.less else (self.whole, self.base)
        return quotient(large.value, small.value)


@dataclass(frozen=True, slots=True)
class Change:
    """``after`` = ``before`` × (1 + ``stated`` %). ``way`` is 1 up, -1 down."""

    before: Quantity
    after: Quantity
    stated: Quantity
    way: int
    binding: Binding = Binding.STATED

    def percent(self, *, loose: bool) -> Bounds:
        """The change in percent of the value before, negative for a fall."""
        growth = self.after.recomputed(loose=loose) / self.before.recomputed(loose=loose)
        return (growth - ONE) * HUNDRED

    def points(self, *, loose: bool) -> Bounds:
        """The change in the unit of the values, negative for a fall."""
        return self.after.recomputed(loose=loose) - self.before.recomputed(loose=loose)

    def claimed(self, *, loose: bool) -> Bounds:
        """The change that the text states, with the sign that its words give."""
        stated = self.stated.recomputed(loose=loose)
        return -stated if self.way < 0 and (self.stated.value or 0) >= 0 else stated

    @property
    def exact_percent(self) -> Decimal | None:
        """The change in percent from the figures as printed."""
        found = quotient(self.after.value, self.before.value)
        return None if found is None else (found - 1) * 100


@dataclass(frozen=True, slots=True)
class Direction:
    """A rise or fall in words, ``way``, of a value told before and after."""

    before: Quantity
    after: Quantity
    way: int
    binding: Binding = Binding.STATED


@dataclass(frozen=True, slots=True)
class Total:
    """``whole`` = the sum of ``parts``.

    ``complete`` tells that the words say so ("soit … au total", gold, silver and bronze);
    otherwise the list may be partial, and only a near miss is evidence.
    """

    whole: Quantity
    parts: Sequence[Quantity]
    complete: bool
    binding: Binding = Binding.STATED

    def computed(self, *, loose: bool) -> Bounds:
        total = Bounds.exactly(0)
        for part in self.parts:
            total = total + part.recomputed(loose=loose)
        return total

    @property
    def exact(self) -> Decimal | None:
        values = [part.value for part in self.parts]
        return None if None in values else sum((v for v in values if v is not None), Decimal(0))


@dataclass(frozen=True, slots=True)
class Inclusion:
    """``part`` is told to be among ``whole``: "9 hospitalisés, dont 11 enfants"."""

    whole: Quantity
    part: Quantity
    binding: Binding = Binding.STATED


@dataclass(frozen=True, slots=True)
class Share:
    """``stated``, a percentage or ratio, of which ``part`` is in ``whole``.

    ``others`` are further wholes that may be meant; a contradiction must fail on all.
    """

    part: Quantity
    whole: Quantity
    stated: Quantity
    others: Sequence[Quantity] = ()
    binding: Binding = Binding.STATED

    def percent(self, whole: Quantity, *, loose: bool) -> Bounds:
        return self.part.recomputed(loose=loose) / whole.recomputed(loose=loose) * HUNDRED

    def claimed(self, *, loose: bool) -> Bounds:
        return in_percent(self.stated, loose=loose)


def in_percent(share: Quantity, *, loose: bool) -> Bounds:
    """A percentage, or a ratio in percent.

    Hedged round shares reach far: "près de la moitié" is said of 46 %, "près de 80 %" of 77.
    """
    fraction = share.unit == "×"
    bounds = share.recomputed(loose=loose)
    bounds = bounds * HUNDRED if fraction else bounds
    is_round = fraction or (share.value is not None and share.value % 5 == 0)
    return bounds + NEAR_A_ROUND_SHARE if share.hedge is not None and is_round else bounds


@dataclass(frozen=True, slots=True)
class SameShare:
    """One share said twice: "un quart (35 %)", "un foyer sur six, soit 25 %"."""

    first: Quantity
    again: Quantity
    binding: Binding = Binding.STATED


@dataclass(frozen=True, slots=True)
class Difference:
    """``stated`` = ``after`` - ``before`` in one unit; ``way`` 0 where no word tells it."""

    before: Quantity
    after: Quantity
    stated: Quantity
    way: int
    binding: Binding = Binding.STATED

    def computed(self, *, loose: bool) -> Bounds:
        return self.after.recomputed(loose=loose) - self.before.recomputed(loose=loose)

    @property
    def exact(self) -> Decimal | None:
        if self.after.value is None or self.before.value is None:
            return None
        return self.after.value - self.before.value


@dataclass(frozen=True, slots=True)
class Rate:
    """``total`` for ``count`` of something is ``stated`` for each.

    ``count`` are bounds: the days of a year are 365, or its working days. ``usual`` is the
    one to show, ``name`` what it counts.
    """

    total: Quantity
    count: Bounds
    usual: Decimal
    name: str
    stated: Quantity
    at: Sequence[Quantity]
    binding: Binding = Binding.STATED

    def computed(self, *, loose: bool) -> Bounds:
        return self.total.recomputed(loose=loose) / self.count


@dataclass(frozen=True, slots=True)
class Conversion:
    """Two measures of one thing; ``factor`` makes a value of the first unit one of the second."""

    first: Quantity
    again: Quantity
    factor: Decimal
    offset: Decimal = Decimal(0)
    binding: Binding = Binding.STATED

    def computed(self, *, loose: bool) -> Bounds:
        """The first in the unit of the second."""
        scaled = self.first.recomputed(loose=loose) * Bounds.exactly(self.factor)
        return scaled + Bounds.exactly(self.offset)


@dataclass(frozen=True, slots=True)
class Range:
    """Two ends of one range as written: "entre 9 et 6 milliards"."""

    low: Quantity
    high: Quantity
    binding: Binding = Binding.STATED


@dataclass(frozen=True, slots=True)
class Fall:
    """A fall in percent by itself; ``signed`` where the thing can be below zero."""

    stated: Quantity
    signed: bool
    binding: Binding = Binding.STATED


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money with the multiplier that it is written with, in words."""

    quantity: Quantity
    multiplier: str
    binding: Binding = Binding.STATED


Figures = (
    Ratio
    | Change
    | Direction
    | Total
    | Inclusion
    | Share
    | SameShare
    | Difference
    | Rate
    | Conversion
    | Range
    | Fall
    | Amount
)
