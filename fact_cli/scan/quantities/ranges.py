"""Two figures that are one quantity: "entre 10 et 15 millions", "de 2 à 3 tonnes"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from decimal import Decimal

from fact_cli.lang.tables import Lexicon
from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.model.unit import Unit
from fact_cli.scan.quantities.figures import CENT

_AND_REST = re.compile(r" et | ")
_AND = re.compile(r" et (?:les )?")
_TO = re.compile(r" à |-| - ")
_BETWEEN = re.compile(r"\bentre (?:les )?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:de |d')$", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+")
_MULTIPLIES = re.compile(r"\w*(?:doubl|tripl|quadrupl|quintupl|décupl|multipli)\w*")
# "une progression de 10 %, de 9 005 à 9 944 unités": what grew is told from where to where.
_AFTER_CHANGE = re.compile(r"(?:%|pour cent|points?)(?: en [^\W\d_]+)?,? \(?(?:de |d')$")
LOOK_BACK = 40  # characters before "de" in which a verb of change makes two values of it


def joined(
    plain: str, sentence: Extent, quantities: Sequence[Quantity], lexicon: Lexicon
) -> list[Quantity]:
    """``quantities`` with the two ends of a range as one, value None.

    "passé de 10 à 12" is no range but two values. A measure in two units, "un mètre et vingt
    centimètres", is one too.
    """
    changes = [lexicon.verbs[name] for name in ("pass", "rise", "fall")]
    found: list[Quantity] = []
    for one in quantities:
        first = _in_unit(found[-1], one, lexicon.units) if found else None
        start = None if first is None else _range_start(plain, sentence, first, one, changes)
        if first is not None and start is not None:
            found[-1] = _range(first, one, start)
        elif found and first is not None and _is_rest(plain, found[-1], one, first):
            found[-1] = _sum(found[-1], one, lexicon.units)
        elif found and _are_hundredths(plain, found[-1], one):
            found[-1] = _sum(found[-1], replace(one, unit=found[-1].unit), lexicon.units)
        else:
            found.append(one)
    return found


def _in_unit(first: Quantity, second: Quantity, units: Mapping[str, Unit]) -> Quantity | None:
    """``first`` in the unit of ``second``; None where the two do not compare."""
    if first.unit == second.unit:
        return first
    if first.kind is not QuantityKind.DIMENSION or second.kind is not first.kind:
        return None
    assert first.unit is not None and second.unit is not None
    if first.value is None or units[first.unit].dimension is not units[second.unit].dimension:
        return None
    if units[first.unit].offset != units[second.unit].offset:
        return None
    factor = units[first.unit].convert(Decimal(1), units[second.unit])
    return first.scaled(factor, second.unit)


def _is_rest(plain: str, first: Quantity, second: Quantity, converted: Quantity) -> bool:
    """Whether ``second`` goes on from ``first`` in a smaller unit."""
    if first.value is None or second.value is None or first.unit == second.unit:
        return False
    smaller = converted.step > second.value > 0 and first.step == 1
    return smaller and bool(_AND_REST.fullmatch(plain, first.extent.end, second.extent.start))


def _are_hundredths(plain: str, first: Quantity, second: Quantity) -> bool:
    """Whether ``second`` are the cents of ``first``: "deux dollars australiens et dix cents"."""
    if first.kind is not QuantityKind.MONEY or first.kind is not second.kind:
        return False
    if first.value is None or first.step != 1 or first.scale != 1 or second.scale != CENT:
        return False
    return bool(_AND_REST.fullmatch(plain, first.extent.end, second.extent.start))


def _sum(first: Quantity, second: Quantity, units: Mapping[str, Unit]) -> Quantity:
    """Both in the unit of the first, as precise as the second."""
    assert first.value is not None and first.unit is not None and second.unit is not None
    factor = units[second.unit].convert(Decimal(1), units[first.unit])
    rest = second.scaled(factor, first.unit)
    assert rest.value is not None
    return replace(
        rest,
        extent=first.extent.until(second.extent),
        reach=first.reach.until(second.reach),
        value=rest.value + first.value,
        strict=rest.strict + Bounds.exactly(first.value),
        loose=rest.loose + Bounds.exactly(first.value),
    )


def _range_start(
    plain: str, sentence: Extent, first: Quantity, second: Quantity, changes: Sequence[Set[str]]
) -> int | None:
    """Where the range begins, "entre" or "de" included; None if the two are no range."""
    if first.value is None or second.value is None or first.unit != second.unit:
        return None
    if first.kind is not second.kind or first.of != second.of:
        return None
    before = plain[sentence.start : first.extent.start]
    between = _BETWEEN.search(before)
    if between and _AND.fullmatch(plain, first.extent.end, second.extent.start):
        return sentence.start + between.start()
    if not _TO.fullmatch(plain, first.extent.end, second.extent.start):
        return None
    words = set(_WORDS.findall(lower(before[-LOOK_BACK:])))
    changed = not all(map(words.isdisjoint, changes)) or any(map(_MULTIPLIES.match, words))
    changed = changed or _AFTER_CHANGE.search(before) is not None
    if first.value >= second.value or changed:
        return None
    opened = _FROM.search(before)
    return sentence.start + opened.start() if opened else first.extent.start


def _range(first: Quantity, second: Quantity, start: int) -> Quantity:
    """The range from one to the other, as wide as both readings of its ends."""
    return replace(
        second,
        extent=first.extent.until(second.extent),
        reach=Extent(start, second.extent.end),
        value=None,
        step=min(first.step, second.step),
        strict=_hull(first.strict, second.strict),
        loose=_hull(first.loose, second.loose),
        parts=(first, second),
    )


def _hull(first: Bounds, second: Bounds) -> Bounds:
    lows = [end for end in (first.low, second.low) if end is not None]
    highs = [end for end in (first.high, second.high) if end is not None]
    return Bounds(min(lows), max(highs))
