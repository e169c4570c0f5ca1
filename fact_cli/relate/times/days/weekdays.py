"""Dates that name their weekday."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Grain, PartialDate, months_after
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Anchor, TimeExpression
from fact_cli.model.relation import WeekdayFact, WeekdayOfDate
from fact_cli.model.times import CalendarForm, Deixis, OffsetForm
from fact_cli.relate.context import Context, up_to
from fact_cli.relate.passage import adjoin
from fact_cli.relate.times.days.beside_full_date import day_beside
from fact_cli.relate.times.days.day_numbers import followed, names_month
from fact_cli.relate.times.days.one_year import is_of_the_year_told
from fact_cli.relate.times.days.other_years import (
    is_of_later_year,
    is_told_ahead,
    is_told_then,
    is_yet_to_come,
    names_any_year,
    names_year,
    years_named,
    years_of_the_news,
)
from fact_cli.relate.times.days.two_weekdays import weekdays_apart
from fact_cli.relate.times.days.weekday_beside import named_apart
from fact_cli.relate.times.moments import tells_year

LAG = 1  # days by which an article is published after it is told, or dated too early
NEWS = 14  # days from publication in which a day is that of the news
BACK = 3  # sentences before a mere number of a day in which its month may be told
JUST = 5  # days from publication of a day that no month is needed for
NEAR = 60  # days from publication within which no other year can be meant
AHEAD = 240  # days: the same of what is told as yet to come
LATELY = -3  # years back, of which nothing that lies ahead now is told


def find(context: Context) -> Iterator[WeekdayFact]:
    for index, sentence in enumerate(context.sentences):
        if not sentence.times:
            continue
        for time in (leaf for whole in sentence.times for leaf in whole.leaves):
            form = time.form
            if isinstance(form, CalendarForm) and form.weekday is not None and _is_day(form.parts):
                yield _relation(context, index, time, form, form.weekday)
        former = context.sentences[index - 1] if index else None
        if former is not None and not adjoin(context.document.plain, former, sentence):
            former = None
        yield from _beside(context, sentence, up_to(context.sentences, index, BACK)[:-1])
        for time, form, weekday in named_apart(context.document.plain, former, sentence):
            at = index if sentence.extent.holds(time.extent) else index - 1
            yield _relation(context, at, time, replace(form, weekday=weekday), weekday)
        yield from followed(former, sentence)
    if context.document.published.date is None and not names_any_year(context):
        yield from weekdays_apart(context)


def _beside(
    context: Context, sentence: ScannedSentence, former: Sequence[ScannedSentence]
) -> Iterator[WeekdayOfDate]:
    """ "Hier jeudi", "demain, mardi 4": a day counted from the telling, and its weekday."""
    plain = context.document.plain
    leaves = [leaf for whole in sentence.times for leaf in whole.leaves]
    for first, second in pairwise(leaves):
        form = second.form
        if not isinstance(first.form, OffsetForm) or not isinstance(form, CalendarForm):
            continue
        near = plain[first.extent.end : second.extent.start] in {" ", ", "}
        told = first.form.grain is Grain.DAY and first.anchor is Anchor.PUBLISHED
        if near and told and form.weekday is not None and first.interval.begin is not None:
            day = first.interval.begin
            apart = (form.weekday - day.weekday() + 3) % 7 - 3
            binding = Binding.INFERRED if abs(apart) <= LAG else Binding.STATED
            yield WeekdayOfDate(second, form.weekday, day, True, binding)
    today = _today(context)
    for time in leaves:
        form = time.form
        if today is None or not isinstance(form, CalendarForm) or form.weekday is None:
            continue
        if form.parts.day is not None and form.parts.month is None and form.parts.year is None:
            if any(names_month(one.form) for one in leaves if one.extent < time.extent):
                continue
            days = _of_month(form.parts.day, today)
            fits = [day for day in days if day.weekday() == form.weekday]
            if not days:
                continue
            nearest = min((*fits, *days), key=lambda day: (day not in fits, abs(day - today)))
            just = not fits and abs((nearest - today).days) <= JUST
            just = just and not _tells_month((*former, sentence))
            near = form.deixis is Deixis.THIS or just
            yield WeekdayOfDate(time, form.weekday, nearest, near)


def _tells_month(sentences: Sequence[ScannedSentence]) -> bool:
    """Whether a day of any of ``sentences`` has a month."""
    return any(
        isinstance(leaf.form, CalendarForm) and leaf.form.parts.month is not None
        for one in sentences
        for whole in one.times
        for leaf in whole.leaves
    )


def _of_month(day: int, today: date) -> list[date]:
    """The days of that number in the month of ``today`` and the two beside it."""
    months = (months_after(today.replace(day=1), shift) for shift in (-1, 0, 1))
    found = (PartialDate(m.year, m.month, day).interval().begin for m in months)
    return [one for one in found if one is not None]


def _today(context: Context) -> date | None:
    published = context.document.published.date
    return None if published is None or not published.complete else published.interval().begin


def _is_day(parts: PartialDate) -> bool:
    return parts.day is not None and parts.month is not None and parts.exists()


def _relation(
    context: Context, index: int, time: TimeExpression, form: CalendarForm, weekday: int
) -> WeekdayOfDate:
    sentence, today = context.sentences[index], _today(context)
    now = is_told_then(context, sentence, time)
    to_come = not now and is_yet_to_come(context, sentence, time)
    ahead = to_come or is_told_ahead(context, sentence, time)
    ahead = ahead and not _is_of_named_year(sentence, form)
    ahead = ahead and not is_of_later_year(context, sentence)
    day = _meant(form, time.interval.begin, today, now=now, ahead=ahead)
    beside = None
    if today is None and form.parts.year is None:
        beside = day_beside(context, index, time, form)
        day = beside or day
    apart = None if day is None or today is None else abs((day - today).days)
    if apart is not None and apart <= NEWS:
        years = frozenset() if now else years_of_the_news(context, index)
    else:
        years = years_named(context)
    if to_come and today is not None and day is not None and day >= today:
        years = frozenset(year for year in years if not LATELY <= year - today.year < 0)
    years |= _years_beside(sentence, time)
    told_of_another = any(
        _falls_on(form.parts, year, weekday) for year in years if day is None or year != day.year
    )
    written = form.parts.year is not None
    close = apart is not None and apart <= NEAR
    if ahead and day is not None and today is not None and 0 <= (day - today).days <= AHEAD:
        close = True
    close = close or _is_vouched(sentence, time) or _goes_on(context, index, day)
    close = close or beside is not None
    if day is not None and day.weekday() != weekday and not (written or close):
        close = is_of_the_year_told(context, index, time, day)
    near = written or (close and not (told_of_another or _is_next(context, sentence, beside)))
    told = beside is None or _goes_on(context, index, beside)
    binding = Binding.STATED if told else Binding.INFERRED
    return WeekdayOfDate(time, weekday, day, near, binding)


def _is_next(context: Context, sentence: ScannedSentence, beside: date | None) -> bool:
    """Whether a day beside a full date is that of the next time: "la prochaine est fixée au"."""
    undated = context.document.published.date is None
    return (beside is not None or undated) and is_of_later_year(context, sentence)


def _is_of_named_year(sentence: ScannedSentence, form: CalendarForm) -> bool:
    """Whether the sentence names a year in which the weekday is right."""
    leaves = (leaf for whole in sentence.times for leaf in whole.leaves)
    years = {
        leaf.interval.begin.year for leaf in leaves if leaf.interval.begin and tells_year(leaf)
    }
    return form.weekday is not None and any(
        _falls_on(form.parts, year, form.weekday) for year in years
    )


def _years_beside(sentence: ScannedSentence, time: TimeExpression) -> frozenset[int]:
    """The one year in which a weekday before ``time`` is right: "du vendredi 14 mars au …"."""
    found: set[int] = set()
    for leaf in (one for whole in sentence.times for one in whole.leaves):
        form, day = leaf.form, leaf.interval.begin
        if not isinstance(form, CalendarForm) or day is None or not leaf.extent < time.extent:
            continue
        if form.weekday is None or form.parts.year is not None or not _is_day(form.parts):
            continue
        near = range(day.year - 1, day.year + 2)
        right = [year for year in near if _falls_on(form.parts, year, form.weekday)]
        found |= set(right if len(right) == 1 else ())
    return frozenset(found)


def _is_vouched(sentence: ScannedSentence, time: TimeExpression) -> bool:
    """ "En 2025, … le mardi 24 juin, … le lundi 1er juillet": the first is right in that year.

    The sentence names one year and no other time of a year, and another of its days with a
    weekday is right in that year.
    """
    leaves = [leaf for whole in sentence.times for leaf in whole.leaves]
    named = {leaf.interval.begin for leaf in leaves if names_year(leaf)}
    bare = [leaf for leaf in leaves if leaf.grain is Grain.YEAR and names_year(leaf)]
    year = next(iter(named), None)
    if len(named) != 1 or not bare or year is None or bare[0].extent > time.extent:
        return False
    return any(
        isinstance(form := leaf.form, CalendarForm)
        and form.weekday is not None
        and form.parts.year is None
        and leaf is not time
        and (day := leaf.interval.begin) is not None
        and day.year == year.year
        and day.weekday() == form.weekday
        for leaf in leaves
        if isinstance(leaf.form, CalendarForm) and leaf.form.parts.day is not None
    )


def _goes_on(context: Context, index: int, day: date | None) -> bool:
    """Whether a day lies right behind one of the sentence before, told with its year and right."""
    former = context.sentences[index - 1] if index else None
    if (
        former is None
        or day is None
        or not adjoin(context.document.plain, former, context.sentences[index])
    ):
        return False
    for leaf in (leaf for whole in former.times for leaf in whole.leaves):
        form, told = leaf.form, leaf.interval.begin
        if isinstance(form, CalendarForm) and form.parts.complete and told is not None:
            right = form.weekday == told.weekday()
            if right and 0 <= (day - told).days <= NEWS:
                return True
    return False


def _meant(
    form: CalendarForm, resolved: date | None, today: date | None, *, now: bool, ahead: bool
) -> date | None:
    """The day meant: as resolved where the weekday fits, else the one nearest to publication.

    The nearest as well where it is told as the day of the news (``now``) and is one, or as one
    yet to come (``ahead``) that lies behind.
    """
    if today is None or form.parts.year is not None or resolved is None:
        return resolved
    fits = resolved.weekday() == form.weekday
    gone = ahead and (today - resolved).days > NEAR
    if fits and not (now or gone):
        return resolved
    days = [
        day
        for year in (today.year - 1, today.year, today.year + 1)
        if (day := form.parts.in_year(year).interval().begin) is not None
    ]
    nearest = min(days, key=lambda day: abs(day - today), default=resolved)
    if ahead and not now:
        coming = [day for day in days if 0 <= (day - today).days <= AHEAD]
        if coming and not any(day > coming[0] and day.weekday() == form.weekday for day in days):
            return coming[0]
    return (
        nearest
        if abs((nearest - today).days) <= (NEWS if fits and not gone else NEAR)
        else resolved
    )


def _falls_on(parts: PartialDate, year: int, weekday: int) -> bool:
    day = parts.in_year(year).interval().begin
    return day is not None and day.weekday() == weekday
