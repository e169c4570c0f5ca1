"""A difference told beside its two figures: "312 voix contre 298, soit 14 d'écart"."""

from __future__ import annotations

from collections.abc import Iterator

from fact_cli.model.figures import Difference
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import same_thing
from fact_cli.relate.phrases import operands


def find(context: Context) -> Iterator[Difference]:
    for found in operands(context, "difference"):
        before, after, stated = (found.figures[name] for name in ("before", "after", "stated"))
        if same_thing(before, after) and _one_unit(before, stated):
            yield Difference(before, after, stated, found.way)


def _one_unit(value: Quantity, stated: Quantity) -> bool:
    """Whether a figure can be the difference of others: percentages differ by points."""
    if value.kind is QuantityKind.PERCENT:
        return stated.kind is QuantityKind.POINTS
    return same_thing(value, stated)
