"""Overlapping readings: the longest wins, then the first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar


class Stretch(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Found = TypeVar("Found", bound=Stretch)


def longest(found: Iterable[tuple[int, Found]]) -> list[Found]:
    """Those of ``found`` that stay when none may overlap, in text order.

    Each comes with the length of all the words that speak for it, which can be more than
    it covers: in "un homme de 34 ans" the age covers two words and is vouched for by five.
    """
    found = list(found)
    if len(found) < 2:
        return [one for _, one in found]
    by_length = [one for _, one in sorted(found, key=lambda pair: (-pair[0], pair[1].start))]
    kept: list[Found] = []
    taken: set[int] = set()
    for one in by_length:
        span = range(one.start, one.end)
        if taken.isdisjoint(span):
            kept.append(one)
            taken.update(span)
    return sorted(kept, key=lambda one: one.start)
