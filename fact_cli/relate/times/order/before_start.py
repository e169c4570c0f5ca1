"""What a thing has not done since a year in which it did not exist yet.

"Né en 1962, le club n'a plus soulevé la coupe depuis 1094".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Order
from fact_cli.model.mention import TimeExpression
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import KIN, dates, moment, names_year

_BEGUN = (
    r"(?:née?s?|fondée?s?|créée?s?|construite?s?|ouverte?s?|inaugurée?s?|bâtie?s?|lancée?s?"
    r"|constituée?s?|instituée?s?)"
)
_STARTS = re.compile(
    rf"(?:{_BEGUN} |[^.;:()\d]{{3,50}}, (?:qui (?:a été|fut|est) )?{_BEGUN} )"
    r"(?:officiellement )?(?:en |le )$"
)
_SINCE = re.compile(
    r"[^.;:,()\d]{0,60},(?P<told>[^.;:()\d]*"
    r"\b(?:n'|ne |a |ont |est |sont |détient|possède|organise|joue|accueille|remporte)"
    r"[^.;:()\d]*\b(?:depuis|dès) )$"
)
_ANOTHER = re.compile(
    r"\b(?:par une?|tenue?|dans|sur|à partir d'|issue?|success|ancien|ancêtre|prédécess|rempla"
    r"|repris|reprend|hérit"
    r"|bâtiment|édifice|terrain|château|maison|usine|famille|autre|père|fils|village|ville|qui)\b"
)


def find(context: Context) -> Iterator[Order]:
    plain = context.document.plain
    if not context.tells((" depuis ", " dès ")):
        return
    for sentence in context.sentences:
        told = [one for one in [*dates(sentence), *_since(sentence)] if names_year(one)]
        told = sorted({one.extent: one for one in told}.values(), key=lambda one: one.extent)
        words = lower(sentence.extent.of(plain))
        if len(told) != 2 or KIN.search(words):
            continue
        begun, act = told
        start = _STARTS.fullmatch(lower(plain[sentence.extent.start : begun.extent.start]))
        link = lower(plain[begun.extent.end : act.extent.start])
        since = _SINCE.fullmatch(link)
        if start and since and not _ANOTHER.search(since["told"]):
            first = "naissance" if words.startswith("né") else "début"
            yield Order(moment(begun), moment(act), (first, "acte"), Binding.INFERRED)


def _since(sentence: ScannedSentence) -> Sequence[TimeExpression]:
    """The years inside "depuis 1994", "dès 1994"."""
    return [part for time in sentence.times for part in time.parts]
