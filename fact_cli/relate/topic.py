"""The topic of a sentence: the words of change of the one that opens its subject."""

from __future__ import annotations

import re

from fact_cli.lang.line import Item
from fact_cli.model.text import Extent
from fact_cli.relate.context import Context
from fact_cli.scan.scanner import scanner

# "L'hôpital, lui, a enregistré …": otherwise than what the sentence before tells of all.
_OTHERS_OWN = re.compile(r", (?:lui|elle|eux|elles)(?:-mêmes?)?, ")
TOPIC = 100  # characters of a sentence that opens a subject


def topic_of(context: Context, index: int) -> list[Item]:
    """The words of change of the sentence without a figure that opens a subject."""
    sentence = context.sentences[index]
    block = context.document.blocks[sentence.sentence.block].extent
    start = block.start
    before = context.sentences[index - 1] if index else None
    if before is not None and before.sentence.block == sentence.sentence.block:
        start = before.extent.start if not before.quantities else before.extent.end
    if not 0 < sentence.extent.start - start <= TOPIC:
        return []
    if _OTHERS_OWN.search(context.document.plain, sentence.extent.start, sentence.extent.end):
        return []
    ahead = Extent(start, sentence.extent.start)
    return list(scanner().changes(context.document.plain, ahead))
