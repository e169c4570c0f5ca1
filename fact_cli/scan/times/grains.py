"""The day, week, month or year that holds a day, and what is not known of one."""

from __future__ import annotations

from datetime import date

from fact_cli.model.dates import (
    Duration,
    Grain,
    Interval,
    PartialDate,
    day_after,
    months_after,
    week_of,
    weekend_of,
)
from fact_cli.model.mention import Anchor
from fact_cli.scan.times.context import Resolved

_UNKNOWN = {
    Grain.DAY: "XXXX-XX-XX",
    Grain.WEEKEND: "XXXX-WXX-WE",
    Grain.WEEK: "XXXX-WXX",
    Grain.MONTH: "XXXX-XX",
}


def of_grain(day: date, grain: Grain, anchor: Anchor) -> Resolved:
    """The day, weekend, week, month or year that holds ``day``."""
    match grain:
        case Grain.DAY:
            return Resolved(day.isoformat(), Interval(day, day), grain, anchor)
        case Grain.WEEKEND:
            days = weekend_of(day)
            return Resolved(f"{days.begin}/{days.end}", days, grain, anchor)
        case Grain.WEEK:
            year, week, _ = day.isocalendar()
            return Resolved(f"{year:04d}-W{week:02d}", week_of(day), grain, anchor)
        case Grain.MONTH:
            parts = PartialDate(day.year, day.month)
            return Resolved(parts.iso(), parts.interval(), grain, anchor)
        case Grain.QUARTER | Grain.HALF:
            return _fraction(day, grain, anchor)
        case Grain.DECADE | Grain.CENTURY:
            years = 10 if grain is Grain.DECADE else 100
            first = day.year - day.year % years
            days = Interval(date(max(first, 1), 1, 1), date(first + years - 1, 12, 31))
            return Resolved(f"{first:04d}/{first + years - 1:04d}", days, grain, anchor)
        case _:
            parts = PartialDate(day.year)
            return Resolved(parts.iso(), parts.interval(), Grain.YEAR, anchor)


def _fraction(day: date, grain: Grain, anchor: Anchor) -> Resolved:
    letter, months = ("Q", 3) if grain is Grain.QUARTER else ("H", 6)
    number = (day.month - 1) // months
    begin = date(day.year, number * months + 1, 1)
    days = Interval(begin, day_after(months_after(begin, months), -1))
    return Resolved(f"{day.year:04d}-{letter}{number + 1}", days, grain, anchor)


def unknown(grain: Grain, anchor: Anchor = Anchor.NONE) -> Resolved:
    """A time of that grain of which nothing is known: ``XXXX-XX``."""
    return Resolved(_UNKNOWN.get(grain, "XXXX"), Interval(), grain, anchor)


def shifted(day: date, duration: Duration, sign: int) -> date:
    """``day`` moved by ``duration`` ahead (1) or back (-1); its hours and less are left aside."""
    months = int(duration.years * 12 + duration.months)
    days = int(duration.weeks * 7 + duration.days)
    return day_after(months_after(day, sign * months), sign * days)


def grain_of(duration: Duration) -> Grain | None:
    """The grain in which "dans trois ans" points: the year, not the day."""
    if duration.days or duration.weeks:
        return Grain.DAY
    if duration.months:
        return Grain.MONTH
    return Grain.YEAR if duration.years else None
