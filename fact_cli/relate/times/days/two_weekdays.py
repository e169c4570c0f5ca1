"""Two weekdays with dates that follow one another in a text of unknown year."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fact_cli.model.dates import PartialDate
from fact_cli.model.finding import Binding
from fact_cli.model.relation import WeekdaysApart
from fact_cli.model.times import CalendarForm
from fact_cli.relate.context import Context

COMMON_YEAR = 2025  # and the one before it a leap year
HALF_A_YEAR = 6  # months: from December to January the year changes
NEAR = 60  # days from one to the other
CLOSE = 14  # the same where a paragraph ends between them
BEHIND = 60  # characters behind the second that may tell that it is of another year
# "La précédente édition, organisée le vendredi 11 juillet": of the year before.
_EDITION = re.compile(
    r"\b(?:précédente?s?|derni(?:er|ère)s?|passée?|prochaine?s?|suivante?s?|édition|anniversaire)\b"
)
MONTHS = (28, 30, 31)  # days, by which the like number of the month beside lies farther off


def weekdays_apart(context: Context) -> Iterator[WeekdaysApart]:
    """Each such day against the one before it, in its paragraph or close by in the next ones."""
    told = [
        (sentence.sentence.block, time, time.form)
        for sentence in context.sentences
        for whole in sentence.times
        for time in whole.leaves
        if isinstance(time.form, CalendarForm) and _names_both(time.form)
    ]
    plain = context.document.plain
    for (block, first, one), (other_block, second, other) in pairwise(told):
        days = _days_between(one.parts, other.parts)
        if not days or one.weekday is None or other.weekday is None:
            continue
        if block == other_block:
            yield WeekdaysApart(first, second, days, (one.weekday, other.weekday))
        elif _is_close(days, one, other) and not _EDITION.search(
            plain, first.extent.end, second.extent.end + BEHIND
        ):
            pair = (one.weekday, other.weekday)
            yield WeekdaysApart(first, second, days, pair, Binding.INFERRED)


def _is_close(days: Sequence[int], one: CalendarForm, other: CalendarForm) -> bool:
    """Whether the days lie in one month, or in two that are told, and in no other two."""
    assert one.weekday is not None and other.weekday is not None
    if any(abs(count) > CLOSE for count in days):
        return False
    if one.parts.month is not None and other.parts.month is not None:
        return True
    apart = (other.weekday - one.weekday) % 7
    month = one.parts.month or other.parts.month
    shifts = [-size for size in MONTHS] + list(MONTHS)
    if month is not None:
        own, former = (monthrange(COMMON_YEAR, each)[1] for each in (month, (month - 2) % 12 + 1))
        # The day without a month may be of the month before the one told, or behind it.
        shifts = [own, -former] if one.parts.month is not None else [former, -own]
    return all((count + shift) % 7 != apart for count in days for shift in shifts)


def _names_both(form: CalendarForm) -> bool:
    return form.weekday is not None and form.parts.day is not None and form.parts.year is None


def _days_between(first: PartialDate, then: PartialDate) -> Sequence[int]:
    """The days from one to the other; two counts over the end of February, none if far apart."""
    month, other = first.month or then.month, then.month or first.month
    if first.day is None or then.day is None:
        return []
    if month is None or other is None:
        return [then.day - first.day]
    found: list[int] = []
    for year in (COMMON_YEAR, COMMON_YEAR - 1):
        later = year + (month - other > HALF_A_YEAR) - (other - month > HALF_A_YEAR)
        begin = PartialDate(year, month, first.day).interval().begin
        end = PartialDate(later, other, then.day).interval().begin
        if begin is not None and end is not None and abs((end - begin).days) <= NEAR:
            found.append((end - begin).days)
    return sorted(set(found))
