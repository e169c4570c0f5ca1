"""A sum of money taken up later: "les 510 millions seront versés", "cette somme de 24 millions".

What is a tenth of the sum told before is rather a part of it than its misprint, unless words point
back to the sum itself or name the same thing.
"""

from __future__ import annotations

import re

from fact_cli.model.bounds import quotient
from fact_cli.model.mention import QuantityKind
from fact_cli.relate.twice.values.near_values import RARE, is_power_of_ten, near, weight
from fact_cli.relate.twice.values.telling import Telling

_SUMS = {QuantityKind.MONEY, QuantityKind.NUMBER}
# "Avec ses 24 millions": whose they are stands before.
_OWNED = re.compile(r"\b(?:sa|ses|son|leurs?|nos|vos|notre|votre) *$")
_OUT_OF = re.compile(r"\bsur (?:les|ses|leurs|un total de|la somme de) *$")
_THAT_SUM = re.compile(
    r"\b(?:ces|cet?(?:te)? (?:[^\W\d_]+ )?(?:somme|montant|enveloppe|manne|cagnotte|pactole|magot"
    r"|total|chiffre|chèque|facture|ardoise|note|addition)(?: (?:de|d'))?) *$"
)


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
        return ratio < 1 and not (again.known or again.pointed)
    if weight(near(first.figure, again.figure)) >= RARE:  # as many millions as milliards
        return False
    if any(stem.startswith("=") for stem in first.stems & again.stems) and again.known:
        return False
    ahead = _ahead(again)
    return _OUT_OF.search(ahead) is not None if ratio > 1 else not _THAT_SUM.search(ahead)


def _ahead(telling: Telling) -> str:
    return telling.clause.partition(telling.noun)[0]
