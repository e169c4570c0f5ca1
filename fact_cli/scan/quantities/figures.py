"""A number with the unit or the noun right beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from fact_cli.lang.line import Item
from fact_cli.lang.tables import Lexicon
from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds, as_rounded, as_written
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.model.unit import Dimension
from fact_cli.scan.number import Number
from fact_cli.scan.quantities.nouns import NounReader

_BETWEEN = re.compile(r"[ -]?(?:de |d')?", re.IGNORECASE)
_HALF_MORE = re.compile(r" et demie?\b")
_COMPARES = re.compile(
    r" (?:plus|moins|supérieure?|inférieure?|celui|celle|ceux|le |la |les |l'|son |sa |ce que)"
)
_HAPPENED_BEFORE = re.compile(
    r"\b[^\W\d_]{2,}(?:é|ée|és|ées|u|us|ue|i|is|ie|it|champion\w*|vainqueur) $"
)
_OFTEN = re.compile(r" (?:par|pour|champion|vainqueur|en \d|d'affilée|de suite|chaque)\b")
_BELOW_ZERO = re.compile(r" (?:en dessous de|au-dessous de|sous) (?:zéro|0)\b")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_OF_WHAT = re.compile(r" ((?:de |d['’])?[^\W\d_]+(?:-[^\W\d_]+)*)")
_LAST_WORD = re.compile(r"(?:degrés?|livres?|°)$", re.IGNORECASE)
NEAR = 40  # characters on each side in which a word tells a degree of arc from one of heat

_KINDS = {
    Dimension.MONEY: QuantityKind.MONEY,
    Dimension.PERCENT: QuantityKind.PERCENT,
    Dimension.POINTS: QuantityKind.POINTS,
    Dimension.RATIO: QuantityKind.RATIO,
}
# Units behind which two digits are hundredths, and any number of hundredths that are named.
_HUNDREDTHS = re.compile(
    r" ?(?P<unit>€|\$|euros?|dollars?|francs?|livres|m|EUR|USD)"
    r"(?:(?: et)? (?P<named>\d\d?) (?:centimes?|cents?|pence)\b"
    r"| ?(?P<part>\d\d)(?![.,]?\d|\w| ?%)(?! [a-zà-ÿ]{4,}[sx]\b))"
)
_HUNDREDTH_UNITS = {
    "€": "EUR",
    "$": "USD",
    "euro": "EUR",
    "dollar": "USD",
    "franc": "FRF",
    "livre": "GBP",
    "m": "m",
    "eur": "EUR",
    "usd": "USD",
}
# What is counted one by one, so that a whole number of it can be exact.
_COUNTED = {QuantityKind.MONEY, QuantityKind.COUNT, QuantityKind.NUMBER, QuantityKind.ORDINAL}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number on its way to be a quantity.

    ``bare`` has neither unit nor noun beside it; ``lent`` took them from the next figure.
    """

    number: Number
    quantity: Quantity
    bare: bool = False
    lent: bool = False

    @property
    def extent(self) -> Extent:
        return self.quantity.extent


def quantity_of(
    number: Number, extent: Extent, kind: QuantityKind, unit: str | None = None
) -> Quantity:
    """The quantity that ``number`` is in ``unit``, with the bounds of its wording."""
    whole = number.whole and kind in _COUNTED
    strict = as_written(number.value, number.step, whole=whole)
    loose = as_rounded(number.value, number.step, whole=whole)
    if number.vague is not None:
        strict = loose = Bounds(*number.vague)
    return Quantity(
        extent, extent, kind, number.value, number.step, strict, loose, unit, scale=number.scale
    )


CENT = Decimal("0.01")  # the multiplier of "15 centimes"


