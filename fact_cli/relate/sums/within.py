"""A part told in the sentence behind its whole: "Au sein de ces industries, …", "Le seul feu de …".

The words that open the sentence, or "à elle seule", say that what it tells is of what the
sentence before counts, so that it cannot be more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from fact_cli.lang.words import MONTH, lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.totals import Inclusion
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, in_unit_of, is_lead, is_surplus, told_noun, usable
from fact_cli.relate.passage import adjoin
from fact_cli.relate.twice.values.same_words import stems

_CUES = ("au sein", "parmi", "seul", "sur ce", "de ce", "dans ce", "là-dessus", "du total")
_WITHIN = re.compile(
    r"(?:(?:au sein de|parmi|dans|sur|de) (?:ce total|ce montant|ce chiffre|ce nombre|ce volume"
    r"|cet ensemble|ce lot|cette (?:somme|enveloppe|masse|surface|superficie|quantité|production)"
    r"|ces? (?:[^\W\d_]+ ){0,3}?(?:dépenses|recettes|fonds|crédits|sommes|tonnes|hectares|ventes))"
    r"|au sein de (?:cette|ces?|cet) [^\W\d_]+|là-dessus|sur (?:le|ce) total|du total)\b"
)
_ONLY = re.compile(r"(?:l[ae] |les )seule?s? (?!(?:fois|jour|à|qui|ce|chose)\b)[^.;:\d]{3,90}$")
_BY_ITSELF = r"\bà (?:lui|elle|eux|elles|soi) seule?s?\b"
_ALONE = re.compile(rf"{_BY_ITSELF}|\brien que (?:l[ae]s?|l'|pour|dans|à)\b")
_ALONE_BEHIND = re.compile(rf"(?: (?:de |d')[^\W\d_]+)? {_BY_ITSELF}")
_OTHERS = re.compile(r"leurs? [^\W\d_]+ en ")  # "leurs parents en ont ramassé à eux seuls"
_OTHER_TIME = re.compile(
    rf"\b(?:depuis|(?:en|de) {MONTH}|en (?:19|20)\d\d"
    r"|l'an (?:dernier|passé)|en (?:dix|cinq|vingt) ans|par (?:an|mois"
    r"|jour)|au total|contre|prév\w+|attend(?:u\w*|re|rait)|pourrait|record|avant|jusqu'"
    r"|dettes?|valoris\w+|moyenne|chacune?|objectif|ans)\b"
)
# "En porte 640 millions, séquelle d'un emprunt de 2007": an apposition has a date of its own.
_APPOSED = re.compile(
    r", (?!(?:en|depuis|contre|au|l'an|par|avant|jusqu'|de|soit|pour|sur|dont|d'ici|à|chaque"
    r"|il y a)(?![^\W\d_])).*$"
)
_TAKEN_UP = re.compile(r"(?:\ben|\bs'en|\bn'en) [^\W\d_]+")
_IN_YEAR = re.compile(r"\ben (?:19|20)\d\d\b")
_EN = re.compile(r"\b(?:en|n'en|s'en) (?:[^\W\d_']+ ){1,5}$")
_ALL = re.compile(r"\b(?:ensemble|au total|en tout|tout(?:e|es)? l[ae']|tous les|global\w*)\b")
_NO_PARTS = {
    QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.RATIO, QuantityKind.ORDINAL,
}  # fmt: skip


def find(context: Context) -> Iterator[Inclusion]:
    if not context.tells(_CUES):
        return
    plain = context.document.plain
    for before, sentence in pairwise(context.sentences):
        if adjoin(plain, before, sentence):
            yield from _within(plain, before, sentence)


def _within(plain: str, before: ScannedSentence, sentence: ScannedSentence) -> Iterator[Inclusion]:
    """The first figure of a sentence about a part, in the only figure alike before it."""
    figures = [one for one in usable(sentence.quantities) if one.kind not in _NO_PARTS]
    alone_behind = [one for one in figures if _ALONE_BEHIND.match(plain, one.extent.end)]
    if not figures or _OTHER_TIME.search(_told_of(plain, sentence, figures[0])):
        return
    part = (alone_behind or figures)[0]
    ahead = lower(plain[sentence.extent.start : part.reach.start])
    part = _in_unit_taken_up(before, part, ahead)
    within = _WITHIN.match(ahead) is not None
    if _OTHERS.match(ahead):
        return
    alone = bool(alone_behind) or _ONLY.match(ahead) or _ALONE.search(ahead)
    dated = any(time.extent < part.extent for time in sentence.times)
    if not within and (dated or not (alone and _is_of_it(plain, before, ahead))):
        return
    if is_surplus(plain, part) or is_lead(plain, part):
        return
    alike = [one for one in usable(before.quantities) if _may_hold(plain, one, part)]
    if part.kind is QuantityKind.MONEY and any(
        one.kind is QuantityKind.MONEY and one.value >= part.value
        for one in usable(before.quantities)
        if one.value is not None and part.value is not None
    ):
        return  # "8 260 milliards de francs CFA, 12,6 milliards d'euros": of which of the two
    about = _about(plain, before, alike[0]) if len(alike) == 1 else ""
    if _TAKEN_UP.search(ahead):  # "96 millions en 2022 … en ont perçu": of the same year
        about = _IN_YEAR.sub("", about)
    if len(alike) == 1 and _OTHER_TIME.search(about) is None:
        (whole,) = alike
        yield Inclusion(whole, in_unit_of(part, whole) or part, Binding.INFERRED)


def _told_of(plain: str, sentence: ScannedSentence, part: Quantity) -> str:
    """What a sentence tells of a part, without an apposition behind that may have its own date."""
    clause = lower(sentence.extent.of(plain))
    start = part.extent.end - sentence.extent.start
    return clause[:start] + _APPOSED.sub("", clause[start:])


def _in_unit_taken_up(before: ScannedSentence, part: Quantity, ahead: str) -> Quantity:
    """A bare number told with "en" in the unit of the only measure before it: "en a bâti 231"."""
    measures = [one for one in usable(before.quantities) if one.kind is QuantityKind.DIMENSION]
    bare = part.kind in NUMBERS and part.noun is None and part.scale == 1
    if bare and len(measures) == 1 and _EN.search(ahead):
        return replace(part, kind=measures[0].kind, unit=measures[0].unit, of=None)
    return part


def _is_of_it(plain: str, before: ScannedSentence, ahead: str) -> bool:
    """Whether what one alone has is of what is told before: "en", a total, or the same words."""
    words = lower(before.extent.of(plain))
    taken_up = _TAKEN_UP.search(ahead) is not None or _ALL.search(words) is not None
    return taken_up or bool(stems(words) & stems(ahead))


def _about(plain: str, sentence: ScannedSentence, one: Quantity) -> str:
    """The words around a whole that can tell that it is none: "contre 12 millions en 2008"."""
    start = max(sentence.extent.start, one.reach.start - 15)
    return lower(plain[start : one.extent.end + 30])


def _may_hold(plain: str, whole: Quantity, part: Quantity) -> bool:
    if is_surplus(plain, whole) or is_lead(plain, whole) or in_unit_of(part, whole) is None:
        return False
    if part.kind in NUMBERS:
        if part.scale != whole.scale and told_noun(part) is None:
            return False
        return told_noun(part) in {None, whole.of} and whole.of is not None
    return True
