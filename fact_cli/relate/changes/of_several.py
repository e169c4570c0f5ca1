"""A value that a multiple is not of alone: "la Corse (200) et l'Ain (100) ensemble"."""

from __future__ import annotations

import re

from fact_cli.lang.words import lower
from fact_cli.model.mention import Quantity
from fact_cli.model.text import Extent

# "20 hectares, plus 10 de lac": the base is a sum.
_ADDED = re.compile(r",? (?:plus|auxquels s'ajoutent|auxquelles s'ajoutent) \d")
_TOGETHER = re.compile(r"\b(?:réuni|ensemble\b(?! d)|cumulé|additionné)")
# "L'ensemble des communes": a whole, no sum of what stands before it.
_WHOLE = re.compile(r"\b(?:l'|un |cet |son |leur )ensemble\b")


def is_one_of_several(plain: str, base: Quantity, sentence: Extent) -> bool:
    """Whether what stands behind a value is added to it, so that a multiple is of both."""
    behind = lower(plain[base.extent.end : sentence.end])
    alone = _WHOLE.sub(" ", behind)
    return _ADDED.match(behind) is not None or _TOGETHER.search(alone) is not None
