"""A programme told twice, in prose and as a list, in which one name has two days.

"L'Irlande (9 septembre), puis l'Allemagne (12 septembre) … 07/09 : France - Irlande. 12/09 :
Allemagne - France": where another name has the same day in both, the one that differs is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fact_cli.lang.words import MONTHS, words_before
from fact_cli.model.dates import PartialDate
from fact_cli.model.lapse import TwoDates
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.text import Extent
from fact_cli.model.times import CalendarForm
from fact_cli.relate.context import Context
from fact_cli.scan.tense import tensed_verbs
from fact_cli.scan.times.context import Tense

_WEEKDAY = r"(?:(?:[Ll]un|[Mm]ar|[Mm]ercre|[Jj]eu|[Vv]endre|[Ss]ame)di |[Dd]imanche )"
_NAMED_DAY = re.compile(rf"(?<![\w/,.]){_WEEKDAY}$")
_DAY = re.compile(
    r"(?P<day>\d(?<![\w/,.]\d)\d?)(?:er)?"
    rf"(?: (?P<month>{'|'.join(MONTHS)})\b|/(?P<number>\d{{1,2}})(?![\d/]))(?: \d{{4}}\b)?"
)
# One end of a stretch, or one of several days: "du 13 au 16 octobre", "les 6 et 7 octobre".
_OF_SEVERAL = re.compile(r"(?:\b(?:au|et|jusqu'au|ou|dès le|depuis le|avant le|après le) |[-–/])$")
_NAME = (
    r"(?!(?:L[ea]s?|Un[e]?|Des|Ce|Cette|Il|Elle|Au|Aux|En|À|Et|Puis|Place|Salle|Stade)\b)"
    r"[A-ZÀ-Þ][\w'-]+(?: (?:(?:de |d'|du |la |le |sur )?[A-ZÀ-Þ][\w'-]+)){0,2}"
)
_NAMED = re.compile(_NAME)
_BRACKET_AHEAD = re.compile(rf"(?P<name>{_NAME}) \((?:le )?$")
_AHEAD = re.compile(
    rf"\b(?:à|par|en|au|aux|contre|chez|face à|face au|face aux)(?: la| le| l'| les)? ?"
    rf"(?P<name>{_NAME}),? le $"
)
_BEHIND = re.compile(
    r",? (?:à|en|au|aux|contre|chez|face à|face au|face aux)(?: la| le| l'| les)? ?"
    rf"(?P<name>{_NAME})"
)
_ENTRY = re.compile(r" ?[:–-] ?|, (?=[A-ZÀ-Þ])|\. (?=\d{1,2} ?h)")
_ENTRY_END = re.compile(r"[.»\n]")
_STRETCH = re.compile(r"\b(?:[Dd]u|[Ll]es|[Dd]ès le|[Jj]usqu'au|[Ee]ntre le) \d")
_OPENS = re.compile(r"[^\w]{0,6}(?:[Ll]e )?$")
# Who plays, not whom somebody has beaten: "c'est le Mali qui … face au Bénin".
_PLAYS = re.compile(
    r"(?:^|[,;:] |\bc'est |\bface (?:à|au|aux) |\bcontre |\w - )(?:l[ea]s? |l')?"
    rf"(?P<name>{_NAME})"
)
# Words of a second day of one name.
_MOVED = (
    "reporté", "reportée", "annulé", "supplémentaire", "nouvelle date", "nouvelles dates",
    "second ", "seconde ", "deuxième", "décalé", "repoussé", "avancé au", "initialement",
    "de nouveau", "à nouveau", "retour", "doublé", "rajouté", "ajouté",
)  # fmt: skip
FEW = 3  # days that a text names, at least, where a programme is told twice
WEEKDAY = 9  # characters of one before a day
REACH = 60  # characters beside a day in which a name stands
FAR = 31  # days between the two of one name


@dataclass(frozen=True, slots=True)
class Entry:
    name: str
    time: TimeExpression
    parts: PartialDate


def find(context: Context) -> Iterator[TwoDates]:
    if context.tells(_MOVED) or len(days := days_of(context)) < FEW:
        return
    plain = context.document.plain
    listed, rest = told_day_by_day(context)
    prose = [one for block, time in rest for one in _told(plain, block, time)]
    extents = [sentence.extent for sentence in context.sentences]
    for extent, own in _inside(extents, days):
        prose += _players(plain, extent, own)
    yield from _conflicts(prose, listed)


def days_of(context: Context) -> Sequence[TimeExpression]:
    """The days that an article names, each by itself, with its month."""
    return context.once("days named", lambda: tuple(_days(context.document.plain)))


def told_day_by_day(context: Context) -> tuple[list[Entry], list[tuple[Extent, TimeExpression]]]:
    """What an article lists day by day, and the days that it tells otherwise, with their blocks."""
    return context.once("told day by day", lambda: _day_by_day(context))


def _day_by_day(context: Context) -> tuple[list[Entry], list[tuple[Extent, TimeExpression]]]:
    listed: list[Entry] = []
    rest: list[tuple[Extent, TimeExpression]] = []
    extents = [block.extent for block in context.document.blocks]
    for block, own in _inside(extents, days_of(context)):
        entries, others = _listed(context.document.plain, block, own)
        listed += entries
        rest += ((block, time) for time in others)
    return listed, rest


def _inside(
    extents: Sequence[Extent], days: Sequence[TimeExpression]
) -> Iterator[tuple[Extent, list[TimeExpression]]]:
    """The extents, in text order, that hold days, each with its own."""
    at = 0
    for extent in extents:
        while at < len(days) and days[at].extent.start < extent.start:
            at += 1
        own: list[TimeExpression] = []
        while at < len(days) and days[at].extent.end <= extent.end:
            own.append(days[at])
            at += 1
        if own:
            yield extent, own


def _days(plain: str) -> Iterator[TimeExpression]:
    """The days that a text names, each by itself, with its month."""
    for found in _DAY.finditer(plain):
        month = int(found["number"]) if found["number"] else MONTHS.index(found["month"]) + 1
        parts = PartialDate(None, month, int(found["day"]))
        named = _NAMED_DAY.search(plain, max(0, found.start() - WEEKDAY), found.start())
        start = named.start() if named else found.start()
        if parts.exists() and not _OF_SEVERAL.search(words_before(plain, start, 12)):
            yield TimeExpression(Extent(start, found.end()), TimeKind.DATE, CalendarForm(parts))


def _listed(
    plain: str, block: Extent, days: Sequence[TimeExpression]
) -> tuple[list[Entry], list[TimeExpression]]:
    """What a block lists day by day, and the days that it tells otherwise."""
    entries: list[Entry] = []
    rest: list[TimeExpression] = []
    opens = _OPENS.fullmatch(plain, block.start, days[0].extent.start) is not None
    bare = opens and not tensed_verbs(block.of(plain))
    ends = [*(day.extent.start for day in days[1:]), block.end]
    for day, end in zip(days, ends, strict=True):
        if not bare and not _ENTRY.match(plain, day.extent.end, end):
            rest.append(day)
            continue
        stop = (_STRETCH if bare else _ENTRY_END).search(plain, day.extent.end, end)
        end = stop.start() if stop else end
        entries += (
            _entry(found.group(), day) for found in _NAMED.finditer(plain, day.extent.end, end)
        )
    return entries, rest


def _told(plain: str, block: Extent, day: TimeExpression) -> Iterator[Entry]:
    """The name that prose sets right beside a day."""
    start, end = day.extent.start, day.extent.end
    lead = max(block.start, start - REACH)
    found = (
        _BRACKET_AHEAD.search(plain, lead, start)
        or _AHEAD.search(plain, lead, start)
        or _BEHIND.match(plain, end, min(block.end, end + REACH))
    )
    if found is not None:
        yield _entry(found["name"], day)


def _players(plain: str, sentence: Extent, own: Sequence[TimeExpression]) -> Iterator[Entry]:
    """All who play on the only day of a sentence that opens with it and tells what is to come."""
    if len(own) != 1 or not _OPENS.fullmatch(plain, sentence.start, own[0].extent.start):
        return
    verbs = tensed_verbs(sentence.of(plain))
    if verbs and all(verb.tense is Tense.FUTURE for verb in verbs):
        for found in _PLAYS.finditer(plain, own[0].extent.end, sentence.end):
            yield _entry(found["name"], own[0])


def _entry(name: str, day: TimeExpression) -> Entry:
    assert isinstance(day.form, CalendarForm)
    return Entry(name, day, day.form.parts)


def _conflicts(prose: Sequence[Entry], listed: Sequence[Entry]) -> Iterator[TwoDates]:
    """The only name with one day in each telling, and not the same; another has the same."""
    told, again = _one_day_each(prose), _one_day_each(listed)
    both = [(told[name], again[name]) for name in told if name in again]
    differ = [(one, other) for one, other in both if one.parts != other.parts]
    agree = [one for one, other in both if one.parts == other.parts]
    if len(differ) != 1 or not agree:
        return
    ((one, other),) = differ
    first, second = sorted((one, other), key=lambda each: each.time.extent)
    if _is_near(one.parts, other.parts):
        yield TwoDates(first.time, second.time, one.name)


def _one_day_each(entries: Sequence[Entry]) -> dict[str, Entry]:
    """The names that have one day only, with it."""
    found: dict[str, Entry] = {}
    several: set[str] = set()
    for one in entries:
        if one.name in found and found[one.name].parts != one.parts:
            several.add(one.name)
        found.setdefault(one.name, one)
    return {name: one for name, one in found.items() if name not in several}


def _is_near(one: PartialDate, other: PartialDate) -> bool:
    days = [each.in_year(2001).interval().begin for each in (one, other)]
    return all(
        first is not None and then is not None and abs((first - then).days) <= FAR
        for first, then in pairwise(days)
    )
