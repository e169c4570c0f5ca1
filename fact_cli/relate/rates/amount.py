"""Sums of money told in billions and trillions, which English counts otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
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
            if not found or quantity.kind is not QuantityKind.MONEY or quantity.value is None:
                continue
            if not (context.quoted(quantity.extent) and _is_glossed(sentence, quantity.value)):
                yield Amount(quantity, found["word"])


def _is_glossed(sentence: ScannedSentence, value: Decimal) -> bool:
    """ "« 1.4 trillion », entendez 1 400 milliards": the text says what the English word means."""
    return any(one.value in {value / 10**6, value / 10**3} for one in sentence.quantities)
