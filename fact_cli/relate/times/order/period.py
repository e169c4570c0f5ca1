"""The two ends of a stretch of time in the order written: "du 23 au 14 mai", "de 2021 à 2017"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import PartialDate
from fact_cli.model.lapse import Period, Unit, in_unit, unit_of
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.times import CalendarForm, ClockForm, Form, LengthForm, RangeForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import lives

_NIGHT = re.compile(r"\bnuit\b", re.IGNORECASE)
_BY_DAY = re.compile(r"\bdu matin au soir\b|\btoute la journée\b|\ben journée\b")
_WORD = re.compile(r"[^\W\d_]+")
EVENING, MORNING = 16, 8  # between which lies a night
NIGHTLY = 18  # hours from which an opening may end on the next day
LAST_DAYS = 28  # a night from here on may end on the first of the next month
MONTH_END, MONTH_START = 25, 8  # "du 30 au 2" goes over into the next month, "du 23 au 14" not


def find(context: Context) -> Iterator[Period]:
    plain = context.document.plain
    for sentence in context.sentences:
        told = [died.extent for _, died in lives(plain, sentence)]
        for time in sentence.times:
            form = time.form
            if any(died is not None and time.extent.holds(died) for died in told):
                continue
            if time.kind is TimeKind.AGE:
                continue
            if isinstance(form, RangeForm) and form.begin is not None and form.end is not None:
                found = _reversed(plain, time, form.begin, form.end)
                if found is False and _is_clock(form) and _ends_by_day(plain, sentence, form):
                    found = True
                if found is not None:
                    night = _NIGHT.search(time.extent.of(plain)) is not None
                    yield Period(time, *_ends(plain, time), reversed=found, night=night)


def _is_clock(form: RangeForm) -> bool:
    return isinstance(form.begin, ClockForm) and isinstance(form.end, ClockForm)


def _ends_by_day(plain: str, sentence: ScannedSentence, form: RangeForm) -> bool:
    """ "De 19 h à 10 h, du matin au soir": what lies in one day does not pass midnight."""
    match form.begin, form.end:
        case ClockForm(hour=hour), ClockForm(hour=last_hour) if last_hour < hour:
            words = lower(sentence.extent.of(plain))
            return _BY_DAY.search(words) is not None and not _NIGHT.search(words)
        case _:
            return False


def _ends(plain: str, time: TimeExpression) -> tuple[str, str]:
    if len(time.parts) == 2:
        first, last = (part.extent.of(plain) for part in time.parts)
        return first, last
    words = time.extent.of(plain)
    first, _, last = words.partition(" et ")
    return (first, last) if last else (words, words)


def _reversed(plain: str, time: TimeExpression, begin: Form, end: Form) -> bool | None:
    """Whether the second end lies before the first; None where nobody can tell."""
    words = lower(time.extent.of(plain))
    match begin, end:
        case CalendarForm(parts=first), CalendarForm(parts=last) if _is_days(words, first, last):
            day, other = first.day or 0, last.day or 0
            if _NIGHT.search(words):
                return other != day + 1 and not (day >= LAST_DAYS and other == 1)
            if _months(words) > 1 and day == other + 1:
                return False  # "du 15 mars au 14 mars": a whole year
            return day > other and not (day >= MONTH_END and other < MONTH_START)
        case CalendarForm(parts=first), CalendarForm(parts=last) if first.year and last.year:
            if first.month is None or last.month is None:
                return first.year > last.year and last.year > 99
            return (first.year, first.month, first.day or 0) > (
                last.year, last.month, last.day or 31
            )  # fmt: skip
        case CalendarForm(weekday=int() as one), CalendarForm(weekday=int() as other):
            bare = begin.parts == PartialDate() == end.parts
            night = _NIGHT.search(words) is not None
            return (other - one) % 7 != 1 if bare and night else None
        case ClockForm(hour=hour, minute=minute), ClockForm(hour=last_hour, minute=last_minute):
            if not words.startswith("de "):
                return None
            over_night = hour >= EVENING and last_hour <= MORNING  # "interdit de 17 h à 7 h"
            early = 6 <= last_hour < hour < NIGHTLY or (hour >= NIGHTLY and 11 <= last_hour < hour)
            early = early and not over_night
            return early and (hour, minute) > (last_hour, last_minute)
        case LengthForm(duration=first), LengthForm(duration=last):
            if words.startswith("entre ") and unit_of(first) is unit_of(last) is not None:
                unit = unit_of(first) or Unit.DAYS
                return in_unit(first, unit) > in_unit(last, unit)
            return first.years > last.years > 0
        case _:
            return None


def _is_days(words: str, first: PartialDate, last: PartialDate) -> bool:
    """Whether two days share the month that is written, once or twice: "du 23 au 14 mai"."""
    undated = first.year is None and last.year is None
    same = first.month == last.month and undated and _months(words) == 2
    return None not in (first.day, last.day) and (same or _months(words) == 1)


def _months(words: str) -> int:
    """How many names of months are written."""
    return sum(word in lexicon().months for word in _WORD.findall(words))
