"""A difference told beside its two figures: "312 voix contre 298, soit 14 d'écart"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.model.figures import Difference
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import is_surplus, same_thing
from fact_cli.relate.phrases import operands

_PER = re.compile(r"[^.;:!?\d]{0,30} (?:par|chaque) (?:an|mois|jour|semaine|année|trimestre)\b")


def find(context: Context) -> Iterator[Difference]:
    plain = context.document.plain
    for found in operands(context, "difference"):
        before, after, stated = (found.figures[name] for name in ("before", "after", "stated"))
        nouns = {before.of, after.of} - {None}
        comparable = same_thing(before, after) and one_unit(before, stated)
        is_level = not any(is_surplus(plain, one) for one in (before, after))
        if comparable and len(nouns) < 2 and not is_told_for(plain, stated) and is_level:
            yield Difference(before, after, stated, found.way)


def is_told_for(plain: str, stated: Quantity) -> bool:
    """ "12,99 euros par mois contre 10,99, soit 24 euros de plus par an" multiplies."""
    return _PER.match(plain, stated.extent.end) is not None


def one_unit(value: Quantity, stated: Quantity) -> bool:
    """Whether a figure can be the difference of others: percentages differ by points."""
    if value.kind is QuantityKind.PERCENT:
        return stated.unit == "pt"
    return same_thing(value, stated)
