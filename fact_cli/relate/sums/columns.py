"""Two things told of each item of a list and of all of them: "34 192 cas et 1 615 décès … Algérie
(8 306 ; 600), Égypte (17 265 ; 7), …".

Where the items make the whole of the one to its last digit, the list is complete, so that they
must make the whole of the other as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.slips import digits_of
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context, up_to
from fact_cli.relate.neighbours import NUMBERS, between, printed, told_noun, usable

# Between the two figures of one item, and from an item to the next.
_BESIDE = re.compile(
    r" ?(?:;|,|/|-|et|pour|avec|dont|\()? ?(?:les |ses |leurs )?"
    r"|[^.;:()\d]{0,30}(?:,| et| pour| \() "
)
_APART = re.compile(r"[^.:\d]{0,80}")
_SUMMED = {*NUMBERS, QuantityKind.MONEY}
BACK = 2  # sentences before the last item in which the whole stands
FEWEST = 3  # items of a list
SURE = 3  # digits of a sum that is no chance
LONG = 4  # digits of a sum from which two items are enough
MOST = 60  # figures


def find(context: Context) -> Iterator[Total]:
    plain = context.document.plain
    seen: set[int] = set()
    for index, sentence in enumerate(context.sentences):
        if len(sentence.quantities) < 2 * 2:
            continue
        near = [
            one
            for one in up_to(context.sentences, index, BACK)
            if one.sentence.block == sentence.sentence.block
        ]
        for total in _totals(plain, near):
            if total.whole.extent.start not in seen:
                seen.add(total.whole.extent.start)
                yield total


def _totals(plain: str, near: Sequence[ScannedSentence]) -> Iterator[Total]:
    figures = [one for each in near for one in usable(each.quantities) if one.kind in _SUMMED]
    if len(figures) > MOST or len(figures) < 6:
        return
    for start in range(len(figures) - 5):
        whole, items = figures[start : start + 2], figures[start + 2 :]
        rows = _rows(plain, items)
        for many in range(len(rows), 1, -1):
            found = _column(whole, rows[:many])
            if found is not None:
                yield found
                break


def _rows(plain: str, figures: Sequence[Quantity]) -> Sequence[tuple[Quantity, Quantity]]:
    """The figures two by two, as long as both of a row stand beside each other."""
    rows: list[tuple[Quantity, Quantity]] = []
    for first, second in zip(figures[::2], figures[1::2], strict=False):
        if not _BESIDE.fullmatch(between(plain, first, second)):
            break
        if rows and not _APART.fullmatch(between(plain, rows[-1][1], first)):
            break
        rows.append((first, second))
    return rows


def _column(whole: Sequence[Quantity], rows: Sequence[tuple[Quantity, Quantity]]) -> Total | None:
    """The column beside one that makes its whole exactly; None where neither does."""
    columns = [[row[number] for row in rows] for number in range(2)]
    totals = [
        Total(one, column, complete=True, exclusive=True, binding=Binding.INFERRED)
        for one, column in zip(whole, columns, strict=True)
        if _is_of_one(one, column)
    ]
    if len(totals) < 2:
        return None
    for sure, other in (totals, totals[::-1]):
        fits = sure.exact == sure.whole.value and _is_sure(sure)
        if fits and (other.exact == other.whole.value or _is_comparable(other)):
            return other
    return None


def _is_of_one(whole: Quantity, column: Sequence[Quantity]) -> bool:
    """Whether a whole and its column count one thing, each less than the whole."""
    figures = [whole, *column]
    kinds = {one.kind for one in figures}
    nouns = {told_noun(one) for one in figures} - {None}
    less = all((one.value or 0) < (whole.value or 0) for one in column)
    return (len(kinds) == 1 or kinds <= set(NUMBERS)) and len(nouns) < 2 and less


def _is_comparable(total: Total) -> bool:
    """Whether a sum and its whole are no more than twice each other."""
    exact, value = total.exact or 0, total.whole.value or 0
    return max(exact, value) <= 2 * min(exact, value)


def _is_sure(total: Total) -> bool:
    """Whether so many digits add up by no chance."""
    digits = digits_of(*printed(total.whole))
    return digits >= LONG or (digits >= SURE and len(total.parts) >= FEWEST)
