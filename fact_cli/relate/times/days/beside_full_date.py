"""The day meant by one without its year, in an article of unknown date, beside a full one.

"Partie le mardi 7 janvier 2025, elle a été reconnue vendredi 9 janvier": of the same year. A day
that would lie before the full date may be one of the next year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from fact_cli.lang.words import lower
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import CalendarForm
from fact_cli.relate.context import Context, up_to
from fact_cli.relate.times.days.other_years import years_named

_IN_A_YEAR = re.compile(
    r"\b(?:anniversaire|première année|prochaine?s?|suivante?s?|un an|l'an|édition)\b"
)
BACK = 2  # sentences before, in which the full date may be told
NEAR = 60  # days from it, in which no other year can be meant


def day_beside(
    context: Context, index: int, time: TimeExpression, form: CalendarForm
) -> date | None:
    """The day of ``time``, if a full date told before it names the only year of the article."""
    told = list(_full_dates(context, index, time))
    if not told or len(years_named(context)) != 1:
        return None
    last = told[-1]
    days = [form.parts.in_year(last.year + shift).interval().begin for shift in (-1, 0, 1)]
    if _IN_A_YEAR.search(lower(context.sentences[index].extent.of(context.document.plain))):
        return None
    near = [day for day in days if day is not None and 0 <= (day - last).days <= NEAR]
    return near[0] if len(near) == 1 else None


def _full_dates(context: Context, index: int, time: TimeExpression) -> Iterator[date]:
    """The dates with weekday, month and year before ``time``, if their weekday is right."""
    block = context.sentences[index].sentence.block
    for sentence in up_to(context.sentences, index, BACK):
        for leaf in (leaf for whole in sentence.times for leaf in whole.leaves):
            form, day = leaf.form, leaf.interval.begin
            if not isinstance(form, CalendarForm) or not form.parts.complete or day is None:
                continue
            before = sentence.sentence.block == block and leaf.extent < time.extent
            if before and form.weekday == day.weekday():
                yield day
