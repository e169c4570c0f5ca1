"""Ranks that cannot all hold: two for one name, or one rank with two numbers of points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.same import TwoRanks
from fact_cli.model.text import Extent
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import end_of
from fact_cli.relate.twice.ranks.tellings import Ranked, can_be_one, rankings

_POINTS = re.compile(r"(?:, | avec (?:(?:le même|un) (?:total|capital|nombre) (?:\(|de ))?| \()$")
_TIED = re.compile(r"\bex[ -]aequo\b|\bclassement de\b")
NEAR = 30  # characters between a rank and the points that belong to it


def find(context: Context) -> Iterator[TwoRanks]:
    yield from _of_one_name(context)
    yield from _of_one_rank(context)


def _of_one_name(context: Context) -> Iterator[TwoRanks]:
    """ "La deuxième région exportatrice … troisième région par ses exportations".

    Of three ranks that might be told of one ranking, none is known to be wrong.
    """
    told = rankings(context)
    for first, again in combinations(told, 2):
        if first.value == again.value or not can_be_one(first, again):
            continue
        if not any(_unsettles(one, first, again) for one in told):
            yield TwoRanks(first.extent, again.extent)
            return


def _unsettles(one: Ranked, first: Ranked, again: Ranked) -> bool:
    """Whether a third telling has a third value, so that there may be more rankings than one."""
    alike = can_be_one(one, first) or can_be_one(one, again)
    return alike and one.value not in {first.value, again.value}


def _of_one_rank(context: Context) -> Iterator[TwoRanks]:
    """ "Le Puy (2e, 43 points) … les Bretons, deuxièmes avec 41 points"."""
    plain = context.document.plain
    known: dict[Decimal, tuple[Decimal, Extent]] = {}
    for sentence in context.sentences:
        pairs = list(_with_points(plain, sentence))
        if not pairs or _TIED.search(lower(sentence.extent.of(plain))):
            continue
        for rank, points in pairs:
            assert rank.value is not None and points.value is not None
            told = known.setdefault(rank.value, (points.value, rank.extent))
            if told[0] != points.value:
                yield TwoRanks(told[1], rank.extent)


def _with_points(plain: str, sentence: ScannedSentence) -> Iterator[tuple[Quantity, Quantity]]:
    """Each rank with the points that stand right behind it."""
    figures = list(sentence.quantities)
    for rank, points in pairwise(figures):
        gap = plain[end_of(rank) : points.reach.start]
        bare = points.kind is QuantityKind.NUMBER and points.noun is None and gap == " avec "
        counted = points.kind is QuantityKind.POINTS or bare
        if rank.kind is not QuantityKind.ORDINAL or not counted:
            continue
        if len(gap) <= NEAR and _POINTS.search(gap) and rank.value and points.value:
            yield rank, points
