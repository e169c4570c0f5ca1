"""A day told to lie in the middle of a season: "en plein hiver, le 18 juin 1951"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from fact_cli.lang.lexicon import read
from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import PartialDate
from fact_cli.model.mention import TimeExpression
from fact_cli.model.periods import SeasonDays
from fact_cli.model.text import Extent
from fact_cli.model.times import CalendarForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.days.named_seasons import day_of_year, is_elsewhere

_MIDST = (
    r"(?:en plein(?:e)?|en ce(?:t)? (?:début|milieu|cœur|plein) d[e'] ?|au (?:cœur|milieu|plus fort"
    r"|creux|beau milieu) d[eu' ] ?(?:l')?|au plus (?:chaud|froid) d[eu' ] ?(?:l')?"
    r"|par un(?:e)? (?:(?:beau|belle|froid|froide|rude|chaud|chaude|glacial) )?"
    r"(?:jour(?:née)?|matin(?:ée)?|soir(?:ée)?|nuit) d[e'] ?)"
)
_SEASON = re.compile(rf"\b{_MIDST} ?(?P<season>hiver|printemps|été|automne)\b")
# "L'été dernier, en mars, …": which month of it, told right behind.
_OPENING = re.compile(
    r"(?:dès |pendant |durant |au cours de |c'était |mais |et )?(?:à )?(?:l'|cet |le |au |un )"
    r"(?P<season>hiver|printemps|été|automne)(?: (?:dernier|prochain|\d{4}|d'avant|suivant))?"
    r"(?=, (?:en|courant|fin|début|le) )"
)
_SET_OFF = re.compile(r",(?! (?:en|puis|et|ou|le) )")
_BESIDE = re.compile(r",? ?\(?(?:le |ce |du |un |celui du |en ce |en )?")
_BEHIND = re.compile(r",? ?")
# Two times, or an unseasonable one.
_OTHERWISE = re.compile(
    r"\b(?:comme|digne|allures?|dirait|semblait|croirait|malgré|pourtant|presque)\b"
)


_CUES = (
    "plein",
    "cœur d",
    "milieu d",
    "plus fort",
    "par un",
    "été",
    "hiver",
    "printemps",
    "automne",
)


def find(context: Context) -> Iterator[SeasonDays]:
    if not context.tells(_CUES):
        return
    plain = context.document.plain
    for sentence in context.sentences:
        words = lower(sentence.extent.of(plain))
        for found in _SEASON.finditer(words):
            start = sentence.extent.start
            season = Extent(start + found.start(), start + found.end())
            day = _day_beside(plain, sentence, season, found["season"])
            if day is not None and not _OTHERWISE.search(words) and not is_elsewhere(context):
                yield day
        opens = _OPENING.match(words)
        if opens is not None:
            start = sentence.extent.start
            season = Extent(start, start + opens.end())
            day = _day_beside(plain, sentence, season, opens["season"])
            set_off = day is not None and _SET_OFF.match(plain, day.time.extent.end)
            if day is not None and set_off and not is_elsewhere(context):
                yield day


def _day_beside(
    plain: str, sentence: ScannedSentence, season: Extent, name: str
) -> SeasonDays | None:
    for time in sentence.times:
        form = time.form
        if not isinstance(form, CalendarForm) or form.parts.month is None:
            continue
        ahead = season.start >= time.extent.end
        first, second = (time.extent, season) if ahead else (season, time.extent)
        link = lower(plain[first.end : max(first.end, second.start)])
        if (_BEHIND if ahead else _BESIDE).fullmatch(link):
            return _held(season, name, time, form.parts)
    return None


@cache
def _midst() -> Mapping[str, Sequence[str]]:
    """The first and the last day of the midst of each season."""
    return read("seasons")["midst"]


def _held(season: Extent, name: str, time: TimeExpression, parts: PartialDate) -> SeasonDays:
    first, last = map(day_of_year, _midst()[name])
    assert parts.month is not None
    days = [(parts.month, parts.day)] if parts.day else [(parts.month, 1), (parts.month, 28)]
    return SeasonDays(season, first, last, time, days)
