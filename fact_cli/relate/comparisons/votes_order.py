"""Shares of one vote that are not in the order of the votes that they are shares of.

"Avec 28 822 voix, soit 0,71 % … avec 28 303 voix, soit 0,78 %": who has more votes has the larger
share. Of three the one is marked that is of another whole than the two that agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from fact_cli.model.bounds import is_near, quotient
from fact_cli.model.figures import Comparison
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity
from fact_cli.relate.changes.gap import VOTES
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.passage import Passage
from fact_cli.relate.shares.of_one_whole import couples_of

# Words by which the votes are those of another place or round.
_ELSEWHERE = re.compile(
    r"\b(?:(?:premier|second|deuxième) tour|canton|bureau|commune|ville"
    r"|quartier|département|circonscription|province|région|section|en (?:19|20)\d\d|contre"
    r"|précédent\w*|participation|abstention|inscrits|blancs?|nuls?|exprimés)\b"
)
_AT_A_PLACE = re.compile(
    r"\b(?:À|à|Dans|dans|En|en|Au|au|Aux|aux|Chez|chez) (?:l[ea]s? |l')?[A-ZÀ-Þ]"
)
SCALE = 5  # times a share, from which the other has another scale
SAME = Decimal("0.03")  # of a whole, by which two votes and their shares may tell it otherwise


def find(context: Context) -> Iterator[Comparison]:
    if "%" not in context.document.plain or not context.tells(("voix", "suffrages", "votes")):
        return iter(())
    return in_passages(context, _disordered, lambda one: one.less.extent, figures=4)


def _disordered(passage: Passage) -> Iterator[Comparison]:
    told = passage.extent.of(passage.plain)
    if _ELSEWHERE.search(passage.told) or _AT_A_PLACE.search(told):
        return
    couples = [two for two in couples_of(passage.plain, passage.figures) if two[0].of in VOTES]
    for (votes, share), (others, other) in pairwise(couples):
        if votes.value is None or others.value is None or votes.value == others.value:
            continue
        more, less = (share, other) if votes.value > others.value else (other, share)
        apart = quotient(less.value, more.value)
        if apart is not None and 1 < apart < SCALE:
            yield Comparison(more, less, at=_odd(couples, more, less), binding=Binding.INFERRED)
            return


def _odd(couples: Sequence[tuple[Quantity, Quantity]], more: Quantity, less: Quantity) -> Quantity:
    """The share whose votes make a whole that no other of them makes."""
    wholes = {id(share): quotient(votes.value, share.value) for votes, share in couples}
    agreeing = {
        key
        for one, other in combinations(wholes, 2)
        if (first := wholes[one]) and (second := wholes[other]) and is_near(first, second, SAME)
        for key in (one, other)
    }
    return more if id(more) not in agreeing and id(less) in agreeing else less
