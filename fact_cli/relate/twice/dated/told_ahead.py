"""One event announced for today by its weekday and for tomorrow, or the other way round.

"Le club reçoit Gand ce vendredi à 20 h 45. Le stade sera presque plein demain soir …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.lapse import TwoDates, day_of
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import CalendarForm, ClockForm, OffsetForm
from fact_cli.relate.context import Context
from fact_cli.relate.passage import adjoining
from fact_cli.relate.times.moments import dates, published

_PART = re.compile(r"\b(?:soir|matin|après-midi|midi|nuit)\b")
# What shows that the second sentence goes on about the event of the first.
_SAME = re.compile(
    r"\b(?:en effet|cette (?:affiche|rencontre|réunion|soirée|séance|cérémonie|annonce|audience"
    r"|représentation|confrontation|finale|demi-finale)"
    r"|ce (?:match|rendez-vous|concert|duel|choc|derby|spectacle|scrutin|débat|vote|sommet))\b"
)
_OTHER = re.compile(
    r"\b(?:aussi|également|puis|ensuite|lendemain|autre|deuxième|second|seconde|suivant\w*|reporté\w*"
    r"|retour|avant|veille|jusqu|hier|(?<!année )prochaine?)\b"
)


def find(context: Context) -> Iterator[TwoDates]:
    now = published(context)
    if now is None:
        return
    for pair in adjoining(context):
        yield from _apart(context.document.plain, pair)


def _apart(plain: str, pair: Sequence[ScannedSentence]) -> Iterator[TwoDates]:
    """A day with its time of day, and "demain soir", as the only days of two sentences."""
    former, sentence = pair
    told = [time for each in pair for time in dates(each) if day_of(time.interval) is not None]
    words = lower(plain[former.extent.start : sentence.extent.end])
    same = _SAME.search(lower(sentence.extent.of(plain)))
    if len(told) != 2 or same is None or _OTHER.search(words):
        return
    first, again = told
    if not (former.extent.holds(first.extent) and sentence.extent.holds(again.extent)):
        return
    for one, each, other in ((first, former, again), (again, sentence, first)):
        clocked = any(isinstance(time.form, ClockForm) for time in each.times)
        if clocked and _is_weekday(one) and _is_counted(plain, other):
            if day_of(one.interval) != day_of(other.interval):
                yield TwoDates(first, again, same.group())
            return


def _is_weekday(time: TimeExpression) -> bool:
    return isinstance(time.form, CalendarForm) and time.form.weekday is not None


def _is_counted(plain: str, time: TimeExpression) -> bool:
    """ "Demain soir", "ce soir": a day counted from the telling, with a part of it."""
    part = _PART.search(lower(time.extent.of(plain)))
    return isinstance(time.form, OffsetForm) and part is not None
