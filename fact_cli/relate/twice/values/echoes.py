"""A figure told again in the same words: "17 têtes de liste" in the lead, then "71 têtes de liste".

Where most of the words next to two figures are the same, they tell one thing, and two values
one slip apart are one with a misprint. A lead and a subheading announce what the text below
tells: there fewer words in common do, and small numbers count as well.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from math import sqrt

from fact_cli.model.mention import QuantityKind
from fact_cli.model.same import Reason, Same
from fact_cli.model.slips import Slip, digits_of
from fact_cli.model.text import BlockKind
from fact_cli.relate.context import Context
from fact_cli.relate.twice.values.agreeing import agree, last_digit
from fact_cli.relate.twice.values.kinds import TIMED
from fact_cli.relate.twice.values.misprints import is_fresh
from fact_cli.relate.twice.values.near_values import reason, slip_of
from fact_cli.relate.twice.values.same_words import stems
from fact_cli.relate.twice.values.set_apart import (
    apart_in_time,
    are_apart,
    are_named_apart,
    are_of_two_things,
    are_on_two_sides,
    are_parted,
    counts_more,
    speakers_differ,
)
from fact_cli.relate.twice.values.telling import Telling, tellings, words_of

MANY = 40  # figures of one kind: an article with more of them is a table
LEAST_BLOCKS = 4  # of an article whose first one is a lead
COUNTED = 20  # up to it, numbers are written in words, and any is put for any other
FEW = 3  # values of one kind; of more, those told in nearly the same words are set together
FAR = 2  # times, which a misprint of a figure of two digits is seldom off
PRECISE = 3  # digits of a figure that has few others one slip from it
MANY_WORDS = 3  # the same next to two figures, besides what they count
# What share of the words next to two figures is the same, of those that a heading announces, of
# others, of those in doubt, and of percentages and other figures that any sentence may have.
ANNOUNCED, ALIKE, DOUBTFUL, MOST = 0.25, 0.3, 0.35, 0.5
NEVER = 2.0  # more than there are
# Fewer or more of the same things, at another time: "restent 136 salariés", "en comptera 472".
_SET_APART = re.compile(
    r"\b(?:rest\w+|d'ici|sera|seront|serai(?:t|ent)|comptera|accueillera|attend\w*|rentrée"
    r"|à (?:l'arrivée|terme)"
    r"|avec (?:les?|la|l')|l'été|l'hiver|depuis|fau(?:t|drait)|en région|objectif|capacité|autres?"
    r"|fini\w*|class\w+)\b"
)
_PENALTY = "=peine"  # of which one court gives many
_ANNOUNCE = {BlockKind.STANDFIRST, BlockKind.HEADING}


def find(context: Context) -> Iterator[Same]:
    by_kind: dict[tuple[str | None, str | None], list[Telling]] = defaultdict(list)
    for one in tellings(context):
        by_kind[one.figure.unit, one.figure.of].append(one)
    for alike in by_kind.values():
        if 1 < len(alike) <= MANY:
            votes = Counter(one.figure.value for one in alike)
            yield from _echoes(context, [one for one in alike if not one.title], votes)


def _echoes(
    context: Context, alike: Sequence[Telling], votes: Mapping[Decimal | None, int]
) -> Iterator[Same]:
    plain = context.document.plain
    odd: set[Decimal | None] = set()  # values found to be told once against another told twice
    for first, again in combinations(alike, 2):
        if first.sentence is again.sentence or not _may_be_misprint(first, again):
            continue
        if not first.close & again.close or _are_both_told_elsewhere(alike, first, again):
            continue
        if _are_two(first, again):
            continue
        outvoted = _is_outvoted(context, votes, first, again)
        why = _why(context, alike, first, again, outvoted=outvoted)
        once = min((first, again), key=lambda one: votes[one.figure.value]).figure.value
        if why and not (outvoted and once in odd):
            odd.add(once)
            slip = slip_of(first.figure, again.figure)
            words = words_of(plain, first, again)
            yield Same(first.figure, again.figure, why, agree=False, slip=slip, words=words)


def _may_be_misprint(first: Telling, again: Telling) -> bool:
    """Whether two values lie one slip apart: a digit, two swapped, or another small number."""
    one, other = first.figure, again.figure
    if one.value is None or other.value is None or one.value == other.value:
        return False
    if (one.kind, one.step) != (other.kind, other.step) or agree(one, other):
        return False
    if not (_is_small(first, again) or _slipped(first, again)):
        return False
    return abs(one.value - other.value) >= max(last_digit(one), last_digit(other))


def _is_small(first: Telling, again: Telling) -> bool:
    """Whether two numbers are small, as words tell them; "un" is mostly no number at all."""
    values = [(one.figure.value or 0) / one.figure.step for one in (first, again)]
    return min(values) > 1 and max(values) <= COUNTED


def _are_both_told_elsewhere(alike: Sequence[Telling], first: Telling, again: Telling) -> bool:
    """Whether each value is told once more, and so is no misprint."""
    others = [one.figure.value for one in alike if one not in (first, again)]
    return first.figure.value in others and again.figure.value in others


def _tells(one: Telling, other: Telling) -> bool:
    """Whether the sentence of one figure tells the value of the other as well."""
    return any(each.value == other.figure.value for each in one.rivals)


def _are_two(first: Telling, again: Telling) -> bool:
    """Whether a name, a time, a speaker or a word for another value parts two figures."""
    if first.base or again.base or first.updated or again.updated:
        return True
    if are_apart(first.hours, again.hours) or are_apart(first.years, again.years):
        return True
    if first.months != again.months:
        return True
    if apart_in_time(first, again) or are_of_two_things(first, again):
        return True
    if are_named_apart(first, again) or are_parted(first, again):
        return True
    if _tells(first, again) or _tells(again, first):
        return True
    if speakers_differ(first.source, again.source) or counts_more(first, again):
        return True
    return are_on_two_sides(first, again)


def _why(
    context: Context,
    alike: Sequence[Telling],
    first: Telling,
    again: Telling,
    *,
    outvoted: bool,
) -> list[Reason]:
    """Why two figures one slip apart tell one thing; nothing where their words do not say so."""
    near, other = first.close, again.close
    shared = near & other
    told = shared - stems(first.figure.of or "")
    if not (told or outvoted) or _PENALTY in shared:
        return []
    announced = _announces(context, first) or _announces(context, again)
    share = len(shared) / sqrt(len(near) * len(other))
    least = _least(alike, first, again, len(told), announced=announced)
    if share < (min(least, ANNOUNCED) if outvoted else least):
        return []
    words = ", ".join(sorted(word.lstrip("=") for word in told or shared)[:3])
    found = [reason(f"mêmes mots : {words}", f"same words: {words}", 3)]
    if announced:
        found.append(reason("l’un annonce l’autre", "one announces the other", 2))
    if outvoted:
        found.append(reason("l’un des deux dit deux fois", "one of the two told twice", 2))
    return found


def _is_outvoted(
    context: Context, votes: Mapping[Decimal | None, int], first: Telling, again: Telling
) -> bool:
    """Whether one of two precise values is told once more, and the other, a slip off, only once.

    Not where the other has a year or a name of its own.
    """
    odd, kept = sorted((first, again), key=lambda one: votes[one.figure.value])
    swapped = slip_of(first.figure, again.figure) is Slip.SWAP
    precise = _slipped(first, again) and _digits(first, again) >= (2 if swapped else PRECISE)
    if not precise or odd.figure.kind is QuantityKind.PERCENT or odd.years != kept.years:
        return False
    once = votes[odd.figure.value] == 1 < votes[kept.figure.value]
    if _SET_APART.search(odd.told):
        return False
    plain, own = context.document.plain, odd.figure.extent.of(context.document.plain)
    alone = plain.count(own) == 1
    return once and alone and not is_fresh(context, odd.sentence, odd.figure)


def _least(
    alike: Sequence[Telling], first: Telling, again: Telling, told: int, *, announced: bool
) -> float:
    """What share of the words next to two figures must be the same."""
    alone = first.alone and again.alone
    swapped = slip_of(first.figure, again.figure) is Slip.SWAP
    small = _digits(first, again) < 2 and not swapped
    if first.figure.kind is QuantityKind.PERCENT:
        long = min(_written(first), _written(again)) > 1 and _slipped(first, again)
        return MOST if announced and long and told >= MANY_WORDS + small else NEVER
    if small:
        return MOST if announced and alone else NEVER
    if told < MANY_WORDS and not swapped and _are_far(first, again):
        return NEVER
    if first.figure.unit in TIMED:
        return MOST
    if announced:
        return ANNOUNCED if alone or swapped else DOUBTFUL
    few = len({one.figure.value for one in alike}) <= FEW
    return ALIKE if alone and (few or swapped) else MOST


def _are_far(first: Telling, again: Telling) -> bool:
    """Whether one of two figures of two digits is more than twice the other: 13 and 53."""
    one, other = sorted(abs(each.figure.value or 0) for each in (first, again))
    return _digits(first, again) < PRECISE and other > FAR * one


def _digits(first: Telling, again: Telling) -> int:
    """How many digits tell two figures apart from any other; small numbers have none."""
    if slip_of(first.figure, again.figure) is None:
        return 0
    return min(
        digits_of(abs(one.figure.value or one.figure.step), one.figure.step)
        for one in (first, again)
    )


def _written(telling: Telling) -> int:
    """How many digits a figure is written with."""
    value = abs(telling.figure.value or 0) / telling.figure.step
    return len(f"{value:.0f}")


def _slipped(first: Telling, again: Telling) -> bool:
    return slip_of(first.figure, again.figure) in {Slip.DIGIT, Slip.SWAP}


def _announces(context: Context, telling: Telling) -> bool:
    """Whether a figure stands in a lead or a subheading, or in the first block of several."""
    blocks, number = context.document.blocks, telling.sentence.sentence.block
    if blocks[number].kind in _ANNOUNCE:
        return True
    first = next((i for i, one in enumerate(blocks) if one.kind is not BlockKind.TITLE), 0)
    return number == first and len(blocks) - first >= LEAST_BLOCKS
