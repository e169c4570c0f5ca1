"""Two values told as a range, and the change from the one to the other behind them.

"Les vols, de 968 à 1 134, augmentent de 17,15 %": the two may be a range of what grows, "de
1 200 à 1 500 euros"; so only what fits, or fits but for a slip, shows that they are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from fact_cli.model.changes import Change
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.slips import PRECISE, digits_of
from fact_cli.model.text import Extent
from fact_cli.relate.changes.plausible import is_slip
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import end_of, sign_of
from fact_cli.scan.scanner import scanner

_LINK = re.compile(r"(?:,| \(|, soit)? ?[^.;:,()\d]{0,40}")


_PERCENT_AHEAD = re.compile(r"(?: de (?:plus|moins))? \((?:passant |passée?s? )?(?:de |d')?")


def find(context: Context) -> Iterator[Change]:
    yield from _behind(context)
    yield from _ahead(context)


def _ahead(context: Context) -> Iterator[Change]:
    """ "Coûtera 12,1 % de plus (de 548 130 à 614 485 euros)": a bracket tells of what."""
    plain = context.document.plain
    for sentence in context.sentences:
        for stated, values in pairwise(sentence.quantities):
            if len(values.parts) != 2 or stated.kind is not QuantityKind.PERCENT:
                continue
            before, after = values.parts
            tied = _PERCENT_AHEAD.fullmatch(plain, stated.extent.end, before.extent.start)
            if tied and values.kind is not QuantityKind.PERCENT and _rises(plain, sentence, stated):
                yield Change(before, after, stated, 1)


def _rises(plain: str, sentence: ScannedSentence, stated: Quantity) -> bool:
    """Whether a word or a sign tells that a percentage is a rise."""
    around = Extent(max(sentence.extent.start, stated.reach.start - 40), stated.extent.end + 10)
    words = {word.value for word in scanner().changes(plain, around)}
    return words == {"rise"} or (not words and sign_of(plain, stated) > 0)


def _behind(context: Context) -> Iterator[Change]:
    plain = context.document.plain
    for sentence in context.sentences:
        for values, stated in pairwise(sentence.quantities):
            if len(values.parts) != 2 or stated.kind is not QuantityKind.PERCENT:
                continue
            start, end = end_of(values), stated.reach.start
            if values.kind is QuantityKind.PERCENT or not _LINK.fullmatch(plain, start, end):
                continue
            words = list(scanner().changes(plain, Extent(start, end)))
            rises = {word.value == "rise" for word in words} or {sign_of(plain, stated) > 0}
            if len(rises) > 1 or not (words or sign_of(plain, stated)):
                continue
            way = 1 if rises.pop() else -1
            before, after = values.parts
            change = Change(before, after, stated, way, Binding.INFERRED)
            precise = digits_of(stated.value or Decimal(0), stated.step) >= PRECISE
            if change.holds or (precise and is_slip(change)):
                yield change
