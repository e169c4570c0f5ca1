"""Days whose weekday is told apart from them: "le 3 mars, un lundi", "lundi (3 mars)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import PartialDate
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import CalendarForm

_BE = (
    r"(?:était|est|sera|fut|tombait|tombe|tombera|tomba)"
    r"(?: (?:donc|alors|aussi|cette année|justement|bien))?"
)
# From the day to its weekday, and from the weekday to its day.
_DAY_FIRST = re.compile(rf"(?:,? (?:qui |et c')?{_BE}|,(?: donc)?) un | \((?:c'était )?(?:un )?")
_WEEKDAY_FIRST = re.compile(r",? \((?:le )?|, (?:le )?")
_IT_WAS = re.compile(r"\bc(?:'était|'est|e fut|e sera) (?:donc )?un $")
_NAMELY = re.compile(r" ?: (?:le )?|,? le ")
_CLOSED = re.compile(r" ?[.;:,)!?»]|$")
_OF_SEVERAL = re.compile(r" (?:sur|par)\b")
# "L'an prochain, le 1er mai tombera un samedi": of another year than the nearest.
_OTHER_YEAR = re.compile(
    r"\b(?:l'an|années|ans|année-là|(?:l'|une )année|année (?:prochaine|suivante|dernière)"
    r"|bissextile)\b"
)
_NIGHT_TO = re.compile(r"\bnuit (?:du|de)\b[^.;:()]{1,30} (?:au|à) $")
_IT_WAS_OPENS = re.compile(r"c(?:'était|'est|e fut|e sera) (?:donc )?un ")

GREGORIAN = 1583  # the first whole year of the calendar in which weekdays are counted


def named_apart(
    plain: str, former: ScannedSentence | None, sentence: ScannedSentence
) -> Iterator[tuple[TimeExpression, CalendarForm, int]]:
    """Each such day of a sentence with its form and weekday; the day may lie in ``former``."""
    leaves = [leaf for whole in sentence.times for leaf in whole.leaves]
    words = lower(sentence.extent.of(plain))
    for first, second in pairwise(leaves):
        for day, named in ((first, second), (second, first)):
            form, weekday = _day(day), _weekday(named)
            if form is None or weekday is None or not _is_beside(plain, day, named):
                continue
            if _NIGHT_TO.search(words_before(plain, day.extent.start, 40)):
                continue  # the weekday may be that of the eve
            if form.parts.year is not None or not _OTHER_YEAR.search(words):
                yield day, form, weekday
    told = [] if former is None else former.times
    weekday = _weekday(leaves[0]) if leaves else None
    if len(told) != 1 or weekday is None or not _IT_WAS_OPENS.fullmatch(_opening(plain, sentence)):
        return
    form = _day(told[0])
    if form is not None and _CLOSED.match(plain, leaves[0].extent.end):
        yield told[0], form, weekday


def _opening(plain: str, sentence: ScannedSentence) -> str:
    return lower(plain[sentence.extent.start : sentence.times[0].extent.start])


def _day(time: TimeExpression) -> CalendarForm | None:
    form = time.form
    if not isinstance(form, CalendarForm) or form.weekday is not None or not form.parts.exists():
        return None
    if form.parts.year is not None and form.parts.year < GREGORIAN:
        return None
    return form if form.parts.day is not None and form.parts.month is not None else None


def _weekday(time: TimeExpression) -> int | None:
    form = time.form
    bare = isinstance(form, CalendarForm) and form.parts == PartialDate() and form.deixis is None
    return form.weekday if bare and isinstance(form, CalendarForm) else None


def _is_beside(plain: str, day: TimeExpression, named: TimeExpression) -> bool:
    first, second = sorted((day.extent, named.extent))
    link = lower(plain[first.end : second.start])
    closed = _CLOSED.match(plain, second.end) is not None
    if day.extent == first:
        several = _OF_SEVERAL.match(plain, second.end)
        told = closed or not link.startswith((",", " ("))
        told = told or " qui " in link
        return told and not several and _DAY_FIRST.fullmatch(link) is not None
    if _IT_WAS.search(words_before(plain, first.start, 20)):
        return _NAMELY.fullmatch(link) is not None
    if "(" in link:
        closed = words_after(plain, second.end, 1) == ")"
    return closed and _WEEKDAY_FIRST.fullmatch(link) is not None
