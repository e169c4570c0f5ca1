"""One of a thing in a list of counts: in "deux hommes et une femme" the article is a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.scan.number import Number
from fact_cli.scan.quantities.figures import FigureReader, quantity_of

_BEFORE = re.compile(
    r"\b(?P<one>une?) (?P<noun>[^\W\d_]{3,})(?: [^\W\d_]+)?(?: et|,|, puis) (?:au moins )?$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"(?: [^\W\d_]+)?(?: et|,) (?P<one>une?) (?P<noun>[^\W\d_]{3,})", re.IGNORECASE)
# After "une" these are amounts or turns of phrase, not things counted.
_NOT_COUNTED = {"partie", "série", "fois", "centaine", "dizaine", "quantité", "sorte", "autre"}


def single_counts(
    plain: str, sentence: Extent, quantities: Sequence[Quantity], figures: FigureReader
) -> Iterator[Quantity]:
    """The articles that count one, right before or behind a count with its noun."""
    seen: set[int] = {one.extent.start for one in quantities}
    for count in quantities:
        if count.kind is not QuantityKind.COUNT or count.noun is None:
            continue
        before = _BEFORE.search(plain, sentence.start, count.reach.start)
        after = _AFTER.match(plain, count.noun.end, sentence.end)
        for match in (before, after):
            if match and match["noun"].lower() not in _NOT_COUNTED:
                one = Extent(*match.span("one"))
                if one.start not in seen:
                    seen.add(one.start)
                    noun = Extent(*match.span("noun"))
                    yield _single(plain, one, noun, figures)


def _single(plain: str, one: Extent, noun: Extent, figures: FigureReader) -> Quantity:
    number = Number(one, Decimal(1), Decimal(1), whole=True)
    count = quantity_of(number, one, QuantityKind.COUNT)
    return replace(count, of=figures.singular(plain, noun), noun=noun)
