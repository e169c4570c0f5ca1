"""Figures, days and months in the words of a French reader, for formulas and suggestions."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache

from fact_cli.lang.lexicon import read
from fact_cli.model.dates import Interval
from fact_cli.model.mention import Quantity, QuantityKind

_SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥"}
# What strftime gives is in the language of the process.
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
DECIMALS = 4  # of a measure that a conversion made longer: six feet and two inches in feet
_SCALES = ((Decimal(10) ** 9, "Md"), (Decimal(10) ** 6, "M"))


def number(value: Decimal, decimals: int | None = None) -> str:
    """``1 400``, ``12,5``: no-break spaces, a comma; rounded where ``decimals`` says so."""
    if decimals is not None:
        value = rounded(value, decimals)
    text = f"{value:,f}"
    if decimals is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(",", "\u00a0").replace(".", ",").replace("-", "−")


def rounded(value: Decimal, decimals: int) -> Decimal:
    """``value`` to so many decimals; one too large for that has none anyway."""
    if value.adjusted() + decimals > 25:
        return value.to_integral_value()
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_EVEN)


def figure(quantity: Quantity) -> str:
    """A quantity as a formula shows it: ``20 Md$``, ``12,5 %``, ``70``."""
    if quantity.value is None:
        return "?"
    return amount(quantity.value, quantity)


def amount(value: Decimal, like: Quantity) -> str:
    """``value`` in the unit of ``like``, scaled and written alike."""
    unit = like.unit or ""
    if like.kind is QuantityKind.MONEY:
        return _money(value, unit)
    if like.kind is QuantityKind.RATIO:
        return number(value)
    if unit == "s" and abs(value) >= 60:
        return _time(value)
    shown = number(rounded(value, DECIMALS) if abs(value) >= 1 else value)
    return f"{shown}\u00a0{unit}" if unit else shown


def _time(seconds: Decimal) -> str:
    """``1 min 15 s``, ``2 h 14 min``: without the units that are nought."""
    hours, rest = divmod(abs(seconds), 3600)
    minutes, left = divmod(rest, 60)
    units = ((hours, "h"), (minutes, "min"), (left, "s"))
    told = "\u00a0".join(f"{number(value)}\u00a0{unit}" for value, unit in units if value)
    return f"−{told}" if seconds < 0 else told


def _money(value: Decimal, unit: str) -> str:
    sign = _SIGNS.get(unit, unit)
    for scale, letter in _SCALES:
        if abs(value) >= scale:
            joined = f"{letter}{sign}" if unit in _SIGNS else f"{letter} {sign}"
            return f"{number((value / scale).normalize())}\u00a0{joined}"
    return f"{number(value)}\u00a0{sign}"


def percent(value: Decimal, decimals: int = 1, sign: str = "%") -> str:
    """``25 %``, ``33,3 ‰``: rounded, without a zero behind the comma."""
    return f"{number(rounded(value, decimals))}\u00a0{sign}"


@cache
def _names(table: str) -> tuple[str, ...]:
    """The first name of each number in a table of calendar.toml, by number."""
    names: dict[int, str] = {}
    for name, value in read("calendar")[table].items():
        names.setdefault(value, name)
    return tuple(names[key] for key in sorted(names))


def month(number_of_month: int) -> str:
    return _names("months")[number_of_month - 1]


def weekday(number_of_weekday: int) -> str:
    return _names("weekdays")[number_of_weekday]


def day(value: date, *, year: bool = True, weekday_too: bool = False) -> str:
    """``mardi 4 juin 2024``, with as much of it as asked for; the first is ``1er``."""
    number_of_day = "1er" if value.day == 1 else str(value.day)
    parts = [weekday(value.weekday())] if weekday_too else []
    parts += [number_of_day, month(value.month)]
    return " ".join([*parts, str(value.year)] if year else parts)


def day_of_month(number_of_day: int, number_of_month: int) -> str:
    """``31 avril``: also of days that do not exist."""
    return f"{'1er' if number_of_day == 1 else number_of_day} {month(number_of_month)}"


def span(interval: Interval) -> str:
    """``4 juin 2024`` of a day, ``juin 2024`` of a month, ``2024`` of a year, else both ends."""
    begin, end = interval.begin, interval.end
    if begin is None or end is None:
        return "?"
    if begin == end:
        return day(begin)
    if (begin.month, begin.day, end.month, end.day) == (1, 1, 12, 31):
        return str(begin.year) if begin.year == end.year else f"{begin.year}-{end.year}"
    if (begin.year, begin.month) == (end.year, end.month):
        return f"{month(begin.month)} {begin.year}"
    return f"{day(begin)} – {day(end)}"


def english_weekday(number: int) -> str:
    """``Monday`` for 0."""
    return _WEEKDAYS[number]


def english_month(number: int) -> str:
    """``January`` for 1."""
    return _MONTHS[number - 1]


def clock(hour: int, minute: int) -> str:
    """A time of day: "4 h 02", "21 h"."""
    return f"{hour} h {minute:02}" if minute else f"{hour} h"
