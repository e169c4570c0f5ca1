"""Changes in percent or in points, alone and one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from fact_cli.model.bounds import HUNDRED, ONE, Bounds, around, quotient
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity
from fact_cli.model.text import Extent

HUNDRED_PERCENT = Decimal(100)
MULTIPLIERS = (Decimal(1000), Decimal("0.001"), Decimal(10) ** 6, Decimal(10) ** -6)
NEAR_A_FRACTION = Decimal("0.1")  # of a fraction: "près d'un quart de moins" is said of 23 %
SHIFTED = Decimal("0.1")  # of a multiple, by which figures but for their scale may miss it


class Variation:
    """A change in percent or in points: the base of `Change` and `InPoints`."""

    binding: Binding


@dataclass(frozen=True, slots=True)
class InPoints(Variation):
    """A change told in points, of a thing that is no percentage: "les ventes gagnent 8 points"."""

    stated: Quantity
    of: str
    binding: Binding = Binding.STATED


@dataclass(frozen=True, slots=True)
class Change(Variation):
    """``after`` = ``before`` × (1 + ``stated`` %). ``way`` is 1 up, -1 down.

    ``tied`` is true where the step from one to the other is told right before the percentage,
    which then is theirs, however far off.
    """

    before: Quantity
    after: Quantity
    stated: Quantity
    way: int
    binding: Binding = Binding.STATED
    tied: bool = False

    def percent(self, *, loose: bool) -> Bounds:
        """The change in percent of the value before, negative for a fall."""
        before, after = self._alike
        growth = after.recomputed(loose=loose) / before.recomputed(loose=loose)
        return (growth - ONE) * HUNDRED

    def points(self, *, loose: bool) -> Bounds:
        """The change in the unit of the values, negative for a fall."""
        before, after = self._alike
        return after.recomputed(loose=loose) - before.recomputed(loose=loose)

    @property
    def _alike(self) -> tuple[Quantity, Quantity]:
        """The two values in one precision."""
        return self.before.beside(self.after), self.after.beside(self.before)

    def claimed(self, *, loose: bool) -> Bounds:
        """The change that the text states, with the sign that its words give."""
        stated = self.stated.recomputed(loose=loose)
        if self.stated.unit == "×":
            stated = stated * HUNDRED + self._around_fraction
        return -stated if self.way < 0 and (self.stated.value or 0) >= 0 else stated

    @property
    def _around_fraction(self) -> Bounds:
        """How far a hedged fraction reaches, on the sides that its hedge moves, in percent."""
        none, value, told = Decimal(0), self.stated.value or Decimal(0), self.stated.strict
        if not self.stated.hedge:
            return Bounds.exactly(none)
        room = value * HUNDRED_PERCENT * NEAR_A_FRACTION
        low = -room if told.low is not None and told.low < value else none
        return Bounds(low, room if told.high is not None and told.high > value else none)

    @property
    def holds(self) -> bool:
        """Whether the two values give the change that is stated."""
        return self.percent(loose=False).meets(self.claimed(loose=False))

    @property
    def holds_if_rounded(self) -> bool:
        """Whether the change is right of values that were rounded to one and the same step.

        8 460 and 8 300 may both be tens, so that the change lies from -2.0 to -1.8 %. Values of
        fewer than three digits beside the zeros allow too much to tell anything.
        """
        before, after = self.before, self.after
        step = _common_step(before.value, after.value)
        if step is None or before.hedge or after.hedge or max(before.step, after.step) > step:
            return False
        first, last = (around(one.value or step, step / 2) for one in (before, after))
        return ((last / first - ONE) * HUNDRED).meets(self.claimed(loose=False))

    @property
    def is_told_in_points(self) -> bool:
        """Whether the figures as printed differ by what is stated, and the change by far more.

        From "2 %" to "3 %" rounding would allow 1 %; nobody means that.
        """
        stated, exact = self.stated.value, self.exact_percent
        if stated is None or exact is None or self.before.value is None or self.after.value is None:
            return False
        points = abs(self.after.value - self.before.value)
        return points == abs(stated) and abs(exact) >= 3 * points

    @property
    def is_known_mistake(self) -> bool:
        """Points told as percent, a rise told as a multiple, a change told of the value after.

        From 8 % to 7 % "1 % less"; from 650 to 780 "120 % more"; from 18 to 6 "200 % less".
        """
        if self.is_told_in_points and self.before.unit == "%":
            return True
        exact, told = self.exact_percent, self.stated.value
        of_after = quotient(self.before.value, self.after.value)
        if exact is None or told is None or of_after is None or self.stated.unit != "%":
            return False
        # Five per cent of the value before is a step told of it, not what became of it.
        multiple = [exact + 100] if exact > 0 else []
        mistaken = (*multiple, (of_after - 1) * 100)
        return any(abs(abs(told) - abs(one)) <= self.stated.step / 2 for one in mistaken)

    @property
    def is_misscaled(self) -> bool:
        """Whether thousands told as millions, or the like, are all that makes it so large."""
        ratio = quotient(self.after.value, self.before.value)
        told = quotient(self.stated.value, HUNDRED_PERCENT)
        if ratio is None or told is None:
            return False
        multiple = 1 - abs(told) if self.way < 0 else 1 + told
        return any(
            abs(ratio * factor - multiple) <= SHIFTED * abs(multiple) for factor in MULTIPLIERS
        )

    @property
    def exact_percent(self) -> Decimal | None:
        """The change in percent from the figures as printed."""
        found = quotient(self.after.value, self.before.value)
        return None if found is None else (found - 1) * 100


def _common_step(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    """The largest power of ten, if any, of which both are multiples of three digits or more."""
    if not one or not other:
        return None
    step = Decimal(1)
    while not (one % (step * 10) or other % (step * 10)):
        step *= 10
    return step if step > 1 and min(abs(one), abs(other)) >= 100 * step else None


@dataclass(frozen=True, slots=True)
class Compounded(Variation):
    """Changes in percent one after the other, ``ways`` up (1) or down (-1), and their sum.

    Without ``stated`` the value is told to be back where it was. ``at`` is what tells so.
    ``way`` is that of what is stated.
    """

    steps: Sequence[Quantity]
    ways: Sequence[int]
    stated: Quantity | None
    at: Extent
    way: int
    binding: Binding = Binding.INFERRED

    def percent(self, *, loose: bool) -> Bounds:
        """All the changes together, in percent of the value before the first."""
        factor = ONE
        for step, way in zip(self.steps, self.ways, strict=True):
            share = step.recomputed(loose=loose) / HUNDRED
            factor = factor * (ONE + (share if way > 0 else -share))
        return (factor - ONE) * HUNDRED

    @property
    def exact(self) -> Decimal:
        """The same from the figures as printed."""
        factor = Decimal(1)
        for step, way in zip(self.steps, self.ways, strict=True):
            factor *= 1 + way * (step.value or Decimal(0)) / 100
        return (factor - 1) * 100

    @property
    def is_repeated(self) -> bool:
        """Whether one and the same change is made several times: so much a year."""
        return len(self.steps) > 1 and all(step is self.steps[0] for step in self.steps)

    @property
    def claimed(self) -> Bounds:
        """What the text says of all the changes together."""
        if self.stated is None:
            return Bounds.exactly(0)
        stated = self.stated.recomputed(loose=False)
        return stated if self.way > 0 else -stated
