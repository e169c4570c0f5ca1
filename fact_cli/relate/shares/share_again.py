"""A share told in words and again in percent: "trois sur cinq … Cette proportion de 75 %"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.shares import SameShare
from fact_cli.relate.changes.ratio import multiplies
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.passage import Passage

_AGAIN = re.compile(
    r"(?:^|[.:;,] ?|« ?)(?:ils sont|elles sont"
    r"|cette (?:[^\W\d_]+ )?(?:proportion|part|majorité|minorité)(?: de|,)?"
    r"|ce (?:taux|pourcentage|score)(?: de|,)?"
    r"|(?:la proportion|la part|le taux) (?:exacte? )?(?:est|atteint|s'élève|ressort)(?: à| de)?"
    r"|soit|plus (?:précisément|exactement),?) $"
)
_OF_ANOTHER = re.compile(r" (?:à [^\W\d_]+(?:er|ir|re)\b|en \d{4}|des |du |chez |parmi )")
LONGEST = 110  # characters from the fraction to what takes it up


def find(context: Context) -> Iterator[SameShare]:
    return in_passages(context, _again, lambda one: one.again.extent.start)


def _again(passage: Passage) -> Iterator[SameShare]:
    """The only fraction and the only percentage of a passage, where one takes up the other."""
    fractions = [
        one for one in passage.figures if _is_fraction(one) and not multiplies(passage.plain, one)
    ]
    percentages = [one for one in passage.figures if one.kind is QuantityKind.PERCENT]
    if len(fractions) != 1 or len(percentages) != 1:
        return
    ((first,), (again,)) = fractions, percentages
    if any(first.extent < one.extent < again.extent for one in passage.figures):
        return  # "Neuf enfants sur cent … 271 d'entre eux, soit 69,7 %": of a whole of its own
    gap = lower(passage.plain[first.extent.end : max(first.extent.end, again.reach.start)])
    other = _OF_ANOTHER.match(passage.plain, again.extent.end) or id(again) in passage.changes
    if not other and len(gap) <= LONGEST and _AGAIN.search(gap):
        yield SameShare(first, again, Binding.INFERRED)


def _is_fraction(figure: Quantity) -> bool:
    return figure.kind is QuantityKind.RATIO and figure.value is not None and figure.value < 1
