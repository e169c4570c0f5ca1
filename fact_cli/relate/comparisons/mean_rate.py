"""A rate of all that lies outside the rates of the two groups that make them all.

"Un taux de réussite de 49,14 % : 48,69 % chez les filles, 39,69 % chez les garçons".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.figures import Comparison
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.passage import Passage

_RATE = re.compile(
    r"\b(?:taux|moyenne|pourcentage|proportion|part|prévalence|participation|réussite)\b"
    r"[^.;:()\d]{0,70}$"
)
# Two groups that make all of them.
_TWO = r"(?:filles?|garçons?|femmes?|hommes?|public|privé|candidates|candidats)"
_GROUP = re.compile(
    rf" (?:chez|parmi|pour|dans|des) (?:les? |l'enseignement |les établissements )?"
    rf"(?P<who>{_TWO})\b"
    r"(?! (?:de|d'|âgé|du|en|qui))"
)
_AHEAD = re.compile(rf"\b(?:les |des |chez les |le |dans le )(?P<who>{_TWO})\b")
_RESPECTIVELY = re.compile(r"\brespectivement (?:de |d'|à )?$")
_PAIRS = (
    {"fille", "garçon"}, {"femme", "homme"}, {"public", "privé"}, {"candidate", "candidat"},
)  # fmt: skip
_OTHERWISE = re.compile(
    r"\b(?:contre|après|national\w*|auparavant|l'an|hausse|baisse|points? de|plus tôt|en (?:19"
    r"|20)\d\d"
    r"|ans|dont|soit)\b"
)
HUNDRED = 100


def find(context: Context) -> Iterator[Comparison]:
    cues = ("filles", "garçons", "femmes", "hommes", "privé", "candidats")
    if "%" not in context.document.plain:
        return iter(())
    return in_passages(context, _outside, lambda one: one.more.extent, cues=cues, figures=3)


def _outside(passage: Passage) -> Iterator[Comparison]:
    rates = [one for one in passage.levels if one.kind is QuantityKind.PERCENT and one.value]
    if len(rates) != 3 or _OTHERWISE.search(passage.told) or passage.changes:
        return
    whole, first, second = rates
    if not _RATE.search(words_before(passage.plain, whole.reach.start, 90)):
        return
    if not _are_two_groups(passage, first, second) or not (first.value and second.value):
        return
    if first.value + second.value == HUNDRED:
        return
    low, high = sorted((first, second), key=lambda one: one.value or 0)
    if whole.value is not None and high.value is not None and whole.value > high.value:
        yield Comparison(high, whole, at=whole, binding=Binding.INFERRED)
    else:
        yield Comparison(whole, low, at=whole, binding=Binding.INFERRED)


def _are_two_groups(passage: Passage, first: Quantity, second: Quantity) -> bool:
    plain = passage.plain
    named = [
        found["who"]
        for one in (first, second)
        if (found := _GROUP.match(words_after(plain, one.extent.end, 60)))
    ]
    if not named and _RESPECTIVELY.search(words_before(plain, first.reach.start, 20)):
        start = passage.sentence_of(first).extent.start
        named = [one["who"] for one in _AHEAD.finditer(lower(plain[start : first.reach.start]))]
    groups = {one.rstrip("s") for one in named}
    return len(named) == 2 and groups in _PAIRS
