"""Calendar values: partial dates, intervals of days, durations, and their ISO forms."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum


class Grain(StrEnum):
    """How fine a time expression speaks."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from ``begin`` to ``end``, both included; None is an open or unknown end."""

    begin: date | None = None
    end: date | None = None

    @property
    def known(self) -> bool:
        return self.begin is not None or self.end is not None


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which some parts are not said. ``month`` and ``day`` count from 1.

    The parts are as written: 31 April is representable, and `exists` is false for it. A
    negative year is one before Christ: -52 is 52 av. J.-C.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def complete(self) -> bool:
        return None not in (self.year, self.month, self.day)

    def exists(self) -> bool:
        """Whether such a day can stand in a calendar; 29 February may, without a year."""
        if self.month is not None and not 1 <= self.month <= 12:
            return False
        if self.day is None:
            return True
        if self.month is None:
            return 1 <= self.day <= 31
        year = 2000 if self.year is None else self.year
        return 1 <= self.day <= monthrange(min(max(year, 1), 9999), self.month)[1]

    def interval(self) -> Interval:
        """The days meant; unknown where the year is not said or no such day exists."""
        if self.year is None or not 1 <= self.year <= 9999 or not self.exists():
            return Interval()
        if self.month is None:
            return Interval(date(self.year, 1, 1), date(self.year, 12, 31))
        if self.day is None:
            last = monthrange(self.year, self.month)[1]
            return Interval(date(self.year, self.month, 1), date(self.year, self.month, last))
        day = date(self.year, self.month, self.day)
        return Interval(day, day)

    def iso(self) -> str:
        """ISO 8601, with X for what is not known: ``2025-06``, ``XXXX-06-04``."""
        year = "XXXX" if self.year is None else year_iso(self.year)
        if self.month is None and self.day is None:
            return year
        month = "XX" if self.month is None else f"{self.month:02d}"
        return f"{year}-{month}" if self.day is None else f"{year}-{month}-{self.day:02d}"

    def in_year(self, year: int) -> PartialDate:
        return PartialDate(year, self.month, self.day)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        return cls(day.year, day.month, day.day)


def year_iso(year: int) -> str:
    """ISO 8601 counts a year zero: 52 av. J.-C. is ``-0051``."""
    return f"{year:04d}" if year > 0 else f"-{-year - 1:04d}"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in calendar units, as said; never turned into days of thirty."""

    years: Decimal = Decimal(0)
    months: Decimal = Decimal(0)
    weeks: Decimal = Decimal(0)
    days: Decimal = Decimal(0)
    hours: Decimal = Decimal(0)
    minutes: Decimal = Decimal(0)
    seconds: Decimal = Decimal(0)

    @property
    def empty(self) -> bool:
        return self == Duration()

    def iso(self) -> str:
        """ISO 8601 duration: ``P8Y``, ``P2W``, ``PT24H``."""
        days = _parts((self.years, "Y"), (self.months, "M"), (self.weeks, "W"), (self.days, "D"))
        clock = _parts((self.hours, "H"), (self.minutes, "M"), (self.seconds, "S"))
        return f"P{days}T{clock}" if clock else f"P{days or '0D'}"


def _parts(*parts: tuple[Decimal, str]) -> str:
    return "".join(f"{plain(value)}{letter}" for value, letter in parts if value)


def plain(value: Decimal) -> str:
    """A decimal without exponent and without trailing zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


class Season(StrEnum):
    """Seasons by their TIMEX3 names."""

    SPRING = "SP"
    SUMMER = "SU"
    AUTUMN = "FA"
    WINTER = "WI"


def season_interval(season: Season, year: int) -> Interval:
    """The widest days of a season: from its meteorological start to its astronomical end.

    Meteorological summer begins on 1 June, astronomical summer ends on 22 September; an
    expression contradicts a season only where both definitions exclude it. Winter is
    named after the year in which it begins. Unknown outside of years 1 to 9999.
    """
    if not 1 <= year <= 9999:
        return Interval()
    begin, end = {
        Season.SPRING: ((3, 1), (6, 20)),
        Season.SUMMER: ((6, 1), (9, 22)),
        Season.AUTUMN: ((9, 1), (12, 20)),
        Season.WINTER: ((12, 1), (3, 20)),
    }[season]
    ends_in = year + (season is Season.WINTER)
    return Interval(date(year, *begin), date.max if ends_in > 9999 else date(ends_in, *end))


def day_after(day: date, days: int = 1) -> date:
    """``day`` moved by ``days``, which may be negative; stays within years 1 to 9999."""
    ordinal = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(ordinal)


def months_after(day: date, months: int) -> date:
    """The same day ``months`` later, or the last of that month where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year = min(max(index // 12, 1), 9999)
    month = index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def week_of(day: date) -> Interval:
    """Monday to Sunday of the week of ``day``."""
    monday = day - timedelta(days=day.weekday())
    return Interval(monday, day_after(monday, 6))


def weekend_of(day: date) -> Interval:
    """The Saturday and Sunday of the week of ``day``."""
    monday = day - timedelta(days=day.weekday())
    return Interval(day_after(monday, 5), day_after(monday, 6))
