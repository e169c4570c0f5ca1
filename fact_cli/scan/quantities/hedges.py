"""Hedges: what stands around a figure and moves the ends of what it can mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from fact_cli.lang.line import Item, Line
from fact_cli.lang.tables import HedgeMeaning, Lexicon
from fact_cli.model.bounds import Bounds, hedge_step
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent


def hedged(
    lexicon: Lexicon, plain: str, sentence: Extent, quantities: Sequence[Quantity]
) -> list[Quantity]:
    """``quantities``, each widened by the longest hedge that stands at it."""
    if not quantities:
        return []
    items = [_item(one) for one in quantities]
    line = Line(plain, sentence.start, sentence.end, items, lexicon.alphabet)
    hedges: dict[int, tuple[Extent, HedgeMeaning]] = {}
    for match, meaning in lexicon.hedges.find(line):
        start = match.slots["q"].start
        reach = Extent(match.start, match.end)
        if start not in hedges or len(reach) > len(hedges[start][0]):
            hedges[start] = (reach, meaning)
    return [
        _widened(plain, one, *hedges[one.extent.start]) if one.extent.start in hedges else one
        for one in quantities
    ]


def _item(quantity: Quantity) -> Item:
    kinds = frozenset({"quantity", quantity.kind.value})
    return Item(quantity.extent.start, quantity.extent.end, kinds, quantity)


def _widened(plain: str, quantity: Quantity, reach: Extent, meaning: HedgeMeaning) -> Quantity:
    """The quantity with its ends moved as the hedge says, in steps of its precision."""
    words = plain[reach.start : quantity.extent.start] or plain[quantity.extent.end : reach.end]
    named = replace(quantity, reach=reach.until(quantity.reach), hedge=words.strip().lower())
    value = quantity.value
    if value is None:
        return named
    step = hedge_step(value, quantity.step)

    def end(steps: Decimal | None) -> Decimal | None:
        return None if steps is None else value + steps * step

    low, high = end(meaning.low), end(meaning.high)
    if quantity.kind is QuantityKind.RATIO:
        low, high = _as_wide(low, high, meaning, quantity.strict)
    bounds = Bounds(low, high)
    return replace(named, strict=bounds, loose=bounds)


def _as_wide(
    low: Decimal | None, high: Decimal | None, meaning: HedgeMeaning, told: Bounds
) -> tuple[Decimal | None, Decimal | None]:
    """The ends of a fraction or multiple, no nearer than without a hedge on the side it moves.

    "Un tiers" is said of 31 %, and so is "près d'un tiers".
    """
    if low is not None and meaning.low and told.low is not None:
        low = min(low, told.low)
    if high is not None and meaning.high and told.high is not None:
        high = max(high, told.high)
    return low, high
