"""Dates that name their weekday."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from fact_cli.model.dates import Grain, PartialDate
from fact_cli.model.mention import TimeExpression
from fact_cli.model.relation import WeekdayOfDate
from fact_cli.model.times import CalendarForm
from fact_cli.relate.context import Context

NEAR = 60  # days from publication within which no other year can be meant


def find(context: Context) -> Iterator[WeekdayOfDate]:
    years = _years_named(context)
    for sentence in context.sentences:
        for time in (leaf for whole in sentence.times for leaf in whole.leaves):
            form = time.form
            if isinstance(form, CalendarForm) and form.weekday is not None and _is_day(form.parts):
                yield _relation(context, time, form, form.weekday, years)


def _is_day(parts: PartialDate) -> bool:
    return parts.day is not None and parts.month is not None and parts.exists()


def _relation(
    context: Context,
    time: TimeExpression,
    form: CalendarForm,
    weekday: int,
    years: Collection[int],
) -> WeekdayOfDate:
    day = time.interval.begin
    years = [year for year in years if day is None or year != day.year]
    published = context.document.published.date
    today = None if published is None or not published.complete else published.interval().begin
    written = form.parts.year is not None
    close = day is not None and today is not None and abs((day - today).days) <= NEAR
    told_of_another = any(_falls_on(form.parts, year, weekday) for year in years)
    return WeekdayOfDate(time, weekday, day, written or (close and not told_of_another))


def _falls_on(parts: PartialDate, year: int, weekday: int) -> bool:
    day = parts.in_year(year).interval().begin
    return day is not None and day.weekday() == weekday


def _years_named(context: Context) -> frozenset[int]:
    """The years of which an undated day may be told: "1993", "l'an dernier", "il y a dix ans"."""
    times = (
        time for sentence in context.sentences for whole in sentence.times for time in whole.leaves
    )
    return frozenset(
        time.interval.begin.year
        for time in times
        if time.interval.begin is not None and _names_year(time)
    )


def _names_year(time: TimeExpression) -> bool:
    form = time.form
    written = isinstance(form, CalendarForm) and form.parts.year is not None
    return written or (time.grain is Grain.YEAR and not isinstance(form, CalendarForm))
