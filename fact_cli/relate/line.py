"""A sentence as the phrases of relations.toml see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.line import Item, Line
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind, TimeExpression
from fact_cli.relate.context import Context
from fact_cli.scan.quantities.sharing import is_translation
from fact_cli.scan.scanner import scanner


def line_of(context: Context, sentence: ScannedSentence) -> Line:
    """`relation_line` of a sentence of the article, made once for all finders."""
    plain = context.document.plain
    return context.once(("line", sentence.extent), lambda: relation_line(plain, sentence))


def relation_line(plain: str, sentence: ScannedSentence) -> Line:
    """Figures with their hedges, times, and words of change, each one character."""
    items = _with_translations(plain, [one for one in sentence.mentions if not _is_rank(one)])
    items += [
        word
        for word in scanner().changes(plain, sentence.extent)
        if not any(m.start < word.end and word.start < m.end for m in items)
    ]
    items.sort(key=lambda item: item.start)
    return Line(plain, sentence.extent.start, sentence.extent.end, items, lexicon().alphabet)


def _with_translations(plain: str, mentions: Sequence[Quantity | TimeExpression]) -> list[Item]:
    """Each mention as an item; a sum told again in a bracket is one with the sum before it."""
    items: list[Item] = []
    for mention in mentions:
        before = items[-1].value if items else None
        if (
            isinstance(before, Quantity)
            and isinstance(mention, Quantity)
            and is_translation(plain, before, mention)
        ):
            items[-1] = replace(items[-1], end=mention.extent.end + 1)
            continue
        items.append(_mention(mention))
    return items


def _is_rank(mention: Quantity | TimeExpression) -> bool:
    """ "au premier tour": a rank is no operand, and stands in no operand's way."""
    return isinstance(mention, Quantity) and mention.kind is QuantityKind.ORDINAL


def _mention(mention: Quantity | TimeExpression) -> Item:
    if isinstance(mention, Quantity):
        kinds = frozenset({"quantity", mention.kind.value})
        end = max(mention.reach.end, mention.noun.end if mention.noun else 0)
        return Item(mention.reach.start, end, kinds, mention)
    return Item(mention.extent.start, mention.extent.end, frozenset({"time"}), mention)
