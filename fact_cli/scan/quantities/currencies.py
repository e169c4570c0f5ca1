"""Which currency a bare name stands for: "francs" in an article that tells of francs CFA."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind

# Dollars are left out: those of another country are told beside those of the United States.
_BARE = re.compile(r"\b(?P<name>franc|dinar|livre|couronne|roupie|peso)s?$")
_NAMED = re.compile(r"\b(?P<name>franc|dinar|livre|couronne|roupie|peso)s? (?=[^\W\d_])")
_SIGNS = {"XOF": "franc", "XAF": "franc", "TND": "dinar", "DZD": "dinar"}


def in_named_currency(plain: str, sentences: Sequence[ScannedSentence]) -> list[ScannedSentence]:
    """``sentences`` with bare currencies read as the only one that the article names in full."""
    named: dict[str, set[str | None]] = {}
    bare: dict[str, str | None] = {}
    for figure in (one for each in sentences for one in each.quantities):
        if figure.kind is QuantityKind.MONEY:
            words = lower(figure.extent.of(plain))
            if (told := _BARE.search(words)) is not None:
                bare[told["name"]] = figure.unit
            elif (name := _name_of(words, figure.unit)) is not None:
                named.setdefault(name, set()).add(figure.unit)
    sole = {name: min(named[name], key=str) for name in bare if len(named.get(name, ())) == 1}
    units = {bare[name]: unit for name, unit in sole.items() if bare[name] != unit}
    if not units:
        return list(sentences)
    return [
        replace(each, quantities=tuple(_renamed(one, units) for one in each.quantities))
        for each in sentences
    ]


def _name_of(words: str, unit: str | None) -> str | None:
    told = _NAMED.search(words)
    return _SIGNS.get(unit or "") if told is None else told["name"]


def _renamed(one: Quantity, units: Mapping[str | None, str | None]) -> Quantity:
    if one.unit not in units:
        return one
    parts = tuple(_renamed(part, units) for part in one.parts)
    return replace(one, unit=units[one.unit], parts=parts)
