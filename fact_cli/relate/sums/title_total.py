"""A sum in the title that a sentence of the body breaks down: "27 640 euros … 11 900 de dons, …".

No word says that the figures of the body make the title's; what tells it is that the body never
tells that one itself, nor their sum, that all the figures of one kind in a sentence or two make
nearly as much, and that what they make is one slip away from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.slips import Slip, digits_of, slip_between
from fact_cli.model.text import BlockKind
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, in_unit_of, is_surplus, printed, usable
from fact_cli.relate.passage import adjoin

PRECISE = 3  # significant digits of a sum of three parts; of a sum of two, one more
MOST = 6  # parts of a sum
_KINDS = {QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.DIMENSION}


def find(context: Context) -> Iterator[Total]:
    blocks = context.document.blocks
    titles = [s for s in context.sentences if blocks[s.sentence.block].kind is BlockKind.TITLE]
    wholes = [one for s in titles for one in usable(s.quantities) if _can_be_sum(one)]
    if not wholes:
        return
    body = [one for one in context.sentences if one not in titles]
    figures = [one for sentence in body for one in usable(sentence.quantities)]
    for whole in wholes:
        if not any(one.loose.meets(whole.loose) for one in figures if one.unit == whole.unit):
            for total in _broken_down(context.document.plain, whole, body):
                if all(one.value != total.exact for one in figures):
                    yield total


def _can_be_sum(whole: Quantity) -> bool:
    precise = whole.value is not None and digits_of(*printed(whole)) >= PRECISE
    return precise and whole.kind in _KINDS and whole.hedge is None


def _broken_down(plain: str, whole: Quantity, body: Sequence[ScannedSentence]) -> Iterator[Total]:
    """The only sum of a sentence, or of two that adjoin, that is one slip from ``whole``."""
    single = [[one] for one in body]
    double = [list(pair) for pair in pairwise(body) if adjoin(plain, *pair)]
    for sentences in (*single, *double):
        parts = _parts(plain, whole, sentences)
        if not 2 <= len(parts) <= MOST:
            continue
        total = Total(whole, parts, complete=False, binding=Binding.INFERRED)
        if total.exact is not None and _is_slip(whole, total):
            yield total
            return


def _parts(plain: str, whole: Quantity, sentences: Sequence[ScannedSentence]) -> Sequence[Quantity]:
    """All figures of the kind of ``whole``; none where one of them can be no part of it."""
    parts: list[Quantity] = []
    for one in (figure for sentence in sentences for figure in usable(sentence.quantities)):
        elided = one.kind is QuantityKind.NUMBER and whole.kind not in NUMBERS
        counted = one.kind is whole.kind is QuantityKind.COUNT
        part = replace(one, unit=whole.unit, kind=whole.kind) if elided else in_unit_of(one, whole)
        part = one if counted else part
        if part is None:
            continue
        assert part.value is not None and whole.value is not None
        if not 0 < part.value < whole.value or is_surplus(plain, one):
            return []
        parts.append(part)
    return parts


def _is_slip(whole: Quantity, total: Total) -> bool:
    """Whether a digit is another, or two are swapped, in a sum of digits enough."""
    assert total.exact is not None and whole.value is not None
    slip = slip_between(whole.value, total.exact, whole.step)
    least = PRECISE + (len(total.parts) == 2)
    precise = digits_of(total.exact, whole.step) >= least <= digits_of(*printed(whole))
    return slip in {Slip.DIGIT, Slip.SWAP} and precise and total.is_plausible
