"""Whether what looks like the whole of a list is the first of its items.

"Vingt-sept morts … Onze personnes à Bongor. Neuf autres à Guelendeng, et les sept restantes …": the
eleven are no whole of nine and seven, for all of them make the twenty-seven told elsewhere.
"""

from __future__ import annotations

from decimal import Decimal

from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, usable


def is_one_of_its_list(context: Context, total: Total) -> bool:
    """Whether a sum that fails makes a value told elsewhere together with its whole."""
    exact, whole = total.exact, total.whole
    if exact is None or whole.value is None or exact == whole.value:
        return False
    told = context.once("values told", lambda: _values(context))
    return any((kind, exact + whole.value) in told for kind in _kinds(whole))


def _kinds(figure: Quantity) -> frozenset[QuantityKind]:
    """What a figure can be of; a bare one of millions may be money."""
    large = figure.kind in NUMBERS and figure.scale > 1
    return frozenset({figure.kind, QuantityKind.MONEY}) if large else frozenset({figure.kind})


def _values(context: Context) -> frozenset[tuple[QuantityKind, Decimal]]:
    return frozenset(
        (kind, one.value)
        for sentence in context.sentences
        for one in usable(sentence.quantities)
        if one.value is not None
        for kind in (NUMBERS if one.kind in NUMBERS else {one.kind})
    )
