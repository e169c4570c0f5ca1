"""Lengths told of two times of day, which may stand on two days or in sentences before.

"Interpellé mardi à 8 heures, il est ressorti mercredi à 20 heures. Au terme de ses 36 heures …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from fact_cli.lang.lexicon import read
from fact_cli.lang.words import lower, words_before
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Grain
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Hedge, Lasting, Unit, day_of, in_unit
from fact_cli.model.mention import TimeExpression
from fact_cli.model.text import Extent
from fact_cli.model.times import CalendarForm, ClockForm, LengthForm, OffsetForm, RangeForm
from fact_cli.relate.context import Context, up_to
from fact_cli.relate.times.lengths.lasting import ANOTHER_DAY, ELSEWHERE, TOGETHER, stated_length
from fact_cli.relate.times.lengths.spent import clock_length, spent_length

BACK = 3  # sentences before that of the length
DAY = 24 * 60  # minutes
DAYS = 4  # from the first time to the other; farther apart, one of them is of another week
ROUNDED = Decimal("0.1")  # of what lies between: five minutes more or less in an hour
NEAR = (Decimal("0.25"), Decimal(4))  # farther off, it is another length
_ROUGH = re.compile(
    r"\b(?:vers|peu (?:avant|après)|autour de|environ|aux alentours de|sur les coups de|avant"
    r"|après|jusqu'à près de) $"
)
_DAY_AHEAD = re.compile(r",? (?:à|dès|vers|peu (?:avant|après)|jusqu'à|depuis|sur le coup de) ")
_DAY_BEHIND = re.compile(r",? (?:le |ce )?(?:soir |matin )?")
_AT = re.compile(r"\b(?:de|à|dès|depuis|vers) $")
_TO = re.compile(r"(?: [^\W\d_]+)? (?:à|et) ")  # "de 22 heures mercredi à 4 heures"
# Dates by which one of the two times may be of another day.
_SEVERAL_DAYS = re.compile(
    r"\b(?:tous les|toutes les|chaque|du lundi|du mardi|du mercredi|du jeudi|du vendredi|jours de"
    r"|horaires|quotidien\w*|\d{1,2}, \d{1,2}|par jour|prochaine?|pause)\b"
)


@dataclass(frozen=True)
class _Point:
    """A time of day in minutes from midnight, with the day or the weekday beside it."""

    extent: Extent
    minutes: int
    day: date | None = None
    weekday: int | None = None
    rough: bool = False


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What the first of two times of day begins, and what the second ends."""
    data = read("spells")["clock"]
    begun, ended = "|".join(data["begun"]), "|".join(data["ended"])
    return re.compile(rf"\b(?:{begun})"), re.compile(rf"\b(?:{ended})")


def find(context: Context) -> Iterator[Lasting]:
    plain = context.document.plain
    for index, sentence in enumerate(context.sentences):
        for stated in sentence.times:
            length = spent_length(plain, sentence, stated)
            if length is None:
                continue
            near = [
                one
                for one in up_to(context.sentences, index, BACK)
                if one.sentence.block == sentence.sentence.block
            ]
            back = BACK if length.named else 1
            for start in range(len(near) - 1, max(-1, len(near) - back - 2), -1):
                points = _points(plain, near[start:], length.stated)
                if len(points) >= 2:
                    yield from _between(plain, near[start:], points, length.stated)
                    break


def _between(
    plain: str, near: Sequence[ScannedSentence], points: Sequence[_Point], stated: TimeExpression
) -> Iterator[Lasting]:
    told = stated_length(plain, stated)
    form = stated.form
    words = lower(plain[near[0].extent.start : near[-1].extent.end])
    if len(points) != 2 or told is None or not isinstance(form, LengthForm):
        return
    first, last = points
    gap = plain[first.extent.end : last.extent.start]
    apart = any(one.search(words) for one in (ELSEWHERE, TOGETHER, _SEVERAL_DAYS))
    if apart or ANOTHER_DAY.search(gap) or told[0] not in {Unit.HOURS, Unit.MINUTES}:
        return
    start = max(one.extent.start for one in near if one.extent.start <= last.extent.start)
    begins, ends = _words()
    ended = ends.search(lower(plain[max(start, first.extent.end) : last.extent.start]))
    begun = begins.search(lower(plain[near[0].extent.start : last.extent.start]))
    joined = first.extent == last.extent or _TO.fullmatch(gap)
    if not joined and not (begun and ended):
        return
    minutes = _minutes(first, last)
    if minutes is None:
        return
    between = Decimal(minutes) / (60 if told[0] is Unit.HOURS else 1)
    value = in_unit(form.duration, told[0])
    off = abs(value - between)
    if not NEAR[0] * between <= value <= NEAR[1] * between or 0 < off <= ROUNDED * between:
        return
    hedge = Hedge.ABOUT if told[1] is Hedge.NONE and (first.rough or last.rough) else told[1]
    at = (first.extent, last.extent)
    yield Lasting(stated, Bounds.exactly(between), told[0], at, hedge, Binding.INFERRED)


