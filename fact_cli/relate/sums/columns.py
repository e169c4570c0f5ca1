"""Two or three things told of each item of a list and of all of them.

"34 192 cas et 1 615 décès … Algérie (8 306 ; 600), Égypte (17 265 ; 7), …"; "914 sorties, dont 128
pour des feux. En mai, 372, dont 41 pour des feux, et en juin 542, dont 87".

Where the items make the whole of the one to its last digit, the list is complete, so that they
must make the whole of the other as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from fact_cli.lang.words import words_after
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.slips import digits_of
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context, up_to
from fact_cli.relate.neighbours import NUMBERS, between, printed, told_noun, usable
from fact_cli.relate.twice.values.same_words import stems

# Between the two figures of one item, and from an item to the next.
_BESIDE = re.compile(
    r" ?(?:;|,|/|-|et|pour|avec|dont|\()? ?(?:les |ses |leurs )?"
    r"|[^.;:()\d]{0,40}(?:,| et| pour| \(|,? dont|, parmi lesquel(?:le)?s) (?:[^\W\d_]+ )?"
)
_OPENS_PART = re.compile(r"\b(?:dont|parmi (?:eux|elles|lesquel(?:le)?s))\b")
_APART = re.compile(r"[^.:\d]{0,80}")
_CLAUSE = re.compile(r"[^.,;:()\d]*")
_SUMMED = {*NUMBERS, QuantityKind.MONEY}
BACK = 2  # sentences before the last item in which the whole stands
WIDTHS = (2, 3)  # things told of each item
FEWEST = 3  # items of a list
SURE = 3  # digits of a sum that is no chance
LONG = 4  # digits of a sum from which two items are enough
CLAUSE = 50  # characters behind a figure that tell what it counts
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
    for start, width in product(range(len(figures) - 5), WIDTHS):
        whole, items = figures[start : start + width], figures[start + width :]
        rows = _rows(plain, items, width)
        for many in range(len(rows), 1, -1):
            found = list(_columns(plain, whole, rows[:many]))
            yield from found
            if found:
                break


def _rows(plain: str, figures: Sequence[Quantity], width: int) -> Sequence[Sequence[Quantity]]:
    """The figures ``width`` by ``width``, as long as those of a row stand beside each other."""
    rows: list[Sequence[Quantity]] = []
    for start in range(0, len(figures) - width + 1, width):
        row = figures[start : start + width]
        if not all(_BESIDE.fullmatch(between(plain, one, two)) for one, two in pairwise(row)):
            break
        if rows and not _APART.fullmatch(between(plain, rows[-1][-1], row[0])):
            break
        rows.append(row)
    return rows


def _columns(
    plain: str, whole: Sequence[Quantity], rows: Sequence[Sequence[Quantity]]
) -> Iterator[Total]:
    """The columns beside one that makes its whole exactly; none where none does."""
    totals = [
        Total(one, column, complete=True, exclusive=True, binding=Binding.INFERRED)
        for one, *column in zip(whole, *rows, strict=True)
        if _is_of_one(one, column)
    ]
    totals = [one for one in totals if one.exact == one.whole.value or _is_of_one_kind(plain, one)]
    nested = all(_OPENS_PART.search(between(plain, *row[:2])) for row in (whole, rows[0]))
    sure = [one for one in totals if one.exact == one.whole.value and _is_sure(one, nested=nested)]
    if len(totals) < min(WIDTHS) or not sure:
        return
    for other in totals:
        if other is not sure[0] and (other.exact == other.whole.value or _is_comparable(other)):
            yield other


def _is_of_one(whole: Quantity, column: Sequence[Quantity]) -> bool:
    """Whether a whole and its column count one thing, each less than the whole."""
    figures = [whole, *column]
    kinds = {one.kind for one in figures}
    nouns = {told_noun(one) for one in figures} - {None, "fois"}
    less = all((one.value or 0) < (whole.value or 0) for one in column)
    return (len(kinds) == 1 or kinds <= set(NUMBERS)) and len(nouns) < 2 and less


def _is_of_one_kind(plain: str, total: Total) -> bool:
    """Whether the words behind each part are none, or some of those behind the whole.

    "310 internes … dont 160 en théâtre … dont 135 en cuisine" are no kind of boarders.
    """
    kind = _words_behind(plain, total.whole)
    told = [_words_behind(plain, one) for one in total.parts]
    return all(not own or own & kind for own in told)


def _words_behind(plain: str, one: Quantity) -> frozenset[str]:
    """The words that tell what a figure counts: its noun, and those up to the next comma."""
    clause = _CLAUSE.match(words_after(plain, one.extent.end, CLAUSE))
    return frozenset() if clause is None else stems(clause.group())


def _is_comparable(total: Total) -> bool:
    """Whether a sum and its whole are no more than twice each other."""
    exact, value = total.exact or 0, total.whole.value or 0
    return max(exact, value) <= 2 * min(exact, value)


def _is_sure(total: Total, *, nested: bool) -> bool:
    """Whether so many digits add up by no chance; fewer where each row tells a part of it."""
    digits = digits_of(*printed(total.whole))
    return digits >= LONG or (digits >= SURE and (nested or len(total.parts) >= FEWEST))
