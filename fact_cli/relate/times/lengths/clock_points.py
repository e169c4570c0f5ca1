"""Times of day, with the day or the weekday told beside them, and how far apart they lie."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fact_cli.lang.words import lower, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Grain
from fact_cli.model.lapse import Unit, day_of, in_unit
from fact_cli.model.mention import TimeExpression
from fact_cli.model.text import Extent
from fact_cli.model.times import CalendarForm, ClockForm, LengthForm, OffsetForm, RangeForm
from fact_cli.relate.times.lengths.spent import clock_length

DAY = 24 * 60  # minutes
DAYS = 4  # from the first time to the other; farther apart, one of them is of another week
_ROUGH = re.compile(
    r"\b(?:vers|peu (?:avant|après)|autour de|environ|aux alentours de|sur les coups de|avant"
    r"|après|jusqu'à près de) $"
)
_DAY_AHEAD = re.compile(r",? (?:à|dès|vers|peu (?:avant|après)|jusqu'à|depuis|sur le coup de) ")
_DAY_BEHIND = re.compile(r",? (?:le |ce )?(?:soir |matin )?")
_AT = re.compile(r"\b(?:de|à|dès|depuis|vers) $")
TO = re.compile(r"(?: [^\W\d_]+)? (?:à|et) ")  # "de 22 heures mercredi à 4 heures"


@dataclass(frozen=True)
class ClockPoint:
    """A time of day in minutes from midnight, with the day or the weekday beside it."""

    extent: Extent
    minutes: int
    day: date | None = None
    weekday: int | None = None
    rough: bool = False


def minutes_between(first: ClockPoint, last: ClockPoint) -> int | None:
    """From one to the other; to the next such time of day where no days are told."""
    minutes = last.minutes - first.minutes
    if first.day is not None and last.day is not None:
        days = (last.day - first.day).days
        if days < 0 and first.weekday is not None and last.weekday is not None:
            days = (last.weekday - first.weekday) % 7  # "mercredi" was taken for the one before
    elif first.weekday is not None and last.weekday is not None:
        days = (last.weekday - first.weekday) % 7
    else:
        return minutes % DAY or None
    minutes += days * DAY
    return minutes if 0 <= days <= DAYS and minutes > 0 else None


def clock_points(
    plain: str, near: Sequence[ScannedSentence], stated: TimeExpression | None = None
) -> Sequence[ClockPoint]:
    """The times of day in ``near``, up to ``stated`` where one is given."""
    found: list[ClockPoint] = []
    for sentence in near:
        for index, time in enumerate(sentence.times):
            if stated is not None and time.extent.end > stated.extent.start:
                continue
            if clock_length(plain, time):
                continue
            match time.form:
                case RangeForm(begin=ClockForm() as begin, end=ClockForm() as end):
                    found.append(ClockPoint(time.extent, begin.hour * 60 + begin.minute))
                    found.append(ClockPoint(time.extent, end.hour * 60 + end.minute))
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


def _point(plain: str, sentence: ScannedSentence, index: int, clock: ClockForm) -> ClockPoint:
    time = sentence.times[index]
    beside = _day_beside(plain, sentence, index)
    rough = _ROUGH.search(lower(words_before(plain, time.extent.start, 30))) is not None
    minutes = clock.hour * 60 + clock.minute
    if beside is None:
        return ClockPoint(time.extent, minutes, rough=rough)
    weekday = beside.form.weekday if isinstance(beside.form, CalendarForm) else None
    return ClockPoint(time.extent, minutes, day_of(beside.interval), weekday, rough)


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
