"""A share of several figures together: "180 à Pau et 90 à Dax, soit 44 % des 612 agents"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from fact_cli.model.mention import Quantity
from fact_cli.model.shares import Share

MOST = 4  # figures of which a part can be the sum


def is_of_several(figures: Sequence[Quantity], whole: Quantity, stated: Quantity) -> bool:
    """Whether the last of ``figures``, some of them added, make the share of the whole."""
    last = figures[-MOST:]
    return any(
        Share(_added(some), whole, stated).holds
        for size in range(2, len(last) + 1)
        for some in combinations(last, size)
    )


def _added(some: Sequence[Quantity]) -> Quantity:
    value, strict, loose = Decimal(0), some[0].strict, some[0].loose
    for one in some:
        value += one.value or Decimal(0)
    for one in some[1:]:
        strict, loose = strict + one.strict, loose + one.loose
    return replace(some[0], value=value, strict=strict, loose=loose)
