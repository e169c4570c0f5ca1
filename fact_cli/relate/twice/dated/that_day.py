"""A day that is taken up again, but that no sentence has told: "Ce soir du 14 mars 2019"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from fact_cli.lang.words import words_before
from fact_cli.model.lapse import TwoDates, day_of
from fact_cli.model.mention import TimeExpression
from fact_cli.model.slips import slip_between
from fact_cli.model.times import CalendarForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import published

_TAKEN_UP = re.compile(
    r"\b(?:ce (?:soir|matin|jour|midi|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) du"
    r"|cet(?:te)? (?:après-midi|nuit|matinée|soirée|journée) du|ce (?:fameux|triste|funeste) "
    r"|en ce|ce jour-là,? le) ?$"
)
NEXT = 3  # days
TOLD_NOW = timedelta(days=30)  # before publication, in which "ce 4 juin" is the dateline's


def find(context: Context) -> Iterator[TwoDates]:
    plain, now = context.document.plain, published(context)
    today = None if now is None else day_of(now.interval)
    told: list[tuple[TimeExpression, date]] = []
    for _, time in context.times():
        day = day_of(time.interval)
        form = time.form
        if day is None or not isinstance(form, CalendarForm) or form.parts.month is None:
            continue
        again = _TAKEN_UP.search(words_before(plain, time.extent.start, 30))
        near = today is not None and abs(today - day) <= TOLD_NOW
        if again and not near and all(other != day for _, other in told):
            alike = [one for one, other in told if _is_slip(other, day)]
            if len(alike) == 1:
                yield TwoDates(alike[0], time, again.group().strip())
        told.append((time, day))


def _is_slip(one: date, other: date) -> bool:
    """Whether one date is the other misprinted: a digit of the day, or the month alone."""
    if one.year != other.year:
        return False
    if one.day == other.day:
        return one.month != other.month
    if abs(one.day - other.day) <= NEXT:  # the evening before, the morning after
        return False
    more = str(one.day) in str(other.day) or str(other.day) in str(one.day)
    slip = slip_between(Decimal(one.day), Decimal(other.day), Decimal(1))
    return one.month == other.month and (more or slip is not None)
