"""A majority that is told to be had or lost, and the seats or votes that make it or not.

"Avec vingt-quatre des cinquante et un sièges, le parti détient la majorité absolue": more than
half is needed, of "deux tiers" as much.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from fact_cli.lang.words import lower, words_before
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.figures import Comparison
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, between, end_of, usable

_HAS = re.compile(
    r"\b(?:détien\w+|dispos\w+|obtien\w+|obten\w+|a|ont|aura|conserv\w+|gard\w+|décroch\w+"
    r"|remport\w+"
    r"|offr\w+|possèd\w+|jou\w+|arrach\w+|assur\w+|confort\w+|retrouv\w+|atteint|adopté\w*"
    r"|recueill\w+|franchi\w*)"
    r" (?:[^\W\d_]+ ){0,3}?(?:de |d')?(?:la|une|sa|leur|cette) (?:[^\W\d_]+ ){0,2}?majorité"
    r" (?P<kind>absolue|des deux tiers)\b"
)
_HAS_IT = re.compile(
    r"\b(?:l'|la )(?:obt[ie]\w+|décroch\w+|détien\w+|atteint|dépass\w+|conserv\w+|franchi\w*)\b"
)
_LOSES = re.compile(
    r"\b(?:perd|perdent|a perdu|ont perdu|rat\w+|manqu\w+)(?: [^\W\d_]+)? la majorité absolue\b"
)
_LOST = re.compile(r"\b(?:per[dt]\w*|manqu\w+|rat[eé]\w*|échou\w+|pas|plus|sans|priv\w+|faute)\b")
_WITH_OTHERS = re.compile(
    r"\b(?:alli\w+|coalition|ensemble|avec (?:l'appui|le soutien|l'aide|les|ses)|soutien|appoint"
    r"|pour (?:obtenir|avoir|atteindre|détenir)|à \w+ (?:voix|sièges?) (?:près|de)|d'ici|pourrait"
    r"|devrait|espèr\w+|vis\w+|des sièges|si |avant|après|jusqu'|sortant\w*|en (?:19|20)\d\d)\b"
)
_NEEDED = re.compile(
    r"\bmajorité (?:absolue|requise|qualifiée)\b[^.;\d]{0,30}?(?:de|à|est de|fixée à|\() ?$"
)
_OF = re.compile(
    r"(?: [^\W\d_]+){0,3}?,? (?:sur|parmi)(?: un total de| les| ses)? "
    r"| (?:des|de ses|de leurs) "
)
_OF_VOTES = re.compile(r" des (?:voix|suffrages|votes|bulletins)\b")
_BY_MAJORITY = re.compile(r"\bà (?:la|une)(?: [^\W\d_]+){0,2} majorité\b[^.;:()\d]{0,40},? ?\(?$")
_FOR = re.compile(r"(?: (?:voix|votes|cantons))? pour(?:,| et|, et) ")
_AGAINST = re.compile(r"(?: (?:voix|votes|cantons))? contre\b")
HALF = Decimal("0.5")
TWO_THIRDS = Decimal(2) / 3


def find(context: Context) -> Iterator[Comparison]:
    plain = context.document.plain
    if not context.tells(("majorité",)):
        return
    for sentence in context.sentences:
        words = lower(sentence.extent.of(plain))
        yield from _for_and_against(plain, sentence)
        if _WITH_OTHERS.search(words):
            continue
        had = _HAS.search(words)
        if _LOSES.search(words):
            yield from _had(plain, sentence, HALF, lost=True)
        elif (had or _HAS_IT.search(words)) and not _LOST.search(words):
            share = TWO_THIRDS if had and had["kind"] == "des deux tiers" else HALF
            yield from _had(plain, sentence, share, lost=False)


def _for_and_against(plain: str, sentence: ScannedSentence) -> Iterator[Comparison]:
    """ "À la majorité des cantons (15 pour et 23 contre)"."""
    for more, less in pairwise(usable(sentence.quantities)):
        ahead = words_before(plain, more.reach.start, 60)
        link = plain[more.extent.end : less.reach.start]
        against = _AGAINST.match(plain, less.extent.end) is not None
        numbers = {more.kind, less.kind} <= NUMBERS
        if numbers and against and _BY_MAJORITY.search(ahead) and _FOR.fullmatch(link):
            yield Comparison(more, less)


def _had(
    plain: str, sentence: ScannedSentence, share: Decimal, *, lost: bool
) -> Iterator[Comparison]:
    """The seats against what is needed: told as such, or half of all there are."""
    figures = [one for one in usable(sentence.quantities) if one.kind is not QuantityKind.RATIO]
    needed = [one for one in figures if _is_needed(plain, sentence, one)]
    counts = [one for one in figures if one.kind in NUMBERS]
    told = "majorité" in lower(sentence.extent.of(plain))
    if len(needed) == 1 and len(counts) == 2 and not lost:
        (own,) = (one for one in counts if one is not needed[0])
        yield _more(own, needed[0], needed[0].value or Decimal(0))
    elif len(counts) == 2 and told and _OF.fullmatch(lower(between(plain, *counts))):
        part, whole = counts
        half = (whole.value or Decimal(0)) * share
        if lost:
            yield _less(part, whole, half)
        else:
            yield _more(part, whole, half + (0 if share == TWO_THIRDS else HALF))
    elif len(figures) == 1 and told and not lost and _is_of_votes(plain, figures[0]):
        yield _more(figures[0], figures[0], share * 100)


def _is_of_votes(plain: str, one: Quantity) -> bool:
    return one.kind is QuantityKind.PERCENT and _OF_VOTES.match(plain, end_of(one)) is not None


def _is_needed(plain: str, sentence: ScannedSentence, one: Quantity) -> bool:
    ahead = lower(plain[sentence.extent.start : one.reach.start])
    return _NEEDED.search(ahead) is not None


def _more(part: Quantity, at: Quantity, least: Decimal) -> Comparison:
    return Comparison(part, _needed(at, least), at=part, binding=Binding.INFERRED)


def _less(part: Quantity, at: Quantity, most: Decimal) -> Comparison:
    return Comparison(_needed(at, most), part, at=part, binding=Binding.INFERRED)


def _needed(at: Quantity, value: Decimal) -> Quantity:
    exact = Bounds.exactly(value)
    return replace(at, value=value, hedge=None, strict=exact, loose=exact, step=Decimal("0.1"))
