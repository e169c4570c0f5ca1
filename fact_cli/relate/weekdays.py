"""Dates that name their weekday."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from fact_cli.model.dates import PartialDate
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
    """The years that the article names, of which an undated day may be told."""
    forms = (
        time.form
        for sentence in context.sentences
        for whole in sentence.times
        for time in whole.leaves
    )
    return frozenset(
        form.parts.year
        for form in forms
        if isinstance(form, CalendarForm) and form.parts.year is not None
    )
