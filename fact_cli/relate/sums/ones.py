"""The parts of a list that no figure tells: "huit pour le judo, une pour la lutte".

"Un chacun pour le Mali, le Togo et le Bénin" makes as many as there are names behind it; of "37 à
Namur, autant en Brabant" the second is 37 as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from fact_cli.lang.words import SMALL_NUMBERS
from fact_cli.model.bounds import Bounds
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent

FEW = 3  # letters of "un" and "une", which are articles too
_TO = r"(?:pour|à|aux?|en|dans|chez|de|du|des|d'|d’|sur|contre|par)"
_ONE = re.compile(
    rf"(?:,|;|:| et| puis| ainsi que) (?P<one>une?(?: seule?)?)(?: chacune?)? (?={_TO}\b)"
)
# "Il s'agit de 37 Suisses, 14 Français et d'une Portugaise".
_OF_ONE = re.compile(r"(?:,| et| puis| ainsi que) d'(?P<one>une?)(?= [^\W\d_])")
_AS_MANY = re.compile(rf"(?:,|;| et| puis) (?P<one>autant) (?={_TO}\b)")
# A number in words behind it that is not read as a figure.
_UNREAD = re.compile(rf"\b(?:{'|'.join(one for one in SMALL_NUMBERS if len(one) > FEW)})\b")
_EACH = re.compile(rf"(?: [^\W\d_]+)?(?: chacune?)? {_TO} ?(?P<names>[^.;:()\d]+?)(?: ?[.;:()]|$)")
_EACH_TOLD = re.compile(r"(?: [^\W\d_]+)? chacune?\b")
_BETWEEN_NAMES = re.compile(r", (?:et )?| et | ainsi que | puis ")
MOST = 30  # names of a list


def with_ones(plain: str, figures: Sequence[Quantity], end: int) -> list[Quantity]:
    """``figures`` of one list, its ones among them, up to ``end``; those of each multiplied."""
    if not figures:
        return []
    first = figures[0]
    ones = [
        _one(Extent(*found.span("one")), first)
        for form in (_ONE, _OF_ONE)
        for found in form.finditer(plain, first.extent.end, end)
    ]
    taken = [one.extent for one in figures]
    ones = [one for one in ones if one.extent not in taken]
    together = sorted([*figures, *ones], key=lambda one: one.extent)
    return [_for_each(plain, one, end) for one in together]


def with_as_many(plain: str, figures: Sequence[Quantity]) -> list[Quantity]:
    """``figures`` of one sentence, and each "autant" that stands for the one before it."""
    found: list[Quantity] = []
    for index, figure in enumerate(figures):
        found.append(figure)
        behind = figures[index + 1].extent.start if index + 1 < len(figures) else None
        end = plain.find(".", figure.extent.end) if behind is None else behind
        for again in _AS_MANY.finditer(plain, figure.extent.end, len(plain) if end < 0 else end):
            if _UNREAD.search(plain, again.end(), end if end >= 0 else len(plain)):
                continue
            at = Extent(*again.span("one"))
            found.append(replace(figure, extent=at, reach=at, noun=None))
    return found


def _one(extent: Extent, like: Quantity) -> Quantity:
    one = Bounds.exactly(1)
    return Quantity(
        extent, extent, QuantityKind.COUNT, Decimal(1), Decimal(1), one, one, of=like.of
    )


def _for_each(plain: str, one: Quantity, end: int) -> Quantity:
    """ "Deux chacun pour A et B": the four of both."""
    if not _EACH_TOLD.match(plain, one.extent.end, end):
        return one
    named = _EACH.match(plain, one.extent.end, end)
    names = [] if named is None else _BETWEEN_NAMES.split(named["names"].strip())
    if not 1 < len(names) <= MOST or one.value is None:
        return one
    many = Bounds.exactly(len(names))
    return replace(
        one, value=one.value * len(names), strict=one.strict * many, loose=one.loose * many
    )