def _minutes(first: _Point, last: _Point) -> int | None:
    """From one to the other; to the next such time of day where no days are told."""
    minutes = last.minutes - first.minutes
    if first.day is not None and last.day is not None:
        days = (last.day - first.day).days
    elif first.weekday is not None and last.weekday is not None:
        days = (last.weekday - first.weekday) % 7
    else:
        return minutes % DAY or None
    minutes += days * DAY
    return minutes if 0 <= days <= DAYS and minutes > 0 else None


def _points(
    plain: str, near: Sequence[ScannedSentence], stated: TimeExpression
) -> Sequence[_Point]:
    found: list[_Point] = []
    for sentence in near:
        for index, time in enumerate(sentence.times):
            if time.extent.end > stated.extent.start or clock_length(plain, time):
                continue
            match time.form:
                case RangeForm(begin=ClockForm() as begin, end=ClockForm() as end):
                    found.append(_Point(time.extent, begin.hour * 60 + begin.minute))
                    found.append(_Point(time.extent, end.hour * 60 + end.minute))
                case ClockForm() as clock:
                    found.append(_point(plain, sentence, index, clock))
                case LengthForm() as length if _is_clock(plain, sentence, index, length):
                    clock = ClockForm(int(length.duration.hours))
                    found.append(_point(plain, sentence, index, clock))
                case _:
                    continue
    return found


def _is_clock(plain: str, sentence: ScannedSentence, index: int, form: LengthForm) -> bool:
    """ "De 22 heures mercredi": a time of day, since a day stands beside it."""
    time = sentence.times[index]
    hours = in_unit(form.duration, Unit.HOURS)
    if hours != form.duration.hours or not 0 < hours < 24 or hours % 1:
        return False
    at = _AT.search(lower(words_before(plain, time.extent.start, 12)))
    day = _day_beside(plain, sentence, index)
    return at is not None and day is not None and day.extent > time.extent


def _point(plain: str, sentence: ScannedSentence, index: int, clock: ClockForm) -> _Point:
    time = sentence.times[index]
    beside = _day_beside(plain, sentence, index)
    rough = _ROUGH.search(lower(words_before(plain, time.extent.start, 30))) is not None
    minutes = clock.hour * 60 + clock.minute
    if beside is None:
        return _Point(time.extent, minutes, rough=rough)
    weekday = beside.form.weekday if isinstance(beside.form, CalendarForm) else None
    return _Point(time.extent, minutes, day_of(beside.interval), weekday, rough)


def _day_beside(plain: str, sentence: ScannedSentence, index: int) -> TimeExpression | None:
    """The day told right before or behind a time of day: "mardi à 8 heures", "8 h mardi"."""
    time = sentence.times[index]
    behind = sentence.times[index + 1] if index + 1 < len(sentence.times) else None
    close = behind is not None and plain[time.extent.end : behind.extent.start] == " "
    if behind is not None and close and _is_day(behind):
        return behind
    if index:
        ahead = sentence.times[index - 1]
        link = lower(plain[ahead.extent.end : time.extent.start])
        if _is_day(ahead) and _DAY_AHEAD.fullmatch(link):
            return ahead
    if behind is not None:
        link = lower(plain[time.extent.end : behind.extent.start])
        if _is_day(behind) and _DAY_BEHIND.fullmatch(link):
            return behind
    return None


def _is_day(time: TimeExpression) -> bool:
    match time.form:
        case CalendarForm(parts=parts, weekday=weekday):
            return weekday is not None or parts.day is not None
        case OffsetForm(grain=grain):
            return grain is Grain.DAY
        case _:
            return False
