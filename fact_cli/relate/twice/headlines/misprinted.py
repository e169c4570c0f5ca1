"""A figure of the title that the body never tells, one misprint away from one that it does.

"54 310 finishers" above "45 310 coureurs": whatever each is said to count, a figure of three
digits and more that only the title has, and a body that has it but for one slip, are one figure
misprinted. Two digits that changed places are enough in a figure of two, where both are told
in the same unit or share a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from fact_cli.lang.lexicon import lexicon
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.same import Reason, Same
from fact_cli.model.slips import Slip, digits_of
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS
from fact_cli.relate.twice.headlines.borne_out import is_borne_out
from fact_cli.relate.twice.headlines.figures import figures_of_title
from fact_cli.relate.twice.values.agreeing import is_rounding
from fact_cli.relate.twice.values.kinds import as_percent
from fact_cli.relate.twice.values.near_values import LEAST_DIGITS, reason, slip_of
from fact_cli.relate.twice.values.same_words import words
from fact_cli.relate.twice.values.sameness import TAKEN_UP
from fact_cli.relate.twice.values.set_apart import are_apart, are_on_two_sides, counts_more
from fact_cli.relate.twice.values.telling import Telling, titled
from fact_cli.scan.times.ages import is_person

LONG = 4  # digits of which one that differs is a misprint, whatever the words
SHORT = 2  # digits of which two that changed places may be one
MANY = 40  # figures of one kind in the body: a table, in which any value lies near another
_NEVER = {QuantityKind.RATIO, QuantityKind.ORDINAL, QuantityKind.POINTS}
_SLIP = reason("à une faute de frappe près", "one slip apart", 4)


def find(context: Context) -> Iterator[Same]:
    titles, body = titled(context)
    if not titles:
        return
    known = {one.first.extent for one in figures_of_title(context)}
    for title in titles:
        if title.figure.extent not in known and _is_exact(title.figure):
            found = _misprinted(context, title, body)
            if found is not None:
                yield found


def _is_exact(figure: Quantity) -> bool:
    """Whether a figure has digits enough to be known by them, and no hedge."""
    if figure.value is None or figure.hedge is not None or figure.kind in _NEVER:
        return False
    return digits_of(figure.value, figure.step) >= SHORT


def _misprinted(context: Context, title: Telling, body: Sequence[Telling]) -> Same | None:
    """The one figure of the body that the title misprints, where the body bears it out by none."""
    alike = [one for one in body if _are_of_kind(title.figure, one.figure)]
    if len(alike) > MANY or any(is_rounding(title.figure, one.figure) for one in alike):
        return None
    beside = {one.value for one in title.sentence.quantities}
    near = [
        (one, why)
        for one in alike
        if one.figure.value not in beside and (why := _reasons(title, one))
    ]
    if len({one.figure.value for one, _ in near}) != 1:
        return None
    every = [as_percent(one.figure) for one in body]
    if is_borne_out(context.document.plain, title, alike, every):
        return None
    (again, why), *_ = near
    slip = slip_of(title.figure, again.figure)
    return Same(title.figure, again.figure, why, agree=False, title=True, slip=slip)


def _are_of_kind(one: Quantity, other: Quantity) -> bool:
    """Whether two figures can be one: of one unit, or counts of whatever."""
    if other.value is None:
        return False
    return (one.kind in NUMBERS and other.kind in NUMBERS) or (
        one.kind is other.kind and one.unit == other.unit
    )


def _reasons(title: Telling, again: Telling) -> list[Reason]:
    """Why a figure of the body is the title's, misprinted; nothing where it may be another."""
    slip = slip_of(title.figure, again.figure)
    digits = min(
        digits_of(one.value or Decimal(0), one.step) for one in (title.figure, again.figure)
    )
    shared = sorted(stem.lstrip("=") for stem in title.stems & again.stems)
    named = title.figure.of is not None and title.figure.of == again.figure.of
    tied = bool(shared) or named
    if slip is Slip.SWAP:
        enough = digits >= LEAST_DIGITS or (tied and digits >= SHORT)
    else:
        enough = slip is Slip.DIGIT and (digits >= LONG or (tied and digits >= LEAST_DIGITS))
    if not enough or (not tied and _count_others(title, again)) or _is_of_another(title, again):
        return []
    both = ", ".join(shared[:3])
    told = [reason(f"mêmes mots : {both}", f"same words: {both}", 1)] if shared else []
    return [*told, _SLIP, TAKEN_UP]


def _count_others(title: Telling, again: Telling) -> bool:
    """Whether each counts what it names: 1 876 families and 1 867 parcels, demonstrators, police.

    A noun that nothing is known of, as "finishers", can be that of any people.
    """
    nouns = [one.figure.of for one in (title, again)]
    if None in nouns:
        return False
    people = [noun is not None and is_person(noun, lexicon().grammar) for noun in nouns]
    return not any(people) or people[0] != people[1] or bool(set(nouns) & words().on_duty)


def _is_of_another(title: Telling, again: Telling) -> bool:
    """Whether words tell that the body's figure is one of another time, side or holder."""
    if again.base or again.updated or again.pointed or title.asked != again.asked:
        return True
    if again.past and not title.years & again.years:
        return True
    apart = are_apart(title.years, again.years) or are_apart(title.months, again.months)
    return apart or are_on_two_sides(title, again) or counts_more(title, again)
