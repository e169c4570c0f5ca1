"""A sentence, its mentions, and its parse."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc

from fact_cli.model.claim import ScannedSentence
from fact_cli.model.text import Extent
from fact_cli.pipeline.tree import clause_of
from fact_cli.pipeline.words import NOTHING, Clause, Words


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence with its mentions and the doc that holds its parse.

    ``offset`` is the position of the doc's first character in the document's text.
    """

    sentence: ScannedSentence
    doc: Doc
    offset: int
    _clauses: dict[Extent, Clause] = field(default_factory=dict, repr=False, compare=False)

    def extent(self, words: Words) -> Extent:
        span = words.span(self.doc)
        return Extent(span.start_char + self.offset, span.end_char + self.offset)

    def clause(self, extent: Extent) -> Clause:
        """The clause that holds a mention."""
        if extent not in self._clauses:
            self._clauses[extent] = self._clause(extent)
        return self._clauses[extent]

    def _clause(self, extent: Extent) -> Clause:
        start, end = extent.start - self.offset, extent.end - self.offset
        span = self.doc.char_span(start, end, alignment_mode="expand")
        return NOTHING if span is None or not len(span) else clause_of(span)
