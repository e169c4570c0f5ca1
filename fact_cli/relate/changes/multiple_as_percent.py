"""A rise told in percent as large as the multiple of two values told anywhere near it.

"De 412 en 2023, les sorties sont passées à 1 030 …" and, paragraphs on, "une hausse de 250 %":
1 030 is two and a half times 412, and 150 per cent more.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from fact_cli.model.changes import Change
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import BlockKind
from fact_cli.relate.changes.across import pair_across
from fact_cli.relate.changes.pairs import Pair, pairs
from fact_cli.relate.context import Context
from fact_cli.relate.line import line_of
from fact_cli.relate.neighbours import usable
from fact_cli.relate.passage import passages

_CUES = ("%", "pour cent")
LEAST = 120  # per cent, from which a rise as large as a multiple is no chance
BLOCKS = 3  # paragraphs between the two values and the rise
DIGITS = 10  # of the two values, that each must be as large as


def find(context: Context) -> Iterator[Change]:
    if not context.tells(_CUES):
        return
    rises = list(_rises(context))
    if not rises:
        return
    known = list(_pairs(context))
    for block, stated in rises:
        near = [pair for at, pair in known if abs(at - block) <= BLOCKS]
        told = [Change(*pair.both, stated, 1, Binding.INFERRED) for pair in near]
        if any(one.holds for one in told):
            continue
        mistaken = [one for one in told if _is_multiple(one)]
        if len({(one.before.extent, one.after.extent) for one in mistaken}) == 1:
            yield mistaken[0]


def _rises(context: Context) -> Iterator[tuple[int, Quantity]]:
    """Percentages that a word of rise tells, with the number of their paragraph."""
    blocks = context.document.blocks
    for sentence in context.sentences:
        number = sentence.sentence.block
        large = [
            one
            for one in usable(sentence.quantities)
            if one.kind is QuantityKind.PERCENT and (one.value or 0) >= LEAST and one.hedge is None
        ]
        if large and blocks[number].kind is not BlockKind.BOILERPLATE:
            words = line_of(context, sentence).items
            for one in large:
                ahead = [word for word in words if word.end <= one.extent.start and word.kinds]
                if ahead and "rise" in ahead[-1].kinds:
                    yield number, one


def _pairs(context: Context) -> Iterator[tuple[int, Pair]]:
    """The values before and after that the article tells, with the number of their paragraph."""
    for index, sentence in enumerate(context.sentences):
        for passage in passages(context, index):
            if len(passage.sentences) == 1:
                found = list(pairs(passage))
            else:
                across = pair_across(passage)
                found = [across] if across is not None else []
            for pair in found:
                if pair.ordered and all((one.value or 0) >= DIGITS for one in pair.both):
                    yield sentence.sentence.block, pair


def _is_multiple(change: Change) -> bool:
    exact, told = change.exact_percent, change.stated.value
    if exact is None or told is None or exact <= 0:
        return False
    return abs(exact + 100 - told) <= max(change.stated.step / 2, Decimal("0.5"))
