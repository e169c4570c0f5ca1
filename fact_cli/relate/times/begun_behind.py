"""Years counted from what the next sentence dates: "fête ses 85 ans. Créée en 1949, elle …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Jubilee, Moment
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import LengthForm
from fact_cli.relate.context import Context
from fact_cli.relate.passage import adjoin
from fact_cli.relate.times.anniversary import anniversaries, is_led_by_person
from fact_cli.relate.times.jubilee import is_hedged
from fact_cli.relate.times.moments import dates, moment, names_year, published

_BEGAN = (
    r"(?:fond|cré|ouver|inaugur|constru|bât|érig|institu|lanc|édifi)[^\W\d_]* "
    r"(?:au public |officiellement )?(?:en|le)\b"
)
# The next sentence opens with the start of the same thing, or its founders tell it.
_STARTS = re.compile(_BEGAN)
_FOUNDERS_TELL = re.compile(
    r"« ?(?:on s'est lancés?|(?:on|nous|mon (?:grand-)?père|ma (?:grand-)?mère|mes parents)"
    r" (?:a|avons|ont|avait) (?:ouvert|démarré|commencé|fondé|créé|lancé)(?! (?:le|la|à)\b))"
)
# Who the sentence is about behind the start: a pronoun, or a word for any such thing.
_GOES_ON = re.compile(
    r"[^.;:»]{0,60}?, (?:ils?\b|elles?\b|(?:l[ea] |l'|cet(?:te)? |ce )(?:site|établissement"
    r"|entreprise|maison|enseigne|institution|équipement|lieu|structure|bâtiment|édifice)\b)"
)
_OF_SOMETHING = re.compile(r" (?:de |d'|du |des )(?!existence|activité)")
# What "trente ans après …" counts from, and how the next sentence opens with it.
_EVENTS = [
    (re.compile(noun), re.compile(told))
    for noun, told in (
        (r" après (?:son ouverture|son inauguration)\b", r"(?:ouvert|inaugur)[^\W\d_]* (?:en|le)"),
        (r" après sa (?:création|fondation)\b", r"(?:cré|fond)[^\W\d_]* (?:en|le)"),
        (r" après sa (?:fermeture|faillite|liquidation)\b", r"(?:ferm|liquid)[^\W\d_]* (?:en|le)"),
    )
]
_FACTS = re.compile(r" après (?:les faits|sa disparition|le (?:drame|crime|meurtre))\b")
_HAPPENED = re.compile(
    r"[^.;:\d]{0,50}\b(?:avait disparu|avait été (?:tué|assassiné|enlevé|retrouvé morte?)e?)\b"
    r"[^.;:,()\d]{0,20}$"
)


def find(context: Context) -> Iterator[Jubilee]:
    plain, now = context.document.plain, published(context)
    if now is None:
        return
    for sentence, behind in pairwise(context.sentences):
        years = [time for time in dates(behind) if names_year(time)]
        own = [time for time in dates(sentence) if names_year(time)]
        if own or len(years) != 1 or not adjoin(plain, sentence, behind):
            continue
        yield from _counted(plain, sentence, behind, years[0], now)


def _counted(
    plain: str,
    sentence: ScannedSentence,
    behind: ScannedSentence,
    origin: TimeExpression,
    now: Moment,
) -> Iterator[Jubilee]:
    begun = moment(origin)
    ahead = lower(plain[behind.extent.start : origin.extent.start])
    goes_on = _GOES_ON.match(lower(plain[origin.extent.end : behind.extent.end])) is not None
    starts = (goes_on and _STARTS.match(ahead)) or _FOUNDERS_TELL.match(ahead)
    if starts and not is_led_by_person(plain, sentence):
        for stated, years, ordinal, hedged in anniversaries(plain, sentence):
            if not _OF_SOMETHING.match(plain, stated.end):
                yield Jubilee(stated, years, begun, now, hedged, ordinal, Binding.INFERRED)
    for time in sentence.times:
        form = time.form
        opens = time.extent.start == sentence.extent.start
        if not opens or not isinstance(form, LengthForm) or not form.duration.years:
            continue
        words = lower(plain[time.extent.end : time.extent.end + 40])
        told = any(noun.match(words) and event.match(ahead) for noun, event in _EVENTS)
        if (told and goes_on) or (_FACTS.match(words) and _HAPPENED.match(ahead)):
            years, hedged = int(form.duration.years), is_hedged(plain, time)
            yield Jubilee(time.extent, years, begun, now, hedged, False, Binding.INFERRED)
