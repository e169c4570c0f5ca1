"""So many times a base, and the same growth told in percent."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from fact_cli.model.bounds import HUNDRED, ONE, Bounds, quotient
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity


class Multiple:
    """A multiple and what belies it: the base of `Ratio` and `Growth`."""

    binding: Binding


@dataclass(frozen=True, slots=True)
class Ratio(Multiple):
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
class Growth(Multiple):
    """One growth told twice: "multiplié par vingt, soit une hausse de 1 900 %".

    ``way`` is 1 up, -1 down, 0 where only a bare percentage is told: then it may be said of
    the whole ("multiplié par vingt, soit 2 000 %").
    """

    times: Quantity
    stated: Quantity
    way: int
    binding: Binding = Binding.STATED

    def computed(self, *, loose: bool) -> Bounds:
        """The change in percent that the multiple makes, negative for a fall."""
        return (self.times.recomputed(loose=loose) - ONE) * HUNDRED

    def claimed(self, *, loose: bool) -> Bounds:
        """The change that the percentage tells, with the sign that its words give."""
        stated = self.stated.recomputed(loose=loose)
        falls = self.way < 0 or (self.way == 0 and self.is_division)
        return -stated if falls and (self.stated.value or 0) >= 0 else stated

    @property
    def is_division(self) -> bool:
        """Whether the multiple makes less of the base: "divisé par quatre"."""
        return self.times.value is not None and self.times.value < 1

    def is_whole(self, *, loose: bool) -> bool:
        """Whether the percentage is the multiple itself, of the value before."""
        whole = self.times.recomputed(loose=loose) * HUNDRED
        return whole.meets(self.stated.recomputed(loose=loose))

    @property
    def exact(self) -> Decimal | None:
        """The change in percent, from the multiple as printed."""
        return None if self.times.value is None else (self.times.value - 1) * 100
