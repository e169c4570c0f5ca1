"""A difference told in the sentence behind two, each with one value.

"Le pays comptait 66 524 339 habitants en 2017. Ils étaient 65 241 241 en 2012. Cela représente
1 283 098 personnes de plus."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from fact_cli.model.bounds import quotient
from fact_cli.model.figures import Difference
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity
from fact_cli.relate.changes.across import pair_across
from fact_cli.relate.changes.pairs import GENERIC, Pair, comparable
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import is_surplus, usable
from fact_cli.relate.passage import adjoin, passages

_SUMS_UP = re.compile(
    r"(?:Cela|Ce qui|Voilà qui) (?:fait|représente|donne)|C'est|Ce sont|Soit|Il y en a|Ils sont"
    r"|Elles sont"
)
NEAR = (Decimal("0.6"), Decimal("1.7"))  # of what is stated, the difference of the two values


def find(context: Context) -> Iterator[Difference]:
    plain, sentences = context.document.plain, context.sentences
    for index in range(2, len(sentences)):
        sentence, before = sentences[index], sentences[index - 1]
        figures = usable(sentence.quantities)
        if len(figures) != 1 or _SUMS_UP.match(plain, sentence.extent.start) is None:
            continue
        if not is_surplus(plain, figures[0]) or not adjoin(plain, before, sentence):
            continue
        for passage in passages(context, index - 1):
            if len(passage.sentences) == 2 and passage.sentences[1] is before:
                pair = pair_across(passage)
                if pair is not None and len(passage.levels) == 2:
                    yield from _apart(pair, figures[0])


def _apart(pair: Pair, stated: Quantity) -> Iterator[Difference]:
    low, high = sorted(pair.both, key=lambda one: one.value or 0)
    found = Difference(low, high, stated, 0, Binding.INFERRED)
    near = quotient(found.exact, stated.value)
    alike = comparable(low, stated, also=GENERIC) and comparable(high, stated, also=GENERIC)
    if alike and near is not None and NEAR[0] <= near <= NEAR[1]:
        yield found
