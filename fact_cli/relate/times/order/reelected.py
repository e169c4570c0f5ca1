"""An election told before the first one: "élue maire en 2008, elle a été réélue en 2001"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from fact_cli.lang.words import lower, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Order
from fact_cli.model.mention import TimeExpression
from fact_cli.relate.context import Context
from fact_cli.relate.passage import adjoin
from fact_cli.relate.times.moments import KIN, OFFICE, dates, moment, names_year

_CUES = ("réélu", "reconduit", "réélection")
_ELECTED = re.compile(
    r"\b(?:élue?s?|(?:conquis|conquit|conquiert|emport|ravi|gagn|pris|prit)[^\W\d_]* "
    r"(?:la|le|sa|son) (?:mairie|ville|siège|circonscription|présidence|tête|fauteuil))\b"
    r"[^.;:()\d]{0,60} (?:en|le|dès|fin|début) $"
)
_AGAIN = re.compile(
    r"\b(?:réélue?s?|reconduite?s?|réélection)\b[^.;:()\d]{0,30} (?:en|le|dès|fin|début) $"
)
# The first election is not the first one: "élue en 2008 après deux mandats".
_OTHERWISE = re.compile(
    r"\b(?:à nouveau|de nouveau|autre\w*|déjà|auparavant|précéden\w*|ancien\w*|prédécesseur|avait"
    r" été|défaite|battue?|retour|revenue?|retrouv\w+|reconqui\w+|seconde|deuxième|troisième"
    r"|dernière fois|puis|remplac\w+|succ[éè]d\w+|détrôn\w+|face à|sortante?|contre|devant"
    r"|suite de)\b"
)
# Who is elected again is named only at once: "élue en 2008, Anne Roux a été réélue".
_NAMED = re.compile(r"(?<!\. )(?<! à )(?<! de )(?<! en )(?<! du )(?<! au )(?<!d')\b[A-ZÀ-Þ][\w'-]+")
_AT_ONCE = re.compile(
    r"(?:[^.;:\d]{0,40})?(?:,|\.) (?:M\. |Mme )?[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)* "
    r"(?:a |y a |avait |est |fut |sera )?(?:été )?(?:réélu|reconduit)[^.;:A-ZÀ-Þ]*"
)
_ELSEWHERE = re.compile(
    r"[^.;:]{0,30}\b(?:à l'assemblée|au sénat|au conseil|à la région|au parlement|au départemen\w+"
    r"|aux (?:législatives|régionales|départementales|sénatoriales))\b"
)


def find(context: Context) -> Iterator[Order]:
    if not context.tells(_CUES):
        return
    plain = context.document.plain
    for sentence in context.sentences:
        yield from _order(plain, [sentence])
    for former, sentence in pairwise(context.sentences):
        if adjoin(plain, former, sentence):
            yield from _order(plain, [former, sentence])


def _order(plain: str, near: list[ScannedSentence]) -> Iterator[Order]:
    words = lower(plain[near[0].extent.start : near[-1].extent.end])
    told = [time for each in near for time in dates(each) if names_year(time)]
    elected = [time for time in told if _tells(plain, time, _ELECTED)]
    again = [time for time in told if _tells(plain, time, _AGAIN)]
    if len(elected) != 1 or len(again) != 1 or not elected[0].extent < again[0].extent:
        return
    if len(near) > 1 and any(near[0].extent.holds(one.extent) for one in again):
        return  # told when that sentence was alone
    start, end = elected[0].extent.end, again[0].extent.start
    offices = {found.group() for found in OFFICE.finditer(words)}
    if len(offices) > 1 or KIN.search(words) or _OTHERWISE.search(lower(plain[start:end])):
        return
    if _NAMED.search(plain[start:end]) and not _AT_ONCE.fullmatch(plain[start:end]):
        return
    if _ELSEWHERE.match(lower(plain[again[0].extent.end : near[-1].extent.end])):
        return
    if not _OTHERWISE.search(words_before(plain, elected[0].extent.start, 60)):
        first, then = moment(elected[0]), moment(again[0])
        yield Order(first, then, ("élection", "réélection"), Binding.INFERRED)


def _tells(plain: str, time: TimeExpression, what: re.Pattern[str]) -> bool:
    return what.search(words_before(plain, time.extent.start, 90)) is not None
