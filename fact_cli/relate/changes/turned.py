"""A change in percent told of two values that give it only the other way round.

"Les blessés sont en baisse (−4,1 %) : on en a relevé 24 827, contre 23 806": the size is right to
a decimal, so that the two values are the ones meant, however far the words stand from them; the
word and the order of the values cannot both be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from fact_cli.lang.words import lower
from fact_cli.model.changes import Change
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.slips import digits_of
from fact_cli.relate.changes.pairs import Pair, pairs
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.passage import Passage

# "recule lui aussi, de 2,9 %": words between the verb and its size.
_APART = re.compile(r"(?: [^\W\d_']+){0,3}(?:,| :)? ?(?:\(|de |d'|à hauteur de )?(?:[-−+] ?)?")
_OF_ANOTHER = re.compile(r"\b(?:alors qu|tandis qu|mais|pendant qu|quand|celle|celui|ceux)")
# "Les rouges souffrent davantage que les blancs : 15,1 millions contre 13,5".
_COMPARED = re.compile(r"\b(?:davantage|plus|moins|mieux|autant) que (?:les|le|la|ceux|celles) ")
SURE = 2  # digits from which a size is hardly that of two other values
SLACK = Decimal("0.6")  # of its last digit, by which a size may be off: many cut, none round
LEAST = 50  # of the smaller value, so that its rounding does not make any size


def find(context: Context) -> Iterator[Change]:
    if "%" not in context.document.plain:
        return iter(())
    return in_passages(context, _turned, lambda one: one.stated.extent, figures=2)


def _turned(passage: Passage) -> Iterator[Change]:
    percents = [one for one in passage.figures if one.kind is QuantityKind.PERCENT]
    sizes = [(one, way) for one in percents if (way := _way_of(passage, one)) is not None]
    if not sizes:
        return
    for pair in pairs(passage):
        if not _is_precise(pair) or _goes_back(passage, pair):
            continue
        if _COMPARED.search(lower(passage.sentence_of(pair.after).extent.of(passage.plain))):
            continue
        fitting = [one for one in percents if _is_size_of(pair, one)]
        if len(fitting) != 1:
            continue
        for size, way in sizes:
            told = Change(pair.before, pair.after, size, way)
            apart = _OF_ANOTHER.search(_between(passage, size, pair))
            if (
                size is fitting[0]
                and not apart
                and not told.holds
                and way * (told.exact_percent or 0) < 0
            ):
                yield replace(told, binding=Binding.INFERRED)


def _is_size_of(pair: Pair, size: Quantity) -> bool:
    """Whether the change of a pair, either way, is as large as told, to the last digit."""
    turned = Change(pair.after, pair.before, size, 1)
    changes = (Change(pair.before, pair.after, size, 1).exact_percent, turned.exact_percent)
    told = abs(size.value or 0)
    return any(one is not None and abs(abs(one) - told) <= size.step * SLACK for one in changes)


def _between(passage: Passage, size: Quantity, pair: Pair) -> str:
    first, last = sorted((size.extent, pair.extent))
    return passage.plain[first.end : max(first.end, last.start)]


def _goes_back(passage: Passage, pair: Pair) -> bool:
    """ "8 492 cas en 2019 contre 7 452 en 2020": the years turn the words round."""
    first = min(pair.both, key=lambda one: one.extent)
    years = [
        time.interval.begin.year if time.interval.begin else None
        for time in passage.times
        if first.extent < time.extent
    ]
    known = [year for year in years if year is not None]
    return first is pair.after and len(known) > 1 and known[0] < known[1]


def _way_of(passage: Passage, size: Quantity) -> int | None:
    """Which way a percentage of two digits goes, by its verb, its noun or its sign."""
    if size.kind is not QuantityKind.PERCENT or not size.value or size.unit != "%":
        return None
    if digits_of(size.value, size.step) < SURE:
        return None
    told = passage.changes.get(id(size))
    if told is None and not passage.plain.endswith((" à ", " à près de "), 0, size.extent.start):
        for word in passage.words:
            gap = passage.plain[word.end : max(word.end, size.extent.start)]
            if word.end <= size.extent.start and _APART.fullmatch(gap):
                told = word
    if told is None:
        return None
    return 1 if told.value == "rise" else -1


def _is_precise(pair: Pair) -> bool:
    return all(
        one.kind is not QuantityKind.PERCENT and (one.value or 0) / one.step >= LEAST
        for one in pair.both
    )
