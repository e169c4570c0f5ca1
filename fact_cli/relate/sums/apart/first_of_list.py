"""Whether what looks like the whole of a list is the first of its items.

"Vingt-sept morts … Onze personnes à Bongor. Neuf autres à Guelendeng, et les sept restantes …": the
eleven are no whole of nine and seven, for all of them make the twenty-seven told elsewhere.
"""

from __future__ import annotations

from decimal import Decimal

from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, usable


def is_one_of_its_list(context: Context, total: Total) -> bool:
    """Whether a sum that fails makes a count told elsewhere together with its whole."""
    exact, whole = total.exact, total.whole
    if exact is None or whole.value is None or whole.kind not in NUMBERS or exact == whole.value:
        return False
    return exact + whole.value in context.once("counts told", lambda: _counts(context))


def _counts(context: Context) -> frozenset[Decimal]:
    return frozenset(
        one.value
        for sentence in context.sentences
        for one in usable(sentence.quantities)
        if one.kind in NUMBERS and one.value is not None
    )
