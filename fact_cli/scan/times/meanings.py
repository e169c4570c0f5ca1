"""What the expressions of times.toml mean: one function a meaning.

Each takes the items in the slots of its phrase and the constants of its entry, and gives
the form and kind of the expression, or None where the words are no time after all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from fact_cli.lang.line import Item
from fact_cli.model.dates import Duration, Grain, PartialDate, Season
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.times import (
    CalendarForm,
    ClockForm,
    Deixis,
    Form,
    FractionForm,
    LengthForm,
    OffsetForm,
    Portion,
    PortionForm,
    RangeForm,
    SameForm,
    SeasonForm,
    SetForm,
)
from fact_cli.scan.number import Number

Slots = Mapping[str, Item]
Said = tuple[Form, TimeKind] | None
Constants = Mapping[str, Any]

OLDEST = 130  # years that a person can have
# Nouns of time that ISO 8601 has no letter for, in months.
_IN_MONTHS = {Grain.QUARTER: 3, Grain.HALF: 6}
_IN_YEARS = {Grain.DECADE: 10, Grain.CENTURY: 100}


def calendar_day(slots: Slots, constants: Constants) -> Said:
    parts = PartialDate(_year(slots), _month(slots), _number(slots, "d"))
    if parts == PartialDate() and "w" not in slots:
        return None
    form = CalendarForm(parts, _weekday(slots), _deixis(constants))
    return form, TimeKind.DATE


def numeric_day(slots: Slots, constants: Constants) -> Said:
    parts = slots["n"].value
    assert isinstance(parts, PartialDate)
    plausible = 1 <= (parts.month or 0) <= 12 and 1 <= (parts.day or 0) <= 31
    return (CalendarForm(parts), TimeKind.DATE) if plausible else None


def month(slots: Slots, constants: Constants) -> Said:
    parts = PartialDate(_year(slots), _month(slots))
    return CalendarForm(parts, None, _deixis(constants)), TimeKind.DATE


def year(slots: Slots, constants: Constants) -> Said:
    return CalendarForm(PartialDate(_year(slots))), TimeKind.DATE


def decade(slots: Slots, constants: Constants) -> Said:
    first = _year(slots)
    if not first or first % 10:
        return None
    first += 1900 if first < 100 else 0
    last = CalendarForm(PartialDate(first + 9))
    return RangeForm(CalendarForm(PartialDate(first)), last), TimeKind.PERIOD


def season(slots: Slots, constants: Constants) -> Said:
    name = slots["s"].value
    assert isinstance(name, Season)
    return SeasonForm(name, _year(slots), _deixis(constants)), TimeKind.DATE


def fraction(slots: Slots, constants: Constants) -> Said:
    grain = Grain(constants["grain"])
    number = _number(slots, "o")
    if number is None or number > (4 if grain is Grain.QUARTER else 2):
        return None
    return FractionForm(grain, number, _year(slots), _deixis(constants)), TimeKind.DATE


def offset(slots: Slots, constants: Constants) -> Said:
    return OffsetForm(Grain(constants["grain"]), constants["shift"]), TimeKind.DATE


def same(slots: Slots, constants: Constants) -> Said:
    return SameForm(Grain(constants["grain"]), constants.get("shift", 0)), TimeKind.DATE


def length(slots: Slots, constants: Constants) -> Said:
    duration = _duration(slots, half=constants.get("half", False))
    if duration is None:
        return None
    side, point = _deixis(constants, "side"), constants.get("point", False)
    if point:
        return LengthForm(duration, side, point=True), TimeKind.DATE
    return LengthForm(duration, side), TimeKind.DURATION if side is None else TimeKind.PERIOD


def length_range(slots: Slots, constants: Constants) -> Said:
    """ "de 2 à 3 ans": one length that may be either."""
    ends = [_span_length(slots["u"], _value(slots[name])) for name in ("n", "m")]
    return RangeForm(LengthForm(ends[0]), LengthForm(ends[1])), TimeKind.DURATION


def age(slots: Slots, constants: Constants) -> Said:
    """An age in years, unless the phrase has a slot for its unit: "âgé de 10 mois"."""
    duration = _duration(slots) if "u" in slots else Duration(years=_value(slots["n"]))
    if duration is None or duration.years > OLDEST:
        return None
    return LengthForm(duration), TimeKind.AGE


def recurrence(slots: Slots, constants: Constants) -> Said:
    return SetForm(_span_length(slots["u"], Decimal(1))), TimeKind.SET


def weekly(slots: Slots, constants: Constants) -> Said:
    return SetForm(Duration(weeks=Decimal(1))), TimeKind.SET


def clock(slots: Slots, constants: Constants) -> Said:
    form = slots["c"].value
    assert isinstance(form, ClockForm)
    return form, TimeKind.TIME


def portion(slots: Slots, constants: Constants) -> Said:
    return PortionForm(_form(slots["p"]), Portion(constants["portion"])), TimeKind.DATE


def between(slots: Slots, constants: Constants) -> Said:
    begin, end = _form(slots["a"]), _form(slots["b"])
    if isinstance(begin, RangeForm) or isinstance(end, RangeForm):
        return None
    return RangeForm(_completed(begin, end), end), TimeKind.PERIOD


def days_between(slots: Slots, constants: Constants) -> Said:
    end = _form(slots["b"])
    day = _number(slots, "a")
    if not isinstance(end, CalendarForm) or end.parts.day is None or day is None:
        return None
    return RangeForm(CalendarForm(_day_before(day, end.parts)), end), TimeKind.PERIOD


def since(slots: Slots, constants: Constants) -> Said:
    return RangeForm(_form(slots["a"]), None), TimeKind.PERIOD


def since_length(slots: Slots, constants: Constants) -> Said:
    duration = _duration(slots)
    if duration is None:
        return None
    return RangeForm(LengthForm(duration, Deixis.LAST, point=True), None), TimeKind.PERIOD


def until(slots: Slots, constants: Constants) -> Said:
    return RangeForm(None, _form(slots["a"])), TimeKind.PERIOD


def same_as(slots: Slots, constants: Constants) -> Said:
    return _form(slots["a"]), TimeKind.DATE


MEANINGS: Mapping[str, Callable[[Slots, Constants], Said]] = {
    function.__name__: function
    for function in (
        calendar_day, numeric_day, month, year, decade, season, fraction, offset, same, length,
        length_range, age, recurrence, weekly, clock, portion, between, days_between, since,
        since_length, until, same_as,
    )
}  # fmt: skip


def _form(item: Item) -> Form:
    """The form of a time found before, or of a bare month."""
    if isinstance(item.value, TimeExpression):
        return item.value.form
    assert isinstance(item.value, int)
    return CalendarForm(PartialDate(month=item.value))


def _completed(begin: Form, end: Form) -> Form:
    """``begin`` with the year, or month, that only ``end`` says: "du 28 mai au 2 juin 2015"."""
    if not isinstance(begin, CalendarForm) or not isinstance(end, CalendarForm):
        return begin
    parts = begin.parts
    if parts.month is None and parts.day is not None and end.parts.day is not None:
        parts = _day_before(parts.day, end.parts)
    if parts.year is None and end.parts.year is not None and parts.month is not None:
        later = end.parts.month is not None and parts.month > end.parts.month
        parts = parts.in_year(end.parts.year - later)
    return CalendarForm(parts, begin.weekday, begin.deixis)


def _day_before(day: int, end: PartialDate) -> PartialDate:
    """The day that begins a range whose end alone names the month: "du 30 au 2 février"."""
    month, year = end.month, end.year
    if month is not None and end.day is not None and day > end.day:
        month, year = (month - 1, year) if month > 1 else (12, None if year is None else year - 1)
    return PartialDate(year, month, day)


def _year(slots: Slots) -> int | None:
    return _number(slots, "y")


def _month(slots: Slots) -> int | None:
    item = slots.get("m")
    if item is None:
        return None
    assert isinstance(item.value, int)
    return item.value


def _weekday(slots: Slots) -> int | None:
    item = slots.get("w")
    if item is None:
        return None
    assert isinstance(item.value, int)
    return item.value


def _number(slots: Slots, name: str) -> int | None:
    item = slots.get(name)
    if item is None:
        return None
    assert isinstance(item.value, Number)
    return int(item.value.value)


def _value(item: Item) -> Decimal:
    assert isinstance(item.value, Number)
    return abs(item.value.value)


def _deixis(constants: Constants, key: str = "deixis") -> Deixis | None:
    return Deixis(constants[key]) if key in constants else None


def _duration(slots: Slots, *, half: bool = False) -> Duration | None:
    number = slots["n"].value
    assert isinstance(number, Number)
    if number.value < 0:
        return None
    whole = _span_length(slots["u"], number.value)
    if not half:
        return whole
    grain = slots["u"].value
    if grain is Grain.YEAR:
        return Duration(years=number.value, months=Decimal(6))
    return _span_length(slots["u"], number.value + Decimal("0.5"))


def _span_length(span: Item, count: Decimal) -> Duration:
    grain = span.value
    if grain in {"hour", "minute", "second"}:
        return Duration(**{f"{grain}s": count})
    assert isinstance(grain, Grain)
    if grain in _IN_MONTHS:
        return Duration(months=count * _IN_MONTHS[grain])
    if grain in _IN_YEARS:
        return Duration(years=count * _IN_YEARS[grain])
    return Duration(**{f"{grain}s": count})
