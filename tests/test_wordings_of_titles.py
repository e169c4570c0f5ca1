"""A title against the body: each way to tell a change in it with each way to tell two values.

The values stand far behind, after other figures. A cell is read when the wrong title is flagged
and the right one is not.
"""

from __future__ import annotations

import pytest

from fact_cli import check
from fact_cli.model.finding import Severity

BETWEEN = (
    "Les services ont dressé leur bilan.\n\nLa préfète a réuni lundi les élus de l'arrondissement"
    " pendant deux heures. Le centre a effectué 1 140 sorties, dont 88 de nuit.\n\nL'an prochain,"
    " six agents et quinze bénévoles arriveront. Un quart d'entre eux ont plus de 55 ans.\n\n"
)
# {n} is what is counted, {A} its number before, {B} the one after.
TWO_VALUES = [
    "Le même mois de l'an passé, {A} {n} avaient été recensés, contre {B} cette année.",
    "Le centre a compté {B} {n} en 2025, contre {A} l'année précédente.",
    "Le nombre de {n} est passé de {A} à {B}.",
    "On a dénombré {B} {n} depuis janvier. Ils étaient {A} un an plus tôt.",
    "En tout, {B} {n} ont été enregistrés l'an dernier, alors qu'on en dénombrait {A} en 2024.",
    "Avec {B} {n}, contre {A} en 2024, le record est battu.",
    "L'an dernier, {A} {n} avaient été recensés. Ils sont {B} cette année.",
    "Il y a eu {B} {n} en 2025 ({A} en 2024).",
]
# {P} is a change in percent.
IN_PERCENT = [
    "{N} : + {P} % en un an",
    "{N} : une hausse de {P} % en un an",
    "Le nombre de {n} a augmenté de {P} % en un an",
    "{P} % de {n} en plus en un an",
    "Les {n} bondissent de {P} %",
    "Sécurité : les {n} en hausse de {P} %",
]
# {K} is a multiple, {V} the verb that tells it.
IN_MULTIPLES = [
    "Les {n} ont {V} en un an",
    "Le nombre de {n} multiplié par {K} en un an",
    "Sécurité : {K} fois plus de {n} en un an",
    "Le nombre de {n} a {V}",
]
TWO_SHARES = [
    "Le taux de chômage s'élève à 9,6 %. Il atteignait 10,3 % en février 2025.",
    "Le taux de chômage s'établit à 9,6 %, contre 10,3 % un an plus tôt.",
    "Le taux de chômage est passé de 10,3 % à 9,6 %.",
    "Le taux de chômage est revenu de 10,3 à 9,6 %.",
    "En un an, le taux de chômage est tombé à 9,6 %, alors qu'il était de 10,3 %.",
    "Le chômage touche 9,6 % des actifs, après 10,3 % en 2024.",
]
IN_POINTS = [
    "Le taux de chômage recule de {P} point dans la Creuse",
    "Chômage : le taux baisse de {P} point dans la Creuse",
    "Le chômage perd {P} point dans la Creuse",
    "Recul de {P} point du taux de chômage",
]
# Titles that two values of a part, of another time or of another thing do not belie.
OF_A_PART = [
    ("Les cambriolages en hausse de 9 % en Corrèze",
     "À Tulle, 240 cambriolages ont été recensés, contre 200 un an plus tôt."),
    ("Le chômage recule de 0,3 point au quatrième trimestre",
     "Le taux de chômage s'établit à 9,6 %, contre 10,3 % un an plus tôt."),
    ("Le nombre d'élèves baisse de 4 % en Creuse",
     "À Guéret, le collège accueille 480 élèves, contre 560 il y a cinq ans."),
    ("Le chômage baisse de 0,2 point dans l'Aude",
     "Chez les jeunes, le taux de chômage est passé de 22,4 % à 20,1 %."),
    ("Le nombre de passagers en hausse de 12 %",
     "En décembre, elle a transporté 190 000 passagers, contre 140 000 un an auparavant."),
    ("Les naissances reculent de 2 % en France",
     "À la maternité de Tulle, on compte 610 naissances, contre 700 en 2024."),
    ("Le budget augmente de 2 %",
     "Le budget de la culture passe de 1,2 à 1,5 million d'euros."),
    ("Les ventes de vélos ont triplé en dix ans",
     "Il s'est vendu 155 000 vélos en 2025, contre 120 000 en 2020."),
    ("Sondage : le maire gagne 3 points", "Sa rivale recueille 27 %, contre 32 % en mai."),
    ("Le nombre de morts divisé par deux en dix ans",
     "On déplore 12 morts, contre 14 en 2024."),
    ("Les accidents en hausse de 9 %",
     "On a compté 60 accidents mortels, contre 50 en 2024."),
]  # fmt: skip


