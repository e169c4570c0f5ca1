"""Two changes in percent that follow each other, and what is said of both together.

"+20 %, puis +15 %. En deux ans, la hausse est de 35 %": the second is counted of what the first
has made, so that together they are 38 %; and what loses 20 % and gains 20 % is not back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain, pairwise

from fact_cli.lang.words import lower, words_before
from fact_cli.model.changes import Compounded
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.passage import Passage, adjoin

_BACK = re.compile(
    r"\b(?:retrouv\w+|reven\w+|revien\w+|ramen\w+|ramèn\w+|se retrouv\w+|regagn\w+|efface\w*)\b"
    r"[^.;:\d]{0,40}?"
    r"(?P<back>\b(?:point|niveau|cours|prix|valeur|montant|tarif|chiffre)s?"
    r" (?:exact )?(?:de départ|d'origine|initiale?|d'avant|auquel [^.;:()]{3,40} avant))\b"
)
_AS_MANY = re.compile(
    r"\b(?P<back>(?:exactement |tout juste )?(?:autant|aussi (?:cher|nombreu\w+|élevée?s?))"
    r" (?:[^\W\d_]+ )?qu(?:e |')(?:(?:au|à son|à leur) (?:début|départ|origine)|avant"
    r"|à l'origine|en (?:19|20)\d\d|il y a))\b(?! l[ea]s? | l'| des )"
)
# What the other change took away or added: "en a repris 30 %".
_TAKES_BACK = re.compile(
    r"\b(?:repris\w*|repren\w+|rattrap\w+|récupér\w+|refai[st])(?: [^\W\d_]+)?(?: de)? $"
)
_CUTS = re.compile(
    r"\b(?:rabatt\w+|rogn\w+|ristourn\w+|écorn\w+|retranch\w+|écrêt\w+)"
    r"(?: [^\W\d_]+)?(?: de)? $"
)
_TAKES = re.compile(r"\b(?:pris|prend|prenait|prendra|prendre|prit)(?: [^\W\d_]+)? $")
_OF = re.compile(r" (?:du|de|des|d')\b")  # "pris 20 % du capital"
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
# "Le lait a augmenté de 30 %, le beurre a baissé de 30 %": of two things.
_OF_ANOTHER = re.compile(
    r"[^.;:()]{0,30}(?:,| et|, et) (?:l[ea]s? |l')(?!(?:hausse|baisse|prix|tarif|cours)\b)"
    r"[^\W\d_]{3,}(?: [^\W\d_]+)? (?:a|ont|avait|avaient) (?:[^\W\d_]+ )?"
    r"(?:augment|baiss|recul|progress|grimp|chut|repri|perd|gagn|bondi|pris|cédé|mont)[^\W\d_]*"
    r"(?: [^\W\d_]+)?(?: de)? "
)
AHEAD = 40  # characters before a percentage in which its verb stands
FEW = 3  # figures, the most in each of three sentences that tell of one thing
BEHIND = 110  # characters of the next sentence, which may have no figure of its own


Two = tuple[Quantity, Quantity]


def find(context: Context) -> Iterator[Compounded]:
    if "%" not in context.document.plain:
        return
    known: set[int] = set()
    near = in_passages(context, _compounded, lambda one: one.at.start, figures=2)
    for found in chain(near, _in_three_sentences(context)):
        if found.at.start not in known:
            known.add(found.at.start)
            yield found


def _in_three_sentences(context: Context) -> Iterator[Compounded]:
    """ "Le ticket avait pris 60 %. La ville en rabat 20. Reste une hausse de 40 %"."""
    plain = context.document.plain
    sentences = context.sentences
    for near in zip(sentences, sentences[1:], sentences[2:], strict=False):
        sized = all(0 < len(one.quantities) <= FEW for one in near[:2])
        if (
            sized
            and len(near[2].quantities) <= FEW
            and all(adjoin(plain, *two) for two in pairwise(near))
        ):
            yield from _compounded(Passage(context, near))


def _steps(passage: Passage) -> list[tuple[Quantity, int]]:
    """The changes in percent, each with its way: 1 up, -1 down."""
    steps: list[tuple[Quantity, int]] = []
    for one in passage.figures:
        if one.kind is not QuantityKind.PERCENT or not one.value:
            continue
        word = passage.changes.get(id(one))
        ahead = lower(words_before(passage.plain, one.reach.start, AHEAD))
        if word is not None:
            steps.append((one, 1 if word.value == "rise" else -1))
        elif steps and _TAKES_BACK.search(ahead):
            steps.append((one, -steps[-1][1]))
        elif _CUTS.search(ahead):
            steps.append((one, -1))
        elif _TAKES.search(ahead) and not _OF.match(passage.plain, one.extent.end):
            steps.append((one, 1))
    return steps


def _compounded(passage: Passage) -> Iterator[Compounded]:
    halved, steps = _halved(passage), _steps(passage)
    if halved is not None and len(steps) == 1 and halved.extent < steps[0][0].extent:
        steps = [(halved, -1), *steps]
    if len(steps) < 2 or _OTHERS.search(passage.told):
        return
    (first, one), (second, other) = steps[:2]
    gap = lower(passage.plain[first.extent.end : second.reach.start])
    if not _THEN.fullmatch(gap) or _OF_ANOTHER.fullmatch(gap):
        return
    until = passage.extent.end + BEHIND
    back = _BACK.search(passage.plain, second.extent.end, until)
    if back is None and first.value == second.value:
        back = _AS_MANY.search(passage.plain, second.extent.end, until)
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
