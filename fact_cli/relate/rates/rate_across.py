"""So much per period in one sentence, a total or another period in the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from fact_cli.lang.words import lower, words_before
from fact_cli.model.bounds import Bounds, quotient
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Grain
from fact_cli.model.figures import Rate
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind, TimeExpression, TimeKind
from fact_cli.relate.context import Context
from fact_cli.relate.elided_unit import in_measure_of
from fact_cli.relate.neighbours import in_unit_of, usable
from fact_cli.relate.passage import MANY
from fact_cli.relate.rates.periods import (
    MONTH,
    NAMES,
    OVER,
    YEAR,
    length_of,
    parts_of,
    period_of,
    unit_of,
)

# What says that the second figure is the first one, told otherwise.
_TAKEN_UP = re.compile(
    r"\b(?:soit|ainsi|donc|cela|ça|ces|ce sont|moyenne|au total|en tout|à raison de|avec"
    r"|répartie?|à ce rythme|le trou|l'ardoise|(?:sur|au (?:terme|bout) des) douze mois"
    r"|(?:son|sa|leur) (?:contrat|salaire|rémunération|traitement|paie|revenu)"
    r"|(?:elle|il|elles|ils|on|qui|et) (?:n')?en [^\W\d_]{3,})\b"
)
_ALL_YEAR = re.compile(
    r"\b(?:sur|en|au (?:terme|bout) des?) (?:les )?(?:douze mois|12 mois|un an|une année|l'année"
    r"|un exercice|l'exercice)\b|annuellement"
)
# What is the same each month, so that one month stands for all.
_STEADY = re.compile(
    r"\b(?:loyers?|salaires?|mensualités?|abonnements?|pensions?|traitement|indemnités?|rentes?"
    r"|forfaits?|chaque mois|mensuel\w*|allocations?)\b"
)

# Of one pay, what is kept and what is paid.
_NET, _GROSS = re.compile(r"\bnets?\b|\bnettes?\b"), re.compile(r"\bbrut")
FACTORS = (Decimal(1), Decimal(10), Decimal("0.1"), Decimal(1000), Decimal("0.001"))
FEWEST = 30  # days that are told to be those of a year
ROUNDED = Decimal(1)  # point, by which a share told beside may lie from that of the two
NEAR = (Decimal("0.4"), Decimal("2.5"))  # of what is told; what lies farther is another thing's


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure with its sentence and the period that it is told for."""

    figure: Quantity
    sentence: ScannedSentence
    period: str | None


def find(context: Context) -> Iterator[Rate]:
    plain = context.document.plain
    for before, sentence in pairwise(context.sentences):
        first, second = usable(before.quantities), usable(sentence.quantities)
        same_block = before.sentence.block == sentence.sentence.block
        if (
            max(len(first), len(second)) > MANY
            or not same_block
            or not _TAKEN_UP.search(lower(sentence.extent.of(plain)))
        ):
            continue
        pairs = [
            (one, like)
            for one in first
            for other in second
            if in_unit_of(one, like := in_measure_of(other, one)) and _are_one(one, like)
        ]
        if len(pairs) == 1:
            ((one, other),) = pairs
            if _is_a_part(other, second):
                continue
            told = _Told(one, before, period_of(plain, before, first, one))
            again = _Told(other, sentence, period_of(plain, sentence, second, other))
            yield from (
                rate
                for rate in (*_periods(plain, told, again), *_for_years(plain, told, again))
                if _is_near(rate) and not _is_compared(rate, second)
            )


def _is_a_part(figure: Quantity, figures: Sequence[Quantity]) -> bool:
    """ "Elle n'en représente que 60 %, soit 742 euros par mois": a share of what was told."""
    parts = (QuantityKind.PERCENT, QuantityKind.RATIO)
    return any(one.kind in parts and one.extent < figure.extent for one in figures)


def _is_compared(rate: Rate, figures: Sequence[Quantity]) -> bool:
    """Whether a percentage tells which part of the one the other is: "soit 56 % du maximum"."""
    total = in_unit_of(rate.total, rate.stated)
    whole = None if total is None else quotient(total.value, rate.usual)
    share = quotient(rate.stated.value, whole)
    return share is not None and any(
        one.kind is QuantityKind.PERCENT
        and one.value is not None
        and abs(one.value - share * 100) <= ROUNDED
        for one in figures
    )


