"""A title against the body: each way to count in it with each way to count what is the same.

A cell is read when the wrong number is flagged and the right one is not.
"""

from __future__ import annotations

import pytest

from fact_cli import check
from fact_cli.model.finding import Severity

# {n} and {N} are a number in words, the second with a capital.
DEAD = [
    "{N} morts dans un coup de grisou à Lens",
    "{N} morts et onze blessés dans un coup de grisou",
    "Lens : {n} personnes tuées dans un coup de grisou",
    "Coup de grisou à Lens : {n} morts",
    "{N} mineurs tués dans un coup de grisou",
]
DIED = [
    "{N} mineurs ont péri mardi dans un coup de grisou à Lens.",
    "Un coup de grisou a coûté la vie à {n} mineurs, mardi à Lens.",
    "Une galerie s'est embrasée mardi à Lens, tuant {n} personnes.",
    "Une galerie s'est embrasée mardi.\n\nLe bilan est lourd : {n} morts, selon le préfet.",
    "Une galerie s'est embrasée mardi.\n\nLe drame a fait {n} victimes.",
    "Une galerie s'est embrasée mardi.\n\nLes secours ont remonté {n} corps.",
    "Une galerie s'est embrasée mardi.\n\nLes {n} mineurs décédés seront inhumés vendredi.",
]
CUT = [
    "Vauquelin supprime {n} emplois à Creil",
    "{n} postes supprimés chez Vauquelin",
    "Vauquelin va licencier {n} salariés",
]
LAID_OFF = [
    "Le papetier va se séparer de {n} salariés, a-t-il dit mardi.",
    "La nouvelle est tombée mardi. {n} personnes vont perdre leur emploi à Creil.",
    "La direction a annoncé mardi la suppression de {n} postes.",
    "La nouvelle est tombée mardi.\n\nAu total, {n} emplois seront supprimés.",
]
IN_PRISON = [
    "{N} mois de prison ferme pour le faussaire",
    "Faussaire condamné à {n} mois de prison",
    "Le faussaire écope de {n} mois de prison",
]
SENTENCED = [
    "Le tribunal a condamné lundi un graveur à {n} mois de prison ferme.",
    "Un graveur a été condamné lundi à {n} mois d'emprisonnement.",
    "Un graveur a été jugé lundi.\n\nLe tribunal lui a infligé {n} mois ferme.",
    "Un graveur a été jugé lundi.\n\nIl fera appel des {n} mois de prison prononcés.",
]


def flagged(title: str, told: str) -> list[str]:
    findings = check(told, title=title, published="2026-01-18").findings
    return [one.text for one in findings if one.severity is not Severity.INFO]


def assert_read(title: str, told: str, number: str, other: str) -> None:
    def filled(words: str, value: str) -> str:
        return words.format(n=value, N=value.capitalize())

    headed = filled(title, number)
    assert flagged(headed, filled(told, number)) == []
    assert flagged(headed, filled(told, other)) != [], (headed, filled(told, other))


@pytest.mark.parametrize("told", DIED)
@pytest.mark.parametrize("title", DEAD)
def test_a_toll(title: str, told: str) -> None:
    for number, other in (("deux", "trois"), ("sept", "dix-sept"), ("douze", "quatorze")):
        assert_read(title, told, number, other)


@pytest.mark.parametrize("told", LAID_OFF)
@pytest.mark.parametrize("title", CUT)
def test_jobs_lost(title: str, told: str) -> None:
    for number, other in (("140", "104"), ("58", "85")):
        assert_read(title, told, number, other)


@pytest.mark.parametrize("told", SENTENCED)
@pytest.mark.parametrize("title", IN_PRISON)
def test_a_penalty(title: str, told: str) -> None:
    for number, other in (("six", "huit"), ("quatorze", "douze")):
        assert_read(title, told, number, other)
