"""A number of people or things and the two kinds that they are of, told in each way.

A cell of the grid is read when the parts that make too many, or too few, are flagged and those
that make the whole are not.
"""

from __future__ import annotations

import pytest

from fact_cli import check
from fact_cli.model.finding import Severity

# {W} is the whole, {a} and {b} the parts.
KINDS = [
    ("bénévoles", "femmes", "hommes"),
    ("élèves", "filles", "garçons"),
    ("passagers", "adultes", "enfants"),
    ("victimes", "civils", "militaires"),
    ("agents", "titulaires", "contractuels"),
    ("postes", "CDI", "CDD"),
]
WHOLES = [
    "Des {W} {n}, {parts}.",
    "Sur les {W} {n}, {parts}.",
    "Parmi les {W} {n} de la ville, {parts}.",
    "La ville compte {W} {n} : {parts}.",
    "La ville compte {W} {n}. On compte {both}.",
    "La ville compte {W} {n}. Il s'agit de {both}.",
    "Les {W} {n} sont {both}.",
    "Les {W} {n} – {both} – sont connus.",
    "La ville compte {W} {n} ({both}).",
    "Avec {both}, la ville compte {W} {n}.",
    "La ville compte {both}, soit {W} {n} au total.",
]
PARTS = [
    "{a} sont des {A} et {b} des {B}",
    "{a} étaient des {A}, {b} des {B}",
    "on dénombre {a} {A} pour {b} {B}",
    "il y a {a} {A} et {b} {B}",
    "les {A} sont au nombre de {a}, les {B} de {b}",
]
BOTH = ["{a} {A} et {b} {B}", "{a} {A} pour {b} {B}"]


def flagged(text: str) -> list[str]:
    return [one.text for one in check(text).findings if one.severity is not Severity.INFO]


@pytest.mark.parametrize("whole", WHOLES)
@pytest.mark.parametrize(("n", "A", "B"), KINDS)
def test_two_kinds_make_all_there_are(whole: str, n: str, A: str, B: str) -> None:
    for form in PARTS if "{parts}" in whole else BOTH:
        for a, b in ((31, 28), (21, 28)):
            parts = form.format(a=a, b=b, A=A, B=B)
            wrong = whole.format(W=54, n=n, parts=parts, both=parts)
            assert flagged(wrong), wrong
            right = whole.format(W=a + b, n=n, parts=parts, both=parts)
            assert not flagged(right), right


@pytest.mark.parametrize(
    "text",
    [
        "Sur les 54 élèves, 31 filles et 18 garçons ont été admis.",
        "Le village compte 540 habitants. On dénombre 31 femmes et 28 hommes, tous agriculteurs.",
        "Le club compte 70 licenciés. Parmi eux, 31 femmes et 28 hommes, tous bénévoles.",
        "Sur les 120 participants, 54 ont terminé : 31 hommes et 23 femmes.",
        "Le canton compte 54 élèves en CP, l'école 31 filles et 28 garçons.",
        "Le club compte 54 bénévoles, recrute 31 femmes et 28 hommes par an.",
        "La ville compte 54 élus. Au comité siègent 31 femmes et 28 hommes.",
        "En 2022, on comptait 54 licenciés. On compte aujourd'hui 31 femmes et 28 hommes.",
        "Des 86 migrants, 62 étaient des hommes, 15 des femmes et neuf des enfants.",
        "Sur les 54 élèves, on compte 31 filles et 20 garçons ; les autres ne l'ont pas dit.",
    ],
)
def test_two_kinds_of_some_or_of_others_make_nothing(text: str) -> None:
    assert not flagged(text)
