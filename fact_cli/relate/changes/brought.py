"""What is brought down or up from one value to another: "ramené de 12 à 9 millions".

Unlike "réduit de 3 à 4 %", which may tell by how much, these words always tell both ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower, words_before
from fact_cli.model.figures import Direction
from fact_cli.model.finding import Binding
from fact_cli.relate.changes.pairs import pairs
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.passage import Passage

_CUES = ("ramené", "ramène", "ramener", "ramenant", "porté", "porter", "portant", "hiss")
_WHAT = r"(?: (?:l[ea] |l'|les |son |sa |ses |leurs? )[^.;:,()\d]{2,40})?"
_HAS = r"(?<!\ba )(?<!\bont )(?<!\bavait )"  # "a ramené de 3 à 5 poissons": what was brought
_FROM = r"(?: (?:ainsi|donc|en [^.;:,()]{2,12}|progressivement))? (?:de |d')(?:près de |quelque )?$"
_DOWN = re.compile(rf"\b(?:{_HAS}ramenée?s?|(?:ramenant|ramener|ramène|ramènera){_WHAT}){_FROM}")
_UP = re.compile(
    rf"\b(?:{_HAS}(?:portée?s?|hissée?s?)|(?:portant|porter|portera|hissant|hisser){_WHAT}){_FROM}"
)
AHEAD = 80  # characters before the first value in which the verb stands


def find(context: Context) -> Iterator[Direction]:
    return in_passages(context, _brought, lambda one: one.after.extent, cues=_CUES, figures=2)


def _brought(passage: Passage) -> Iterator[Direction]:
    if len(passage.sentences) > 1:
        return
    for pair in pairs(passage):
        ahead = lower(words_before(passage.plain, pair.before.reach.start, AHEAD))
        if not pair.bound or pair.before.extent > pair.after.extent:
            continue
        for form, way in ((_DOWN, -1), (_UP, 1)):
            if form.search(ahead):
                yield Direction(pair.before, pair.after, way, Binding.INFERRED)
