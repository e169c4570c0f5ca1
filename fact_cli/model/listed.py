"""Lists of names, and how many they are told to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity
from fact_cli.model.text import Extent


class Listed:
    """A list and what belies it: the base of `CountedList` and `DoubledItem`."""

    binding: Binding


@dataclass(frozen=True, slots=True)
class CountedList(Listed):
    """``items`` are told to be ``count``: "quatre villes : Nantes, Brest et Vannes".

    ``named`` is how many things the items are: "deux frères et un cousin" are three.
    """

    count: Quantity
    items: Sequence[Extent]
    named: int
    binding: Binding = Binding.INFERRED


@dataclass(frozen=True, slots=True)
class DoubledItem(Listed):
    """One item of a list told twice: "26 bronzes et 37 bronzes"."""

    first: Extent
    again: Extent
    name: str
    binding: Binding = Binding.INFERRED
