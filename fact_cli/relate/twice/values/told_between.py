"""Whether the text between two figures tells where the second comes from.

"L'école accueille 128 élèves. Le collège en reçoit 182. Ces 182 élèves …": of another; "De 850 à
1 930 mètres … ces 1 080 mètres": what lies between; "les 48 communes du nord": some of them.
"""

from __future__ import annotations

import re

from fact_cli.lang.words import words_before
from fact_cli.model.mention import QuantityKind
from fact_cli.model.text import Extent
from fact_cli.relate.twice.values.kinds import TIMED
from fact_cli.relate.twice.values.sums_again import names_others
from fact_cli.relate.twice.values.telling import Telling
from fact_cli.scan.scanner import scanner

_INHABITANTS = {"habitant", "âme", "résident"}
# "Celui de la Combe, avec ses 1 780 mètres": another of its kind.
_ANOTHER = re.compile(
    r"^(?:mais |et )?(?:cel(?:ui|le)s?|ceux|l'autre|une? autre|le second|la seconde)\b"
    r"|\bavec (?:ses|son|sa|leurs?)\b"
)


def takes_up_start(start: Telling, again: Telling) -> bool:
    """Whether a later figure can take up one of the first sentence, by itself and nobody else's.

    Lengths of time and shares are told again by others (`times/lengths`, `shares`).
    """
    figures = start.figure, again.figure
    if any(one.unit in TIMED or one.kind is QuantityKind.PERCENT for one in figures):
        return False
    if again.figure.of in _INHABITANTS and start.figure.of not in _INHABITANTS:
        return False
    return (again.pointed or again.known) and _ANOTHER.search(again.told) is None


def is_told_between(plain: str, first: Telling, again: Telling) -> bool:
    """Whether a number told from the first sentence on is the second, or what parts the two."""
    value, other = first.figure.value, again.figure.value
    if value is None or other is None:
        return False
    start, end = first.sentence.extent.start, again.figure.reach.start
    own = first.figure.extent
    told = [
        one
        for one in scanner().numbers(plain, Extent(start, end))
        if one.extent != own and not words_before(plain, one.extent.start, 5).endswith("dont ")
    ]
    scaled = {one.value * by for one in told for by in {1, first.figure.scale, again.figure.scale}}
    return bool(scaled & {other, abs(value - other)})


def is_of_others(plain: str, first: Telling, again: Telling) -> bool:
    """Whether the second is told between, or with words of its own that say which ones."""
    if is_told_between(plain, first, again):
        return True
    return not (again.bare or again.pointed) and names_others(first, again)
