"""Falls in percent, and whether what falls can be below zero."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.figures import Fall
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.context import Context
from fact_cli.relate.line import relation_line

_SIGNED = re.compile(
    r"\b(?:résultats?|bénéfices?|profits?|pertes?|soldes?|balance|déficits?|excédents?|ebitda|marges?"
    r"|trésorerie|flux|températures?|croissance|rentabilité|épargne|cash)\b"
)
BACK = 160  # characters before a fall in which its thing is named


def find(context: Context) -> Iterator[Fall]:
    plain = context.document.plain
    for sentence in context.sentences:
        if not any(one.kind is QuantityKind.PERCENT for one in sentence.quantities):
            continue
        items = relation_line(plain, sentence).items
        for word, figure in pairwise(items):
            stated = figure.value
            falls = "fall" in word.kinds and plain[word.end : figure.start] in {" de ", " d'", " "}
            if falls and isinstance(stated, Quantity) and stated.kind is QuantityKind.PERCENT:
                named = lower(plain[max(sentence.extent.start, word.start - BACK) : word.start])
                yield Fall(stated, _SIGNED.search(named) is not None)
