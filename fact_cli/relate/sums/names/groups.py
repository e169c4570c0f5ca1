"""A noun that says how many, and the names behind it: "le trio de tête – Gillet, Benkirane …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.listed import CountedList
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.relate.context import Context
from fact_cli.relate.sums.names.listed import APART, CLOSES, NAMES, names_of_list

_GROUPS = {
    "duo": 2, "tandem": 2, "binôme": 2, "trio": 3, "triumvirat": 3, "quatuor": 4, "quartet": 4,
    "quintette": 5, "quintet": 5, "sextuor": 6,
}  # fmt: skip
_GROUP = re.compile(
    rf"\b(?:[Ll]e|[Uu]n|[Cc]e|[Ss]on) (?P<group>{'|'.join(_GROUPS)})\b[^.;:()!?\d,]{{0,40}}?"
    r"(?: [–-] | : | \(| (?:composé|formé|constitué) (?:de |d'|par ))"
)


def find(context: Context) -> Iterator[CountedList]:
    if context.tells(_GROUPS):
        for sentence in context.sentences:
            yield from _groups(context.document.plain, sentence)


def _groups(plain: str, sentence: ScannedSentence) -> Iterator[CountedList]:
    """ "Le trio de tête – Gillet, Benkirane et Thévoz –": a noun that says how many."""
    for told in _GROUP.finditer(plain, sentence.extent.start, sentence.extent.end):
        found = NAMES.match(plain, told.end(), sentence.extent.end)
        if found is None or not CLOSES.match(plain, found.end()):
            continue
        items = names_of_list(plain, found)
        at, many = Extent(*told.span("group")), Decimal(_GROUPS[lower(told["group"])])
        bounds = Bounds.exactly(many)
        count = Quantity(at, at, QuantityKind.COUNT, many, Decimal(1), bounds, bounds)
        if abs(many - len(items)) <= APART:
            yield CountedList(count, items, len(items))
