"""Two values of which the second leaves its unit out, with each way to tell their change.

A cell of the grid is read when the wrong figure is flagged and the right one is not.
"""

from __future__ import annotations

import pytest

from fact_cli import check
from fact_cli.model.finding import Severity

# {A} is the value before, {B} the one after; each is told in {u} once.
PAIRS = [
    "De {A} {u} en 2021, on est passé l'an dernier à {B}",
    "On est passé de {A} {u} en 2021 à {B} l'an dernier",
    "{A} {u} en 2021, {B} en 2024",
    "{A} {u} en 2021 ; {B} en 2024",
    "{A} {u} il y a trois ans, {B} aujourd'hui",
    "Le total, qui était de {A} {u} en 2021, atteint {B} en 2024",
    "Le total, de {A} {u} en 2021, est passé à {B} en 2024",
    "Le total atteint {B} {u}, quand il ne dépassait pas {A} en 2021",
    "Le total était de {A} {u} en 2021 ; il est désormais de {B}",
    "Le total s'établit à {B} {u}, à comparer à {A} un an plus tôt",
    "Le total s'est établi à {B} {u}, après {A} en 2021",
    "On a compté {B} {u} en 2024, pour {A} en 2021",
    "On a compté {B} {u}, comparativement à {A} en 2021",
    "Le total ({B} {u}) se compare aux {A} de 2021",
    "Parti de {A} {u} en 2021, le total atteint {B}",
    "Le total : {B} {u} ({A} en 2021)",
    "{B} {u} cette année, {A} l'an dernier",
    "{B} {u} aujourd'hui pour {A} hier",
    "Contre {A} {u} en 2021, le total atteint {B}",
    "Après {A} {u} en 2021, le total a atteint {B} en 2024",
]
CHANGES = [
    ", soit une hausse de {P} %.",
    ", c'est-à-dire {P} % de plus.",
    " (+{P} %).",
    " : une hausse de {P} %.",
    ", en hausse de {P} %.",
    ". La hausse atteint {P} %.",
    ". Cela fait {P} % de plus.",
    ". Soit +{P} %.",
]
UNITS = [("millions d'euros", "39,2", "56,8"), ("tonnes", "3 920", "5 680"), ("cas", "392", "568")]


def flagged(text: str) -> list[str]:
    return [one.text for one in check(text).findings if one.severity is not Severity.INFO]


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize(("unit", "before", "after"), UNITS)
def test_a_unit_told_once_holds_for_both_values(
    pair: str, unit: str, before: str, after: str
) -> None:
    for change in CHANGES:
        told = pair + change
        wrong = told.format(A=before, B=after, u=unit, P="64,9")
        assert flagged(wrong), wrong
        right = told.format(A=before, B=after, u=unit, P="44,9")
        assert not flagged(right), right
