"""Meanings of periods: from, until, between, before and after."""

from __future__ import annotations

from dataclasses import replace

from fact_cli.model.dates import Grain, PartialDate
from fact_cli.model.mention import TimeKind
from fact_cli.model.times import (
    CalendarForm,
    Deixis,
    Form,
    LengthForm,
    OffsetForm,
    Portion,
    PortionForm,
    RangeForm,
)
from fact_cli.scan.times.meanings.slots import (
    Constants,
    Said,
    Slots,
    form_in,
    named,
    number,
    year,
)


def between(slots: Slots, constants: Constants) -> Said:
    begin, end = form_in(slots["a"]), form_in(slots["b"])
    if isinstance(begin, RangeForm) or isinstance(end, RangeForm):
        return None
    kind = TimeKind.DATE if constants.get("night") else TimeKind.PERIOD
    return RangeForm(completed(begin, end), end), kind


def days_between(slots: Slots, constants: Constants) -> Said:
    """The first day alone without its month: "du 3 au 5 mai", "17, 18 et 19 juin"."""
    end = form_in(slots["b"])
    day = number(slots, "a")
    if not isinstance(end, CalendarForm) or end.parts.day is None or day is None:
        return None
    begin = CalendarForm(day_before(day, end.parts), named(slots, "v"))
    kind = TimeKind.DATE if constants.get("night") else TimeKind.PERIOD
    return RangeForm(begin, end), kind


def days_of_month(slots: Slots, constants: Constants) -> Said:
    """ "13-15 juillet", "14 - 20 sept. 2014"."""
    first, last = number(slots, "a"), number(slots, "b")
    if first is None or last is None or first >= last:
        return None
    month, of_year = named(slots, "m"), year(slots)
    begin, end = (CalendarForm(PartialDate(of_year, month, day)) for day in (first, last))
    return RangeForm(begin, end), TimeKind.PERIOD


def since(slots: Slots, constants: Constants) -> Said:
    return RangeForm(form_in(slots["a"]), None), TimeKind.PERIOD


def since_length(slots: Slots, constants: Constants) -> Said:
    return _open(slots, Deixis.LAST)


def until(slots: Slots, constants: Constants) -> Said:
    return RangeForm(None, form_in(slots["a"])), TimeKind.PERIOD


def until_length(slots: Slots, constants: Constants) -> Said:
    return _open(slots, Deixis.NEXT)


def _open(slots: Slots, side: Deixis) -> Said:
    form = form_in(slots["l"])
    if not isinstance(form, LengthForm) or form.side not in {None, side}:
        return None
    point: LengthForm = replace(form, side=side, point=True)
    ends = (point, None) if side is Deixis.LAST else (None, point)
    return RangeForm(*ends), TimeKind.PERIOD


def rest_of(slots: Slots, constants: Constants) -> Said:
    """ "le reste du mois": from the telling to its end."""
    return RangeForm(
        OffsetForm(Grain.DAY, 0),
        PortionForm(OffsetForm(Grain(constants["grain"]), 0), Portion.END),
    ), TimeKind.PERIOD


def same_as(slots: Slots, constants: Constants) -> Said:
    return form_in(slots["a"]), TimeKind.DATE


def completed(begin: Form, end: Form) -> Form:
    """``begin`` with the year, or month, that only ``end`` says: "du 28 mai au 2 juin 2015"."""
    if not isinstance(begin, CalendarForm) or not isinstance(end, CalendarForm):
        return begin
    parts = begin.parts
    if parts.month is None and parts.day is not None and end.parts.day is not None:
        parts = day_before(parts.day, end.parts)
    if parts.year is None and end.parts.year is not None and parts.month is not None:
        later = end.parts.month is not None and parts.month > end.parts.month
        parts = parts.in_year(end.parts.year - later)
    return CalendarForm(parts, begin.weekday, begin.deixis)


def day_before(day: int, end: PartialDate) -> PartialDate:
    """The day that begins a range whose end alone names the month: "du 30 au 2 février"."""
    month, of_year = end.month, end.year
    if month is not None and end.day is not None and day > end.day:
        of_year = of_year if month > 1 or of_year is None else of_year - 1
        month = month - 1 if month > 1 else 12
    return PartialDate(of_year, month, day)