class FigureReader:
    """Looks beside a number for its unit, else for the noun that it counts."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.units = lexicon.units
        self.grammar = lexicon.grammar
        self.nouns = NounReader(lexicon)

    def figure(
        self, plain: str, extent: Extent, items: Sequence[Item], index: int, number: Number
    ) -> Figure:
        """The figure of ``items[index]``, which is ``number``."""
        if number.ordinal:
            rank = quantity_of(number, number.extent, QuantityKind.ORDINAL)
            return Figure(number, rank, bare=self._is_title(plain, number.extent.end))
        compound = _compound(plain, number, extent.end)
        if compound is not None:
            return compound
        unit, reach = self._unit(plain, items, index)
        unit = self._otherwise(plain, extent, reach, unit)
        if unit in {"°C", "°F"} and _is_below_zero(plain, number.extent.start, reach.end):
            number = replace(number, value=-number.value)
        if unit is not None and "/100" in unit:
            unit = unit.removesuffix("/100")
            number = replace(
                number, value=number.value / 100, step=number.step / 100, whole=False, scale=CENT
            )
        half = _HALF_MORE.match(plain, reach.end, extent.end)
        if unit is not None and half and number.whole:
            number = replace(
                number, value=number.value + Decimal("0.5"), step=number.step / 10, whole=False
            )
            reach = Extent(reach.start, half.end())
        if unit == "×" and _is_occurrence(plain, number.extent.start, reach.end):
            return Figure(number, self.count(plain, number, Extent(reach.end - 4, reach.end)))
        if unit is not None:
            kind = _KINDS.get(self.units[unit].dimension, QuantityKind.DIMENSION)
            return Figure(number, quantity_of(number, reach, kind, unit))
        noun = None if "/" in number.digits else self.nouns.after(plain, number, extent.end)
        if noun is not None:
            return Figure(number, self.count(plain, number, noun))
        bare = quantity_of(number, number.extent, QuantityKind.NUMBER)
        return Figure(number, bare, bare=True)

    def count(self, plain: str, number: Number, noun: Extent) -> Quantity:
        """``number`` as a count of what ``noun`` names."""
        count = quantity_of(number, number.extent, QuantityKind.COUNT)
        return replace(count, of=self.nouns.singular(plain, noun), noun=noun)

    def _is_other_noun(self, plain: str, number: Item, unit: Item) -> bool:
        """Whether "20 livres" are books: no multiplier, no hundredths, no word of that money."""
        if unit.value == "pt" and self._is_place(plain, unit.end):
            return True
        known_by = self.grammar.ambiguous.get(lower(plain[unit.start : unit.end]))
        value = number.value
        if known_by is None or not isinstance(value, Number):
            return False
        around = lower(plain[max(0, number.start - 200) : unit.end + 200])
        _, otherwise = self.grammar.otherwise.get(str(unit.value), ("", ()))
        if any(
            word in lower(plain[max(0, number.start - NEAR) : unit.end + NEAR])
            for word in otherwise
        ):
            return False
        return value.scale == 1 and value.whole and not any(word in around for word in known_by)

    def _is_place(self, plain: str, at: int) -> bool:
        """Whether "points" are places, by the word at ``at``: "1 200 points de charge"."""
        behind = _OF_WHAT.match(plain, at)
        return behind is not None and lower(behind[1]) in self.grammar.places_called_points

    def _otherwise(
        self, plain: str, sentence: Extent, reach: Extent, unit: str | None
    ) -> str | None:
        """The other unit of the noun where words near it say so: "un angle de 90 degrés"."""
        other = self.grammar.otherwise.get(unit or "")
        word = _LAST_WORD.search(plain, reach.start, reach.end)
        if other is None or word is None:
            return unit
        start, end = max(sentence.start, reach.start - NEAR), min(sentence.end, reach.end + NEAR)
        return other[0] if any(near in lower(plain[start:end]) for near in other[1]) else unit

    def _is_title(self, plain: str, at: int) -> bool:
        word = _WORD.match(plain, at + 1)
        return word is not None and lower(word.group()) in self.grammar.titles

    def _unit(self, plain: str, items: Sequence[Item], index: int) -> tuple[str | None, Extent]:
        """The unit behind the number, or the currency sign before it, and the whole extent."""
        number = items[index]
        after = items[index + 1] if index + 1 < len(items) else None
        if after is not None and "unit" in after.kinds:
            joined = _BETWEEN.fullmatch(plain, number.end, after.start)
            elided = plain.startswith(("'", "’"), after.end)  # "28 millions l'an dernier"
            other = self._is_other_noun(plain, number, after) or _is_place(plain, number, after)
            if joined and not elided and not other:
                return str(after.value), Extent(number.start, after.end)
        before = items[index - 1] if index else None
        if before is not None and "currency" in before.kinds and _is_sign(plain, before):
            joined = not plain[before.end : number.start].strip()
            if joined:
                return str(before.value), Extent(before.start, number.end)
        return None, Extent(number.start, number.end)


def _is_place(plain: str, number: Item, unit: Item) -> bool:
    """Whether the word of a unit is a name: "21 de Vesoul, 9 de Gray et 6 de Jussey"."""
    word = plain[unit.start : unit.end]
    joined = plain[number.end : unit.start].strip().lower() in {"de", "d'"}
    plainly = isinstance(number.value, Number) and number.value.scale == 1
    return joined and plainly and word.istitle() and len(word) > len("Pa")


def _compound(plain: str, number: Number, end: int) -> Figure | None:
    """ "15 dollars 50", "1m50", "2 €20": hundredths behind the unit, before ``end``."""
    found = _HUNDREDTHS.match(plain, number.extent.end, end)
    if found is None or not number.whole or not number.digits or number.scale > 1:
        return None
    unit = _HUNDREDTH_UNITS[found["unit"].rstrip("s").lower()]
    precise = replace(
        number,
        value=number.value + Decimal(found["named"] or found["part"]) / 100,
        step=Decimal("0.01"),
        whole=False,
    )
    kind = QuantityKind.DIMENSION if unit == "m" else QuantityKind.MONEY
    extent = Extent(number.extent.start, found.end())
    return Figure(precise, quantity_of(precise, extent, kind, unit))


def _is_occurrence(plain: str, start: int, end: int) -> bool:
    """Whether "12 fois" says how often, "condamné 12 fois pour vol", not how many times as much."""
    compared = _COMPARES.match(plain, end) or plain.endswith(("soit ", "par ", "de "), 0, start)
    return not compared and (
        _HAPPENED_BEFORE.search(plain, 0, start) is not None or _OFTEN.match(plain, end) is not None
    )


def _is_below_zero(plain: str, start: int, end: int) -> bool:
    return plain.endswith("moins ", 0, start) or _BELOW_ZERO.match(plain, end) is not None


def _is_sign(plain: str, item: Item) -> bool:
    """A currency named before its figure is a sign or a code, never a word."""
    text = plain[item.start : item.end]
    return not text.isalpha() or text.isupper()
