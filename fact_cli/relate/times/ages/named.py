"""The age of somebody named, against a birth told of the same one elsewhere in the article.

"Jean Morel est mort samedi à 57 ans. … Né en 1962 à Niort, il …"; "Jean Morel, 57 ans, …" and
paragraphs on "Jean Morel est né en 1962".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from fact_cli.lang.words import lower, words_before
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Aged, Moment
from fact_cli.model.mention import QuantityKind, TimeKind
from fact_cli.relate.context import Context
from fact_cli.relate.passage import adjoin
from fact_cli.relate.times.ages.age import find as find_aged
from fact_cli.relate.times.ages.births import FULL_NAME, ToldBirth, told_births
from fact_cli.relate.times.ages.dated import age_as_told, is_likely_slip, is_step_of_life
from fact_cli.relate.times.ages.told import ToldAge, told_ages
from fact_cli.relate.times.ages.who import is_own, turns_to_somebody
from fact_cli.relate.times.moments import (
    KIN,
    NO_KIN,
    dates,
    is_death,
    lives,
    moment,
    names_year,
    published,
)

_CUES = ("né ", "née ", "naît", "naquit", "vu le jour", "voit le jour", "vit le jour", "au monde")
_NAME_BEHIND = re.compile(r"(?: passés| révolus| bien sonnés)?, (?:[a-zà-ÿ'-]+ ){0,6}?$")
_HE_WAS = re.compile(r"(?:Il|Elle) (?:avait|était âgée? de|venait d'avoir) ")
_HE_IS = re.compile(r"(?:Il|Elle) (?:a|est âgée? de) ")
_IN_HIS = re.compile(r"\bdans sa $")  # "il s'est éteint dans sa 88e année"
_DIED = re.compile(
    r"\b(?:morte?|décédée?|éteinte?|disparue?|emportée?|mourir|quittés|tuée?|succombé|décès)\b"
)
_OPENS = re.compile(r"(?:À|Âgée? de|Du haut de ses) ")
_FEASTS = re.compile(r"\b(?:fêt|célèbr|célébr|souffl)\w+[^.;:,()]{0,30}$")
_LONG_AGO = re.compile(
    r"\b(?:rue|place|square|école|collège|lycée|salle|stade|prix|plaque|statue|timbre|exposition"
    r"|hommage|rétrospective|anniversaire|centenaire)\b"
)
NEAR = 2  # sentences around an age in which its date may stand
LEAD = 3  # sentences, of which the first may be the title
NEWS = 60  # days: a death before that is no news
FAR = 2500  # characters from an age to a birth that a pronoun tells


@dataclass(frozen=True, slots=True)
class _Named:
    """An age, and the names of the one who has it."""

    age: ToldAge
    sentence: ScannedSentence
    first: str
    surname: str


def find(context: Context) -> Iterator[Aged]:
    plain, now = context.document.plain, published(context)
    if not context.tells(_CUES):
        return
    births = told_births(context)
    if not births or any(lives(plain, each) for each in context.sentences):
        return
    known = {one.stated for one in find_aged(context)}
    every = [years for each in context.sentences for years in _years(plain, each)]
    for index in range(len(context.sentences)):
        for named in _named(context, index, now):
            birth = _birth_of(context, births, named)
            told = named.age
            if birth is None or birth.sentence is named.sentence or told.extent in known:
                continue
            born = moment(birth.time)
            aged = Aged(told.extent, told.years, born, told.seen, told.dead, Binding.INFERRED)
            others = [one for one in every if one != told.years]
            low = aged.possible.low
            told_right = any(map(aged.possible.meets, others))
            if low is None or low < 0 or told_right or not is_likely_slip(aged):
                continue
            if told.dated or not _is_of_then(context, index, aged):
                yield aged


# "57 ans au moment des faits, comparaît lundi": so old at a time told elsewhere.
_AT_THE_TIME = re.compile(
    r"(?: ans)?,? (?:au moment|à l'époque|à la date|au jour|lors d|lorsqu|quand |le jour|au début)"
)


def _is_of_then(context: Context, index: int, aged: Aged) -> bool:
    """Whether an age told without a date is right at one that is told around it."""
    near = context.sentences[max(0, index - NEAR) : index + NEAR + 1]
    seen = [moment(time) for each in near for time in dates(each) if names_year(time)]
    return any(replace(aged, seen=one).possible.meets(aged.years) for one in seen)


def _years(plain: str, sentence: ScannedSentence) -> Iterator[Bounds]:
    for time in sentence.times:
        if time.kind is TimeKind.AGE and (years := age_as_told(plain, time)) is not None:
            yield years


def _named(context: Context, index: int, now: Moment | None) -> Iterator[_Named]:
    """The ages of a sentence that hold now, at a date or at a death, with whose they are."""
    plain, sentence = context.document.plain, context.sentences[index]
    known = told_ages(context, sentence)
    extents = {one.extent for one in known}
    alone = [] if now is None else _at_death(context, index, now)
    known += [one for one in alone if one.extent not in extents]
    for age in known:
        ahead = plain[sentence.extent.start : age.extent.start]
        if not age.dated and not age.dead and any(map(names_year, dates(sentence))):
            continue
        behind = lower(plain[age.extent.end : sentence.extent.end])
        if _AT_THE_TIME.match(behind):
            continue
        if not (age.dead or age.dated or dates(sentence)) and _DIED.search(behind):
            continue  # "Tom Vidal, 22 ans, est tué": at a time told elsewhere
        if _OPENS.fullmatch(ahead) and (index >= LEAD or _is_step(plain, sentence, age)):
            continue
        if age.years.low is not None and _FEASTS.search(lower(ahead)):
            age = replace(age, years=Bounds(age.years.low - 1, age.years.high))
        name = _name(context, index, age)
        if name is not None and not KIN.search(lower(ahead)):
            yield _Named(age, sentence, *name)


def _is_step(plain: str, sentence: ScannedSentence, age: ToldAge) -> bool:
    return any(
        time.extent == age.extent and is_step_of_life(plain, time) for time in sentence.times
    )


def _at_death(context: Context, index: int, now: Moment) -> Iterator[ToldAge]:
    """The ages that stand alone: "est mort à 57 ans", "Il avait 57 ans.", "Il a 57 ans."."""
    plain, sentence = context.document.plain, context.sentences[index]
    for one in sentence.quantities:
        ordinal = one.kind is QuantityKind.ORDINAL and one.value is not None
        if ordinal and _IN_HIS.search(words_before(plain, one.extent.start, 10)):
            seen = _death(context, sentence, now)
            if one.value is not None and seen is not None:
                yield ToldAge(one.extent, Bounds(one.value - 1, one.value), seen, True, False)
    for stated in sentence.times:
        years = age_as_told(plain, stated) if stated.kind is TimeKind.AGE else None
        if years is None or not is_own(plain, sentence, stated):
            continue
        ahead = plain[sentence.extent.start : stated.extent.start]
        if _HE_IS.fullmatch(ahead) and len(sentence.times) == 1:
            yield ToldAge(stated.extent, years, now, False, False)
        told: ScannedSentence | None = sentence if _DIED.search(lower(ahead)) else None
        if told is None and index and _HE_WAS.fullmatch(ahead):
            former = context.sentences[index - 1]
            died = _DIED.search(lower(former.extent.of(plain)))
            told = former if died and adjoin(plain, former, sentence) else None
        seen = None if told is None else _death(context, told, now)
        if seen is not None:
            yield ToldAge(stated.extent, years, seen, True, False)


def _death(context: Context, told: ScannedSentence, now: Moment) -> Moment | None:
    """When somebody died: as dated there, or of late; None where it may be long ago."""
    plain, today = context.document.plain, now.interval.begin
    deaths = [time for time in dates(told) if is_death(plain, told, time)]
    if len(deaths) == 1:
        return moment(deaths[0])
    if deaths or dates(told) or _LONG_AGO.search(lower(told.extent.of(plain))):
        return None
    every = [t for each in context.sentences for t in dates(each) if is_death(plain, each, t)]
    begun = [day for time in every if (day := moment(time).interval.begin) is not None]
    old = any(today is not None and (today - day).days > NEWS for day in begun)
    return None if old else now


def _name(context: Context, index: int, age: ToldAge) -> tuple[str, str] | None:
    """First name and surname of whose an age is: beside it, or the only ones in the sentence."""
    plain, sentence = context.document.plain, context.sentences[index]
    ahead = plain[sentence.extent.start : age.extent.start]
    if index and (_HE_WAS.fullmatch(ahead) or _HE_IS.fullmatch(ahead)):
        if not adjoin(plain, context.sentences[index - 1], sentence):
            return None
        sentence = context.sentences[index - 1]
    names = {
        (one["first"], one["surname"]): one
        for one in FULL_NAME.finditer(plain, sentence.extent.start, sentence.extent.end)
    }
    beside = [
        key
        for key, one in names.items()
        if plain[one.end() : age.extent.start] in {", ", " (", ", âgé de ", ", âgée de "}
        or _NAME_BEHIND.fullmatch(plain, age.extent.end, max(age.extent.end, one.start()))
    ]
    if len(beside) == 1:
        return beside[0]
    return next(iter(names)) if len(names) == 1 else None


def _birth_of(context: Context, births: list[ToldBirth], named: _Named) -> ToldBirth | None:
    """The only birth told of the one who is named."""
    plain = context.document.plain
    own = [one for one in births if one.name == named.surname and one.first in {None, named.first}]
    shared = {
        one["first"] for one in FULL_NAME.finditer(plain) if one["surname"] == named.surname
    } - {named.first, "M.", "Mme", "Mlle"}
    if own:
        days = {one.time.interval.begin for one in own}
        unsure = len(days) > 1 or (shared and own[0].first is None)
        return None if unsure else own[0]
    if len(births) != 1 or births[0].name is not None or shared:
        return None
    (birth,) = births
    return birth if _is_told_on(plain, birth, named) else None


def _is_told_on(plain: str, birth: ToldBirth, named: _Named) -> bool:
    """Whether nobody else comes up between the age and a birth told by a pronoun."""
    start, end = named.sentence.extent.start, birth.sentence.extent.start
    if not named.sentence.extent < birth.sentence.extent or end - start > FAR:
        return False
    others = {(one["first"], one["surname"]) for one in FULL_NAME.finditer(plain, start, end)} - {
        (named.first, named.surname)
    }
    words = NO_KIN.sub(". ", lower(plain[named.age.extent.end : end]))
    return not others and not turns_to_somebody(words) and not KIN.search(words)
