"""A value with the one before it and the change in one bracket: "107 donneurs (87 en juin, +18 %)".

What stands before the bracket is the value now. The sign of the percentage must be written, for
two shares can stand in a bracket too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from fact_cli.model.changes import Change
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.changes.change import same_measure
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, sign_of, usable
from fact_cli.relate.sums.listing import without_times

_OPENS = re.compile(
    r"(?: [^.;:()\d]{0,40})? \((?:contre |après |au lieu de |[^.;()\d]{0,25}(?: ?: ?|, | de | à ))?"
)
_NEXT = re.compile(
    r"(?: (?:en|au|l'an (?:dernier|passé|précédent)|l'année (?:dernière|passée|précédente)"
    r"|un an (?:plus tôt|avant|auparavant)|précédemment|auparavant|la veille))?"
    r" ?(?:,| ;| soit|, soit|:) ?"
)
_LEVELS = {*NUMBERS, QuantityKind.MONEY, QuantityKind.DIMENSION}


def find(context: Context) -> Iterator[Change]:
    if not context.tells(("%",)):
        return
    plain = context.document.plain
    for sentence in context.sentences:
        figures = usable(sentence.quantities)
        for after, before, stated in zip(figures, figures[1:], figures[2:], strict=False):
            if stated.kind is not QuantityKind.PERCENT or not _are_levels(plain, after, before):
                continue
            before = _with_unit(before, after)
            start = end_of(after)
            opens = without_times(plain[start : before.reach.start], start, sentence.times)
            start = end_of(before)
            link = without_times(plain[start : stated.reach.start], start, sentence.times)
            way = sign_of(plain, stated)
            closes = plain.startswith(")", stated.extent.end)
            if way and closes and _OPENS.fullmatch(opens) and _NEXT.fullmatch(link.rstrip("+-– ")):
                yield Change(before, after, stated, way)


def _with_unit(before: Quantity, after: Quantity) -> Quantity:
    """``before`` in the unit of ``after``, which it may leave out."""
    bare = before.kind in NUMBERS and before.unit is None and before.noun is None
    return replace(before, kind=after.kind, unit=after.unit) if bare else before


def _are_levels(plain: str, after: Quantity, before: Quantity) -> bool:
    told = _with_unit(before, after)
    alike = after.kind in _LEVELS and told.kind in _LEVELS and same_measure(told, after)
    return alike and not is_surplus(plain, before)
