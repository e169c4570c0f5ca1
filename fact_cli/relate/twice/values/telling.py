"""Figures as the article tells them: of what, of whom, when, and whether by themselves.

What stands around a figure decides whether another one of its kind can tell the same thing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from fact_cli.lang.words import lower
from fact_cli.model.claim import Claim, Modality, ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import BlockKind
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import is_surplus, usable
from fact_cli.relate.twice.values.around import PRONOUNS, Around
from fact_cli.relate.twice.values.kinds import (
    as_percent,
    kinds_of,
    lengths_told,
)
from fact_cli.relate.twice.values.labels import stands_beside, with_label
from fact_cli.relate.twice.values.same_words import words

SHORT = 90  # characters of a sentence that stands for a title


class Telling(Around):
    """A figure with what is told around it, and what an article claims of it.

    ``keys`` name the kinds of thing that it can be.
    """

    def __init__(self, context: Context, of: _Figure, claim: Claim | None) -> None:
        super().__init__(context, of.figure, of.sentence, of.others)
        self.keys = of.keys
        self.claim = claim
        self._sides: dict[tuple[int, bool], int | None] = {}

    @cached_property
    def title(self) -> bool:
        """Whether it stands in the title, or in the short sentence that stands for it."""
        return stands_for_title(self._context, self.sentence)

    @property
    def source(self) -> str | None:
        return None if self.claim is None else self.claim.attribution.source

    @property
    def modality(self) -> Modality:
        return Modality.ASSERTED if self.claim is None else self.claim.modality

    def side(self, matter: int, *, near: bool) -> int | None:
        """Which side of a matter its words take, found when first asked for."""
        if (matter, near) not in self._sides:
            self._sides[matter, near] = self._side(words().contrasts[matter], near=near)
        return self._sides[matter, near]

    def _side(self, sides: Sequence[re.Pattern[str]], *, near: bool) -> int | None:
        """Which one of the sides of a matter its words take; None where they take none or two.

        What the figure itself counts decides, or else its clause, or else the whole sentence,
        or else, where ``near`` is false, what its paragraph has told before.
        """
        taken = [number for number, side in enumerate(sides) if side.search(self.told)]
        for nearer in (self.clause, self.noun):
            taken = [number for number in taken if sides[number].search(nearer)] or taken
        if not taken and not near:
            taken = [number for number, side in enumerate(sides) if side.search(self.led)]
        return taken[0] if len(taken) == 1 else None


def tellings(context: Context) -> Sequence[Telling]:
    """Every figure that could be told twice, in text order."""
    return context.once("tellings", lambda: tuple(_tellings(context)))


def every_telling(context: Context) -> Sequence[Telling]:
    """Every figure of the article, also those that share no kind with another."""
    return context.once(
        "every telling",
        lambda: tuple(Telling(context, one, None) for one in _all_figures(context)),
    )


def titled(context: Context) -> tuple[Sequence[Telling], Sequence[Telling]]:
    """The figures of a real title, for which no sentence stands, and those of the body."""
    told, blocks = every_telling(context), context.document.blocks
    titles = [one for one in told if blocks[one.sentence.sentence.block].kind is BlockKind.TITLE]
    return titles, [one for one in told if not one.title] if titles else []


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure of ``sentence`` that can tell things of the kinds ``keys``, and ``others`` there."""

    figure: Quantity
    sentence: ScannedSentence
    others: Sequence[Quantity]
    keys: frozenset[str]


def _tellings(context: Context) -> Iterator[Telling]:
    """Those of the figures that share a kind with another; the rest nobody tells twice."""
    figures = list(_figures(context))
    common = Counter(key for one in figures for key in one.keys)
    claims = {claim.quantity.extent: claim for claim in context.article.claims if claim.quantity}
    for one in figures:
        if any(common[key] > 1 for key in one.keys):
            yield Telling(context, one, claims.get(one.figure.extent))


def _figures(context: Context) -> Iterator[_Figure]:
    """The figures that can tell something of some kind, and lengths of time."""
    return (one for one in _all_figures(context) if one.keys)


def _all_figures(context: Context) -> Sequence[_Figure]:
    return context.once("all figures", lambda: tuple(_every_figure(context)))


def _every_figure(context: Context) -> Iterator[_Figure]:
    plain, blocks = context.document.plain, context.document.blocks
    for sentence in context.sentences:
        if blocks[sentence.sentence.block].kind is BlockKind.BOILERPLATE:
            continue
        figures = [
            with_label(plain, sentence, as_percent(one))
            for one in usable(sentence.quantities)
            if one.kind is not QuantityKind.PERCENT or not is_surplus(plain, one)
        ]
        figures += lengths_told(plain, sentence)
        for figure in figures:
            others = [one for one in figures if one is not figure]
            yield _Figure(figure, sentence, others, kinds_of(plain, sentence, figure))


def stands_for_title(context: Context, sentence: ScannedSentence) -> bool:
    """Whether a sentence is in the title, or is short and opens an article of one block.

    Not where it opens with a pronoun, which tells of somebody named elsewhere.
    """
    kind = context.document.blocks[sentence.sentence.block].kind
    if kind is BlockKind.TITLE:
        return True
    blocks, extent = context.document.blocks, sentence.extent
    lone = len(blocks) == 1 and extent.end < blocks[0].extent.end
    if not lone or extent.start != blocks[0].extent.start or len(extent) > SHORT:
        return False
    if stands_beside(context, sentence):
        return False
    return not lower(extent.of(context.document.plain)).startswith(PRONOUNS)


def words_of(plain: str, first: Telling, again: Telling) -> tuple[str, str] | None:
    """Two tellings in the words of the text, where a figure shows them badly."""
    both = (first, again)
    if first.figure.value == again.figure.value:  # "plus de 400" and "moins de 400"
        return first.figure.reach.of(plain), again.figure.reach.of(plain)
    texts = [one.figure.extent.of(plain) for one in both]
    lengths = any(key.startswith("length ") for key in first.keys)
    shares = "%" in first.keys and not all("%" in text or "cent" in text for text in texts)
    return (texts[0], texts[1]) if lengths or shares else None
