"""Days that are named after a feast, computed for a year.

A feast is written as a rule: ``12-25`` is a fixed day, ``easter+39`` so many days from Easter
Sunday, ``shawwal-1`` a day of the Islamic calendar, ``thursday-11-4`` the fourth Thursday of
November.
"""

from __future__ import annotations

from datetime import date, timedelta

from fact_cli.model.dates import Interval, PartialDate, day_after

FIRST_YEAR, LAST_YEAR = 1583, 4099  # the Gregorian computus holds in these
ISLAMIC_EPOCH = date(622, 7, 19)  # proleptic Gregorian day of 1 Muharram of year 1
_MONTHS = {"shawwal": 10, "dhu-al-hijja": 12, "ramadan": 9}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEEN = 1  # days by which a sighted month may begin before or after the computed one


def feast(rule: str, year: int) -> Interval:
    """The days that ``rule`` can mean in ``year``; unknown where it has none.

    Islamic feasts depend on a sighting and span three days.
    """
    if rule.startswith("easter"):
        if not FIRST_YEAR <= year <= LAST_YEAR:
            return Interval()
        day = day_after(easter(year), int(rule.removeprefix("easter") or 0))
        return Interval(day, day)
    month, _, number = rule.rpartition("-")
    weekday, _, of_month = month.partition("-")
    if weekday in _WEEKDAYS:
        first = date(year, int(of_month), 1)
        ahead = (_WEEKDAYS.index(weekday) - first.weekday()) % 7
        day = day_after(first, ahead + 7 * (int(number) - 1))
        return Interval(day, day)
    if month in _MONTHS:
        return _islamic(_MONTHS[month], int(number), year)
    return PartialDate(year, int(month), int(number)).interval()


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * el) // 433
    month = (h + el - 7 * m + 90) // 25
    day = (h + el - 7 * m + 33 * month + 19) % 32
    return date(year, month, day)


def _islamic(month: int, number: int, year: int) -> Interval:
    """A day of the tabular Islamic calendar that falls in the Gregorian ``year``."""
    about = (year - 622) * 33 // 32
    for islamic_year in range(about - 1, about + 3):
        day = _tabular(islamic_year, month, number)
        if day is not None and day.year == year:
            return Interval(day - timedelta(SEEN), day + timedelta(SEEN))
    return Interval()


def _tabular(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of an Islamic date; leap years are 2, 5, 7, 10 … of each thirty."""
    if year < 1:
        return None
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day - 1
    return ISLAMIC_EPOCH + timedelta(days)
