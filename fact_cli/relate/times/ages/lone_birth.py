"""The age of the one person of an article, against the only birth that the article tells.

"Il est mort mardi à l'âge de 84 ans. … Né le 23 novembre 1935, il …", any number of sentences
apart: no other age of the article is told, nor is this one right at any time that is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from fact_cli.lang.words import lower, words_before
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Aged, Moment
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.slips import Slip, slip_between
from fact_cli.model.times import LengthForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.ages.age import find as find_aged
from fact_cli.relate.times.ages.births import FULL_NAME
from fact_cli.relate.times.ages.dated import age_as_told
from fact_cli.relate.times.moments import (
    KIN,
    NO_KIN,
    dates,
    is_birth,
    lives,
    moment,
    names_year,
    published,
)

_CUES = ("né ", "née ", "naît", "naquit", "vu le jour", "voit le jour", "au monde")
# Of the one told of, who is named ahead or meant by a pronoun: "Luc Roy est mort à 84 ans".
_AT_DEATH = re.compile(
    r"\b(?:est morte?|meurt|mourut|est décédée?|décède|s'est éteinte?|s'éteint|a succombé)\b"
    r"[^.;:()]{0,60}\bà (?:l'âge de )?$"
)
_FEASTS = re.compile(r"\b(?:fête|fêtait|célébrait|a fêté|vient de fêter) ses $")
_CARRIED_OFF = re.compile(r"\bl'emporte(?:ra)? à $")
# The same at the date of its sentence: "en 2008, Ada Roy n'avait alors que 19 ans".
_THEN = re.compile(r"\b(?:n')?avait (?:alors )?(?:que |tout juste |à peine )?$")
# "Son entraîneur Luc Roy est mort à": whoever it is, not himself.
_POSSESSIVE = re.compile(r"(?:^|, |\b(?:que|qui|et|où) )(?:son|sa|ses|leurs?) [^.;:,]{3,50}$")
_HE = re.compile(r"(?:[^.;:,()]{2,30}, )?(?:Il|Elle)\b")
# Others who come and go beside him.
_OTHER = re.compile(
    r"\b(?:autres?|celui|celle|ceux|victimes?|couple|jumeaux|ensemble|tous|toutes|ils|elles"
    r"|dont|héros|personnage|film|roman|quand|lorsqu\w*"
    r"|un homme|une femme|un jeune|une jeune|personnes?|remplac\w+|succèd\w+)\b"
)
_OF_SEVERAL = re.compile(r"\b(?:ans de|moyenne|plus de|moins de|dès|depuis|pendant|durant)\b")
_THING = re.compile(
    r"\b(?:fondée?|créée?|club|société|entreprise|association|festival|édition|anniversaire)\b"
)
_WOMAN = re.compile(r"\b(?:née|elle)\b")
_SHE = re.compile(r"(?:[^.;:,()]{2,30}, )?elle\b")
_HE_ALONE = re.compile(r"(?:[^.;:,()]{2,30}, )?il\b")
BESIDE = 80  # characters before an age in which stands whose it is
YOUNG = 12  # years: a lower age is one of a story


def find(context: Context) -> Iterator[Aged]:
    now = published(context)
    if not context.tells(_CUES) or _THING.search(context.told):
        return
    plain = context.document.plain
    if any(lives(plain, each) for each in context.sentences):
        return
    births = [
        (sentence, time)
        for _, sentence in context.body
        for time in dates(sentence)
        if names_year(time) and is_birth(plain, sentence, time)
    ]
    ages = [
        (each, one, age)
        for _, each in context.body
        for one, age in _ages(plain, each)
        if _is_his(plain, each, one)
    ]
    if len({time.interval.begin for _, time in births}) != 1 or len({b for *_, b in ages}) != 1:
        return
    (told_at, birth), (sentence, stated, years) = births[0], ages[0]
    if _is_of_kin(plain, told_at, birth) or any(
        one.stated == stated.extent for one in find_aged(context)
    ):
        return
    if not _is_one(plain, told_at, sentence, stated):
        return
    own = [moment(time) for time in dates(sentence) if names_year(time) and time is not birth]
    every = [moment(time) for _, each in context.body for time in dates(each) if names_year(time)]
    seen = (own or [now])[0]
    if seen is None or any(_fits(birth, years, one, stated) for one in (*every, seen, now) if one):
        return
    aged = Aged(stated.extent, years, moment(birth), seen, False, Binding.INFERRED)
    if _is_slip(aged):
        yield aged


def _ages(plain: str, sentence: ScannedSentence) -> Iterator[tuple[TimeExpression, Bounds]]:
    """The ages of a sentence, those that are read as mere lengths with what makes ages of them."""
    for time in sentence.times:
        form = time.form
        if not isinstance(form, LengthForm) or form.vague or form.side is not None:
            continue
        years = age_as_told(plain, time)
        ahead = words_before(plain, time.extent.start, BESIDE)
        if years is None or (years.low or 0) < YOUNG or (years.high or 0) > 115:
            continue
        if time.kind is TimeKind.AGE or (time.kind is TimeKind.DURATION and _is_told_as_age(ahead)):
            yield time, years


def _is_told_as_age(ahead: str) -> bool:
    return any(say.search(ahead) for say in (_AT_DEATH, _CARRIED_OFF, _THEN))


def _is_of_kin(plain: str, sentence: ScannedSentence, birth: TimeExpression) -> bool:
    ahead = plain[sentence.extent.start : birth.extent.start]
    whose = words_before(plain, birth.extent.start, BESIDE) + lower(ahead)
    return KIN.search(NO_KIN.sub(" ", whose)) is not None


def _is_his(plain: str, sentence: ScannedSentence, stated: TimeExpression) -> bool:
    """Whether a sentence tells the age of whom it names, or goes on about by a pronoun."""
    words = NO_KIN.sub(" ", lower(sentence.extent.of(plain)))
    other = KIN.search(words) or _OTHER.search(words) or _OF_SEVERAL.search(words)
    if other or plain.startswith(" de ", stated.extent.end):
        return False
    start, end = sentence.extent.start, stated.extent.start
    ahead = lower(plain[start:end])
    if _CARRIED_OFF.search(ahead):
        return True
    names = {one["surname"] for one in FULL_NAME.finditer(plain, start, end)}
    if _POSSESSIVE.search(ahead):
        return False
    himself = len(names) == 1 or (not names and _HE.match(plain, start) is not None)
    dated = any(
        names_year(time) and not is_birth(plain, sentence, time) for time in dates(sentence)
    )
    told = _AT_DEATH.search(ahead) or _FEASTS.search(ahead) or (dated and _THEN.search(ahead))
    return himself and bool(told)


def _is_one(
    plain: str, told_at: ScannedSentence, sentence: ScannedSentence, stated: TimeExpression
) -> bool:
    """Whether nobody else is named where the age is told, nor between it and the birth."""

    words, told = lower(told_at.extent.of(plain)), lower(sentence.extent.of(plain))
    woman = _WOMAN.search(words) is not None
    if (_HE_ALONE if woman else _SHE).match(told):
        return False

    def named(start: int, end: int) -> list[str]:
        return [one["surname"] for one in FULL_NAME.finditer(plain, start, end)]

    start, end = told_at.extent.start, told_at.extent.end
    main = (named(start, end) or named(0, max(end, stated.extent.start)))[:1]
    first, last = sorted((told_at.extent, sentence.extent))
    return set(named(first.start, last.end)) <= set(main)


def _fits(birth: TimeExpression, years: Bounds, seen: Moment, stated: TimeExpression) -> bool:
    possible = Aged(stated.extent, years, moment(birth), seen, dead=False).possible
    return possible.meets(years)


def _is_slip(aged: Aged) -> bool:
    """Whether a misprint, or a miscount of a few years, makes an age of the one it should be."""
    told, low, high = aged.years.low, aged.possible.low, aged.possible.high
    if told is None or low is None or high is None or low < YOUNG:
        return False
    slips = {slip_between(told, one, Decimal(1)) for one in (low, high)}
    return bool(slips & {Slip.DIGIT, Slip.SWAP}) or min(abs(told - low), abs(told - high)) <= 5
