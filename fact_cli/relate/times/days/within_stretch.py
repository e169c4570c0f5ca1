"""A day beside the week, month or year in which it is told to lie, counted from the telling.

"La semaine prochaine, le 11 mars", "l'an dernier, en 2021".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from fact_cli.lang.words import lower, words_after
from fact_cli.model.dates import Grain, months_after
from fact_cli.model.mention import Anchor, TimeExpression
from fact_cli.model.periods import OutOfPeriod
from fact_cli.model.times import CalendarForm, OffsetForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import published

_BESIDE = re.compile(r",? \(?(?:soit )?(?:le |ce |en |du |au mois de |dès le |à partir du )?")
_APPOSED = re.compile(r", |,? \(")
_CLOSES = re.compile(r" ?[,;:.)!?]|$| (?:que|qu'|à \d|au soir|au matin|dès|de \d)\b")
# Of a school year, a season or another count than the calendar's.
_OTHERWISE = re.compile(
    r" (?:scolaire|universitaire|académique|judiciaire|liturgique|fiscale|civile)\b"
)
# Days by which the telling may lie before its publication, or be dated ahead.
_SLACK = {Grain.WEEK: 2, Grain.MONTH: 3, Grain.YEAR: 10}

FAR = 3  # years: what lies farther from the telling is retold from another time


def find(context: Context) -> Iterator[OutOfPeriod]:
    plain, now = context.document.plain, published(context)
    today = None if now is None else now.interval.begin
    if today is None:
        return
    for sentence in context.sentences:
        leaves = [leaf for whole in sentence.times for leaf in whole.leaves]
        for whole, time in pairwise(leaves):
            link = lower(plain[whole.extent.end : time.extent.start])
            if not _BESIDE.fullmatch(link) or not _APPOSED.match(link):
                continue
            if context.quoted(whole.extent) or not _is_closed(plain, whole, time):
                continue
            if _lies_outside(whole, time, today):
                yield OutOfPeriod(whole, time)


def _is_closed(plain: str, whole: TimeExpression, time: TimeExpression) -> bool:
    behind = words_after(plain, time.extent.end, 12)
    scholastic = _OTHERWISE.match(words_after(plain, whole.extent.end, 16)) is not None
    return _CLOSES.match(behind) is not None and not scholastic


def _lies_outside(whole: TimeExpression, time: TimeExpression, today: date) -> bool:
    form, told = whole.form, time.form
    if not isinstance(form, OffsetForm) or form.grain not in _SLACK:
        return False
    if whole.anchor is not Anchor.PUBLISHED or not isinstance(told, CalendarForm):
        return False
    parts = told.parts
    placed = parts.year is not None or (parts.month is not None and parts.day is not None)
    first, last = time.interval.begin, time.interval.end
    if not placed or first is None or last is None or told.deixis is not None:
        return False
    slack = timedelta(days=_SLACK[form.grain])
    low = _begin(form, today - slack)
    high = _begin(OffsetForm(form.grain, form.shift + 1), today + slack)
    far = abs(first.year - today.year) > FAR
    return not far and (last < low or first >= high)


def _begin(form: OffsetForm, told: date) -> date:
    """The first day of a week, month or year counted from the day of telling."""
    match form.grain:
        case Grain.WEEK:
            return told - timedelta(days=told.weekday()) + timedelta(weeks=form.shift)
        case Grain.MONTH:
            return months_after(told.replace(day=1), form.shift)
        case _:
            return date(told.year + form.shift, 1, 1)
