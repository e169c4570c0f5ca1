"""Values told behind two others that words tie to each other: reasons to doubt, or none.

"Le déficit ressort à 5,8 milliards, contre 5,2 en mai, la facture énergétique pesant à elle seule
3,9 milliards": the third is in a clause of its own, and the two remain before and after.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from fact_cli.model.bounds import quotient
from fact_cli.model.figures import Direction
from fact_cli.model.mention import Quantity
from fact_cli.relate.changes.pairs import Pair
from fact_cli.relate.neighbours import end_of
from fact_cli.relate.passage import Passage

_CLAUSE = re.compile(r"[,;:()]|\b(?:qu|dont|où|sans|outre|alors|tandis|quand|mais|pour)\b")
# "contre 5,2 en mai et 4,9 en avril": a second base.
_AND_BASE = re.compile(r"[^.;:()\d]{0,30}(?:,| et)(?: à)? $")
_TO_IT = re.compile(
    r"[^.;:()\d]{0,30}(?:[,(:] ?| )(?:de|à|aux?|avec|pour [^\W\d_]+(?: à)?|soit|passant de"
    r"|atteignant|contre) (?:les |seulement |près de )?"
)
LEAST, MOST = Decimal("0.5"), Decimal(2)  # of a value, between which another may be its base


def are_behind(passage: Passage, pair: Pair, others: Sequence[Quantity]) -> bool:
    """Whether all of ``others`` stand behind ``pair``, in another clause."""
    end = pair.extent.end
    for one in others:
        if one.extent.start < end:
            return False
        gap = passage.told_between(end, one.reach.start)
        if not _CLAUSE.search(gap) or _AND_BASE.fullmatch(gap):
            return False
    return True


def is_behind(passage: Passage, figure: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether a figure stands behind one of ``others``, or right before it: it may be theirs."""
    return any(
        one.extent < figure.extent
        or _TO_IT.fullmatch(passage.plain, end_of(figure), one.reach.start)
        for one in others
    )


def gives_way(others: Sequence[Quantity], told: Direction) -> bool:
    """Whether one of ``others`` can be the base from which a value went the way that is told."""
    after = told.after.value
    return any(
        near is not None and LEAST <= near <= MOST and told.way * (near - 1) < 0
        for one in others
        if (near := quotient(one.value, after)) is not None
    )
