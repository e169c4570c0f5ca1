"""A multiplier told once for several figures: "214 millions de recettes et 231 de charges".

Which figures it holds for no grammar tells; where a relation is right with it and wrong without,
or its operands are of one size with it alone, it was meant. A figure with a noun or a unit of
its own has lost its multiplier by mistake.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from fact_cli.model.changes import Change
from fact_cli.model.figures import Difference
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.multiples import Ratio
from fact_cli.model.shares import Share
from fact_cli.model.totals import Total

Told = TypeVar("Told")
APART, NEAR = 1000, 30  # times, which figures of one relation do and do not lie apart
_DIGITS = re.compile(r"[-+−]?\d[\d\s.,'’]*")
_SCALED = {QuantityKind.MONEY, QuantityKind.DIMENSION, QuantityKind.COUNT, QuantityKind.NUMBER}


def with_scale(plain: str, relation: Told) -> Told:
    """``relation``, its bare figures times the multiplier of the others where that was meant."""
    operands = _operands(relation)
    model = max(operands, key=lambda one: one.scale, default=None)
    if model is None or model.scale == 1 or model.kind not in _SCALED:
        return relation
    if not any(_is_bare(plain, one) for one in operands) or _holds(relation):
        return relation
    scaled = _rewritten(plain, relation, model)
    meant = _holds(scaled) or (_spread(relation) > APART and _spread(scaled) < NEAR)
    return scaled if meant else relation


def _operands(relation: object) -> Sequence[Quantity]:
    match relation:
        case Total(whole=whole, parts=parts):
            return [whole, *parts]
        case Change(before=before, after=after):
            return [before, after]
        case Difference(before=before, after=after, stated=stated):
            return [before, after, stated]
        case Ratio(whole=whole, base=base):
            return [whole, base]
        case Share(part=part, whole=whole):
            return [part, whole]
        case _:
            return []


def _spread(relation: object) -> Decimal:
    """How many times the smallest of its operands the largest is."""
    values = [abs(one.value) for one in _operands(relation) if one.value]
    return max(values) / min(values) if values else Decimal(0)


def _is_bare(plain: str, one: Quantity) -> bool:
    """Whether a figure is written as digits alone, with no word of its own behind it."""
    own_noun = one.noun is not None and one.noun.start >= one.extent.end
    digits = _DIGITS.fullmatch(plain, one.extent.start, one.extent.end) is not None
    return one.scale == 1 and one.value is not None and digits and not own_noun


def _rewritten(plain: str, relation: Told, model: Quantity) -> Told:
    def told(one: Quantity) -> Quantity:
        if not _is_bare(plain, one):
            return one
        scaled = one.scaled(model.scale, model.unit)
        return replace(scaled, kind=model.kind, scale=model.scale)

    match relation:
        case Total():
            parts = [told(one) for one in relation.parts]
            return replace(relation, whole=told(relation.whole), parts=parts)
        case Change():
            return replace(relation, before=told(relation.before), after=told(relation.after))
        case Difference():
            before, after = told(relation.before), told(relation.after)
            return replace(relation, before=before, after=after, stated=told(relation.stated))
        case Ratio():
            return replace(relation, whole=told(relation.whole), base=told(relation.base))
        case Share():
            return replace(relation, part=told(relation.part), whole=told(relation.whole))
        case _:
            return relation


def _holds(relation: object) -> bool:
    match relation:
        case Total(whole=whole):
            return relation.computed(loose=False).meets(whole.recomputed(loose=False))
        case Difference(stated=stated):
            computed, told = relation.computed(loose=False), stated.recomputed(loose=False)
            return computed.meets(told) or computed.meets(-told)
        case Ratio(whole=whole):
            return relation.computed(loose=False).meets(whole.recomputed(loose=False))
        case Change() | Share():
            return relation.holds
        case _:
            return True
