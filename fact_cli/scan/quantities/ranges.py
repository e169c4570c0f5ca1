"""Two figures that are one quantity: "entre 10 et 15 millions", "de 2 à 3 tonnes"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds
from fact_cli.model.mention import Quantity
from fact_cli.model.text import Extent

_AND = re.compile(r" et (?:les )?")
_TO = re.compile(r" à |-| - ")
_BETWEEN = re.compile(r"\bentre (?:les )?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:de |d')$", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+")
LOOK_BACK = 40  # characters before "de" in which a verb of change makes two values of it


def joined(
    plain: str, sentence: Extent, quantities: Sequence[Quantity], changes: frozenset[str]
) -> list[Quantity]:
    """``quantities`` with the two ends of a range as one, value None.

    "passé de 10 à 12" is no range but two values: ``changes`` are the verb forms that say
    so.
    """
    found: list[Quantity] = []
    for one in quantities:
        start = _range_start(plain, sentence, found[-1], one, changes) if found else None
        if start is None:
            found.append(one)
        else:
            found[-1] = _range(found[-1], one, start)
    return found


def _range_start(
    plain: str, sentence: Extent, first: Quantity, second: Quantity, changes: frozenset[str]
) -> int | None:
    """Where the range begins, "entre" or "de" included; None if the two are no range."""
    if first.value is None or second.value is None or first.unit != second.unit:
        return None
    if first.kind is not second.kind or first.of != second.of:
        return None
    before = plain[sentence.start : first.extent.start]
    between = _BETWEEN.search(before)
    if between and _AND.fullmatch(plain, first.extent.end, second.extent.start):
        return sentence.start + between.start()
    if not _TO.fullmatch(plain, first.extent.end, second.extent.start):
        return None
    words = set(_WORDS.findall(lower(before[-LOOK_BACK:])))
    if first.value >= second.value or words & changes:
        return None
    opened = _FROM.search(before)
    return sentence.start + opened.start() if opened else first.extent.start


def _range(first: Quantity, second: Quantity, start: int) -> Quantity:
    """The range from one to the other, as wide as both readings of its ends."""
    return replace(
        second,
        extent=first.extent.until(second.extent),
        reach=Extent(start, second.extent.end),
        value=None,
        step=min(first.step, second.step),
        strict=_hull(first.strict, second.strict),
        loose=_hull(first.loose, second.loose),
    )


def _hull(first: Bounds, second: Bounds) -> Bounds:
    lows = [end for end in (first.low, second.low) if end is not None]
    highs = [end for end in (first.high, second.high) if end is not None]
    return Bounds(min(lows), max(highs))
