"""What ties mentions together: times here, figures in `fact_cli.model.figures`.

`binding` says whether a phrase named all operands (stated) or one was found by search
(inferred).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fact_cli.model.acceptance import Acceptance
from fact_cli.model.age_through import AgeThrough
from fact_cli.model.claim import RepeatedPassage
from fact_cli.model.dates import PartialDate
from fact_cli.model.figures import Figures
from fact_cli.model.finding import Binding, Message
from fact_cli.model.lapse import Lapse
from fact_cli.model.listed import CountedList, DoubledItem
from fact_cli.model.mention import TimeExpression
from fact_cli.model.periods import OutOfPeriod
from fact_cli.model.same import (
    Drift,
    Same,
    TitleTime,
    TitleWords,
    TwoAgesOfOne,
    TwoRanks,
    TwoSpellings,
    Unsourced,
    YearTwice,
)
from fact_cli.model.text import Extent


class NamedTime:
    """A time as written, that may not exist: the base of `NamedDay`, `NamedClock` and others."""

    binding: Binding


@dataclass(frozen=True, slots=True)
class NamedClock(NamedTime):
    """A time of day as written: "vers 25 h 30"."""

    time: TimeExpression
    hour: int
    minute: int
    binding: Binding = Binding.STATED


@dataclass(frozen=True, slots=True)
class NamedDay(NamedTime):
    """A calendar day as written, that may not exist."""

    time: TimeExpression
    parts: PartialDate
    binding: Binding = Binding.STATED


@dataclass(frozen=True, slots=True)
class NotFirst(NamedTime):
    """A day of a month with the ending of the first, at ``at``: "le 4er septembre"."""

    at: Extent
    day: int
    binding: Binding = Binding.STATED


@dataclass(frozen=True, slots=True)
class StrayYear(NamedTime):
    """The ``year`` of a date, at ``at``, in which nothing that the article tells can be.

    ``meant`` is the year of which it is a slip, told at ``told`` or that of the news.
    """

    at: Extent
    year: int
    meant: int | None
    told: Extent | None
    binding: Binding = Binding.INFERRED


class WeekdayFact:
    """What a weekday says of a date: the base of `WeekdayOfDate` and the others."""

    binding: Binding


@dataclass(frozen=True, slots=True)
class WeekdayOfDate(WeekdayFact):
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
class WeekdaysApart(WeekdayFact):
    """Two weekdays with dates of one unknown year, ``days`` apart by the dates.

    ``weekdays`` are as told. Over the end of February the days may be one more.
    """

    first: TimeExpression
    second: TimeExpression
    days: Sequence[int]
    weekdays: tuple[int, int]
    binding: Binding = Binding.STATED


@dataclass(frozen=True, slots=True)
class NthWeekday(WeekdayFact):
    """``told``, a weekday counted in its month, lies from ``low`` to ``high`` of it.

    ``day`` is the day of the month that is told beside it, at ``at``.
    """

    told: Extent
    at: Extent
    day: int
    low: int
    high: int
    binding: Binding = Binding.STATED


@dataclass(frozen=True, slots=True)
class WeekdaysInMonth(WeekdayFact):
    """``said``, at ``at``, is how often ``weekday`` comes in the month that begins at ``first``.

    There are ``count`` of them; ``month`` is where the month is told.
    """

    at: Extent
    said: int
    count: int
    weekday: int
    month: Extent
    first: date
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
    """A passage that stands twice; ``differing`` are the words in which the copies differ."""

    passage: RepeatedPassage
    word_count: int
    differing: Sequence[tuple[Extent, Extent]] = ()
    binding: Binding = Binding.STATED


Relation = (
    Figures
    | Lapse
    | OutOfPeriod
    | NamedDay
    | NamedClock
    | NotFirst
    | StrayYear
    | WeekdayOfDate
    | WeekdaysApart
    | NthWeekday
    | Dateline
    | Repetition
    | Same
    | TitleTime
    | TitleWords
    | TwoAgesOfOne
    | AgeThrough
    | YearTwice
    | TwoRanks
    | Drift
    | Unsourced
    | TwoSpellings
    | CountedList
    | DoubledItem
    | Acceptance
)
