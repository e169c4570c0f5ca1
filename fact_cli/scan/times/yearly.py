"""Which year is meant: what comes back every year and is told without one.

The pointing word decides ("dernier", "prochain", "ce"), else a year that the text tells of,
else the tense, else nearness to the publication date.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from fact_cli.model.dates import Interval
from fact_cli.model.times import Deixis
from fact_cli.scan.times.context import Context, Tense

AHEAD = 1.5  # without a verb, a time to come counts for farther than one gone by


def year_meant(
    in_year: Callable[[int], Interval], deixis: Deixis | None, context: Context
) -> int | None:
    """The year for a day, month, season or feast whose days in a year are ``in_year``.

    None where neither the text nor a publication date tells it.
    """
    if deixis is None and context.year is not None:
        return context.year
    today = context.about
    if today is None:
        return None
    years = {shift: in_year(today.year + shift) for shift in (-1, 0, 1)}
    known = [days for days in years.values() if days.begin is not None]
    chosen = nearest(known, today, deixis, context.tense)
    return next((today.year + s for s, days in years.items() if days == chosen), today.year)


def nearest(
    intervals: Sequence[Interval], today: date, deixis: Deixis | None, tense: Tense | None
) -> Interval | None:
    """The interval that the pointing word, else the tense, else nearness picks."""

    def distance(interval: Interval) -> float:
        assert interval.begin is not None and interval.end is not None
        if interval.begin > today:
            return (interval.begin - today).days * (1 if tense or deixis else AHEAD)
        return max(0, (today - interval.end).days)

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
