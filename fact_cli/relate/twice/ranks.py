"""Ranks that cannot all hold: two for one name, or one rank with two numbers of points."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower, singular_of
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.same import TwoRanks
from fact_cli.model.text import BlockKind, Extent
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import end_of

# What is ranked, by the word behind the rank; those of one row are one ranking.
_RANKED: Sequence[frozenset[str]] = [
    frozenset({"place", "rang", "position"}),
    frozenset({"ville", "commune", "cité"}),
    frozenset({"région"}),
    frozenset({"pays", "puissance", "économie", "nation"}),
    frozenset({"port"}),
    frozenset({"aéroport"}),
    frozenset({"producteur", "exportateur", "constructeur", "fabricant", "groupe", "acteur"}),
    frozenset({"banque"}),
    frozenset({"dauphine", "dauphin"}),
    frozenset({"joueuse", "joueur"}),
    frozenset({"université"}),
    frozenset({"employeur"}),
]
_BEHIND = re.compile(r" (?P<noun>[^\W\d_]{4,})(?P<rest>[^.;]{0,50})")
_NAME = re.compile(r"\b[A-ZÀ-Þ][\w'-]{2,}")
_LANDS = {"France", "Europe", "Monde"}
_POINTS = re.compile(r"(?:, | avec (?:(?:le même|un) (?:total|capital|nombre) (?:\(|de ))?| \()$")
# Another ranking, another time, or a step from one rank to another.
_OTHER = re.compile(
    r"\b(?:précédent\w*|dernière?|an passé|gagn\w+|perd\w*|pass\w+|remont\w+|grimp\w+|était|étaient"
    r"|avait|avant|auparavant|vis\w+|espér\w+|pourrai\w+|prochain\w*|manche|étape|saison"
    r"|ex[ -]aequo|même|alors|jusque|contre|mi-temps|tour|autre|recul\w+|chut\w+"
    r"|rétrograd\w+|meilleure?"
    r"|devient|devenu\w*|course|épreuve|au classement de|en 20\d\d|en 19\d\d|monde|européenn?e?s?"
    r"|mondiale?s?|nationale?s?)\b"
)
NEAR = 30  # characters between a rank and the points that belong to it


@dataclass(frozen=True, slots=True)
class _Rank:
    figure: Quantity
    sentence: ScannedSentence
    names: frozenset[str]
    group: int


def find(context: Context) -> Iterator[TwoRanks]:
    yield from _of_one_name(context)
    yield from _of_one_rank(context)


def _of_one_name(context: Context) -> Iterator[TwoRanks]:
    """ "La deuxième région exportatrice … troisième région par ses exportations"."""
    plain = context.document.plain
    found = [rank for each in context.sentences for rank in _ranks(context, plain, each)]
    for first, again in combinations(found, 2):
        apart = first.sentence is not again.sentence and first.figure.value != again.figure.value
        alone = sum(one.group == first.group for one in found) == 2
        if apart and first.group == again.group and alone and first.names & again.names:
            yield TwoRanks(first.figure.extent, again.figure.extent)


def _ranks(context: Context, plain: str, sentence: ScannedSentence) -> Iterator[_Rank]:
    kind = context.document.blocks[sentence.sentence.block].kind
    text = lower(sentence.extent.of(plain))
    if kind is BlockKind.BOILERPLATE or _OTHER.search(text):
        return
    grammar = lexicon().grammar
    for figure in sentence.quantities:
        if figure.kind is not QuantityKind.ORDINAL or figure.value == 1:
            continue  # "premier pays touché" is no rank
        behind = _BEHIND.match(plain, figure.extent.end)
        noun = None if behind is None else singular_of(lower(behind["noun"]), grammar.invariable)
        group = next((n for n, nouns in enumerate(_RANKED) if noun in nouns), None)
        if group is not None:
            yield _Rank(figure, sentence, _names(plain, sentence), group)


def _names(plain: str, sentence: ScannedSentence) -> frozenset[str]:
    """The proper names of a sentence; a word that opens it may be any word."""
    found = _NAME.finditer(plain, sentence.extent.start, sentence.extent.end)
    ignored = lexicon().grammar.function_words
    names = {one.group() for one in found if lower(one.group()) not in ignored}
    return frozenset(name for name in names if name not in _LANDS)


def _of_one_rank(context: Context) -> Iterator[TwoRanks]:
    """ "Le Puy (2e, 43 points) … les Bretons, deuxièmes avec 41 points"."""
    plain = context.document.plain
    known: dict[Decimal, tuple[Decimal, Extent]] = {}
    for sentence in context.sentences:
        if re.search(r"\bex[ -]aequo\b|\bclassement de\b", lower(sentence.extent.of(plain))):
            continue
        for rank, points in _with_points(plain, sentence):
            assert rank.value is not None and points.value is not None
            told = known.setdefault(rank.value, (points.value, rank.extent))
            if told[0] != points.value:
                yield TwoRanks(told[1], rank.extent)


def _with_points(plain: str, sentence: ScannedSentence) -> Iterator[tuple[Quantity, Quantity]]:
    """Each rank with the points that stand right behind it."""
    figures = list(sentence.quantities)
    for rank, points in pairwise(figures):
        if rank.kind is not QuantityKind.ORDINAL or points.kind is not QuantityKind.POINTS:
            continue
        gap = plain[end_of(rank) : points.reach.start]
        if len(gap) <= NEAR and _POINTS.search(gap) and rank.value and points.value:
            yield rank, points
