"""So many times so much that makes a total but for a power of ten: million for milliard.

"52 écrans à ce tarif" of 1,3 milliard each, 67,6 millions in all; "2,4 milliards de pièces d'un
centime", 2,4 millions d'euros: the digits are right, the size of one figure is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower, singular_of, words_before
from fact_cli.model.bounds import Bounds, quotient
from fact_cli.model.figures import Rate
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind, TimeKind
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import NUMBERS, end_of, in_unit_of, is_surplus, told_noun
from fact_cli.relate.passage import Passage
from fact_cli.relate.powers import is_elided, power_of, slack
from fact_cli.relate.rates.each import are_alike_heads, unit_named
from fact_cli.scan.times.ages import is_person

_PER = re.compile(
    r"(?: (?:de |d')?[^\W\d_]+){0,2}?,? (?:par|pour chaque|à chaque) (?P<noun>[^\W\d_]{3,})"
)
_ANY = re.compile(
    r"(?: (?:de |d')?[^\W\d_]+){0,2}?,? (?:chacune?|pièce|l'unité|l'exemplaire|en moyenne)\b"
)
_ANY_AHEAD = re.compile(
    r"\b(?:chacune?|prix unitaire|en moyenne|coût moyen|prix moyen)\b[^.;:\d]{0,50}$"
)
_PUTS = re.compile(
    r"\b(?:me(?:t|tre|ttrait|ttant)|port(?:e|er|erait|ant)|fai(?:t|sant|re)|revient|ramène)"
    r" (?:à )?(?:l[ea] |l'|chaque )(?P<noun>[^\W\d_]{3,})(?: [^\W\d_]+){0,2} à"
    r" (?:plus de |près de |environ |un peu plus de )?$"
)
# "Ce qui en met 5,6 kilos dans chaque placard": for one of those counted before.
_IN_EACH = re.compile(r" (?:dans|sur|entre les mains de) chaque ")
_BY_UNIT = re.compile(
    r",? (?:l[ea] |à l'|l'|au |du |de l'|par )(?P<unit>[^\W\d_]{3,}(?: carré| cube)?)\b"
)
_TAKEN_UP = re.compile(
    r"\ben (?:compt|fai|mesur|couvr|pès|pes|contien|tota|dévelop|offr|a)\w*(?: que)? $"
)
_OF = re.compile(r" (?:de|d'|à|au prix de|à raison de)(?: chacune?)? ?")
_AT_PRICE = re.compile(
    r"[^.;:\d]{0,25} (?:à ce|au même|à un tel) (?:prix|tarif|coût|cours|montant|niveau)\b"
)
_IN_ALL = re.compile(r"(?:perd|gagn|engrang)", re.IGNORECASE)
_IN_SUM = re.compile(
    r"\b(?:soit|répart\w+|au total|en tout|total de|pour (?:un|une|près|plus|environ|quelque|\d)"
    r"|cela|recettes?|encaiss\w+|rapport\w+|factur\w*|coûte\w*|font|fait|repr[ée]sent\w+"
    r"|tarif|prix|atteint|s'élève\w*|pes\w+|contrat|montant|somme)\b"
)
_TEN = re.compile(
    r"\b(?:dix|10|cent|100|mille|1 000) (?:ans|années|mois|jours|semaines|heures|fois)\b"
)
_PEOPLE = {"tête", "personne", "habitant", "âme", "homme", "français"}
_TIMES = {"an", "mois", "jour", "semaine", "heure", "minute", "seconde", "trimestre", "année"}
# What one of them is told for a part only, or beside the others.
_OTHERWISE = re.compile(r"\b(?:contre|au lieu d[e']|sauf|hors|dont|(?:dix|cent|mille) fois)\b")
_OF_THING = re.compile(r" (?:de |d')(?!euros|dollars|francs|livres|plus|moins)[a-zà-ÿ]")
_PROJECT = re.compile(
    r"\b(?:ensemble|projets?|travaux|plan|budget|bénéfices?|chantiers?|loyers?|aides?|emprunt\w*)\b"
)
TAKEN_UP = 30  # characters before a number in which a pronoun stands for its unit


@dataclass(frozen=True, slots=True)
class _Of:
    """How much for each, and of what, as far as words tell it: a noun, or the very count."""

    figure: Quantity
    noun: str | None = None
    count: Quantity | None = None
    sign: str | None = None


def find(context: Context) -> Iterator[Rate]:
    return in_passages(
        context, _rates, lambda one: (one.total.extent, one.stated.extent), figures=2
    )


def _rates(passage: Passage) -> Iterator[Rate]:
    yield from _like_another(passage)
    for each in _told_for_each(passage):
        heads = [each.count] if each.count else _counts(passage, each)
        found = [
            _rate(total, head, each.figure)
            for head in heads
            for one in passage.figures
            if one is not each.figure and one is not head and _can_be_total(passage, one)
            if (total := in_unit_of(one, each.figure)) is not None and _is_sum(total)
        ]
        apart = [one for one in found if _is_scaled(one)]
        if each.sign is not None:
            apart = [one for one in apart if not _is_of_more(passage, one.total)]
        if each.count is not None:
            apart = [one for one in apart if _is_told_in_all(passage, one)]
        clear = len(apart) == 1 and not any(_fits(one) for one in found)
        if clear and not _OTHERWISE.search(_between(passage, apart[0])) and not _ten_times(passage):
            yield apart[0]


def _is_of_more(passage: Passage, total: Quantity) -> bool:
    """Whether a sum is of something else than what is sold by the unit: a rent, the works."""
    own = passage.sentence_of(total).extent
    behind = _OF_THING.match(passage.plain, total.extent.end)
    return behind is not None or _PROJECT.search(lower(own.of(passage.plain))) is not None


def _is_told_in_all(passage: Passage, rate: Rate) -> bool:
    """Whether words tie the total to so many of so much: "réparties en", "soit", "la recette"."""
    first = min(rate.total.extent, rate.stated.extent, rate.at[1].extent)
    told = passage.plain[first.start : max(rate.total.extent, rate.stated.extent).end]
    own = passage.sentence_of(rate.total).extent
    dated = any(own.holds(time.extent) for time in passage.times if time.kind is not TimeKind.TIME)
    across = not own.holds(rate.stated.extent)
    return _IN_SUM.search(lower(told)) is not None and not (across and dated)


def _ten_times(passage: Passage) -> bool:
    """Whether ten years or a hundred days may make the total of a single one."""
    return _TEN.search(passage.told) is not None


def _told_for_each(passage: Passage) -> Iterator[_Of]:
    """Sums and measures that words tell for each of something."""
    plain = passage.plain
    for one in passage.figures:
        if not one.value or not _is_sum(one) or not _is_free(passage, one):
            continue
        start = passage.sentence_of(one).extent.start
        ahead = lower(plain[start : one.reach.start])
        if (per := _PER.match(plain, end_of(one)) or _PUTS.search(ahead)) is not None:
            noun = singular_of(lower(per["noun"]), lexicon().grammar.invariable)
            if noun not in _TIMES:
                yield _Of(one, noun)
        elif (sign := _unit_behind(plain, one)) is not None:
            yield _Of(one, sign=sign)
        elif (
            _ANY.match(plain, end_of(one))
            or _IN_EACH.match(plain, end_of(one))
            or _ANY_AHEAD.search(ahead)
        ):
            yield _Of(one)
        for count in passage.figures:
            if not _is_count(count):
                continue
            apposed = _OF.fullmatch(plain[end_of(count) : max(end_of(count), one.reach.start)])
            at_price = one.extent < count.extent and _AT_PRICE.match(plain, end_of(count))
            if apposed or at_price:
                yield _Of(one, count=count)


def _unit_behind(plain: str, one: Quantity) -> str | None:
    """The unit that a price is told for: "3 500 euros le mètre carré"."""
    found = _BY_UNIT.match(plain, one.extent.end) if one.kind is QuantityKind.MONEY else None
    return None if found is None else unit_named(lower(found["unit"]))


def _measures(passage: Passage, sign: str) -> list[Quantity]:
    """What is counted in a unit, by the unit or by the pronoun: "qui en compte douze mille"."""
    plain = passage.plain
    return [
        one
        for one in passage.figures
        if one.value
        and _is_free(passage, one)
        and (
            one.unit == sign
            or (
                one.kind in NUMBERS
                and one.noun is None
                and _TAKEN_UP.search(words_before(plain, one.reach.start, TAKEN_UP))
            )
        )
    ]


def _counts(passage: Passage, each: _Of) -> list[Quantity]:
    if each.sign is not None:
        return _measures(passage, each.sign)
    return [
        one
        for one in passage.figures
        if _is_count(one) and _is_free(passage, one) and _can_be_of(one, each.noun)
    ]


def _is_count(one: Quantity) -> bool:
    return one.kind is QuantityKind.COUNT and bool(one.value) and told_noun(one) is not None


def _can_be_of(count: Quantity, noun: str | None) -> bool:
    told = told_noun(count)
    if noun is None or told is None:
        return told is not None
    person = is_person(told, lexicon().grammar) or told in _PEOPLE
    return (noun in _PEOPLE and person) or noun in {"poste", told} or are_alike_heads(told, noun)


def _is_sum(one: Quantity) -> bool:
    return one.kind in {QuantityKind.MONEY, QuantityKind.DIMENSION}


def _can_be_total(passage: Passage, one: Quantity) -> bool:
    """What is told free, or lost or won in all: "ont perdu 4,69 millions"."""
    word = passage.changes.get(id(one))
    if is_elided(passage.plain, one):
        return False
    return _is_free(passage, one) or (
        word is not None and bool(_IN_ALL.match(passage.plain, word.start))
    )


def _is_free(passage: Passage, one: Quantity) -> bool:
    return id(one) not in passage.changes and not is_surplus(passage.plain, one)


def _rate(total: Quantity, count: Quantity, each: Quantity) -> Rate:
    assert count.value is not None
    bounds = count.recomputed(loose=False)
    last = max(total.extent, count.extent, each.extent)
    result = total if last == total.extent else None
    name = count.of or "unité"
    return Rate(total, [bounds], count.value, name, each, [total, count], Binding.INFERRED, result)


def _is_scaled(rate: Rate) -> bool:
    apart = quotient(rate.product, rate.total.value)
    return (
        apart is not None and power_of(apart, slack(rate.total, *rate.at, rate.stated)) is not None
    )


def _fits(rate: Rate) -> bool:
    apart = quotient(rate.product, rate.total.value)
    return apart is not None and abs(apart - 1) <= Decimal("0.1")


def _between(passage: Passage, rate: Rate) -> str:
    places = sorted((one.extent for one in (*rate.at, rate.stated)), key=lambda one: one.start)
    return lower(passage.plain[places[0].start : places[-1].end])


def _like_another(passage: Passage) -> Iterator[Rate]:
    """ "3,1 milliards, soit 118 000 euros par ménage, non de 690 milliards (26 200 par ménage)".

    Two sums for the same heads, each told in all and for one: they leave the same number.
    """
    each = [one for one in _told_for_each(passage) if one.noun is not None]
    if len(each) != 2 or each[0].noun != each[1].noun:
        return
    pairs = [
        (total, one.figure)
        for one in each
        for total in passage.figures
        if one.figure.reach.start - 25 <= end_of(total) <= one.figure.reach.start
        and in_unit_of(total, one.figure) is not None
        and total.extent != one.figure.extent
    ]
    if len(pairs) != 2:
        return
    (total, one), (right, other) = pairs
    heads, told = quotient(right.value, other.value), quotient(total.value, one.value)
    near = slack(total, one, right, other)
    apart = quotient(told, heads)
    if heads is None or apart is None or power_of(apart, near) is None:
        return
    usual = Decimal(round(heads, 2 - heads.adjusted()))
    bounds, name = Bounds(heads * (1 - near), heads * (1 + near)), each[0].noun or "unité"
    yield Rate(total, [bounds], usual, name, one, [total, right, other], Binding.INFERRED, total)
