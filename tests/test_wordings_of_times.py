"""Wordings that combine: each way to date two ends with each way to tell what lies between.

A cell of a grid is read when the wrong figure is flagged and the right one is not.
"""

from __future__ import annotations

import pytest

from fact_cli import check
from fact_cli.model.finding import Severity

PUBLISHED = "2025-06-12"

# Both ends of a stretch, and how it is called.
ENDS = [
    ("Il a présidé le club de 2008 à 2015", "un règne", "neuf ans", "sept ans"),
    ("Il a présidé le club entre 2008 et 2015", "un bail", "neuf ans", "sept ans"),
    ("Le pont a été fermé de mars à novembre 2024", "une fermeture", "cinq mois", "huit mois"),
    ("Fermé en 2008, le pont a rouvert en 2015", "une interruption", "neuf ans", "sept ans"),
    ("Parti le 3 mai, il est rentré le 14 mai", "une absence", "cinq jours", "onze jours"),
    ("Le chantier, commencé en 2008, s'est achevé en 2015", "un chantier", "neuf ans", "sept ans"),
]
CALLED = [
    ". {Noun} de {L}.",
    ". {Noun} de {L}, salué de tous.",
    ", {noun} de {L}.",
    ", {noun} longue de {L}.",
    ". {Long} {bare}.",
]
# The length first, and its ends right behind it.
BEFORE = [
    "Pendant {L}, de {A} à {B}, il a présidé le club.",
    "Il a présidé le club pendant {L}, de {A} à {B}.",
    "Il a présidé le club pendant {L} ({A}-{B}).",
    "Il a présidé le club {L}, de {A} à {B}.",
    "Il est resté {L} au club, de {A} à {B}.",
    "Il a vécu {L} à Lyon ({A}-{B}).",
    "Après {L} de mandat, de {A} à {B}, il part.",
    "Après {L} à la tête du club ({A}-{B}), il part.",
    "Au terme d'un règne de {L} ({A}-{B}), il part.",
    "Ses {L} de présidence ({A}-{B}) ont marqué le club.",
]
# What goes on since a year.
SINCE = [
    "Le pont est fermé depuis 2018. Cela fait {L}.",
    "Le pont est fermé depuis 2018. Une fermeture de {L}.",
    "Le pont est fermé depuis 2018. Soit {L}.",
    "Depuis 2018, il dirige le club. Voilà {L}.",
    "Depuis 2018, il dirige le club. Un règne de {L}.",
]


def flagged(text: str) -> list[str]:
    found = check(text, published=PUBLISHED).findings
    return [one.text for one in found if one.severity is not Severity.INFO]


def _read(cell: str, wrong: str, right: str, **words: str) -> None:
    for length, is_wrong in ((wrong, True), (right, False)):
        told = cell.format_map(words | {"L": length, "Long": length.capitalize()})
        assert bool(flagged(told)) is is_wrong, told


@pytest.mark.parametrize(("ends", "noun", "wrong", "right"), ENDS)
def test_a_length_called_by_its_noun_fits_its_ends(
    ends: str, noun: str, wrong: str, right: str
) -> None:
    bare = f"de {noun.split()[1]}"
    for called in CALLED:
        _read(ends + called, wrong, right, noun=noun, Noun=noun.capitalize(), bare=bare)


@pytest.mark.parametrize("cell", BEFORE)
def test_a_length_told_first_fits_its_ends(cell: str) -> None:
    _read(cell, "neuf ans", "sept ans", A="2008", B="2015")
    _read(cell, "quatre ans", "sept ans", A="2008", B="2015")


@pytest.mark.parametrize("cell", SINCE)
def test_a_length_until_now_fits_its_beginning(cell: str) -> None:
    _read(cell, "neuf ans", "sept ans")


# What a thing feasts now, behind the sentence that tells when it began.
FOUNDED = ["Le club a été fondé en 1965. ", "Le festival a été lancé en 1965. "]
FEASTED = [
    "Pour ses {L} ans, une fête est prévue.",
    "Pour son {L}e anniversaire, une fête est prévue.",
    "À l'occasion de ses {L} ans, il publie un livre.",
    "Il fête ses {L} ans.",
    "Il souffle ses {L} bougies.",
]


@pytest.mark.parametrize("founded", FOUNDED)
def test_an_anniversary_fits_the_founding_before_it(founded: str) -> None:
    for feasted in FEASTED:
        _read(founded + feasted, "50", "60")
