"""Hours a week or a day against times of opening: "du mardi au samedi de 14 h à 18 h"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from itertools import pairwise

from fact_cli.lang.lexicon import read
from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Hedge, Lasting, Unit
from fact_cli.model.mention import TimeExpression
from fact_cli.model.text import Extent
from fact_cli.model.times import ClockForm, RangeForm
from fact_cli.relate.context import Context, up_to
from fact_cli.relate.times.lengths.lasting import stated_length
from fact_cli.relate.times.moments import lengths

_DAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_DAYS = re.compile(rf"\bdu (?P<first>{_DAY}) au (?P<last>{_DAY})(?: inclus)?,? ")
_EVERY = re.compile(r"\b(?:tous les jours|sept jours sur sept|7 jours sur 7)(?: de la semaine)?,? ")
_OPEN = re.compile(r"\b(?:ouver|ouvr|accueil|accessib|reçoi|guichet|permanence|horaires?)")
_BETWEEN = re.compile(r" (?:et|puis) (?:de )?")
_SO = re.compile(r",? (?:soit|c'est-à-dire|pour un total de) (?:un total de )?")
_A_WEEK = re.compile(r" (?:par semaine|hebdomadaires?|chaque semaine)\b")
_A_DAY = re.compile(
    r"(?: d'ouverture| d'accueil| d'amplitude(?: horaire)?| de service| d'affilée)?"
    r" (?:par jour|quotidiennes?|journalières?|chaque jour|par journée|non-stop|d'affilée)\b"
    r"|(?: d'ouverture| d'accueil| d'amplitude)(?: horaire)?(?= (?:quotidienne|journalière)\b"
    r"|[,.;])"
)
_LEADS = re.compile(
    r"(?:[^.;]*[,:(–-] )?(?:« ?)?(?:soit |et ainsi |avec |ces |près de |plus de )?", re.IGNORECASE
)
_OTHERWISE = re.compile(
    r"\b(?:jusqu'ici|auparavant|contre|au lieu|en plus|de plus|supplémentaires?|sauf|excepté"
    r"|fermé\w*|été|hiver|samedi|dimanche|week-end|jours? férié\w*|chacune?|nocturnes?)\b"
)
_THEN_OR_IF = re.compile(
    r"(?<!qu')\b(?:avant|naguère|auparavant|en cas|garanti\w*|un enfant|au moins)\b"
)
WEEK = 7
BACK = 2  # sentences before that of the length


def find(context: Context) -> Iterator[Lasting]:
    plain = context.document.plain
    for sentence in context.sentences:
        for stated in lengths(sentence):
            found = _weekly(plain, sentence, stated)
            if found is not None:
                yield found
    for index, sentence in enumerate(context.sentences):
        for stated in lengths(sentence):
            found = _daily(context, index, stated)
            if found is not None:
                yield found


def _weekly(plain: str, sentence: ScannedSentence, stated: TimeExpression) -> Lasting | None:
    """The only days of opening, each with the same one or two spans of hours right behind."""
    length = stated_length(plain, stated)
    told = length is not None and length[0] is Unit.HOURS
    if length is None or not told or not _A_WEEK.match(plain, stated.extent.end):
        return None
    ahead = lower(plain[sentence.extent.start : stated.extent.start])
    weekdays = re.findall(rf"\b{_DAY}s?\b", ahead)
    found, every = _DAYS.search(ahead), _EVERY.search(ahead)
    spans = _spans(sentence, stated)
    if (found is None) == (every is None) or not spans or len(weekdays) != (2 if found else 0):
        return None
    if not _OPEN.search(ahead):  # hours of work have their breaks
        return None
    opens = found or every
    assert opens is not None
    start = sentence.extent.start + opens.end()
    if start != spans[0].extent.start or not _joined(plain, spans, stated):
        return None
    days = WEEK if found is None else _count(found["first"], found["last"])
    minutes = sum(_minutes(span) for span in spans)
    between = Bounds.exactly(Decimal(days * minutes) / 60)
    at = tuple(span.extent for span in spans)
    days_at = Extent(sentence.extent.start + opens.start(), start - 1)
    return Lasting(stated, between, Unit.HOURS, (days_at, *at), length[1], Binding.INFERRED)


def _daily(context: Context, index: int, stated: TimeExpression) -> Lasting | None:
    """ "De 8 h 30 à 17 heures. Huit heures et demie d'ouverture quotidienne": the only hours."""
    plain, sentence = context.document.plain, context.sentences[index]
    length = stated_length(plain, stated)
    told = length is not None and length[0] is Unit.HOURS and length[1] is Hedge.NONE
    ahead = plain[sentence.extent.start : stated.extent.start]
    if length is None or not told or not _A_DAY.match(plain, stated.extent.end):
        return None
    if not _LEADS.fullmatch(ahead):
        return None
    block = sentence.sentence.block
    near = [one for one in up_to(context.sentences, index, BACK) if one.sentence.block == block]
    spans = [span for one in near for span in _spans(one, stated)]
    words = lower(plain[near[0].extent.start : stated.extent.end])
    where = next((one for one in near if spans and one.extent.holds(spans[0].extent)), sentence)
    if not spans or not _OPEN.search(words) or _OTHERWISE.search(lower(where.extent.of(plain))):
        return None
    if _THEN_OR_IF.search(lower(sentence.extent.of(plain))):
        return None
    gaps = [plain[one.extent.end : other.extent.start] for one, other in pairwise(spans)]
    if not all(_BETWEEN.fullmatch(gap) for gap in gaps):
        return None
    between = Bounds.exactly(Decimal(sum(_minutes(span) for span in spans)) / 60)
    at = tuple(span.extent for span in spans)
    return Lasting(stated, between, Unit.HOURS, at, length[1], Binding.INFERRED)


def _spans(sentence: ScannedSentence, stated: TimeExpression) -> list[TimeExpression]:
    return [
        time
        for time in sentence.times
        if isinstance(time.form, RangeForm)
        and isinstance(time.form.begin, ClockForm)
        and isinstance(time.form.end, ClockForm)
        and time.extent.end <= stated.extent.start
    ]


def _joined(plain: str, spans: list[TimeExpression], stated: TimeExpression) -> bool:
    """Whether nothing stands between the spans, nor between the last and the sum."""
    gaps = [plain[one.extent.end : other.extent.start] for one, other in pairwise(spans)]
    so = _SO.fullmatch(lower(plain[spans[-1].extent.end : stated.extent.start]))
    return so is not None and all(_BETWEEN.fullmatch(gap) for gap in gaps)


def _count(first: str, last: str) -> int:
    days = _weekdays()
    return (days[last] - days[first]) % WEEK + 1


@cache
def _weekdays() -> Mapping[str, int]:
    return read("calendar")["weekdays"]


def _minutes(span: TimeExpression) -> int:
    form = span.form
    assert isinstance(form, RangeForm)
    first, last = form.begin, form.end
    assert isinstance(first, ClockForm) and isinstance(last, ClockForm)
    return ((last.hour - first.hour) * 60 + last.minute - first.minute) % (24 * 60)
