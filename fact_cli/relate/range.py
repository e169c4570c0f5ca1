"""The two ends of a range, in the order written: "entre 9 et 6 milliards"."""

from __future__ import annotations

from collections.abc import Iterator

from fact_cli.model.figures import Range
from fact_cli.relate.context import Context


def find(context: Context) -> Iterator[Range]:
    for sentence in context.sentences:
        for quantity in sentence.quantities:
            if quantity.parts:
                low, high = quantity.parts
                yield Range(low, high)
