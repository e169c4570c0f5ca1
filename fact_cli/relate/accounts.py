"""What else near a printed figure gives it: a reason to doubt operands that were only inferred.

"Le plan vaut 21 300 millions, contre 13 900 l'an passé. Près d'un quart, 5 000 millions, …": a
quarter of 13 900 it is not, but of 21 300 it is, so that the article need not be wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, permutations

from fact_cli.lang import show
from fact_cli.model.bounds import is_near
from fact_cli.model.lapse import Unit, in_unit, unit_of
from fact_cli.model.mention import Mention, Quantity, QuantityKind, TimeExpression
from fact_cli.model.slips import PRECISE, digits_of
from fact_cli.model.text import Extent
from fact_cli.model.times import LengthForm
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, printed, same_thing, told_noun

BACK, AHEAD = 3, 1  # sentences around the printed figure in which an account of it is sought
LIST = 4  # operands from which what two other figures give is chance
TELLING = 100  # units of its last digit from which a figure is no sum or difference by chance
ROUNDLY = Decimal("0.08")  # by how much a fraction in words may be off
_NO_AMOUNT = {QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.RATIO, QuantityKind.ORDINAL}
_IN_PERCENT = {QuantityKind.PERCENT, QuantityKind.POINTS}


def other_account(context: Context, at: Extent, ends: Sequence[Extent]) -> str | None:
    """The arithmetic by which figures other than ``ends`` alone give the one at ``at``.

    None where there is none, and for a list, whose figures are too many to be the wrong ones.
    Of the two figures in it, one at least is not among ``ends``.
    """
    if len(ends) >= LIST:
        return None
    index = next((i for i, s in enumerate(context.sentences) if s.extent.holds(at)), None)
    if index is None:
        return None
    near = context.sentences[max(0, index - BACK) : index + AHEAD + 1]
    told = next((one for one in context.sentences[index].mentions if _meet(one.extent, at)), None)
    match told:
        case Quantity(value=Decimal()):
            figures = [
                one
                for sentence in near
                for one in sentence.quantities
                if one.value and not _meet(one.extent, at)
            ]
            return next(_accounts(told, figures, ends), None)
        case TimeExpression(form=LengthForm() as form):
            times = [one for s in near for time in s.times for one in time.leaves if one != told]
            published = context.document.published.date
            today = None if published is None else published.year
            return next(_lengths(form, times, today, ends), None)
        case _:
            return None


def _meet(one: Extent, other: Extent) -> bool:
    return one.start < other.end and other.start < one.end


def _is_new(pair: Sequence[Mention], ends: Sequence[Extent]) -> bool:
    """Whether one of two mentions is not what the printed figure was set against already."""
    return not all(any(_meet(one.extent, end) for end in ends) for one in pair)


def _spent(figures: Sequence[Quantity], ends: Sequence[Extent]) -> set[Decimal | None]:
    """The values that the printed figure was set against, with their sums and differences."""
    used = [one.value for one in figures if any(_meet(one.extent, end) for end in ends)]
    known = [value for value in used if value is not None]
    derived = [(one + other, abs(one - other)) for one, other in combinations(known, 2)]
    return {*used, *(value for pair in derived for value in pair)}


def _accounts(told: Quantity, figures: Sequence[Quantity], ends: Sequence[Extent]) -> Iterator[str]:
    bounds = told.recomputed(loose=False)
    spent = _spent(figures, ends)
    for pair in permutations(figures, 2):
        if {one.value for one in pair} <= spent:
            continue
        for sign, result in _results(told, *pair):
            if bounds.holds(result) or _is_roughly(result, told):
                one, other = map(show.figure, pair)
                yield f"{one} {sign} {other} = {_shown(result, told)}"


def _shown(result: Decimal, told: Quantity) -> str:
    """What comes out, as printed; exactly where a fraction or a multiple is told in words."""
    if told.kind is not QuantityKind.RATIO:
        return show.figure(told)
    return show.percent(result * 100) if result < 1 else f"{show.number(result, 1)} fois"


def _is_roughly(result: Decimal, told: Quantity) -> bool:
    """Whether a fraction in words, "un quart", stands for ``result``."""
    ratio = told.kind is QuantityKind.RATIO and told.value is not None
    return ratio and is_near(result, told.value or result, ROUNDLY)


def _results(told: Quantity, one: Quantity, other: Quantity) -> Iterator[tuple[str, Decimal]]:
    """What two figures give by any operation whose result is of the kind of ``told``."""
    first, second = one.value, other.value
    assert first and second
    amounts = not {one.kind, other.kind} & _NO_AMOUNT
    alike = amounts and _are_alike(one, other)
    if told.kind in _IN_PERCENT:
        if alike:
            yield "÷", first / second * 100
            yield "/", abs(first - second) / second * 100
        elif {one.kind, other.kind} <= _IN_PERCENT:
            yield "+", first + second
            yield "−", first - second
        return
    if told.kind is QuantityKind.RATIO:
        if alike:
            yield "÷", first / second
        return
    if _is_long(told) and _may_make(one, told) and _may_make(other, told):
        yield "+", first + second
        yield "−", first - second
    # What is 80 % of 7 500 places are 6 000 tickets: here another noun is no objection.
    if one.kind is QuantityKind.PERCENT and same_thing(other, told):
        yield "×", first * second / 100
    if _may_make(one, told) and _counts(other):
        yield "×", first * second
        yield "÷", first / second


def _are_alike(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts can be of one thing: the unit or the currency of one may be elided."""
    sums = one.kind is other.kind is QuantityKind.MONEY and one.scale == other.scale != 1
    bare = any(each.kind is QuantityKind.NUMBER and each.noun is None for each in (one, other))
    return sums or bare or same_thing(one, other)


def _may_make(one: Quantity, told: Quantity) -> bool:
    """Whether ``one`` can go into ``told``: one unit, and no two nouns that both are written.

    Where ``told`` is so long that chance does not make it, nouns do not matter.
    """
    nouns = {told_noun(one), told_noun(told)} - {None}
    return same_thing(one, told) and (len(nouns) < 2 or digits_of(*printed(told)) >= PRECISE)


def _is_long(told: Quantity) -> bool:
    """Whether a figure has so many digits that it is seldom a sum by chance."""
    return told.value is not None and told.value / told.step >= TELLING


def _counts(figure: Quantity) -> bool:
    return figure.kind in NUMBERS and figure.value != 1


def _lengths(
    form: LengthForm, times: Sequence[TimeExpression], today: int | None, ends: Sequence[Extent]
) -> Iterator[str]:
    """The years between two dates or since one of them, or two lengths that make the one told."""
    unit = unit_of(form.duration)
    if unit is None:
        return
    told = in_unit(form.duration, unit)
    for pair in combinations(times, 2):
        lengths = [
            in_unit(one.form.duration, unit)
            for one in pair
            if isinstance(one.form, LengthForm) and unit_of(one.form.duration) is unit
        ]
        if len(lengths) == 2 and sum(lengths) == told and _is_new(pair, ends):
            yield f"{' + '.join(map(show.number, lengths))} = {show.number(told)}"
    if unit is not Unit.YEARS:
        return
    years = [(one.interval.begin.year, [one]) for one in times if one.interval.begin is not None]
    if today is not None:
        years.append((today, []))
    for (one, first), (other, second) in combinations(years, 2):
        if abs(one - other) == told and _is_new([*first, *second], ends):
            yield f"{max(one, other)} − {min(one, other)} = {show.number(told)}"
