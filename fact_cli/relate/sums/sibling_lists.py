"""Lists of the same parts in one article: where one is the sum of its own, all are told to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fact_cli.model.finding import Binding
from fact_cli.model.totals import Total
from fact_cli.relate.neighbours import told_noun


def like_its_siblings(total: Total, totals: Sequence[Total]) -> Total:
    """``total``, complete where another of the same parts is the sum of its own.

    "65 points (28 buts, 37 passes) … 53 (20 buts, 30 passes)".
    """
    nouns = [told_noun(part) for part in total.parts]
    if total.complete or None in nouns or not total.is_near:
        return total
    alike = any(
        other.exact == other.whole.value
        and [told_noun(part) for part in other.parts] == nouns
        and told_noun(total.whole) in {None, told_noun(other.whole)}
        for other in totals
        if other is not total
    )
    return replace(total, complete=True, binding=Binding.INFERRED) if alike else total
