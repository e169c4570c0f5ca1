"""Years in which nothing of the article can have been: "Le 20 avril 2417, le policier est mort".

Nobody dates the news some centuries off. A year of the near future or of the Middle Ages is
stray only where one digit, or two swapped, make of it a year that the article tells elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from fact_cli.lang.words import EVENTS, MONTH, lower, words_after, words_before
from fact_cli.model.relation import StrayYear
from fact_cli.model.slips import Slip, slip_between
from fact_cli.model.text import BlockKind, Extent
from fact_cli.relate.context import Context
from fact_cli.relate.times.days.tensed import DATED, PLANNED
from fact_cli.relate.times.moments import published
from fact_cli.scan.tense import tense_at, tensed_verbs
from fact_cli.scan.times.context import Tense

_YEAR = re.compile(r"(?<![\w.,'/])[1-9]\d{3}(?![\w%€$°/]|[.,]\d| ?[%€$£°]| \d{3}\b)")
_OF_MONTH = re.compile(rf"\b{MONTH} $")
_LEADS = re.compile(
    r"\b(?:en|depuis|dès|(?:l'|d'|cette )?(?:année|an|exercice|été|automne|hiver)|les années"
    r"|printemps|(?:fin|début|mi|courant)[ -]?(?:de |d')?) ?$"
)
# The second of two years told together: "entre 2013 et", "de 2013 à", "1997, puis depuis".
_SECOND = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?: à| et| ou|, puis|, et| puis) (?:(?:en|depuis|fin|début) )?$"
    r"|[(\w] ?(?P<span>[12]\d{3}) ?- ?$"
)
# The first of two: "entre 2201 et 2030", "la période 2101-2015".
_FIRST = re.compile(r"\b(?:entre|période|collection|années) (?=$)")
_OTHER = re.compile(r"(?: et | ?- ?)(?:1[89]|20)\d\d\b")
_IN_BRACKETS = re.compile(r"\((?:en )?$")
# "les inondations de", "la présidentielle de": what happens in a year.
_OF_EVENT = re.compile(
    rf"\b(?:{EVENTS}|municipales|présidentielle|législatives|européennes|budget|attentat"
    r"|campagne|saison|avis d'impôts?|rentrée|vainqueur|lauréate?|millésime|programme)s?"
    r"(?: [^\W\d_]+)? (?:de )?$"
)
_NOUN = re.compile(r"\b([^\W\d_]{5,})(?: (?:de|d'[^\W\d_]+|en|du \d{1,2}) ?[^\W\d_]*)? $")
# Of years that far off somebody speaks on purpose.
_FUTURE = re.compile(
    r"\b(?:science-fiction|dystopi\w*|anticipation|futuriste|dans le futur|éclipses?|comète"
    r"|astéroïde|calendrier (?:hébr|boud|musul|pers|thaï)\w*)\b"
)
# The same of a sentence: what is invented, and what goes on for centuries.
_INVENTED = re.compile(
    r"\b(?:romans?|intrigue|héros|se (?:déroule|passe|situe)|imagin\w+|planète|saga)\b"
)
_LONG_TERM = re.compile(
    r"\b(?:films?|séries?|jeux?|action|épisodes?|à ce rythme|trajectoires?|siècles?|climat\w*"
    r"|réchauffement|mers|océans?|glaciers?|degrés|températures?)\b"
)
_PROSPECT = re.compile(
    r"\b(?:d'ici|horizon|jusqu|projection|objectif|perspective|scénario|échéance|prochaine?s?"
    r"|espèr\w+|souhait\w+|ve(?:ut|ulent)|vis(?:e|ent)|prévoi\w+|table\w*|compte\w*"
    r"|population|seniors|neutralité|concession|bail|emprunt|obligations?|à compter"
    r"|(?!serai|aurai)[^\W\d_]+rai(?:t|ent))\b"
)
_HISTORY = re.compile(
    r"\b(?:siècles?|rois?|reine|empereur|médiév\w+|moyen âge|abbaye|moines?|croisades?|comtes?|duc"
    r"|archéolog\w+|normands?|évêques?|vikings?|cathédrale|chevaliers?)\b"
)
_BUILT = re.compile(
    r"\b(?:bâtie?s?|constru\w+|édifi\w+|chapelle|mentionnée?s?|fouilles?|histori\w+)\b"
)
NEAR = 40  # characters before a year in which stands what it is a year of
SOON = 2  # years ahead, of which the past is told by mistake
LATER = 10  # years ahead, of which only plans and forecasts speak
CENTURY = 2101  # from here on not even these
NEVER, AGES = 2200, 3000  # from here on nobody, not even in round figures
OLD = 1500  # years before it are of the Middle Ages
MILLENNIUM = 1000  # years, by which 1017 is a slip of 2017
FIRST, LAST = 1900, 2100  # years of which the news tells


@dataclass(frozen=True, slots=True)
class _Year:
    number: int
    extent: Extent
    ahead: str

    @property
    def of_day(self) -> bool:
        """Whether a month leads to it, which history seldom tells."""
        return _OF_MONTH.search(self.ahead) is not None


def find(context: Context) -> Iterator[StrayYear]:
    now = published(context)
    today = None if now is None else now.year
    ahead = LAST if today is None else today + SOON
    numbers = (int(one.group()) for one in _YEAR.finditer(context.document.plain))
    if not any(one < OLD or one >= ahead for one in numbers):
        return
    told = list(_years(context))
    latest = today or max((one.number for one in told if one.number < LAST), default=None)
    if latest is None:
        return
    for one in told:
        if one.number >= latest + SOON or one.number < OLD:
            right = _meant(one, told, latest)
            if _is_stray(context, one, right, latest):
                at = next((each.extent for each in told if each.number == right), None)
                yield StrayYear(_date_at(context, one.extent), one.number, right, at)


def _date_at(context: Context, year: Extent) -> Extent:
    """The date of which a year is told, as far as it is read as one."""
    sentence = context.sentence_at(year)
    times = () if sentence is None else sentence.times
    leaves = (leaf.extent for time in times for leaf in time.leaves)
    return next((date for date in leaves if date.holds(year)), year)


def _years(context: Context) -> Iterator[_Year]:
    """The figures of four digits that words or a month tell to be years."""
    plain = context.document.plain
    for found in _YEAR.finditer(plain):
        ahead = words_before(plain, found.start(), NEAR).rpartition("\n")[2]
        extent = Extent(*found.span())
        if _tells_year(ahead, plain, extent) and _is_told(context, extent, ahead):
            yield _Year(int(found.group()), extent, ahead)


def _tells_year(ahead: str, plain: str, at: Extent) -> bool:
    if _IN_BRACKETS.search(ahead):
        return int(plain[at.start : at.end]) < NEVER and plain[at.end : at.end + 1] in {")", "-"}
    if _FIRST.search(ahead) and _OTHER.match(plain, at.end):
        return True
    return any(say.search(ahead) for say in (_OF_MONTH, _LEADS, _SECOND, _OF_EVENT))


def _is_told(context: Context, extent: Extent, ahead: str) -> bool:
    """Whether a sentence tells it, and counts nothing by it: "en 5000 exemplaires"."""
    sentence = context.sentence_at(extent)
    if sentence is None:
        return False
    if context.document.blocks[sentence.sentence.block].kind is BlockKind.BOILERPLATE:
        return False
    counted = any(
        one.extent.start <= extent.start < one.extent.end and (one.noun or one.unit)
        for one in sentence.quantities
    )
    return not counted or _OF_MONTH.search(ahead) is not None


def _meant(stray: _Year, told: Sequence[_Year], latest: int) -> int | None:
    """The only year of the article, or that of its news, of which this one is a slip."""
    years = {one.number for one in told if FIRST <= one.number <= latest} | {latest}
    near = [year for year in years if _is_slip(stray.number, year)]
    same = [year for year in near if _is_told_alike(stray, told, year)]
    return min(same or near, key=lambda year: latest - year, default=None)


def _is_slip(one: int, other: int) -> bool:
    slip = slip_between(Decimal(one), Decimal(other), Decimal(1))
    return slip is Slip.SWAP or (
        slip is Slip.DIGIT and sum(map(_differ, str(one), str(other))) == 1
    )


def _differ(one: str, other: str) -> bool:
    return one != other


def _is_told_alike(stray: _Year, told: Sequence[_Year], year: int) -> bool:
    """Whether the same noun or month leads to ``year`` somewhere: "les inondations de"."""
    noun = _NOUN.search(stray.ahead)
    word = None if noun is None else noun.group(1)
    return word is not None and any(one.number == year and word in one.ahead for one in told)


def _is_stray(context: Context, one: _Year, right: int | None, latest: int) -> bool:
    plain, year = context.document.plain, one.number
    sentence = context.sentence_at(one.extent)
    if sentence is None or _FUTURE.search(context.told):
        return False
    if year < OLD:
        if right is None or not one.of_day or _HISTORY.search(context.told):
            return False
        return right == year + MILLENNIUM or not _BUILT.search(context.told)
    words = lower(sentence.extent.of(plain))
    if _INVENTED.search(words):
        return False
    if year >= NEVER:
        return right is not None or bool(year % 10) or (year > AGES and bool(year % 100))
    if _LONG_TERM.search(words) or _PROSPECT.search(words):
        return False
    if year >= CENTURY and year % 10 and right is not None:
        return True
    if one.ahead.endswith("depuis ") and right is not None:
        return not words_after(plain, one.extent.end, 12).startswith("-")
    return _is_of_past(words, one.extent.start - sentence.extent.start, one, right, latest)


def _is_of_past(words: str, start: int, one: _Year, right: int | None, latest: int) -> bool:
    """Whether a sentence tells what was in a year that is yet to come, and plans nothing."""
    verbs = tensed_verbs(words)
    if any(verb.tense is Tense.FUTURE for verb in verbs):
        return False
    if one.number >= CENTURY and one.number % 10:
        return True
    if one.number % 5 == 0 and not one.of_day:
        return False
    past = tense_at(words, verbs, start, start + len("2020")) is Tense.PAST
    if one.number >= latest + LATER and not DATED.search(words):
        return (past and not PLANNED.search(words)) or (right is not None and (past or one.of_day))
    told = past and not PLANNED.search(words) and not _OF_EVENT.search(one.ahead)
    return told and right is not None and one.of_day
