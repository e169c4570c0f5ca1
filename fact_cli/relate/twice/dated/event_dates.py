"""One event told with two dates: "le 12 mars" in the caption, "le 12 avril" in the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import combinations

from fact_cli.lang.lexicon import read
from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Grain, PartialDate
from fact_cli.model.lapse import TwoDates
from fact_cli.model.mention import TimeExpression
from fact_cli.model.slips import Slip, slip_between
from fact_cli.model.times import CalendarForm, RangeForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import before

STEM = 5  # letters of a word that its forms share
# A sentence that opens with a thing of its own, not with "il", "ce", "cette" or a place.
_OWN_SUBJECT = re.compile(r"(?:L[ae] |L'|Les |Une? |Des |Son |Sa |Leur )(?=[^\W\d_])")
_THE_DEAD = re.compile(r"\b(?:[Ll][ea] défunte?|[Ll]e disparu|[Ll]a disparue) ")
_NIGHT = re.compile(r"(?:la )?nuit ", re.IGNORECASE)
_NAME = re.compile(r"(?<=[ '(«-])[A-ZÀ-Þ][a-zà-ÿ][\w-]+")
_WORD = re.compile(r"[^\W\d_]+")
# "Le concert de Nantes, le 14 juin": the one that was told to be there, which lasts a day.
_THAT_ONE = re.compile(
    r"\b(?:[Ll]e |[Cc]e |[Ss]on |[Ll]eur )(?:concert|spectacle|gala|récital|meeting|défilé|show)"
    r"(?: [a-zà-ÿ]+){0,2} (?:de |d'|à |au |du )(?P<place>[A-ZÀ-Þ][a-zà-ÿ][\w-]+)"
)
BEHIND = 40  # characters behind a date in which a word may say what happened then
OTHERS = 30  # characters beside an event in which it is told of whom or of what it is
FEW_DAYS, DAYS = 3, 10  # by which two tellings of a death, or of another day, can differ


@dataclass(frozen=True)
class _Event:
    say: re.Pattern[str]
    once: bool
    by_year: bool
    of_many: bool
    silent: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class _Dated:
    event: _Event
    word: str
    parts: PartialDate
    time: TimeExpression
    sentence: ScannedSentence


@cache
def _events() -> Sequence[_Event]:
    return [
        _Event(
            re.compile(rf"\b(?:{'|'.join(entry['say'])})\b"),
            entry.get("once", False),
            entry.get("by_year", False),
            entry.get("of_many", False),
            re.compile(rf"\b(?:{'|'.join(entry['silent'])})\b") if "silent" in entry else None,
        )
        for entry in read("events")["event"]
    ]


@cache
def _any_event() -> re.Pattern[str]:
    every = (say for entry in read("events")["event"] for say in entry["say"])
    return re.compile(rf"\b(?:{'|'.join(every)})\b")


@cache
def _moved() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(read('events')['moved']['say'])})\b")


def find(context: Context) -> Iterator[TwoDates]:
    plain = context.document.plain
    by_event: dict[int, list[_Dated]] = defaultdict(list)
    for sentence, time in context.times():
        parts = time.form.parts if isinstance(time.form, CalendarForm) else None
        told = None if parts is None else _event_of(plain, sentence, time)
        if parts is None or told is None:
            continue
        if not _moved().search(lower(sentence.extent.of(plain))):
            event, word = told
            by_event[id(event)].append(_Dated(event, word, parts, time, sentence))
    for night in _nights(context):
        others = by_event[id(night.event)]
        if night.event.once and not any(_is_of_night(one, night) for one in others):
            others.append(night)
    for dated in by_event.values():
        yield from _conflicts(plain, dated)


def _nights(context: Context) -> Iterator[_Dated]:
    """What happened in a night from one day of a month to the next, by the first of them."""
    plain = context.document.plain
    for sentence, time in context.times():
        match time.form:
            case RangeForm(begin=CalendarForm(parts=begin), end=CalendarForm(parts=end)):
                night = _NIGHT.match(plain, time.extent.start) is not None
            case _:
                continue
        told = _event_of(plain, sentence, time) if night and begin.day and end.month else None
        if told is None or _moved().search(lower(sentence.extent.of(plain))):
            continue
        parts = replace(begin, month=begin.month or end.month, year=begin.year or end.year)
        yield _Dated(*told, parts, time, sentence)


def _is_of_night(one: _Dated, night: _Dated) -> bool:
    """Whether a day can be one of the two of a night."""
    same = {one.parts.month, None} >= {night.parts.month} or one.parts.month is None
    if one.parts.day is None or night.parts.day is None or not same:
        return True
    return one.parts.day - night.parts.day in {0, 1} or one.parts.day == 1


def _event_of(
    plain: str, sentence: ScannedSentence, time: TimeExpression
) -> tuple[_Event, str] | None:
    """The event whose word stands nearest before a date, or else behind it."""
    ahead = _ahead(plain, sentence, time)
    end = time.extent.end
    behind = lower(plain[end : min(sentence.extent.end, end + BEHIND)])
    if not (_any_event().search(ahead) or _any_event().search(behind)):
        return None
    found = [(one.end(), event, one) for event in _events() for one in event.say.finditer(ahead)]
    if found:
        _, event, one = max(found, key=lambda each: each[0])
        near = ahead[max(0, one.start() - OTHERS) :] + words_after(plain, time.extent.end, OTHERS)
        told_apart = event.silent is not None and event.silent.search(near)
        return None if told_apart else (event, one.group())
    for event in _events():
        told = event.say.search(behind)
        if told is not None:
            return event, told.group()
    return None


def _ahead(plain: str, sentence: ScannedSentence, time: TimeExpression) -> str:
    """What leads to a date, over the years of a season: "la rentrée 2021-2022 aura lieu le"."""
    told = [one for one in sentence.times if one.extent.end <= time.extent.start]
    if told and isinstance(told[-1].form, RangeForm) and told[-1].grain is Grain.YEAR:
        return before(plain, sentence, told[-1]) + words_before(
            plain, time.extent.start, time.extent.start - told[-1].extent.end
        )
    return before(plain, sentence, time)


def _can_be_one(plain: str, first: _Dated, again: _Dated) -> bool:
    """Whether the second sentence can go on about what the first tells of.

    "Le marché rouvrira le 12. Le musée rouvrira le 13." are two: they open with other nouns,
    and none of the words or names before the dates is the same.
    """
    if again.event.by_year:
        return True
    if _THE_DEAD.search(plain, again.sentence.extent.start, again.sentence.extent.end):
        return True
    one, other = (_told_of(plain, dated) for dated in (first, again))
    if one.names and other.names and not one.names & other.names:
        return False
    subject = _OWN_SUBJECT.match(plain, again.sentence.extent.start)
    is_event = subject is not None and lower(plain[subject.end() :]).startswith(again.word)
    return subject is None or is_event or bool(one.words & other.words)


@dataclass(frozen=True, slots=True)
class _ToldOf:
    words: frozenset[str]
    names: frozenset[str]


def _told_of(plain: str, dated: _Dated) -> _ToldOf:
    """The content words and names of a sentence, but those of the event and of its date."""
    start, end = dated.sentence.extent.start, dated.sentence.extent.end
    text = plain[start : dated.time.extent.start] + " " + plain[dated.time.extent.end : end]
    names = frozenset(name.group() for name in _NAME.finditer(text, 1))
    stems = frozenset(word[:STEM] for word in _WORD.findall(lower(text)) if len(word) > 3)
    return _ToldOf(stems - {word[:STEM] for word in dated.word.split()}, names)


def _conflicts(plain: str, dated: Sequence[_Dated]) -> Iterator[TwoDates]:
    """The only two dates of an event, where one can be a slip of the other."""
    days = {one.parts for one in dated}
    with_year = {replace(one, year=None) for one in days if one.year is not None}
    if len([one for one in days if one not in with_year]) != 2:
        return
    for first, again in combinations(dated, 2):
        apart = first.sentence is not again.sentence and not _agree(first.parts, again.parts)
        once = first.event.once or (apart and _is_that_one(plain, first, again))
        alike = apart and _is_slip(first.parts, again.parts, first.event, once=once)
        if alike and _can_be_one(plain, first, again):
            yield TwoDates(first.time, again.time, again.word)
            return


def _agree(one: PartialDate, other: PartialDate) -> bool:
    years = {one.year, other.year} - {None}
    return (one.month, one.day) == (other.month, other.day) and len(years) < 2


def _is_that_one(plain: str, first: _Dated, again: _Dated) -> bool:
    """Whether the second sentence names the place of the event that the first tells of."""
    found = _THAT_ONE.search(plain, again.sentence.extent.start, again.time.extent.start)
    return found is not None and found["place"] in _told_of(plain, first).names


def _is_slip(one: PartialDate, other: PartialDate, event: _Event, *, once: bool) -> bool:
    """Whether two dates differ in one part: the month, a day or two, a digit of the year."""
    years = {one.year, other.year} - {None}
    if one.month is None and other.month is None and one.year and other.year and event.by_year:
        slip = slip_between(Decimal(one.year), Decimal(other.year), Decimal(1))
        return slip in {Slip.DIGIT, Slip.SWAP}
    if len(years) > 1 or one.month is None or other.month is None:
        return False
    if one.day is None or other.day is None:
        return one.day is other.day and once
    if one.month == other.month:
        apart = abs(one.day - other.day)
        return once and 0 < apart <= (FEW_DAYS if event.of_many else DAYS)
    return one.day == other.day
