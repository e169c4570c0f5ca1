"""Two long figures told together and the long one beside them that they make but for a misprint.

"23 293 personnes sont mortes. L'épidémie en a tué 14 497 à l'hôpital et 8 796 ailleurs": no word
adds them up. Of figures so long, three lie one slip from a sum by chance less often than once in
a hundred articles, so that the slip itself says that they belong together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.slips import PRECISE, Slip, digits_of, slip_between
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import (
    NUMBERS,
    end_of,
    is_surplus,
    printed,
    same_thing,
    told_noun,
    usable,
)
from fact_cli.relate.passage import MANY
from fact_cli.relate.sums.otherwise import made_otherwise

# "14 497 à l'hôpital et 8 796 …", what stands in a bracket left aside.
_AND = re.compile(
    r"[^.;:()!?\d]{0,60}(?:\([^()]*\)[^.;:()!?\d]{0,40})?(?:,| et| mais)[^.;:()!?\d]{0,40}"
)
_COMPARED = re.compile(
    r"\b(?:contre|dont|après|au lieu|à|sur|parmi|que|puis|soit)\b[^.;:\d]{0,16}$"
)
_KINDS = NUMBERS | {QuantityKind.MONEY}
NEAR = 2  # sentences between a pair and its sum


def find(context: Context) -> Iterator[Total]:
    plain = context.document.plain
    longs = [_long(plain, sentence) for sentence in context.sentences]
    if sum(len(one) for one in longs) < 3:
        return
    every = [one for sentence in context.sentences for one in usable(sentence.quantities)]
    for index, figures in enumerate(longs):
        around = [one for near in longs[max(0, index - NEAR) : index + NEAR + 1] for one in near]
        for first, second in pairwise(figures):
            if not _are_told_together(plain, first, second):
                continue
            found = [
                total
                for whole in around
                if (total := _made_of(whole, (first, second), every)) is not None
            ]
            if len(found) == 1:
                made = made_otherwise(plain, found[0], around)
                if made is not None:
                    yield made


def _long(plain: str, sentence: ScannedSentence) -> Sequence[Quantity]:
    """The exact figures of a sentence that are too long for chance."""
    if len(sentence.quantities) > MANY:
        return []
    return [
        one
        for one in usable(sentence.quantities)
        if one.kind in _KINDS
        and one.hedge is None
        and digits_of(*printed(one)) >= PRECISE
        and not is_surplus(plain, one)
    ]


def _are_told_together(plain: str, first: Quantity, second: Quantity) -> bool:
    link = plain[end_of(first) : second.reach.start]
    alike = same_thing(first, second) and told_noun(second) in {None, told_noun(first)}
    return alike and _AND.fullmatch(link) is not None and not _COMPARED.search(link)


def _made_of(
    whole: Quantity, pair: tuple[Quantity, Quantity], every: Sequence[Quantity]
) -> Total | None:
    """The sum that ``whole`` is of ``pair`` but for one slip; None where the text tells more."""
    first, second = pair
    if whole in pair or not same_thing(first, whole):
        return None
    if None not in {told_noun(whole), told_noun(first)} and whole.of != first.of:
        return None
    total = Total(whole, pair, complete=False, binding=Binding.INFERRED)
    value, exact = printed(whole)[0], total.exact or 0
    if value <= max(first.value or 0, second.value or 0) or total.is_rounded:
        return None
    slip = slip_between(value, total.exact or value, whole.step)
    if slip not in {Slip.DIGIT, Slip.SWAP} and total.misprinted_part is None:
        return None
    told = {one.value for one in every} & {exact, abs(exact - value)}
    return None if told else total
