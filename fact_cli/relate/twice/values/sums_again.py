"""A sum of money taken up later: "les 510 millions seront versés", "cette somme de 24 millions".

What is a tenth of the sum told before is rather a part of it than its misprint, unless words point
back to the sum itself or name the same thing; so is a tenth of any things told with what they are
("les 45 salariés de la maintenance"), and ten times as many are those of a larger body.
"""

from __future__ import annotations

import re

from fact_cli.model.bounds import quotient
from fact_cli.model.mention import QuantityKind
from fact_cli.relate.twice.values.near_values import RARE, is_power_of_ten, near, weight
from fact_cli.relate.twice.values.same_words import first_letters
from fact_cli.relate.twice.values.telling import Telling

_SUMS = {QuantityKind.MONEY, QuantityKind.NUMBER}
# "Avec ses 24 millions": whose they are stands before.
_OWNED = re.compile(r"\b(?:sa|ses|son|leurs?|nos|vos|notre|votre) *$")
_OUT_OF = re.compile(r"\bsur (?:les|ses|leurs|un total de|la somme de) *$")
_THAT_SUM = re.compile(
    r"\b(?:ces|cet?(?:te)? (?:[^\W\d_]+ )?(?:somme|montant|enveloppe|manne|cagnotte|pactole|magot"
    r"|total|chiffre|chèque|facture|ardoise|note|addition)(?: (?:de|d'))?) *$"
)
# "Pour la commune entière", "dans tout le département": more than was told of before.
_OF_MORE = re.compile(
    r"\b(?:entière?s?|toute la|tout le|toutes les|tous les|l'ensemble d|à l'échelle|au niveau"
    r"|(?:dans|pour|sur|de|à) (?:le |la |l')?(?:département|région|pays|canton|province|continent"
    r"|planète|monde|agglomération|métropole|intercommunalité|groupe|réseau|secteur|filière)"
    r"|du (?:département|pays|canton|continent|monde|groupe|réseau|secteur)|en france|en europe"
    r"|en suisse|en belgique|au québec|dans le monde|mondia\w+|national\w*|nationaux|région\w+"
    r"|cumulé\w*|au total|en tout)\b"
)
_LEFT = re.compile(r"\b(?:encore|toujours|rest(?:e|ent|ait|aient)|plus que)\b")
# What ends the words that say which ones: a stop, or a verb.
_GOES_ON = re.compile(
    r"[,.;:()]| (?:se |s'|n'|ne |n'y |y |en (?:ont|sont)|doivent|peuvent|vont|sont|ont|font|avaient"
    r"|étaient|seront|auront|sera|est|a|était|avait|devr\w+|pourr\w+|[a-zà-ÿ]{3,}(?:èrent|aient|(?<!m)ent"
    r"|ront|ra))\b"
)
_PARTICIPLE = re.compile(
    r"^ +(?:parties? en fumée|partis en fumée|[^\W\d_]{2,}(?:ées?|és?|ies?|is|ues?|us))(?= |$)"
)
STEM, LEAST = 6, 3  # letters by which a word is known, and of one that means something


def takes_up_sum(again: Telling) -> bool:
    """Whether a sum is told as known by itself, not as somebody's own."""
    return again.figure.kind in _SUMS and not _OWNED.search(_ahead(again))


def is_tenth_of_sum(first: Telling, again: Telling) -> bool:
    """ "Les 4 200 euros", of the 42 000 told before; "sur les 12 millions", of which it was 1,2.

    Of things counted or measured only what is not told as known: "4 600 élèves mangent".
    """
    ratio = quotient(again.figure.value, first.figure.value)
    if ratio is None or not is_power_of_ten(ratio):
        return False
    if not {first.figure.kind, again.figure.kind} <= _SUMS:
        return ratio < 1 and (not (again.known or again.pointed) or is_named_part(first, again))
    if weight(near(first.figure, again.figure)) >= RARE:  # as many millions as milliards
        return False
    if any(stem.startswith("=") for stem in first.stems & again.stems) and again.known:
        return False
    ahead = _ahead(again)
    return _OUT_OF.search(ahead) is not None if ratio > 1 else not _THAT_SUM.search(ahead)


def is_named_part(first: Telling, again: Telling) -> bool:
    """Whether a power of ten lies between a whole and a part that is told with what it is.

    "Les 45 salariés de la maintenance" of the 450 told before, or "dans tout le département";
    what is left is no misprint either ("4 500 foyers attendaient encore").
    """
    ratio = quotient(again.figure.value, first.figure.value)
    if ratio is None or not is_power_of_ten(ratio) or again.pointed:
        return False
    if ratio > 1:
        return _OF_MORE.search(again.told) is not None and not _OF_MORE.search(first.told)
    if _LEFT.search(again.told):
        return True
    if again.bare:
        return False
    return names_others(first, again)


def names_others(first: Telling, again: Telling) -> bool:
    """Whether the words behind the noun of the second say which ones, by what is new.

    What happened to all of them says nothing: "les 460 hectares partis en fumée".
    """
    behind = _GOES_ON.split(again.clause.rpartition(again.noun)[2])[0]
    behind = _PARTICIPLE.sub("", behind, 1)
    told = first_letters(first.told, STEM, shortest=LEAST)
    return not first_letters(behind, STEM, shortest=LEAST) <= told


def _ahead(telling: Telling) -> str:
    return telling.clause.partition(telling.noun)[0]
