"""How long something takes at a rate told before: "1 500 m³ … 500 par jour. À ce rythme, il faudra
trois jours".

The words say that the length comes out of the rate and of what is to be done, which is the only
other figure told in its unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.bounds import quotient
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.figures import Rate
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.slips import is_far
from fact_cli.relate.context import Context, up_to
from fact_cli.relate.neighbours import NUMBERS, in_unit_of, is_surplus, told_noun
from fact_cli.relate.passage import MANY, Passage, adjoin
from fact_cli.relate.rates.each import Each, are_alike_heads, each_of
from fact_cli.relate.rates.heads import Heads, heads_of
from fact_cli.relate.rates.set_aside import is_elsewhere, is_promised

_CUES = ("à ce rythme", "à ce train", "à ce débit", "à cette cadence", "à cette vitesse")
_TAKES = re.compile(
    r"\b(?:faudra\w*|faut|faudrait|mettr\w+|dur\w+|suffir\w+|prendr\w+|nécessit\w+|aur(?:a|ont)"
    r"|sera\w*|seront)\b[^.;:()\d]{0,40}$"
)
# "Encore quatre jours" may be counted from what is done already.
_OF_THE_REST = re.compile(r"\b(?:encore|reste\w*|déjà|restante?s?)\b")
_NO_WORK = {
    QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.RATIO, QuantityKind.ORDINAL,
}  # fmt: skip
BACK = 2  # sentences before the one that tells the length


def find(context: Context) -> Iterator[Rate]:
    if not context.tells(_CUES):
        return
    plain = context.document.plain
    for index, sentence in enumerate(context.sentences):
        told = lower(sentence.extent.of(plain))
        if not any(cue in told for cue in _CUES) or _OF_THE_REST.search(told):
            continue
        near = _adjoining(plain, up_to(context.sentences, index, BACK))
        if sum(len(one.quantities) for one in near) <= MANY:
            yield from _taking(Passage(context, near), sentence)


def _adjoining(plain: str, near: Sequence[ScannedSentence]) -> Sequence[ScannedSentence]:
    """The sentences at the end of ``near`` that follow one another."""
    breaks = [i for i, two in enumerate(pairwise(near), 1) if not adjoin(plain, *two)]
    return near[breaks[-1] if breaks else 0 :]


def _taking(passage: Passage, sentence: ScannedSentence) -> Iterator[Rate]:
    """The only rate of a passage, the length that ``sentence`` tells, and the only work."""
    rates = [
        each
        for one in passage.figures
        if (each := each_of(passage, one)) is not None and each.period is not None
    ]
    if len(rates) != 1 or is_promised(passage, rates[0].figure):
        return
    (each,) = rates
    lengths = [
        one
        for one in heads_of(passage, each, ())
        if sentence.extent.holds(one.extent) and _is_taken(passage, sentence, one)
    ]
    work = [
        total
        for one in passage.figures
        if one.extent != each.figure.extent and (total := _as_work(passage, one, each)) is not None
    ]
    if len(lengths) == len(work) == 1:
        yield from _rate(each, lengths[0], work[0])


def _is_taken(passage: Passage, sentence: ScannedSentence, length: Heads) -> bool:
    start = sentence.extent.start
    return _TAKES.search(lower(passage.plain[start : length.extent.start])) is not None


def _as_work(passage: Passage, figure: Quantity, each: Each) -> Quantity | None:
    """``figure`` in the unit of the rate, where it can be what is done at that rate."""
    total = in_unit_of(figure, each.figure)
    if total is None or total.kind in _NO_WORK or is_surplus(passage.plain, figure):
        return None
    done, work = told_noun(each.figure), told_noun(figure)
    named = figure.kind in NUMBERS and done is not None and work is not None
    if named and not are_alike_heads(done or "", work or ""):
        return None
    return None if is_elsewhere(passage, figure) else total


def _rate(each: Each, length: Heads, work: Quantity) -> Iterator[Rate]:
    """The relation of the three, unless other things must be meant."""
    rate = Rate(
        work, [length.count], length.usual, length.name, each.figure, [work], Binding.INFERRED
    )
    taken = quotient(work.value, each.figure.value)
    if taken is not None and not is_far(length.usual, taken, Decimal(1)):
        yield rate
