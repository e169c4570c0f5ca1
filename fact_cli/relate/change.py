"""A figure before and after, and the change that the text states of it."""

from __future__ import annotations

from collections.abc import Iterator

from fact_cli.model.figures import Change
from fact_cli.model.mention import Quantity
from fact_cli.relate.context import Context
from fact_cli.relate.phrases import operands


def find(context: Context) -> Iterator[Change]:
    for found in operands(context, "change"):
        before, after, stated = (found.figures[name] for name in ("before", "after", "stated"))
        way = found.way or _sign(context.document.plain, stated)
        if way and comparable(before, after):
            yield Change(before, after, stated, way)


def _sign(plain: str, stated: Quantity) -> int:
    """1 for "+14 %", -1 for "-14 %"; 0 for a bare percentage, which may be a share."""
    return {"+": 1, "-": -1}.get(plain[stated.extent.start], 0)


def comparable(before: Quantity, after: Quantity) -> bool:
    """Whether two figures can be one thing at two times: same unit, no two nouns."""
    nouns = {before.of, after.of} - {None}
    return before.unit == after.unit and len(nouns) < 2
