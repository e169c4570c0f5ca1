"""Sums of money told in billions and trillions, which English counts otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower
from fact_cli.model.figures import Amount
from fact_cli.model.mention import QuantityKind
from fact_cli.relate.context import Context

# "Dollars zimbabwéens" are no dollars; those of the table stand inside the figure.
_OF_A_COUNTRY = re.compile(r" (?!américain)[^\W\d_]+(?:iens?|ains?|ais|ois|éens?)\b")
_ENGLISH = re.compile(r"\b(?P<word>billion|trillion)s?\b")


def find(context: Context) -> Iterator[Amount]:
    plain = context.document.plain
    for sentence in context.sentences:
        for quantity in sentence.quantities:
            words = lower(quantity.extent.of(plain))
            if _OF_A_COUNTRY.match(plain, quantity.extent.end):
                continue
            found = _ENGLISH.search(words)
            if found and quantity.kind is QuantityKind.MONEY and quantity.value is not None:
                yield Amount(quantity, found["word"])
