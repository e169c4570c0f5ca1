"""A multiple between the two values that it compares: "1 800 hectares, trois fois plus que l'Aude,
590 hectares", "elle demandait 200 euros ; on lui en a versé dix fois plus : 2 000".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from fact_cli.lang.words import lower
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.multiples import Ratio
from fact_cli.relate.changes.of_several import is_one_of_several
from fact_cli.relate.changes.plausible import is_meant
from fact_cli.relate.context import Context
from fact_cli.relate.elided_unit import in_scale_of
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import end_of, in_unit_of, told_noun
from fact_cli.relate.passage import Passage

_CUES = (" fois plus", " fois moins", " fois davantage")
# Ahead of the multiple: ", c'est ", ", soit ", ", ".
_APPOSED = re.compile(r"[^.;:()\d]{0,60},? (?:c'est |soit |ce qui fait )?(?:donc |ainsi )?")
# "plus que celui de Bagerhat, 410 hectares, où": the base is the other's.
_THAN_ANOTHER = re.compile(
    r" (?P<way>plus|moins|davantage) qu(?:e |')(?:l[ea]s? |l'|cel(?:ui|le) |ceux |celles |chez |à "
    r"|au |aux |en |dans )[^.;:,()\d]{2,50}(?:, (?:avec (?:ses )?|qui en [^\W\d_]+ )?| \()"
)
_CLOSES = re.compile(r" ?[.,;)»]|$")
# Behind the multiple of what was told before: "dix fois plus : 2 000", "dix fois plus, soit".
_NAMELY = re.compile(
    r" (?P<way>plus|moins|davantage)(?: que [^.;:,()\d]{2,40})?"
    r"(?: :|,? (?:soit|c'est-à-dire|à savoir)) "
)
_CLAUSE = re.compile(r"[^.()\d]{0,120}")
_OF_THREE = 3


def find(context: Context) -> Iterator[Ratio]:
    return in_passages(context, _told, lambda one: one.times.extent, _CUES, figures=_OF_THREE)


def _told(passage: Passage) -> Iterator[Ratio]:
    figures = passage.figures
    for first, times, second in zip(figures, figures[1:], figures[2:], strict=False):
        if times.kind is not QuantityKind.RATIO or times.value is None or times.value <= 1:
            continue
        if not lower(times.extent.of(passage.plain)).endswith("fois"):
            continue
        ahead = passage.plain[end_of(first) : times.reach.start]
        behind = passage.plain[times.extent.end : second.reach.start]
        than, namely = _THAN_ANOTHER.fullmatch(behind), _NAMELY.fullmatch(behind)
        found = None
        closes = _CLOSES.match(passage.plain, end_of(second))
        if _is_of_several(passage, second):
            continue
        if than and _APPOSED.fullmatch(ahead) and closes:
            found = _ratio(first, times, second, than["way"])
        elif namely and closes and _CLAUSE.fullmatch(ahead):
            found = _ratio(_like(second, first), times, first, namely["way"])
        if found is not None and is_meant(_multiplied(found), passage.plain):
            yield found


def _is_of_several(passage: Passage, base: Quantity) -> bool:
    return is_one_of_several(passage.plain, base, passage.sentence_of(base).extent)


def _ratio(whole: Quantity, times: Quantity, base: Quantity, way: str) -> Ratio | None:
    nouns = {told_noun(whole), told_noun(base)} - {None}
    if in_unit_of(base, whole) is None or len(nouns) > 1:
        return None
    return Ratio(whole, times, base, less=way == "moins", binding=Binding.INFERRED)


def _multiplied(found: Ratio) -> Ratio:
    """The same as a multiple of the smaller value, whichever way it is told."""
    return replace(found, whole=found.base, base=found.whole, less=False) if found.less else found


def _like(figure: Quantity, other: Quantity) -> Quantity:
    """A bare figure in the unit of the one before it."""
    bare = figure.kind is QuantityKind.NUMBER and figure.noun is None
    measured = other.kind in {QuantityKind.MONEY, QuantityKind.DIMENSION}
    return in_scale_of(figure, other) if bare and measured else figure
