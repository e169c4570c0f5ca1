"""The numbers of a stretch of text, in digits and in words, with their multipliers."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from fact_cli.lang.tables import Lexicon
from fact_cli.lang.words import lower
from fact_cli.model.text import Extent
from fact_cli.scan.digits import numbers_in_digits
from fact_cli.scan.number import Number
from fact_cli.scan.ordinals import roman_ordinals
from fact_cli.scan.spelled import SpelledReader

_NEXT_WORD = re.compile(r"[ -]?(?P<word>[^\W\d_]+)")
_MONEY_FOLLOWS = re.compile(r"[€$£]| (?:€|d'euros?\b|de (?:dollars|francs|livres|FCFA)\b)")
_HALF = re.compile(r" et demie?\b")
_MILES_AFTER = re.compile(r" (?:marins?|nautiques?|terrestres?)\b|(?<=milles) carrés\b")
LARGEST = Decimal(10) ** 21  # nothing counted is larger; keeps arithmetic exact


class NumberReader:
    """Finds the numbers of a stretch of plain text."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.tables = lexicon.numbers
        self._spelled = SpelledReader(lexicon)

    def read(self, plain: str, extent: Extent) -> list[Number]:
        """All numbers within ``extent``, in text order, none overlapping."""
        found = [
            *(self._multiplied(plain, n, extent.end) for n in numbers_in_digits(plain, extent)),
            *(self._multiplied(plain, n, extent.end) for n in self._spelled.read(plain, extent)),
            *(
                Number(found, Decimal(value), Decimal(1), whole=True, ordinal=True)
                for found, value in roman_ordinals(plain, extent)
            ),
        ]
        found.sort(key=lambda number: (number.extent.start, -number.extent.end))
        kept: list[Number] = []
        for number in found:
            end = kept[-1].extent.end if kept else -1
            follows = bool(kept) and number.extent.start == end + 1
            seconds = follows and number.ordinal and number.value == 2 and not number.digits
            if follows and _goes_on(kept[-1], number):
                kept[-1] = _sum(kept[-1], number)
            elif number.extent.start >= end and not seconds:
                kept.append(number)
        return kept

    def _multiplied(self, plain: str, number: Number, end: int) -> Number:
        """``number`` with the multipliers that follow: million, Md, mille milliards."""
        rough = self._rough(plain, number, end)
        if rough is not None:
            return rough
        value, step, at = number.value, number.step, number.extent.end
        whole = number.whole
        while not number.ordinal:
            multiplier, after = self._multiplier(plain, at, end, first=at == number.extent.end)
            if multiplier is None or value > LARGEST:
                break
            value, step, whole, at = value * multiplier, step * multiplier, False, after
        scale = number.scale * step / number.step
        half = _HALF.match(plain, at, end)
        if half and number.vague is None and not number.ordinal and (scale > 1 or whole):
            value, step, whole, at = value + scale / 2, scale / 10, False, half.end()
        if at == number.extent.end:
            return number
        extent = Extent(number.extent.start, at)
        return replace(number, extent=extent, value=value, step=step, whole=whole, scale=scale)

    def _rough(self, plain: str, number: Number, end: int) -> Number | None:
        """ "3 douzaines": digits before a round number as a noun."""
        found = _NEXT_WORD.match(plain, number.extent.end, end)
        word = "" if found is None else lower(found["word"])
        base = self.tables.collectives.get(word) if word.endswith("s") else None
        if found is None or base is None or not number.whole or not number.digits or number.ordinal:
            return None
        if word.removesuffix("s") in self.tables.needs_noun or number.value < 2:
            return None
        value = number.value * base
        return replace(
            number,
            extent=Extent(number.extent.start, found.end()),
            value=value,
            step=Decimal(base) / 10,
            whole=False,
            vague=(value - value / 5, value + value / 5),
        )

    def _multiplier(self, plain: str, at: int, end: int, *, first: bool) -> tuple[int | None, int]:
        found = _NEXT_WORD.match(plain, at, end)
        if found is None:
            return None, at
        word = found["word"]
        if lower(word) in {"mille", "milles"} and _MILES_AFTER.match(plain, found.end()):
            return None, at
        if lower(word) in self.tables.multipliers and found.start("word") > at:
            return self.tables.multipliers[lower(word)], found.end()
        if (
            first
            and word in self.tables.multiplier_signs
            and not plain[found.end() :][:1].isalnum()
        ):
            apart = word in {"M", "K", "k"} and found.start("word") > at
            currency = _MONEY_FOLLOWS.match(plain, found.end()) is not None
            if currency or (not apart and word != "G"):
                return self.tables.multiplier_signs[word], found.end()
        return None, at


def _goes_on(large: Number, small: Number) -> bool:
    """Whether two numbers are one: "1 million 200 mille", "2 milliards 300 millions"."""
    if large.scale < 1_000_000 or small.ordinal or small.vague or large.vague:
        return False
    counted = small.scale >= 1000 or small.grouped
    return counted and small.value < large.scale and large.value % large.scale == 0


def _sum(large: Number, small: Number) -> Number:
    value = large.value + small.value
    return replace(small, extent=large.extent.until(small.extent), value=value)