def flagged(title: str, told: str) -> list[str]:
    article = check(BETWEEN + told, title=title, published="2026-01-18")
    return [
        f"{one.rule}: {one.text}"
        for one in article.findings
        if one.severity is not Severity.INFO and one.rule == "headline-conflict"
    ]


def assert_read(title: str, wrong: str, right: str, told: str) -> None:
    assert flagged(title.replace("@", right), told) == []
    assert flagged(title.replace("@", wrong), told) != [], (title.replace("@", wrong), told)


@pytest.mark.parametrize("noun", ["passages", "cambriolages"])
@pytest.mark.parametrize("told", TWO_VALUES)
def test_a_percentage_of_the_title_is_held_against_two_values(told: str, noun: str) -> None:
    values = told.format(n=noun, A="22 800", B="26 220")
    for title in IN_PERCENT:
        words = title.format(n=noun, N=noun.capitalize(), P="@")
        assert_read(words, "9", "15", values)


@pytest.mark.parametrize("told", TWO_VALUES)
def test_a_multiple_of_the_title_is_held_against_two_values(told: str) -> None:
    values = told.format(n="vols", A="1 380", B="2 760")
    for title in IN_MULTIPLES:
        wrong, right = (
            title.format(n="vols", K=times, V=verb)
            for times, verb in (("trois", "triplé"), ("deux", "doublé"))
        )
        assert flagged(right, values) == []
        assert flagged(wrong, values) != [], (wrong, values)


@pytest.mark.parametrize("told", TWO_SHARES)
def test_points_of_the_title_are_held_against_two_percentages(told: str) -> None:
    for title in IN_POINTS:
        assert_read(title.format(P="@"), "1,1", "0,7", told)


@pytest.mark.parametrize(("title", "told"), OF_A_PART)
def test_values_of_a_part_belie_no_title(title: str, told: str) -> None:
    assert flagged(title, told) == []


NAMED = [
    "Il s'agit de {L}.",
    "Sont en lice {L}.",
    "Ce sont {L}.",
    "Les retenus sont {L}.",
    "Les voici : {L}.",
    "Ont été retenus : {L}.",
    "La liste complète : {L}.",
]
LISTS = [
    "Camille Rossier, Blaise Monney, Noémie Choffat et Karim Belhadj",
    "la juriste Awa Sanou, l'ex-arbitre Paul Kaboré, l'homme d'affaires Idrissa Sy et Ali Barro",
]


@pytest.mark.parametrize("listed", LISTS)
@pytest.mark.parametrize("told", NAMED)
def test_a_number_of_the_title_is_held_against_the_names(told: str, listed: str) -> None:
    for title in ("{} finalistes en lice", "Ligue : {} candidats en lice", "{} recrues pour Pau"):
        for number, many in (("Cinq", 1), ("Quatre", 0)):
            body = BETWEEN + told.format(L=listed)
            found = check(body, title=title.format(number), published="2026-01-18").findings
            rules = [one.rule for one in found if one.severity is not Severity.INFO]
            assert rules == ["wrong-count"] * many, (title, number, told)
