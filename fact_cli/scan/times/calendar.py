"""Which year is meant: days, months, seasons and quarters told without one.

The pointing word decides ("dernier", "prochain", "ce"), else the tense, else nearness to
the publication date.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from fact_cli.model.dates import (
    Grain,
    Interval,
    PartialDate,
    Season,
    day_after,
    months_after,
    season_interval,
)
from fact_cli.model.mention import Anchor
from fact_cli.model.times import CalendarForm, Deixis, FractionForm, SeasonForm
from fact_cli.scan.times.context import Context, Resolved, Tense


def calendar(form: CalendarForm, context: Context) -> Resolved:
    parts = form.parts
    if parts == PartialDate() or (parts.month is None and parts.day is not None):
        return _weekday(form, context)
    grain = Grain.YEAR if parts.month is None else Grain.MONTH if parts.day is None else Grain.DAY
    if parts.year is not None:
        return Resolved(parts.iso(), parts.interval(), grain, Anchor.EXPLICIT)
    year = _year_for(parts.in_year, form.deixis, context)
    if year is None:
        return Resolved(parts.iso(), Interval(), grain)
    found = parts.in_year(year)
    return Resolved(found.iso(), found.interval(), grain, Anchor.PUBLISHED)


def _year_for(
    in_year: Callable[[int], PartialDate], deixis: Deixis | None, context: Context
) -> int | None:
    """The year that makes a yearly date the one meant, seen from the publication date."""
    published = context.published
    if published is None or published.year is None:
        return None
    today = context.today or published.interval().begin
    assert today is not None
    near = [in_year(today.year + shift).interval() for shift in (-1, 0, 1)]
    dated = [i for i in near if i.begin is not None and i.end is not None]
    chosen = _choose(dated, today, deixis, context.tense)
    return chosen.begin.year if chosen is not None and chosen.begin is not None else today.year


def _choose(
    intervals: Sequence[Interval], today: date, deixis: Deixis | None, tense: Tense | None
) -> Interval | None:
    """The interval that the pointing word, else the tense, else nearness picks."""

    def distance(interval: Interval) -> int:
        assert interval.begin is not None and interval.end is not None
        if interval.begin <= today <= interval.end:
            return 0
        return min(abs((interval.begin - today).days), abs((interval.end - today).days))

    match deixis:
        case Deixis.LAST:
            allowed = [i for i in intervals if i.end is not None and i.end < today]
        case Deixis.NEXT:
            allowed = [i for i in intervals if i.begin is not None and i.begin > today]
        case None if tense is Tense.PAST:
            allowed = [i for i in intervals if i.begin is not None and i.begin <= today]
        case None if tense is Tense.FUTURE:
            allowed = [i for i in intervals if i.end is not None and i.end >= today]
        case _:
            allowed = list(intervals)
    return min(allowed or intervals, key=distance, default=None)


def _weekday(form: CalendarForm, context: Context) -> Resolved:
    """A bare weekday ("mardi") or one with a day of an unnamed month ("jeudi 26")."""
    today = context.today
    if today is None:
        if form.parts.day is not None:
            return Resolved(form.parts.iso(), Interval(), Grain.DAY)
        return Resolved(f"XXXX-WXX-{(form.weekday or 0) + 1}", Interval(), Grain.DAY)
    near = [day_after(today, days) for days in range(-45, 46)]
    if form.parts.day is not None:
        days = [day for day in near if day.day == form.parts.day]
    else:
        days = [day for day in near if day.weekday() == form.weekday]
    deixis, tense = form.deixis, context.tense
    if deixis is Deixis.THIS and tense is not None:
        deixis = None
    if tense is None and form.deixis is None and form.parts.day is None:
        tense = Tense.PAST
    chosen = _choose([Interval(day, day) for day in days], today, deixis, tense)
    if chosen is None or chosen.begin is None:
        return Resolved(form.parts.iso(), Interval(), Grain.DAY)
    return Resolved(chosen.begin.isoformat(), chosen, Grain.DAY, Anchor.PUBLISHED)


def season(form: SeasonForm, context: Context) -> Resolved:
    def named(year: int, anchor: Anchor) -> Resolved:
        days = season_interval(form.season, year)
        return Resolved(f"{year:04d}-{form.season}", days, Grain.SEASON, anchor)

    if form.year is not None:
        return named(form.year, Anchor.EXPLICIT)
    today = context.today
    if today is None:
        return Resolved(f"XXXX-{form.season}", Interval(), Grain.SEASON)
    if form.deixis is Deixis.THIS:
        in_winter = form.season is Season.WINTER and today.month <= 3
        return named(today.year - in_winter, Anchor.PUBLISHED)
    near = {season_interval(form.season, today.year + shift): today.year + shift
            for shift in (-1, 0, 1)}  # fmt: skip
    chosen = _choose(list(near), today, form.deixis, context.tense)
    return named(near[chosen] if chosen else today.year, Anchor.PUBLISHED)


def fraction(form: FractionForm, context: Context) -> Resolved:
    letter, months = ("Q", 3) if form.grain is Grain.QUARTER else ("H", 6)

    def days(year: int) -> Interval:
        begin = date(year, (form.number - 1) * months + 1, 1)
        return Interval(begin, day_after(months_after(begin, months), -1))

    year, anchor = form.year, Anchor.EXPLICIT
    today = context.today
    if year is None and today is not None:
        near = [days(today.year + shift) for shift in (-1, 0, 1)]
        chosen = _choose(near, today, form.deixis, context.tense or Tense.PAST)
        year = today.year if chosen is None or chosen.begin is None else chosen.begin.year
        anchor = Anchor.PUBLISHED
    if year is None:
        return Resolved(f"XXXX-{letter}{form.number}", Interval(), form.grain)
    return Resolved(f"{year:04d}-{letter}{form.number}", days(year), form.grain, anchor)
