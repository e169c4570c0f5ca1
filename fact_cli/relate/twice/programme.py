"""A programme told twice, in prose and as a list, in which one name has two days.

"L'Irlande (9 septembre), puis l'Allemagne (12 septembre) … 07/09 : France - Irlande. 12/09 :
Allemagne - France": where another name has the same day in both, the one that differs is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fact_cli.lang.words import words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import PartialDate
from fact_cli.model.lapse import TwoDates
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.text import Extent
from fact_cli.model.times import CalendarForm
from fact_cli.relate.context import Context
from fact_cli.scan.tense import tensed_verbs
from fact_cli.scan.times.context import Tense

_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
)  # fmt: skip
_WEEKDAY = r"(?:(?:[Ll]un|[Mm]ar|[Mm]ercre|[Jj]eu|[Vv]endre|[Ss]ame)di |[Dd]imanche )?"
_DAY = re.compile(
    rf"(?<![\w/,.]){_WEEKDAY}(?P<day>\d{{1,2}})(?:er)?"
    rf"(?: (?P<month>{'|'.join(_MONTHS)})\b|/(?P<number>\d{{1,2}})(?![\d/]))(?: \d{{4}}\b)?"
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
FEW = 3  # days that a text names, at least, where a programme is told twice
REACH = 60  # characters beside a day in which a name stands
FAR = 31  # days between the two of one name


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    time: TimeExpression
    parts: PartialDate


def find(context: Context) -> Iterator[TwoDates]:
    plain = context.document.plain
    days = list(_days(plain))
    if len(days) < FEW:
        return
    listed: list[_Entry] = []
    prose: list[_Entry] = []
    for block in context.document.blocks:
        own = [one for one in days if block.extent.holds(one.extent)]
        if not own:
            continue
        entries, rest = _entries(plain, block.extent, own)
        listed += entries
        prose += (one for time in rest for one in _told(plain, block.extent, time))
    prose += (one for sentence in context.sentences for one in _players(plain, sentence, days))
    yield from _conflicts(prose, listed)


def _days(plain: str) -> Iterator[TimeExpression]:
    """The days that a text names, each by itself, with its month."""
    for found in _DAY.finditer(plain):
        month = int(found["number"]) if found["number"] else _MONTHS.index(found["month"]) + 1
        parts = PartialDate(None, month, int(found["day"]))
        if parts.exists() and not _OF_SEVERAL.search(words_before(plain, found.start(), 12)):
            yield TimeExpression(Extent(*found.span()), TimeKind.DATE, CalendarForm(parts))


def _entries(
    plain: str, block: Extent, days: Sequence[TimeExpression]
) -> tuple[list[_Entry], list[TimeExpression]]:
    """What a block lists day by day, and the days that it tells otherwise."""
    entries: list[_Entry] = []
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


def _told(plain: str, block: Extent, day: TimeExpression) -> Iterator[_Entry]:
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


def _players(
    plain: str, sentence: ScannedSentence, days: Sequence[TimeExpression]
) -> Iterator[_Entry]:
    """All who play on the only day of a sentence that opens with it and tells what is to come."""
    own = [one for one in days if sentence.extent.holds(one.extent)]
    verbs = tensed_verbs(sentence.extent.of(plain))
    if len(own) != 1 or not verbs or any(verb.tense is not Tense.FUTURE for verb in verbs):
        return
    (day,) = own
    if _OPENS.fullmatch(plain, sentence.extent.start, day.extent.start):
        for found in _PLAYS.finditer(plain, day.extent.end, sentence.extent.end):
            yield _entry(found["name"], day)


def _entry(name: str, day: TimeExpression) -> _Entry:
    assert isinstance(day.form, CalendarForm)
    return _Entry(name, day, day.form.parts)


def _conflicts(prose: Sequence[_Entry], listed: Sequence[_Entry]) -> Iterator[TwoDates]:
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


def _one_day_each(entries: Sequence[_Entry]) -> dict[str, _Entry]:
    """The names that have one day only, with it."""
    found: dict[str, _Entry] = {}
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
