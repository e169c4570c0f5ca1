"""A part told a thousand times too large for its whole, beside parts that fit into it.

"Les exportations, 829 millions … se composent de demi-produits pour 645 millions …, et
d'alimentation pour 109 milliards": with a thousandth of it the parts still fit into the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from fact_cli.lang.words import words_before
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.totals import Inclusion
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import in_unit_of
from fact_cli.relate.passage import Passage

_CUES = (
    "compos", "compren", "dont", "répart", "provien", "à savoir", "ventil", "divis", "réparti",
    "se partag", "constitu", "regroup", "au total", "en tout",
)  # fmt: skip
_ELSEWHERE = re.compile(r"\b(?:contre|après|en \d{4}|l'an (?:dernier|passé)|auparavant|plus tôt)\b")
LARGE = 1_000_000
PARTS = 2  # that fit into the whole
LEAST = Decimal("0.8")
FULL = Decimal("1.02")  # of the whole, which rounded parts may make


def find(context: Context) -> Iterator[Inclusion]:
    return in_passages(context, _parts, lambda one: one.part.extent, _CUES, figures=3)


def _parts(passage: Passage) -> Iterator[Inclusion]:
    for odd in passage.levels:
        if odd.scale < LARGE or odd.kind not in {QuantityKind.MONEY, QuantityKind.COUNT}:
            continue
        alike = [
            one
            for one in passage.levels
            if one is not odd and one.value and in_unit_of(one, odd) and one.scale < odd.scale
        ]
        if len(alike) <= PARTS or any(one.scale != alike[0].scale for one in alike):
            continue
        whole, parts = alike[0], alike[1:]
        if whole.extent < odd.extent and _fit(whole, parts, odd):
            told = passage.plain[whole.extent.end : odd.extent.start]
            lead = _lead(passage, odd)
            listed = any(_lead(passage, one) == lead for one in parts)
            if listed and not _ELSEWHERE.search(told):
                yield Inclusion(whole, odd, Binding.INFERRED)


def _lead(passage: Passage, figure: Quantity) -> str:
    """The word or sign right before a figure: items of one list have the same."""
    ahead = words_before(passage.plain, figure.reach.start, 20).rstrip()
    return ahead[-1:] if not ahead[-1:].isalpha() else ahead.split()[-1]


def _fit(whole: Quantity, parts: list[Quantity], odd: Quantity) -> bool:
    """Whether all parts make no more than the whole with a thousandth of the one."""
    assert odd.value is not None and whole.value is not None
    told = sum((one.value or Decimal(0) for one in parts), Decimal(0))
    largest = max(one.value or Decimal(0) for one in parts)
    meant = (told + odd.value / 1000) / whole.value
    return largest < whole.value < odd.value and LEAST <= meant <= FULL
