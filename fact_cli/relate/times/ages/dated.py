"""Ages as told, and the dates right beside them: "en 1974, à l'âge de 36 ans"."""

from __future__ import annotations

import re
from decimal import ROUND_FLOOR, Decimal

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.lapse import Aged
from fact_cli.model.mention import Quantity, QuantityKind, TimeExpression, TimeKind
from fact_cli.model.text import Extent
from fact_cli.model.times import Deixis, LengthForm, RangeForm
from fact_cli.relate.neighbours import end_of
from fact_cli.relate.times.moments import dates, names_year, tells_year
from fact_cli.scan.times.ages import is_person

_SOON = re.compile(
    r"\b(?:bientôt|va|vont|allait|prochain\w*|aura|auront|fêtera|fêteront|presque|près de)\b"
)
_HEDGE = r"(?:à peine |seulement |tout juste |l'âge de |seulement l'âge de )*"
# Between a year and an age, and between an age and its year.
_YEAR_FIRST = re.compile(
    rf",? ?\(?(?:à {_HEDGE}"
    r"|(?:alors |à peine |tout juste )*âgée? (?:alors |à peine |seulement )*de "
    rf"|alors qu'(?:il|elle) (?:a|avait) {_HEDGE}|(?:il|elle) avait (?:alors )?{_HEDGE})"
)
_AGE_FIRST = re.compile(
    r"(?: seulement| à peine| tout juste)?,?"
    r"(?: (?:par|dans|à|au|aux|chez|sous|contre|de|du|des|comme|avec|pour) [^.;:,()\d]{1,45})? "
    r"(?:en|le|dès|en [^\W\d_]+) "
)


# "il avait 34 ans quand on lui a confié, en 1995, …"; "à dix-neuf ans, il y a treize ans".
_WHEN = re.compile(
    r",? (?:quand|lorsqu[e']|le jour où|au moment|à (?:sa|son|leur)|lors d|en (?:devenant|entrant"
    r"|signant|prenant|débutant|arrivant))[^.;:()]{1,110},? (?:en|le|dès|en [^\W\d_]+|de|du|au"
    r"|à l'|à la|fin|début|courant) "
)
_AGO = re.compile(
    r",? (?:(?:quand|lorsqu[e']|le jour où)[^.;:()]{1,110}[ ,]+|(?:c'était )?)",
)


# "À 20 ans, il part pour Paris": a step of a life, told in the present.
_STEP = re.compile(
    r"(?: seulement| à peine)?,? (?:il|elle) (?:(?:se |s'|y |en |lui |l[ae] |l'|ne )*)"
    r"(?:part|entre|quitte|rejoint|devient|épouse|marie|découvre|commence|débute|monte|arrive"
    r"|publie|obtient|intègre|fonde|crée|remporte|installe|rencontre|perd|émigre|signe|engage"
    r"|décroche|gagne|ouvre|achète|reprend|lance|tourne|écrit|compose|enregistre|fuit|échappe"
    r"|débarque|apprend|étudie|passe|prend|tombe|embarque|enrôle|adhère|abandonne|joue|dispute"
    r"|reçoit|réalise|expose|bat|décide|choisit|suit|fait|connaît|séduit|inscrit|hérite|retourne"
    r"|revient|voit|vend|construit|donne|succède|accède|participe|traverse|est (?:[^\W\d_]+ment )?"
    r"[^\W\d_]+(?:é|i|u|is|it)e?)\b"
)

_HIS_BIRTHDAY = re.compile(
    r"\b(?:(?:vien(?:t|nent) de|a|ont) (?:fêt|célébr)(?:er|é)|fêtent?|célèbrent?) (?:son|leur) $"
)
_BIRTHDAY = re.compile(r" anniversaire(?:[,.;]| et | à |$)")


def is_step_of_life(plain: str, stated: TimeExpression) -> bool:
    """Whether what is told behind an age happened at it, at a time that nobody tells."""
    return _STEP.match(plain, stated.extent.end) is not None


