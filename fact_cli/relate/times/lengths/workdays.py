"""How many days a text may count from one to another: with or without the last, or the weekends."""

from __future__ import annotations

import re
from decimal import Decimal

from fact_cli.model.bounds import Bounds
from fact_cli.model.lapse import day_of
from fact_cli.model.mention import TimeExpression
from fact_cli.relate.times.moments import spanned

# Days that are some of a stretch, or of each week.
SOME = re.compile(
    r"\b(?:relâche|repos|sauf|hors|hormis|except\w+|chaque|par semaine|par mois|au choix|réparti\w*"
    r"|étal\w+|tous les|toutes les|parmi|dont|entrecoup\w+|puis)\b"
)
_FORTNIGHTS = {8, 15}  # days, as a week and two weeks are called, of work as well
WEEK, WORKING = 7, 5  # days
MONDAY, FRIDAY = 0, 4


def days_between(
    first: TimeExpression, last: TimeExpression, told: Decimal, *, included: bool = False
) -> Bounds | None:
    """From ``first`` to ``last``, where a text tells ``told`` days.

    "Du lundi 3 au vendredi 14 juin" is twelve days, of which ten are worked: fewer only where
    just those are told. ``included`` where the text says that the last counts. None where an end
    is not one day.
    """
    ends = spanned(first, last)
    days = [day for each in ends or () if (day := day_of(each)) is not None]
    if len(days) != 2:
        return None
    begin, end = days
    high = (end - begin).days + 1
    low = high - (not included)
    worked = WORKING * (high // WEEK) + min(high % WEEK, WORKING)
    if told == worked and (high % WEEK == WORKING or _can_be_weeks_of_work(first, last)):
        low = min(low, worked)
    if told in _FORTNIGHTS and high in range(int(told) - 3, int(told)):
        high = int(told) if _can_be_weeks_of_work(first, last) else high
    return Bounds(Decimal(low), Decimal(high))


def _can_be_weeks_of_work(first: TimeExpression, last: TimeExpression) -> bool:
    """Whether days may run from a Monday or to a Friday, without a weekend at either end."""
    begin, end = day_of(first.interval), day_of(last.interval)
    if begin is None or end is None:
        return True
    starts, ends = begin.weekday(), end.weekday()
    return max(starts, ends) <= FRIDAY and (starts == MONDAY or ends == FRIDAY)
