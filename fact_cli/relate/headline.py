"""A figure of the title that nothing in the body bears out, while the body tells another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, permutations

from fact_cli.model.bounds import Bounds, is_near, quotient
from fact_cli.model.mention import Quantity
from fact_cli.model.same import Reason, Same
from fact_cli.relate.context import Context
from fact_cli.relate.sameness import (
    ENOUGH_IN_TITLE,
    agree,
    agree_in_title,
    announced,
    slip_of,
    weight,
)
from fact_cli.relate.telling import Telling, as_percent, tellings

MANY = 10  # figures of one kind in the body, beyond which their sums are no evidence
LONGEST = 4  # figures of a sum
ROUNDED = Decimal("0.1")  # of a value, by which a title rounds it


def find(context: Context) -> Iterator[Same]:
    told = list(tellings(context))
    titles = [one for one in told if one.title]
    body = [one for one in told if not one.title]
    every = [
        as_percent(figure)
        for sentence in context.sentences
        if not any(sentence is one.sentence for one in titles)
        for figure in sentence.quantities
        if figure.value is not None
    ]
    for title in titles:
        if title.alone and not _is_borne_out(title, every):
            yield from _belied(title, body)
        else:
            yield from _holding(title, body)


def _holding(title: Telling, body: Sequence[Telling]) -> Iterator[Same]:
    for one in body:
        if title.keys & one.keys and agree_in_title(title.figure, one.figure):
            yield Same(title.figure, one.figure, [], agree=True, title=True)
            return


def _belied(title: Telling, body: Sequence[Telling]) -> Iterator[Same]:
    """The body's own value, where it tells one thing with a single other value."""
    found: list[tuple[Telling, Sequence[Reason]]] = []
    for one in body:
        if one.alone and title.keys & one.keys:
            reasons = announced(title, one)
            if reasons and not agree_in_title(title.figure, one.figure):
                found.append((one, reasons))
    found.sort(key=lambda pair: -weight(pair[1]))
    if not found or weight(found[0][1]) < ENOUGH_IN_TITLE:
        return
    best, reasons = found[0]
    rivals = [one for one, others in found if weight(others) == weight(reasons)]
    if all(agree(best.figure, one.figure) for one in rivals):
        slip = slip_of(title.figure, best.figure)
        yield Same(title.figure, best.figure, reasons, agree=False, title=True, slip=slip)


def _is_borne_out(title: Telling, every: Sequence[Quantity]) -> bool:
    """Whether the body tells the value, rounds to it, adds up to it or computes it."""
    figure = title.figure
    if figure.value is None or any(_is_rounded(figure, one) for one in every):
        return True
    bounds = figure.recomputed(loose=True)
    alike = [one for one in every if one.unit in {figure.unit, None} and one.value]
    values = [one.value for one in alike if one.value is not None][:MANY]
    added = any(bounds.holds(value) for value in _sums(values))
    return added or _is_computed(bounds, figure, every)


def _is_rounded(title: Quantity, one: Quantity) -> bool:
    """Whether a figure of any noun tells the value of the title, more precisely."""
    if one.value is None or title.value is None or one.unit != title.unit:
        return False
    if title.recomputed(loose=True).meets(one.recomputed(loose=True)):
        return agree_in_title(title, one)
    return title.hedge is not None and is_near(one.value, title.value, ROUNDED)


def _sums(values: Sequence[Decimal]) -> Iterator[Decimal]:
    for size in range(2, LONGEST + 1):
        for some in combinations(values, size):
            yield sum(some, Decimal(0))


def _is_computed(bounds: Bounds, figure: Quantity, every: Sequence[Quantity]) -> bool:
    """Whether two figures of one unit differ by the title's, or relate by its percentage."""
    known = [one for one in every if one.value][: 2 * MANY]
    for one, other in permutations(known, 2):
        if one.unit != other.unit or one.value is None or other.value is None:
            continue
        if one.unit == figure.unit and bounds.holds(abs(one.value - other.value)):
            return True
        share = quotient(one.value, other.value)
        if figure.unit != "%" or share is None:
            continue
        if bounds.holds(share * 100) or bounds.holds(abs(share - 1) * 100):
            return True
    return False
