"""Months counted from the start of a year against the month with which they close.

"Les dix premiers mois, arrêtés à fin septembre"; "ce premier trimestre, clos à fin juin", where the
same text ends the first half on that day. A financial year may start in any month, so a quarter
alone says nothing.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower, words_before
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Duration, Grain
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Hedge, Lasting, Unit
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.text import Extent
from fact_cli.model.times import (
    CalendarForm,
    Form,
    FractionForm,
    LengthForm,
    NthForm,
    Portion,
    PortionForm,
    RangeForm,
)
from fact_cli.relate.context import Context
from fact_cli.relate.times.month_span import MONTHS_IN, span_of

CUES = ("trimestre", "semestre", " mois")
_FIRST_MONTHS = re.compile(r"\b(?P<count>[^\W_]+) premiers mois\b")
_CLOSED = re.compile(
    r"(?: (?:de |d')(?:l'année|l'an|20\d\d))?(?:,? ?\(?(?:qui s'(?:est|était) )?(?:clos|achev"
    r"|termin|arrêt|clôtur|échu|boucl|fini)[a-zéè]* |, | \()"
    r"(?:à |au |le |à la |à la date du |jusqu'à |jusqu'au )?"
)
_BESIDE = re.compile(r"(?:,| \(|\s[-–]) ?(?:soit )?")
_THAT_IS = re.compile(r",? (?:soit|c'est-à-dire) (?:sur |au bout de |pour |en )?(?:les |ces )?")
_RESULT_OF = re.compile(
    r", (?:l[ea] |l'|les )[^.;:,()\d]{3,30} (?:des|du|sur les|pour les|de ces|au cours des) "
)
_OWN_YEAR = re.compile(r"\b(?:exercices?|fisca\w+|décalée?s?|campagne|saison|scolaire|récolte)\b")
_THIS = re.compile(r"\b(?:ce|ces) (?:même |seul )?$")
CIVIL = re.compile(
    r"\b(?:exercice|année)\b[^.;:]{0,60}\b(?:de janvier à décembre|année civile|du 1er janvier)"
)
NEAR = 2  # months by which one miscounts; three are a financial year
MONTHS = 12


@dataclass(frozen=True, slots=True)
class _Count:
    """Months from the start of a year, told as ``stated``.

    ``civil`` where that year is told to start in January, ``parts`` where they are told as a
    quarter or a half, ``bare`` where as mere months.
    """

    stated: TimeExpression
    months: int
    civil: bool = False
    parts: bool = False
    bare: bool = False


@dataclass(frozen=True, slots=True)
class _Close:
    """What is counted, and the month with which it ends."""

    count: _Count
    month: int
    at: Extent
    own: bool  # in a sentence that tells of a financial year


def find(context: Context) -> Iterator[Lasting]:
    if not context.tells(CUES):
        return
    plain = context.document.plain
    counts = [(each, one) for each in context.sentences for one in _counts(plain, each)]
    if not counts:
        return
    closes = [found for each, one in counts for found in _closes(plain, each, one)]
    civil = CIVIL.search(context.told) is not None
    own_year = _OWN_YEAR.search(context.told) is not None
    known = {one.months for _, one in counts if one.civil}
    ends = {(one.count.months, one.month) for one in (*closes, *_beside(counts))}
    for one in closes:
        count = one.count
        near = abs(count.months - one.month) <= NEAR and not own_year
        if count.parts:
            ahead = words_before(plain, count.stated.extent.start, 12)
            wrong = civil or (_THIS.search(ahead) and (one.month, one.month) in ends)
        elif count.bare:
            wrong = count.months in known or (near and _is_so(plain, one))
        else:
            wrong = count.civil or near
        if wrong and count.months != one.month and (civil or not one.own):
            yield _lasting(one)


def _lasting(close: _Close) -> Lasting:
    months = LengthForm(Duration(months=Decimal(close.count.months)))
    stated = replace(close.count.stated, form=months)
    end = Bounds.exactly(Decimal(close.month))
    return Lasting(stated, end, Unit.MONTHS, (close.at,), Hedge.NONE, Binding.INFERRED)


def _counts(plain: str, sentence: ScannedSentence) -> Iterator[_Count]:
    for time in sentence.times:
        match time.form:
            case FractionForm(grain=grain, number=number) if grain in MONTHS_IN:
                yield _Count(time, MONTHS_IN[grain] * number, parts=True)
            case NthForm(grain=Grain.MONTH, index=1, count=count) if count > 1:
                if time.interval.begin is not None and time.interval.begin.month == 1:
                    yield _Count(time, count, civil=True)
            case LengthForm(duration=duration, side=None, vague=False) if duration.months > 1:
                if duration == Duration(months=duration.months) and duration.months < MONTHS:
                    yield _Count(time, int(duration.months), bare=True)
            case _:
                continue
    for found in _FIRST_MONTHS.finditer(lower(sentence.extent.of(plain))):
        start = sentence.extent.start
        extent = Extent(start + found.start(), start + found.end())
        value = _number(found["count"])
        if value is not None and not any(time.extent.overlaps(extent) for time in sentence.times):
            length = LengthForm(Duration(months=Decimal(value)))
            yield _Count(TimeExpression(extent, TimeKind.DURATION, length), value)


def _number(word: str) -> int | None:
    value = int(word) if word.isdecimal() else lexicon().numbers.words.get(word)
    return value if value is not None and 1 < value < MONTHS else None


def _closes(plain: str, sentence: ScannedSentence, count: _Count) -> Iterator[_Close]:
    """The ends of a period that stand right behind or before it."""
    own = _OWN_YEAR.search(lower(sentence.extent.of(plain))) is not None
    at = count.stated.extent
    for time in sentence.times:
        month = _end_month(time.form)
        span = span_of(time) if count.parts and isinstance(time.form, RangeForm) else None
        month = span.end if span is not None else month
        if month is None or not _is_of_year(time, count.stated):
            continue
        if time.extent.start >= at.end:
            link = lower(plain[at.end : time.extent.start])
            tied = _BESIDE.fullmatch(link) if span is not None else _CLOSED.fullmatch(link)
        else:
            link = lower(plain[time.extent.end : at.start])
            tied = _THAT_IS.fullmatch(link) or (not count.bare and _RESULT_OF.fullmatch(link))
        if tied:
            yield _Close(count, month, time.extent, own)


def _end_month(form: Form) -> int | None:
    """The month that a time ends: "fin juin", "le 30 juin"."""
    match form:
        case PortionForm(portion=Portion.END, whole=CalendarForm(parts=parts)):
            return parts.month if parts.day is None else None
        case CalendarForm(parts=parts) if parts.month and parts.day:
            last = monthrange(parts.year or 2001, parts.month)[1]
            return parts.month if parts.day == last else None
        case _:
            return None


def _is_of_year(time: TimeExpression, stated: TimeExpression) -> bool:
    """Whether the end may be one of the year that is counted from."""
    begin, end = stated.interval.begin, time.interval.end
    return begin is None or end is None or begin.year == end.year


def _is_so(plain: str, close: _Close) -> bool:
    """Whether mere months are told to be all until then: "à fin octobre, soit neuf mois"."""
    at = close.count.stated.extent
    return close.at < at and _THAT_IS.fullmatch(lower(plain[close.at.end : at.start])) is not None


def _beside(counts: Sequence[tuple[ScannedSentence, _Count]]) -> Iterator[_Close]:
    """A quarter, a half or first months, told in one sentence with the only month that ends."""
    for sentence, count in counts:
        ends = [(time, month) for time in sentence.times if (month := _end_month(time.form))]
        if not count.bare and len(ends) == 1:
            ((time, month),) = ends
            yield _Close(count, month, time.extent, own=False)
        for time in sentence.times:
            span = span_of(time) if isinstance(time.form, RangeForm) else None
            if span is not None and count.parts:
                yield _Close(count, span.end, time.extent, own=False)
