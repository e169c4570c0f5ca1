"""What else in a passage can be what a change tells of: a reason to leave it alone."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

from fact_cli.lang.words import words_before
from fact_cli.model.bounds import HUNDRED, is_near
from fact_cli.model.changes import Change
from fact_cli.model.figures import Difference, Direction
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.multiples import Ratio
from fact_cli.relate.changes.beside import are_two_sides, is_beside, is_of_number
from fact_cli.relate.changes.difference import one_unit
from fact_cli.relate.changes.of_several import is_one_of_several
from fact_cli.relate.changes.other_subject import is_of_owner
from fact_cli.relate.neighbours import end_of, same_thing
from fact_cli.relate.passage import Passage

# What has been before the two values, or will come on top of a change of the last year.
_BEFOREHAND = re.compile(r"\bdéjà (?:été )?(?:[^\W\d_]+ment )?$")
_OF_LAST_YEAR = re.compile(
    r"[^.;:()\d]{0,12} (?:sur|en) (?:un|deux|trois|cinq|dix) ans?, (?:[^\W\d_]+ ){0,3}?"
    r"[^\W\d_]+(?:ra|ront)\b"
)
# "ont bondi de 14 %, avec 39 555 ventes": that is the value after.
_RESULT = re.compile(r"(?:,| \()? ?(?:avec|à|pour atteindre|pour s'établir à) (?:un total de )?")
_THAN_IN = re.compile(r"[^.;:()\d]{0,30}? qu'en (?P<year>\d{4})\b")
_YEAR_BESIDE = re.compile(
    r"(?P<year>(?:19|20)\d{2}) \($|\ben (?P<again>\d{4}),? (?:[^\W\d_]+ ){0,3}$"
)
_YEAR_BEHIND = re.compile(r" (?:[^\W\d_]+ )?en (?P<year>\d{4})\b")


# "a relevé de trois points son estimation, à 73 %, contre 67 % l'an dernier": the estimate rose.
_REVISES = re.compile(r"\b(?:relev|révis|rehauss|abaiss|revu|revo|corrig)\w* (?:[^\W\d_]+ ){0,3}$")
_LAST_YEAR = re.compile(
    r"[^.;:()\d]{0,30}\b(?:l'an (?:dernier|passé)|un an (?:plus tôt|auparavant)|l'année (?:dernière"
    r"|précédente|passée)|la (?:campagne|saison) (?:dernière|précédente|passée)"
    r"|à la même (?:période|époque|date))"
)

_FROM_ONE = re.compile(
    r" d['’]une? (?!an\b|année|mois|saison|semaine|jour|trimestre|semestre|exercice|édition|siècle)"
    r"[^\W\d_]+ (?:à|sur) l['’]autre\b"
)
# "Un recul de 5 % en 2025, après une baisse de 3,2 % en 2024": the change before this one.
_AFTER_ONE = re.compile(r"\baprès (?:un|une)(?: [^\W\d_]+){1,3} (?:de |d')$")
# "devant celui d'Abidjan, trois fois plus long (1 500 mètres), et devant celui de Bouaflé (512)".
_AND_THAT_OF = re.compile(r"\bet (?:[^\W\d_]+ )?(?:celui|celle|ceux|celles)\b")
_ROUND = re.compile(r"(?:(?:deux|trois|cinq) )?(?:cent|mille)s?", re.IGNORECASE)
# A change but for what was bought or sold, or a mean of several: no change of the two values.
_LIKE_FOR_LIKE = re.compile(
    r"(?: [^\W\d_]+){0,3} (?:en|à|au|hors|taux|change|périmètre|base|monnaies?|données?)"
    r" (?:[^\W\d_]+ )?(?:comparables?|organique|constante?s?|moyenne)\b"
)
_MEAN = re.compile(
    r"(?<!annuelle )(?<!annuel )\b(?:moyenne?|organique|comparable)s? (?:est )?(?:de |d')$"
)
A_TENTH = Decimal("0.1")


def is_explained(passage: Passage, found: Change | Difference | Direction | Ratio) -> bool:
    """Whether two other values give what is told, or one of the two is told of another year.

    What was expected and what another has is no earlier value either.
    """
    if isinstance(found, Ratio):
        sentence = passage.sentence_of(found.base).extent
        if is_one_of_several(passage.plain, found.base, sentence):
            return True
    elif _is_of_two(passage, found):
        return True
    match found:
        case Difference():
            if _is_roughly_told(passage, found):
                return True
            other_year = _is_of_other_year(passage, found.stated, found.before)
            return other_year or (not _is_exact(found) and _gives_difference(passage, found))
        case Change():
            result = _RESULT.match(passage.plain, found.stated.extent.end, found.before.reach.start)
            is_after = result is not None and result.end() == found.before.reach.start
            if is_after or (not found.holds and _is_of_earlier(passage, found)):
                return True
            return not found.holds and (_gives_change(passage, found) or _is_step(found))
        case Ratio(whole=whole, base=base):
            if _AND_THAT_OF.search(passage.plain, whole.extent.end, base.extent.start):
                return True
            turned = replace(found, whole=base, base=whole)
            others = [
                replace(found, base=one)
                for one in passage.levels
                if one not in (whole, base) and same_thing(one, base)
            ]
            return not _fits(found) and any(map(_fits, (turned, *others)))
        case _:
            return False


def _fits(found: Ratio) -> bool:
    return found.computed(loose=True).meets(found.whole.recomputed(loose=True))


def _is_roughly_told(passage: Passage, found: Difference) -> bool:
    """Whether a gap is told by one round word: "gagné cent voix", which are 104."""
    stated, exact = found.stated, found.exact
    if exact is None or stated.value is None:
        return False
    round_word = _ROUND.fullmatch(stated.extent.of(passage.plain)) is not None
    return round_word and is_near(abs(exact), stated.value, A_TENTH)


def _is_revised(passage: Passage, stated: Quantity, base: Quantity) -> bool:
    """Whether an estimate is revised by so much, and the base is what was so a year ago."""
    revised = _REVISES.search(words_before(passage.plain, stated.reach.start, 60))
    return revised is not None and _LAST_YEAR.match(passage.plain, end_of(base)) is not None


def _is_of_two(passage: Passage, found: Change | Difference | Direction) -> bool:
    stated = None if isinstance(found, Direction) else found.stated
    both = found.before, found.after
    beside = any(is_beside(passage.plain, one, stated) for one in both)
    at = min(one.extent.start for one in both)
    if stated is not None and _is_revised(passage, stated, found.before):
        return True
    if stated is not None and is_of_number(passage.plain, *both, stated):
        return True
    beside = beside or (stated is not None and is_of_owner(passage.plain, stated, at))
    return beside or are_two_sides(passage.plain, *both)


def is_from_one_to_other(plain: str, stated: Quantity) -> bool:
    """ "4,5 % d'un budget à l'autre": of two that other figures may tell."""
    return _FROM_ONE.match(plain, stated.extent.end) is not None


def _is_of_earlier(passage: Passage, found: Change) -> bool:
    """Whether a change is another one: "déjà relevée de 4 %", "de 3 % sur un an, passera à"."""
    stated, word = found.stated, passage.changes.get(id(found.stated))
    if word is not None and _BEFOREHAND.search(words_before(passage.plain, word.start, 30)):
        return True
    if _LIKE_FOR_LIKE.match(passage.plain, stated.extent.end):
        return True
    if _MEAN.search(words_before(passage.plain, stated.reach.start, 30)):
        return True
    sizes = [one for one in passage.figures if one.kind is stated.kind]
    if len(sizes) > 1 and _AFTER_ONE.search(words_before(passage.plain, stated.reach.start, 50)):
        return True
    if is_from_one_to_other(passage.plain, stated):
        return True
    return _OF_LAST_YEAR.match(passage.plain, stated.extent.end) is not None


def _is_exact(found: Difference) -> bool:
    return found.exact is not None and abs(found.exact) == found.stated.value


def _gives_difference(passage: Passage, found: Difference) -> bool:
    stated = found.stated
    values = [one for one in passage.figures if one_unit(one, stated) and one is not stated]
    return any(
        one.value is not None
        and other.value is not None
        and one.value - other.value == stated.value
        for one, other in permutations(values, 2)
        if same_thing(one, other)
    )


def _gives_change(passage: Passage, found: Change) -> bool:
    values = [one for one in passage.levels if _may_be_of(one, found.before) and one.value]
    return any(
        Change(one, other, found.stated, found.way, found.binding).holds
        for one, other in permutations(values, 2)
        if one is not found.stated and other is not found.stated
    )


def _is_step(found: Change) -> bool:
    """Whether the second value is the step: "ouvrir 160 magasins, pour 800, soit 20 % de plus"."""
    step, base = found.after.recomputed(loose=True), found.before.recomputed(loose=True)
    if found.way < 0 or not base.positive or not step.below(base):
        return False
    return (step / base * HUNDRED).meets(found.claimed(loose=True))


def _may_be_of(figure: Quantity, other: Quantity) -> bool:
    """Whether two figures are of one thing, or one of them may be: "0,90 euro …, puis 1,20"."""
    bare = any(one.kind is QuantityKind.NUMBER and one.noun is None for one in (figure, other))
    return bare or same_thing(figure, other)


def _is_of_other_year(passage: Passage, stated: Quantity, value: Quantity) -> bool:
    """ "12 points de plus qu'en 2012": not than in the year that a value is told for."""
    than = _THAN_IN.match(passage.plain, end_of(stated))
    if than is None:
        return False
    ahead = _YEAR_BESIDE.search(passage.plain[max(0, value.reach.start - 40) : value.reach.start])
    behind = _YEAR_BEHIND.match(passage.plain, end_of(value))
    years = {one for found in (ahead, behind) if found for one in found.groupdict().values() if one}
    return bool(years) and than["year"] not in years
