"""A loss in the title that is a profit in the body, or a profit that is a loss.

"Nokia enregistre des pertes record", of a net profit of 122 million that fell by 90 %.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower, words_after
from fact_cli.model.mention import QuantityKind
from fact_cli.model.same import TitleWords
from fact_cli.model.text import BlockKind, Extent
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import usable

_MAKES = (
    r"(?:enregistr|affich|accus|essui|annonc|publi|déclar|subi|connaî|réalis|dégag|creus|fini"
    r"|termin"
    r"|bouc|clôtur|sign|a|ont|dans)\w*"
)
_LOSS = re.compile(
    rf"\b{_MAKES} (?:une |des |de |sa |ses |d')?(?:lourdes? |nouvelles? |énormes? )?"
    r"(?P<what>pertes?)(?= (?:record|nettes?|historiques?|abyssales?|annuelles?"
    r"|trimestrielles?)|$|[.,:])"
)
_PROFIT = re.compile(
    rf"\b{_MAKES} (?:un |des |de |son |ses )?(?:beaux? |gros |nouveaux? )?"
    r"(?P<what>bénéfices?|profits?)(?= (?:record|nets?|historiques?|annuels?|trimestriels?)|$"
    r"|[.,:])"
)
_OF_LOSS = re.compile(r"\b(?:pertes?|déficit\w*|perd\w*|dans le rouge|négati\w+|moins-value\w*)\b")
_OF_PROFIT = re.compile(
    r"\b(?:bénéfi\w+|profits?|excédent\w*|gagn\w+|dans le vert|positi\w+|résultat net)\b"
)
_NET_PROFIT = re.compile(
    r"\b(?:bénéfices?|profits?)\b(?:[^.;:()\d]| \d+ %){0,100}?(?: de | à | d'|, )$"
)
_NET_LOSS = re.compile(r"\bpertes? nettes?(?: [^\W\d_']+){0,12}? (?:de |à |d')$")
_PROFIT_BEHIND = re.compile(r" (?:de |d')(?:bénéfice|profit)s?\b")
BACK = 110  # characters ahead of an amount in which it is named


def find(context: Context) -> Iterator[TitleWords]:
    blocks, plain = context.document.blocks, context.document.plain
    titles = [one.extent for one in blocks if one.kind is BlockKind.TITLE]
    if not titles or not context.tells(("perte", "bénéfice", "profit")):
        return
    title = titles[0].until(titles[-1])
    words, body = lower(title.of(plain)), lower(plain[title.end :])
    loss, profit = _LOSS.search(words), _PROFIT.search(words)
    if loss is not None and not _OF_LOSS.search(body):
        yield from _told(context, title, loss, profit=True)
    if profit is not None and not _OF_PROFIT.search(body):
        yield from _told(context, title, profit, profit=False)


def _told(
    context: Context, title: Extent, found: re.Match[str], *, profit: bool
) -> Iterator[TitleWords]:
    """The amount of the body that is told to be the other result."""
    plain = context.document.plain
    for sentence in context.sentences:
        for one in usable(sentence.quantities):
            if one.kind is not QuantityKind.MONEY or one.extent.start < title.end:
                continue
            start = max(sentence.extent.start, one.reach.start - BACK)
            ahead = lower(plain[start : one.reach.start])
            named = _NET_PROFIT.search(ahead) if profit else _NET_LOSS.search(ahead)
            behind = profit and _PROFIT_BEHIND.match(words_after(plain, one.extent.end, 30))
            if named or behind:
                at = title.start + found.start("what")
                yield TitleWords(Extent(at, at + len(found["what"])), one.extent)
                return
