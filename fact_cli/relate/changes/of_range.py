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
from fact_cli.model.finding import Binding
from fact_cli.model.mention import QuantityKind
from fact_cli.model.slips import PRECISE, digits_of
from fact_cli.model.text import Extent
from fact_cli.relate.changes.plausible import is_slip
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import end_of, sign_of
from fact_cli.scan.scanner import scanner

_LINK = re.compile(r"(?:,| \(|, soit)? ?[^.;:,()\d]{0,40}")


def find(context: Context) -> Iterator[Change]:
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
