"""Months and years told to lie between now and the date beside them.

"Il y a trois mois, en janvier, …", written in June; "dans deux ans, en 2028", written in 2024. Days
are counted where one day is told twice, years back as anniversaries are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Interval, PartialDate
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Lasting, Unit, elapsed, in_unit, unit_of
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import CalendarForm, Deixis, LengthForm, PortionForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.lengths.lasting import stated_length
from fact_cli.relate.times.moments import published

_CUES = ("il y a ", "dans ", "voilà ", "voici ", "il y a\xa0")
_BESIDE = re.compile(
    r",? \(?(?:soit |donc |c'est-à-dire |c'était |ce sera )?(?:donc )?"
    r"(?:en |le |au |dès |courant |au mois de |au mois d')?"
)
_GOES_ON = re.compile(r" ?(?:et|ou|puis|,) (?:en |le |dans )?\d| ?[-–/]")
# How far off a length must be, where people round it.
_SLACK = {Unit.YEARS: Decimal(0), Unit.MONTHS: Decimal("0.9"), Unit.WEEKS: Decimal(2)}
# What was promised once is reckoned from then.
_THEN = re.compile(
    r"\b(?:avai(?:t|ent)|étai(?:t|ent)|serai(?:t|ent)|aurai(?:t|ent)|devai(?:t|ent)|allai(?:t|ent)"
    r"|pourrai(?:t|ent)|promettai(?:t|ent)|assurai(?:t|ent)|annonçai(?:t|ent)|affirmai(?:t|ent)"
    r"|disai(?:t|ent)|écrivai(?:t|ent)|alors|à l'époque)\b"
)
YEARS_AROUND = (-2, -1, 0, 1, 2)


def find(context: Context) -> Iterator[Lasting]:
    now = published(context)
    if now is None or not context.tells(_CUES):
        return
    plain = context.document.plain
    for sentence in context.sentences:
        for one, other in pairwise(sentence.times):
            if not _BESIDE.fullmatch(lower(plain[one.extent.end : other.extent.start])):
                continue
            if context.quoted(one.extent) or _GOES_ON.match(plain, other.extent.end):
                continue
            for length, dated in ((one, other), (other, one)):
                if _is_from_then(plain, sentence, length):
                    continue
                found = _apart(plain, length, dated, now.interval)
                if found is not None:
                    yield found


def _is_from_then(plain: str, sentence: ScannedSentence, length: TimeExpression) -> bool:
    """Whether "dans six mois" can be told of another day than now."""
    if not isinstance(length.form, LengthForm) or length.form.side is not Deixis.NEXT:
        return False
    ahead = [one for one in sentence.times if one.extent.end <= length.extent.start]
    dated = any(_parts(leaf) is not None for one in ahead for leaf in one.leaves)
    return dated or _THEN.search(lower(sentence.extent.of(plain))) is not None


def _apart(
    plain: str, length: TimeExpression, dated: TimeExpression, now: Interval
) -> Lasting | None:
    form, parts, told = length.form, _parts(dated), stated_length(plain, length)
    if not isinstance(form, LengthForm) or form.vague or not form.side or parts is None:
        return None
    unit = unit_of(form.duration)
    years_back = unit is Unit.YEARS and form.side is Deixis.LAST and not form.duration.months
    if (
        unit is None
        or unit not in _SLACK
        or years_back
        or (unit is Unit.WEEKS and parts.day)
        or told is None
    ):
        return None
    value = in_unit(form.duration, unit)
    spans = [_between(now, one, form.side, unit) for one in _meant(parts, now)]
    known = [(_off(value, one), index, one) for index, one in enumerate(spans) if one is not None]
    if not known:
        return None
    off, _, between = min(known, key=lambda each: each[:2])
    if 0 < off <= _SLACK[unit]:
        return None
    return Lasting(length, between, unit, (dated.extent,), told[1], Binding.INFERRED)


def _parts(time: TimeExpression) -> PartialDate | None:
    """The year or month of a date, which may be a part of it: "fin janvier"."""
    match time.form:
        case CalendarForm(parts=parts) | PortionForm(whole=CalendarForm(parts=parts)):
            return parts if parts.year or parts.month else None
        case _:
            return None


def _meant(parts: PartialDate, now: Interval) -> Iterator[Interval]:
    """The dates that may be meant: of one without a year, those of the years around now."""
    if parts.year is not None or now.begin is None:
        yield parts.interval()
        return
    for shift in YEARS_AROUND:
        yield replace(parts, year=now.begin.year + shift).interval()


def _between(now: Interval, dated: Interval, side: Deixis, unit: Unit) -> Bounds | None:
    between = elapsed(now, dated, unit) if side is Deixis.NEXT else elapsed(dated, now, unit)
    return between if between and between.high is not None and between.high > 0 else None


def _off(value: Decimal, between: Bounds) -> Decimal:
    """How far a length lies outside of what lies between."""
    low, high = between.low or Decimal(0), between.high or Decimal(0)
    return max(low - value, value - high, Decimal(0))
