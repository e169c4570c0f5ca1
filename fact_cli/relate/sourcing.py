"""Paragraphs with figures that nobody is said to give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower
from fact_cli.model.mention import QuantityKind
from fact_cli.model.same import Unsourced
from fact_cli.model.text import BlockKind
from fact_cli.relate.context import Context

_SOURCED = re.compile(
    r"[«»\"]|\b(?:selon|d'après|source|précis\w+|annonc\w+|indiqu\w+|déclar\w+|affirm\w+|expliqu\w+"
    r"|estim\w+|rapport\w+|chiffres? de|données|étude|enquête|sondage|communiqué)\b"
)
_FIGURES = {QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.COUNT}
FEW = 10  # a smaller count is seen, not sourced


def find(context: Context) -> Iterator[Unsourced]:
    document, article = context.document, context.article
    sourced = [one.extent for one in article.claims if one.attribution.source is not None]
    for number, block in enumerate(document.blocks):
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        told = _SOURCED.search(lower(block.extent.of(document.plain)))
        if told or any(block.extent.holds(extent) for extent in sourced):
            continue
        figures = [
            figure
            for sentence in context.sentences
            if sentence.sentence.block == number
            for figure in sentence.quantities
            if figure.kind in _FIGURES and figure.value is not None and figure.value >= FEW
        ]
        if figures:
            yield Unsourced(figures[0].extent, len(figures))
