"""Which small mistakes the mutation benchmark puts into a function, and into which places none."""

from __future__ import annotations

import ast

import pytest

from benchmarks.mutants import mutants, mutated

CASES = [
    ("return a < b", {"return a <= b", "return a >= b", "return None"}),
    ("return a is b", {"return a is not b", "return None"}),
    ("return a and b", {"return a or b", "return None"}),
    ("return not a", {"return not not a", "return None"}),
    ("return a + 1", {"return a - 1", "return a + 2", "return a + 0", "return None"}),
    ("return 'a' + b", {"return None"}),
    ("return Decimal('0.3')", {"return Decimal('0.4')", "return Decimal('0.2')", "return None"}),
    ("return min(a, b)", {"return max(a, b)", "return None"}),
    ("return -a", {"return +a", "return None"}),
    ("return None", set()),
    ("yield a", {"pass"}),
    ("a: Literal[1] = b", set()),
    ("if a(b):\n    return", {"if not a(b):\n    return", "pass"}),
    ("a += b", {"a -= b", "pass"}),
    ("c(a)", {"pass"}),
    ("c([a for a in b if a])", {"c([a for a in b if not a])", "pass"}),
]


@pytest.mark.parametrize(("body", "expected"), CASES, ids=[case[0] for case in CASES])
def test_mutants_of_a_function(body: str, expected: set[str]) -> None:
    indented = body.replace("\n", "\n    ")
    source = f"@decorated(1)\ndef made(a: int, b=1):\n    {indented}\n"
    found = set()
    for mutant in mutants(source):
        (function,) = mutated(source, mutant.number).body
        assert isinstance(function, ast.FunctionDef)
        found.add("\n".join(map(ast.unparse, function.body)))
    assert found == expected


def test_mutants_of_a_module_say_where_they_stand() -> None:
    source = (
        "NEAR = 40\n\n\nclass One:\n    two: int = 2\n\n    def three(self):\n        return 3\n"
    )
    places = {(one.line, one.function, one.is_constant) for one in mutants(source)}
    assert places == {(1, "NEAR", True), (8, "One.three", False)}
