"""Outcomes against the number of matches or voters: "31 pour, 9 contre … les 45 élus présents"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from fact_cli.lang.words import words_before
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.times import LengthForm
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, between, end_of, usable
from fact_cli.relate.sums.partition import Tally, group_of, names_of, tallies
from fact_cli.relate.sums.votes.expressed import is_elsewhere

_NEXT = re.compile(r"[^.;:!?]{0,60}")
_AGAINST = re.compile(r" contre (?:les )?")
_WHO = {  # who may abstain
    "député", "élu", "conseiller", "sénateur", "membre", "voix", "parlementaire", "eurodéputé",
    "échevin", "administrateur",
}  # fmt: skip
_EXPRESSED = {"suffrage"}
# "Son prédécesseur l'avait été par 27 voix": what another vote gave, and no whole of this one.
# "Seul ce quartier a dit oui, de 61 bulletins": a lead.
_BY = re.compile(r"\b(?:par|avec|obtenu|recueilli|réuni) $|(?:,| oui| non| emporté?e?) de $")
_BALLOTS = {"voix", "bulletin"}


def find(context: Context) -> Iterator[Total]:
    plain = context.document.plain
    sentences = context.sentences
    for index, sentence in enumerate(sentences):
        if len(sentence.quantities) < 2:
            continue
        for tally in tallies():
            outcomes = _outcomes(plain, sentence, tally)
            if len(outcomes) < 2:
                continue
            beside = _beside(sentences, index)
            near = [sentence, *(s for s in beside if len(_outcomes(plain, s, tally)) < 2)]
            if len(outcomes) == 2:
                outcomes = [*outcomes, *_last(plain, near[1:], tally)]
            known = [
                one
                for each in near
                for one in usable(each.quantities)
                if each is sentence or not is_elsewhere(plain, each, one)
            ]
            wholes = [
                one
                for one in known
                if one not in outcomes and one.of in tally.of and one.kind in NUMBERS
                if one.of not in _BALLOTS
                or not _BY.search(words_before(plain, one.reach.start, 12))
            ]
            if not wholes:
                wholes = [day for day in _match_days(sentence) if "journée" in tally.of]
            if len(wholes) == 1 and wholes[0].hedge is None:
                total = _total(wholes[0], outcomes, tally)
                if total is not None:
                    yield total


def _last(plain: str, near: Sequence[ScannedSentence], tally: Tally) -> Sequence[Quantity]:
    """The abstentions, told in a sentence of their own."""
    last = len(tally.parts) - 1
    found = [
        one
        for each in near
        for one in usable(each.quantities)
        if group_of(names_of(plain, one), tally.parts) == last and one.of not in tally.of - _WHO
    ]
    return found[:1]


def _match_days(sentence: ScannedSentence) -> Iterator[Quantity]:
    """ "Après 28 journées": days to the scanner, matches to the league."""
    for time in sentence.times:
        form = time.form
        if isinstance(form, LengthForm) and not form.vague and form.duration.days > 1:
            days = Decimal(form.duration.days)
            exact = Bounds.exactly(days)
            extent = time.extent
            yield Quantity(
                extent, extent, QuantityKind.COUNT, days, Decimal(1), exact, exact, of="journée"
            )


def _total(whole: Quantity, outcomes: Sequence[Quantity], tally: Tally) -> Total | None:
    """A whole of its parts; without the abstentions the parts can only be too many."""
    if not _can_hold(whole, outcomes):
        return None
    if whole.of in _EXPRESSED:  # of which blank and withheld votes are none
        sides = Total(whole, outcomes[:-1], complete=True, binding=Binding.INFERRED)
        if len(outcomes) > 2 and sides.exact == whole.value:
            return sides
    complete = len(outcomes) == len(tally.parts) or whole.of in _EXPRESSED
    total = Total(whole, outcomes, complete, exclusive=True, binding=Binding.INFERRED)
    too_many = whole.recomputed(loose=True).below(total.computed(loose=True))
    if whole.of in _WHO and not (too_many or total.is_near):
        return None  # of a parliament not all need vote
    return total if complete or too_many else None


def _can_hold(whole: Quantity, outcomes: Sequence[Quantity]) -> bool:
    """Whether no outcome alone is more than the whole: "22 voix d'avance" are a lead."""
    largest = max(one.value or Decimal(0) for one in outcomes)
    return whole.value is not None and whole.value >= largest


def _beside(sentences: Sequence[ScannedSentence], index: int) -> Iterator[ScannedSentence]:
    block = sentences[index].sentence.block
    for at in (index - 1, index + 1):
        if 0 <= at < len(sentences) and abs(sentences[at].sentence.block - block) <= 1:
            yield sentences[at]


def _outcomes(plain: str, sentence: ScannedSentence, tally: Tally) -> list[Quantity]:
    """The figures of ``tally``'s outcomes, one of each, that follow one another."""
    figures = usable(sentence.quantities)
    for first, second in pairwise(figures):
        if first.of == "voix" and _AGAINST.fullmatch(plain[end_of(first) : second.reach.start]):
            rest = [one for one in figures if one.extent > second.extent]
            last = len(tally.parts) - 1
            third = [one for one in rest if group_of(names_of(plain, one), tally.parts) == last]
            return [first, second, *third[:1]]
    found: list[Quantity] = []
    seen: set[int] = set()
    for figure in figures:
        names = names_of(plain, figure)
        group = None if "sans" in names else group_of(names, tally.parts)
        if group is None or figure.kind not in NUMBERS:
            continue
        if found and not _NEXT.fullmatch(between(plain, found[-1], figure)):
            return []
        if group in seen:
            return []
        seen.add(group)
        found.append(figure)
    return found
