"""A figure before and after, and the change that the text states of it."""

from __future__ import annotations

from collections.abc import Iterator

from fact_cli.model.figures import Change
from fact_cli.model.mention import Quantity
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import usable
from fact_cli.relate.phrases import operands


def find(context: Context) -> Iterator[Change]:
    for found in operands(context, "change"):
        before, after, stated = (found.figures[name] for name in ("before", "after", "stated"))
        way = found.way or _sign(context.document.plain, stated)
        if way and comparable(before, after):
            change = Change(before, after, stated, way)
            yield _holding(context, change) or change


def _holding(context: Context, change: Change) -> Change | None:
    """The change with another figure of its sentence as one end, where that one holds.

    "720 euros par mois, soit 8 640 par an, en hausse de 20 % par rapport aux 600": the rent rose.
    """
    for sentence in context.sentences:
        if not sentence.extent.holds(change.stated.extent):
            continue
        for other in usable(sentence.quantities):
            for after, before in ((other, change.before), (change.after, other)):
                tried = Change(before, after, change.stated, change.way)
                if after is before or not comparable(before, after):
                    continue
                if tried.percent(loose=False).meets(tried.claimed(loose=False)):
                    return tried
    return None


def _sign(plain: str, stated: Quantity) -> int:
    """1 for "+14 %", -1 for "-14 %"; 0 for a bare percentage, which may be a share."""
    return {"+": 1, "-": -1}.get(plain[stated.extent.start], 0)


def comparable(before: Quantity, after: Quantity) -> bool:
    """Whether two figures can be one thing at two times: same unit, no two nouns."""
    nouns = {before.of, after.of} - {None}
    return before.unit == after.unit and len(nouns) < 2
