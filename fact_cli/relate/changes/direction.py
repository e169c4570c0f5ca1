"""A rise or fall in words, of a value told before and after."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.line import Item
from fact_cli.lang.words import words_before
from fact_cli.model.figures import Direction
from fact_cli.model.mention import Quantity
from fact_cli.model.text import Extent
from fact_cli.relate.changes.beside import is_beside
from fact_cli.relate.changes.change import same_measure
from fact_cli.relate.context import Context
from fact_cli.relate.phrases import operands
from fact_cli.scan.scanner import scanner

_OF = re.compile(r" (?:de|d')")
# "L'enseigne a triplé ses pertes, à 6 millions contre 2": what is measured, and no fall of it.
_RESULTS = re.compile(r"(?:pertes?|gains?)\b")
_OWN = re.compile(r"\b(?:ses|leurs?|sa|son|nos|vos) (?:propres? |lourdes? )?$")
_IN_SPITE = re.compile(r"\b(?:malgré|en dépit d[eu']|nonobstant|au-delà d[eu'])[^.;:,()\d]{0,40}$")


def find(context: Context) -> Iterator[Direction]:
    plain = context.document.plain
    for found in operands(context, "direction"):
        before, after = found.figures["before"], found.figures["after"]
        stated = _OF.match(plain, found.end) is not None
        if stated or found.word is None or not same_measure(before, after):
            continue
        if is_beside(plain, before, None) or _is_own_result(plain, found.word):
            continue
        way = _way(plain, found.word, min(before, after, key=_start))
        if way is not None:
            yield Direction(before, after, 1 if way == "rise" else -1)


def _start(figure: Quantity) -> int:
    return figure.reach.start


def _is_own_result(plain: str, word: Item) -> bool:
    """Whether a word of change names the losses or gains of somebody, which have a size."""
    own = _OWN.search(words_before(plain, word.start, 16)) is not None
    return own and _RESULTS.match(plain, word.start) is not None


def _way(plain: str, word: Item, first: Quantity) -> object:
    """What the words before two values tell of them; None where two tell otherwise.

    "Malgré ce ralentissement, le nombre augmente encore, passant de": the verb counts.
    """
    between = Extent(word.end, max(word.end, first.reach.start))
    behind = {one.value for one in scanner().changes(plain, between)}
    in_spite = _IN_SPITE.search(words_before(plain, word.start, 60))
    ways = behind if in_spite else {word.value, *behind}
    return ways.pop() if len(ways) == 1 else None
