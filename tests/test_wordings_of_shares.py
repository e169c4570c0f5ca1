"""Wordings that combine: ways to tell two values, with ways to tell what one is of the other.

A cell of a grid is read when the wrong figure is flagged and the right one is not.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from fact_cli import check
from fact_cli.model.finding import Severity

PARTS = [
    "Dans l'usine, 180 des 900 salariés ont fait grève",
    "Parmi les 900 salariés, 180 ont fait grève",
    "On comptait 180 grévistes sur un effectif de 900 salariés",
    "L'usine emploie 900 salariés, dont 180 femmes",
    "L'usine emploie 900 salariés. Parmi eux, 180 ont fait grève",
]
SHARES = [
    " ({} %).",
    " : {} %.",
    ", soit une proportion de {} %.",
    ", ce qui représente {} % du personnel.",
    " – soit {} % de l'effectif.",
    ". Cela représente {} % de l'effectif.",
    ". Le taux est donc de {} %.",
]
FRACTIONS = [", {} de l'effectif.", " ({}).", ". Cela représente {} des salariés."]
SALES = [
    "Elle a acheté 12 kilos de thon à 25 euros le kilo",
    "Il a vendu 12 kilos à 25 euros",
    "Le théâtre a vendu 12 places à 25 euros",
    "Il a vendu 12 billets à 25 euros l'unité",
]
SUMS = [
    ", soit {} euros.",
    ", pour un total de {} euros.",
    ", pour une recette de {} euros.",
    " : {} euros.",
]
PURCHASES = [
    "La mairie a acheté 24 vélos pour 9 600 euros",
    "Le lot de 24 vélos a été vendu 9 600 euros",
]
PRICES = [
    ", soit {} euros l'un.",
    " ({} euros pièce).",
    ", soit un prix unitaire de {} euros.",
    ". Chaque vélo a donc coûté {} euros.",
]
DEBTS = [
    "La commune de 6 000 habitants a une dette de 7,2 millions d'euros",
    "La dette de cette commune de 6 000 habitants est de 7,2 millions d'euros",
]
HEADS = [
    " : {} euros par habitant.",
    ". C'est {} euros par habitant.",
    ". La dette par habitant est donc de {} euros.",
]

GROWN = [
    "Le kilo coûte 36 euros, contre 12 euros il y a dix ans",
    "Le kilo valait 12 euros en 2014. Il en vaut désormais 36",
]
MULTIPLES = [
    ". Le prix a été multiplié par {}.",
    ", soit {} fois plus.",
    ". Son prix a été multiplié par {}.",
]
VOTES = [
    "La liste obtient 412 voix, contre 388 pour sa rivale",
    "Morel l'a battu par 412 voix à 388",
]
GAPS = [", soit {} voix d'écart.", ". {} voix les séparent.", ". L'écart est de {} voix."]
WHOLES = [
    "L'entreprise emploie 1 240 personnes",
    "Le groupe comptait 1 240 salariés fin 2023",
]
THEIRS = [
    ". Le siège (310 salariés) regroupe {} % des effectifs.",
    ". Avec 310 salariés, le siège pèse {} % du total.",
    ". Les femmes, au nombre de 310, forment {} % du personnel.",
    ". Les femmes, 310, n'y sont que {} %.",
    ". Les 310 cadres en représentent {} %.",
    ". Les femmes y sont 310, soit {} %.",
]


PASSED = [
    "Des 612 élèves ayant composé, 180 passent en seconde",
    "On compte 180 admis pour 612 candidats",
    "Le lycée présentait 612 candidats ; 180 ont décroché le diplôme",
    "612 candidats étaient inscrits. Les admis sont au nombre de 180",
]
RATES = [
    ", soit un taux de réussite de {} %.",
    " : le taux de réussite s'établit à {} %.",
    " ; le taux d'admission s'établit ainsi à {} %.",
    " (un taux de succès de {} %).",
    ", portant le taux de réussite à {} %.",
    ". Le taux de réussite est donc de {} %.",
]
SOME = [
    "La grève a mobilisé 180 agents",
    "Cette année, 180 foyers ont été aidés",
    "Le club a vendu 180 billets",
]
BESIDE = [
    ". Rapporté aux 612 que compte la ville, cela fait {} %.",
    ". Cela représente {} % des 612 de la commune.",
    ", ce qui représente {} % des 612 de la commune.",
    ". C'est {} % des 612 de la commune.",
]
TOLD = ["{} % des Espagnols ont été vaccinés", "Le taux de pauvreté est de {} %"]
AGAIN = [
    ", soit un sur cinq.",
    " : un sur cinq.",
    ", c'est-à-dire un habitant sur cinq.",
    ". Cela représente un habitant sur cinq.",
    ", ce qui représente une personne sur cinq.",
]


def flagged(text: str) -> list[str]:
    return [one.text for one in check(text).findings if one.severity is not Severity.INFO]


@pytest.mark.parametrize(
    ("values", "results", "wrong", "right"),
    [
        pytest.param(PARTS, SHARES, "30", "20", id="shares"),
        pytest.param(PARTS, FRACTIONS, "le tiers", "le cinquième", id="fractions"),
        pytest.param(WHOLES, THEIRS, "35", "25", id="of that whole"),
        pytest.param(PASSED, RATES, "33,5", "29,4", id="named rates"),
        pytest.param(SOME, BESIDE, "39,4", "29,4", id="of a whole beside"),
        pytest.param(TOLD, AGAIN, "12", "20", id="told twice"),
        pytest.param(SALES, SUMS, "350", "300", id="sums"),
        pytest.param(PURCHASES, PRICES, "450", "400", id="prices"),
        pytest.param(DEBTS, HEADS, "1 350", "1 200", id="rates"),
        pytest.param(GROWN, MULTIPLES, "cinq", "trois", id="multiples"),
        pytest.param(VOTES, GAPS, "34", "24", id="differences"),
    ],
)
def test_what_two_values_make_is_recomputed(
    values: Sequence[str], results: Sequence[str], wrong: str, right: str
) -> None:
    for value in values:
        for result in results:
            told = (value + result).format(wrong)
            assert flagged(told), told
            told = (value + result).format(right)
            assert not flagged(told), told
