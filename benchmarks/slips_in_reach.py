"""Whether a misprinted figure is still one that the other ends of its relation allow.

"300 mph (482,80 km/h)": 300 mph are 482 to 483.6 km/h as they are printed, so that 482,81 is as
right as 482,80, and no reader can object to it. What is allowed is worked out here from the
printed precision alone, without the latitudes of the rules: a rule that forgives more than the
print does must show in what it misses. Where the figure as printed agrees only by such a
latitude, its own last digit decides.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from typing import Any

from fact_cli.model.bounds import Bounds
from fact_cli.model.changes import Change
from fact_cli.model.figures import Comparison, Conversion, Difference, Exchange, Rate
from fact_cli.model.mention import Quantity
from fact_cli.model.multiples import Growth, Ratio
from fact_cli.model.relation import Relation
from fact_cli.model.shares import SameShare, Share
from fact_cli.model.text import Extent
from fact_cli.model.totals import Total

# A rate of exchange is another one the next week.
MOVES = Bounds(Decimal("0.95"), Decimal("1.05"))
# The shares for which there are words; "deux tiers" is what lies nearer to it than to the others.
IN_WORDS = tuple(
    Decimal(a) / b
    for a, b in (
        (1, 10), (1, 8), (1, 6), (1, 5), (1, 4), (1, 3), (2, 5), (1, 2), (3, 5), (2, 3), (3, 4),
        (4, 5), (5, 6), (7, 8), (9, 10), (1, 1),
    )
)  # fmt: skip


def allowed(relation: Relation | None, at: Extent, factor: Decimal) -> bool | None:
    """Whether ``relation`` agrees with the figure at ``at`` printed ``factor`` times as large.

    None where the print alone does not tell: a relation of another kind, or one that agrees
    as printed only by a latitude of its rule.
    """
    if relation is None or not agrees(relation):
        return None
    changed = _changed(relation, at, factor)
    return None if changed == relation else agrees(changed)


def agrees(relation: Relation) -> bool | None:
    """Whether the figures agree at their printed precision; None of kinds not known here."""
    match relation:
        case Total():
            return relation.computed(loose=False).meets(relation.whole.recomputed(loose=False))
        case Difference():
            computed, told = relation.computed(loose=False), relation.stated.recomputed(loose=False)
            return computed.meets(told) or computed.meets(-told)
        case Conversion():
            return relation.computed(loose=False).meets(relation.again.recomputed(loose=False))
        case Ratio():
            return relation.computed(loose=False).meets(relation.whole.recomputed(loose=False))
        case Growth():
            computed = relation.computed(loose=False).meets(relation.claimed(loose=False))
            return computed or relation.is_whole(loose=False)
        case Change() | Share():
            return relation.holds
        case Rate():
            told = relation.stated.recomputed(loose=False)
            half = relation.stated.step / 2
            each = relation.total.recomputed(loose=False) / Bounds.exactly(relation.usual)
            return each.meets(told + Bounds(-half, half))
        case Comparison():
            more, less = relation.more.value, relation.less.value
            return None if more is None or less is None else more >= less
        case Exchange(first=first, again=again) if first is not None:
            return (first.rate * MOVES).meets(again.rate)
        case SameShare():
            return _same_share(relation)
        case _:
            return None


def _same_share(same: SameShare) -> bool:
    """Whether the percentage is what the fraction in words is said of."""
    share, told = same.again.value, same.first.value
    if share is None:
        return False
    share = share / 100 if same.again.unit == "%" else share
    if told is None:  # "une majorité"
        return share > Decimal("0.5")
    if same.first.strict.high is None:
        return share >= told
    if same.first.strict.low is None:
        return share <= told
    return min(IN_WORDS, key=lambda word: abs(word - share)) == min(
        IN_WORDS, key=lambda word: abs(word - told)
    )


def _changed(part: Any, at: Extent, factor: Decimal) -> Any:
    """``part`` of a relation, with the figure at ``at`` ``factor`` times as large."""
    if isinstance(part, Quantity):
        return _moved(part, factor) if part.extent == at else part
    if isinstance(part, list | tuple):
        return type(part)(_changed(one, at, factor) for one in part)
    if is_dataclass(part) and not isinstance(part, type | Extent | Bounds):
        new = {
            field.name: _changed(getattr(part, field.name), at, factor) for field in fields(part)
        }
        return replace(part, **new)
    return part


def _moved(figure: Quantity, factor: Decimal) -> Quantity:
    """``figure`` with another value and the same margins."""
    if figure.value is None:
        return figure
    new = figure.value * factor
    by = Bounds.exactly(new - figure.value)
    return replace(figure, value=new, strict=figure.strict + by, loose=figure.loose + by)