def date_behind(plain: str, sentence: ScannedSentence, extent: Extent) -> TimeExpression | None:
    """The date of what happened at an age, told behind it in one clause; or how long ago."""
    behind = [time for time in sentence.times if time.extent.start >= extent.end]
    behind = [time for time in behind if time.kind is TimeKind.DATE]
    if not behind:
        return None
    link = lower(plain[extent.end : behind[0].extent.start])
    if tells_year(behind[0]):
        return behind[0] if _WHEN.fullmatch(link) else None
    match behind[0].form:
        case LengthForm(side=Deixis.LAST, vague=False, duration=ago) if ago.years:
            return behind[0] if _AGO.fullmatch(link) else None
        case _:
            return None


def age_as_told(plain: str, stated: TimeExpression) -> Bounds | None:
    """The years of an age; one less where it is not yet reached. None for months and days."""
    form = stated.form
    match form:
        case LengthForm(duration=duration) if duration.years:
            low = high = duration.years.to_integral_value(rounding=ROUND_FLOOR)
        case RangeForm(begin=LengthForm(duration=first), end=LengthForm(duration=last)):
            low, high = first.years, last.years
        case _:
            return None
    ahead = words_before(plain, stated.extent.start, 25)
    soon = _SOON.search(ahead)
    return Bounds(low - (1 if soon else 0), Decimal(high))


NEAR = 12  # years by which an age is told wrong, or is that of another time or another person
_TENS = {20, 30}  # years: a wrong first digit


def is_likely_slip(aged: Aged) -> bool:
    """Whether an age can be a misprint of one that is possible: near it, or two digits swapped."""
    told, low, high = aged.years.low, aged.possible.low, aged.possible.high
    if told is None or low is None or high is None:
        return True
    apart = min(abs(told - low), abs(told - high))
    swapped = Decimal(f"{int(told):02d}"[::-1])
    return apart <= NEAR or apart in _TENS or swapped in {low, high}


_OF_ROLE = re.compile(r"(?:^|, )[^\W\d_]+(?: [^\W\d_]+){0,3} (?:à|dès) (?:l'âge de )?$")
_THEN_THEY = re.compile(r", (?:il|elle)\b")
OF_ROLE = 60  # characters before an age in which an apposition tells of what it was


def is_step_before(plain: str, stated: TimeExpression) -> bool:
    """ "Instituteur à 22 ans, il entre en politique en 1978": of an earlier step."""
    apposed = _OF_ROLE.search(words_before(plain, stated.extent.start, OF_ROLE))
    return apposed is not None and _THEN_THEY.match(plain, stated.extent.end) is not None


def date_of_age(
    plain: str, sentence: ScannedSentence, stated: TimeExpression
) -> TimeExpression | None:
    """The date right beside an age that says when it was reached: "en 1974", "mercredi soir".

    One that stands behind it must tell its year, for it may be that of what follows.
    """
    told = [time for time in dates(sentence) if names_year(time)]
    ahead = [time for time in dates(sentence) if time.extent.end <= stated.extent.start]
    if ahead and _YEAR_FIRST.fullmatch(lower(plain[ahead[-1].extent.end : stated.extent.start])):
        return ahead[-1]
    behind = [time for time in told if time.extent.start >= stated.extent.end]
    if behind and _AGE_FIRST.fullmatch(lower(plain[stated.extent.end : behind[0].extent.start])):
        return behind[0]
    return None


def is_birthday(plain: str, quantity: Quantity, ahead: str) -> bool:
    """ "Qui vient de fêter son 30e anniversaire": so old, where no other day is told."""
    ordinal = quantity.kind is QuantityKind.ORDINAL
    named = ordinal and _BIRTHDAY.match(plain, quantity.extent.end) is not None
    return named and _HIS_BIRTHDAY.search(ahead) is not None


_FOR_THING = re.compile(
    r" (?:pour |de |du |à |au |d')(?:l[ae]s? |l'|notre |votre )?(?P<noun>[a-zà-ÿ-]{3,})\b"
)


def is_of_thing(plain: str, candles: Quantity) -> bool:
    """ "Cent bougies pour la brasserie": those of a thing, whoever was born in its story."""
    found = _FOR_THING.match(words_after(plain, end_of(candles), 40))
    return found is not None and not is_person(found["noun"], lexicon().grammar)
