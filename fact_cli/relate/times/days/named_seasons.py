"""What has a season in its name, with the days on which it is told to be.

"Les vacances de printemps … du 20 février au 8 mars": the line of the winter was pasted twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from fact_cli.lang.lexicon import read
from fact_cli.lang.words import beginnings, lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import TimeExpression
from fact_cli.model.periods import SeasonDays
from fact_cli.model.text import Extent
from fact_cli.model.times import CalendarForm, RangeForm
from fact_cli.relate.context import Context

Day = tuple[int, int]  # month and day

# A name that is what the sentence tells of, and not what something else is for.
_IS_TOLD = re.compile(
    r"(?:^|[.;:,«(] ?|\bet |\bque |quant |\bou )"
    r"(?:(?:pour )?(?:les |ces |le )|aux |celles |ceux |au |celui )?$"
)
# "Les inscriptions aux vacances de printemps": days of something else.
# "Celles d'été débuteront le 3 janvier": the first day, told by its verb.
_BEGINS = re.compile(
    r"(?:, [^.;:,()\d]{2,40},)?(?: [^.;:,()\d]{2,30})? (?:début|commenc|démarr|s'ouvr)[^\W\d_]*"
    r"(?: donc| ainsi| officiellement| cette année)? (?:dès )?(?:le )?"
)
_OTHER_DAYS = re.compile(
    r"\b(?:inscri|réserv|vente|vendu|billet|programm|annonc|publi|dévoil|préven|avant|après|report"
    r"|depuis|dès|jusqu|ouvert)"
)


@dataclass(frozen=True)
class _Named:
    """The words of one kind of thing that seasons name, and from when to when each is."""

    whole: re.Pattern[str]  # "vacances d'hiver"
    again: re.Pattern[str]  # "celles d'hiver"
    what: re.Pattern[str]
    nouns: Sequence[str]
    seasons: Sequence[str]
    days: Mapping[str, tuple[Day, Day]]


@cache
def _tables() -> Sequence[_Named]:
    return [_named(one["what"], one["days"]) for one in read("seasons")["named"]]


def is_elsewhere(context: Context) -> bool:
    """Whether the article tells of a place where the seasons are others."""
    return context.once("other seasons", lambda: _is_elsewhere(context))


def _is_elsewhere(context: Context) -> bool:
    begins, named = _elsewhere()
    return context.tells(begins) and named.search(context.document.plain) is not None


@cache
def _elsewhere() -> tuple[Sequence[str], re.Pattern[str]]:
    """With what the names of such places begin, in lower case, and the names."""
    names = "|".join(read("seasons")["elsewhere"]["words"])
    return tuple(map(lower, beginnings(names))), re.compile(rf"\b(?:{names})\b")


def _named(what: Sequence[str], days: Mapping[str, Sequence[str]]) -> _Named:
    seasons = "|".join(days)
    of = rf"(?:d'|de la |de |du )(?P<season>{seasons})\b"
    nouns = "|".join(what)
    return _Named(
        re.compile(rf"\b(?:{nouns}) (?:scolaires )?{of}"),
        re.compile(rf"\b(?:[Cc]eux|[Cc]elles|[Cc]elui) {of}"),
        re.compile(rf"\b(?:{nouns})\b", re.IGNORECASE),
        what,
        tuple(map(lower, days)),
        {name: (day_of_year(ends[0]), day_of_year(ends[1])) for name, ends in days.items()},
    )


def day_of_year(written: str) -> Day:
    month, day = written.split("-")
    return int(month), int(day)


def find(context: Context) -> Iterator[SeasonDays]:
    ranged = [
        sentence
        for sentence in context.sentences
        if any(isinstance(time.form, RangeForm | CalendarForm) for time in sentence.times)
    ]
    tables = [one for one in _tables() if context.tells(one.nouns)]
    if not ranged or not any(context.tells(one.seasons) for one in tables):
        return
    found = [
        one
        for sentence in ranged
        for named in tables
        for one in _in_sentence(context, sentence, named)
    ]
    if found and not is_elsewhere(context):
        yield from found


def _in_sentence(
    context: Context, sentence: ScannedSentence, named: _Named
) -> Iterator[SeasonDays]:
    plain, extent = context.document.plain, sentence.extent
    names = list(named.whole.finditer(plain, extent.start, extent.end))
    block = context.document.blocks[sentence.sentence.block].extent
    if names or named.what.search(plain, block.start, extent.end):
        names += named.again.finditer(plain, extent.start, extent.end)
    names.sort(key=re.Match.start)
    if not names:
        return
    ends = [*(name.start() for name in names[1:]), extent.end]
    for name, end in zip(names, ends, strict=True):
        ahead = lower(plain[extent.start : name.start()])
        if not _IS_TOLD.search(ahead) or _OTHER_DAYS.search(plain, name.end(), end):
            continue
        for time in sentence.times:
            days = _days(time) or _first_day(plain, name.end(), time)
            if days and name.end() <= time.extent.start < end:
                season = Extent(name.start(), name.end())
                yield SeasonDays(season, *named.days[name["season"]], time, days)


def _first_day(plain: str, start: int, time: TimeExpression) -> Sequence[Day]:
    """The day on which what ``start`` stands behind is told to begin."""
    form = time.form
    if not isinstance(form, CalendarForm) or time.extent.start < start:
        return []
    month, day = form.parts.month, form.parts.day
    begins = _BEGINS.fullmatch(lower(plain[start : time.extent.start]))
    return [(month, day)] if begins and month is not None and day is not None else []


def _days(time: TimeExpression) -> Sequence[Day]:
    """The first and last day of a range told by day and month; none where a part is not told."""
    form = time.form
    if not isinstance(form, RangeForm):
        return []
    ends = [one.parts for one in (form.begin, form.end) if isinstance(one, CalendarForm)]
    last = ends[-1].month if ends else None
    told = [(one.month or last, one.day) for one in ends]
    days = [(month, day) for month, day in told if month is not None and day is not None]
    return days if len(days) == len(ends) == 2 else []
