"""Finds the operands that a phrase of relations.toml names in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.line import Item
from fact_cli.model.mention import Quantity
from fact_cli.relate.context import Context
from fact_cli.relate.line import line_of


@dataclass(frozen=True, slots=True)
class Operands:
    """The quantities in the slots of a phrase, and the word of change, if it has one."""

    figures: Mapping[str, Quantity]
    way: int  # 1 up, -1 down, 0 where the phrase has no word of change
    word: Item | None  # that word
    end: int  # where the phrase ends in the text


def operands(context: Context, relation: str) -> Iterator[Operands]:
    """The operands of each match of ``relation``'s phrases.

    Where two phrases name the same result, the one that stands first in the data counts.
    """
    index = lexicon().relations[relation]
    for sentence in context.sentences:
        if len(sentence.quantities) < 2:
            continue
        line = line_of(context, sentence)
        taken: set[Quantity] = set()
        for match, _ in index.find(line):
            figures = {
                name: item.value
                for name, item in match.slots.items()
                if isinstance(item.value, Quantity)
            }
            way = match.slots.get("way")
            direction = 0 if way is None else 1 if way.value == "rise" else -1
            if taken.isdisjoint(figures.values()):
                taken.update(figures.values())
                yield Operands(figures, direction, way, match.end)
