"""What ties mentions together. The arithmetic of a relation sits on the relation.

Each operand enters a formula once, so that interval arithmetic stays tight. `binding` says
whether a phrase named all operands (stated) or one was found by search (inferred).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import RepeatedPassage
from fact_cli.model.dates import PartialDate
from fact_cli.model.finding import Binding, Message
from fact_cli.model.mention import Quantity, TimeExpression
from fact_cli.model.text import Extent

_HUNDRED = Bounds.exactly(100)
_ONE = Bounds.exactly(1)


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
            return _quotient(self.base.value, self.times.value)
        return self.times.value * self.base.value

    @property
    def quotient(self) -> Decimal | None:
        """How many times the one is in the other, from the figures as printed."""
        large, small = (self.base, self.whole) if self.less else (self.whole, self.base)
        return _quotient(large.value, small.value)


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
        return (growth - _ONE) * _HUNDRED

    def claimed(self, *, loose: bool) -> Bounds:
        """The change that the text states, with the sign that its words give."""
        stated = self.stated.recomputed(loose=loose)
        return -stated if self.way < 0 and (self.stated.value or 0) >= 0 else stated

    @property
    def exact_percent(self) -> Decimal | None:
        """The change in percent from the figures as printed."""
        quotient = _quotient(self.after.value, self.before.value)
        return None if quotient is None else (quotient - 1) * 100


def _quotient(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or not b else a / b


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A calendar day as written, that may not exist."""

    time: TimeExpression
    parts: PartialDate
    binding: Binding = Binding.STATED


@dataclass(frozen=True, slots=True)
class WeekdayOfDate:
    """A weekday with a date; ``day`` is the day meant, None where its year is unknown.

    ``near`` tells whether that year is written, or the day lies within weeks of the
    publication and the article names no other year in which the weekday would be right.
    """

    time: TimeExpression
    weekday: int
    day: date | None
    near: bool
    binding: Binding = Binding.STATED


@dataclass(frozen=True, slots=True)
class Clue:
    """What one expression tells of the day of publication: a window of days.

    The window counts in a nominal year where the article's year is unknown. ``follows``
    is true of a clue that only names another one again, and so is no evidence of its own.
    """

    at: Extent
    words: str
    begin: date
    end: date
    role: Message
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Dateline:
    """The day on which the article says it is told, against all that places its telling.

    ``against`` are the clues that this day breaks, ``agreed`` the days on which all of
    ``clues`` but the dateline itself can hold; None where they leave no common day.
    """

    time: TimeExpression
    day: date
    clues: Sequence[Clue]
    against: Sequence[Clue]
    agreed: tuple[date, date] | None
    published: date | None
    year_known: bool
    binding: Binding = Binding.STATED


@dataclass(frozen=True, slots=True)
class Repetition:
    """A passage that stands twice."""

    passage: RepeatedPassage
    word_count: int
    binding: Binding = Binding.STATED


Relation = Ratio | Change | NamedDay | WeekdayOfDate | Dateline | Repetition
