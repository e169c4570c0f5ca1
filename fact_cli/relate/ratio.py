"""A whole told as so many times a base: "1 800 euros, soit trois fois les 600 euros"."""

from __future__ import annotations

from collections.abc import Iterator

from fact_cli.model.mention import QuantityKind
from fact_cli.model.relation import Ratio
from fact_cli.relate.context import Context
from fact_cli.relate.phrases import operands


def find(context: Context) -> Iterator[Ratio]:
    for name in ("ratio", "less"):
        for found in operands(context, name):
            whole, times, base = (found.figures[slot] for slot in ("whole", "times", "base"))
            same = whole.unit == base.unit and whole.kind is base.kind
            if same and whole.kind is not QuantityKind.RATIO:
                yield Ratio(whole, times, base, less=name == "less")
