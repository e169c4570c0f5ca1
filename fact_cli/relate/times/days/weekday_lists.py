"""Days of one weekday in a list, which lie whole weeks apart: "les lundis 6, 13, 29 et 27 mars"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fact_cli.lang.words import MONTH, MONTHS, lower, words_before
from fact_cli.model.dates import PartialDate
from fact_cli.model.finding import Binding
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.relation import WeekdaysApart
from fact_cli.model.text import Extent
from fact_cli.model.times import CalendarForm
from fact_cli.relate.context import Context

_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_CUES = (*(f"{name}s" for name in _WEEKDAYS), "chaque ")
_NAMES = "|".join(_WEEKDAYS)
_DAY = r"\d{1,2}(?:er)?(?![\w:,.]?\d|\w| ?(?:h|heures?|%|€|euros?|ans|km)\b)"
_JOIN = r"(?:, (?:(?:et|ou) )?| et | ou |,? puis )(?:l[ea]s? |du |ceux (?:du|des) )?"
_ITEM = rf"{_DAY}(?: {MONTH}\b)?"
# Several days of that name, or each of them, and then which they are.
_LIST = re.compile(
    rf"\b(?:(?P<many>{_NAMES})s|(?:chaque|tous les) (?P<each>{_NAMES})s?)"
    r"(?: (?:de suite|consécutifs|d'affilée|suivants|soirs?|matins?|après-midi))*"
    rf"(?: (?:de |d'|du mois de |du mois d'|en )(?P<month>{MONTH}))?"
    rf"(?: ?[:(] ?(?:les )?|(?<=s) |(?P<apart>, les ))(?P<days>{_ITEM}(?:{_JOIN}{_ITEM})+)"
    rf"(?! (?:{_NAMES})|(?:,| et|/) ?(?:les? )?(?:{_NAMES})| (?:à|au) \d)"
)
_COUNTED = re.compile(r"\b(?:deux|trois|quatre|cinq|six|sept|huit) (?:beaux |autres )?$")
_ONE = re.compile(rf"(?P<day>\d{{1,2}})(?:er)?(?: (?P<month>{MONTH})\b)?")
WEEK = 7  # days
COUNT = 20  # characters before the weekdays in which they are counted
COMMON_YEARS = (2024, 2025)  # one with a 29 February, one without


@dataclass(frozen=True, slots=True)
class _Day:
    """A day of the list: where it stands, its month and its number."""

    extent: Extent
    month: int
    day: int


def find(context: Context) -> Iterator[WeekdaysApart]:
    if not context.tells(_CUES):
        return
    plain = context.document.plain
    for sentence in context.sentences:
        start = sentence.extent.start
        for found in _LIST.finditer(lower(sentence.extent.of(plain))):
            stray = _stray(_days(found, start))
            counted = _COUNTED.search(words_before(plain, start + found.start(), COUNT))
            if stray is not None and (counted or not found["apart"]):
                yield from _apart(found, *stray)


def _days(found: re.Match[str], start: int) -> Sequence[_Day]:
    """The days of a list, each in the month told next behind it, else in the one before them."""
    told: list[_Day] = []
    month = found["month"]
    offset = found.start("days")
    for one in reversed(list(_ONE.finditer(found["days"]))):
        month = one["month"] or month
        at = Extent(start + offset + one.start(), start + offset + one.end())
        if month is not None and 1 <= int(one["day"]) <= 31:
            told.append(_Day(at, MONTHS.index(month) + 1, int(one["day"])))
    return told[::-1]


def _stray(days: Sequence[_Day]) -> tuple[_Day, _Day, Sequence[int]] | None:
    """A day that is not whole weeks from the others, behind the one that it is held against."""
    if len(days) < 2:
        return None
    by_year = [[_number(one, year) for one in days] for year in COMMON_YEARS]
    if any(len({number % WEEK for number in numbers}) == 1 for numbers in by_year):
        return None
    numbers = by_year[-1]
    usual, count = Counter(number % WEEK for number in numbers).most_common(1)[0]
    if len(days) > 2 and count < len(days) - 1:
        return None
    off = next((at for at, number in enumerate(numbers) if number % WEEK != usual), 1)
    other = off - 1 if off else 1
    first, last = sorted((off, other))
    apart = sorted({numbers[last] - numbers[first] for numbers in by_year})
    return days[first], days[last], apart


def _number(day: _Day, year: int) -> int:
    """The place of a day among all days; a month behind the turn of a year is of the next."""
    begin = PartialDate(year, day.month, min(day.day, 28)).interval().begin
    assert begin is not None
    return begin.toordinal() + day.day - min(day.day, 28)


def _apart(
    found: re.Match[str], first: _Day, last: _Day, days: Sequence[int]
) -> Iterator[WeekdaysApart]:
    weekday = _WEEKDAYS.index(found["many"] or found["each"])
    one, other = (
        TimeExpression(
            each.extent,
            TimeKind.DATE,
            CalendarForm(PartialDate(None, each.month, each.day), weekday),
        )
        for each in (first, last)
    )
    if days[0] > 0:
        yield WeekdaysApart(one, other, days, (weekday, weekday), Binding.STATED)
