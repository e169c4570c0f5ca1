"""Wordings that combine: each way to tell a whole with each way to list its parts.

A cell of a grid is read when the wrong list is flagged and the right one is not.
"""

from __future__ import annotations

import pytest

from fact_cli import check
from fact_cli.model.finding import Severity

WHOLES = [
    "La région supprime 240 postes",
    "Au total, 240 postes sont supprimés",
    "Le plan prévoit 240 suppressions de postes",
    "Le groupe va supprimer 240 postes en France",
]
# {c} is the last of three parts; the others are 110 and 75.
LISTS = [
    " : 110 à Rennes, 75 à Niort et {c} à Pau.",
    ", dont 110 à Rennes, 75 à Niort et {c} à Pau.",
    ", dont 110 dans les usines, 75 dans les bureaux et {c} dans les dépôts.",
    ", dont 110 seraient supprimés à Rennes, 75 à Niort et {c} à Pau.",
    ", dont 110 ouvriers, 75 techniciens et {c} cadres.",
    ", soit 110 à Rennes, 75 à Niort, {c} à Pau.",
    ", à savoir 110 à Rennes, 75 à Niort et {c} à Pau.",
    ", répartis entre Rennes (110), Niort (75) et Pau ({c}).",
    " : Rennes (110), Niort (75) et Pau ({c}).",
    ". Parmi eux, 110 à Rennes, 75 à Niort et {c} à Pau.",
    ". Parmi eux, 110 dans les usines, 75 dans les bureaux et {c} dans les dépôts.",
    ". Parmi eux, 110 à Rennes, 75 à Niort et les {c} autres à Pau.",
    ". Parmi eux, 110 ouvriers, 75 techniciens et {c} cadres.",
    ". Dans le détail, 110 à Rennes, 75 à Niort et {c} à Pau.",
]
# {s} is what two figures make, 410 and 120.
ADDED = [
    "L'usine emploie 410 ouvriers, auxquels s'ajoutent 120 cadres",
    "Aux 410 ouvriers de l'usine s'ajoutent 120 cadres",
    "L'usine compte 410 ouvriers, à quoi s'ajoutent 120 cadres",
]
SUMS = [
    ", soit {s} salariés.",
    ", soit un total de {s} salariés.",
    ", ce qui porte l'effectif à {s} salariés.",
    ". Au total, {s} salariés.",
    ". L'usine compte donc {s} salariés.",
]
# {p} is what three figures of one kind make: 12 times 25.
PRODUCTS = [
    "Le tournoi réunit 12 équipes de 25 joueurs, soit {p} joueurs.",
    "L'école ouvre 12 classes de 25 élèves, soit un total de {p} élèves.",
    "Le hangar abrite 12 rangées de 25 caisses, pour un total de {p} caisses.",
    "Il a vendu 12 tonnes de cerises à 25 euros le kilo, soit {p} 000 euros.",
    "Les 12 tonnes de cerises, vendues 25 euros le kilo, ont rapporté {p} 000 euros.",
]


def flagged(text: str) -> list[str]:
    return [one.text for one in check(text).findings if one.severity is not Severity.INFO]


@pytest.mark.parametrize("whole", WHOLES)
def test_the_parts_of_a_whole_are_added_up(whole: str) -> None:
    for parts in LISTS:
        told = (whole + parts).format(c=95)
        assert flagged(told), told
        told = (whole + parts).format(c=55)
        assert not flagged(told), told


@pytest.mark.parametrize("added", ADDED)
def test_what_is_joined_is_added_up(added: str) -> None:
    for told in SUMS:
        assert flagged((added + told).format(s=550)), added + told
        assert not flagged((added + told).format(s=530)), added + told


@pytest.mark.parametrize("product", PRODUCTS)
def test_rows_and_prices_are_multiplied(product: str) -> None:
    assert flagged(product.format(p=380))
    assert not flagged(product.format(p=300))
