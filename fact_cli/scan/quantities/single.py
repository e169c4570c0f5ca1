"""One of a thing: in "deux hommes et une femme" and "au moins une personne" it is a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.scan.number import Number
from fact_cli.scan.quantities.figures import FigureReader

_ONE_THING = r"(?P<one>une?) (?P<noun>[^\W\d_]{3,})"
_BEFORE = re.compile(rf"\b{_ONE_THING}(?: [^\W\d_]+)?(?: et|,|, puis) (?:au moins )?$", re.I)
_AFTER = re.compile(rf"(?: [^\W\d_]+)?(?: et|,) {_ONE_THING}", re.I)
_OF_PERCENT = re.compile(r"(?: [^\W\d_]+)? (?:de |d'|à )\d[\d ,.]* ?%")  # "une part de 12 %"
_AT_LEAST = re.compile(rf"\b(?:au moins|au maximum) {_ONE_THING}", re.I)  # only counts are hedged
# After "une" these are amounts, lengths of time or turns of phrase, not things counted.
_NOT_COUNTED = {
    "partie", "série", "fois", "quantité", "sorte", "autre", "demi", "tiers", "quart", "moitié",
    "dizaine", "douzaine", "quinzaine", "vingtaine", "trentaine", "quarantaine", "cinquantaine",
    "soixantaine", "centaine", "millier", "million", "milliard", "euro", "dollar", "mètre",
    "taux", "part", "proportion", "pourcentage", "nombre", "chiffre", "montant", "somme", "total",
    "moyenne", "niveau", "score", "bilan", "record", "écart", "ratio",
    "rythme", "coût",
    "kilomètre", "point", "seconde", "minute", "heure", "jour", "semaine", "mois", "année",
}  # fmt: skip


def single_counts(
    plain: str, sentence: Extent, quantities: Sequence[Quantity], figures: FigureReader
) -> Iterator[Quantity]:
    """The articles that count one: beside a count with its noun, or hedged as only counts are."""
    seen: set[int] = {one.extent.start for one in quantities}
    for match in _candidates(plain, sentence, quantities):
        one, noun = Extent(*match.span("one")), Extent(*match.span("noun"))
        word = match["noun"].lower()
        if word in _NOT_COUNTED or figures.nouns.is_change(word):
            continue
        if any(known.extent.holds(one) for known in quantities):
            continue  # "vingt et une victoires, huit nuls"
        if one.start not in seen and not _OF_PERCENT.match(plain, noun.end):
            seen.add(one.start)
            yield figures.count(plain, Number(one, Decimal(1), Decimal(1), whole=True), noun)


def _candidates(
    plain: str, sentence: Extent, quantities: Sequence[Quantity]
) -> Iterator[re.Match[str]]:
    for count in quantities:
        if count.kind is QuantityKind.COUNT and count.noun is not None:
            before = _BEFORE.search(plain, sentence.start, count.reach.start)
            after = _AFTER.match(plain, count.noun.end, sentence.end)
            yield from (match for match in (before, after) if match is not None)
    yield from _AT_LEAST.finditer(plain, sentence.start, sentence.end)
