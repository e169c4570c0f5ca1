"""When a sentence tells of, as far as two tellings of one figure must agree on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from fact_cli.lang.words import lower, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, TimeExpression, TimeKind
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import end_of
from fact_cli.relate.times.moments import has_year
from fact_cli.relate.times.month_span import YEAR, span_of

_LAST_YEAR = re.compile(r"^[«\" ]*(?:l'an|l'année) (?:dernier|dernière|passée?|écoulée?)\b")
# The same further on, where it is not what another value is compared with.
_IN_LAST_YEAR = re.compile(
    r"(?<!qu')(?<!que )(?<!à )(?<!de )"
    r"\b(?:l'an|l'année) (?:dernier|dernière|passée?|écoulée?)\b"
)
# "En baisse de 12 % par rapport à 2005": the year of what it is compared with.
_COMPARED_WITH = re.compile(
    r"\b(?:par rapport (?:à|aux?)|comparée?s? (?:à|aux?)|celles? de|ceux de)"
    r"(?: l'année| l'an)? ?$"
)
_IN = re.compile(r" (?:[^\W\d_]+ )?(?:en |fin |début )?")
WAS = re.compile(r"\b(?:avai(?:en)?t|était|étaient)\b")
A_WEEK, A_MONTH = 7, 31  # days


def day_of_publication(context: Context) -> date | None:
    told = context.document.published.date
    return None if told is None or not told.complete else told.interval().begin


def newest_day(context: Context) -> date | None:
    """The day of publication, or else the last day that the article tells of."""
    told = context.once(
        "days told", lambda: [day for one in context.sentences for day in _days_of(one)]
    )
    return day_of_publication(context) or max(told, default=None)


def is_past(sentence: ScannedSentence, now: date | None) -> bool:
    """Whether a sentence dates what it tells, by a day or month, before the week up to ``now``."""
    days = _days_of(sentence)
    return now is not None and bool(days) and all((now - day).days > A_WEEK for day in days)


def _days_of(sentence: ScannedSentence) -> list[date]:
    """The last day of each date of a sentence that is no longer than a month."""
    dates = [time.interval for time in sentence.times if time.kind is TimeKind.DATE]
    return [
        one.end
        for one in dates
        if one.begin is not None and one.end is not None and (one.end - one.begin).days <= A_MONTH
    ]


def is_former(years: frozenset[int], told: str, now: date | None) -> bool:
    """Whether what a sentence tells belongs to a year that is not the article's own.

    What ended with the year before is told in the months after it, unless as long over.
    """
    if not years:
        return False
    return now is None or max(years) < now.year - 1 or WAS.search(told) is not None


def years_of(
    plain: str, sentence: ScannedSentence, rivals: Sequence[Quantity], now: date | None
) -> frozenset[int]:
    """The years that a sentence writes out, but those right behind another figure.

    "44 200 entrées, contre 37 900 en 2024": that is the year of the second figure alone.
    """
    days = [
        time.interval.begin
        for time in sentence.times
        if has_year(time) and not any(_is_behind(plain, one, time) for one in rivals)
        if not _COMPARED_WITH.search(words_before(plain, time.extent.start, 40))
    ]
    years = {day.year for day in days if day is not None}
    told = lower(sentence.extent.of(plain)) if now is not None else ""
    alone = not rivals and not years
    if now is not None and (_LAST_YEAR.search(told) or (alone and _IN_LAST_YEAR.search(told))):
        years.add(now.year - 1)
    return frozenset(years)


def _is_behind(plain: str, figure: Quantity, time: TimeExpression) -> bool:
    return _IN.fullmatch(plain, end_of(figure), max(end_of(figure), time.extent.start)) is not None


def months_of(sentence: ScannedSentence) -> frozenset[tuple[int, int]]:
    """The whole months that a sentence tells of, each as the first and how many.

    "En janvier", "de janvier à juin" and "au premier semestre"; but not "le 3 janvier", nor
    a year.
    """
    spans = [span_of(time) for time in sentence.times]
    return frozenset((one.first, one.months) for one in spans if one and one.months < YEAR)


def hours_of(sentence: ScannedSentence) -> frozenset[str]:
    """The times of day that a sentence tells, as they are meant."""
    return frozenset(time.timex for time in sentence.times if time.kind is TimeKind.TIME)
