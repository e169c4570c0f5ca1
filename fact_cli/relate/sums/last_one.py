"""A part as large as its whole beside one more: "trois, dont trois ont fui, le dernier"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds
from fact_cli.model.mention import Quantity
from fact_cli.model.text import Extent
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, between, told_noun, usable

_AMONG = re.compile(r"[^.;:()\d]{0,60},? \(?(?:dont|parmi lesquels|parmi lesquelles) (?:les )?")
_LAST = re.compile(
    r"[^.;:()\d]{3,90}[,;] (?:et |mais |tandis que |alors que )?"
    r"(?P<last>l[ae] derni(?:er|ère)|l'autre|l[ae] (?:quatrième|cinquième|troisième|seconde?))"
    r"(?= (?:a|est|étant|ayant|avait|était|sera|se|s'|n'|qui|,)|,)"
)
ONE = Decimal(1)


def find(context: Context) -> Iterator[Total]:
    if not context.tells(("dont ", "parmi lesquel")):
        return
    plain = context.document.plain
    for sentence in context.sentences:
        figures = usable(sentence.quantities)
        for whole, part in pairwise(figures):
            alike = told_noun(part) in {None, whole.of} and {whole.kind, part.kind} <= NUMBERS
            if not alike or whole.value != part.value or whole.hedge or part.hedge:
                continue
            behind = lower(plain[part.extent.end : sentence.extent.end])
            last = _LAST.match(behind)
            if last and _AMONG.fullmatch(between(plain, whole, part)):
                yield Total(whole, [part, _one(part, last)], complete=True, exclusive=True)


def _one(part: Quantity, last: re.Match[str]) -> Quantity:
    """The one that is called the last or the other."""
    at = Extent(*(part.extent.end + place for place in last.span("last")))
    one = Bounds.exactly(ONE)
    return replace(part, extent=at, reach=at, value=ONE, strict=one, loose=one, noun=None)
