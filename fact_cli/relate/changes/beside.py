"""Values told beside that of a thing which are no earlier value of it.

"A progressé de 5 % à 3,2 milliards, contre 3,5 attendus par les analystes", "445 000 tonnes contre
400 000 pour le Sud, en progression de 18 %": the percentage is told of other values than these.
"""

from __future__ import annotations

import re

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.neighbours import end_of, is_surplus

_EXPECTED_AHEAD = re.compile(
    r"\b(?:attendai\w+|attendu\w*|attentes?|anticip\w+|tabl\w+ sur|espér\w+|escompt\w+|prévo\w+"
    r"|prévu\w*|prévisions?|estimai\w+|estimations?|pari\w+ sur|consensus|objectifs?|budgét\w+"
    r"|visai\w+)\b[^.;:()\d]{0,50}$"
)
_EXPECTED_BEHIND = re.compile(
    r"(?: d'euros| de dollars| [^\W\d_]+){0,2}? (?:initialement |d'abord )?"
    r"(?:attendu|espéré|prévu|anticipé|escompté|estimé|budgété|visé|projeté)e?s?\b"
    r"| (?:dans|selon) le consensus\b"
)
_NAMED = re.compile(
    r" (?:pour|chez|à|en|au|aux|dans) (?:le |la |les |l')?(?!Noël|Pâques|Toussaint)"
    r"(?P<name>[A-ZÀ-Þ][\w-]+)"
)
_AGAINST = re.compile(r"\b(?:contre|face (?:à|aux?)) (?:[^\W\d_]+ ){0,2}$")
# What follows such a value, and is told of it after all.
_GROUP = re.compile(
    r" (?P<preposition>sur|dans|chez|parmi|pour) (?:les |la |le |l'|ses |leurs |des )"
    r"(?P<group>(?!(?:an|année|mois|trimestre|semestre|semaine|période|exercice|saison|journée"
    r"|rentrée|même)s?\b)[^\W\d_]+(?: [^\W\d_]+)?)"
)
_SO = re.compile(r"\b(?:soit|ce qui|c'est|donc|ou encore)\b")
_OVER_TIME = re.compile(
    r"[^.;:()\d]{0,40}? (?:sur (?:un|une|deux|trois|l')|en (?:un|une) an|en glissement"
    r"|par rapport (?:à|au) (?:[^.;:()]{0,20}(?:an|année|trimestre|semestre|mois)\b|(?:19|20)\d\d))"
)
CLAUSE = 300  # characters in which a clause or a bracket can have been opened
_AS_SHARE = re.compile(r"\b(?:représent\w+|pès\w+|pes\w+|constitu\w+|compt(?:e|ent|aient) pour)\b")
_SURPLUS_SIDE = re.compile(r"\b(?:avance|excédent|bénéfice|gain|surplus|profit)s? d(?:e |')$")
_DEFICIT_SIDE = re.compile(r"\b(?:retard|déficit|perte)s?(?: nettes?)? d(?:e |')$")


def is_beside(plain: str, value: Quantity, stated: Quantity | None) -> bool:
    """Whether ``value`` is what was expected or another's, and ``stated`` is not told of it.

    Without ``stated`` the change is a word alone, which tells how a thing went on.
    """
    beside = _is_expected(plain, value) or _is_of_rival(plain, value)
    if not (beside or _is_of_other_group(plain, value)):
        return False
    if stated is None or stated.extent < value.extent:
        return True
    if _OVER_TIME.match(plain, stated.extent.end):
        return True
    link = plain[end_of(value) : stated.reach.start]
    return not (_SO.search(lower(link)) or is_surplus(plain, stated))


def _is_of_other_group(plain: str, value: Quantity) -> bool:
    """ "7,6 millions sur les lignes du monde, contre 4,3 millions sur les lignes du pays"."""
    own = _GROUP.match(plain, end_of(value))
    start = max(0, value.reach.start - 90)
    ahead = lower(re.split(r"[.;(] ", plain[start : value.reach.start])[-1])
    if own is None or not _AGAINST.search(ahead):
        return False
    others = [one for one in _GROUP.finditer(ahead) if one["preposition"] == own["preposition"]]
    return any(one["group"] != own["group"] for one in others)


def is_of_number(plain: str, one: Quantity, other: Quantity, stated: Quantity) -> bool:
    """ "En hausse de 14 %, ils représentent 21,3 % du marché, contre 18,4 %": their number rose."""
    if not one.kind is other.kind is QuantityKind.PERCENT:
        return False
    first = min(one.extent.start, other.extent.start)
    return _AS_SHARE.search(plain, stated.extent.end, first) is not None


def are_two_sides(plain: str, one: Quantity, other: Quantity) -> bool:
    """ "D'une avance de deux buts à un retard de quatre": they lie on two sides of nothing."""
    ahead = [words_before(plain, each.reach.start, 30) for each in (one, other)]
    return any(
        _SURPLUS_SIDE.search(first) and _DEFICIT_SIDE.search(second)
        for first, second in (ahead, ahead[::-1])
    )


def _is_expected(plain: str, value: Quantity) -> bool:
    start = max(0, value.reach.start - 90)
    ahead = lower(re.split(r"[.;] ", plain[start : value.reach.start])[-1])
    behind = words_after(plain, end_of(value), 50)
    return bool(_EXPECTED_AHEAD.search(ahead) or _EXPECTED_BEHIND.match(behind))


def _is_of_rival(plain: str, value: Quantity) -> bool:
    """ "Contre 400 000 tonnes pour le Sud", where the sentence has not named it before."""
    named = _NAMED.match(plain, end_of(value))
    if named is None:
        return False
    ahead = re.split(r"\. |\n", plain[max(0, value.reach.start - CLAUSE) : value.reach.start])[-1]
    return bool(_AGAINST.search(lower(ahead))) and named["name"] not in ahead


def is_last_of_bracket(plain: str, first: Quantity, link: str) -> bool:
    """ "12 028 candidats (4684 filles et 7344 garçons) contre 11 307": a part, not the whole."""
    if not 0 <= link.find(")") < (link + "(").find("("):
        return False
    opened = plain.rfind("(", max(0, first.reach.start - CLAUSE), first.reach.start)
    inside = plain[max(opened, 0) : first.reach.start]
    return opened >= 0 and ")" not in inside and any(map(str.isdigit, inside))
