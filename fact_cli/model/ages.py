"""How old somebody can be at a time, from when they were born."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from fact_cli.model.bounds import Bounds
from fact_cli.model.dates import Interval


def completed_years(born: Interval, seen: Interval) -> Bounds:
    """The birthdays that somebody can have had."""
    if born.begin is None or born.end is None or seen.begin is None or seen.end is None:
        return Bounds(None, None)
    return Bounds(Decimal(_age(born.end, seen.begin)), Decimal(_age(born.begin, seen.end)))


def birthdays(born: Interval, seen: Interval) -> Bounds:
    """The years that somebody can complete at a time; in January, also those of December."""
    if born.begin is None or born.end is None or seen.begin is None or seen.end is None:
        return Bounds(None, None)
    late = seen.begin.month == 1 and seen.end.month == 1
    low = seen.begin.year - born.end.year - (1 if late else 0)
    return Bounds(Decimal(low), Decimal(seen.end.year - born.begin.year))


def _age(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
