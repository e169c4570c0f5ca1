"""A rise told in percent as large as the multiple of two values told anywhere near it.

"De 412 en 2023, les sorties sont passées à 1 030 …" and, paragraphs on, "une hausse de 250 %":
1 030 is two and a half times 412, and 150 per cent more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from fact_cli.lang.words import lower
from fact_cli.model.changes import Change
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import BlockKind
from fact_cli.relate.changes.across import pair_across
from fact_cli.relate.changes.pairs import Pair, pairs
from fact_cli.relate.context import Context
from fact_cli.relate.line import line_of
from fact_cli.relate.neighbours import usable
from fact_cli.relate.passage import passages

_CUES = ("%", "pour cent")
_A_RISE = re.compile(
    r"[«\" ]*(?:soit |avec |c'est |cela (?:fait|représente) |voilà |en )?(?:une?|cette|la|le|l')"
    r" ?[^\W\d_]+(?: [^\W\d_]+){0,3} (?:de |d'|atteint |représente )(?:plus de |près de )?"
)
_OF_OTHERS = re.compile(
    r"\b(?:cel(?:ui|le)|ceux|celles|depuis|chez|(?:lui|elle|eux|elles),|facture|quant)\b"
    r"|^(?:à|en|au) "
)
_WORD = re.compile(r"[^\W\d_]{5,}")
_USUAL = {"hausse", "augmentation", "cette", "leurs", "année", "annees", "encore", "entre", "après"}
LEAST = 120  # per cent, from which a rise as large as a multiple is no chance
BLOCKS = 3  # paragraphs between the two values and the rise
DIGITS = 10  # of the two values, that each must be as large as


def find(context: Context) -> Iterator[Change]:
    if not context.tells(_CUES):
        return
    rises = list(_rises(context))
    if not rises:
        return
    known = list(_pairs(context))
    for block, stated in rises:
        near = [
            pair
            for at, pair in known
            if abs(at - block) <= BLOCKS and _is_of_them(context, pair, stated)
        ]
        told = [Change(*pair.both, stated, 1, Binding.INFERRED) for pair in near]
        if any(one.holds for one in told):
            continue
        mistaken = [one for one in told if _is_multiple(one)]
        if len({(one.before.extent, one.after.extent) for one in mistaken}) == 1:
            yield mistaken[0]


def _rises(context: Context) -> Iterator[tuple[int, Quantity]]:
    """Percentages that a word of rise tells, with the number of their paragraph."""
    blocks = context.document.blocks
    for sentence in context.sentences:
        number = sentence.sentence.block
        large = [
            one
            for one in usable(sentence.quantities)
            if one.kind is QuantityKind.PERCENT and (one.value or 0) >= LEAST and one.hedge is None
        ]
        if large and blocks[number].kind is not BlockKind.BOILERPLATE:
            words = line_of(context, sentence).items
            for one in large:
                ahead = [word for word in words if word.end <= one.extent.start and word.kinds]
                if ahead and "rise" in ahead[-1].kinds:
                    yield number, one


def _pairs(context: Context) -> Iterator[tuple[int, Pair]]:
    """The values before and after that the article tells, with the number of their paragraph."""
    for index, sentence in enumerate(context.sentences):
        for passage in passages(context, index):
            if len(passage.sentences) == 1:
                found = list(pairs(passage))
            else:
                across = pair_across(passage)
                found = [across] if across is not None else []
            for pair in found:
                if pair.ordered and all((one.value or 0) >= DIGITS for one in pair.both):
                    yield sentence.sentence.block, pair


def _is_of_them(context: Context, pair: Pair, stated: Quantity) -> bool:
    """Whether the words before a rise name nothing else than what the two values are told of."""
    plain = context.document.plain
    own, told = context.sentence_at(stated.extent), context.sentence_at(pair.before.extent)
    if own is None or told is None:
        return False
    if own is told:
        return True
    ahead = lower(plain[own.extent.start : stated.reach.start])
    if _OF_OTHERS.search(ahead):
        return False
    words = set(_WORD.findall(lower(told.extent.of(plain))))
    return _A_RISE.fullmatch(ahead) is not None or bool(words & set(_WORD.findall(ahead)) - _USUAL)


def _is_multiple(change: Change) -> bool:
    exact, told = change.exact_percent, change.stated.value
    if exact is None or told is None or exact <= 0:
        return False
    return abs(exact + 100 - told) <= max(change.stated.step / 2, Decimal("0.5"))
