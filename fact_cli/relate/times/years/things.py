"""Whether what an anniversary is told of is a thing, and no person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.relate.times.moments import dates, names_year
from fact_cli.scan.times.ages import is_person

_THING = re.compile(
    r"\b(?:coopérative|entreprise|société|association|club|festival|usine|école|marque|groupe|revue"
    r"|journal|parti|syndicat|maison|institution|fédération|musée|théâtre|orchestre|chorale"
    r"|amicale|harmonie|fanfare|compagnie|troupe|coopérative|collectif|comité|mutuelle|fondation"
    r"|hebdomadaire|quotidien|mensuel|magazine|radio|chaîne|salon|foire|tournoi|course|marathon"
    r"|rallye|carnaval|confrérie|enseigne|brasserie|librairie|boutique|restaurant|cinéma|stade"
    r"|piscine|centre|foyer|lycée|collège|université|hôpital|clinique|parc|réseau|mouvement"
    r"|organisation|structure|manifestation|ensemble|équipe|section|cercle|académie)\b"
    r"[^.;:()\d]{0,40}\b(?:née?s?|v(?:u|oit|it) le jour) (?:[^.;:,()\d]{0,25} )?(?:en|le) $"
)
# A thing that a sentence is about, and how the one before tells its start.
_OF_THING = re.compile(r"(?:L[ea]s? |L'|Cet(?:te)? |Ce )(?P<noun>[\w-]+)")
_BEGAN_THERE = re.compile(
    r"(?:[^.;:()\d]{3,60} )?(?:a été|fut|est|avait été|a|avait|voit|vit|vu) [^.;:()\d]{2,60}$"
    r"|c'est (?:en|le) $|l[ea] (?:création|fondation|naissance)\b[^.;:()\d]{3,60}$"
)
_BY_SOMEBODY = re.compile(r"\bpar [^.;,:]{0,30}\b[A-ZÀ-Þ]")
_WHERE = re.compile(r"\b(?:où|dont) ")  # "l'harmonie, dont le chef fête son 50e"
OPENING = 40  # characters in which the first noun of a sentence stands


def is_about_thing(plain: str, window: Sequence[ScannedSentence]) -> bool:
    """Whether a sentence is about a thing that it names, or whose start is told before it."""
    sentence = window[-1]
    start = sentence.extent.start
    named = _OF_THING.match(plain, start)
    if named is not None and not _WHERE.search(plain, start, sentence.extent.end):
        return not is_person(lower(named["noun"]), lexicon().grammar)
    former = window[-2] if len(window) > 1 else None
    if former is None or not plain.startswith(("Il ", "Elle "), start):
        return False
    begun = [one for one in dates(former) if names_year(one)]
    at = former.extent.start
    opened = _OF_THING.match(plain, at) or plain.startswith("C'est ", at)
    ahead = lower(plain[at : begun[0].extent.start]) if len(begun) == 1 else ""
    ages = any(one.kind is TimeKind.AGE for one in former.times)
    somebody = ages or _BY_SOMEBODY.search(former.extent.of(plain)) is not None
    told = opened and not somebody and not is_led_by_person(plain, former)
    return bool(told) and _BEGAN_THERE.match(ahead) is not None


def is_led_by_person(plain: str, sentence: ScannedSentence) -> bool:
    """Whether a sentence opens with a noun of people: "Le président du club, créé en …"."""
    return opens_with_person(plain, sentence.extent.start)


def opens_with_person(plain: str, start: int) -> bool:
    opening = words_after(plain, start, OPENING)
    first = re.match(r"(?:l[ea]s? |l'|une? |son |sa |cet(?:te)? |ce )?(?P<noun>[\w-]+)", opening)
    return first is not None and is_person(first["noun"], lexicon().grammar)


def is_born_thing(plain: str, time: TimeExpression) -> bool:
    return _THING.search(words_before(plain, time.extent.start, 90)) is not None
