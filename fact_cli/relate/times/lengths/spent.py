"""Lengths of hours and minutes that are told of what took them, also where they look like a
time of day: "après 3 h 12 d'effort"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Duration
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.times import ClockForm, LengthForm

_HEDGES = (
    r"(?:quelque |près de |plus de |moins de |environ |à peine |seulement |presque |un peu plus de "
    r"|un peu moins de )?"
)
_TAKEN = (
    r"(?:attente|audience|bataille|blocage|cavale|chasse|cheminement|combats?|confusion|coupure"
    r"|course|débats?|délibér\w+|délibération|direct|discussions?|échanges?|efforts?|émission"
    r"|fermeture|film|garde à vue|guet|immersion|incertitude|interrogatoires?|interruption"
    r"|jeu|lutte|marche|match|montée|négociations?|obscurité|opérations?|panne|paralysie"
    r"|plaidoiries?|pourparlers|projection|prise d'otages?|rando\w*|réunion|route"
    r"|scrutin|séance|siège|spectacle|suspense|tractations|trajet|transport|traversée|vol"
    r"|voyage|musique|fête|conduite|sirène|rétablissement|nage|pédalage|grimpe|captivité|sauvetage|retenue|rétention|ascension|concert)\b"
)
# The same noun before its length: "un trajet de 3 h 25", "une traversée longue de 6 heures".
_LONG = r"(?:,? (?:de|d'une durée de|longue? de|qui (?:dure|durera|a duré)))? "
_WHAT_OF = re.compile(rf"\b{_TAKEN}(?: [^\W\d_]+)?{_LONG}{_HEDGES}$")
_BY_NOUN = re.compile(
    r"\b(?:au terme|à l'issue|au bout|après|pour|soit|en|avec|durée) (?:d'|de )?"
    rf"(?:une?|ce|cette|leur|son) (?:long(?:ue)? )?[^\W\d_]+(?: [^\W\d_]+)?{_LONG}{_HEDGES}$"
)
_OF_WHAT = re.compile(rf" (?:de |d'|à )(?:longues? |intenses? |âpres? |vifs? )?{_TAKEN}")
# "Après trois heures et quart de cérémonie": an hour of the day is of nothing but a part of it.
_OF_ANYTHING = re.compile(
    r" (?:de |d')(?!(?:après-midi|matin|nuit|soir)|[^\W\d_]+di\b)[^\W\d_]{4,}"
)
_LATE = re.compile(r" de retard\b")
_EXPECTED = re.compile(
    r"\b(?:attendue?s?|prévue?s?|programmée?s?|annoncée?s?|devai(?:t|ent)|aurai(?:t|ent) dû"
    r"|fixée?s?)\b"
)
_NAMED = re.compile(
    r"\b(?:ces|cette|(?:au terme de|à l'issue de|après|pendant|durant|au bout de) (?:ses|leurs)) "
    + _HEDGES
    + "$"
)
_AFTER = re.compile(
    r"\b(?:après|au bout de|au terme de|à l'issue de|pendant|durant|en|soit|duré|avec) "
    + _HEDGES
    + "$"
)
# "…, au bout de trente heures.": of all that the sentence tells.
_AT_THE_END = re.compile(r"\b(?:au bout de|au terme de|à l'issue de) " + _HEDGES + "$")
_CLOSED = re.compile(r"[.!?]|$")
_TOOK = re.compile(
    rf"\b{_TAKEN}(?: [^\W\d_]+)? (?:prendra|prend|prenait|prit|a pris|aura pris|dure"
    r"|durera|durait|dura|a duré|aura duré|avait duré|demande|demandera|demandait|nécessite"
    r"|nécessitera)"
    rf"(?: donc| ainsi| désormais| alors| dès lors)? {_HEDGES}$"
)
_DID = re.compile(
    r"\b(?:a|ont|aura|auront|avait|avaient) (?:ainsi |donc |encore )?(?:débattu|lutté|discuté"
    r"|attendu|patienté|bataillé|négocié|couru|roulé|marché|joué|siégé|délibéré|palabré|ferraillé"
    r"|nagé|pédalé|navigué|volé|grimpé|combattu|échangé|été (?:retenu|bloqué|immobilisé"
    r"|séquestré|retranché|privé)e?s?) (?:pendant |durant )?" + _HEDGES + "$"
)
_NEEDED = re.compile(r"\bil (?:a|aura|aura donc|a donc|avait) fallu (?:attendre )?" + _HEDGES + "$")
# What ends with the later time: "deux heures pour éteindre le feu"; other deeds are a part.
_TO_END = re.compile(
    r" (?:pour|avant) (?:l[ea] |les |l'|en |qu[e'] ?|de |y |s'en )?"
    r"(?:éteindre|maîtriser|circonscrire|venir|rétablir|rouvrir|libérer|dégager|sortir|arriver"
    r"|rejoindre|rallier|atteindre|rentrer|retrouver|reprendre|boucler|achever|terminer|conclure"
    r"|extraire|secourir|débloquer|évacuer|remettre|ramener|relier)\b"
)
# Behind what took so long, words of a part of it: "d'attente à la frontière".
_SOMEWHERE = re.compile(
    r"(?: (?:de |d'|à )[^.;:,()]{2,30})? (?:à(?! vue)|au|aux|sur|chez|devant|dans)\b"
)
_COLON = re.compile(rf"(?: :|,|\.\.\.|…) (?:soit )?{_HEDGES}$")
_LASTING = re.compile(r" durant\b| (?:pendant|durant) lesquel| au cours desquel| qui ont\b")
_OPENS = re.compile(rf"{_HEDGES}|une? [^\W\d_]+ de {_HEDGES}", re.IGNORECASE)
_OPENED_BY = re.compile(rf"une? {_TAKEN} de ", re.IGNORECASE)
# Of other hands, or of another day.
_ELSE = re.compile(
    r" (?:de |d')(?:intervention|travail|recherches?|sommeil|repos)\b|.*\bla veille\b"
)
_OTHER = re.compile(r"\bauparavant\b|\bplus tôt\b|\bd'avance\b|\bde plus\b|\bde moins\b")
AHEAD = 60  # characters before a length in which the noun of what took it stands


@dataclass(frozen=True)
class Spent:
    """A length that a text tells of something; ``named`` where it points back: "ces 4 heures".

    ``part`` where the words behind it may name a part: "une heure d'attente à la frontière".
    """

    stated: TimeExpression
    named: bool
    part: bool


def is_of_part(plain: str, time: TimeExpression) -> bool:
    """Whether the words behind a length may name a part: "une heure d'attente à la frontière"."""
    return _SOMEWHERE.match(words_after(plain, time.extent.end, 50)) is not None


def clock_length(plain: str, time: TimeExpression) -> LengthForm | None:
    """The length that is meant by what reads as a time of day: "après 3 h 12 d'effort"."""
    form = time.form
    if not isinstance(form, ClockForm):
        return None
    behind = words_after(plain, time.extent.end, 40)
    led = _WHAT_OF.search(words_before(plain, time.extent.start, AHEAD)) is not None
    in_words = "heures et " in time.extent.of(plain) and _OF_ANYTHING.match(behind) is not None
    if not (led or in_words or _OF_WHAT.match(behind) or _LASTING.match(behind)):
        return None
    return LengthForm(Duration(hours=Decimal(form.hour), minutes=Decimal(form.minute)))


def spent_length(plain: str, sentence: ScannedSentence, time: TimeExpression) -> Spent | None:
    """A length of hours or minutes told of what took so long, and of nothing else."""
    read = clock_length(plain, time)
    if read is not None:
        time = replace(time, form=read, kind=TimeKind.DURATION)
    form = time.form
    if not isinstance(form, LengthForm) or form.side is not None or form.vague:
        return None
    if not (form.duration.hours or form.duration.minutes):
        return None
    start, end = sentence.extent.start, time.extent.end
    ahead = lower(plain[start : time.extent.start])
    behind = words_after(plain, end, 50)
    if _OTHER.match(behind.lstrip()) or _ELSE.match(behind):
        return None
    named = _NAMED.search(ahead) is not None
    late = _LATE.match(behind) is not None
    if late:
        before = lower(plain[max(0, start - 400) : time.extent.start])
        told = _EXPECTED.search(before) and (named or ahead.endswith(("avec ", "soit ")))
        return Spent(time, named, part=False) if told else None
    of_what = _OF_WHAT.match(behind) is not None or _LASTING.match(behind) is not None
    opens = _OPENS.fullmatch(ahead) is not None and (of_what or _OPENED_BY.match(ahead) is not None)
    after = of_what and (_AFTER.search(ahead) or _COLON.search(ahead)) is not None
    took = (_TOOK.search(ahead) or _DID.search(ahead)) is not None
    took = took or (_NEEDED.search(ahead) is not None and _TO_END.match(behind) is not None)
    after = after or (_AT_THE_END.search(ahead) and _CLOSED.match(behind)) is not None
    by_noun = _BY_NOUN.search(ahead) is not None and _WHAT_OF.search(ahead) is not None
    part = not named and is_of_part(plain, time)
    return Spent(time, named, part) if named or after or opens or by_noun or took else None
