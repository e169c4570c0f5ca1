"""Claims: what an editor checks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from fact_cli.model.text import TEXT_ORDER, BlockKind, Extent, Sentence

if TYPE_CHECKING:
    from fact_cli.model.mention import Mention, Quantity, TimeExpression


class Modality(StrEnum):
    """How surely a claim is told."""

    ASSERTED = "asserted"
    CONDITIONAL = "conditional"
    FORECAST = "forecast"
    NEGATED = "negated"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says a thing: ``source`` is the speaker's name where one is given."""

    source: str | None = None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """A subject, a predicate, a quantity or time, a speaker and a degree of certainty.

    ``repeats`` holds the other places in which the article tells the same in the same
    words; ``link`` the words that a subject such as "il" or "le groupe" stands for.
    """

    extent: Extent
    subject: str | None
    predicate: str | None
    quantity: Quantity | None
    time: TimeExpression | None
    attribution: Attribution
    modality: Modality
    block: BlockKind
    repeats: Sequence[Extent] = ()
    link: Extent | None = None


@dataclass(frozen=True, slots=True)
class ScannedSentence:
    """A sentence and the mentions in it, in text order."""

    sentence: Sentence
    quantities: Sequence[Quantity]
    times: Sequence[TimeExpression]
    extent: Extent = field(init=False, repr=False, compare=False)  # which is asked for most

    def __post_init__(self) -> None:
        object.__setattr__(self, "extent", self.sentence.extent)

    @property
    def mentions(self) -> Sequence[Mention]:
        found: list[Mention] = [*self.quantities, *self.times]
        return sorted(found, key=TEXT_ORDER)


@dataclass(frozen=True, slots=True)
class RepeatedPassage:
    """A passage and its copy; ``words`` pairs the extents of their words one by one."""

    first: Extent
    again: Extent
    words: Sequence[tuple[Extent, Extent]]

    def again_of(self, extent: Extent) -> Extent | None:
        """Where the copy says what ``extent`` of the first says; None if it is outside."""
        if not self.first.holds(extent):
            return None
        first = bisect_right(self.words, extent.start, key=lambda pair: pair[0].end)
        last = bisect_left(self.words, extent.end, key=lambda pair: pair[0].start)
        return self.words[first][1].until(self.words[last - 1][1]) if first < last else None
