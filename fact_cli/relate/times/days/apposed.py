"""One day told twice, side by side: "hier, lundi 15", "la veille, mercredi"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Grain, PartialDate, months_after
from fact_cli.model.lapse import OneDay, day_of
from fact_cli.model.mention import Anchor, TimeExpression
from fact_cli.model.text import Extent
from fact_cli.model.times import CalendarForm, Deixis, LengthForm, OffsetForm, SameForm, ShiftForm
from fact_cli.relate.context import Context, up_to
from fact_cli.relate.times.moments import published
from fact_cli.relate.times.years.ago import is_hedged

_BESIDE = re.compile(r",? \(?(?:soit |donc |c'était |c'est-à-dire )?(?:le |ce )?|, (?:le )?")
_TO_THE_DAY = re.compile(r" jour pour jour,? \(?(?:le )?")
ONE = timedelta(days=1)
OF_TELLING = timedelta(days=10)  # in which "dimanche dernier" lies from its date
OF_NEXT = timedelta(days=3)  # "le lendemain, 6 novembre": farther off it is of another day
FARTHEST = timedelta(days=31)  # two days farther apart than this are rather two
DAYS = 1  # by which a count of days may be off: the day of telling counts or does not
OF_COUNT = 2  # of "huit jours plus tard", a week or eight days
OF_WEEKDAY = 3  # days counted to a mere weekday; of more, the first may count or not
OF_WEEKS = 4  # the same of weeks, which are rounded
TOLD_BACK = 1  # sentences before "la veille" in which the day lies that it is counted from


def find(context: Context) -> Iterator[OneDay]:
    plain = context.document.plain
    for index, sentence in enumerate(context.sentences):
        leaves = [leaf for whole in sentence.times for leaf in whole.leaves]
        for first, second in pairwise(leaves):
            link = lower(plain[first.extent.end : second.extent.start])
            beside, exact = _BESIDE.fullmatch(link), _TO_THE_DAY.fullmatch(link)
            if not beside and not exact:
                continue
            if context.quoted(first.extent):  # "demain" of whoever speaks
                continue
            before = up_to(context.sentences, index, TOLD_BACK)
            found = _counted(first, second, before)
            if found is not None and _is_behind_flashback(context, found, second, before):
                continue
            if found is None and len(_days(leaves, {first.extent, second.extent})) == 0:
                found = _from_now(context, first, second, to_the_day=exact is not None)
            if found is not None and abs(found.other - found.day) <= FARTHEST:
                yield found


def _counted(
    first: TimeExpression, second: TimeExpression, before: Sequence[ScannedSentence]
) -> OneDay | None:
    """A day counted from the telling, or from another day, and its date or weekday behind it."""
    day, form = day_of(first.interval), second.form
    if day is None or not isinstance(form, CalendarForm) or form.deixis is not None:
        return None
    match first.form:
        case OffsetForm(grain=Grain.DAY) if first.anchor is Anchor.PUBLISHED:
            return _against(first, second, form, day) if form.parts.day else None
        case SameForm(grain=Grain.DAY, shift=shift) if (
            _only_day(first, before) == day - shift * ONE
        ):
            found = _against(first, second, form, day)
            return None if found and abs(found.other - day) > OF_NEXT else found
        case ShiftForm(base=None, side=Deixis.NEXT, duration=length, grain=Grain.DAY) if _only_day(
            first, before
        ) == day - ONE * int(length.days + 7 * length.weeks):
            found = _against(first, second, form, day)
            if found is None or (not form.parts.day and (length.weeks or length.days > OF_WEEKDAY)):
                return None
            return replace(found, apart=OF_COUNT if form.parts.day else 0)
        case CalendarForm(weekday=int() as weekday, parts=parts, deixis=Deixis()) if (
            parts == PartialDate()
        ):
            dated = _nearest(form, day)
            if dated is None or form.weekday is not None or abs(dated - day) > OF_TELLING:
                return None
            return OneDay(first, second, _with_weekday(dated, weekday), dated)
        case _:
            return None


def _against(
    first: TimeExpression, second: TimeExpression, form: CalendarForm, day: date
) -> OneDay | None:
    """``day`` against a date with its number, or a mere weekday."""
    if form.parts.day is not None:
        said = _nearest(form, day)
    elif form.weekday is not None and form.parts == PartialDate():
        said = _with_weekday(day, form.weekday)
    else:
        return None
    return None if said is None else OneDay(first, second, day, said)


def _with_weekday(day: date, weekday: int) -> date:
    """The day of that weekday which lies nearest."""
    return day + timedelta(days=(weekday - day.weekday() + 3) % 7 - 3)


def _nearest(form: CalendarForm, day: date) -> date | None:
    """The day of that number, and month and year where they are told, nearest to ``day``."""
    parts = form.parts
    if parts.day is None:
        return None
    months = [months_after(day.replace(day=1), shift) for shift in (-1, 0, 1)]
    places = (
        [(day.year + shift, parts.month) for shift in (-1, 0, 1)]
        if parts.month is not None
        else [(month.year, month.month) for month in months]
    )
    found = (
        PartialDate(parts.year or year, month, parts.day).interval().begin for year, month in places
    )
    return min(
        (one for one in found if one is not None), key=lambda one: abs(one - day), default=None
    )


def _days(leaves: Sequence[TimeExpression], but: Collection[Extent]) -> list[TimeExpression]:
    return [one for one in leaves if one.extent not in but and day_of(one.interval) is not None]


def _only_day(time: TimeExpression, before: Sequence[ScannedSentence]) -> date | None:
    """The only day told before "la veille", from which that is counted."""
    days = {
        day
        for sentence in before
        for whole in sentence.times
        for leaf in whole.leaves
        if leaf.extent.end <= time.extent.start
        and not isinstance(leaf.form, SameForm)
        and (day := day_of(leaf.interval)) is not None
    }
    return days.pop() if len(days) == 1 else None


def _is_behind_flashback(
    context: Context, found: OneDay, second: TimeExpression, before: Sequence[ScannedSentence]
) -> bool:
    """Whether "dès le lendemain, mardi" takes up the news over a day of long ago told between."""
    now, form = published(context), second.form
    today = None if now is None else day_of(now.interval)
    bare = isinstance(form, CalendarForm) and form.parts == PartialDate()
    if today is None or not bare or abs(today - found.day) <= FARTHEST or not before:
        return False
    here = before[-1].times
    return not any(
        leaf.extent.end <= found.first.extent.start and day_of(leaf.interval) is not None
        for whole in here
        for leaf in whole.leaves
        if leaf is not found.first
    )


def _from_now(
    context: Context, first: TimeExpression, second: TimeExpression, *, to_the_day: bool
) -> OneDay | None:
    """A date and how far it lies from publication: "le 1er juillet, dans dix jours"."""
    now = published(context)
    today = None if now is None else day_of(now.interval)
    plain = context.document.plain
    for length, dated in ((first, second), (second, first)):
        form, other = length.form, dated.form
        day = day_of(dated.interval)
        if not isinstance(form, LengthForm) or not isinstance(other, CalendarForm):
            continue
        if today is None or day is None or other.parts.day is None or form.vague:
            continue
        if to_the_day and form.side is Deixis.LAST and form.duration.years:
            years = int(form.duration.years)
            meant = PartialDate(today.year - years, today.month, today.day).interval().begin
            return None if meant is None else OneDay(length, dated, meant, day, DAYS)
        told = form.duration.days + 7 * form.duration.weeks
        whole = told and not (form.duration.months or form.duration.years or form.duration.hours)
        if whole and form.side in {Deixis.LAST, Deixis.NEXT} and not is_hedged(plain, length):
            apart = timedelta(days=int(told) * (1 if form.side is Deixis.NEXT else -1))
            near = OF_WEEKS if form.duration.weeks or told in {8, 15} else DAYS
            return OneDay(dated, length, day, today + apart, near)
    return None
