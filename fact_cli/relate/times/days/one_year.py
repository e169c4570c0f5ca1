"""Days of the only year that an article tells of, far from its publication.

"L'année 2017 aura multiplié les deuils. … Mercredi 12 avril, … Lundi 24 juin, …": what has no
year is of 2017, if other days of the article bear it out.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import PartialDate
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import CalendarForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.days.other_years import is_told_ahead, years_named

NEAR = 60  # days: to a full date beside a day; and from publication, where any day is of its year
REVIEWS = 2  # months of a year in which the year before is still looked back upon


def is_of_the_year_told(context: Context, index: int, time: TimeExpression, day: date) -> bool:
    """Whether ``day``, told as ``time`` without its year, must lie in the year it is given.

    The article names that year and no other, which is the one of publication or just over; and
    a full date of it stands near, or another day with its weekday is right in it. Where the
    weekday is right in the year before, or in the next of what is to come, the text may mean that.
    """
    form, today = time.form, _published(context)
    if today is None or not isinstance(form, CalendarForm) or form.weekday is None:
        return False
    if years_named(context) != {day.year} or day > today:
        return False
    if today.year != day.year and not (today.year == day.year + 1 and today.month <= REVIEWS):
        return False
    other_years = [day.year - 1]
    sentence = context.sentences[index]
    if is_told_ahead(context, sentence, time) or _is_over_new_year(sentence, time, day):
        other_years.append(day.year + 1)
    if any(_falls_on(form, year) for year in other_years):
        return False
    return _has_full_date(context, index, day) or _is_borne_out(context, time, day.year, today)


def _is_over_new_year(sentence: ScannedSentence, time: TimeExpression, day: date) -> bool:
    """ "Du samedi 21 décembre au lundi 6 janvier": whether a later month stands before the day."""
    months = [
        leaf.form.parts.month or 0
        for whole in sentence.times
        for leaf in whole.leaves
        if isinstance(leaf.form, CalendarForm) and leaf.extent < time.extent
    ]
    return any(month > day.month for month in months)


def _published(context: Context) -> date | None:
    told = context.document.published.date
    return None if told is None or not told.complete else told.interval().begin


def _falls_on(form: CalendarForm, year: int) -> bool:
    day = form.parts.in_year(year).interval().begin
    return day is not None and day.weekday() == form.weekday


def _has_full_date(context: Context, index: int, day: date) -> bool:
    """Whether a date with its year stands in the same block, weeks from the day at most."""
    known = context.once("full dates", lambda: _full_dates(context))
    told = known.get(context.sentences[index].sentence.block, [])
    at = bisect(told, day)
    return any(abs((one - day).days) <= NEAR for one in told[max(0, at - 1) : at + 1])


def _full_dates(context: Context) -> dict[int, list[date]]:
    """The days told with their year, by block and in order."""
    found: dict[int, list[date]] = defaultdict(list)
    for block, _, form in _days(context):
        day = form.parts.interval().begin
        if form.parts.complete and day is not None:
            found[block].append(day)
    return {block: sorted(days) for block, days in found.items()}


def _is_borne_out(context: Context, time: TimeExpression, year: int, today: date) -> bool:
    """Whether another day without a year, far from publication, is right in that year."""
    own = time.form.parts if isinstance(time.form, CalendarForm) else None
    right = context.once(("right in", year), lambda: _right_in(context, year, today))
    return len(right) > (own in right)


def _right_in(context: Context, year: int, today: date) -> frozenset[PartialDate]:
    return frozenset(
        form.parts
        for _, _, form in _days(context)
        if form.weekday is not None
        and form.parts.year is None
        and (told := form.parts.in_year(year).interval().begin) is not None
        and told.weekday() == form.weekday
        and abs((told - today).days) > NEAR
    )


def _days(context: Context) -> Iterator[tuple[int, TimeExpression, CalendarForm]]:
    """The days that an article names with their month, and the blocks that hold them."""
    for sentence in context.sentences:
        for leaf in (leaf for whole in sentence.times for leaf in whole.leaves):
            form = leaf.form
            if isinstance(form, CalendarForm) and form.parts.day and form.parts.month:
                yield sentence.sentence.block, leaf, form
