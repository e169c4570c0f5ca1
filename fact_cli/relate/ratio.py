"""A whole told as so many times a base: "1 800 euros, soit trois fois les 600 euros"."""

from __future__ import annotations

from collections.abc import Iterator

from fact_cli.model.figures import Ratio
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.context import Context
from fact_cli.relate.phrases import operands


def find(context: Context) -> Iterator[Ratio]:
    for name in ("ratio", "less"):
        for found in operands(context, name):
            whole, times, base = (found.figures[slot] for slot in ("whole", "times", "base"))
            same = whole.unit == base.unit and whole.kind is base.kind
            if same and whole.kind is not QuantityKind.RATIO and not _is_share(times):
                yield Ratio(whole, times, base, less=name == "less")


def _is_share(times: Quantity) -> bool:
    """A half or a third is a share of a whole, not a multiple of a base."""
    return times.value is not None and times.value < 1
