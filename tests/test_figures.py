"""The arithmetic of relations between figures, each figure as it is written in French."""

from __future__ import annotations

from decimal import Decimal

import pytest

from fact_cli.model.bounds import Bounds, around, closed, hedge_step, is_near, quotient
from fact_cli.model.changes import Change
from fact_cli.model.figures import Conversion, Difference, Exchange, Rate, SameSum
from fact_cli.model.mention import Quantity
from fact_cli.model.multiples import Growth, Ratio
from fact_cli.model.shares import SameShare, Share, ShareOfFew, in_percent
from fact_cli.model.totals import Total
from tests.helpers import quantities


def figure(wording: str) -> Quantity:
    (found,) = quantities(f"On compte {wording}.")
    return found


def figures(wordings: str) -> list[Quantity]:
    return [figure(one) for one in wordings.split(" | ")]


@pytest.mark.parametrize(
    ("before", "after", "stated", "way", "exact", "holds", "in_points"),
    [
        ("80 euros", "100 euros", "25 %", 1, "25", True, False),
        ("80 euros", "100 euros", "20 %", 1, "25", False, False),
        ("100 euros", "80 euros", "20 %", -1, "-20", True, False),
        ("100 euros", "80 euros", "20 %", 1, "-20", False, False),
        ("2 %", "3 %", "1 %", 1, "50", True, True),
        ("10 %", "13 %", "3 %", 1, "30", False, True),
        ("34 %", "35 %", "1 %", 1, "2.941", True, False),
        ("25 %", "30 %", "5 %", 1, "20", False, True),
        ("32 %", "40 %", "8 %", 1, "25", False, True),
        ("40 %", "50 %", "10 %", 1, "25", False, False),
        ("50 %", "40 %", "10 %", -1, "-20", False, False),
        ("10 %", "8 %", "2 %", -1, "-20", False, True),
        ("10 %", "8 %", "20 %", -1, "-20", True, False),
    ],
)
def test_a_change(
    before: str, after: str, stated: str, way: int, exact: str, holds: bool, in_points: bool
) -> None:
    change = Change(figure(before), figure(after), figure(stated), way)
    assert change.exact_percent is not None
    assert round(change.exact_percent, 3) == Decimal(exact)
    assert (change.holds, change.is_told_in_points) == (holds, in_points)


@pytest.mark.parametrize(
    ("whole", "times", "base", "less", "exact", "quotient_"),
    [
        ("1 800 euros", "trois fois", "600 euros", False, "1800", "3"),
        ("60 euros", "trois fois", "180 euros", True, "60", "3"),
        ("100 euros", "quatre fois", "200 euros", True, "50", "2"),
    ],
)
def test_a_ratio(whole: str, times: str, base: str, less: bool, exact: str, quotient_: str) -> None:
    ratio = Ratio(figure(whole), figure(times), figure(base), less)
    assert (ratio.exact, ratio.quotient) == (Decimal(exact), Decimal(quotient_))
    assert ratio.computed(loose=False).holds(Decimal(exact))
    assert not ratio.computed(loose=False).holds(Decimal(exact) * 2)


@pytest.mark.parametrize(
    ("times", "stated", "way", "exact", "whole", "agrees"),
    [
        ("vingt fois", "1 900 %", 1, "1900", False, True),
        ("vingt fois", "2 000 %", 0, "1900", True, False),
        ("deux fois", "100 %", 1, "100", False, True),
        ("deux fois", "40 %", 1, "100", False, False),
        ("deux fois", "100 %", -1, "100", False, False),
    ],
)
def test_a_growth(times: str, stated: str, way: int, exact: str, whole: bool, agrees: bool) -> None:
    growth = Growth(figure(times), figure(stated), way)
    assert (growth.exact, growth.is_whole(loose=False)) == (Decimal(exact), whole)
    assert growth.computed(loose=False).meets(growth.claimed(loose=False)) == agrees


@pytest.mark.parametrize(
    ("whole", "parts", "exact", "plausible", "near"),
    [
        ("100 élèves", "60 élèves | 40 élèves", 100, True, True),
        ("100 élèves", "50 élèves | 40 élèves", 90, True, True),
        ("100 élèves", "50 élèves | 39 élèves", 89, True, False),
        ("100 élèves", "30 élèves | 40 élèves", 70, True, False),
        ("100 élèves", "29 élèves | 40 élèves", 69, False, False),
        ("100 élèves", "90 élèves | 60 élèves", 150, True, False),
        ("100 élèves", "91 élèves | 60 élèves", 151, False, False),
        ("90 élèves", "60 élèves | 40 élèves", 100, True, True),
        ("89 élèves", "60 élèves | 40 élèves", 100, True, False),
    ],
)
def test_a_total(whole: str, parts: str, exact: int, plausible: bool, near: bool) -> None:
    total = Total(figure(whole), figures(parts), complete=True)
    assert (total.exact, total.is_plausible, total.is_near) == (exact, plausible, near)
    assert total.computed(loose=False) == Bounds.exactly(exact)


@pytest.mark.parametrize(
    ("whole", "parts", "number", "value"),
    [
        ("5 milliards d'euros", "2,2 millions d'euros | 2,8 milliards d'euros", 0, "2.2E+9"),
        ("5 millions d'euros", "2,2 millions d'euros | 2,8 milliards d'euros", 1, "2.8E+6"),
        ("5 milliards d'euros", "2,2 milliards d'euros | 2,8 milliards d'euros", None, ""),
        ("5 milliards d'euros", "4 milliards d'euros | 2,8 milliards d'euros", None, ""),
        ("100 milliards d'euros", "2 millions d'euros | 98 milliards d'euros", 0, "2E+9"),
        ("100 milliards d'euros", "1 million d'euros | 99 milliards d'euros", None, ""),
    ],
)
def test_one_part_a_thousandfold_out(
    whole: str, parts: str, number: int | None, value: str
) -> None:
    total = Total(figure(whole), figures(parts), complete=True)
    if number is None:
        assert total.misscaled is None
    else:
        assert total.misscaled == (total.parts[number], Decimal(value))


