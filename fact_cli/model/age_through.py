"""An age that another one gives by the time between them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from fact_cli.model.bounds import Bounds
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Age
from fact_cli.model.text import Extent


@dataclass(frozen=True, slots=True)
class AgeThrough(Age):
    """``years`` are told of somebody whose age another one, ``base``, gives by the length"
    " ``gap``."""

    base: Extent
    gap: Extent
    possible: Bounds
    stated: Extent
    years: Decimal
    binding: Binding = Binding.INFERRED

    @property
    def most(self) -> Decimal:
        """The highest age that is possible."""
        return self.years if self.possible.high is None else self.possible.high
