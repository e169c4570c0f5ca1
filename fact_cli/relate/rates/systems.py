"""Measures that are told again in another way: feet for metres, a percentage for a slope."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fact_cli.lang.lexicon import lexicon
from fact_cli.model.figures import Conversion
from fact_cli.model.mention import Quantity
from fact_cli.relate.neighbours import end_of

_IMPERIAL = {
    "mi", "ft", "in", "yd", "ac", "pi²", "po²", "yd²", "mi²", "in³", "po³", "ft³", "pi³", "gal",
    "lb", "oz", "mph", "°F", "psi",
}  # fmt: skip
_PER = re.compile(
    r" (?:de [^\W\d_]+ )?(?:par|au|pour (?:un|chaque)|à chaque) (?P<unit>mètre|kilomètre)\b"
    r"(?!s? (?:carré|cube))"
)
_PERS = {"mètre": "m", "kilomètre": "km"}
_AGAIN = re.compile(
    r"(?:,? \(?(?:soit|ou|c'est-à-dire|autrement dit|ce qui (?:équivaut à|fait|correspond à"
    r"|représente)|équivalant à|équivaut à|correspondant à)| \()(?: une?)?"
    r"(?: (?:pente|inclinaison|déclivité|rampe|dénivelé))?(?: de)? ?"
)
_SLOPE = {"%": 100, "‰": 1000}


def is_of_two_systems(one: Quantity, other: Quantity) -> bool:
    """Whether only one of two measures is metric."""
    return (one.unit in _IMPERIAL) != (other.unit in _IMPERIAL)


def slopes(plain: str, figures: Sequence[Quantity]) -> Iterator[Conversion]:
    """ "17,5 millimètres par mètre, soit 1,75 %": what is told for each metre, as a share."""
    units = lexicon().units
    for first, again in pairwise(figures):
        per = _PER.match(plain, end_of(first))
        if per is None or first.unit is None or again.unit not in _SLOPE:
            continue
        each, whole = units[first.unit], units[_PERS[per["unit"]]]
        told = _AGAIN.fullmatch(plain, per.end(), again.reach.start)
        if told and each.dimension is whole.dimension:
            yield Conversion(first, again, each.factor / whole.factor * _SLOPE[again.unit])
