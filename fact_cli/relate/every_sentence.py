"""All sentences of an article, those without a mention as well."""

from __future__ import annotations

from collections.abc import Sequence

from fact_cli.model.claim import ScannedSentence
from fact_cli.model.text import BlockKind
from fact_cli.relate.context import Context
from fact_cli.scan.sentences import sentences


def every_sentence(context: Context) -> Sequence[ScannedSentence]:
    """The sentences of the article's own blocks in text order, found when first asked for."""
    return context.once("every sentence", lambda: tuple(_all(context)))


def _all(context: Context) -> list[ScannedSentence]:
    blocks = context.document.blocks
    known = {one.sentence: one for one in context.sentences}
    return [
        known.get(one, ScannedSentence(one, (), ()))
        for one in sentences(context.document)
        if blocks[one.block].kind is not BlockKind.BOILERPLATE
    ]
