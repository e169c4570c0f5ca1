"""Days and times of day that are named, of which some are in no calendar and on no clock."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import MONTH, lower, words_after, words_before
from fact_cli.model.relation import NamedClock, NamedDay, NamedTime, NotFirst
from fact_cli.model.text import Extent
from fact_cli.model.times import CalendarForm, ClockForm, LengthForm
from fact_cli.relate.context import Context

# "vers 25 h 30" is a time of day; "à 25 h 30" may be how long.
_ABOUT = re.compile(
    r"\b(?:vers|peu avant|peu après|aux alentours de|aux environs de|sur le coup de) (?:les )?$"
)
# A day that is quoted because it does not exist.
_DENIED = re.compile(
    r"\b(?:bissextile|n'existe pas|n'existait pas|n'a jamais existé|inexistante?|impossible"
    r"|faute de frappe|coquille|ne vaut rien|erreur de date|erroné\w*|erreur)\b"
)
NEXT = 60  # characters of the sentence behind it that may deny a day
_LENGTH = re.compile(r" (?:de|d'|par|hebdomadaires?|après)\b")
# Of the days of a month only the first is told by its ordinal: "le 4er septembre".
_NOT_FIRST = re.compile(rf"(?P<day>[1-9](?<![\w.,]\d)(?:(?<=[1-3])\d|(?<!1)))er[ -](?={MONTH}\b)")
CLOCK = 24  # hours


def find(context: Context) -> Iterator[NamedTime]:
    plain = context.document.plain
    for found in _NOT_FIRST.finditer(context.told):
        yield NotFirst(Extent(found.start(), found.end() - 1), int(found["day"]))
    for sentence in context.sentences:
        for time in (leaf for whole in sentence.times for leaf in whole.leaves):
            form = time.form
            if isinstance(form, CalendarForm) and form.parts.day is not None:
                start, end = sentence.extent.start, sentence.extent.end
                denied = _DENIED.search(lower(plain[start:end]) + words_after(plain, end, NEXT))
                if denied and context.quoted(time.extent):
                    continue
                yield NamedDay(time, form.parts)
            hours = form.duration.hours if isinstance(form, LengthForm) else None
            if isinstance(form, ClockForm) or (hours is not None and hours > CLOCK):
                ahead = words_before(plain, time.extent.start, 25)
                if _ABOUT.search(ahead) and not _LENGTH.match(plain, time.extent.end):
                    clock = form if isinstance(form, ClockForm) else ClockForm(int(hours or 0))
                    yield NamedClock(time, clock.hour, clock.minute)
