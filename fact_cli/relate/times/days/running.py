"""Days of what is going on that are told as to come, though they are gone.

"Le festival se tient du 18 au 22 décembre. Le 19, deux troupes se produiront", on the 21st.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import PartialDate
from fact_cli.model.lapse import TensedDay, day_of
from fact_cli.model.mention import TimeExpression
from fact_cli.model.text import Extent
from fact_cli.model.times import CalendarForm, RangeForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import published
from fact_cli.scan.tense import tense_of
from fact_cli.scan.times.context import Tense

_DAY = re.compile(
    r"(?:Le |Dès le |À partir du |Au programme du |Pour la journée du |La journée du )"
    r"(?:lundi |mardi |mercredi |jeudi |vendredi |samedi |dimanche )?(?P<day>\d{1,2})(?!\d)"
)
_OPENING = re.compile(
    r"(?P<what>L'ouverture|L'inauguration"
    r"|La (?:cérémonie|soirée|journée) (?:d'ouverture|inaugurale)|Le premier jour"
    r"|La première journée|Le coup d'envoi)"
    r"(?: officielle| solennelle)? (?:sera (?:marqué|donné|assuré|célébré|animé|placé"
    r"|présidé|consacré|précédé|ponctué)e?"
    r"|aura lieu|se fera|se tiendra|se déroulera|débutera|commencera)\b"
)
_OF_ANOTHER = re.compile(
    r"\b(?:prochaine?|suivante?|année|mois|saison|édition|reportée?|nouvelle)\b"
)
LONGEST = timedelta(days=31)  # a longer stretch has several days of one number
LATE = timedelta(days=2)  # by which an article may be published behind its writing
REACH = 4  # sentences behind the stretch in which its days are told


class _Running(NamedTuple):
    begin: date
    end: date
    first: TimeExpression


def find(context: Context) -> Iterator[TensedDay]:
    now = published(context)
    today = None if now is None else now.interval.begin
    if today is None:
        return
    plain, sentences = context.document.plain, context.sentences
    for index, sentence in enumerate(sentences):
        stretches = [one for time in sentence.times if (one := _running(time, today))]
        if len(stretches) != 1 or context.quoted(stretches[0].first.extent):
            continue
        for later in sentences[index + 1 : index + 1 + REACH]:
            if later.sentence.block != sentence.sentence.block or any(
                isinstance(time.form, RangeForm) for time in later.times
            ):
                break
            found = _gone(plain, later, stretches[0], today)
            if found is not None:
                yield found


def _running(time: TimeExpression, today: date) -> _Running | None:
    """A stretch of days that has begun and is not over yet."""
    if len(time.parts) != 2 or not isinstance(time.form, RangeForm):
        return None
    begin, end = (day_of(part.interval) for part in time.parts)
    if begin is None or end is None or end - begin > LONGEST or not begin <= today <= end:
        return None
    return _Running(begin, end, time.parts[0])


def _gone(
    plain: str, sentence: ScannedSentence, running: _Running, today: date
) -> TensedDay | None:
    words = sentence.extent.of(plain)
    if tense_of(words) is not Tense.FUTURE or _OF_ANOTHER.search(lower(words)):
        return None
    start = sentence.extent.start
    opening = _OPENING.match(words)
    if opening is not None and today - running.begin > LATE:
        extent = Extent(*opening.span("what")).shifted(start)
        return _told(running.first, extent, running.begin, today)
    found = _DAY.match(words)
    day = None if found is None else _in_stretch(int(found["day"]), running)
    if found is None or day is None or today - day < LATE or _is_elsewhere(sentence, day):
        return None
    return _told(running.first, Extent(*found.span("day")).shifted(start), day, today)


def _is_elsewhere(sentence: ScannedSentence, day: date) -> bool:
    """Whether the sentence dates what it tells by another month or day: "Le 19 janvier, …"."""
    told = [time.form.parts for time in sentence.times if isinstance(time.form, CalendarForm)]
    return any(one.month not in {None, day.month} or one.day not in {None, day.day} for one in told)


def _told(first: TimeExpression, extent: Extent, day: date, today: date) -> TensedDay:
    form = CalendarForm(PartialDate(day=day.day))
    return TensedDay(replace(first, extent=extent, form=form), day, past=False, published=today)


def _in_stretch(number: int, running: _Running) -> date | None:
    days = [
        day
        for at in range((running.end - running.begin).days + 1)
        if (day := running.begin + timedelta(days=at)).day == number
    ]
    return days[0] if len(days) == 1 else None
