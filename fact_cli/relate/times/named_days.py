"""Days and times of day that are named, of which some are in no calendar and on no clock."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import words_before
from fact_cli.model.relation import NamedClock, NamedDay, NamedTime
from fact_cli.model.times import CalendarForm, ClockForm
from fact_cli.relate.context import Context

# "vers 25 h 30" is a time of day; "à 25 h 30" may be how long.
_ABOUT = re.compile(
    r"\b(?:vers|peu avant|peu après|aux alentours de|aux environs de|sur le coup de) (?:les )?$"
)
_LENGTH = re.compile(r" (?:de|d'|par|hebdomadaires?|après)\b")


def find(context: Context) -> Iterator[NamedTime]:
    plain = context.document.plain
    for sentence in context.sentences:
        for time in (leaf for whole in sentence.times for leaf in whole.leaves):
            form = time.form
            if isinstance(form, CalendarForm) and form.parts.day is not None:
                yield NamedDay(time, form.parts)
            if isinstance(form, ClockForm):
                ahead = words_before(plain, time.extent.start, 25)
                if _ABOUT.search(ahead) and not _LENGTH.match(plain, time.extent.end):
                    yield NamedClock(time, form.hour, form.minute)
