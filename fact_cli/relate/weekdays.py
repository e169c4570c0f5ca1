"""Dates that name their weekday."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fact_cli.model.dates import PartialDate
from fact_cli.model.mention import TimeExpression
from fact_cli.model.relation import WeekdayOfDate
from fact_cli.model.times import CalendarForm
from fact_cli.relate.context import Context

NEAR = 60  # days from publication within which no other year can be meant


def find(context: Context) -> Iterator[WeekdayOfDate]:
    for sentence in context.sentences:
        for time in (leaf for whole in sentence.times for leaf in whole.leaves):
            form = time.form
            if isinstance(form, CalendarForm) and form.weekday is not None and _is_day(form.parts):
                yield _relation(context, time, form, form.weekday)


def _is_day(parts: PartialDate) -> bool:
    return parts.day is not None and parts.month is not None and parts.exists()


def _relation(
    context: Context, time: TimeExpression, form: CalendarForm, weekday: int
) -> WeekdayOfDate:
    day = time.interval.begin
    published = context.document.published.date
    today = None if published is None or not published.complete else published.interval().begin
    written = form.parts.year is not None
    near = written or (day is not None and today is not None and abs((day - today).days) <= NEAR)
    return WeekdayOfDate(time, weekday, day, near, _fits_nearby(form.parts, day, weekday))


def _fits_nearby(parts: PartialDate, day: date | None, weekday: int) -> bool:
    if day is None:
        return False
    others = (parts.in_year(day.year + shift).interval().begin for shift in (-1, 1))
    return any(other is not None and other.weekday() == weekday for other in others)
