"""The yes and the no of one vote, each told in a sentence of its own.

Title: "Les Jurassiens disent oui à 52,3 %"; "le camp du non a rassemblé 48,7 %": of the valid
votes the two are all, so that they make 100 %.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from fact_cli.lang.words import lower, words_after
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import BlockKind
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import is_surplus, usable

_VOTES = (
    "votation",
    "référendum",
    "scrutin",
    "suffrage",
    "aux urnes",
    "bulletin",
    "votant",
    "voix",
    "électeur",
)
_CUES = ("non", "oppos", "rejet", "refus")
_YES = re.compile(
    r"\boui\b[^.;:\d]{0,60}$|\b(?:approuv|accept|plébiscit|adopt)\w*\b[^.;:\d]{0,40}"
    r"\b(?:par|à|avec)[^.;:,\d]{0,10}$"
)
_NO = re.compile(
    r"(?<!ou )(?<!ou le )\bnon\b[^.;:\d]{0,60}$"
    r"|\b(?:opposants|adversaires)\b[^.;:\d]{0,40}\b(?:avec|recueill\w+|réuni\w+|obtien\w+)[^.;:\d]{0,12}$"
)
_YES_BEHIND = re.compile(
    r" (?:de |des [^.;:,\d]{0,30}? (?:ont|avaient|aient) (?:dit |voté )?)« ?oui|"
    r" (?:de |des [^.;:,\d]{0,30}? (?:ont|avaient|aient) (?:dit |voté )?)oui"
)
_NO_BEHIND = re.compile(
    r" (?:de |des [^.;:,\d]{0,30}? (?:ont|avaient|aient) (?:dit |voté )?)(?:« ?)?(?:non|contre)\b"
)
_CLAUSE = re.compile(r"[;:.(]|, (?:alors|tandis|contre|mais|quand|où)\b|, et ")
# What is told of another vote, of some of the voters, or of what was expected.
_OTHERWISE = re.compile(
    r"\b(?:sondages?|enquêtes?|intentions?|projections?|(?:en|de|depuis) (?:19|20)\d\d|précédent\w*"
    r"|il y a|l'an (?:passé|dernier)|chez|dans (?:les|la|le|l'|une?|cert|deux|trois)|jeunes|femmes"
    r"|hommes|communes?|villages?|villes?|districts?|quartiers?|bureaux?|arrondissements?|premiers?"
    r"|partiels?|dépouill\w+|inscrits|contre-projet|initiative|objets|par exemple|record|seulement"
    r"|localement|étrang\w+)\b"
)
_NAMED_PLACE = re.compile(r"\b(?:À|Au|Aux|En|Dans|Sur|à|au|aux|en) (?:la |le |les |l')?[A-ZÀ-Þ]")
_ALSO = re.compile(
    r"\b(?:blancs?|nuls?|abstentions?|abstenus?|sans opinion|indécis|sans avis"
    r"|deuxième (?:objet|question)|second objet|question subsidiaire)\b"
)
ALL = Decimal(100)
NEAR = Decimal(5)  # percentage points from all that the two may be misprinted
FINE = Decimal("0.1")  # to which the two are told


def find(context: Context) -> Iterator[Total]:
    if not context.tells(_CUES) or not context.tells(("oui", "approuv", "accept", "adopt")):
        return
    if not context.tells(_VOTES):
        return
    sides: dict[bool, list[Quantity]] = {True: [], False: []}
    for sentence in context.sentences:
        kind = context.document.blocks[sentence.sentence.block].kind
        if kind is not BlockKind.BOILERPLATE:
            for one in usable(sentence.quantities):
                side = _side_of(context.document.plain, sentence, one)
                if side is not None:
                    sides[side].append(one)
    values = [{one.value for one in told} for told in sides.values()]
    if [len(some) for some in values] == [1, 1]:
        yield from _total(context, [told[0] for told in sides.values()])


def _side_of(plain: str, sentence: ScannedSentence, one: Quantity) -> bool | None:
    """Whether a percentage is the yes of all, or the no; None where it is neither."""
    if one.kind is not QuantityKind.PERCENT or one.hedge is not None or one.step > FINE:
        return None
    told = plain[sentence.extent.start : one.reach.start]
    behind = words_after(plain, one.extent.end, min(60, sentence.extent.end - one.extent.end))
    ahead = _CLAUSE.split(lower(told))[-1]
    clause = ahead + _CLAUSE.split(behind)[0]
    if is_surplus(plain, one) or _OTHERWISE.search(clause) or _NAMED_PLACE.search(told):
        return None
    if _NO_BEHIND.match(behind) or (_NO.search(ahead) and "oui" not in ahead):
        return False
    if _YES_BEHIND.match(behind) or (_YES.search(ahead) and "non" not in ahead.split()):
        return True
    return None


def _total(context: Context, sides: Sequence[Quantity]) -> Iterator[Total]:
    first, last = sorted(sides, key=lambda one: one.extent)
    exact = Bounds.exactly(ALL)
    whole = replace(last, value=ALL, strict=exact, loose=exact, step=Decimal(1), hedge=None)
    total = Total(whole, [first, last], complete=True, exclusive=True, binding=Binding.INFERRED)
    if total.exact is None or abs(total.exact - ALL) > NEAR:
        return
    if total.exact >= ALL or not _ALSO.search(context.told):
        yield total
