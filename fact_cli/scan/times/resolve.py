"""From what is said to which days are meant: publication date, tense, earlier expressions.

Nothing is guessed from the current date: what the text and its publication date leave open
stays open, ``XXXX-06-04``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fact_cli.model.dates import Grain, Interval, PartialDate, day_after, months_after
from fact_cli.model.mention import Anchor, TimeExpression
from fact_cli.model.times import (
    CalendarForm,
    CenturyForm,
    ClockForm,
    Deixis,
    FeastForm,
    Form,
    FractionForm,
    HoldingForm,
    LengthForm,
    NthForm,
    OffsetForm,
    PortionForm,
    RangeForm,
    SameForm,
    SeasonForm,
    SetForm,
    ShiftForm,
)
from fact_cli.scan.times import calendar, parts
from fact_cli.scan.times.context import Context, Resolved
from fact_cli.scan.times.grains import grain_of, of_grain, shifted, unknown


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
        case FeastForm():
            return calendar.feast(form, context)
        case CenturyForm():
            return calendar.century(form)
        case NthForm():
            return parts.nth(form, context, meaning_of)
        case HoldingForm():
            return parts.holding(form, context, meaning_of)
        case PortionForm():
            return parts.portion(form, context, meaning_of)
        case RangeForm():
            return parts.between(form, context, meaning_of)
        case OffsetForm():
            return _offset(form, context)
        case SameForm():
            return _same(form, context)
        case ShiftForm():
            return _shift(form, context)
        case LengthForm():
            return _length(form, context)
        case SetForm():
            return Resolved(form.every.iso())
        case ClockForm():
            return Resolved(f"T{form.hour:02d}:{form.minute:02d}")


def _offset(form: OffsetForm, context: Context) -> Resolved:
    today = context.today
    if today is None:
        year = None if context.published is None else context.published.year
        if form.grain is Grain.YEAR and year is not None:
            return of_grain(date(year + form.shift, 1, 1), Grain.YEAR, Anchor.PUBLISHED)
        return unknown(form.grain)
    if form.grain is Grain.WEEKEND and form.shift < 0 and today.weekday() >= 5:
        today = day_after(today, -today.weekday())
    return of_grain(_moved(today, form.grain, form.shift), form.grain, Anchor.PUBLISHED)


def _moved(day: date, grain: Grain, count: int) -> date:
    days = {Grain.DAY: 1, Grain.WEEK: 7, Grain.WEEKEND: 7}
    months = {
        Grain.MONTH: 1,
        Grain.QUARTER: 3,
        Grain.HALF: 6,
        Grain.DECADE: 120,
        Grain.CENTURY: 1200,
    }
    if grain in days:
        return day_after(day, days[grain] * count)
    return months_after(day, months.get(grain, 12) * count)


def _same(form: SameForm, context: Context) -> Resolved:
    """The day, week, month or year named last, moved by ``shift`` of them."""
    previous = context.previous
    if previous is None:
        return unknown(form.grain)
    begin = previous.interval.begin
    if begin is not None:
        return of_grain(_moved(begin, form.grain, form.shift), form.grain, Anchor.ARTICLE)
    if isinstance(previous.form, CalendarForm) and form.shift == 0:
        said = previous.form.parts
        if form.grain is Grain.MONTH:
            said = PartialDate(said.year, said.month)
        return Resolved(said.iso(), Interval(), form.grain, Anchor.ARTICLE)
    return unknown(form.grain, Anchor.ARTICLE)


def _shift(form: ShiftForm, context: Context) -> Resolved:
    if form.base is not None:
        base = meaning_of(form.base, context)
        begin, anchor = base.interval.begin, base.anchor
    else:
        previous = context.previous
        begin = None if previous is None else previous.interval.begin
        anchor = Anchor.ARTICLE
    if begin is None:
        return unknown(form.grain, anchor)
    sign = 1 if form.side is Deixis.NEXT else -1
    return of_grain(shifted(begin, form.duration, sign), form.grain, anchor)


def _length(form: LengthForm, context: Context) -> Resolved:
    iso = form.duration.iso()
    if form.vague:
        return Resolved(iso.replace("1", "X"))
    today = context.today
    if form.side is None:
        return Resolved(iso)
    sign = 1 if form.side is Deixis.NEXT else -1
    if not form.point:
        if today is None:
            return Resolved(iso)
        far = shifted(today, form.duration, sign)
        return Resolved(iso, Interval(*sorted((today, far))), None, Anchor.PUBLISHED)
    grain = grain_of(form.duration)
    if grain is Grain.YEAR and today is None and context.about is not None:
        today = context.about
    if today is None or grain is None:
        return Resolved(iso, Interval(), grain)
    return of_grain(shifted(today, form.duration, sign), grain, Anchor.PUBLISHED)
