"""Quotations: what stands between quotation marks is somebody's, not the article's."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from fact_cli.model.text import Document, Extent

_MARKS = re.compile(r"[«»\"]")
SHORTEST = 3  # words: fewer in quotation marks are a name or a hedge, not speech


def quotations(document: Document) -> Sequence[Extent]:
    """The extents between quotation marks, marks included, in text order.

    A quotation ends with its block, so that a mark that is never closed harms one block.
    """
    found: list[Extent] = []
    for block in document.blocks:
        found += _in_block(document.plain, block.extent)
    return found


def quoted(extents: Sequence[Extent], extent: Extent) -> bool:
    """Whether ``extent`` lies inside one of ``extents``, which are in text order."""
    return quotation_around(extents, extent) is not None


def quotation_around(extents: Sequence[Extent], extent: Extent) -> Extent | None:
    """The one of ``extents``, which are in text order, that holds ``extent``."""
    index = bisect_right(extents, extent.start, key=lambda quotation: quotation.start) - 1
    return extents[index] if index >= 0 and extents[index].holds(extent) else None


def _in_block(plain: str, block: Extent) -> list[Extent]:
    found: list[Extent] = []
    opened: int | None = None
    for mark in _MARKS.finditer(plain, block.start, block.end):
        opens = mark.group() == "«" or (mark.group() == '"' and opened is None)
        if opens:
            opened = mark.start() if opened is None else opened
        elif opened is not None:
            found.append(Extent(opened, mark.end()))
            opened = None
    if opened is not None:
        found.append(Extent(opened, block.end))
    return [extent for extent in found if len(extent.of(plain).split()) >= SHORTEST]
