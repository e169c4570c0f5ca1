"""When a sentence tells of, as far as two tellings of one figure must agree on it."""

from __future__ import annotations

from datetime import date

from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import TimeKind
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import has_year
from fact_cli.relate.times.month_span import YEAR, span_of

A_WEEK, A_MONTH = 7, 31  # days


def day_of_publication(context: Context) -> date | None:
    told = context.document.published.date
    return None if told is None or not told.complete else told.interval().begin


def is_past(sentence: ScannedSentence, now: date | None) -> bool:
    """Whether a sentence dates what it tells, by a day or month, before the last week."""
    days = [time.interval for time in sentence.times if time.kind is TimeKind.DATE]
    known = [
        one.end
        for one in days
        if one.begin is not None and one.end is not None and (one.end - one.begin).days <= A_MONTH
    ]
    if now is None:
        return bool(known)
    return bool(known) and all((now - day).days > A_WEEK for day in known)


def years_of(sentence: ScannedSentence) -> frozenset[int]:
    """The years that a sentence writes out."""
    days = [time.interval.begin for time in sentence.times if has_year(time)]
    return frozenset(day.year for day in days if day is not None)


def months_of(sentence: ScannedSentence) -> frozenset[tuple[int, int]]:
    """The whole months that a sentence tells of, each as the first and how many.

    "En janvier", "de janvier à juin" and "au premier semestre"; but not "le 3 janvier", nor
    a year.
    """
    spans = [span_of(time) for time in sentence.times]
    return frozenset((one.first, one.months) for one in spans if one and one.months < YEAR)
