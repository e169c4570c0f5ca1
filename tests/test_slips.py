"""One slip of the hand between two figures, and how seldom chance makes one."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest

from fact_cli.model.slips import Slip, digits_of, is_far, slip_between

ONE = Decimal(1)


@pytest.mark.parametrize(
    ("printed", "computed", "slip"),
    [
        (240, 230, Slip.DIGIT),
        (19866, 19836, Slip.DIGIT),
        (93, 103, Slip.DIGIT),
        (472, 462, Slip.DIGIT),
        (365, 356, Slip.SWAP),
        (21145, 21154, Slip.SWAP),
        (1204, 12304, Slip.DROP),
        (1230, 123, Slip.FACTOR),
        (80, 800, Slip.FACTOR),
        (344_200_000, 344_200_000_000, Slip.FACTOR),
        (412, 980, None),
        (240, 156, None),
        (5, 7, None),
        (300, 300, None),
        (0, 12, None),
        (12, 0, None),
        (-240, 230, None),
        (-240, -230, Slip.DIGIT),
        (12, 21, Slip.SWAP),
        (4, 41, Slip.FACTOR),
        (14, 164, Slip.DROP),
        (1234, 1245, None),
        (1234, 4231, None),
        (1234, 1324, Slip.SWAP),
        (12345, 123, None),
        (12345, 1345, Slip.DROP),
        (5678, 56, None),
        (82, 820, Slip.FACTOR),
        (82, 824, Slip.FACTOR),
        (82, 8200, Slip.FACTOR),
        (82, 8249, Slip.FACTOR),
        (82, 8261, None),
        (820, 82, Slip.FACTOR),
        (8, 8000, Slip.FACTOR),
        (8, 9000, Slip.FACTOR),
        (8, 9001, None),
        (9000, 8, None),
        (1, 10, Slip.FACTOR),
        (10, 1, Slip.FACTOR),
        (90, 10, Slip.DIGIT),
        (9, 81, None),
        (50, 4950, Slip.FACTOR),
        (50, 4940, None),
        (50, 5060, None),
    ],
)
def test_a_slip(printed: int, computed: int, slip: Slip | None) -> None:
    assert slip_between(Decimal(printed), Decimal(computed), ONE) is slip


def test_a_slip_is_seen_at_the_precision_of_the_print() -> None:
    assert slip_between(Decimal("2.4E+9"), Decimal("2.3E+9"), Decimal("1E+8")) is Slip.DIGIT
    assert slip_between(Decimal("35.6"), Decimal("36.5"), Decimal("0.1")) is Slip.SWAP


@pytest.mark.parametrize(("digits", "most"), [(2, 0.22), (3, 0.035), (4, 0.005), (5, 0.0008)])
def test_unrelated_figures_are_seldom_a_slip_apart(digits: int, most: float) -> None:
    """The chance that the module states, over pairs of figures with as many digits."""
    draw = random.Random(digits)
    low, high = 10 ** (digits - 1), 10**digits - 1
    pairs = [(draw.randint(low, high), draw.randint(low, high)) for _ in range(40_000)]
    apart = sum(slip_between(Decimal(a), Decimal(b), ONE) is not None for a, b in pairs)
    assert most / 2 < apart / len(pairs) <= most


def test_zeros_at_the_end_are_no_digits_of_evidence() -> None:
    assert digits_of(Decimal(58800), ONE) == 3
    assert digits_of(Decimal("35.60"), Decimal("0.01")) == 3


@pytest.mark.parametrize(
    ("printed", "computed", "far"),
    [
        (40, 25, False),
        (250, 100, False),
        (251, 100, True),
        (47, 3, True),
        (13, 1300, False),
        (13, 31, False),
        (6, 53, True),
    ],
)
def test_what_no_usual_mistake_makes(printed: int, computed: int, far: bool) -> None:
    assert is_far(Decimal(printed), Decimal(computed), ONE) is far
