"""The two sections of a budget against the budget, which the title or a paragraph before tells.

"Le budget s'élève à 4,2 millions … La section de fonctionnement s'équilibre à 2,75 millions, celle
d'investissement à 1,45": running costs and investment are all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import BlockKind
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.elided_unit import in_scale_of
from fact_cli.relate.neighbours import NUMBERS, is_surplus, usable

_CUES = ("investissement",)
_NAME = r"(?P<name>fonctionnement|exploitation|investissements?|équipement)"
_SECTION = re.compile(rf"\b{_NAME}\b")
_RUNNING = {"fonctionnement", "exploitation"}
_BEHIND = re.compile(
    r" (?:d'euros |€ |de francs )?"
    r"(?:pour (?:la section (?:de |d')|le |l'|la )?|en (?:section (?:de |d'))?|de |d'"
    rf"|au (?:titre du )?|à la section (?:de |d')|consacrés? (?:au |à l')){_NAME}\b"
)
_BUDGET = re.compile(r"\bbudget\w*\b[^.;:]{0,90}?$|\bbudget\b[^.;]{0,40} : [^.;:\d]{0,40}$")
_NO_BUDGET = re.compile(
    r"\b(?:annexe|participatif|eau|assainissement|fonctionnement|investissement|travaux|voirie"
    r"|culture|sport|moyen|supplémentaire|rectificatif|hausse|baisse|contre|dont|précédent"
    r"|(?:l'an|l'année) (?:passée?|derni(?:er|ère))|20\d\d)\b"
)
_OTHERWISE = re.compile(
    r"\b(?:dont|contre|virement|excédents?|déficits?|résultats?|annexes?|hausse|baisse|reports?"
    r"|restes? à réaliser|assainissement|épargne|emprunts? de|chapitre|réserves?)\b"
)
_SPENT = re.compile(r"\b(?:dépenses?|charges)\b")
_MORE = re.compile(r"\b(?:dettes?|rembours\w+|le reste|le solde|annuités?|emprunts?|réserves?)\b")
_NO_FIGURE = {QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.RATIO, QuantityKind.DIMENSION}
AROUND = 100  # characters of a sentence in which the budget is named
BEHIND = 60  # characters behind a figure in which its section is named


def find(context: Context) -> Iterator[Total]:
    if not context.tells(_CUES) or not context.tells(("budget",)):
        return
    for number, group in groupby(context.sentences, key=lambda one: one.sentence.block):
        if context.document.blocks[number].kind is BlockKind.BOILERPLATE:
            continue
        parts = _parts(context.document.plain, list(group))
        if parts:
            yield from _made(context, parts)


def _parts(plain: str, block: Sequence[ScannedSentence]) -> Sequence[Quantity]:
    """The figure of each section; none where one has two, or something else is told."""
    found: dict[bool, list[Quantity]] = {True: [], False: []}
    for sentence in block:
        start = sentence.extent.start
        for one in usable(sentence.quantities):
            if one.kind in _NO_FIGURE or (one.kind in NUMBERS and one.noun is not None):
                continue
            name = _name_of(plain, start, one)
            start = one.extent.end
            if name is not None:
                found[name in _RUNNING].append(one)
    if [len(figures) for figures in found.values()] != [1, 1]:
        return []
    both = [one for figures in found.values() for one in figures]
    first, last = sorted(both, key=lambda one: one.extent)
    told = lower(plain[first.extent.start : last.extent.end])
    behind = words_after(plain, last.extent.end, BEHIND)
    words = lower(plain[block[0].extent.start : last.extent.end])
    if "recettes" in words and _SPENT.search(words):
        return []
    if _OTHERWISE.search(told) or _OTHERWISE.search(behind.partition(". ")[0]):
        return []
    return [] if any(one.hedge or is_surplus(plain, one) for one in both) else [first, last]


def _name_of(plain: str, start: int, one: Quantity) -> str | None:
    """Of which section a figure is told, in the words right behind it or else before it."""
    behind = _BEHIND.match(words_after(plain, one.extent.end, BEHIND))
    if behind is not None:
        return behind["name"].rstrip("s")
    ahead = re.split(r"[;:.]", lower(plain[start : one.reach.start]))[-1]
    names = [found["name"].rstrip("s") for found in _SECTION.finditer(ahead)]
    return names[0] if len(names) == 1 and not _OTHERWISE.search(ahead) else None


def _made(context: Context, parts: Sequence[Quantity]) -> Iterator[Total]:
    """The only budget told before the sections, in their unit."""
    plain = context.document.plain
    wholes = [
        one
        for sentence in context.sentences
        for one in usable(sentence.quantities)
        if one.extent < parts[0].extent and not sentence.extent.holds(parts[-1].extent)
        if one.hedge is None and _is_budget(plain, sentence, one)
    ]
    totals = [
        Total(one, [_in_unit(part, one) for part in parts], True, True, Binding.INFERRED)
        for one in wholes
    ]
    holding = [one for one in totals if one.exact == one.whole.value]
    near = [one for one in totals if one.is_near and not _may_lack(context, one)]
    if holding or len({one.whole.value for one in near}) == 1:
        yield (holding or near)[0]


def _may_lack(context: Context, total: Total) -> bool:
    """Whether the sections are less than the budget, and a debt or a rest is told as well."""
    block = context.document.block_at(total.parts[0].extent.start).extent
    behind = lower(context.document.plain[total.parts[0].extent.start : block.end])
    return not total.exceeds and _MORE.search(behind) is not None


def _is_budget(plain: str, sentence: ScannedSentence, one: Quantity) -> bool:
    if one.kind is not QuantityKind.MONEY or is_surplus(plain, one):
        return False
    at = one.reach.start
    told = _BUDGET.search(words_before(plain, at, min(AROUND, at - sentence.extent.start)))
    if told is None:
        return False
    return not _NO_BUDGET.search(told.group())


def _in_unit(part: Quantity, whole: Quantity) -> Quantity:
    if part.kind is QuantityKind.MONEY:
        return part
    if part.scale == 1:
        return in_scale_of(part, whole)
    return replace(part, kind=whole.kind, unit=whole.unit)
