"""A day that is taken up again, but that no sentence has told: "Ce soir du 14 mars 2019".

"La crue du printemps 2018 … Ce 23 novembre-là": nor is such a day in another season or month.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from fact_cli.lang.words import words_before
from fact_cli.model.dates import PartialDate
from fact_cli.model.lapse import TwoDates, day_of
from fact_cli.model.mention import TimeExpression
from fact_cli.model.periods import OutOfPeriod
from fact_cli.model.slips import slip_between
from fact_cli.model.times import CalendarForm, SeasonForm
from fact_cli.relate.context import Context, up_to
from fact_cli.relate.times.days.named_seasons import is_elsewhere
from fact_cli.relate.times.moments import published

_TAKEN_UP = re.compile(
    r"\b(?:ce (?:soir|matin|jour|midi|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) du"
    r"|cet(?:te)? (?:après-midi|nuit|matinée|soirée|journée) du|ce (?:fameux|triste|funeste) "
    r"|en ce|ce jour-là,? le) ?$"
)
_OF = re.compile(r"(?:\b(?:de|du)|['’]) ?$")  # "la crue du printemps 2018"
NEXT = 3  # days
LOOSE = timedelta(days=25)  # by which a season may begin early or end late
TOLD_NOW = timedelta(days=30)  # before publication, in which "ce 4 juin" is the dateline's


def find(context: Context) -> Iterator[TwoDates | OutOfPeriod]:
    yield from _taken_up(context)
    if context.tells(("-là",)):
        yield from _out_of_season(context)


def _taken_up(context: Context) -> Iterator[TwoDates]:
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


def _out_of_season(context: Context) -> Iterator[OutOfPeriod]:
    """ "Ce 23 novembre-là" against the only season or month told in this sentence and the last."""
    plain = context.document.plain
    told: set[tuple[int | None, int | None]] = set()
    for index, sentence in enumerate(context.sentences):
        block = sentence.sentence.block
        near = [one for one in up_to(context.sentences, index, 1) if one.sentence.block == block]
        for time in sentence.times:
            parts = time.form.parts if isinstance(time.form, CalendarForm) else None
            day = None if parts is None else (parts.month, parts.day)
            back = day is not None and all(day) and plain.startswith("-là", time.extent.end)
            before = [one for each in near for one in each.times if one.extent < time.extent]
            if back and day not in told and len(before) == 1 and not context.quoted(time.extent):
                (whole,) = before
                named = _OF.search(words_before(plain, whole.extent.start, 8)) is not None
                abroad = isinstance(whole.form, SeasonForm) and is_elsewhere(context)
                if named and not abroad and not _may_hold(whole, day):
                    yield OutOfPeriod(whole, time)
            told.add(day or (None, None))


def _may_hold(whole: TimeExpression, day: tuple[int | None, int | None] | None) -> bool:
    """Whether a day may lie in a season or month of a year; True for other times."""
    begin, end = whole.interval.begin, whole.interval.end
    match whole.form:
        case SeasonForm(year=int()):
            slack = LOOSE
        case CalendarForm(parts=PartialDate(year=int(), month=int(), day=None)):
            slack = timedelta(0)
        case _:
            return True
    month, number = day or (None, None)
    if begin is None or end is None or month is None or number is None:
        return True
    days = (PartialDate(year, month, number).interval().begin for year in {begin.year, end.year})
    return any(one is None or begin - slack <= one <= end + slack for one in days)


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