@pytest.mark.parametrize(
    ("part", "whole", "stated", "others", "nearest", "holds"),
    [
        ("180 élèves", "900 élèves", "20 %", [], "900", True),
        ("180 élèves", "900 élèves", "30 %", [], "900", False),
        ("11 élèves", "32 élèves", "36,67 %", ["30 élèves"], "30", False),
        ("11 élèves", "30 élèves", "36,67 %", ["32 élèves"], "30", True),
    ],
)
def test_a_share(
    part: str, whole: str, stated: str, others: list[str], nearest: str, holds: bool
) -> None:
    share = Share(figure(part), figure(whole), figure(stated), [figure(one) for one in others])
    assert (share.nearest.value, share.holds) == (Decimal(nearest), holds)


@pytest.mark.parametrize(
    ("wording", "low", "high"),
    [
        ("20 %", "19.5", "20.5"),
        ("près de 80 %", "74", "85"),
        ("près de 81 %", "80", "81"),
        ("environ 80 %", "74", "86"),
        ("la moitié", "47", "53"),
    ],
)
def test_a_share_in_percent(wording: str, low: str, high: str) -> None:
    assert in_percent(figure(wording), loose=False) == Bounds(Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("stated", "count", "possible", "nearest"),
    [
        ("40 %", 20, True, 8),
        ("41 %", 20, False, 8),
        ("43 %", 20, False, 9),
        ("33 %", 12, True, 4),
        ("66 %", 3, True, 2),
        ("67 %", 3, True, 2),
        ("65 %", 3, False, 2),
        ("100 %", 7, True, 7),
        ("1 %", 7, False, 0),
    ],
)
def test_a_share_of_few(stated: str, count: int, possible: bool, nearest: int) -> None:
    share = ShareOfFew(figure(stated), figure(f"{count} jurés"), count)
    assert (share.is_possible, share.nearest) == (possible, nearest)


def test_a_rate_holds_for_any_of_its_counts() -> None:
    counts = [Bounds.exactly(12), Bounds.exactly(13)]

    def rate(total: str) -> Rate:
        return Rate(figure(total), counts, Decimal(12), "mois", figure("2 000 euros"), [])

    assert rate("24 000 euros").holds(loose=False) and rate("26 000 euros").holds(loose=False)
    assert not rate("30 000 euros").holds(loose=True)
    assert rate("24 000 euros").product == 24_000


def test_a_difference() -> None:
    difference = Difference(figure("640 euros"), figure("690 euros"), figure("50 euros"), 1)
    assert (difference.exact, difference.computed(loose=False)) == (50, Bounds.exactly(50))


def test_a_conversion() -> None:
    warm = Conversion(figure("30 °C"), figure("86 °F"), Decimal("1.8"), Decimal(32))
    assert warm.computed(loose=False) == Bounds(Decimal("85.1"), Decimal("86.9"))


def test_a_rate_of_exchange() -> None:
    sums = SameSum(figure("40 millions de dollars"), figure("36 millions d'euros"))
    assert sums.exact == Decimal("0.9") and sums.rate.holds(Decimal("0.9"))
    assert Exchange(None, sums).again is sums
    assert SameShare(figure("un quart"), figure("35 %")).first.value == Decimal("0.25")


def test_ends_that_stay_open() -> None:
    assert quotient(Decimal(6), Decimal(0)) is None and quotient(None, Decimal(2)) is None
    assert quotient(Decimal(0), Decimal(2)) == 0
    negative = Bounds(Decimal(-1), None) * Bounds(Decimal(2), Decimal(5))
    assert negative == Bounds(None, None)
    both = Bounds(Decimal(2), None) * Bounds(Decimal(3), None)
    assert both == Bounds(Decimal(6), None)
    assert Bounds(Decimal(0), None) * Bounds(Decimal(2), Decimal(5)) == Bounds(Decimal(0), None)
    assert not Bounds.exactly(0).positive and Bounds.exactly(1).positive


@pytest.mark.parametrize(
    ("value", "step", "expected"),
    [("27", "1", "1"), ("2000", "1", "100"), ("300", "1", "10"), ("12.5", "0.1", "0.1"), ("0", "1", "1"), ("50", "1", "1")],
)  # fmt: skip
def test_the_step_of_a_hedge(value: str, step: str, expected: str) -> None:
    assert hedge_step(Decimal(value), Decimal(step)) == Decimal(expected)


def test_an_open_end_is_closed_one_step_away() -> None:
    assert closed(Bounds(Decimal(300), None), Decimal(300), Decimal(1)).high == 310
    assert closed(Bounds(None, Decimal(300)), Decimal(300), Decimal(1)).low == 290
    assert closed(Bounds(Decimal(2), None), Decimal(2), Decimal(1)).high == 3
    assert closed(Bounds(Decimal(0), None), Decimal(0), Decimal(1)).high == 1
    assert around(Decimal(5), Decimal(2)) == Bounds(Decimal(3), Decimal(7))
    assert is_near(Decimal(95), Decimal(100), Decimal("0.05"))
    assert not is_near(Decimal("94.9"), Decimal(100), Decimal("0.05"))
