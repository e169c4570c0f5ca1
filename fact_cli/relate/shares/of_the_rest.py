"""Rates of those whom a sentence does not count: "384 sont arrivés, soit 25 % d'abandons"."""

from __future__ import annotations

import re

from fact_cli.lang.words import words_before
from fact_cli.model.bounds import HUNDRED
from fact_cli.model.shares import Share

_FAILED = re.compile(
    r"\b(?:taux|part|proportion|pourcentage) (?:de |d')(?:abandon|échec|absen|défection|pertes?\b"
    r"|rejet|refus|abstention|non-|forfait|désist|désaffection|déchet|casse|vacance|invendu|décès"
    r"|mortalité|létalité|annulation|érosion|attrition|élimination|recal|ajourn)[^.;:()\d]{0,30}$"
)


def is_of_the_rest(plain: str, share: Share) -> bool:
    """Whether a share told of failures is what the part leaves of the whole."""
    if not _FAILED.search(words_before(plain, share.stated.reach.start, 50)):
        return False
    claimed = share.claimed(loose=False)
    wholes = (share.whole, *share.others)
    return any((HUNDRED - share.percent(one, loose=False)).meets(claimed) for one in wholes)
