"""The hurt told by how badly they are, sentence by sentence, against how many were hurt.

Title: "Cinq blessés"; "Deux personnes ont été héliportées dans un état jugé grave. Quatre autres,
plus légèrement touchées, …": who is badly hurt and who is not are all the hurt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import SMALL_NUMBERS, lower
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import BlockKind, Extent
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, is_surplus, usable
from fact_cli.relate.sums.apart.wholes import made_of, tells_one_more
from fact_cli.scan.times.ages import is_person

_CUES = ("légère", "léger", "relative", "sans gravité", "superficiel", "contusion", "bénin")
_LIGHT = re.compile(
    r"\b(?:légèrement|lég[eè]re?s?|urgences? relatives?"
    r"|moins (?:gravement|grièvement|sérieusement|grave|atteinte?s?|touchée?s?)|sans gravité"
    r"|superficiel\w*|contusion\w*|bénin\w*|en état stable|dans un état stable)\b"
)
_BADLY = re.compile(
    r"\b(?:grièvement|gravement|graves?|sérieusement|pronostic vital|entre la vie et la mort"
    r"|urgences? absolues?|(?:état|stade) (?:jugé |très )?(?:critique|préoccupant|sérieux)"
    r"|polytraumatisée?s?|plus durement touchée?s?)\b"
)
_NOT = re.compile(
    r"\b(?:indemnes?|morte?s?|tuée?s?|décédée?s?|péri|disparue?s?|chocs?|choquée?s?)\b"
)
_NO_PART = re.compile(r"\b(?:dont|parmi|sur|contre|après|plus d[e'])\b[^.;:\d]{0,30}$")
_ALONE = re.compile(
    rf"\b(?P<number>{'|'.join([*SMALL_NUMBERS][2:])})(?: autres)?"
    r"(?= (?:l'ont été |le sont )?(?:plus |moins )"
    r"(?:légèrement|grièvement|gravement|sérieusement))"
)
_HURT = frozenset({"blessé", "blessée", "fate blessé"})


def find(context: Context) -> Iterator[Total]:
    if not context.tells(_CUES):
        return
    blocks = context.document.blocks
    for number, group in groupby(context.sentences, key=lambda one: one.sentence.block):
        if blocks[number].kind in {BlockKind.BOILERPLATE, BlockKind.TITLE}:
            continue
        parts = _parts(context.document.plain, list(group))
        if parts:
            for total in made_of(context, parts, _HURT, disjoint=True):
                if total.exceeds or not tells_one_more(context, parts):
                    yield total


def _parts(plain: str, block: Sequence[ScannedSentence]) -> Sequence[Quantity]:
    """Those badly hurt and those who are not; none where others are told of, or some twice."""
    found: dict[str, Quantity] = {}
    for sentence in block:
        figures = [one for one in usable(sentence.quantities) if _counts_people(plain, one)]
        figures = sorted([*figures, *_elided(plain, sentence)], key=lambda one: one.extent)
        ends = [*(one.reach.start for one in figures[1:]), sentence.extent.end]
        for one, end in zip(figures, ends, strict=False):
            clause = lower(plain[one.extent.start : end])
            ahead = lower(plain[sentence.extent.start : one.reach.start])
            degree = _degree(ahead + clause if one is figures[0] else clause)
            if degree is None and (_NOT.search(clause) or not found):
                continue
            if degree is None or degree in found or one.hedge is not None:
                return []
            if is_surplus(plain, one) or _NO_PART.search(ahead):
                return []
            found[degree] = one
    return [*found.values()] if len(found) == 2 else []


def _elided(plain: str, sentence: ScannedSentence) -> Iterator[Quantity]:
    """ "Deux sont gravement blessées, trois plus légèrement": a number that stands alone."""
    known = {one.extent.start for one in sentence.quantities}
    for found in _ALONE.finditer(lower(sentence.extent.of(plain))):
        at = Extent(*(sentence.extent.start + place for place in found.span("number")))
        if at.start not in known:
            value = Decimal(SMALL_NUMBERS[found["number"]])
            exact = Bounds.exactly(value)
            yield Quantity(at, at, QuantityKind.COUNT, value, Decimal(1), exact, exact)


def _counts_people(plain: str, one: Quantity) -> bool:
    if one.kind not in NUMBERS:
        return False
    if one.noun is None:
        return not plain.startswith((" h", " km"), one.extent.end)
    return one.of in {"personne", "victime", "autre"} or is_person(one.of or "", lexicon().grammar)


def _degree(clause: str) -> str | None:
    """How badly those of a clause are hurt; None where it tells both or neither."""
    light, badly = _LIGHT.search(clause), _BADLY.search(_LIGHT.sub("", clause))
    if bool(light) == bool(badly):
        return None
    return "light" if light else "badly"
