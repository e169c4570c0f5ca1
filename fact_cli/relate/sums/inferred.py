"""Figures of neighbouring sentences that belong together, found by their values.

No phrase ties them; what does is that one comes out of the others exactly or but for one
misprint. Merely different figures are no relation, for they are probably unrelated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from fact_cli.model.changes import Change
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.figures import Difference
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.slips import LONG, PRECISE, Slip, digits_of, slip_between, thousandfold
from fact_cli.relate.context import Context, up_to
from fact_cli.relate.line import line_of
from fact_cli.relate.neighbours import NUMBERS, printed, same_thing, sign_of, told_noun, usable
from fact_cli.relate.passage import MANY

BACK = 2  # sentences before the one with the result
_MONEY_OR_COUNT = NUMBERS | {QuantityKind.MONEY}


def find(context: Context) -> Iterator[Difference | Change]:
    for index, sentence in enumerate(context.sentences):
        window = up_to(context.sentences, index, BACK)
        figures = [one for near in window for one in usable(near.quantities)]
        if len(figures) > MANY:
            continue
        results = usable(sentence.quantities)
        yield from _differences(figures, results)
        yield from _points(context, sentence, figures)


def _differences(figures: Sequence[Quantity], results: Sequence[Quantity]) -> Iterator[Difference]:
    """ "21 154 bureaux … 1 318 n'ont pas ouvert … 19 866 bureaux": one from two before it."""
    exact = [one for one in figures if one.kind in _MONEY_OR_COUNT and one.hedge is None]
    for stated in results:
        if stated not in exact or digits_of(*printed(stated)) < PRECISE:
            continue
        before = [one for one in exact if one.extent < stated.extent and same_thing(one, stated)]
        near = [
            (whole, part)
            for first, second in combinations(before, 2)
            for whole, part in ((first, second), (second, first))
            if _is_near(whole, part, stated)
        ]
        if len(near) == 1:
            ((whole, part),) = near
            yield Difference(part, whole, stated, 0, Binding.INFERRED)


def _is_near(whole: Quantity, part: Quantity, stated: Quantity) -> bool:
    """Whether ``stated`` is ``whole`` less ``part`` but for a misprint, and all one thing."""
    assert whole.value is not None and part.value is not None and stated.value is not None
    nouns = {told_noun(one) for one in (whole, part, stated)} - {None}
    exact = whole.value - part.value
    if len(nouns) > 1 or exact <= 0 or stated.value in {part.value, whole.value}:
        return False
    if thousandfold(stated.value, exact, stated.step):
        return True
    if digits_of(*printed(part)) < PRECISE:
        return False
    if stated.kind is QuantityKind.MONEY and abs(exact - stated.value) == 1:
        return False  # the cents are left out
    left = whole.recomputed(loose=True) - part.recomputed(loose=True)
    if left.meets(stated.recomputed(loose=True)):
        return False  # rounded
    slip = slip_between(stated.value, exact, stated.step)
    long = min(digits_of(exact, stated.step), digits_of(*printed(stated))) >= LONG
    return long and slip in {Slip.DIGIT, Slip.SWAP}


def _points(
    context: Context, sentence: ScannedSentence, figures: Sequence[Quantity]
) -> Iterator[Change]:
    """ "49,73 % … 50,10 % en 2019 … une baisse de 0,37 %": the difference of two percentages."""
    if sum(map(_is_precise, figures)) < 3:
        return
    plain = context.document.plain
    items = line_of(context, sentence).items
    for word, figure in pairwise(items):
        stated = figure.value
        way = 1 if "rise" in word.kinds else -1 if "fall" in word.kinds else 0
        told = plain[word.end : figure.start] in {" de ", " d'"}
        if not way or not told or not isinstance(stated, Quantity) or not _is_precise(stated):
            continue
        known = [
            one
            for one in figures
            if _is_precise(one) and one.extent < stated.extent and not sign_of(plain, one)
        ]
        pairs = [
            pair
            for pair in combinations(known, 2)
            if abs(_value(pair[0]) - _value(pair[1])) == stated.value
            and plain[pair[0].extent.end : pair[1].reach.start] != ", "  # a row of rates
        ]
        if len(pairs) == 1:
            low, high = sorted(pairs[0], key=_value)
            before, after = (low, high) if way > 0 else (high, low)
            yield Change(before, after, stated, way, Binding.INFERRED)


def _value(quantity: Quantity) -> Decimal:
    return printed(quantity)[0]


def _is_precise(quantity: Quantity) -> bool:
    """A percentage with decimals and two digits or more."""
    if quantity.kind is not QuantityKind.PERCENT or quantity.value is None:
        return False
    return quantity.step < 1 and digits_of(*printed(quantity)) >= 2
