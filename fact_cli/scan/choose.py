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


def longest(found: Iterable[Found]) -> list[Found]:
    """Those of ``found`` that stay when none may overlap, in text order."""
    by_length = sorted(found, key=lambda one: (one.start - one.end, one.start))
    kept: list[Found] = []
    taken: set[int] = set()
    for one in by_length:
        span = range(one.start, one.end)
        if taken.isdisjoint(span):
            kept.append(one)
            taken.update(span)
    return sorted(kept, key=lambda one: one.start)
