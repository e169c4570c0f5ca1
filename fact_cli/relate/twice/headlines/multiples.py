"""Multiples of the title against the body's two values: "ont triplé", of 105 and 214."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds, quotient
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.same import TitleWords
from fact_cli.model.text import BlockKind, Extent
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import usable

_TIMES = re.compile(
    r"\b(?:(?P<two>doubl)|(?P<three>tripl)|(?P<four>quadrupl)|(?P<five>quintupl)|(?P<ten>décupl))"
    r"(?:é|e|ent|ait|aient|ées?|és)\b(?! (?:son|sa|ses|leurs?|le|la|les|une?) )"
)
_HALF = re.compile(
    r"\b(?:réduit|diminu|baiss|chut|recul|amput|coup|fond)[^\W\d_]* de moitié\b"
    r"|divisée?s? par deux\b"
)
_TIMES_OF = {"two": "2", "three": "3", "four": "4", "five": "5", "ten": "10"}
# How the body tells that the second value is the earlier one.
_THEN = re.compile(
    r"[^.;:\d]{0,60}(?:contre|alors qu[^.;:\d]{0,40} avai(?:t|ent)"
    r"|quand [^.;:\d]{0,30} avai(?:t|ent)|au lieu d)[^.;:\d]{0,40}$"
    r"|[^.;:\d]{0,40}\. [^.;:\d]{0,80}\bavai(?:t|ent)\b[^.;:\d]{0,20}$"
)
_ABOUT = re.compile(r"\b(?:presque|près|quasi|pratiquement|plus que|bientôt|pourrai|va|vont|veut)")
LEAST_RISE, LEAST_FALL = Decimal("1.3"), Decimal("0.85")
ROOM = Decimal("0.2")  # of a multiple, by which a title may round


def find(context: Context) -> Iterator[TitleWords]:
    plain, blocks = context.document.plain, context.document.blocks
    titles = [
        one for one in context.sentences if blocks[one.sentence.block].kind is BlockKind.TITLE
    ]
    body = [one for one in context.sentences if one not in titles]
    pair = _pair(plain, body) if titles else None
    if pair is None:
        return
    for title in titles:
        told = _multiple(plain, title)
        ratio = quotient(*(one.value or Decimal(0) for one in pair))
        if told is not None and ratio is not None and _is_belied(told[1], ratio):
            yield TitleWords(told[0], pair[0].extent)


def _is_belied(told: Bounds, ratio: Decimal) -> bool:
    """Whether a value went the way that is told, and not so far; else it is another thing's."""
    if told.holds(ratio) or told.low is None:
        return False
    return ratio > LEAST_RISE if told.low > 1 else ratio < LEAST_FALL


def _multiple(plain: str, title: ScannedSentence) -> tuple[Extent, Bounds] | None:
    """The words of a multiple and what it may stand for."""
    words = lower(title.extent.of(plain))
    found = _TIMES.search(words) or _HALF.search(words)
    if found is None or _ABOUT.search(words):
        return None
    names = (name for name, word in found.groupdict().items() if word)
    value = Decimal(_TIMES_OF.get(next(names, ""), "0.5"))
    start = title.extent.start
    extent = Extent(start + found.start(), start + found.end())
    return extent, Bounds(value * (1 - ROOM), value * (1 + ROOM))


def _pair(plain: str, body: Sequence[ScannedSentence]) -> tuple[Quantity, Quantity] | None:
    """The body's only two values, now and then; with another figure one cannot know."""
    figures = [one for sentence in body for one in usable(sentence.quantities)]
    if any(one.kind is QuantityKind.RATIO for one in figures):
        return None
    values = [one for one in figures if one.kind is not QuantityKind.PERCENT]
    values = [one for one in values if one.kind is not QuantityKind.ORDINAL]
    if len(values) != 2 or not all(one.value for one in values):
        return None
    now, then = values
    bare = {QuantityKind.COUNT, QuantityKind.NUMBER}
    alike = now.unit == then.unit or then.kind in bare
    between = lower(plain[now.reach.end : then.reach.start])
    return (now, then) if alike and _THEN.fullmatch(between) else None
