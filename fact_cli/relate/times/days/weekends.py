"""Days told to be a weekend, none of which is a Saturday or a Sunday."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from fact_cli.lang.words import words_before
from fact_cli.model.mention import TimeExpression
from fact_cli.model.relation import WeekdayOfDate
from fact_cli.model.times import RangeForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.days.other_years import years_named
from fact_cli.relate.times.moments import names_year, published

_WEEKEND = re.compile(r"\b(?:week-?end|fin de semaine) (?:prochain |suivant )?(?:des |du )?$")
# The same days in apposition: "ce week-end (5 et 6 mars)", "samedi et dimanche, les 5 et 6 mars".
_APPOSED = re.compile(
    r"(?:(?<!avant )(?<!après )(?<!dès )(?<!d'ici )\b(?:[cl]e|un) week-?end"
    r"(?: prochain| suivant| dernier| passé| écoulé| à venir)?|\bsamedi et (?:le )?dimanche)"
    r"(?:,| \() ?(?:les |des |soit les )?$"
)
_CLOSED = re.compile(r" ?[.;:,)!?»]|$")
_FOR_A_WEEKEND = re.compile(r",? (?:le temps d'|durant |pendant )?un week-?end\b")
SATURDAY = 5  # from Monday as 0
NEAR = 60  # days from publication within which no other year is meant
TWO_DAYS = 1  # from the first to the last of a weekend


def find(context: Context) -> Iterator[WeekdayOfDate]:
    if not context.tells(("week-end", "weekend", "fin de semaine", "samedi et")):
        return
    now = published(context)
    today = None if now is None else now.interval.begin
    for sentence in context.sentences:
        for time in sentence.times:
            begin, end = time.interval.begin, time.interval.end
            if not isinstance(time.form, RangeForm) or begin is None or end is None:
                continue
            if (end - begin).days != TWO_DAYS or len(time.parts) not in {0, 2}:
                continue
            ahead = words_before(context.document.plain, time.extent.start, 50)
            behind = _FOR_A_WEEKEND.match(context.document.plain, time.extent.end)
            if (behind or _WEEKEND.search(ahead)) and SATURDAY not in {
                begin.weekday(),
                end.weekday(),
            }:
                if begin.weekday() > SATURDAY:  # Sunday and Monday of a long one
                    continue
                yield WeekdayOfDate(time, SATURDAY, begin, _is_sure(context, time, begin, today))


def _is_weekend(plain: str, time: TimeExpression) -> bool:
    ahead = words_before(plain, time.extent.start, 50)
    if _WEEKEND.search(ahead) or _FOR_A_WEEKEND.match(plain, time.extent.end):
        return True
    closed = _CLOSED.match(plain, time.extent.end) is not None
    return closed and _APPOSED.search(ahead) is not None


def _is_sure(context: Context, time: TimeExpression, begin: date, today: date | None) -> bool:
    """Whether the year of the days is told, or no other can be meant."""
    if any(names_year(one) for one in time.parts):
        return True
    close = today is not None and abs((begin - today).days) <= NEAR
    return close and not years_named(context) - {begin.year}
