"""Two times of day that stand on two days of the week: "lundi à 8 heures … mardi à 20 heures"."""

from __future__ import annotations

import re

from fact_cli.lang.words import lower, words_before
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import ClockForm

_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_DAY = re.compile(rf"\b(?:{'|'.join(_DAYS)})\b")
AHEAD = 30  # characters before the first time of day in which its day is told
WEEK = 7


def over_days(
    plain: str, times: tuple[TimeExpression, TimeExpression], clocks: tuple[ClockForm, ClockForm]
) -> int | None:
    """How many more days than one night lie between two times of day.

    None where only the second has a day of its own, which may be any.
    """
    first, last = times
    behind = _DAY.findall(lower(plain[first.extent.end : last.extent.start]))
    if not behind:
        return 0
    ahead = _DAY.findall(lower(words_before(plain, first.extent.start, AHEAD)))
    if not ahead:
        return None
    apart = (_DAYS.index(behind[-1]) - _DAYS.index(ahead[-1])) % WEEK
    one, other = clocks
    by_night = (other.hour, other.minute) < (one.hour, one.minute)
    return apart - by_night if apart else 0
