"""One value told again ten, a hundred or a thousand times as large: 51 millions, 510 millions.

The two have the same digits and one head noun: "510 millions de dépenses injustifiées", "une
dette de 86 milliards … cette dette de 86 millions"; "320 mètres de quai … les 3,2 kilomètres".
A word about them in common binds them, or the words that point back.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower, singular_of
from fact_cli.model.bounds import quotient
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.same import Same
from fact_cli.model.slips import Slip, digits_of
from fact_cli.model.text import BlockKind
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import end_of, usable
from fact_cli.relate.twice.values.kinds import TIMED, words_ahead, words_behind
from fact_cli.relate.twice.values.near_values import is_power_of_ten, reason
from fact_cli.relate.twice.values.same_words import stems, words
from fact_cli.relate.twice.values.told_when import day_of_publication, years_of

_BEHIND = re.compile(r" ?(?:de |d')(?:la |l'|ce |cette )?(?P<head>[^\W\d_]{3,})")
_AHEAD = re.compile(
    r"(?P<head>[^\W\d_]{4,})(?: [^\W\d_]+){0,1}"
    r"(?: (?:de|d'|à|atteint|atteignait|dépasse|est de|était de|s'élève à|se monte à|se chiffre à"
    r"|avoisine|représente)| :|,) ?(?:près de |quelque |plus de |environ )?$"
)
_POINTS_BACK = re.compile(r"\b(?:ces|cette [^\W\d_]+ d[e'] ?|cet? [^\W\d_]+ d[e'] ?) *$")
_KNOWN = re.compile(r"\b(?:les|le|la|l'|du|des|aux?|ces|cet?t?e?) ?(?:[^\W\d_]+ ){0,3}(?:d')? *$")
# "510 millions de dépenses injustifiées": the noun with the word that tells which ones.
_PHRASE = re.compile(
    r" ?(?:(?:de |d')(?P<head>[^\W\d_]{3,}) )?(?P<which>[^\W\d_]{5,})(?! (?:de la|du|des|aux?) )"
)
# What makes a tenth or a thousandth of a value another thing, and rightly so.
_PARTED = re.compile(
    r"\b(?:chacune?s?|chaque|par (?:an|mois|jour|tête|personne|habitant|ménage|foyer|élève|match)"
    r"|annuel\w*|mensuel\w*|en moyenne|autres?|supplémentaires?|de plus|de moins|contre|au lieu"
    r"|dix fois|cent fois|mille fois|multipli\w+|divis\w+|dixième|centième|dont|premi\w+"
    r"|une? [^\W\d_]+ (?:donn|produi|fourni|contien|p[èe]s|rapport)[^\W\d_]+"
    r"|initial\w*|précédent\w*|pièce|l'unité|voisine?s?|restant\w*|reste|déjà|seule?|ailleurs)\b"
)
# A noun of any sum tells nothing of which one.
_ANY = frozenset({
    "plus", "moins", "près", "quelque", "environ", "total", "euro", "franc", "dollar", "somme",
    "montant", "chiffre", "valeur", "prix", "coût", "nombre", "part", "million", "milliard",
    "hauteur", "mètre", "kilomètre", "hectare", "tonne", "kilo", "litre", "autre", "moitié",
    "ordre", "niveau", "vente", "achat", "travaux", "année", "personne",
})  # fmt: skip
ENOUGH = 2  # words in common of what may be a part of the first value
LEAST = 2  # digits; of one any two figures may be a power of ten apart
MANY = 60  # figures: an article with more of them is a table
_MADE = {
    QuantityKind.MONEY, QuantityKind.DIMENSION, QuantityKind.COUNT, QuantityKind.NUMBER,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure in the base of its dimension, with the nouns that it can be of."""

    figure: Quantity
    sentence: ScannedSentence
    base: Decimal
    measure: str | None
    heads: frozenset[str]
    stems: frozenset[str]
    years: frozenset[int]
    known: bool
    pointed: bool
    phrase: str | None


def find(context: Context) -> Iterator[Same]:
    figures = list(_figures(context))
    alike = _at_two_scales(figures) if len(figures) <= MANY else []
    found = [_telling(context, sentence, one) for sentence, one in alike]
    for first, again in combinations(found, 2):
        head = _head(first, again)
        if head is None or any(_is_told_elsewhere(one, first, again) for one in found):
            continue
        why = [reason(f"même chose : {head}", f"same thing: {head}", 3)]
        why.append(reason("à une puissance de dix près", "a power of ten apart", 3))
        told = tuple(one.figure.extent.of(context.document.plain) for one in (first, again))
        yield Same(
            first.figure, again.figure, why, agree=False, slip=Slip.FACTOR, words=(told[0], told[1])
        )


