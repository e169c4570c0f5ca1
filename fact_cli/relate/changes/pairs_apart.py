"""Two values of one thing then and now, told in sentences that need not adjoin.

"Les urgences ont reçu 26 220 patients de janvier à octobre" and, paragraphs on, "22 800 passages
à la même période de 2024": the article counts the thing twice only, and tells of one that it was
before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from fact_cli.lang.words import lower, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Grain
from fact_cli.model.mention import Quantity, QuantityKind, TimeExpression
from fact_cli.relate.changes.pairs import Pair, name_one_thing
from fact_cli.relate.changes.told_times import order_of, time_ahead, time_behind
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import told_noun
from fact_cli.relate.passage import MANY, Passage

# What a sentence says of a value that was before the one of which the article tells.
_NOT_THAN = r"(?<!que )(?<!qu')(?<!que sur )(?<!rapport à )"
_BEFORE = re.compile(
    rf"{_NOT_THAN}\b(?:précédente?s?|l'année d'avant|un an (?:plus tôt|avant|auparavant)"
    r"|à la même (?:date|époque|période)|la première année|à l'époque|jusque-là|jusqu'ici"
    r"|jusqu'alors|l'édition (?:19|20)\d\d|il y a (?:un|deux|trois|quatre|cinq|dix) ans?)\b"
)
# These can be of the last year or season that is over, and so of the later value.
_LAST = re.compile(
    rf"{_NOT_THAN}\b(?:l'an (?:dernier|passé)|l'année (?:dernière|passée)"
    r"|la saison (?:dernière|passée)|l'été (?:dernier|passé)|l'hiver (?:dernier|passé))\b"
)
# What is no whole beside another, or no value that was reached.
_OF_A_PART = re.compile(
    r"\b(?:dont|parmi|notamment|sur (?:les|ses|leurs)|contre|autres?|sauf|hors|prév\w+|attend\w*"
    r"|objectif|espér\w+|table\w*|visé?e?s?|promis\w*|d'ici|plus d'une?|maximum|minimum|record"
    r"|jusqu'à|chaque|chacune?|par (?:jour|mois|an|semaine))\b[^.;:\d]{0,40}$"
)
_EACH = re.compile(
    r"[^.;:,()\d]{0,25} (?:par (?:jour|mois|an|semaine|nuit|heure|personne|habitant|tête)|chacune?"
    r"|quotidien\w*|mensuel\w*|hebdomadaire\w*|annuel\w*|attendu\w*|prévu\w*|espéré\w*|de plus"
    r"|supplémentaires?)\b"
)
# "Un bénéfice net de 8,4 millions": what a sum is of, in the words right before it.
_HEAD = re.compile(
    r"\b(?P<head>bénéfice(?: net| brut| d'exploitation)?|chiffre d'affaires|résultat net"
    r"|résultat d'exploitation|perte(?: nette)?|déficit|excédent|dette|encours|budget"
    r"|masse salariale|subvention|dotation|recettes?|dépenses?|collecte|enveloppe|cagnotte)"
    r"(?: [^\W\d_]+){0,3}? (?:de|d'|à|atteint|atteignait) ?(?:près de |environ |quelque )?$"
)
_UNITS = {"t", "kg", "hl", "ha", "km²", "m²"}  # units that a thing told of is counted in
SIZES = 5  # times one value, beyond which another is no value of the same thing
LEAST = 20  # of counts, from which two of them are one thing's at two times


@dataclass(frozen=True, slots=True)
class _Told:
    """A value that the body tells; ``then`` is more the surer words say that it was before."""

    figure: Quantity
    sentence: ScannedSentence
    time: TimeExpression | None
    then: int
    head: str | None


def pairs_apart(context: Context) -> Sequence[Pair]:
    """Pairs of the only two values that the body tells of one thing, in order of time."""
    return context.once("pairs apart", lambda: tuple(_pairs(context)))


def _pairs(context: Context) -> Iterator[Pair]:
    values = list(_values(context))
    place = {id(one): number for number, one in enumerate(values)}
    for one in values:
        other = _only_rival(values, one)
        if other is None or place[id(other)] < place[id(one)] or one.sentence is other.sentence:
            continue
        if _only_rival(values, other) is not one:
            continue
        order = _order(context, one, other)
        if order:
            first, last = (one, other) if order > 0 else (other, one)
            yield Pair(first.figure, last.figure)


def _only_rival(values: Sequence[_Told], one: _Told) -> _Told | None:
    """The only other value of the thing and size of ``one``; None where there are more or none."""
    rivals = (each for each in values if each is not one and _are_rivals(one, each))
    found = list(islice(rivals, 2))
    return found[0] if len(found) == 1 else None


def _values(context: Context) -> Iterator[_Told]:
    plain = context.document.plain
    seen: set[tuple[object, ...]] = set()
    for _, sentence in context.body:
        if len(sentence.quantities) > MANY:
            continue
        passage = Passage(context, [sentence])
        for one in passage.levels:
            told = _told(passage, plain, sentence, one)
            key = told and (told.head, told_noun(one), one.unit, one.value)
            if told is not None and key not in seen:
                seen.add(key or ())
                yield told


def _told(passage: Passage, plain: str, sentence: ScannedSentence, one: Quantity) -> _Told | None:
    ahead = lower(plain[sentence.extent.start : one.reach.start])
    if one.value is None or _EACH.match(plain, one.extent.end):
        return None
    head = (
        _HEAD.search(words_before(ahead, len(ahead), 70))
        if one.kind is QuantityKind.MONEY
        else None
    )
    counted = one.kind is QuantityKind.COUNT and told_noun(one) is not None and one.value >= LEAST
    measured = one.kind is QuantityKind.DIMENSION and one.unit in _UNITS
    if not (counted or measured or head):
        return None
    if _OF_A_PART.search(ahead):
        return None
    time = time_behind(passage, one) or time_ahead(passage, one)
    words = lower(sentence.extent.of(plain))
    then = 2 if _BEFORE.search(words) else 1 if _LAST.search(words) else 0
    return _Told(one, sentence, time, then, None if head is None else head["head"])


def _are_one(one: _Told, other: _Told) -> bool:
    """Whether two values can be one thing's: one noun, one unit, or one head of a sum."""
    first, second = one.figure, other.figure
    if first.kind is not second.kind or first.unit != second.unit:
        return False
    if first.kind is QuantityKind.MONEY:
        return one.head == other.head
    if first.kind is QuantityKind.DIMENSION:
        return True
    nouns = [noun for each in (first, second) if (noun := told_noun(each)) is not None]
    return len(set(nouns)) == 1 or name_one_thing(nouns)


def _are_rivals(one: _Told, other: _Told) -> bool:
    """Whether a third value is of one thing and size with another."""
    low, high = sorted((one.figure.value or 0, other.figure.value or 0))
    return _are_one(one, other) and high <= SIZES * low


def _order(context: Context, one: _Told, other: _Told) -> int:
    """1 where the first value is the earlier, -1 where it is the later, 0 if nothing tells it."""
    if max(one.then, other.then) == 2 and one.then != other.then:
        return one.then - other.then
    if one.time and other.time and (order := order_of(one.time, other.time)):
        return order
    past = [_is_past_year(context, each.time) for each in (one, other)]
    return (past[0] - past[1]) or (one.then - other.then)


def _is_past_year(context: Context, time: TimeExpression | None) -> bool:
    """Whether a time is a year before that in which the article came out."""
    published = context.document.published.date
    begin = None if time is None else time.interval.begin
    if time is None or published is None or begin is None or time.grain is not Grain.YEAR:
        return False
    return begin.year is not None and published.year is not None and begin.year < published.year
