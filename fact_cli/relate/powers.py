"""Whether a figure would be right with its point elsewhere: million for milliard, a zero lost."""

from __future__ import annotations

import re
from decimal import Decimal

from fact_cli.model.mention import Quantity, QuantityKind

POWERS = tuple(Decimal(10) ** power for power in (1, 2, 3, 6, -1, -2, -3, -6))
LEAST, MOST = Decimal("0.012"), Decimal("0.06")  # of a figure, by which a writer rounds it
HEDGED = Decimal("0.03")


def slack(*figures: Quantity) -> Decimal:
    """By how much of itself a result of ``figures`` may be rounded: half of the last digits told.

    Never more than a twentieth or so: beyond, the same digits are chance.
    """
    rounded = sum(
        (one.step / 2 / abs(one.value) for one in figures if one.value and not _is_counted(one)),
        Decimal(0),
    )
    if any(one.hedge is not None for one in figures):
        rounded += HEDGED
    return min(max(rounded, LEAST), MOST)


def power_of(ratio: Decimal, rounding: Decimal) -> Decimal | None:
    """The power of ten by which two values lie apart, but for rounding; None where none does."""
    return next((one for one in POWERS if abs(ratio / one - 1) <= rounding), None)


def is_elided(plain: str, figure: Quantity) -> bool:
    """Whether a sum is told without its unit, so that its million may be told before: "et 5,04"."""
    return not re.search(r"[^\W\d_]|[€$£%]", figure.extent.of(plain))


def _is_counted(figure: Quantity) -> bool:
    if figure.kind not in {QuantityKind.COUNT, QuantityKind.NUMBER, QuantityKind.MONEY}:
        return False
    return figure.step == 1 and figure.value is not None and figure.value % 100 != 0