def _figures(context: Context) -> Iterator[tuple[ScannedSentence, Quantity]]:
    """The figures of two digits and more that are told by themselves."""
    plain, blocks = context.document.plain, context.document.blocks
    for sentence in context.sentences:
        if blocks[sentence.sentence.block].kind is BlockKind.BOILERPLATE:
            continue
        found = [
            one
            for one in usable(sentence.quantities)
            if one.value is not None and one.kind in _MADE and one.unit not in TIMED
            if digits_of(one.value, one.step) >= LEAST
        ]
        if found and not _PARTED.search(lower(sentence.extent.of(plain))):
            yield from ((sentence, one) for one in found)


def _at_two_scales(
    figures: Sequence[tuple[ScannedSentence, Quantity]],
) -> Sequence[tuple[ScannedSentence, Quantity]]:
    """Those whose digits another figure has too, ten or more times as large."""
    scales: dict[Sequence[int], set[Decimal]] = defaultdict(set)
    for _, one in figures:
        base, _ = _base(one)
        scales[base.normalize().as_tuple().digits].add(base)
    return [
        pair for pair in figures if len(scales[_base(pair[1])[0].normalize().as_tuple().digits]) > 1
    ]


def _telling(context: Context, sentence: ScannedSentence, one: Quantity) -> _Told:
    plain = context.document.plain
    ahead, behind = words_ahead(plain, sentence, one), words_behind(plain, sentence, one)
    base, measure = _base(one)
    return _Told(
        one,
        sentence,
        base,
        measure,
        _heads(one, plain, ahead),
        stems(f"{ahead} {behind}"),
        years_of(plain, sentence, (), day_of_publication(context)),
        _KNOWN.search(ahead) is not None,
        _POINTS_BACK.search(ahead) is not None,
        _phrase(one, behind),
    )


def _base(one: Quantity) -> tuple[Decimal, str | None]:
    """A value in the base of what it measures, and that; None of a mere number."""
    value = one.value or Decimal(0)
    unit = lexicon().units.get(one.unit or "") if one.kind is QuantityKind.DIMENSION else None
    if unit is None:
        return value, one.unit
    return value * unit.factor, unit.dimension.value


def _heads(one: Quantity, plain: str, ahead: str) -> frozenset[str]:
    found = [one.of] if one.of is not None else []
    behind = _BEHIND.match(plain, end_of(one))
    if behind is not None and one.of is None:
        found.append(lower(behind["head"]))
    led = _AHEAD.search(ahead)
    if led is not None:
        found.append(led["head"])
    return frozenset(singular_of(each, lexicon().grammar.invariable) for each in found) - _ANY


def _phrase(one: Quantity, behind: str) -> str | None:
    """The noun behind a figure with the word that tells which ones."""
    found = _PHRASE.match(behind)
    if found is None or (found["head"] is None) == (one.of is None):
        return None
    head = singular_of(one.of or found["head"], lexicon().grammar.invariable)
    return f"{head} {found['which']}"


def _head(first: _Told, again: _Told) -> str | None:
    """The noun that both are of, where they are one value at two scales."""
    if first.sentence is again.sentence or (first.years ^ again.years):
        return None
    if None not in {first.measure, again.measure} and first.measure != again.measure:
        return None
    ratio = quotient(again.base, first.base)
    if ratio is None or not is_power_of_ten(ratio):
        return None
    heads = first.heads & again.heads
    if not heads:
        return None
    shared = first.stems & again.stems - stems(" ".join(heads)) - words().broad
    part = ratio < 1 and not _is_thousandfold(first, again)
    same = not part and first.phrase is not None and first.phrase == again.phrase
    bound = again.pointed or same or (again.known and len(shared) >= (ENOUGH if part else 1))
    return min(heads) if bound else None


def _is_thousandfold(first: _Told, again: _Told) -> bool:
    """Whether milliards are told once and as many millions again."""
    written = [
        each.figure.value / each.figure.scale for each in (first, again) if each.figure.value
    ]
    return first.figure.scale != again.figure.scale and len(set(written)) == 1


def _is_told_elsewhere(one: _Told, first: _Told, again: _Told) -> bool:
    """Whether a third figure tells the odd value too: then it is a thing of its own."""
    return one not in (first, again) and one.base == again.base and one.measure == again.measure
