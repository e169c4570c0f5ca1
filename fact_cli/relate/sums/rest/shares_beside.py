"""Shares among the parts of a whole: one that the parts are of, or that stands for a part."""

from __future__ import annotations

from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.neighbours import end_of
from fact_cli.relate.passage import Passage


def is_of_share(passage: Passage, whole: Quantity, part: Quantity) -> bool:
    """ "couvert à 55 % par les aides, dont 3,3 millions de l'État": a part of the 55 %."""
    shares = [
        one
        for one in passage.figures
        if one.kind is QuantityKind.PERCENT and whole.extent < one.extent < part.extent
    ]
    return bool(shares) and " dont " in passage.plain[end_of(shares[-1]) : part.extent.start]


def tells_share(passage: Passage, whole: Quantity, last: Quantity) -> bool:
    """ "4,5 millions, dont un tiers emprunté, …, le reste": a part that no figure tells."""
    return any(
        one.kind is QuantityKind.RATIO and whole.extent < one.extent < last.extent
        for one in passage.figures
    )
