"""A weekday counted in its month, and the day of the month told beside it.

"Le premier lundi du mois, le 8 juillet": the first of any weekday is one of the first seven days,
whatever the year. "Le dimanche 16 juin, deuxième dimanche du mois".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import MONTH, MONTHS, lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.relation import NthWeekday
from fact_cli.model.text import Extent
from fact_cli.relate.context import Context

_CUES = ("premier ", "deuxième ", "second ", "troisième ", "quatrième ", "dernier ")
_WHICH = r"(?P<nth>premier|deuxième|second|troisième|quatrième|dernier)"
_WEEKDAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_NTH = rf"\b(?P<told>{_WHICH} {_WEEKDAY} (?:du mois|d[e'] ?(?P<month>{MONTH})))"
_DAY = rf"(?P<day>\d{{1,2}})(?:er)?(?: (?P<other>{MONTH}))?(?: \d{{4}})?"
_NTH_FIRST = re.compile(
    rf"{_NTH}(?: \d{{4}})?(?:,| \(|, \(| :)? ?(?:soit )?(?:donc )?(?:le |ce )?(?:{_WEEKDAY} )?"
    rf"{_DAY}(?= ?[,.;:!?)]|$| (?:à|au|dès|de|pour|dans|sur|et)\b)"
)
_DAY_FIRST = re.compile(
    rf"\b(?:le|ce|{_WEEKDAY}) {_DAY}(?:, |\)? \(| est )(?:donc )?(?:le )?{_NTH}(?=[,.;:!?)]|$)"
)
# The day of this once is another than that of the rule.
_OTHERWISE = re.compile(
    r"\b(?:exception\w*|cette fois|décal\w*|report\w*|avanc\w*|repouss\w*|chaque|tous les"
    r"|habituel\w*|d'habitude|sauf|au lieu|plutôt|non pas|heures?)\b"
)
_FIRST_OF = {"premier": 1, "deuxième": 8, "second": 8, "troisième": 15, "quatrième": 22}
WEEK = 7  # days
LONGEST, SHORTEST = 31, 28  # days of a month
_THIRTY = {"avril", "juin", "septembre", "novembre"}


def find(context: Context) -> Iterator[NthWeekday]:
    if not context.tells(_CUES):
        return
    plain = context.document.plain
    for sentence in context.sentences:
        words = lower(sentence.extent.of(plain))
        if not _OTHERWISE.search(words):
            yield from _told(sentence, words)


def _told(sentence: ScannedSentence, words: str) -> Iterator[NthWeekday]:
    start = sentence.extent.start
    for found in (*_NTH_FIRST.finditer(words), *_DAY_FIRST.finditer(words)):
        month, other = found["month"], found["other"]
        if month is not None and other is not None and month != other:
            continue
        low, high = _days(found["nth"], month or other)
        extents = [Extent(start + found.start(key), start + found.end(key)) for key in _KEYS]
        yield NthWeekday(extents[0], extents[1], int(found["day"]), low, high)


_KEYS = ("told", "day")


def _days(which: str, month: str | None) -> tuple[int, int]:
    """The days of a month among which the first, the second or the last of a weekday lies."""
    if which in _FIRST_OF:
        return _FIRST_OF[which], _FIRST_OF[which] + WEEK - 1
    if month not in MONTHS:
        return SHORTEST - WEEK + 1, LONGEST
    if month == "février":
        return SHORTEST - WEEK + 1, SHORTEST + 1
    last = LONGEST - (month in _THIRTY)
    return last - WEEK + 1, last
