"""An article with all that was found in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fact_cli.model.text import Document, Extent

if TYPE_CHECKING:  # a run that knows its results makes no claims
    from fact_cli.model.claim import Claim, RepeatedPassage, ScannedSentence


@dataclass(frozen=True, slots=True)
class Article:
    """A document with all that was found in it.

    ``sentences`` are those that hold a mention, in text order.
    """

    document: Document
    sentences: Sequence[ScannedSentence]
    passages: Sequence[RepeatedPassage] = ()
    claims: Sequence[Claim] = ()

    @property
    def own_sentences(self) -> Sequence[ScannedSentence]:
        """The sentences of which less than half lies in the copy of a repeated passage."""
        copies = sorted(passage.again for passage in self.passages)
        return [
            sentence
            for sentence in self.sentences
            if sum(map(sentence.extent.shares, _near(copies, sentence.extent))) * 2
            < len(sentence.extent)
        ]


def _near(copies: Sequence[Extent], extent: Extent) -> Sequence[Extent]:
    """Those of ``copies``, in text order and apart from each other, that meet ``extent``."""
    first = bisect_right(copies, extent.start, key=lambda copy: copy.end)
    return copies[first : bisect_left(copies, extent.end, key=lambda copy: copy.start)]
