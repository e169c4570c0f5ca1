"""Resolves the times of an article one after another, as a reader does.

What a time means can hang on what was told before it: the date named last, a year that the
paragraph speaks of, the month or year that only the next date of a list names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from fact_cli.model.dates import Grain, PartialDate
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.text import Sentence
from fact_cli.model.times import (
    CalendarForm,
    CenturyForm,
    ClockForm,
    FeastForm,
    Form,
    FractionForm,
    LengthForm,
    OffsetForm,
    RangeForm,
    SameForm,
    SeasonForm,
    SetForm,
)
from fact_cli.scan.tense import tense_at, tensed_verbs
from fact_cli.scan.times.context import Context, Tense
from fact_cli.scan.times.meanings.ranges import completed
from fact_cli.scan.times.resolve import resolve

_JOINED = re.compile(r" (?:et|ou|puis|à|au|et le|ou le|et les) |, (?:le |les )?|-|/")
_YEAR_OF = re.compile(r"\b(?:en|de|depuis|l'année|l'an) $", re.IGNORECASE)
# The year in which somebody or something begins is not that of what is told next: "Née en 1929,
# elle s'est éteinte le 23 septembre".
_ORIGIN = re.compile(
    r"\b(?:[Nn]ée?s?|[Nn]aissance|vu le jour|venue?s? au monde)\b[^.;:()\d]{0,60}$"
    r"|^(?:Fond|Cré|Constitu|Institu|Bât|Constru|Édifi|Érig)[^\W\d_]+ [^.;:()\d]{0,40}$"
)
FAR = 2  # years from publication from which a year told of holds for its sentence
LEADS = 80  # characters before a year in which it is told what began then
NEAR_DAYS = 60  # days behind a full date in which a day without a year is of its year


@dataclass(frozen=True, slots=True)
class _Told:
    """A year that the text has stated: in which sentence and block, and in how full a date."""

    year: int
    sentence: int
    block: int
    parts: PartialDate
    of_a_date: bool
    of_origin: bool


class Narrative:
    """What has been told so far; resolves the times of sentence after sentence."""

    def __init__(self, published: PartialDate | None) -> None:
        self._published = published
        self._previous: TimeExpression | None = None
        self._told: _Told | None = None

    def resolved(
        self, plain: str, sentence: Sentence, times: Sequence[TimeExpression]
    ) -> Iterator[TimeExpression]:
        """``times``, all those of ``sentence``, with their meanings."""
        if not times:
            return
        words = sentence.extent.of(plain)
        lent = _lent(plain, times)
        verbs = tensed_verbs(words) if any(_hangs_on_tense(one.form) for one in lent) else ()
        before: TimeExpression | None = None
        for time in lent:
            at = time.extent.shifted(-sentence.extent.start)
            tense = _direction(time, before) or tense_at(words, verbs, at.start, at.end)
            if isinstance(time.form, RangeForm) and time.form.begin is None:
                tense = Tense.FUTURE if _is_weekday(time.form.end) else None
            context = Context(
                self._published,
                tense,
                self._previous,
                self._year_for(time.form, sentence),
            )
            found = resolve(time, context)
            self._remember(plain, sentence, found)
            before = found
            yield found

    def _year_for(self, form: Form, sentence: Sentence) -> int | None:
        """The year that the text tells of where ``form`` comes back every year."""
        told = self._told
        if told is None or told.block != sentence.block or not _is_yearly(form):
            return None
        if self._is_of_now(form):
            return None
        if _soon_after(told.parts, form):
            return told.year
        if told.sentence != sentence.extent.start or told.of_origin:
            return None
        published = None if self._published is None else self._published.year
        far = published is None or abs(told.year - published) >= FAR
        return told.year if far or told.of_a_date else None

    def _is_of_now(self, form: Form) -> bool:
        """Whether the weekday of a date is right in the year of publication."""
        if not isinstance(form, CalendarForm) or form.weekday is None or self._published is None:
            return False
        day = form.parts.in_year(self._published.year or 1).interval().begin
        return day is not None and day.weekday() == form.weekday

    def _remember(self, plain: str, sentence: Sentence, time: TimeExpression) -> None:
        if _can_be_named_again(time):
            self._previous = time
        for leaf in time.leaves:
            form = leaf.form
            if isinstance(form, CalendarForm) and form.parts.year is not None:
                before = plain[
                    max(sentence.extent.start, leaf.extent.start - 10) : leaf.extent.start
                ]
                dated = form.parts.month is not None or _YEAR_OF.search(before) is not None
                lead = max(sentence.extent.start, leaf.extent.start - LEADS)
                origin = _ORIGIN.search(plain[lead : leaf.extent.start])
                self._told = _Told(
                    form.parts.year, sentence.extent.start, sentence.block, form.parts, dated,
                    origin is not None,
                )  # fmt: skip


def _direction(time: TimeExpression, before: TimeExpression | None) -> Tense | None:
    """ "demain mardi", "hier lundi": a weekday right behind a day told from now is that day."""
    if before is None or time.extent.start - before.extent.end > 1 or not _is_weekday(time.form):
        return None
    form = before.form
    if not isinstance(form, OffsetForm) or form.grain is not Grain.DAY:
        return None
    return Tense.FUTURE if form.shift > 0 else Tense.PAST


def _is_weekday(form: Form | None) -> bool:
    return isinstance(form, CalendarForm) and form.parts == PartialDate()


def _hangs_on_tense(form: Form) -> bool:
    """Whether it matters for the days meant by a form if the sentence tells of past or future."""
    match form:
        case CalendarForm(parts=parts):
            return parts.year is None
        case SeasonForm(year=year) | FractionForm(year=year) | FeastForm(year=year):
            return year is None
        case LengthForm() | SetForm() | ClockForm() | CenturyForm() | OffsetForm() | SameForm():
            return False
        case _:
            return True


def _is_yearly(form: Form) -> bool:
    """Whether a form comes back every year and does not say which one is meant."""
    match form:
        case CalendarForm(parts=parts):
            return parts.year is None and parts.month is not None
        case SeasonForm(year=None) | FractionForm(year=None) | FeastForm(year=None):
            return True
        case RangeForm(begin=begin, end=end):
            return any(_is_yearly(one) for one in (begin, end) if one is not None)
        case _:
            return False


def _soon_after(stated: PartialDate, form: Form) -> bool:
    """Whether ``form`` is a day within weeks behind the full date that was stated."""
    first = stated.interval().begin
    if not isinstance(form, CalendarForm) or not stated.complete or first is None:
        return False
    day = form.parts.in_year(first.year).interval().begin
    return day is not None and 0 <= (day - first).days <= NEAR_DAYS


def _lent(plain: str, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """``times`` with what only the next of a list names: "samedi 4 et dimanche 5 juillet"."""
    found = list(times)
    for index in range(len(found) - 2, -1, -1):
        first, second = found[index], found[index + 1]
        between = plain[first.extent.end : second.extent.start]
        if not isinstance(first.form, CalendarForm) or not _JOINED.fullmatch(between):
            continue
        last = second.form.begin if isinstance(second.form, RangeForm) else second.form
        if isinstance(last, CalendarForm) and _lends(first.form.parts, last.parts):
            found[index] = replace(first, form=completed(first.form, last))
    return found


def _lends(first: PartialDate, second: PartialDate) -> bool:
    """Whether the second date names a month or year that the first needs."""
    needs_month = first.day is not None and first.month is None and second.day is not None
    needs_year = first.month is not None and first.year is None and second.year is not None
    return (needs_month and second.month is not None) or (
        needs_year and (first.day is None) == (second.day is None)
    )


def _can_be_named_again(time: TimeExpression) -> bool:
    """Whether "ce même mois" or "le lendemain" can mean this one."""
    return time.kind is TimeKind.DATE and time.grain in {Grain.DAY, Grain.MONTH, Grain.YEAR}
