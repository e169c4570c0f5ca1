"""The age of one person told twice: "Lucien a 14 ans … Lucien, du haut de ses 15 ans"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.same import TwoAgesOfOne
from fact_cli.model.times import LengthForm
from fact_cli.relate.context import Context

_NAMED = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)*)(?: \([^()]{1,30}\))?"
    r"(?:,? \(|, (?:âgée? (?:de |d'))?|,? âgée? (?:de |d')|,? a (?:aujourd'hui |désormais )?"
    r"| est âgée? (?:de |d')|,? du haut de ses )$"
)
# "Léa Morel, morte à l'âge de 43 ans": as old as she is told to have been at her death.
_DEAD = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)+),? (?:mort|décédé|tué|disparu|emporté)e?"
    r"(?: (?:à|en|dans|au|ce|cette|par|lors|samedi|dimanche|lundi|mardi|mercredi|jeudi|vendredi)"
    r" [^.;:,()\d]{0,40})? à (?:l'âge de )?$"
)
_WAS = re.compile(r" (?:était|laisse|avait|exerçait|travaillait|vivait)\b")
_HAUT = re.compile(r"(?P<name>[A-ZÀ-Þ][\w'-]+)\b[^.;]{0,40}\bdu haut de ses $")
# "À 43 ans, Jeanne Moulin", "âgée de 43 ans, l'infirmière Jeanne Moulin".
_OPENS = re.compile(r"(?:^|[.!?»] )[«\" ]*(?:À|A|Du haut de ses|Âgée? de|Avec ses) $")
_NAMED_BEHIND = re.compile(
    r",? (?:(?:l[ea] |l')(?:[a-zà-ÿ'-]+ ){1,3})?"
    r"(?P<name>[A-ZÀ-Þ][a-zà-ÿ'-]+(?: (?:de |du |le |la |d')?[A-ZÀ-Þ][\w'-]+){1,2})"
    r"(?= (?:a|est|s'|se|n'|ne|va|veut|rêve|garde|reste|[a-zà-ÿ]{2,}(?:e|it|nd|rt|d|a))\b|,)"
)
_ONE = re.compile(
    r"\b(?P<article>une?|le|la|l'|cet|cette|ce) ?(?:[^\W\d_]+ )?(?P<noun>[^\W\d_]{4,})"
    r"(?:,? âgée? (?:de |d')| (?:de |d')|, | \()$",
    re.IGNORECASE,
)
_ACCUSED = re.compile(
    r"\b(?:jugée?|comparu\w*|comparaît|condamnée?|accusée?|soupçonnée?|interpellée?|arrêtée?"
    r"|mise? en examen|écrouée?|poursuivie?|déférée?|placée? en garde à vue)\b"
)
# "Le suspect, un maçon de 27 ans": the age of the first, whatever he is.
_APPOSED = re.compile(
    r"\b(?P<article>le|la|l'|cet|cette|ce) ?(?:[^\W\d_]+ )?(?P<noun>[^\W\d_]{4,}), "
    r"une? (?:[^\W\d_'-]+ ){1,4}(?:âgée? )?de $",
    re.IGNORECASE,
)
# "Âgé de 43 ans, le suspect nie les faits."
_AGED = re.compile(r"(?:^|[.!?»] )[«\" ]*(?:aujourd'hui )?âgée? de $", re.IGNORECASE)
_OF_WHOM = re.compile(r", (?P<article>le|la|l'|cet|cette|ce) ?(?P<noun>[^\W\d_]{4,})\b")
_WHO_IS_ACCUSED = {
    "prévenu", "prévenue", "accusé", "accusée", "suspect", "suspecte", "cause", "interpellé",
    "interpellée", "mis en cause", "meurtrier", "meurtrière", "agresseur", "braqueur", "forcené",
    "tireur", "auteur", "voleur", "escroc", "chauffard", "fuyard", "fugitif", "incendiaire",
}  # fmt: skip
_ANYBODY = {"homme", "femme", "individu", "garçon", "fille", "conducteur", "conductrice"}
# What is told of who is held, and not of whom he hurt.
_BEFORE_JUDGES = re.compile(
    r"\b(?:juges?|garde à vue|parquet|procureure?|connue?s? (?:de la|des services)|casier|prison"
    r"|détention|tribunal|reconnu\w*|nie|nié|avoué|aveux|écrou\w*|déférée?|poursuivie?"
    r"|incarcér\w+|jugée?|condamnée?|interpellée?|arrêtée?|mise? en examen|encourt|comparaî\w+)\b"
)
_HURT = re.compile(r"\b(?:victimes?|bless\w+|hospitalis\w+|morte?|tuée?|décédée?|succombé)\b")
# More of them than one.
_OTHERS = re.compile(
    r"\b(?:complices?|comparses?|acolytes?|suspects|suspectes|prévenus|prévenues|accusés|accusées"
    r"|(?:co|co-)(?:accus|préven)\w+|autres? (?:homme|femme|individu|suspect|prévenu|accusé)\w*"
    r"|(?:une?|le|la|l') (?:autre|seconde?|deuxième|troisième)\b|(?:deux|trois|quatre|cinq|six)"
    r" (?:hommes|femmes|individus|personnes|jeunes|adolescents|mineurs)|son (?:frère|fils|père)"
    r"|sa (?:compagne|femme|mère|sœur)|(?:premier|première) (?:homme|suspect|prévenu|accusé)\w*)"
)
# An age of another time.
_THEN = re.compile(
    r"\b(?:alors|à l'époque|en (?:19|20)\d\d|lorsqu\w*|quand|à l'âge|avait|au moment|fêt\w+|aura"
    r"|aurait|aurai\w*|depuis|dès|bientôt|prochain\w*|décédée?|morte?|mourir|disparue?)\b"
)
MOST_APART = 20  # years


@dataclass(frozen=True, slots=True)
class _Person:
    who: str
    known: bool
    accused: bool
    judged: bool
    years: Decimal
    time: TimeExpression
    opens: bool = False
    dead: bool = False


def find(context: Context) -> Iterator[TwoAgesOfOne]:
    plain = context.document.plain
    found: list[_Person] = []
    for _, sentence in context.body:
        aged = any(time.kind is TimeKind.AGE for time in sentence.times)
        if aged and not _THEN.search(lower(sentence.extent.of(plain))):
            found += _people(plain, sentence)
        elif aged:
            found += _dead(plain, sentence)
    if len(found) < 2:
        return
    several = _OTHERS.search(context.told) is not None
    for first, again in combinations(found, 2):
        apart = abs(first.years - again.years)
        if not 0 < apart <= MOST_APART:
            continue
        if first.dead or again.dead:
            living = [one for one in (first, again) if not one.dead]
            if not all(_is_of_death(plain, one) for one in living):
                continue
        elif _may_be_of_then(first, again):
            continue
        if _are_one(first, again, found, several=several):
            yield TwoAgesOfOne(first.time, again.time, again.who)


def _people(plain: str, sentence: ScannedSentence) -> Iterator[_Person]:
    """The single people of a sentence whose ages it tells."""
    told = lower(sentence.extent.of(plain))
    accused = _ACCUSED.search(told) is not None
    judged = _BEFORE_JUDGES.search(told) is not None and not _HURT.search(told)
    for time in sentence.times:
        form = time.form
        if (
            time.kind is not TimeKind.AGE
            or not isinstance(form, LengthForm)
            or "aine" in time.extent.of(plain)
        ):
            continue
        ahead = plain[max(sentence.extent.start, time.extent.start - 80) : time.extent.start]
        named, opens = _NAMED.search(ahead) or _HAUT.search(ahead), False
        one = _APPOSED.search(ahead) or _ONE.search(ahead)
        if _OPENS.search(ahead) and named is None:
            named, opens = _NAMED_BEHIND.match(plain, time.extent.end), True
        if _AGED.search(ahead):
            one = _OF_WHOM.match(plain, time.extent.end)
        if named is not None:
            yield _Person(named["name"], True, accused, judged, form.duration.years, time, opens)
        elif one is not None:
            known = lower(one["article"]) not in {"un", "une"}
            who = lower(one["noun"])
            yield _Person(who, known, accused, judged, form.duration.years, time)


def _dead(plain: str, sentence: ScannedSentence) -> Iterator[_Person]:
    """Who is named with the age at which he died, or was: "Âgé de 44 ans, Luc Roy était père"."""
    for time in sentence.times:
        form, start = time.form, time.extent.start
        if time.kind is not TimeKind.AGE or not isinstance(form, LengthForm):
            continue
        ahead = plain[max(sentence.extent.start, start - 120) : start]
        named = _DEAD.search(ahead)
        if named is not None:
            years = form.duration.years
            yield _Person(named["name"], True, False, False, years, time, dead=True)


def _is_of_death(plain: str, one: _Person) -> bool:
    """Whether somebody is told to have been so old: "Âgé de 44 ans, Luc Roy était père"."""
    named = _NAMED_BEHIND.match(plain, one.time.extent.end)
    return one.opens and named is not None and _WAS.match(plain, named.end()) is not None


def _may_be_of_then(first: _Person, again: _Person) -> bool:
    """Whether an age that opens a sentence is the lower one: "À 23 ans, Ada part pour l'Inde"."""
    opening = [one.years for one in (first, again) if one.opens]
    return bool(opening) and min(first.years, again.years) in opening


def _is_held(one: _Person) -> bool:
    """Whether somebody is called the accused, or a man in a sentence that tells of judges."""
    return one.who in _WHO_IS_ACCUSED or (one.who in _ANYBODY and one.judged)


def _are_one(first: _Person, again: _Person, found: list[_Person], *, several: bool) -> bool:
    """Whether two tellings are of one person: one name, or one role taken up again."""
    if first.who[0].isupper() or again.who[0].isupper():
        return _is_one_name(first.who, again.who)
    taken_up = first.who == again.who or (first.accused and again.who in _WHO_IS_ACCUSED)
    held = _is_held(first) and _is_held(again) and first.accused
    if not again.known or not ((taken_up and not first.known) or (held and not several)):
        return False
    return all(one in (first, again) or one.who[0].isupper() for one in found)


def _is_one_name(one: str, other: str) -> bool:
    """Whether two names can be one: "Léa Morel" and "Morel", not "Léa Morel" and "Tom Morel"."""
    shorter, longer = sorted((one.split(), other.split()), key=len)
    return longer[-len(shorter) :] == shorter or longer[: len(shorter)] == shorter
