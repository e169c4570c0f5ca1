"""The day on which an article says it is told, against all that places its telling.

"ce 4 juin" is the day of the telling; "cet été" told in the past, "en novembre" told in
the past and "ce même mois" each leave it a window; the publication date is one day. These
are constraints of one network; what breaks the dateline is a cycle in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Grain, PartialDate, day_after, months_after, season_interval
from fact_cli.model.finding import Message
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.network import Constraint, conflict, window
from fact_cli.model.relation import Clue, Dateline
from fact_cli.model.times import CalendarForm, Deixis, SameForm, SeasonForm
from fact_cli.relate.context import Context
from fact_cli.scan.tense import tense_of
from fact_cli.scan.times.context import Tense

NOMINAL_YEAR = 2004  # stands for an unknown year; a leap year, so that each day exists
TELLING = 15  # days that may lie between "ce 4 juin" and publication: a fortnightly at most
LOOSE = 3  # the same, against a clue that is itself no more than a habit of speech
WELL_UNDER_WAY = 30  # days after which a season can be told in the past
BACK = 6  # months: a bare month told in the past seldom lies further back
SAME_MONTH = 2  # months: "ce même mois" lies near the telling

# "avaient commencé en octobre" is further back than what is told, by any distance.
_PLUPERFECT = re.compile(r"\bav(?:ait|aient) (?:été )?\w+(?:é|i|u|is|it)e?s?\b")
_LOOKS_BACK = re.compile(
    r"\b(?:ce jour-là|cette année-là|commencé|débuté|souvenir|souvient|rappelle|naissait)\b",
    re.IGNORECASE,
)
EPOCH, TOLD, PUBLISHED = "epoch", "told", "published"


def find(context: Context) -> Iterator[Dateline]:
    published = context.document.published.date
    today = _day(published)
    seen: set[tuple[int | None, int | None]] = set()
    clues: Sequence[Sequence[Clue]] | None = None
    for sentence, time in context.times():
        parts = _told_on(time)
        if parts is None or (parts.month, parts.day) in seen or _tells_of(context, sentence, time):
            continue
        seen.add((parts.month, parts.day))
        if today is not None:
            if _may_be_today(parts, today):
                yield _against_publication(time, parts, today)
            continue
        clues = list(_clues(context)) if clues is None else clues
        if clues:
            yield _against_clues(time, parts, clues)


def _told_on(time: TimeExpression) -> PartialDate | None:
    """The day that "ce 4 juin" points at; None for any other expression."""
    form = time.form
    if not isinstance(form, CalendarForm) or form.deixis is not Deixis.THIS:
        return None
    parts = form.parts
    return parts if parts.day is not None and parts.month is not None and parts.exists() else None


def _may_be_today(parts: PartialDate, today: date) -> bool:
    """Whether the day is told as the present: "comme ce 6 novembre 2007" looks back.

    A written year that is only one off, with day and month near, is a slip of the present.
    """
    if parts.year is None:
        return True
    nearest = min(
        (
            abs((day - today).days)
            for year in (today.year - 1, today.year, today.year + 1)
            if (day := parts.in_year(year).interval().begin) is not None
        ),
        default=TELLING + 1,
    )
    return abs(parts.year - today.year) <= 1 and nearest <= TELLING


def _tells_of(context: Context, sentence: ScannedSentence, time: TimeExpression) -> bool:
    """Whether the day is one that is told of: "ce 12 juillet-là", "tout a commencé ce 12".

    A day to come is announced from afar, so that a future is no day of telling either.
    """
    plain = context.document.plain
    words = sentence.extent.of(plain)
    told_of = plain.startswith("-là", time.extent.end) or _LOOKS_BACK.search(words)
    return bool(told_of) or tense_of(words) is Tense.FUTURE


def _day(published: PartialDate | None) -> date | None:
    return None if published is None or not published.complete else published.interval().begin


def _against_publication(time: TimeExpression, parts: PartialDate, today: date) -> Dateline:
    years = [parts.year] if parts.year else [today.year - 1, today.year, today.year + 1]
    days = [day for year in years if (day := parts.in_year(year).interval().begin) is not None]
    told = min(days, key=lambda day: abs((day - today).days), default=today)
    clue = Clue(
        time.extent,
        today.isoformat(),
        today,
        today,
        Message(fr="date de publication", en="publication date"),
    )
    broken = _breaks(told, clue, TELLING)
    return Dateline(
        time,
        told,
        [clue],
        [clue] if broken else [],
        (today, today),
        today,
        year_known=parts.year is not None,
    )


def _against_clues(
    time: TimeExpression, parts: PartialDate, readings: Sequence[Sequence[Clue]]
) -> Dateline:
    """``readings`` are the windows that each clue allows, one for each year it may mean."""
    year = parts.year or NOMINAL_YEAR
    told = parts.in_year(year).interval().begin or _in_year_of(date(NOMINAL_YEAR, 3, 1), year)
    shifted = [[_in_year(clue, year) for clue in reading] for reading in readings]
    against = [
        reading[1] for reading in shifted if all(_breaks(told, clue, LOOSE) for clue in reading)
    ]
    clues = [reading[1] for reading in shifted]
    return Dateline(
        time, told, clues, against, _agreed(shifted), None, year_known=parts.year is not None
    )


def _breaks(told: date, clue: Clue, slack: int) -> bool:
    return conflict([*_telling(told, slack), _placed(clue)]) is not None


def _telling(told: date, slack: int) -> list[Constraint[str]]:
    day = told.toordinal()
    return [
        Constraint(EPOCH, TOLD, day, day, "dateline"),
        Constraint(TOLD, PUBLISHED, -slack, slack, "telling"),
    ]


def _placed(clue: Clue) -> Constraint[str]:
    return Constraint(EPOCH, PUBLISHED, clue.begin.toordinal(), clue.end.toordinal(), clue.words)


def _agreed(readings: Sequence[Sequence[Clue]]) -> tuple[date, date] | None:
    """The days on which every clue holds in one of its readings: the earliest such window."""
    first, *others = readings
    possible = [[_placed(first[1])]]
    for reading in others:
        extended = [[*choice, _placed(clue)] for choice in possible for clue in reading]
        possible = [choice for choice in extended if conflict(choice) is None]
    if not possible:
        return None
    least, most = window(possible[0], EPOCH, PUBLISHED)
    assert least is not None and most is not None
    return date.fromordinal(least), date.fromordinal(most)


def _clues(context: Context) -> Iterator[Sequence[Clue]]:
    """What places the telling, each clue once, read in the year before, this and the next."""
    seen: set[str] = set()
    month: PartialDate | None = None
    for sentence, time in context.times():
        words = time.extent.of(context.document.plain).lower()
        clue = _clue(context, sentence, time, month)
        if isinstance(time.form, CalendarForm) and time.form.parts.month is not None:
            month = time.form.parts
        if clue is None or words in seen:
            continue
        seen.add(words)
        yield [_in_year(clue, NOMINAL_YEAR + shift) for shift in (-1, 0, 1)]


def _clue(
    context: Context, sentence: ScannedSentence, time: TimeExpression, month: PartialDate | None
) -> Clue | None:
    """The window that an expression told in the past leaves for the telling."""
    form = time.form
    words = time.extent.of(context.document.text)
    match form:
        case SeasonForm(season, None, Deixis.THIS) if _told_in_past(context, sentence):
            days = season_interval(season, NOMINAL_YEAR)
            assert days.begin is not None
            begin = day_after(days.begin, WELL_UNDER_WAY)
            end = months_after(date(days.begin.year, 12, 31), 4 if begin.year > NOMINAL_YEAR else 0)
            role = Message(fr="raconté au passé", en="told in the past")
            return Clue(time.extent, words, begin, end, role)
        case CalendarForm(PartialDate(None, int(number), None), None, None) if (
            time.kind is TimeKind.DATE
            and _told_in_past(context, sentence)
            and not _PLUPERFECT.search(sentence.extent.of(context.document.plain))
        ):
            begin = date(NOMINAL_YEAR, number, 1)
            words = f"en {words}"
            role = Message(fr="raconté au passé", en="told in the past")
            return Clue(time.extent, words, begin, day_after(months_after(begin, BACK), -1), role)
        case SameForm(Grain.MONTH) if month is not None and month.year is None and month.month:
            begin = date(NOMINAL_YEAR, month.month, 1)
            end = day_after(months_after(begin, 1 + SAME_MONTH), -1)
            role = Message(fr="le mois nommé juste avant", en="the month just named")
            return Clue(time.extent, words, begin, end, role, follows=True)
        case _:
            return None


def _told_in_past(context: Context, sentence: ScannedSentence) -> bool:
    return tense_of(sentence.extent.of(context.document.plain)) is Tense.PAST


def _in_year(clue: Clue, year: int) -> Clue:
    """``clue`` moved by whole years, from the nominal year to ``year``."""
    return replace(clue, begin=_in_year_of(clue.begin, year), end=_in_year_of(clue.end, year))


def _in_year_of(day: date, year: int) -> date:
    """``day`` moved by whole years, from the nominal year to ``year``."""
    return months_after(day, 12 * (year - NOMINAL_YEAR))
