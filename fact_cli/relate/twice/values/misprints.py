"""A long exact figure told twice, one slip apart: 6 768 438 registered voters, then 6 768 458.

Two figures of five digits and more that differ in one are one figure with a misprint, unless
words tell that it changed; so one word in common binds them, and from seven digits on none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.same import Reason, Same
from fact_cli.model.slips import Slip, digits_of
from fact_cli.model.text import BlockKind
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, usable
from fact_cli.relate.twice.headlines import figures as headline
from fact_cli.relate.twice.values.first_told import is_first_named
from fact_cli.relate.twice.values.kinds import words_ahead, words_behind
from fact_cli.relate.twice.values.near_values import reason, slip_of
from fact_cli.relate.twice.values.same_words import stems, words
from fact_cli.relate.twice.values.set_apart import are_apart
from fact_cli.relate.twice.values.telling import stands_for_title
from fact_cli.relate.twice.values.told_when import day_of_publication, months_of, years_of

LEAST = 5  # digits of an exact figure
SURE = 7  # digits from which no word in common is needed
MANY = 60  # such figures: an article with more of them is a table
_LONG = re.compile(r"\d[\d., '  ]{4,}\d|\d,\d{4}")
_NAME = re.compile(r"(?<=[ '(])[A-ZÀ-Þ][\w'-]{2,}")
BESIDE = 50  # characters around a figure in which a new name says of whom it is
_SLIPS = {Slip.DIGIT, Slip.SWAP, Slip.DROP}
_MADE = {QuantityKind.MONEY, QuantityKind.DIMENSION, *NUMBERS}
# A figure that moved, or one of two.
_CHANGED = re.compile(
    r"\b(?:contre|auparavant|précédent\w*|pass\w+ (?:de|à)|port\w+ (?:de|à)|ramen\w+|révis\w+"
    r"|corrig\w+|rectifi\w+|réévalu\w+|au lieu|initial\w*|désormais|supplémentaires?"
    r"|de (?:plus|moins)"
    r"|nouveau (?:bilan|décompte|total)|plus (?:tôt|tard)|l'an(?:née)? (?:dern|pass|préc)\w+)\b"
)


@dataclass(frozen=True, slots=True)
class _Long:
    figure: Quantity
    sentence: ScannedSentence
    stems: frozenset[str]
    years: frozenset[int]
    months: frozenset[tuple[int, int]]
    changed: bool
    fresh: bool
    text: str


def find(context: Context) -> Iterator[Same]:
    if len(_LONG.findall(context.document.plain)) < 2:
        return
    found = list(_longs(context))
    if len(found) > MANY:
        return
    values = [one.figure.value for one in found]
    for first, again in combinations(found, 2):
        why = _why(first, again)
        repeated = all(values.count(one.figure.value) > 1 for one in (first, again))
        if why and not repeated and not _is_headline(context, first, again):
            slip = slip_of(first.figure, again.figure)
            told = (first.text, again.text)
            yield Same(first.figure, again.figure, why, agree=False, slip=slip, words=told)


def _is_headline(context: Context, first: _Long, again: _Long) -> bool:
    """Whether the two are told already as a title and what belies it."""
    if not stands_for_title(context, first.sentence):
        return False
    both = {first.figure.extent, again.figure.extent}
    return any(both == {one.first.extent, one.again.extent} for one in headline.find(context))


def _longs(context: Context) -> Iterator[_Long]:
    """The figures of the text that are told to the last of five digits and more."""
    plain, blocks = context.document.plain, context.document.blocks
    now = day_of_publication(context)
    for sentence in context.sentences:
        kind = blocks[sentence.sentence.block].kind
        if kind is BlockKind.BOILERPLATE:
            continue
        for figure in usable(sentence.quantities):
            value = figure.value
            if value is None or figure.kind not in _MADE or figure.hedge is not None:
                continue
            if digits_of(value, figure.step) < LEAST:
                continue
            ahead = words_ahead(plain, sentence, figure)
            behind = words_behind(plain, sentence, figure)
            told = lower(sentence.extent.of(plain))
            yield _Long(
                figure,
                sentence,
                stems(ahead + " " + behind + " " + (figure.of or "")),
                years_of(plain, sentence, (), now),
                months_of(sentence),
                _CHANGED.search(told) is not None or words().earlier.search(told) is not None,
                is_fresh(context, sentence, figure),
                figure.extent.of(plain),
            )


def is_fresh(context: Context, sentence: ScannedSentence, figure: Quantity) -> bool:
    """Whether a name stands beside a figure that the article has not told before."""
    start, extent = sentence.extent.start, figure.extent
    around = context.document.plain[
        max(start, extent.start - BESIDE) : min(sentence.extent.end, extent.end + BESIDE)
    ]
    return any(is_first_named(context, name, start) for name in _NAME.findall(around))


def _why(first: _Long, again: _Long) -> list[Reason]:
    """Why two figures are one with a misprint; nothing where they may be two."""
    one, other = first.figure, again.figure
    if first.sentence is again.sentence or one.unit != other.unit or one.step != other.step:
        return []
    if one.kind is not other.kind and not {one.kind, other.kind} <= NUMBERS:
        return []
    slip = slip_of(one, other)
    if slip not in _SLIPS or one.value is None or other.value is None:
        return []
    if abs(one.value - other.value) == one.step:  # rounded twice, or one more
        return []
    if first.years ^ again.years or are_apart(first.months, again.months):
        return []
    if first.changed or again.changed:
        return []
    digits = min(digits_of(each, one.step) for each in (one.value, other.value))
    shared = sorted(stem.lstrip("=") for stem in first.stems & again.stems)
    if digits < SURE and (again.fresh or not shared):
        return []
    found = [reason("à une faute de frappe près", "one slip apart", 4)]
    if shared:
        told = ", ".join(shared[:3])
        found.append(reason(f"mêmes mots : {told}", f"same words: {told}", 1))
    return found
