"""From the items of a sentence to its quantities."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from fact_cli.lang.line import Item, Line
from fact_cli.lang.tables import Lexicon
from fact_cli.model.mention import Quantity
from fact_cli.model.text import TEXT_ORDER, Extent
from fact_cli.scan.number import Number
from fact_cli.scan.quantities.bare import is_figure
from fact_cli.scan.quantities.figures import Figure, FigureReader
from fact_cli.scan.quantities.hedges import hedged
from fact_cli.scan.quantities.ranges import joined
from fact_cli.scan.quantities.ratios import RatioReader
from fact_cli.scan.quantities.sharing import from_before, from_next
from fact_cli.scan.quantities.single import single_counts


class QuantityReader:
    """Turns the numbers that no time expression took into quantities."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._figures = FigureReader(lexicon)
        self._ratios = RatioReader(lexicon)

    def read(
        self,
        plain: str,
        sentence: Extent,
        items: Sequence[Item],
        line: Line,
        earlier: Sequence[Quantity] = (),
    ) -> list[Quantity]:
        """The quantities of a sentence whose times are read, in text order.

        ``line`` is that of its ``items``.
        ``earlier`` are those of the sentence before, from which nouns and units carry over.
        """
        ratios, items = self._ratios.read(plain, sentence, items, line)
        figures = self._with_units(plain, sentence, items)
        grammar = self.lexicon.grammar
        figures = from_before(plain, sentence, figures, earlier, self._figures)
        quantities = [
            figure.quantity for figure in figures if is_figure(plain, sentence, figure, grammar)
        ]
        quantities += single_counts(plain, sentence, quantities, self._figures)
        quantities.sort(key=TEXT_ORDER)
        quantities = joined(plain, sentence, quantities, self.lexicon)
        found = sorted([*map(_in_points, quantities), *ratios], key=TEXT_ORDER)
        return hedged(self.lexicon, plain, sentence, found)

    def _with_units(self, plain: str, sentence: Extent, items: Sequence[Item]) -> list[Figure]:
        """Each number with its unit or noun, from right to left, since units stand behind."""
        found: list[Figure] = []
        following: Figure | None = None
        for index in range(len(items) - 1, -1, -1):
            number = items[index].value
            if isinstance(number, Number):
                shared = from_next(plain, number, following)
                following = shared or self._figures.figure(plain, sentence, items, index, number)
                found.append(following)
        return _without_inner(found[::-1])


def _in_points(quantity: Quantity) -> Quantity:
    """ "50 points de base" as half a point, which percentages differ by."""
    basis = quantity.unit == "pb"
    return quantity.scaled(Decimal("0.01"), "pt") if basis else quantity


def _without_inner(figures: Sequence[Figure]) -> list[Figure]:
    """Figures without those that are part of another: the 20 of "3 euros et 20 centimes"."""
    kept: list[Figure] = []
    for figure in figures:
        if not kept or not kept[-1].extent.holds(figure.number.extent):
            kept.append(figure)
    return kept
