"""Relations between times: how long, how old, how many years ago, in which order.

What lies between two times is bounds, for a year is any of its days; both ways of counting
days, with and without the last, lie inside.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from fact_cli.model.ages import birthdays, completed_years
from fact_cli.model.bounds import Bounds
from fact_cli.model.dates import Duration, Interval, PartialDate
from fact_cli.model.finding import Binding
from fact_cli.model.mention import TimeExpression
from fact_cli.model.text import Extent

DAYS_IN = {
    "years": Decimal("365.2425"), "months": Decimal("30.436875"), "weeks": Decimal(7),
    "days": Decimal(1),
}  # fmt: skip
MINUTES_IN = {"hours": Decimal(60), "minutes": Decimal(1), "seconds": 1 / Decimal(60)}


class Unit(StrEnum):
    """Units of `Duration`, largest first."""

    YEARS = "years"
    MONTHS = "months"
    WEEKS = "weeks"
    DAYS = "days"
    HOURS = "hours"
    MINUTES = "minutes"
    SECONDS = "seconds"


class Hedge(StrEnum):
    """On which side of what is told a hedged length lies."""

    NONE = "none"
    ABOUT = "about"
    MORE = "more"
    LESS = "less"


@dataclass(frozen=True, slots=True)
class Moment:
    """A time at one end of a lapse: its words, or the publication date, which has none."""

    extent: Extent | None
    interval: Interval

    @property
    def year(self) -> int | None:
        return None if self.interval.begin is None else self.interval.begin.year


@dataclass(frozen=True, slots=True)
class Lasting:
    """``stated`` is told as the time from ``begin`` to ``end``, or as ``length`` again.

    ``between`` is what lies between them in ``unit``, the unit of the stated length.
    """

    stated: TimeExpression
    between: Bounds
    unit: Unit
    at: tuple[Extent, ...]
    hedge: Hedge
    binding: Binding = Binding.STATED


class Age:
    """An age and what belies it: the base of `Aged` and `TwoAges`."""

    binding: Binding


@dataclass(frozen=True, slots=True)
class TwoAges(Age):
    """``years`` are told of somebody in the decade of life from ``low`` to ``high``."""

    decade: Extent
    low: Decimal
    high: Decimal
    stated: TimeExpression
    years: Decimal
    binding: Binding = Binding.STATED


@dataclass(frozen=True, slots=True)
class Aged(Age):
    """An age, ``years`` as told, of somebody born at ``born``, at the time ``seen``.

    ``by_age`` where the birth is not told, but reckoned from another age of the same person;
    ``birthday`` where ``seen`` is when the age is reached.
    """

    stated: Extent
    years: Bounds
    born: Moment
    seen: Moment
    dead: bool
    binding: Binding = Binding.STATED
    by_age: bool = False
    birthday: bool = False

    @property
    def possible(self) -> Bounds:
        """The completed years at that time."""
        if self.birthday:
            return birthdays(self.born.interval, self.seen.interval)
        return completed_years(self.born.interval, self.seen.interval)


@dataclass(frozen=True, slots=True)
class Jubilee:
    """``years`` are told to lie between ``origin`` and ``now``: "il y a vingt ans, en 2008".

    Where ``every`` is more than 0, they are the editions of what is held so many years apart.
    """

    stated: Extent
    years: int
    origin: Moment
    now: Moment
    hedged: bool
    ordinal: bool
    binding: Binding = Binding.STATED
    every: int = 0

    @property
    def exact(self) -> int | None:
        if self.origin.year is None or self.now.year is None:
            return None
        years = self.now.year - self.origin.year
        return years // self.every + 1 if self.every else years


class Ordered:
    """What must come first, and what must come after it."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Order(Ordered):
    """``first`` is told of what must come before ``then``: birth and death, start and end."""

    first: Moment
    then: Moment
    names: tuple[str, str]
    binding: Binding = Binding.STATED


@dataclass(frozen=True, slots=True)
class Period:
    """The two ends of one stretch of time as written; ``reversed`` where they cannot be so.

    A ``night`` must end on the day after it began.
    """

    time: TimeExpression
    begin: str
    end: str
    reversed: bool
    night: bool = False
    binding: Binding = Binding.STATED


@dataclass(frozen=True, slots=True)
class YearInCentury:
    """A year told with its century: "en 1765, au XVIIe siècle"."""

    year: int
    year_at: Extent
    century: int
    century_at: Extent
    binding: Binding = Binding.STATED


@dataclass(frozen=True, slots=True)
class FeastDay:
    """A feast told with its date, or a date with the weekday on which it is told to fall."""

    feast: TimeExpression
    day: Interval
    said: TimeExpression
    said_day: PartialDate
    weekday: int | None
    binding: Binding = Binding.STATED


@dataclass(frozen=True, slots=True)
class TensedDay:
    """A day with a written year, told as past (``past``) or as yet to come."""

    time: TimeExpression
    day: date
    past: bool
    published: date
    binding: Binding = Binding.STATED


class ToldTwice:
    """One thing with two dates."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class OneDay(ToldTwice):
    """One day told twice, side by side: ``first`` and ``again`` mean ``day`` and ``other``.

    They may lie ``apart`` days from each other.
    """

    first: TimeExpression
    again: TimeExpression
    day: date
    other: date
    apart: int = 0
    binding: Binding = Binding.STATED


@dataclass(frozen=True, slots=True)
class TwoDates(ToldTwice):
    """Two dates of one event, of which ``event`` is the word at the second."""

    first: TimeExpression
    again: TimeExpression
    event: str
    binding: Binding = Binding.INFERRED


Lapse = (
    TwoDates
    | OneDay
    | Lasting
    | Aged
    | TwoAges
    | Jubilee
    | Order
    | Period
    | YearInCentury
    | FeastDay
    | TensedDay
)


def unit_of(duration: Duration) -> Unit | None:
    """The largest unit in which a length is told; None for an empty one."""
    return next((unit for unit in Unit if getattr(duration, unit.value)), None)


def in_unit(duration: Duration, unit: Unit) -> Decimal:
    """A length in one unit, months and years as long as they are on average."""
    days = sum(
        (Decimal(getattr(duration, name)) * size for name, size in DAYS_IN.items()), Decimal(0)
    )
    minutes = sum(
        (Decimal(getattr(duration, name)) * size for name, size in MINUTES_IN.items()), Decimal(0)
    )
    if unit.value in DAYS_IN:
        return (days + minutes / 1440) / DAYS_IN[unit.value]
    return (days * 1440 + minutes) / MINUTES_IN[unit.value]


def elapsed(first: Interval, then: Interval, unit: Unit) -> Bounds | None:
    """From a day of ``first`` to a day of ``then``, the last one counted or not."""
    known = first.begin and first.end and then.begin and then.end
    if not known or unit.value not in DAYS_IN:
        return None
    assert first.begin and first.end and then.begin and then.end
    size = DAYS_IN[unit.value]
    low = Decimal((then.begin - first.end).days) / size
    high = Decimal((then.end - first.begin).days + 1) / size
    return Bounds(low, high)


def day_of(interval: Interval) -> date | None:
    """The day, where an interval is one day long."""
    one_day = interval.begin is not None and interval.begin == interval.end
    return interval.begin if one_day else None


def is_after(first: Interval, then: Interval) -> bool:
    """Whether each day of ``first`` lies behind each of ``then``."""
    return first.begin is not None and then.end is not None and first.begin > then.end
