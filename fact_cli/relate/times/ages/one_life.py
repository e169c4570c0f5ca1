"""The dated ages of a life told by pronouns, against the only birth of the article.

"Née le 5 février 1938 à Tunis, elle … Elle avait reçu le prix en 1974, à l'âge de 46 ans", any
number of sentences apart, where no other age of the article is told otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Aged
from fact_cli.relate.context import Context
from fact_cli.relate.times.ages.age import find as find_aged
from fact_cli.relate.times.ages.births import FULL_NAME, ToldBirth, told_births
from fact_cli.relate.times.ages.dated import is_likely_slip
from fact_cli.relate.times.ages.told import ToldAge, told_ages
from fact_cli.relate.times.ages.who import turns_to_somebody
from fact_cli.relate.times.moments import KIN, NO_KIN, lives, moment

_CUES = ("né ", "née ", "naît", "vu le jour", "au monde")
# What the sentence of the age opens with: a pronoun, or a participle that goes on with one.
_HE = re.compile(r"(?:[^.;:,()]{2,40}, )?(?P<he>[Ii]l|[Ee]lle)\b")
_STEP = re.compile(
    r"(?:Élue?|Nommée?|Entrée?|Arrivée?|Partie?|Mariée?|Devenue?|Sacrée?|Diplômée?|Reçue?"
    r"|Engagée?|Embauchée?|Promue?|Ordonnée?|Recrutée?|Installée?|Venue?|Montée?|Admise?)\b"
    r"[^.;:]{2,110}, (?P<he>il|elle)\b"
)
# "Mariée à Joseph, un facteur mort en 1998 à 77 ans, elle …".
_BESIDE = re.compile(
    r", une? |\b(?:à|avec|de|chez|par|contre) [A-ZÀ-Þ][\w'-]+,? (?:mort|né|une?)\b"
)
_TITLES = re.compile(r"« [^«»]{2,60} »|\"[^\"]{2,60}\"")
# A sentence between that may turn the pronoun to somebody else.
_OTHER = re.compile(
    r"\b(?:celui-ci|celle-ci|ce dernier|cette dernière|l'autre|lequel|laquelle|son (?:mari|époux"
    r"|fils|frère|père)|sa (?:femme|fille|sœur|mère))\b"
)


def find(context: Context) -> Iterator[Aged]:
    if not context.tells(_CUES):
        return
    plain, births = context.document.plain, told_births(context)
    if len(births) != 1 or any(lives(plain, each) for each in context.sentences):
        return
    (birth,) = births
    ages = [(each, one) for each in context.sentences for one in told_ages(context, each)]
    known = {one.stated for one in find_aged(context)}
    found = [
        Aged(age.extent, age.years, moment(birth.time), age.seen, age.dead, Binding.INFERRED)
        for sentence, age in ages
        if age.dated and age.extent not in known and _is_his(context, birth, sentence, age)
    ]
    wrong = [one for one in found if not one.possible.meets(one.years)]
    if len(wrong) == 1 and is_likely_slip(wrong[0]) and (wrong[0].possible.low or 0) > 0:
        yield wrong[0]


def _is_his(context: Context, birth: ToldBirth, sentence: ScannedSentence, age: ToldAge) -> bool:
    """Whether a dated age goes on about the one who was born, nobody named in between."""
    plain = context.document.plain
    if sentence.extent <= birth.sentence.extent or context.quoted(age.extent):
        return False
    words = sentence.extent.of(plain)
    he = _STEP.match(words) or _HE.match(words)
    woman = birth.woman(plain)
    if he is None or woman is None or (he["he"].lower() == "elle") is not woman:
        return False
    between = _TITLES.sub(" ", plain[birth.time.extent.end : age.extent.start])
    named = {one["surname"] for one in FULL_NAME.finditer(between)} - {birth.name}
    ahead = plain[sentence.extent.start : age.extent.start]
    if turns_to_somebody(ahead) or _BESIDE.search(ahead):
        return False
    kin = KIN.search(NO_KIN.sub(" ", lower(plain[sentence.extent.start : age.extent.start])))
    return not named and kin is None and not _OTHER.search(lower(between))
