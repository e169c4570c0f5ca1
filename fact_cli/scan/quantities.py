"""Quantities: a number, its unit or the noun that it counts, and the hedge around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from fact_cli.lang.line import Item, Line
from fact_cli.lang.tables import HedgeMeaning, Lexicon
from fact_cli.lang.words import lower, singular_of
from fact_cli.model.bounds import Bounds, as_rounded, as_written, hedge_step
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.model.unit import Dimension
from fact_cli.scan.items import ItemReader
from fact_cli.scan.numbers import Number

_BETWEEN = re.compile(r" ?(?:de |d')?")
_NAME_BEFORE = re.compile(r"(?<![.!?:] )(?<!^)[A-ZÀ-Þ][\w'.-]*(?: n°)? $")
_LINK = re.compile(r" (?:à|et|ou) |-")
_AGAINST = re.compile(r"[^,.;:()]{0,30},? (?:contre|après|au lieu de) ")
_ELIDED = re.compile(r" d(?:e |')")
_COMPARED = re.compile(r"\b(?:contre|dont|soit|sur|après) $")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

_KINDS = {
    Dimension.MONEY: QuantityKind.MONEY,
    Dimension.PERCENT: QuantityKind.PERCENT,
    Dimension.POINTS: QuantityKind.POINTS,
    Dimension.RATIO: QuantityKind.RATIO,
}


# What is counted one by one, so that a whole number of it can be exact.
_COUNTED = {QuantityKind.MONEY, QuantityKind.COUNT, QuantityKind.NUMBER, QuantityKind.ORDINAL}


class QuantityReader:
    """Turns the numbers that no time expression took into quantities."""

    def __init__(self, lexicon: Lexicon, items: ItemReader) -> None:
        self.lexicon = lexicon
        self.items = items

    def read(self, plain: str, extent: Extent, items: Sequence[Item]) -> list[Quantity]:
        """The quantities of a sentence whose times are read; in text order."""
        found: list[Quantity] = []
        following: tuple[Number, Quantity] | None = None
        for index in range(len(items) - 1, -1, -1):
            number = items[index].value
            if isinstance(number, Number):
                one = _sharing(plain, number, following)
                one = one or self._quantity(plain, extent, items, index, number)
                if one is not None:
                    found.append(one)
                    following = number, one
        return self._hedged(plain, extent, _carried(plain, found[::-1]))

    def _quantity(
        self, plain: str, extent: Extent, items: Sequence[Item], index: int, number: Number
    ) -> Quantity | None:
        unit, reach = self._unit(plain, items, index)
        if unit is not None:
            kind = _KINDS.get(self.lexicon.units[unit].dimension, QuantityKind.DIMENSION)
            return _unhedged(number, reach, kind, unit)
        if number.ordinal:
            return _unhedged(number, number.extent, QuantityKind.ORDINAL)
        counted = self._counted(plain, number.extent.end, extent.end)
        if counted is not None:
            one = _unhedged(number, number.extent, QuantityKind.COUNT)
            noun = singular_of(lower(counted.of(plain)), self.lexicon.grammar.invariable)
            return replace(one, of=noun, noun=counted)
        if self._is_bare_figure(plain, extent, number):
            return _unhedged(number, number.extent, QuantityKind.NUMBER)
        return None

    def _unit(self, plain: str, items: Sequence[Item], index: int) -> tuple[str | None, Extent]:
        """The unit behind the number, or the currency sign before it, and the whole extent."""
        number = items[index]
        after = items[index + 1] if index + 1 < len(items) else None
        if after is not None and "unit" in after.kinds:
            joined = _BETWEEN.fullmatch(plain, number.end, after.start)
            if joined:
                return str(after.value), Extent(number.start, after.end)
        before = items[index - 1] if index else None
        if before is not None and "currency" in before.kinds and _is_sign(plain, before):
            joined = not plain[before.end : number.start].strip()
            if joined:
                return str(before.value), Extent(before.start, number.end)
        return None, Extent(number.start, number.end)

    def _counted(self, plain: str, at: int, end: int) -> Extent | None:
        """The noun that a figure counts: "373 décès par noyade" → décès."""
        elided = _ELIDED.match(plain, at, end)
        word = self.items.counted_word(plain, elided.end() - 1 if elided else at)
        while word is not None and lower(word["word"]) in self.lexicon.grammar.before_nouns:
            following = self.items.counted_word(plain, word.end("word"))
            if following is None:
                break
            word = following
        if word is None or word.end("word") > end:
            return None
        whole = _WORD.match(plain, word.start("word"), end)
        assert whole is not None
        return Extent(*whole.span())

    def _is_bare_figure(self, plain: str, extent: Extent, number: Number) -> bool:
        """Whether digits without unit or noun are a figure: not "Gemini 3" or "article 49"."""
        if number.vague is not None or not number.whole or number.grouped:
            return True
        before = plain[extent.start : number.extent.start]
        if _COMPARED.search(before):
            return True
        if not number.digits:
            return number.value >= 20
        return number.value >= 100 and not _NAME_BEFORE.search(before)

    def _hedged(self, plain: str, extent: Extent, found: Sequence[Quantity]) -> list[Quantity]:
        """The quantities, each widened by the hedge that stands at it."""
        marks = [_item(one) for one in found]
        by_start = {one.extent.start: one for one in found}
        line = Line(plain, extent.start, extent.end, marks, self.lexicon.alphabet)
        hedges: dict[int, tuple[Extent, HedgeMeaning]] = {}
        for match, meaning in self.lexicon.hedges.find(line):
            start = match.slots["q"].start
            reach = Extent(match.start, match.end)
            if start not in hedges or len(reach) > len(hedges[start][0]):
                hedges[start] = (reach, meaning)
        return [
            _widened(plain, one, *hedges[start]) if start in hedges else one
            for start, one in sorted(by_start.items())
        ]


def _item(quantity: Quantity) -> Item:
    kinds = frozenset({"quantity", quantity.kind.value})
    return Item(quantity.extent.start, quantity.extent.end, kinds, quantity)


def _unhedged(
    number: Number, extent: Extent, kind: QuantityKind, unit: str | None = None
) -> Quantity:
    whole = number.whole and kind in _COUNTED
    strict = as_written(number.value, number.step, whole=whole)
    loose = as_rounded(number.value, number.step, whole=whole)
    if number.vague is not None:
        strict = loose = Bounds(*number.vague)
    return Quantity(
        extent, extent, kind, number.value, number.step, strict, loose, unit, scale=number.scale
    )


def _sharing(
    plain: str, number: Number, following: tuple[Number, Quantity] | None
) -> Quantity | None:
    """A number that leaves its unit to the next: "de 320 à 400 euros", "15 et 20 millions".

    The multiplier is shared as well, unless the first number is already as large.
    """
    if following is None or number.ordinal or number.vague is not None:
        return None
    other, quantity = following
    if not _LINK.fullmatch(plain, number.extent.end, quantity.extent.start):
        return None
    if quantity.unit is None and other.scale == 1:
        return None
    if number.scale == 1 and other.scale > 1 and number.value < 1000:
        number = replace(
            number,
            value=number.value * other.scale,
            step=number.step * other.scale,
            scale=other.scale,
            whole=False,
        )
    one = _unhedged(number, number.extent, quantity.kind, quantity.unit)
    return replace(one, of=quantity.of, noun=quantity.noun)


def _carried(plain: str, found: Sequence[Quantity]) -> list[Quantity]:
    """A bare figure set against the one before takes its unit: "57,2 millions contre 31,3"."""
    carried: list[Quantity] = []
    for one in found:
        before = carried[-1] if carried else None
        if before is not None and one.kind is QuantityKind.NUMBER and one.value is not None:
            linked = _AGAINST.fullmatch(plain, before.extent.end, one.extent.start)
            if linked:
                one = _in_unit_of(one, before)
        carried.append(one)
    return carried


def _in_unit_of(one: Quantity, other: Quantity) -> Quantity:
    """``one`` read in the unit of ``other``, and in its multiplier where it has none."""
    assert one.value is not None
    scale = other.scale if one.scale == 1 and one.value < 1000 else Decimal(1)
    whole = scale == 1 and one.strict == Bounds.exactly(one.value) and other.kind in _COUNTED
    value, step = one.value * scale, one.step * scale
    return replace(
        one,
        kind=other.kind,
        unit=other.unit,
        of=other.of,
        value=value,
        step=step,
        scale=one.scale * scale,
        strict=as_written(value, step, whole=whole),
        loose=as_rounded(value, step, whole=whole),
    )


def _widened(plain: str, quantity: Quantity, reach: Extent, meaning: HedgeMeaning) -> Quantity:
    """The quantity with its ends moved as the hedge says, in steps of its precision."""
    value = quantity.value
    assert value is not None
    step = hedge_step(value, quantity.step)

    def end(steps: Decimal | None) -> Decimal | None:
        return None if steps is None else value + steps * step

    bounds = Bounds(end(meaning.low), end(meaning.high))
    words = plain[reach.start : quantity.extent.start] or plain[quantity.extent.end : reach.end]
    return replace(
        quantity, reach=reach, strict=bounds, loose=bounds, hedge=words.strip(" '").lower()
    )


def _is_sign(plain: str, item: Item) -> bool:
    """A currency named before its figure is a sign or a code, never a word."""
    text = plain[item.start : item.end]
    return not text.isalpha() or text.isupper()
