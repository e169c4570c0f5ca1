"""Meanings of days of a month that is told by itself, and of runs of months."""

from __future__ import annotations

from fact_cli.model.dates import Grain, PartialDate
from fact_cli.model.mention import TimeKind
from fact_cli.model.times import CalendarForm, NthForm, RangeForm
from fact_cli.scan.times.meanings.slots import Constants, Said, Slots, form_in, named, number, year


def day_in_month(slots: Slots, constants: Constants) -> Said:
    """ "le 1er de ce mois", "le 15 du mois prochain"."""
    day = number(slots, "d")
    return None if day is None else (_day(slots, day), TimeKind.DATE)


def days_in_month(slots: Slots, constants: Constants) -> Said:
    """ "du 4 au 22 de ce mois"."""
    first, last = number(slots, "a"), number(slots, "b")
    if first is None or last is None or first >= last:
        return None
    return RangeForm(_day(slots, first), _day(slots, last)), TimeKind.PERIOD


def _day(slots: Slots, day: int) -> NthForm | CalendarForm:
    """A day of the month in the slot; without a slot, of the current one."""
    month = form_in(slots["p"])
    if isinstance(month, CalendarForm):
        parts = month.parts
        return CalendarForm(PartialDate(parts.year, parts.month, day), None, month.deixis)
    return NthForm(month, Grain.DAY, day)


def months_between(slots: Slots, constants: Constants) -> Said:
    """ "juin-août 1992"."""
    first, last, of_year = named(slots, "m"), named(slots, "n"), year(slots)
    if first is None or last is None or first >= last:
        return None
    ends = (CalendarForm(PartialDate(of_year, month)) for month in (first, last))
    return RangeForm(*ends), TimeKind.PERIOD
