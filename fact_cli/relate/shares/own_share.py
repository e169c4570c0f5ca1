"""Whose a percentage in a bracket is: "Onze académies sur seize …, Kédougou en tête (90,46 %)".

What stands in a bracket tells of the words right before it. Behind a name, an average or a
comparison it is no share told by the fraction that opens the sentence.
"""

from __future__ import annotations

import re

from fact_cli.lang.words import lower, words_before
from fact_cli.model.mention import Quantity
from fact_cli.model.shares import Share
from fact_cli.model.text import Extent
from fact_cli.relate.neighbours import told_noun

_NAME = r"(?<![^\W\d_])[A-ZÀ-Þ][^\W\d_]"
# "de la ville de Lyon", "des lycéens de l'Oise": what the fraction counts, name and all.
_OF_IT = re.compile(
    r"(?: (?:de la |de l'|de |d'|du |des |aux? |à la |à l'|à |en |dans |sur )"
    r"(?:l[ae] |les |l'|ses |ces |leurs |nos )?[^\W\d_][\w'-]*(?: (?!que\b)[^\W\d_][\w'-]*)?)* \("
)
# "…, Kédougou en tête (", "…, à commencer par la Bretagne ("
_APPOSED = re.compile(
    rf"[,;:] (?:[^,;:()]*{_NAME}|(?:dont|surtout|notamment|en particulier|en tête|à commencer par"
    r"|à l'image de|à l'instar de|en premier lieu|y compris|comme|parmi|avec|contre|devant"
    r"|derrière|loin d|mais|sauf|hors|hormis|excepté|suivie?s? d)\b)[^,;:()]*\("
)
_COMPARED = re.compile(
    r"(?:\b(?:mieux|plus|moins|davantage|autant|aussi|pire|meilleur|moindre)[^,;:()]{0,30} qu[e']"
    r"|\b(?:comme|devant|derrière|contre)|\ben tête"
    r"|\b(?:dépass|devanc|surpass|excèd|franch|talonn|égal|approch|rattrap|distanc)[^\W\d_]+"
    r"|\b(?:supérieur|inférieur|égal)e?s? (?:à|au|aux)|\b(?:au-dessus|au-delà|en dessous"
    r"|au-dessous|sous|en deçà|loin) (?:de|du|des|d|l[ae]s?)\b)[^,;:()]*\("
    r"|\b(?:moyenne|médiane|seuil|plafond|plancher|objectif|quota|minimum|maximum|barre|cible"
    r"|norme|niveau)(?: [^\W\d_]+){0,3} \("
)
# "Le taux de réussite national atteint 81 %", "En Europe, le taux de létalité est de 5 %"
_OF_MORE = re.compile(
    r"\b(?:nationa|régiona|départementa|académique|cantona|provincia|moyen)[^\W\d_]*\b"
)
_OF_ALL = re.compile(r"\b(?:mondia|européen|internationa|planétaire)[^\W\d_]*\b")
_ELSEWHERE = re.compile(
    r" ?(?:en|à|au|aux|dans|chez|pour|parmi|hors|sur|avec) [^.;:\d]{1,60}, (?:l[ae] |l'|ce |cette )"
)
NATIONAL = 10_000  # people, of whom fewer make no rate of a country
_NAMED = re.compile(rf"{_NAME}[^,;:()]*\(")

_AND_TO_ANOTHER = re.compile(
    r" (?:à|aux?|pour) [^.;:()\d]{2,40}(?: et|,|, contre)(?: seulement)? $"
)
_AT_PLACE = re.compile(
    r" (?:à|au|aux|en|dans|chez|pour|parmi|sur) (?:l[ae]s? |l'|l’)?"
    r"(?P<of>[A-ZÀ-Þ][\w'-]+|certain[^\W\d_]*|plusieurs|jeunes"
    r"|(?:moins|plus) de \d+ ans)"
)
_ASKED = re.compile(
    r"\b(?:auprès d(?:e|u|es)?|menée? (?:dans|sur|chez)|réponses? d(?:e|es)|interrogé)\b[^.;:,\d]*$"
)
_A_TIME = re.compile(r"\b(?:par (?:an|mois|semaine|jour|saison)|chaque (?:année|mois))\b")


def are_set_against(plain: str, one: Quantity, other: Quantity) -> bool:
    """Whether a figure is set against another: "239 accidentés contre 176"."""
    first, last = sorted((one, other), key=lambda each: each.extent)
    return " contre " in plain[first.extent.end : last.extent.start]


def is_pace(plain: str, part: Quantity, whole: Quantity) -> bool:
    """ "15 kilomètres par an sur les 1 120 du réseau": how fast, not how much of it."""
    first, last = sorted((part, whole), key=lambda one: one.extent)
    return _A_TIME.search(plain, first.extent.end, last.reach.start) is not None


def is_of_another(plain: str, start: int, share: Quantity) -> bool:
    """Whether the bracket of ``share`` tells of something named behind ``start``."""
    gap = plain[start : share.reach.start]
    if not gap.endswith("(") or _OF_IT.fullmatch(gap):
        return False
    return any(told.search(gap) for told in (_APPOSED, _COMPARED, _NAMED))


def is_of_more(clause: str, whole: Quantity) -> bool:
    """Whether the clause that leads to a rate, in lower case, tells one of more than ``whole``."""
    if _OF_ALL.search(clause) or _ELSEWHERE.match(clause):
        return True
    return _OF_MORE.search(clause) is not None and (whole.value or 0) < NATIONAL


def go_to_two(plain: str, one: Quantity, other: Quantity) -> bool:
    """Whether two counts of one thing go to two: "1 852 voix à la première et 1 784 au second"."""
    alike = told_noun(other) in {None, told_noun(one)}
    return alike and _AND_TO_ANOTHER.search(plain, one.extent.end, other.reach.start) is not None


def is_of_a_place(plain: str, share: Quantity, before: Extent) -> bool:
    """Whether a share is told of a place or group alone: "le taux monte à 19 % à Foncine"."""
    found = _AT_PLACE.match(plain, share.extent.end)
    return found is not None and found["of"] not in before.of(plain)


def is_sample(plain: str, share: Share) -> bool:
    """Whether the part is whom a survey asked: "selon une enquête auprès de 87 maires sur 102"."""
    ahead = words_before(plain, share.part.reach.start, 25)
    return _ASKED.search(lower(ahead)) is not None
