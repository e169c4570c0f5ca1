"""Parts of periods and what holds a day: "début mai", "deuxième semaine d'octobre"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from fact_cli.model.dates import Grain, Interval, PartialDate, day_after, months_after
from fact_cli.model.times import (
    CalendarForm,
    Form,
    HoldingForm,
    NthForm,
    Portion,
    PortionForm,
    RangeForm,
)
from fact_cli.scan.times.context import Context, Resolved, Tense
from fact_cli.scan.times.grains import of_grain

Meaning = Callable[[Form, Context], Resolved]


def portion(form: PortionForm, context: Context, meaning: Meaning) -> Resolved:
    """A third of the period: eleven days of March, four months of a year."""
    whole = meaning(form.whole, context)
    begin, end = whole.interval.begin, whole.interval.end
    if begin is None or end is None:
        return Resolved(whole.timex, Interval(), whole.grain, whole.anchor)
    index = list(Portion).index(form.portion)
    if whole.grain is Grain.MONTH:
        first = day_after(begin, 10 * index)
        last = end if form.portion is Portion.END else day_after(first, 9)
    elif whole.grain is Grain.YEAR and end.year - begin.year > 0:
        months = (end.year - begin.year + 1) * 4  # a third of the years of a decade
        first = months_after(begin, months * index)
        last = day_after(months_after(first, months), -1)
    elif whole.grain is Grain.YEAR:
        first = months_after(begin, 4 * index)
        last = day_after(months_after(first, 4), -1)
    else:
        third = ((end - begin).days + 1) // 3
        first = day_after(begin, third * index)
        last = end if form.portion is Portion.END else day_after(first, third - 1)
    return Resolved(f"{first}/{last}", Interval(first, last), whole.grain, whole.anchor)


def nth(form: NthForm, context: Context, meaning: Meaning) -> Resolved:
    whole = meaning(form.whole, context)
    begin, end = whole.interval.begin, whole.interval.end
    if begin is None or end is None:
        return Resolved(whole.timex, Interval(), form.grain, whole.anchor)
    first = _nth_begin(form, begin, end)
    if first is None or not begin <= first <= end:
        return Resolved(whole.timex, Interval(), form.grain, whole.anchor)
    if form.count == 1 and form.grain is not Grain.FORTNIGHT:
        return of_grain(first, form.grain, whole.anchor)
    last = day_after(_moved(first, form.grain, form.count), -1)
    if form.grain is Grain.FORTNIGHT:
        last = end if first.day > 1 else day_after(first, 14)
    return Resolved(f"{first}/{last}", Interval(first, last), form.grain, whole.anchor)


def _nth_begin(form: NthForm, begin: date, end: date) -> date | None:
    """The first day of what is counted out; weeks belong to the period of their Thursday."""
    index = form.index
    if form.weekday is not None:
        return _nth_weekday(begin, end, form.weekday, index)
    match form.grain:
        case Grain.DAY:
            return day_after(begin, index - 1) if index > 0 else day_after(end, index + 1)
        case Grain.WEEK:
            thursday = _nth_weekday(begin, end, 3, index)
            return None if thursday is None else max(begin, day_after(thursday, -3))
        case Grain.WEEKEND:
            return _nth_weekday(begin, end, 5, index)
        case Grain.FORTNIGHT:
            return begin if index == 1 else day_after(begin, 15)
        case Grain.MONTH | Grain.QUARTER | Grain.HALF | Grain.YEAR:
            after = day_after(end, 1)
            shift = index - 1 if index > 0 else index - form.count + 1
            return _moved(begin if index > 0 else after, form.grain, shift)
        case _:
            return None


def _nth_weekday(begin: date, end: date, weekday: int, index: int) -> date | None:
    if index > 0:
        first = day_after(begin, (weekday - begin.weekday()) % 7)
        found = day_after(first, 7 * (index - 1))
    else:
        last = day_after(end, -((end.weekday() - weekday) % 7))
        found = day_after(last, 7 * (index + 1))
    return found if begin <= found <= end else None


def _moved(day: date, grain: Grain, count: int) -> date:
    months = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.HALF: 6, Grain.YEAR: 12}
    if grain in months:
        return months_after(day, months[grain] * count)
    return day_after(day, count * (7 if grain is Grain.WEEK else 1))


def holding(form: HoldingForm, context: Context, meaning: Meaning) -> Resolved:
    day = meaning(form.day, context)
    if day.interval.begin is None:
        return Resolved(day.timex, Interval(), form.grain, day.anchor)
    return of_grain(day.interval.begin, form.grain, day.anchor)


def _in_order(
    form: RangeForm, begin: Resolved | None, end: Resolved | None, context: Context
) -> tuple[Resolved | None, Resolved | None]:
    """Ends that each took the nearest year or week, put in order: "du 28 décembre au 3 janvier".

    An end with a year of its own stays where it is.
    """
    if begin is None or end is None or not isinstance(form.end, CalendarForm):
        return begin, end
    if begin.interval.begin is None or end.interval.end is None:
        return begin, end
    if begin.interval.begin <= end.interval.end or form.end.parts.year is not None:
        return begin, end
    if form.end.parts == PartialDate():
        return begin, of_grain(day_after(end.interval.end, 7), Grain.DAY, end.anchor)
    year = end.interval.end.year
    if context.tense is Tense.PAST and isinstance(form.begin, CalendarForm):
        earlier = form.begin.parts.in_year(begin.interval.begin.year - 1)
        return replace(begin, timex=earlier.iso(), interval=earlier.interval()), end
    later = form.end.parts.in_year(year + 1)
    return begin, replace(end, timex=later.iso(), interval=later.interval())


def between(form: RangeForm, context: Context, meaning: Meaning) -> Resolved:
    begin = meaning(form.begin, context) if form.begin is not None else None
    end = meaning(form.end, context) if form.end is not None else None
    begin, end = _in_order(form, begin, end, context)
    known = [part for part in (begin, end) if part is not None]
    interval = Interval(
        None if begin is None else begin.interval.begin,
        None if end is None else end.interval.end,
    )
    first = ".." if begin is None else begin.timex.partition("/")[0]
    last = ".." if end is None else end.timex.rpartition("/")[2]
    return Resolved(f"{first}/{last}", interval, known[0].grain, known[0].anchor)
