"""Days and times of day that are named, of which some are in no calendar and on no clock."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.relation import NamedClock, NamedDay, NamedTime
from fact_cli.model.times import CalendarForm, ClockForm
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


def find(context: Context) -> Iterator[NamedTime]:
    plain = context.document.plain
    for sentence in context.sentences:
        for time in (leaf for whole in sentence.times for leaf in whole.leaves):
            form = time.form
            if isinstance(form, CalendarForm) and form.parts.day is not None:
                start, end = sentence.extent.start, sentence.extent.end
                denied = _DENIED.search(lower(plain[start:end]) + words_after(plain, end, NEXT))
                if denied and context.quoted(time.extent):
                    continue
                yield NamedDay(time, form.parts)
            if isinstance(form, ClockForm):
                ahead = words_before(plain, time.extent.start, 25)
                if _ABOUT.search(ahead) and not _LENGTH.match(plain, time.extent.end):
                    yield NamedClock(time, form.hour, form.minute)
