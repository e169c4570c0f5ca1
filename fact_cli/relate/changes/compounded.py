"""Two changes in percent that follow each other, and what is said of both together.

"+20 %, puis +15 %. En deux ans, la hausse est de 35 %": the second is counted of what the first
has made, so that together they are 38 %; and what loses 20 % and gains 20 % is not back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from fact_cli.lang.words import lower
from fact_cli.model.changes import Compounded
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.passage import Passage

_BACK = re.compile(
    r"\b(?:retrouv\w+|reven\w+|revien\w+|ramen\w+|se retrouv\w+|regagn\w+|efface\w*)\b"
    r"[^.;:\d]{0,40}?"
    r"(?P<back>\b(?:point|niveau|cours|prix|valeur|montant|tarif|chiffre)s?"
    r" (?:exact )?(?:de départ|d'origine|initiale?|d'avant))\b"
)
_THEN = re.compile(r"[^()]{0,140}")
_BOTH = re.compile(
    r"\b(?:(?:en|sur|depuis) (?:deux|2) (?:ans|années|saisons|exercices|mois|trimestres|semestres)"
    r"|au total|en tout|cumul\w*|sur la période|en cumulé|sur l'ensemble)\b"
)
# The same, where nothing but the mistaken sum shows that both are meant.
_SUMMED_UP = re.compile(
    r"\b(?:au terme|à l'arrivée|au final|au bout d\w+|plus (?:que|qu'un\w*)|donc|ainsi|rest\w+"
    r"|laiss\w+|conserv\w+|gard\w+|toujours|encore)\b"
)
# What is left of both: "plus qu'un retard de 10 %".
_LEFT = re.compile(
    r"\b(?:(?P<fall>retard|recul|perte|baisse|repli|chute|déficit|manque)"
    r"|(?P<rise>hausse|gain|progression|avance|augmentation))"
    r" (?:de |d'|supérieure? à |limitée? à |que de )(?:près de |environ |seulement )?$"
)
_HALF_LOST = re.compile(
    r"\b(?:perd\w*|abandonn\w*|c[èé]d\w*|lâch\w*) (?:près de )?(?P<half>la moitié)"
    r" de (?:sa|leur|son) (?:valeur|cours|prix|capitalisation)\b"
)
_OTHERS = re.compile(
    r"\b(?:tandis|alors qu[e']|contre|respectivement|celui|celle|ceux|celles|pour les)\b"
)
BEHIND = 110  # characters of the next sentence, which may have no figure of its own


Two = tuple[Quantity, Quantity]


def find(context: Context) -> Iterator[Compounded]:
    return in_passages(context, _compounded, lambda one: one.at.start, figures=2)


def _compounded(passage: Passage) -> Iterator[Compounded]:
    changes = [
        (one, passage.changes[id(one)])
        for one in passage.figures
        if id(one) in passage.changes and one.kind is QuantityKind.PERCENT and one.value
    ]
    halved = _halved(passage)
    steps = [(one, 1 if word.value == "rise" else -1) for one, word in changes]
    if halved is not None and len(steps) == 1 and halved.extent < steps[0][0].extent:
        steps = [(halved, -1), *steps]
    if len(steps) < 2 or _OTHERS.search(passage.told):
        return
    (first, one), (second, other) = steps[:2]
    gap = lower(passage.plain[first.extent.end : second.reach.start])
    if not _THEN.fullmatch(gap):
        return
    back = _BACK.search(passage.plain, second.extent.end, passage.extent.end + BEHIND)
    both, ways = (first, second), (one, other)
    if back is not None and len(steps) == 2 and one != other:
        yield Compounded(both, ways, None, Extent(*back.span("back")), one)
    behind = [
        one
        for one in passage.figures
        if one.kind is QuantityKind.PERCENT and one.extent > second.extent
    ]
    if len(behind) == 1:
        told = [way for one, way in steps[2:] if one is behind[0]]
        found = _of_both(passage, both, ways, behind[0], told)
        if found is not None:
            yield found


def _of_both(
    passage: Passage, both: Two, ways: tuple[int, int], stated: Quantity, told: Sequence[int]
) -> Compounded | None:
    """A percentage told of two changes together; ``told`` is its own way, where a word tells it."""
    ahead = lower(passage.plain[both[1].extent.end : stated.reach.start])
    summed = sum(way * (one.value or 0) for one, way in zip(both, ways, strict=True))
    mistaken = stated.value is not None and summed and stated.value == abs(summed)
    strong = _BOTH.search(ahead) is not None and len(told) == 1
    if not strong and not (mistaken and _SUMMED_UP.search(ahead)):
        return None
    left = _LEFT.search(ahead)
    way = told[0] if told else 1 if summed > 0 else -1
    if left is not None:
        way = 1 if left["rise"] else -1
    return Compounded(both, ways, stated, stated.extent, way)


def _halved(passage: Passage) -> Quantity | None:
    """ "Perdu la moitié de sa valeur": half as a percentage."""
    told = passage.extent
    lost = _HALF_LOST.search(passage.plain, told.start, told.end)
    for one in passage.figures:
        if lost and one.kind is QuantityKind.RATIO and one.extent.start >= lost.start("half"):
            return replace(one.scaled(Decimal(100), "%"), kind=QuantityKind.PERCENT)
    return None
