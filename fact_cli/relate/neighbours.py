"""What several finders ask of figures and the words between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from fact_cli.lang.lexicon import lexicon
from fact_cli.model.mention import Quantity, QuantityKind

_THAN = re.compile(r"\b(?:plus|moins|double|triple|autant)\b[^.;:,]{0,15}? ?qu(?:e |['’])")
_SURPLUS = re.compile(
    r"[^.;:!?,()\d]{0,30} (?:de plus|de moins|de mieux|en sus"
    r"|en (?:plus|moins)(?! d(?:e |')(?:\d|[^\W\d_]+ (?:an|mois|jour|semaine|heure|minute)))"
    r"|supplémentaires?"
    r"|au-dessus d[eu'’]|au-dessous d[eu'’]|en dessous d[eu'’]|en deçà d[eu'’]|sous l[ea]"
    r" (?:record|maximum|niveau|moyenne|normale|seuil))(?:\b|(?<=['’]))"
)
_LEAD = re.compile(
    r"[^.;:!?,()\d]{0,25}? (?:d'avance|d'écart|de retard|de différence|d'économies?(?! sur)"
    r"|d'augmentation|de réduction|de surcoût|de rabais|de remise"
    r"|(?:envol|volatilis|rogn|grignot|économis)ée?s)\b"
)
# A clause in the perfect or the present, with a noun for its subject, tells of no earlier time.
_TOLD_NOW = re.compile(
    r",(?: alors que?| tandis que?| mais| et| quand)? ?"
    r"(?:l[ae] |les |l'|une? |son |sa |ses |leurs? |ce |cette |ces )"
    r"[^\d.;:()]{0,50}?(?:\b(?:a|ont|est|sont) |\bs'est )"
)
# "d'huile (4,8 milliards contre 1 milliard), de poisson (+31,8 %)": each has its own bracket.
NEXT_ITEM = re.compile(
    r"\)(?:,| et) (?:de |d['’]|du |des |aux? |à |pour |les? |la |l['’])[^()\d]*\($"
)
_NAME_AND_BRACKET = re.compile(r"(?<![\w-])[A-ZÀ-Þ][\w'-]* \($")
NAME = 40  # characters before a bracket that can be a name
NUMBERS = {QuantityKind.COUNT, QuantityKind.NUMBER}
_RANK = QuantityKind.ORDINAL


def end_of(quantity: Quantity) -> int:
    """Where a figure ends with the noun that it counts."""
    return max(quantity.extent.end, quantity.noun.end if quantity.noun is not None else 0)


def between(plain: str, first: Quantity, second: Quantity) -> str:
    """The words between two figures, their hedges left aside."""
    return plain[end_of(first) : max(end_of(first), second.reach.start)]


def same_thing(one: Quantity, other: Quantity) -> bool:
    """Whether two figures can be added: one unit, and no two nouns of which one is told."""
    if one.unit != other.unit:
        return False
    kinds = {one.kind, other.kind}
    return len(kinds) == 1 or kinds <= NUMBERS


def in_unit_of(figure: Quantity, other: Quantity) -> Quantity | None:
    """``figure`` in the unit of ``other``; None where the two are no one thing."""
    if same_thing(figure, other):
        return figure
    measured = figure.kind is other.kind is QuantityKind.DIMENSION
    if not measured or figure.unit is None or other.unit is None:
        return None
    units = lexicon().units
    one, another = units[figure.unit], units[other.unit]
    if one.dimension is not another.dimension or one.offset or another.offset:
        return None
    return figure.scaled(one.convert(Decimal(1), another), other.unit)


def printed(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """The value of a figure that has one, and what its last digit counts."""
    assert quantity.value is not None
    return quantity.value, quantity.step


def is_surplus(plain: str, quantity: Quantity) -> bool:
    """Whether a figure says by how much, not how many: "2 000 de plus", "20 % en moins"."""
    return _SURPLUS.match(plain, quantity.extent.end) is not None


def compares_twice(plain: str, start: int, end: int) -> bool:
    """Whether two comparisons stand in a stretch: "plus qu'en 2012, et le triple qu'en 2002"."""
    return len(_THAN.findall(plain, start, end)) > 1


def turns_to_now(plain: str, start: int, end: int) -> bool:
    """Whether a new clause tells of now: "que l'an passé, alors que la défense en a concédé 45"."""
    return _TOLD_NOW.search(plain, start, end) is not None


def is_lead(plain: str, quantity: Quantity) -> bool:
    """Whether a figure tells how far two values lie apart: "1 470 voix d'avance"."""
    return _LEAD.match(plain, quantity.extent.end) is not None


def is_of_names(plain: str, figure: Quantity) -> bool:
    """Whether a figure opens a bracket behind a name: "Thiers et Ambert (7 chacune)"."""
    start = figure.reach.start
    return _NAME_AND_BRACKET.search(plain, max(0, start - NAME), start) is not None


def sign_of(plain: str, stated: Quantity) -> int:
    """1 for "+14 %", -1 for "-14 %"; 0 for a bare percentage, which may be a share."""
    return {"+": 1, "-": -1}.get(plain[stated.extent.start], 0)


def told_noun(quantity: Quantity) -> str | None:
    """The noun that stands beside a figure itself; None where it is taken from another."""
    return quantity.of if quantity.noun is not None else None


def usable(quantities: Sequence[Quantity]) -> list[Quantity]:
    """Figures that arithmetic can use: one value, no rank."""
    return [
        one for one in quantities
        if one.value is not None and one.kind is not _RANK
    ]  # fmt: skip
