"""Paragraphs with figures that nobody is said to give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

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
    document = context.document
    sourced = {
        document.block_at(one.extent.start).extent
        for one in context.article.claims
        if one.attribution.source is not None
    }
    for number, sentences in groupby(context.sentences, key=lambda one: one.sentence.block):
        block = document.blocks[number]
        figures = [
            figure
            for sentence in sentences
            for figure in sentence.quantities
            if figure.kind in _FIGURES and figure.value is not None and figure.value >= FEW
        ]
        if not figures or block.kind is not BlockKind.PARAGRAPH or block.extent in sourced:
            continue
        if not _SOURCED.search(lower(block.extent.of(document.plain))):
            yield Unsourced(figures[0].extent, len(figures))