def _are_one(one: Quantity, other: Quantity) -> bool:
    """Whether two figures can be told of one thing; a count may change its noun."""
    return one.value is not None and other.value is not None and one.value != other.value


def _periods(plain: str, told: _Told, again: _Told) -> Iterator[Rate]:
    """ "2 150 euros par mois. Sur douze mois, cela fait 25 800 euros"."""
    words = lower(told.sentence.extent.of(plain) + again.sentence.extent.of(plain))
    if _NET.search(words) and _GROSS.search(words):
        return
    one = told.period or _month_of(plain, told, again) or _year_of(plain, told)
    other = again.period or _year_of(plain, again)
    if one is None or other is None or one == other:
        return
    for longer, shorter, total, each in (
        (one, other, told.figure, again.figure),
        (other, one, again.figure, told.figure),
    ):
        counts = _told_count(told, again, shorter) or parts_of(
            longer, shorter, told.sentence.extent.of(plain)
        )
        if counts:
            result = total if total is again.figure else None
            yield Rate(
                total,
                counts,
                counts[0].ends[0],
                NAMES[shorter],
                each,
                [told.figure, again.figure],
                Binding.INFERRED,
                result,
            )


def _month_of(plain: str, told: _Told, again: _Told) -> str | None:
    """The one month that a sum is told for, where the next sentence tells of twelve."""
    times = [one for one in told.sentence.times if one.grain is Grain.MONTH and not one.parts]
    twelve = _ALL_YEAR.search(lower(again.sentence.extent.of(plain))) is not None
    single = len(times) == len(told.sentence.times) == 1
    steady = _STEADY.search(lower(told.sentence.extent.of(plain))) is not None
    return MONTH if steady and twelve and single and again.period in {None, YEAR} else None


def _told_count(told: _Told, again: _Told, unit: str) -> Sequence[Bounds]:
    """How many of the shorter period the text itself counts: "ouverts 310 jours"."""
    lengths = [
        counted[1]
        for time in (*told.sentence.times, *again.sentence.times)
        if (counted := _length_in_unit(time)) is not None and counted[0] == unit
    ]
    return [Bounds.exactly(lengths[0])] if len(lengths) == 1 and lengths[0] > FEWEST else []


def _year_of(plain: str, told: _Told) -> str | None:
    """A year that a total is told for: "en 2022", "sur douze mois"."""
    if told.figure.kind is QuantityKind.PERCENT:
        return None  # "de 1,6 % sur un an" tells since when, not how much a year
    words = lower(told.sentence.extent.of(plain))
    if _ALL_YEAR.search(words):
        return YEAR
    dated = [one for one in told.sentence.times if one.grain is Grain.YEAR and not one.parts]
    return YEAR if len(dated) == 1 and len(told.sentence.times) == 1 else None


def _for_years(plain: str, told: _Told, again: _Told) -> Iterator[Rate]:
    """The sum of one sentence and the sum per period of the other, either way round."""
    lengths = [time for time in told.sentence.times if _length_in_unit(time) is not None]
    if len(lengths) != 1 or not OVER.search(words_before(plain, lengths[0].extent.start, 30)):
        return
    counted = _length_in_unit(lengths[0])
    if counted is None:
        return
    unit, usual = counted
    counts, name = [Bounds.exactly(usual)], NAMES[unit]
    first, second = told.figure, again.figure
    if first.kind is QuantityKind.PERCENT:
        return
    if told.period is None and again.period == unit:
        yield Rate(first, counts, usual, name, second, [first], Binding.INFERRED)
    if told.period == unit and again.period is None:
        yield Rate(second, counts, usual, name, first, [first], Binding.INFERRED, second)


def _length_in_unit(time: TimeExpression) -> tuple[str, Decimal] | None:
    length = None if time.kind is TimeKind.AGE else length_of(time)
    unit = None if length is None else unit_of(length, None)
    return None if unit is None else (unit, Decimal(getattr(length, unit)))


def _is_near(rate: Rate) -> bool:
    """Whether the rate is near enough to be that of the two; a factor of ten is a slip."""
    total = in_unit_of(rate.total, rate.stated)
    exact = None if total is None else quotient(total.value, rate.usual)
    near = quotient(exact, rate.stated.value)
    if near is None:
        return False
    return any(NEAR[0] <= near * factor <= NEAR[1] for factor in FACTORS)
