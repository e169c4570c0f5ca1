"""Reads a whole document: sentences, and the mentions in each."""

from __future__ import annotations

from collections.abc import Sequence

from fact_cli.lang.additions import per_lexicon
from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.line import Item
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import PartialDate
from fact_cli.model.mention import Quantity, TimeExpression
from fact_cli.model.text import Document, Extent
from fact_cli.scan.items import ItemReader
from fact_cli.scan.number import Number
from fact_cli.scan.quantities.currencies import in_named_currency
from fact_cli.scan.quantities.read import QuantityReader
from fact_cli.scan.sentences import sentences
from fact_cli.scan.times.narrative import Narrative
from fact_cli.scan.times.scan import TimeReader


class Scanner:
    """Finds the mentions of a stretch of plain text; holds the compiled tables."""

    def __init__(self) -> None:
        words = lexicon()
        self._items = ItemReader(words)
        self._times = TimeReader(words)
        self._quantities = QuantityReader(words)

    def mentions(
        self, plain: str, extent: Extent, earlier: Sequence[Quantity] = ()
    ) -> tuple[Sequence[Quantity], Sequence[TimeExpression]]:
        """The quantities and the unresolved time expressions of one sentence.

        ``earlier`` are the quantities of the sentence before, whose nouns may be left out.
        """
        items = self._items.read(plain, extent)
        items, line = self._times.read(plain, extent, items)
        times = [item.value for item in items if isinstance(item.value, TimeExpression)]
        return self._quantities.read(plain, extent, items, line, earlier), times

    def numbers(self, plain: str, extent: Extent) -> Sequence[Number]:
        """Every number in one sentence, whether it counts anything or not."""
        return self._items.numbers.read(plain, extent)

    def changes(self, plain: str, extent: Extent) -> Sequence[Item]:
        """The words of change in one sentence, each of the kind "rise" or "fall"."""
        return self._items.changes(plain, extent)


@per_lexicon
def scanner() -> Scanner:
    return Scanner()


def scan(document: Document, published: PartialDate | None = None) -> list[ScannedSentence]:
    """The sentences that hold a mention, times resolved from ``published``."""
    found: list[ScannedSentence] = []
    narrative = Narrative(published)
    block, earlier = -1, ()
    for sentence in sentences(document):
        earlier = earlier if sentence.block == block else ()
        quantities, times = scanner().mentions(document.plain, sentence.extent, earlier)
        block, earlier = sentence.block, tuple(quantities)
        if not quantities and not times:
            continue
        resolved = tuple(narrative.resolved(document.plain, sentence, times))
        found.append(ScannedSentence(sentence, tuple(quantities), resolved))
    return in_named_currency(document.plain, found)
