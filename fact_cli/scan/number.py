"""A number as written: the value, the precision, and what it was written with."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from fact_cli.model.text import Extent


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written.

    ``step`` is what one unit of the last written digit counts, multiplier included;
    ``scale`` is the product of the multipliers alone. ``digits`` is the run of digits
    itself, "" for words; ``whole`` is true of a number written out to the unit. ``vague``
    holds the bounds of a collective, "une dizaine", whose high end may be open.
    """

    extent: Extent
    value: Decimal
    step: Decimal
    whole: bool
    scale: Decimal = Decimal(1)
    digits: str = ""
    grouped: bool = False
    ordinal: bool = False
    vague: tuple[Decimal, Decimal | None] | None = None
