"""Misprints of dates, ages and lengths of time that are known to hold."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from datetime import date

from fact_cli.model.dates import PartialDate

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
)  # fmt: skip
YEAR = re.compile(r"\b(1[5-9]|20)\d\d\b")
DAY = re.compile(rf"\b(\d\d?)(?:er)? ({'|'.join(MONTHS)}) (\d{{4}})\b", re.IGNORECASE)
WEEKDAY = re.compile("|".join(WEEKDAYS), re.IGNORECASE)
LENGTH = re.compile(r"\b\d{1,3}(?=(?:e|ème)?[ \u00a0](?:ans?|années?|mois|semaines?|jours?|anniv))")
# Which check vouches for what, and what of it is misprinted.
KINDS: Mapping[str, tuple[str, ...]] = {
    "wrong-weekday": ("weekday", "year"),
    "wrong-age": ("age", "year"),
    "wrong-duration": ("duration", "year"),
    "wrong-anniversary": ("duration", "year"),
}
TWICE = {"conflicting-values", "headline-conflict"}  # the checks of a figure told in two places


def misdated(words: str, rule: str, draw: random.Random) -> Mapping[str, str]:
    """``words`` of a check of ``rule`` with each kind of slip that is possible in them.

    A weekday becomes another; the year of a day with its weekday one to nine years later or
    earlier in which that day is another; a year from which an age or a length is counted two to
    nine years, and the age or length itself two to nine more, since one is within what people
    count.
    """
    found: dict[str, str] = {}
    for kind in KINDS.get(rule, ()):
        at = {"weekday": WEEKDAY, "year": YEAR}.get(kind, LENGTH).search(words)
        if at is None:
            continue
        if kind == "weekday":
            wrong = draw.choice([day for day in WEEKDAYS if day != at.group().lower()])
        elif kind == "year":
            wrong = str(draw.choice(_years(words, int(at.group()), rule)))
        else:
            wrong = str(int(at.group()) + draw.randint(2, 9))
        found[kind] = words[: at.start()] + wrong + words[at.end() :]
    return found


def _years(words: str, year: int, rule: str) -> list[int]:
    """The years that ``year`` can be misprinted as, so that a calendar shows it."""
    if rule != "wrong-weekday":
        return [year + n for n in range(-9, 10) if abs(n) > 1]
    others = [year + n for n in range(-9, 10) if n]
    day = _weekday(words, year)
    return [one for one in others if day is None or _weekday(words, one) != day]


def _weekday(words: str, year: int) -> int | None:
    """Of the day and month that stand in ``words``, in ``year``."""
    at = DAY.search(words)
    if at is None:
        return None
    month = MONTHS.index(at[2].lower()) + 1
    day: date | None = PartialDate(year, month, int(at[1])).interval().begin
    return None if day is None else day.weekday()
