"""The age that a paragraph opens with, against the only birth of an article that names one person.

"Née en 1958 à Gand, elle a publié … À 71 ans, l'autrice des « Bruyères » …", paragraphs apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from fact_cli.lang.words import lower
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Aged
from fact_cli.relate.context import Context
from fact_cli.relate.times.ages.births import FULL_NAME, ToldBirth, told_births
from fact_cli.relate.times.ages.dated import is_likely_slip
from fact_cli.relate.times.ages.told import ToldAge, told_ages
from fact_cli.relate.times.moments import KIN, NO_KIN, lives, moment, names_year, published
from fact_cli.relate.twice.values.first_told import is_told_before
from fact_cli.relate.twice.values.same_words import stems

_CUES = ("né ", "née ", "naît", "vu le jour", "au monde")
_OPENS = re.compile(r"(?:À|Du haut de ses|Âgée? (?:aujourd'hui )?(?:de|d')) ?")
# Who is so old: a pronoun, a name, or what somebody known is called.
_WHO = re.compile(
    r"(?: passés| bien sonnés| révolus)?, (?:(?P<he>il|elle)\b|(?P<article>l'|le |la |ce |cette )"
    r"(?:ancien(?:ne)? |célèbre |jeune )?(?P<noun>[^\W\d_]+))"
)
_ROLE = re.compile(
    r"(?:aut(?:eur|rice)e?|écrivaine?|romanci|poète|artiste|chanteu|comédien|act(?:eur|rice)|cinéaste"
    r"|réalisat|musicien|composit|peintre|sculpt|pianiste|violoniste|guitariste|danseu|chorégraphe"
    r"|champion|athlète|coureu|skieu|nageu|joueu|entraîneu|coach|gardien|attaquant|capitaine"
    r"|maire|bourgmestre|syndic|élue?\b|ministre|député|sénat|président|patron|chef|direct"
    r"|scientifique|chercheu|médecin|professeu|architecte|photographe|couturi|styliste|journaliste"
    r"|animat|humoriste|lauréat|doyen|centenaire|intéressée?|retraitée?|octogénaire|nonagénaire"
    r"|septuagénaire|sexagénaire|quinquagénaire|dramaturge|essayiste|philosophe|historien|avocat)"
)
# At another time than that of the telling.
_THEN = re.compile(r"\b(?:quand|lorsqu|alors|époque)\b|\b[^\W\d_]{2,}(?:ait|aient|ra|ront)\b")
# What somebody means to do may be meant for that age, unless it is meant now.
_MEANS = re.compile(
    r"\b(?:compte|comptent|espère|veut|voudrait|souhaite|prévoit|envisage|rêve|promet|pense|projette)"
    r"\b(?! (?:désormais|maintenant|aujourd'hui|toujours|encore|bien|surtout|enfin)\b)"
)
SHARE = Decimal("0.8")  # of the years since the birth; a lower age may be one of long ago


def find(context: Context) -> Iterator[Aged]:
    now = published(context)
    if now is None or now.year is None or not context.tells(_CUES):
        return
    plain = context.document.plain
    births = [one for one in told_births(context) if names_year(one.time)]
    if len(births) != 1 or any(lives(plain, each) for each in context.sentences):
        return
    named = {one["surname"] for one in FULL_NAME.finditer(plain)}
    (birth,) = births
    if len(named) > 1 or (birth.name is not None and named - {birth.name}):
        return
    born = moment(birth.time)
    told = [one for each in context.sentences for one in told_ages(context, each) if not one.dated]
    ages = [Aged(one.extent, one.years, born, one.seen, False, Binding.INFERRED) for one in told]
    if any(one.possible.meets(one.years) for one in ages):
        return
    for one, aged in zip(told, ages, strict=True):
        if _is_his(context, birth, one) and _is_of_now(aged) and is_likely_slip(aged):
            yield aged


def _is_of_now(aged: Aged) -> bool:
    most = aged.possible.low
    return most is not None and aged.years.high is not None and aged.years.high >= most * SHARE


def _is_his(context: Context, birth: ToldBirth, age: ToldAge) -> bool:
    """Whether an age that opens another paragraph is that of the one who was born."""
    plain, sentence = context.document.plain, context.sentence_at(age.extent)
    if sentence is None or age.dated or age.dead or context.quoted(age.extent):
        return False
    if sentence.sentence.block == birth.sentence.sentence.block:
        return False
    ahead = plain[sentence.extent.start : age.extent.start]
    who = _WHO.match(plain, age.extent.end)
    words = lower(sentence.extent.of(plain))
    if (
        not _OPENS.fullmatch(ahead)
        or who is None
        or KIN.search(NO_KIN.sub(" ", words))
        or _THEN.search(words)
        or _MEANS.search(words)
    ):
        return False
    if any(names_year(time) for time in sentence.times):
        return False
    noun = who["noun"]
    known = noun is None or _ROLE.match(noun) or is_told_before(context, stems(noun), who.start())
    return bool(known) and _fits(who, birth.woman(plain))


def _fits(who: re.Match[str], woman: bool | None) -> bool:
    """Whether ``who`` is so old can be a ``woman``, or a man where that is told."""
    for group, female, male in (("he", "elle", "il"), ("article", "la ", "le ")):
        said = who[group]
        if woman is not None and said in (female, male) and (said == female) is not woman:
            return False
    return True
