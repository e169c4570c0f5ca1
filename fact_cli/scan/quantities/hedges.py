"""Hedges: what stands around a figure and moves the ends of what it can mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from fact_cli.lang.line import Item, Line
from fact_cli.lang.tables import HedgeMeaning, Lexicon
from fact_cli.model.bounds import Bounds, hedge_step
from fact_cli.model.mention import Quantity
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

    bounds = Bounds(end(meaning.low), end(meaning.high))
    return replace(named, strict=bounds, loose=bounds)
