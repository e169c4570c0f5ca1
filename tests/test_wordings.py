"""Wordings that combine: each way to tell two values with each way to tell their change.

A cell of a grid is read when the wrong figure is flagged and the right one is not.
"""

from __future__ import annotations

import pytest

from fact_cli import check
from fact_cli.model.finding import Severity

# {A} is the value before, {B} the one after; {V} a verb of change.
PAIRS = [
    "Le nombre d'abonnés est passé de {A} à {B} en un an",
    "Le nombre d'abonnés a {V} de {A} à {B}",
    "La ville compte {B} abonnés, contre {A} l'an dernier",
    "La ville compte {B} abonnés (contre {A} en 2021)",
    "La ville compte {B} abonnés ({A} en 2021)",
    "La ville a compté {B} abonnés en 2022, après {A} en 2021",
    "La ville comptait {A} abonnés en 2021, elle en compte {B} aujourd'hui",
    "La ville compte {B} abonnés, alors qu'elle n'en comptait que {A} en 2021",
    "La ville compte {B} abonnés au lieu de {A} un an plus tôt",
    "De {A} abonnés en 2021, la ville est passée à {B} en 2022",
    "Les abonnés sont {B} cette année. Ils étaient {A} l'an dernier",
    "On dénombrait {A} abonnés en 2021 ; ils sont {B} aujourd'hui",
    "La ville comptait {A} abonnés en 2021. Elle en compte désormais {B}",
    "La ville compte {B} abonnés, quand il y en avait {A} en 2021",
    "Avec {B} abonnés, contre {A} en 2021",
    "L'arrivée de la fibre a porté le nombre d'abonnés de {A} à {B}",
    "Le nombre d'abonnés s'établit à {B}, contre {A} un an auparavant",
    "Le nombre d'abonnés atteint {B} (il était de {A} en 2021)",
    "La ville compte {B} abonnés, à comparer aux {A} de 2021",
    "Le nombre d'abonnés a évolué, passant de {A} à {B}",
]
# {P} is the change in percent, {s} its sign, {n} and {N} a noun of change with its article.
CHANGES = [
    ", soit {n} de {P} %.",
    ", {n} de {P} %.",
    ", en {noun} de {P} %.",
    ", soit {s}{P} %.",
    ", soit {s} {P} % en un an.",
    " ({s}{P} %).",
    " (soit {P} % {more}).",
    ", soit {P} % {more}.",
    ", soit {P} % de {noun}.",
    " : {P} % de {noun}.",
    " : {n} de {P} %.",
    " – {n} de {P} %.",
    ", ce qui représente {n} de {P} %.",
    ", ce qui fait {P} % {more}.",
    ". C'est {P} % {more}.",
    ". Cela représente {n} de {P} %.",
    ". {N} de {P} %.",
    ". La {noun} est de {P} %.",
    ". La {noun} atteint donc {P} %.",
    ". En un an, la {noun} est de {P} %.",
    ". Cette {noun} de {P} % s'explique par la fibre.",
    ", {P} % {more} qu'en 2021.",
    ". Soit {P} % {more}.",
    ". Soit {n} de {P} %.",
    ". Une évolution de {s}{P} %.",
    ", soit une variation de {s}{P} %.",
    ", enregistrant ainsi {n} de {P} %.",
]
UP = {"A": "1 240", "B": "1 736", "V": "grimpé", "n": "une hausse", "N": "Une hausse"}
UP |= {"noun": "hausse", "more": "de plus", "s": "+"}
DOWN = {"A": "1 736", "B": "1 240", "V": "chuté", "n": "une baisse", "N": "Une baisse"}
DOWN |= {"noun": "baisse", "more": "de moins", "s": "-"}

RISES = [
    "une hausse",
    "une augmentation",
    "une progression",
    "une croissance",
    "un bond",
    "une envolée",
    "une flambée",
    "un essor",
    "un gain",
    "une poussée",
    "une montée",
    "un accroissement",
    "un renchérissement",
    "une majoration",
    "un relèvement",
    "une remontée",
    "un rebond",
    "un boom",
    "une explosion",
    "une accélération",
    "un surcroît",
]
FALLS = [
    "une baisse",
    "une diminution",
    "un recul",
    "une chute",
    "un repli",
    "une réduction",
    "une régression",
    "une contraction",
    "une dégringolade",
    "un effondrement",
    "un plongeon",
    "une décrue",
    "un déclin",
    "un tassement",
    "un fléchissement",
    "une érosion",
    "une perte",
    "une décroissance",
    "un affaissement",
    "un effritement",
    "une dépréciation",
    "un rétrécissement",
]


def flagged(text: str) -> list[str]:
    return [one.text for one in check(text).findings if one.severity is not Severity.INFO]


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize(("words", "wrong", "right"), [(UP, "52", "40"), (DOWN, "42", "28,6")])
def test_a_change_in_percent_is_recomputed(
    pair: str, words: dict[str, str], wrong: str, right: str
) -> None:
    for change in CHANGES:
        told = (pair + change).format_map(words | {"P": wrong})
        assert flagged(told), told
        told = (pair + change).format_map(words | {"P": right})
        assert not flagged(told), told


@pytest.mark.parametrize(
    ("noun", "before", "after", "wrong", "right"),
    [(noun, 96, 264, "275 %", "175 %") for noun in RISES]
    + [(noun, 264, 96, "46 %", "63,6 %") for noun in FALLS],
)
def test_nouns_of_change_are_known(
    noun: str, before: int, after: int, wrong: str, right: str
) -> None:
    for told in (
        f"L'effectif est passé de {before} à {after} joueurs, {noun} de {{}}.",
        f"Le club compte {after} joueurs, contre {before} l'an dernier, soit {noun} de {{}}.",
    ):
        assert flagged(told.format(wrong)), told
        assert not flagged(told.format(right)), told
