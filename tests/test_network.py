"""The constraint network: what can hold, what cannot, and why."""

from __future__ import annotations

import pytest

from fact_cli.model.network import Constraint, conflict, window

CASES = [
    ("nothing said", [], None),
    ("a then b", [("a", "b", 0, 10)], None),
    ("a circle that fits", [("a", "b", 1, 5), ("b", "c", 1, 5), ("a", "c", 2, 3)], None),
    ("too far", [("a", "b", 1, 5), ("b", "c", 1, 5), ("a", "c", 11, None)], {"ab", "bc", "ac"}),
    ("both before", [("a", "b", 1, None), ("b", "a", 1, None)], {"ab", "ba"}),
    ("a circle that just fits", [("a", "b", 1, 5), ("b", "c", 1, 5), ("a", "c", 10, None)], None),
    (
        "a day too far",
        [("a", "b", 5, 5), ("b", "c", 5, 5), ("a", "c", None, 9)],
        {"ab", "bc", "ac"},
    ),
    ("apart", [("x", "a", 0, 3), ("a", "b", 4, 3), ("b", "c", 0, 9)], {"ab"}),
    ("twice", [("a", "b", 1, 2), ("a", "b", 3, 4), ("c", "d", 0, 0)], {"ab"}),
]


def constraints(rows: list[tuple[str, str, int | None, int | None]]) -> list[Constraint[str]]:
    return [Constraint(a, b, least, most, a + b) for a, b, least, most in rows]


@pytest.mark.parametrize(("name", "rows", "reasons"), CASES, ids=[case[0] for case in CASES])
def test_a_cycle_names_its_constraints(
    name: str, rows: list[tuple[str, str, int | None, int | None]], reasons: set[str] | None
) -> None:
    found = conflict(constraints(rows))
    assert (None if found is None else set(found)) == reasons, name


def test_a_window_is_what_all_constraints_leave() -> None:
    rows = constraints([("o", "p", 10, 50), ("o", "q", 0, 5), ("q", "p", None, 20)])
    assert window(rows, "o", "p") == (10, 25)
    assert window(rows, "o", "q") == (0, 5)
    assert window(constraints([("o", "p", 3, None)]), "o", "p") == (3, None)
