"""The table of rounding in `fact_cli.model.bounds` is what the program does."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from fact_cli.model import bounds
from fact_cli.model.bounds import Bounds
from tests.helpers import quantities

ROWS = re.findall(
    r"^(\S.*?) {2,}(\S+) to (\S+) +(\S+) to (\S+)$", bounds.__doc__ or "", re.MULTILINE
)


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_a_figure_has_the_bounds_of_the_table(row: tuple[str, ...]) -> None:
    wording, *ends = row
    (quantity,) = quantities(f"On compte {wording}.")
    strict_low, strict_high, loose_low, loose_high = map(Decimal, ends)
    assert quantity.strict == Bounds(strict_low, strict_high)
    assert quantity.loose == Bounds(loose_low, loose_high)


def test_the_table_was_read() -> None:
    assert len(ROWS) == 12


@pytest.mark.parametrize(
    ("wording", "low", "high"),
    [
        ("près de 27 %", "26", "27"),
        ("environ 27 %", "26", "28"),
        ("près de 2 000 personnes", "1900", "2000"),
        ("plus de 300 blessés", "300", None),
        ("moins de 300 blessés", None, "300"),
        ("au moins 12 blessés", "12", None),
        ("jusqu'à 12 blessés", None, "12"),
        ("un peu plus de 40 élèves", "40", "41"),
        ("presque 12,5 %", "12.4", "12.5"),
        ("une dizaine d'élèves", "8", "12"),
        ("des dizaines d'élèves", "20", None),
        ("plusieurs dizaines de milliers d'élèves", "20000", None),
        ("des millions de foyers", "2000000", None),
    ],
)
def test_a_hedge_moves_the_bounds(wording: str, low: str | None, high: str | None) -> None:
    (quantity,) = quantities(f"On compte {wording}.")
    expected = Bounds(low and Decimal(low), high and Decimal(high))  # type: ignore[arg-type]
    assert quantity.strict == expected


@pytest.mark.parametrize(
    ("wording", "low", "high"),
    [
        ("plus de 300 blessés", 300, 310),
        ("plus de 3 000 blessés", 3000, 3100),
        ("moins de 3 000 blessés", 2900, 3000),
        ("plus de 12 blessés", 12, 13),
    ],
)
def test_a_hedge_is_closed_for_recomputation(wording: str, low: int, high: int) -> None:
    (quantity,) = quantities(f"On compte {wording}.")
    assert quantity.recomputed(loose=False) == Bounds(Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("result", "low", "high"),
    [
        (Bounds(Decimal(1), Decimal(2)) + Bounds(Decimal(10), Decimal(20)), 11, 22),
        (Bounds(Decimal(1), Decimal(2)) - Bounds(Decimal(10), Decimal(20)), -19, -8),
        (Bounds(Decimal(-1), Decimal(2)) * Bounds(Decimal(10), Decimal(20)), -20, 40),
        (Bounds(Decimal(10), Decimal(20)) / Bounds(Decimal(2), Decimal(5)), 2, 10),
        (Bounds(Decimal(10), Decimal(20)) / Bounds(Decimal(0), Decimal(5)), None, None),
        (Bounds(Decimal(10), None) * Bounds(Decimal(2), Decimal(5)), 20, None),
        (Bounds(Decimal(10), None) + Bounds(Decimal(2), Decimal(5)), 12, None),
        (-Bounds(Decimal(1), None), None, -1),
    ],
)
def test_interval_arithmetic(result: Bounds, low: int | None, high: int | None) -> None:
    assert result == Bounds(
        None if low is None else Decimal(low), None if high is None else Decimal(high)
    )


def test_intervals_meet_at_their_ends() -> None:
    assert Bounds(Decimal(1), Decimal(2)).meets(Bounds(Decimal(2), None))
    assert not Bounds(Decimal(1), Decimal(2)).meets(Bounds(Decimal("2.1"), None))
    assert Bounds(None, None).meets(Bounds(Decimal(1), Decimal(1)))
