"""Misprints of dates, ages and lengths of time that are known to hold."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
YEAR = re.compile(r"\b(1[5-9]|20)\d\d\b")
WEEKDAY = re.compile("|".join(WEEKDAYS), re.IGNORECASE)
FIGURE = re.compile(r"\b\d{1,3}\b")
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

    A weekday becomes another; a year one to nine years later or earlier; an age or a length
    two to nine more, since one more is within what people count.
    """
    found: dict[str, str] = {}
    for kind in KINDS.get(rule, ()):
        pattern = {"weekday": WEEKDAY, "year": YEAR}.get(kind, FIGURE)
        at = pattern.search(words)
        if at is None:
            continue
        printed = at.group()
        if kind == "weekday":
            wrong = draw.choice([day for day in WEEKDAYS if day != printed.lower()])
        elif kind == "year":
            wrong = str(int(printed) + draw.choice([n for n in range(-9, 10) if n]))
        else:
            wrong = str(int(printed) + draw.randint(2, 9))
        found[kind] = words[: at.start()] + wrong + words[at.end() :]
    return found
