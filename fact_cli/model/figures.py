"""Relations between figures, with their arithmetic.

Each operand enters a formula once, so that interval arithmetic stays tight. ``strict`` and
``loose`` are the two readings of round numbers (`fact_cli.model.bounds`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from fact_cli.model.bounds import Bounds, quotient
from fact_cli.model.changes import Change, Compounded, InPoints
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity
from fact_cli.model.multiples import Growth, Ratio
from fact_cli.model.shares import SameShare, Share, ShareOfFew
from fact_cli.model.sizes import TwoSizes
from fact_cli.model.totals import Inclusion, Total


@dataclass(frozen=True, slots=True)
class Direction:
    """A rise or fall in words, ``way``, of a value told before and after."""

    before: Quantity
    after: Quantity
    way: int
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
        before, after = self.before.beside(self.after), self.after.beside(self.before)
        return after.recomputed(loose=loose) - before.recomputed(loose=loose)

    @property
    def exact(self) -> Decimal | None:
        if self.after.value is None or self.before.value is None:
            return None
        return self.after.value - self.before.value

    @property
    def holds_as_printed(self) -> bool:
        """Whether the difference holds where two values are printed to one decimal alike.

        "De 3 % à 2,4 %" leaves out a nought: who tells the tenths of the one tells those of the
        other. True as well where a figure is hedged or open.
        """
        values = (self.before, self.after)
        exact, stated = self.exact, self.stated.value
        steps = {one.step for one in values}
        hedged = any(one.hedge is not None or one.value is None for one in (*values, self.stated))
        if hedged or len(steps) != 2 or exact is None or stated is None:
            return True
        rounded = Decimal(1).scaleb(int(stated.normalize().as_tuple().exponent))
        slack = min(steps) + max(self.stated.step, rounded) / 2
        return min(abs(exact - stated), abs(exact + stated)) <= slack


FEW = 5  # for each, of which a half more or less is told


@dataclass(frozen=True, slots=True)
class Rate:
    """``total`` for ``count`` of something is ``stated`` for each.

    ``counts`` are what it can be: the days of a year are 365, or its working days. ``usual``
    is the one to show, ``name`` what it counts. ``result`` is the figure that the text gives
    as what comes out: the rate, or the total.
    """

    total: Quantity
    counts: Sequence[Bounds]
    usual: Decimal
    name: str
    stated: Quantity
    at: Sequence[Quantity]
    binding: Binding = Binding.STATED
    result: Quantity | None = None

    @property
    def product(self) -> Decimal | None:
        """What the total must be, from the figures as printed."""
        return None if self.stated.value is None else self.stated.value * self.usual

    def holds(self, *, loose: bool) -> bool:
        """Whether one of the counts gives what is stated."""
        total, stated = self.total.recomputed(loose=loose), self.stated.recomputed(loose=loose)
        told = self.stated.value
        if self.result is not self.total and stated.low == stated.high and told:
            # A quotient is told rounded, even of what is counted: 3,12 as three a day.
            half = self.stated.step / (2 if told >= FEW else 4)
            stated = stated + Bounds(-half, half)
        return any((total / count).meets(stated) for count in self.counts)


@dataclass(frozen=True, slots=True)
class Conversion:
    """Two measures of one thing; ``factor`` makes a value of the first unit one of the second.

    ``surely`` is true where nothing but a conversion can be meant: "9 mètres (30 pieds)".
    """

    first: Quantity
    again: Quantity
    factor: Decimal
    offset: Decimal = Decimal(0)
    binding: Binding = Binding.STATED
    surely: bool = False

    def computed(self, *, loose: bool) -> Bounds:
        """The first in the unit of the second."""
        scaled = self.first.recomputed(loose=loose) * Bounds.exactly(self.factor)
        return scaled + Bounds.exactly(self.offset)


@dataclass(frozen=True, slots=True)
class SameSum:
    """One sum of money in two currencies: "40 millions de dollars (36 millions d'euros)"."""

    one: Quantity
    other: Quantity

    @property
    def rate(self) -> Bounds:
        """What one unit of the first is worth in the second."""
        return self.other.recomputed(loose=True) / self.one.recomputed(loose=True)

    @property
    def exact(self) -> Decimal | None:
        return quotient(self.other.value, self.one.value)


@dataclass(frozen=True, slots=True)
class Exchange:
    """Two sums in the same two currencies, which imply the same rate.

    Without ``first``, one sum in two currencies that never were far from par; ``fixed`` is what
    one of the first makes in the second by law, where a law says it, and ``recent`` whether the
    sum is none of before the rates that are known.
    """

    first: SameSum | None
    again: SameSum
    fixed: Decimal | None = None
    recent: bool = False
    binding: Binding = Binding.STATED


@dataclass(frozen=True, slots=True)
class Range:
    """Two ends of one range as written: "entre 9 et 6 milliards"."""

    low: Quantity
    high: Quantity
    binding: Binding = Binding.STATED


class Limited:
    """A percentage that cannot be just any: the base of `Fall` and `Scores`."""

    binding: Binding


@dataclass(frozen=True, slots=True)
class Fall(Limited):
    """A fall in percent by itself; ``signed`` where the thing can be below zero."""

    stated: Quantity
    signed: bool
    binding: Binding = Binding.STATED


@dataclass(frozen=True, slots=True)
class Scores(Limited):
    """Percentages of one whole that exclude each other: "51,3 % contre 48,7 %"."""

    parts: Sequence[Quantity]
    binding: Binding = Binding.STATED


@dataclass(frozen=True, slots=True)
class Comparison:
    """``more`` is told to be more than ``less``: "devance Lens, qui en compte 54".

    ``at`` is the one to mark, where it is not ``less``.
    """

    more: Quantity
    less: Quantity
    at: Quantity | None = None
    binding: Binding = Binding.STATED


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money with the multiplier that it is written with, in words."""

    quantity: Quantity
    multiplier: str
    binding: Binding = Binding.STATED


Figures = (
    Ratio
    | Growth
    | InPoints
    | Change
    | Compounded
    | Direction
    | Total
    | Inclusion
    | Share
    | SameShare
    | ShareOfFew
    | Difference
    | Rate
    | Conversion
    | Exchange
    | Range
    | Fall
    | Scores
    | Comparison
    | Amount
    | TwoSizes
)
