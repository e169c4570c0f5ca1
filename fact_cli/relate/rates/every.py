"""So many in a year told again as one in so long: "94 en 2023, soit un tous les quatre jours".

So far in an hour as well: "300 mètres à l'heure, soit un mètre toutes les douze secondes".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds
from fact_cli.model.dates import Duration, Grain
from fact_cli.model.figures import Rate
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Unit, in_unit
from fact_cli.model.mention import Quantity, QuantityKind, TimeExpression
from fact_cli.model.text import Extent
from fact_cli.model.times import SetForm
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import in_unit_of
from fact_cli.relate.passage import Passage
from fact_cli.relate.rates.each import each_of
from fact_cli.relate.rates.periods import YEAR, period_of

_ONE = re.compile(r"\b(?P<one>une?)(?: [^\W\d_]+(?:-[^\W\d_]+)*){0,3} $")
_TIED = re.compile(
    r"\b(?:soit|cela|ce qui|équivau\w*|correspond\w*|revient|c'est|autrement dit|donc|ainsi|"
    r"représent\w+|à raison)\b"
)
_OPEN = re.compile(
    r"\b(?:plus|moins) (?:de |d')?(?:une?|tous|toutes)\b|\bau moins une?\b|\bou deux\b"
)
_RHYTHM = re.compile(r"(?:tous|toutes) les")
FREELY = Decimal("0.1")  # of a length of time, by which such a rate is rounded
HUNDREDTH = Decimal("0.01")  # to which one metre or kilometre is meant
HALF = Decimal("0.5")
MANY = 100  # periods of a year from which their tenths tell nothing
HOUR = Decimal(60)  # minutes
YEAR_IN_MINUTES = in_unit(Duration(years=Decimal(1)), Unit.MINUTES)


def find(context: Context) -> Iterator[Rate]:
    return in_passages(context, _rates, lambda one: one.stated.extent.start)


def _rates(passage: Passage) -> Iterator[Rate]:
    """The only count of a year in a passage, and the only "un tous les …" behind it."""
    told = [time for time in passage.times if isinstance(time.form, SetForm)]
    every = [
        (one, time)
        for time in told
        if _RHYTHM.match(lower(time.extent.of(passage.plain)))
        and (one := _one_before(passage.plain, time)) is not None
    ]
    if len(every) == 1:
        yield from _of_speed(passage, *every[0])
    if len(every) != 1:
        return
    totals = [one for one in passage.figures if _is_of_a_year(passage, one)]
    if len(totals) != 1:
        return
    (total,), ((one, time),) = totals, every
    between = lower(passage.plain[total.extent.end : one.start])
    around = lower(passage.plain[max(0, one.start - 20) : time.extent.end])
    if one.start < total.extent.end or not _TIED.search(between) or _OPEN.search(around):
        return
    assert isinstance(time.form, SetForm)
    length = in_unit(time.form.every, Unit.MINUTES)
    if length > 0:
        yield _rate(passage, total, one, time, length, YEAR_IN_MINUTES)


def _of_speed(passage: Passage, one: Extent, time: TimeExpression) -> Iterator[Rate]:
    """The only speed of a passage, and the metre or kilometre that it takes so long for."""
    assert isinstance(time.form, SetForm)
    length = in_unit(time.form.every, Unit.MINUTES)
    step = next((each for each in passage.figures if each.extent.start == one.start), None)
    speeds = [
        each
        for figure in passage.figures
        if figure.kind is QuantityKind.DIMENSION
        and (each := each_of(passage, figure)) is not None
        and each.period is Unit.HOURS
    ]
    if step is None or step.value != 1 or len(speeds) != 1 or not 0 < length < HOUR:
        return
    so_far = in_unit_of(speeds[0].figure, step)
    between = lower(passage.plain[speeds[0].behind : one.start])
    if so_far is None or not _TIED.search(between):
        return
    around = lower(passage.plain[max(0, one.start - 20) : time.extent.end])
    if not _OPEN.search(around):
        rate = _rate(passage, so_far, step.extent, time, length, HOUR)
        told = replace(rate.stated, kind=step.kind, unit=step.unit, step=HUNDREDTH)
        yield replace(rate, stated=told)


def _rate(
    passage: Passage,
    total: Quantity,
    one: Extent,
    time: TimeExpression,
    length: Decimal,
    whole: Decimal,
) -> Rate:
    periods = whole / length
    units = _units(time)
    low, high = units - HALF - FREELY * units, units + HALF + FREELY * units
    bounds = Bounds(units / high, units / low if low > 0 else None)
    stated = Quantity(one, one, QuantityKind.NUMBER, Decimal(1), Decimal(1), bounds, bounds)
    words = lower(time.extent.of(passage.plain))
    name = re.sub(r"^(?:tous|toutes) les ", "", words)
    counts = [Bounds.exactly(periods)]
    usual = periods.quantize(Decimal(1) if periods >= MANY else Decimal("0.1"))
    return Rate(total, counts, usual, f"« {name} »", stated, [total], Binding.INFERRED)


def _units(time: TimeExpression) -> Decimal:
    """How many days, hours or minutes a recurrence counts: four of "tous les quatre jours"."""
    assert isinstance(time.form, SetForm)
    every = time.form.every
    for name in ("years", "months", "weeks", "days", "hours", "minutes", "seconds"):
        value = Decimal(getattr(every, name))
        if value:
            return value
    return Decimal(1)


def _one_before(plain: str, time: TimeExpression) -> Extent | None:
    at = max(0, time.extent.start - 60)
    found = _ONE.search(lower(plain[at : time.extent.start]))
    return None if found is None else Extent(at + found.start("one"), at + found.end("one"))


def _is_of_a_year(passage: Passage, figure: Quantity) -> bool:
    """Whether a count is told for a year: "en 2023", "chaque année"."""
    if figure.kind is not QuantityKind.COUNT or (figure.value or 0) < 2:
        return False
    sentence = passage.sentence_of(figure)
    own = [one for one in passage.figures if sentence.extent.holds(one.extent)]
    if period_of(passage.plain, sentence, own, figure) == YEAR:
        return True
    years = [
        one for one in sentence.times if one.grain is Grain.YEAR and not one.parts and one.timex
    ]
    counts = [one for one in own if one.kind is QuantityKind.COUNT]
    return len(years) == 1 and len(counts) == 1 and id(figure) not in passage.changes
