"""Words put in between, which a sentence goes on behind: "2 618, dont 588 filles, ont réussi"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fact_cli.model.mention import Quantity
from fact_cli.model.text import Extent

# Behind "dont 588 filles, soit" what follows is told of the girls.
_ASIDE = re.compile(
    r" ?\([^()]*\)"
    r"|,? (?:dont|parmi lesquel(?:le)?s) [^,;:.()]*(?:,(?=\d)[^,;:.()]*)*"
    r",(?! ?(?:soit|ce qui|c'est-à-dire|ou|et|donc|autrement dit|puis)\b)"
)


def asides(plain: str, extent: Extent) -> Sequence[Extent]:
    """Where brackets and clauses of "dont" stand in ``extent``, each closed."""
    found = _ASIDE.finditer(plain, extent.start, extent.end)
    return [Extent(*one.span()) for one in found]


def without_asides(words: str) -> str:
    """``words`` without what is put in between."""
    return _ASIDE.sub("", words) if "(" in words or "dont" in words or "parmi" in words else words


def outside(spans: Sequence[Extent], figures: Sequence[Quantity]) -> list[Quantity]:
    """The figures that stand in none of ``spans``."""
    return [one for one in figures if not any(span.holds(one.extent) for span in spans)]
