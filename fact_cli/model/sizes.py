"""Two values of one thing that lie a thousandfold apart."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity


@dataclass(frozen=True, slots=True)
class TwoSizes:
    """``odd`` would be of the size of ``other`` if it were ``factor`` times as large."""

    odd: Quantity
    other: Quantity
    factor: Decimal
    binding: Binding = Binding.INFERRED
