"""Whether the body bears out a figure of the title: tells it, rounds to it, adds up to it.

What is added is not a value beside its own parts, nor percentages by which something grew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise, permutations

from fact_cli.lang.words import words_before
from fact_cli.model.bounds import Bounds, is_near, quotient
from fact_cli.model.mention import Quantity
from fact_cli.model.slips import Slip, digits_of
from fact_cli.relate.neighbours import NUMBERS
from fact_cli.relate.twice.values.agreeing import agree_in_title, last_digit
from fact_cli.relate.twice.values.kinds import LARGE, TIMED
from fact_cli.relate.twice.values.near_values import LEAST_DIGITS, slip_of
from fact_cli.relate.twice.values.telling import Telling

MANY = 10  # figures of one kind in the body, beyond which their sums are no evidence
FEW = range(1, 6)  # further ones, told by another noun
MANY_PEOPLE = 100  # from which a few more are no matter of chance
_NEXT_NOUN = re.compile(r" (?:et|ou) [\w-]+ (?!ans\b)[^\W\d_]{3,}")
_CHANGES = re.compile(
    r"\b(?:augment|progress|grimp|bondi|hausse|baiss|recul|chut|repli|diminu|perd|gagn|cèd|céd|croî"
    r"|croiss|flamb|s'envol|plong|fléchi|rebond|inflation|remont)[^\W\d_]*(?: [^\W\d_']+){0,2} "
    r"(?:de |d')$|\b(?:augment|progress|grimp|bondi|baiss|recul|chut|diminu)[^\W\d_]* d(?:e |')$"
)
LONGEST = 4  # figures of a sum
ROUGHLY = Decimal("0.03")  # the same for a title of one digit and zeros
ROUNDED = Decimal("0.1")  # of a value, by which a title rounds it
LISTED = range(3, 7)  # figures of a list that a title adds up


def is_borne_out(
    plain: str, title: Telling, body: Sequence[Telling], every: Sequence[Quantity]
) -> bool:
    """Whether the body tells the value, rounds to it, adds up to it or computes it."""
    figure = title.figure
    if figure.value is None or any(_is_rounded(figure, one) for one in every):
        return True
    bounds = _rounded(figure)
    alike = [one.figure for one in body if one.keys & title.keys]
    twin = any(_is_twin(figure, one) for one in alike)
    alike += [one for one in every if _is_bare(one) and not _is_listed(plain, one)]
    values = [one.value for one in alike if one.value is not None][:MANY]
    grows = figure.unit == "%" and _is_change(plain, title)
    added = not grows and any(bounds.holds(value) for value in _sums(values, next_to=twin))
    beside = {one.value for one in title.sentence.quantities if one is not figure}
    values = [value for value in values if value not in beside]  # "douze blessés, dont deux"
    # "132 morts": 130 that evening, and the two who died of it later.
    few = [one.value for one in every if one.kind in NUMBERS and one.value in FEW]
    added = added or (
        figure.value >= MANY_PEOPLE
        and not twin
        and any(bounds.holds(one + other) for one in values for other in few if other is not None)
    )
    pairs = pairwise(values) if twin else combinations(values, 2)
    apart = (
        figure.unit not in TIMED
        and not grows
        and any(bounds.holds(abs(one - other)) for one, other in pairs)
    )
    added = added or _is_sum_of_list(figure, every)
    return added or apart or (figure.unit == "%" and _is_computed(figure.loose, every, grows=grows))


def _is_twin(title: Quantity, one: Quantity) -> bool:
    """Whether the body tells so nearly the title's figure, misprinted, that sums are chance."""
    if one.unit != title.unit or one.of != title.of:
        return False
    slip = slip_of(title, one)
    digits = min(digits_of(each.value or Decimal(0), each.step) for each in (title, one))
    return slip is Slip.SWAP or (slip is Slip.DIGIT and digits >= LEAST_DIGITS)


def _rounded(title: Quantity) -> Bounds:
    """What a figure of a title can round: to its last digit, or as its hedge allows."""
    if title.value is None or title.hedge is not None:
        return title.recomputed(loose=True)
    half = last_digit(title) / 2
    around = Bounds(title.value - half, title.value + half)
    return around if title.loose.low is not None and title.loose.low < title.value else title.strict


