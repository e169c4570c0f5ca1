"""So much for each of a number of heads, and so many heads at so much each.

"24 buts en 30 rencontres, soit 0,8 but par match"; "25 communes recevront chacune 40 000 euros,
soit un million au total". No phrase ties the figures; the head they name does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import product

from fact_cli.lang.lexicon import lexicon, read
from fact_cli.lang.words import lower, singular_of, words_after, words_before
from fact_cli.model.bounds import quotient
from fact_cli.model.figures import Rate
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.context import Context
from fact_cli.relate.elided_unit import in_scale_of
from fact_cli.relate.neighbours import (
    NUMBERS,
    end_of,
    in_unit_of,
    is_of_names,
    is_surplus,
    same_thing,
    told_noun,
)
from fact_cli.relate.passage import Passage, passages
from fact_cli.relate.rates.periods import is_of_longer

_PER = re.compile(
    r"(?: [^\W\d_]+){0,3}? (?:par|à chaque|pour chaque|chaque) (?P<noun>[^\W\d_]{3,})"
    r"|(?: [^\W\d_]+)?,? (?:l[ea] |à l'|l'|au |du |à la )(?P<unit>[^\W\d_]{3,}(?: carré| cube)?)\b"
)
_TOLD = re.compile(
    r"\b(?:soit|représent\w+|c'est-à-dire|ce qui fait|avec|équivaut|correspond|moyenne|revient"
    r"|revenant|à raison de|densité|percevra|touche|recevr\w+|reçoi\w+)\b|\("
)
_BY_TIME = re.compile(r"(?: [^\W\d_]+){0,2} par (?:jour|an|mois|semaine|heure)\b")
_SINCE = re.compile(r"\b(?:puisqu|car|avec|grâce à|pour un total)")
_ON_AVERAGE = re.compile(r"[^.;:!?\d]{0,30}en moyenne|[^.;:!?\d]{0,12}(?:chacune?)\b")
_AVERAGE_OF = re.compile(
    r"(?:une|la) moyenne de (?:près de |plus de |environ |quelque )?$|en moyenne,? $"
)
_EACH_BEHIND = re.compile(r"(?: [^\W\d_]+){0,3} (?:chacune?|pièce|l'unité|l'exemplaire|par tête)\b")
_EACH_OF = re.compile(r"\bchacune? (?:de (?:ses|ces|leurs)|des) $")
_EACH_AHEAD = re.compile(
    r"\bprix unitaire de $|\b(?:chacune?|chaque) (?:[^\W\d_]+ ){0,3}(?:de |d'|à )?$|\bà $"
)
_IN_ALL = re.compile(
    r"\b(?:soit|pour|ce qui (?:fait|représente)|représentant|totalisant|atteint|la facture"
    r"|le coût total|le montant total|la note|au total|coûtera|rapporter[^\W\d_]*)\b[^.;:\d]{0,50}$"
)
_CALLED_ALL = re.compile(
    r"\b(?:la facture|la note|au total|en tout|total|totale|totales|totaux|global|globale)\b"
)
_ONE_OF = re.compile(
    r"(?:chaque|un seul|une seule|un|une) (?P<noun>[^\W\d_]{4,})\b(?!, (?!qui|que|dont|elle|il))",
    re.IGNORECASE,
)
LEAST, MOST = Decimal("0.4"), Decimal("2.5")  # of the count; what lies farther is another's
_OTHERS = re.compile(r"\bautres\b")  # "le premier de 18 000, les deux autres de 12 000 chacun"
_POPULATION = re.compile(r"\bpopulation\b[^.;:()\d]{0,25}$")
LONGEST = 60  # characters between the heads and what each of them gets


@cache
def _heads() -> Sequence[frozenset[str]]:
    return [frozenset(names) for names in read("heads")["heads"]]


FEWEST = 3  # figures: a total, heads, and what there is for each
_OF_EACH = re.compile(r",? chacune?s?\b")  # "de 1 200 tonnes chacune" is no total


def find(context: Context) -> Iterator[Rate]:
    plain = context.document.plain
    for number, sentence in enumerate(context.sentences):
        for passage in passages(context, number):
            figures = passage.figures
            if len(figures) < FEWEST:
                continue
            own = [i for i, one in enumerate(figures) if sentence.extent.holds(one.extent)]
            near = len(passage.sentences) == 1
            found = [
                rate
                for index in own
                for rate in (*_rate(plain, figures, index, near), *_product(plain, figures, index))
            ]
            found = [
                one
                for one in found
                if not _OF_EACH.match(plain, end_of(one.total))
                if one.holds(loose=True)
                or not (_is_apart(passage, one) or _holds_of_another(passage, one))
            ]
            found = found or list(_each_and_all(passage))
            yield from found
            if found:
                break


def _holds_of_another(passage: Passage, rate: Rate) -> bool:
    """Whether a later value of the total, its unit left out, is the one: "265 …, puis 318"."""
    bare = [one for one in passage.figures if one.kind is QuantityKind.NUMBER and one.noun is None]
    return any(
        replace(rate, total=in_scale_of(one, rate.total)).holds(loose=True)
        for one in bare
        if one.extent > rate.total.extent
    )


def _is_apart(passage: Passage, rate: Rate) -> bool:
    """Whether the total is told for more years than the heads."""
    return any(
        is_of_longer(passage, rate.total, one.extent) for one in rate.at if one is not rate.total
    )


def _rate(plain: str, figures: Sequence[Quantity], index: int, near: bool) -> Iterator[Rate]:
    """The figure at ``index`` is for each of some number told before, of some total before.

    Only in one sentence (``near``) is an average of heads that it does not name.
    """
    stated = figures[index]
    noun = _noun_behind(plain, stated)
    others = figures[:index]
    if near and noun and index < 2 and len(figures) == index + 3:
        others, told = figures[index + 1 :], plain[end_of(stated) : figures[index + 1].reach.start]
        is_told = _SINCE.search(lower(told))
    else:
        told = plain[end_of(figures[index - 1]) : stated.reach.start] if index else ""
        average = near and _ON_AVERAGE.match(plain, end_of(stated))
        is_told = index >= 2 and (average or _TOLD.search(lower(told)) or told.endswith(". À "))
    of_names = noun is None and is_of_names(plain, stated)
    if (
        not is_told
        or of_names
        or (noun is None and _OTHERS.search(words_before(plain, stated.reach.start, 25)))
        or is_surplus(plain, stated)
        or _BY_TIME.match(plain, end_of(stated))
    ):
        return
    heads = _heads_of(plain, others, stated, noun) if near or noun else []
    found = [
        rate
        for count in heads
        for rate in _for_each(count, others, stated, noun)
        if len(heads) == 1 or _is_near(rate)
    ]
    holding = [rate for rate in found if rate.holds(loose=True)]
    if holding or (len(found) == 1 and (noun or _is_near(found[0]))):
        yield (holding or found)[0]


def _for_each(
    count: Quantity, others: Sequence[Quantity], stated: Quantity, noun: str | None
) -> Iterator[Rate]:
    """Each of ``others`` that ``stated`` can be the share of one of ``count`` in."""
    if count.value is None or not count.strict.positive:
        return
    bounds, name = count.recomputed(loose=False), count.of or noun or "unité"
    for one in others:
        total = None if one is count else in_unit_of(one, stated)
        if total is not None and _is_whole_of(total, stated):
            at = [total, count]
            yield Rate(total, [bounds], count.value, name, stated, at, Binding.INFERRED)


def _is_near(rate: Rate) -> bool:
    """Whether the figures are of a size at which an average can be misprinted."""
    near = quotient(rate.product, rate.total.value)
    return near is not None and LEAST <= near <= MOST


def _noun_behind(plain: str, stated: Quantity) -> str | None:
    """What a figure is told for each of: "par foyer", "le mètre carré"."""
    per = _PER.match(plain, end_of(stated))
    if per is None:
        return None
    return singular_of(lower(per["noun"] or per["unit"]), lexicon().grammar.invariable)


def _each_and_all(passage: Passage) -> Iterator[Rate]:
    """ "Une seule éolienne produit 4 000 MWh. Les 8 000 éoliennes ont produit 32 TWh"."""
    plain = passage.plain
    for sentence in passage.sentences:
        opened = _ONE_OF.match(plain, sentence.extent.start)
        if opened is None:
            continue
        noun = lower(opened["noun"])
        counts = [one for one in passage.figures if one.of == noun and one.kind in NUMBERS]
        own = [one for one in passage.figures if sentence.extent.holds(one.extent)]
        for each, total in product(own, passage.figures):
            if each in counts or total in counts or total.extent <= each.extent or len(counts) != 1:
                continue
            alike = in_unit_of(each, total)
            exact = None if alike is None else quotient(total.value, alike.value)
            near = quotient(exact, counts[0].value)
            if alike is not None and near is not None and LEAST <= near <= MOST:
                bounds = counts[0].recomputed(loose=False)
                usual = counts[0].value or Decimal(1)
                at = [each, counts[0]]
                yield Rate(total, [bounds], usual, noun, alike, at, Binding.INFERRED, total)
                return


def _heads_of(
    plain: str, before: Sequence[Quantity], stated: Quantity, noun: str | None
) -> Sequence[Quantity]:
    """The counts before ``stated`` of what it is for each of."""
    counts = [one for one in before if one.kind in {QuantityKind.COUNT, QuantityKind.DIMENSION}]
    behind = words_after(plain, stated.extent.end, 60)
    if noun is not None:
        named = [one for one in counts if is_head(one, noun) and not _is_of_all(plain, one)]
        if named:
            return named
    ahead = words_before(plain, stated.reach.start, 40)
    if _ON_AVERAGE.match(behind) or _AVERAGE_OF.search(ahead):
        return [
            one
            for one in counts
            if told_noun(one) not in {None, told_noun(stated)} and one.unit is None
        ]
    return []


def _is_of_all(plain: str, count: Quantity) -> bool:
    """Whether a count is that of a whole population: "19 % d'une population de 1 013 loups"."""
    return _POPULATION.search(words_before(plain, count.reach.start, 40)) is not None


def is_head(count: Quantity, noun: str) -> bool:
    """Whether ``noun`` names what ``count`` counts, or its unit: "le mètre carré" of 50 m²."""
    if count.kind is QuantityKind.DIMENSION:
        return noun in _UNITS and count.unit == _UNITS[noun]
    return count.of == noun or any(count.of in group and noun in group for group in _heads())


_UNITS = {
    "mètre carré": "m²",
    "kilomètre carré": "km²", "mètre": "m", "kilo": "kg", "tonne": "t", "litre": "L",
    "hectare": "ha", "kilomètre": "km", "mètre cube": "m³",
}  # fmt: skip


def _is_whole_of(one: Quantity, stated: Quantity) -> bool:
    """Whether a figure can be the sum of ``stated`` over the heads."""
    if not same_thing(one, stated) or one.hedge in {"moins"}:
        return False
    if one.kind in NUMBERS:
        nouns = {told_noun(one), told_noun(stated)} - {None, "reprise", "fois"}
        alike = len(nouns) < 2 or any(nouns <= group for group in _heads())
        return alike and one.value is not None
    return one.unit == stated.unit


def _product(plain: str, figures: Sequence[Quantity], index: int) -> Iterator[Rate]:
    """A count, so much each right behind it, and their product, called so."""
    if index < 2:
        return
    whole = figures[index]
    link = lower(plain[end_of(figures[index - 1]) : whole.reach.start])
    behind = words_after(plain, end_of(whole), 30)
    called = _CALLED_ALL.search(link) or _CALLED_ALL.search(behind)
    if not _IN_ALL.search(link) or not called:
        return
    count, each = figures[index - 2], figures[index - 1]
    gap = lower(plain[end_of(count) : each.reach.start])
    tied = _EACH_BEHIND.match(plain, end_of(each)) or (
        _EACH_AHEAD.search(gap)
        or _EACH_OF.search(words_before(plain, count.reach.start, 25))
        or re.fullmatch(r" (?:de|d'une [^\d]{0,30}de|à) ", gap)
    )
    if not tied or count.kind is not QuantityKind.COUNT or len(gap) > LONGEST:
        return
    if _is_of_all(plain, count):
        return
    if index >= 3 and any(one.of == count.of for one in figures[: index - 2]):
        return
    if same_thing(each, whole) and count.value is not None and count.strict.positive:
        bounds, name = count.recomputed(loose=False), count.of or "unité"
        yield Rate(
            whole, [bounds], count.value, name, each, [count, each], Binding.INFERRED, result=whole
        )
