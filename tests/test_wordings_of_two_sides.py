"""Two holders, each with a value, and how far they lie apart, told in each way.

A cell of the grid is read when the wrong gap is flagged and the right one is not.
"""

from __future__ import annotations

import pytest

from fact_cli import check
from fact_cli.model.finding import Severity

# {M} holds {a}, {N} holds {b}, both told in {u}.
VALUES = [
    "{M} obtient {a} {u} et {N} {b}",
    "{M} a obtenu {a} {u}, {N} {b}",
    "{M} ({a} {u}) devance {N} ({b})",
    "{M}, avec {a} {u}, devance {N}, qui en obtient {b}",
    "{M} a {a} {u}, {N} en a {b}",
    "{M} totalise {a} {u} quand {N} en compte {b}",
    "{a} {u} pour {M}, {b} pour {N}",
    "{M} : {a} {u} ; {N} : {b}",
    "{M} a obtenu {a} {u}. {N} en a eu {b}",
    "{M} l'emporte avec {a} {u} contre {b} à {N}",
]
GAPS = [
    ", soit {d} {u} d'écart.",
    ", soit une avance de {d} {u}.",
    ". {d} {u} les séparent.",
    ". L'écart n'est que de {d} {u}.",
    ". {M} a donc {d} {u} d'avance.",
    ". {N} accuse {d} {u} de retard.",
    ". Il a manqué {d} {u} à {N}.",
    ". Un écart de {d} {u}.",
]
SIDES = [
    ("Morel", "Petit", "voix", "412", "388", "34", "24"),
    ("Auxerre", "Caen", "points", "62", "51", "14", "11"),
]


def flagged(text: str) -> list[str]:
    return [one.text for one in check(text).findings if one.severity is not Severity.INFO]


@pytest.mark.parametrize("values", VALUES)
@pytest.mark.parametrize(("m", "n", "u", "a", "b", "wrong", "right"), SIDES)
def test_a_gap_lies_between_the_two_values_beside_it(
    values: str, m: str, n: str, u: str, a: str, b: str, wrong: str, right: str
) -> None:
    for gap in GAPS:
        told = values + gap
        text = told.format(M=m, N=n, u=u, a=a, b=b, d=wrong)
        assert flagged(text), text
        text = told.format(M=m, N=n, u=u, a=a, b=b, d=right)
        assert not flagged(text), text


@pytest.mark.parametrize(
    "text",
    [
        "Lens compte 62 points et Lille 58. Avec 3 points de retard sur Nice, Lille y croit.",
        "Auxerre (62 points) devance Caen (51) et Metz (48), soit 14 points d'avance sur le troisième.",
        "Morel a 412 voix, Petit 388. Au premier tour, 54 voix les séparaient.",
        "Rennes a inscrit 62 buts, Nice 51. La différence de buts est de 30.",
        "Caen a 51 points et Metz 48. Le premier relégable compte 5 points de retard.",
        "La maire l'emporte avec 412 voix, son rival en a 388. L'écart était de 12 voix en 2020.",
        "Dax a 51 points et Albi 48. Le vainqueur de samedi aura six points d'avance.",
        "Lens compte 62 points et Lille 58. Une victoire porterait l'écart à sept points.",
        "Le PSG a 62 points, Lens 51. Monaco est troisième à 14 points.",
    ],
)
def test_a_gap_of_others_or_of_another_time_is_none_between_them(text: str) -> None:
    assert not flagged(text)
