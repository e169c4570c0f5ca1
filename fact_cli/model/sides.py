"""A surface or a volume told beside the sides that make it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import prod

from fact_cli.model.bounds import Bounds
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity


@dataclass(frozen=True, slots=True)
class SizeOfSides:
    """``told`` is the surface of two ``sides``, or the volume of three.

    ``sides`` are in one unit of length; ``factor`` makes its square (or cube) the unit of ``told``.
    """

    sides: Sequence[Quantity]
    told: Quantity
    factor: Decimal
    binding: Binding = Binding.STATED

    @property
    def exact(self) -> Decimal:
        """What the sides make as printed, in the unit of ``told``."""
        return prod((one.value or Decimal(0) for one in self.sides), start=self.factor)

    def computed(self, *, loose: bool) -> Bounds:
        """What the sides can make, each within its rounding."""
        size = Bounds.exactly(self.factor)
        for one in self.sides:
            size = size * one.recomputed(loose=loose)
        return size
