"""The only age of a title, against the only birth that the article tells, paragraphs below.

"À 17 ans, Tom Roux remporte le tournoi … Né à Korhogo le 3 mai 2008, le jeune champion …": the age
is told wrong by a slip, and no other age of the article is the one that the birth gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Aged
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.text import BlockKind
from fact_cli.relate.context import Context
from fact_cli.relate.times.ages.age import find as find_aged
from fact_cli.relate.times.ages.births import FULL_NAME, ToldBirth, told_births
from fact_cli.relate.times.ages.dated import age_as_told
from fact_cli.relate.times.ages.who import is_own
from fact_cli.relate.times.moments import lives, moment, published

_CUES = ("né ", "née ", "naît", "vu le jour", "au monde")
# Whose age a title tells: who is named behind it or before it, or somebody of so many years.
_OF_SOMEBODY = re.compile(
    r"\b[Uu]ne? (?:jeune |ancien(?:ne)? )?[^\W\d_]+(?: [^\W\d_]+)?,? (?:âgée? )?de $"
    r"|(?:^|[:;«] ?)[ÀA] (?:l'âge de )?$|[A-ZÀ-Þ][\w'-]+,? (?:\(|à (?:l'âge de )?)?$"
    r"|[A-ZÀ-Þ][\w'-]+,? [^.;:,()\d]{0,40}\b(?:fête|souffle|célèbre|éteinte?|décédée?|morte?) "
    r"(?:ses|à (?:l'âge de )?)? ?$"
)
_THEN = re.compile(
    r"\b(?:en \d{4}|il y a|quand|lorsqu\w*|revient|rêve|voulait|avait|était|condamnée?|jugée?|tuée?"
    r"|procès|meurtre|souvenir|raconte|histoire|prison)\b"
)
# Somebody of whom a title does not tell: "l'accusé, né en 1984".
_ANOTHER = re.compile(
    r"\b(?:victimes?|accusée?|prévenue?|suspecte?|mise? en cause|conduct(?:eur|rice)|agresseur"
    r"|entraîn(?:eur|euse)|coach|maire|présidente?|direct(?:eur|rice)|fondat(?:eur|rice)|avocate?"
    r"|prédécesseure?|successeure?|adversaire|rivale?|autre)\b"
)
# "Né le 2 mai 2016, le garçon qui a plongé": somebody else, but for "le jeune champion".
_SUBJECT = re.compile(
    r"[^.;:,]{0,40}, (?:l[ae] |l')(?!jeune|nouve|ancien|intéressé|défunt|disparu|homme\b|femme\b)"
    r"(?P<noun>[^\W\d_]+)"
)
MOST = 3  # years apart; what lies farther off may be the age of somebody else
_TEN = Decimal(10)


def find(context: Context) -> Iterator[Aged]:
    now, plain = published(context), context.document.plain
    if now is None or not context.sentences or not context.tells(_CUES):
        return
    title = context.sentences[0]
    if context.document.blocks[title.sentence.block].kind is not BlockKind.TITLE:
        return
    ages = [time for time in title.times if time.kind is TimeKind.AGE]
    births = told_births(context)
    if len(ages) != 1 or len(births) != 1 or not is_own(plain, title, ages[0]):
        return
    years = age_as_told(plain, ages[0])
    words = lower(title.extent.of(plain))
    if years is None or _THEN.search(words) or any(lives(plain, one) for one in context.sentences):
        return
    told = _OF_SOMEBODY.search(plain, title.extent.start, ages[0].extent.start)
    if told is None or told.end() != ages[0].extent.start or not _may_be(plain, births[0], title):
        return
    if {one.stated for one in find_aged(context)} & {ages[0].extent}:
        return
    aged = Aged(ages[0].extent, years, moment(births[0].time), now, False, Binding.INFERRED)
    others = [age_as_told(plain, one) for one in _ages(context) if one is not ages[0]]
    right = any(one is not None and aged.possible.meets(one) for one in others)
    if not right and _is_slip(aged):
        yield aged


def _ages(context: Context) -> Iterator[TimeExpression]:
    for sentence in context.sentences:
        yield from (time for time in sentence.times if time.kind is TimeKind.AGE)


def _may_be(plain: str, birth: ToldBirth, title: ScannedSentence) -> bool:
    """Whether who was born can be the one of the title, by the words of both."""
    named = {one["surname"] for one in FULL_NAME.finditer(title.extent.of(plain))}
    if birth.name is not None and birth.name not in named:
        return False
    words = lower(birth.sentence.extent.of(plain))
    subject = _SUBJECT.match(lower(plain[birth.time.extent.end : birth.sentence.extent.end]))
    known = lower(title.extent.of(plain))
    other = subject is not None and not re.search(rf"\b{subject['noun']}\b", known)
    return not other and _ANOTHER.search(words) is None


def _is_slip(aged: Aged) -> bool:
    low, high, told = aged.possible.low, aged.possible.high, aged.years.low
    if low is None or high is None or told is None or aged.possible.meets(aged.years):
        return False
    apart = min(abs(told - low), abs(told - high))
    swapped = Decimal(f"{int(told):02d}"[::-1])
    return apart <= MOST or apart == _TEN or swapped in {low, high}
