"""The days meant by calendar names: days, weekdays, months, years, seasons, feasts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from fact_cli.model.dates import (
    Grain,
    Interval,
    PartialDate,
    Season,
    day_after,
    months_after,
    season_interval,
    year_iso,
)
from fact_cli.model.feasts import feast as feast_days
from fact_cli.model.mention import Anchor
from fact_cli.model.times import (
    CalendarForm,
    CenturyForm,
    Deixis,
    FeastForm,
    FractionForm,
    SeasonForm,
)
from fact_cli.scan.times.context import Context, Resolved, Tense
from fact_cli.scan.times.yearly import nearest, year_meant

AROUND = 45  # days on each side of publication among which "jeudi 26" is looked for

CLOSE = 10  # days from publication in which a feast is this year's


def calendar(form: CalendarForm, context: Context) -> Resolved:
    parts = form.parts
    if parts == PartialDate() or (parts.month is None and parts.day is not None):
        return _weekday(form, context)
    grain = Grain.YEAR if parts.month is None else Grain.MONTH if parts.day is None else Grain.DAY
    if parts.year is not None:
        return Resolved(parts.iso(), parts.interval(), grain, Anchor.EXPLICIT)
    year = year_meant(lambda year: parts.in_year(year).interval(), form.deixis, context)
    if year is None:
        return Resolved(parts.iso(), Interval(), grain)
    found = parts.in_year(year)
    return Resolved(found.iso(), found.interval(), grain, _anchor(form.deixis, context))


def _anchor(deixis: Deixis | None, context: Context) -> Anchor:
    stated = deixis is None and context.year is not None
    return Anchor.ARTICLE if stated else Anchor.PUBLISHED


def _weekday(form: CalendarForm, context: Context) -> Resolved:
    """A bare weekday ("mardi") or one with a day of an unnamed month ("jeudi 26")."""
    today = context.today
    if today is None:
        if form.parts.day is not None:
            return Resolved(form.parts.iso(), Interval(), Grain.DAY)
        return Resolved(f"XXXX-WXX-{(form.weekday or 0) + 1}", Interval(), Grain.DAY)
    if form.parts.day is not None:
        near = [day_after(today, days) for days in range(-AROUND, AROUND + 1)]
        days = [day for day in near if day.day == form.parts.day]
        fitting = [day for day in days if form.weekday in {None, day.weekday()}]
        days = fitting or days
    else:
        days = _weekdays_around(today, form.weekday)
    chosen = nearest([Interval(day, day) for day in days], today, *_direction(form, context))
    if chosen is None or chosen.begin is None:
        return Resolved(form.parts.iso(), Interval(), Grain.DAY)
    return Resolved(chosen.begin.isoformat(), chosen, Grain.DAY, Anchor.PUBLISHED)


def _weekdays_around(today: date, weekday: int | None) -> Sequence[date]:
    if weekday is None:
        return ()
    first = (weekday - today.weekday() + AROUND) % 7 - AROUND
    return [day_after(today, days) for days in range(first, AROUND + 1, 7)]


def _direction(form: CalendarForm, context: Context) -> tuple[Deixis | None, Tense | None]:
    """ "ce lundi" follows the tense; a bare weekday without one was the last of its name."""
    deixis, tense = form.deixis, context.tense
    if deixis is Deixis.THIS and tense is not None:
        deixis = None
    if tense is None and form.deixis is None and form.parts.day is None:
        tense = Tense.PAST
    return deixis, tense


def season(form: SeasonForm, context: Context) -> Resolved:
    def named(year: int, anchor: Anchor) -> Resolved:
        days = season_interval(form.season, year)
        return Resolved(f"{year_iso(year)}-{form.season}", days, Grain.SEASON, anchor)

    if form.year is not None:
        return named(form.year, Anchor.EXPLICIT)
    today = context.today
    if form.deixis is Deixis.THIS and today is not None:
        in_winter = form.season is Season.WINTER and today.month <= 3
        return named(today.year - in_winter, Anchor.PUBLISHED)
    year = year_meant(lambda year: season_interval(form.season, year), form.deixis, context)
    if year is None or (today is None and context.year is None):
        return Resolved(f"XXXX-{form.season}", Interval(), Grain.SEASON)
    return named(year, _anchor(form.deixis, context))


def fraction(form: FractionForm, context: Context) -> Resolved:
    letter, months = ("Q", 3) if form.grain is Grain.QUARTER else ("H", 6)

    def days(year: int) -> Interval:
        begin = date(year, (form.number - 1) * months + 1, 1)
        return Interval(begin, day_after(months_after(begin, months), -1))

    year, anchor = form.year, Anchor.EXPLICIT
    if year is None:
        told = context if context.tense is not None else replace(context, tense=Tense.PAST)
        year, anchor = year_meant(days, form.deixis, told), _anchor(form.deixis, context)
    if year is None or not 1 <= year <= 9998:
        return Resolved(f"XXXX-{letter}{form.number}", Interval(), form.grain)
    return Resolved(f"{year:04d}-{letter}{form.number}", days(year), form.grain, anchor)


def feast(form: FeastForm, context: Context) -> Resolved:
    year, anchor = form.year, Anchor.EXPLICIT
    if year is None:
        anchor = _anchor(form.deixis, context)
        year = year_meant(lambda year: feast_days(form.rule, year), form.deixis, context)
        year = _year_close(form, context) or year
    if year is None:
        fixed = form.rule[0].isdigit()
        return Resolved(f"XXXX-{form.rule}" if fixed else "XXXX-XX-XX", Interval(), Grain.DAY)
    days = feast_days(form.rule, year)
    if days.begin is None or days.end is None:
        return Resolved(f"{year_iso(year)}-XX-XX", Interval(), Grain.DAY, anchor)
    middle = day_after(days.begin, (days.end - days.begin).days // 2)
    return Resolved(middle.isoformat(), days, Grain.DAY, anchor)


def _year_close(form: FeastForm, context: Context) -> int | None:
    """The year of publication where the feast lies a few days from it, whatever the tense.

    "Mort lundi de Pâques, il sera inhumé samedi": the verb is of another day.
    """
    today = context.about
    if today is None or form.deixis is not None or context.year is not None:
        return None
    begin = feast_days(form.rule, today.year).begin
    close = begin is not None and abs((begin - today).days) <= CLOSE
    return today.year if close else None


def century(form: CenturyForm) -> Resolved:
    """By usage from 1900 to 1999, strictly from 1901 to 2000: the days of both, one value."""
    if form.before:
        first, last = -100 * form.number, -100 * (form.number - 1) - 1
        return Resolved(f"{year_iso(first)}/{year_iso(last)}", Interval(), Grain.CENTURY)
    first = 100 * (form.number - 1)
    timex = f"{first:04d}/{first + 99:04d}"
    days = Interval(date(max(first, 1), 1, 1), date(min(first + 100, 9999), 12, 31))
    return Resolved(timex, days, Grain.CENTURY, Anchor.EXPLICIT)
