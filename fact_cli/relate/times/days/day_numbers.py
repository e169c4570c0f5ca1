"""Weekdays with the mere number of their day, behind a day told with its month.

"Ouverte lundi 3 novembre, l'audience a repris mardi 10".
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import PartialDate, months_after
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import day_of
from fact_cli.model.mention import TimeExpression
from fact_cli.model.relation import WeekdayOfDate
from fact_cli.model.times import CalendarForm, Form

FAR = timedelta(days=21)  # behind the day with its month; farther off another month is meant


def followed(former: ScannedSentence | None, sentence: ScannedSentence) -> Iterator[WeekdayOfDate]:
    """The days of one sentence, or of it and the one before, that follow one with its month."""
    leaves = [leaf for whole in sentence.times for leaf in whole.leaves]
    known = [day for leaf in (_leaves(former)) if (day := _dated(leaf)) is not None]
    for time in leaves:
        day = _dated(time)
        form = time.form
        if day is not None:
            known.append(day)
        elif names_month(form):
            known.clear()  # "Ceux de janvier avaient commencé dès le vendredi 3"
        elif known and isinstance(form, CalendarForm) and _is_number(form):
            meant = _meant(form, known[-1], min(known))
            if meant is not None and form.weekday is not None:
                yield WeekdayOfDate(time, form.weekday, meant, True, Binding.INFERRED)


def _leaves(sentence: ScannedSentence | None) -> list[TimeExpression]:
    return [] if sentence is None else [one for whole in sentence.times for one in whole.leaves]


def _dated(time: TimeExpression) -> date | None:
    """The day of a time that names a weekday, a day and its month, all of them in agreement."""
    form = time.form
    if not isinstance(form, CalendarForm) or form.parts.day is None or form.parts.month is None:
        return None
    day = day_of(time.interval)
    return day if day is not None and form.weekday in {None, day.weekday()} else None


def names_month(form: Form) -> bool:
    """Whether a form is a month alone, of which the days behind it are."""
    told = isinstance(form, CalendarForm) and form.parts.month is not None
    return told and isinstance(form, CalendarForm) and form.parts.day is None


def _is_number(form: CalendarForm) -> bool:
    parts = form.parts
    bare = parts.day is not None and parts.month is None and parts.year is None
    return bare and form.weekday is not None and form.deixis is None


def _meant(form: CalendarForm, last: date, first: date) -> date | None:
    """The day of that number in the month told; None where the weekday fits another month."""
    months = [months_after(last.replace(day=1), shift) for shift in (-1, 0, 1)]
    days = [PartialDate(m.year, m.month, form.parts.day).interval().begin for m in months]
    if any(day is not None and day.weekday() == form.weekday for day in days):
        return None
    told = days[1]
    return told if told is not None and timedelta(0) <= told - first <= FAR else None
