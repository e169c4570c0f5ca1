"""From what is said to which days are meant: publication date, tense, earlier expressions.

Nothing is guessed from the current date: what the text and its publication date leave open
stays open, ``XXXX-06-04``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fact_cli.model.dates import (
    Duration,
    Grain,
    Interval,
    PartialDate,
    day_after,
    months_after,
    week_of,
)
from fact_cli.model.mention import Anchor, TimeExpression
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
from fact_cli.scan.times import calendar
from fact_cli.scan.times.context import Context, Resolved


def resolve(expression: TimeExpression, context: Context) -> TimeExpression:
    """``expression`` with its meaning filled in as far as ``context`` allows."""
    meaning = meaning_of(expression.form, context)
    return replace(
        expression,
        timex=meaning.timex,
        interval=meaning.interval,
        grain=meaning.grain,
        anchor=meaning.anchor,
        parts=tuple(resolve(part, context) for part in expression.parts),
    )


def meaning_of(form: Form, context: Context) -> Resolved:
    match form:
        case CalendarForm():
            return calendar.calendar(form, context)
        case SeasonForm():
            return calendar.season(form, context)
        case FractionForm():
            return calendar.fraction(form, context)
        case OffsetForm():
            return _offset(form, context)
        case SameForm():
            return _same(form, context)
        case LengthForm():
            return _length(form, context)
        case PortionForm():
            return _portion(form, context)
        case RangeForm():
            return _range(form, context)
        case SetForm():
            return Resolved(form.every.iso())
        case ClockForm():
            return Resolved(f"T{form.hour:02d}:{form.minute:02d}")


_UNKNOWN = {
    Grain.DAY: "XXXX-XX-XX",
    Grain.WEEK: "XXXX-WXX",
    Grain.MONTH: "XXXX-XX",
    Grain.YEAR: "XXXX",
}


def _offset(form: OffsetForm, context: Context) -> Resolved:
    today = context.today
    if today is None:
        year = None if context.published is None else context.published.year
        if form.grain is Grain.YEAR and year is not None:
            return _of_grain(date(year + form.shift, 1, 1), Grain.YEAR, Anchor.PUBLISHED)
        return Resolved(_UNKNOWN[form.grain], Interval(), form.grain)
    return _of_grain(_moved(today, form.grain, form.shift), form.grain, Anchor.PUBLISHED)


def _moved(day: date, grain: Grain, count: int) -> date:
    match grain:
        case Grain.DAY:
            return day_after(day, count)
        case Grain.WEEK:
            return day_after(day, 7 * count)
        case Grain.MONTH:
            return months_after(day, count)
        case _:
            return months_after(day, 12 * count)


def _of_grain(day: date, grain: Grain, anchor: Anchor) -> Resolved:
    """The day, week, month or year that holds ``day``."""
    match grain:
        case Grain.DAY:
            return Resolved(day.isoformat(), Interval(day, day), grain, anchor)
        case Grain.WEEK:
            year, week, _ = day.isocalendar()
            return Resolved(f"{year:04d}-W{week:02d}", week_of(day), grain, anchor)
        case Grain.MONTH:
            parts = PartialDate(day.year, day.month)
            return Resolved(parts.iso(), parts.interval(), grain, anchor)
        case _:
            parts = PartialDate(day.year)
            return Resolved(parts.iso(), parts.interval(), Grain.YEAR, anchor)


def _same(form: SameForm, context: Context) -> Resolved:
    """The month, day or year named last, moved by ``shift`` days."""
    previous = context.previous
    if previous is None:
        return Resolved(_UNKNOWN[form.grain], Interval(), form.grain)
    begin = previous.interval.begin
    if begin is not None:
        return _of_grain(day_after(begin, form.shift), form.grain, Anchor.ARTICLE)
    if isinstance(previous.form, CalendarForm) and form.shift == 0:
        parts = previous.form.parts
        if form.grain is Grain.MONTH:
            parts = PartialDate(parts.year, parts.month)
        return Resolved(parts.iso(), Interval(), form.grain, Anchor.ARTICLE)
    return Resolved(_UNKNOWN[form.grain], Interval(), form.grain, Anchor.ARTICLE)


def _length(form: LengthForm, context: Context) -> Resolved:
    iso = form.duration.iso()
    today = context.today
    if form.side is None:
        return Resolved(iso)
    sign = 1 if form.side is Deixis.NEXT else -1
    if not form.point:
        if today is None:
            return Resolved(iso)
        far = _shifted(today, form.duration, sign)
        return Resolved(iso, Interval(*sorted((today, far))), None, Anchor.PUBLISHED)
    grain = _grain_of(form.duration)
    if today is None or grain is None:
        return Resolved(iso, Interval(), grain)
    return _of_grain(_shifted(today, form.duration, sign), grain, Anchor.PUBLISHED)


def _shifted(day: date, duration: Duration, sign: int) -> date:
    months = int(duration.years * 12 + duration.months)
    days = int(duration.weeks * 7 + duration.days)
    return day_after(months_after(day, sign * months), sign * days)


def _grain_of(duration: Duration) -> Grain | None:
    """The grain in which "dans trois ans" points: the year, not the day."""
    if duration.days or duration.weeks:
        return Grain.DAY
    if duration.months:
        return Grain.MONTH
    return Grain.YEAR if duration.years else None


def _portion(form: PortionForm, context: Context) -> Resolved:
    """A third of the period: eleven days of March, four months of a year."""
    whole = meaning_of(form.whole, context)
    begin, end = whole.interval.begin, whole.interval.end
    if begin is None or end is None:
        return Resolved(whole.timex, Interval(), whole.grain, whole.anchor)
    index = list(Portion).index(form.portion)
    if whole.grain is Grain.MONTH:
        first = day_after(begin, 10 * index)
        last = end if form.portion is Portion.END else day_after(first, 9)
    elif whole.grain is Grain.YEAR:
        first = months_after(begin, 4 * index)
        last = day_after(months_after(first, 4), -1)
    else:
        third = ((end - begin).days + 1) // 3
        first = day_after(begin, third * index)
        last = end if form.portion is Portion.END else day_after(first, third - 1)
    days = Interval(first, last)
    return Resolved(f"{first}/{last}", days, whole.grain, whole.anchor)


def _range(form: RangeForm, context: Context) -> Resolved:
    begin = meaning_of(form.begin, context) if form.begin is not None else None
    end = meaning_of(form.end, context) if form.end is not None else None
    known = [part for part in (begin, end) if part is not None]
    interval = Interval(
        None if begin is None else begin.interval.begin,
        None if end is None else end.interval.end,
    )
    first = ".." if begin is None else begin.timex.partition("/")[0]
    last = ".." if end is None else end.timex.rpartition("/")[2]
    timex = f"{first}/{last}"
    return Resolved(timex, interval, known[0].grain, known[0].anchor)
