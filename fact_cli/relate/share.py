"""Shares: a part of a whole in percent, and one share told as a fraction and in percent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.shares import SameShare, Share
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import same_thing
from fact_cli.relate.phrases import operands

_COUNTED = {QuantityKind.COUNT, QuantityKind.NUMBER, QuantityKind.MONEY, QuantityKind.DIMENSION}
_CHANGE = re.compile(r"(?:hausse|baisse|recul|progression|augmentation|croissance) de $|[+-] ?$")


def find(context: Context) -> Iterator[Share | SameShare]:
    plain = context.document.plain
    for found in operands(context, "share"):
        part, whole, stated = (found.figures[name] for name in ("part", "whole", "stated"))
        told = plain[max(0, stated.reach.start - 20) : stated.reach.start]
        counted = part.kind in _COUNTED and same_thing(part, whole)
        if counted and not _CHANGE.search(told):
            yield Share(part, whole, stated, _others(context, part, whole))
    for found in operands(context, "same_share"):
        first, again = found.figures["first"], found.figures["again"]
        if first.value is not None and first.value <= 1:
            yield SameShare(first, again)


def _others(context: Context, part: Quantity, whole: Quantity) -> list[Quantity]:
    """Other figures of the sentence that may be the whole: "sur 32 inscrits, 30 présents"."""
    for sentence in context.sentences:
        if sentence.extent.holds(part.extent):
            return [
                one
                for one in sentence.quantities
                if one not in (part, whole) and same_thing(one, whole) and _larger(one, part)
            ]
    return []


def _larger(one: Quantity, part: Quantity) -> bool:
    return one.value is not None and part.value is not None and one.value >= part.value
