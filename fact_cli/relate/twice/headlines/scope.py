"""A percentage of the title for all together, of which the body tells another: "confondues"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.same import Same
from fact_cli.model.text import BlockKind
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import usable
from fact_cli.relate.twice.values.agreeing import agree_in_title
from fact_cli.relate.twice.values.near_values import reason

# "Toutes activités confondues", "tous secteurs confondus": all together, and no part.
_ALL = re.compile(r"\btou(?:te)?s (?P<what>[^\W\d_]+)(?: [^\W\d_]+)? confondu(?:e)?s\b")
_GAP = 110  # characters between the words and the percentage that belongs to them
_PERIOD = re.compile(r"\b(?:depuis|l'an dernier|l'année dernière|précédente?|auparavant|contre)\b")


def find(context: Context) -> Iterator[Same]:
    """The single percentage of a title for all together against the one the body gives for all."""
    if not context.tells((" confondus", " confondues")):
        return
    plain, blocks = context.document.plain, context.document.blocks
    titles: list[tuple[str, Quantity]] = []
    for sentence in context.sentences:
        percents = [one for one in usable(sentence.quantities) if one.kind is QuantityKind.PERCENT]
        text = lower(sentence.extent.of(plain))
        scope = _ALL.search(text)
        if scope is None or not percents:
            continue
        if blocks[sentence.sentence.block].kind is BlockKind.TITLE:
            titles += [(scope["what"], percents[0])] if len(percents) == 1 else []
            continue
        at = sentence.extent.start + scope.end()
        told = [one for one in percents if 0 <= one.extent.start - at <= _GAP]
        told = told or [one for one in percents if one.extent.end <= at][-1:]
        for what, title in titles:
            if what != scope["what"] or not told or _PERIOD.search(text):
                continue
            if not any(agree_in_title(title, one) for one in percents):
                why = reason(f"mêmes mots : {scope.group()}", f"same words: {scope.group()}", 5)
                yield Same(title, told[0], [why], agree=False, title=True)
                return