def _is_sum_of_list(title: Quantity, every: Sequence[Quantity]) -> bool:
    """Whether figures that follow one another, of whatever names, add up to the title's."""
    values = [one.value if one.kind in NUMBERS else None for one in every]
    runs = (values[at : at + size] for size in LISTED for at in range(len(values) - size + 1))
    return title.kind in NUMBERS and any(
        None not in run and sum(one or 0 for one in run) == title.value for run in runs
    )


def _is_unnamed(one: Quantity) -> bool:
    return one.unit is None and one.noun is None


def _is_bare(one: Quantity) -> bool:
    """Whether a figure names nothing, or millions of what may be money: "3 millions de bonus"."""
    return one.kind in NUMBERS and (one.noun is None or one.scale >= LARGE)


def _is_rounded(title: Quantity, one: Quantity) -> bool:
    """Whether a figure of any noun tells the value of the title, more precisely."""
    if one.value is None or title.value is None:
        return False
    if title.unit is not None and one.unit != title.unit and not _is_unnamed(one):
        return False
    if title.unit in TIMED and title.strict.low == title.strict.high:  # a penalty
        return one.value == title.value
    meets = title.recomputed(loose=True).meets(one.recomputed(loose=True))
    if meets and agree_in_title(title, one):
        return True
    if title.value >= 100 and _rounds_to(one.value, title):
        return True
    if one.step < title.step and abs(one.value - title.value) <= title.step / 2:
        return True
    if digits_of(title.value, title.step) <= 1 and is_near(one.value, title.value, ROUGHLY):
        return True
    rough = title.hedge is not None and None not in (title.strict.low, title.strict.high)
    return rough and is_near(one.value, title.value, ROUNDED)


def _rounds_to(value: Decimal, title: Quantity) -> bool:
    """Whether a value has the digits of a title that ends in zeros: 312 of "300 millions"."""
    assert title.value is not None
    digits = digits_of(title.value, title.step)
    last = Decimal(1).scaleb(title.value.adjusted() - digits + 1)
    return abs(value - title.value) <= last / 2


def _is_listed(plain: str, one: Quantity) -> bool:
    """Whether a bare figure shares the noun of the next: "avec 9 et 12 élèves"."""
    return _NEXT_NOUN.match(plain, one.extent.end) is not None


def _is_change(plain: str, title: Telling) -> bool:
    """Whether a percentage of the title tells by how much something changed."""
    ahead = words_before(plain, title.figure.reach.start, 40)
    return _CHANGES.search(ahead) is not None


def _sums(values: Sequence[Decimal], *, next_to: bool) -> Iterator[Decimal]:
    """What some of the values make, none of them beside one of two that make it up.

    Only those that stand ``next_to`` each other, if true.
    """
    if next_to:
        for size in range(2, LONGEST + 1):
            yield from (
                sum(values[at : at + size], Decimal(0)) for at in range(len(values) - size + 1)
            )
        return
    parts = {one + other: {one, other} for one, other in combinations(set(values), 2)}
    for size in range(2, LONGEST + 1):
        for some in combinations(values, size):
            if not any(parts.get(one, set[Decimal]()) & set(some) for one in some):
                yield sum(some, Decimal(0))


def _is_computed(bounds: Bounds, every: Sequence[Quantity], *, grows: bool) -> bool:
    """Whether two figures of one unit relate by a percentage, or one leaves it to a hundred."""
    rim = {bounds.low, bounds.high}
    rest = [100 - one.value for one in every if one.unit == "%" and one.value]
    if any(bounds.holds(one) and one not in rim for one in rest):
        return True
    known = [one for one in every if one.value][: 2 * MANY]
    for one, other in permutations(known, 2):
        rates = grows and one.unit == "%"
        share = quotient(one.value, other.value) if one.unit == other.unit and not rates else None
        if share is None:
            continue
        if bounds.holds(share * 100) or bounds.holds(abs(share - 1) * 100):
            return True
    return False
