"""Two values of one thing before and after, one in each of two sentences."""

from __future__ import annotations

import re

from fact_cli.lang.words import lower
from fact_cli.model.mention import Quantity
from fact_cli.relate.changes.goes_on import goes_on
from fact_cli.relate.changes.pairs import GENERIC, Pair, comparable, name_one_thing, pairs, rivals
from fact_cli.relate.changes.told_times import order_across
from fact_cli.relate.neighbours import NUMBERS, end_of, told_noun
from fact_cli.relate.passage import Passage

_OF_A_RIVAL = re.compile(
    r"\b(?:derrière|devant|face à|loin de) (?:l[ea]s? |l'|une? |son |sa |ses |leurs? )"
    r"[^.;:,()\d]{3,40}(?: à|,| \() ?$"
)
TAKEN_UP_WITHIN = 40  # characters behind a figure in which a pronoun may stand for its noun


def pair_across(passage: Passage) -> Pair | None:
    """The only two levels of two sentences that are one thing, one in each.

    Two that words tie to each other, and what a rival has, are of another thing.
    """
    first, second = passage.sentences
    told = [one.extent for one in passage.levels]
    if not (any(map(first.extent.holds, told)) and any(map(second.extent.holds, told))):
        return None
    bound = {
        id(one) for pair in pairs(passage) if _counts_apart(passage, pair) for one in pair.both
    }
    free = [one for one in passage.levels if id(one) not in bound and not _is_rivals(passage, one)]
    here = [one for one in free if first.extent.holds(one.extent)]
    there = [one for one in free if second.extent.holds(one.extent)]
    two = [(a, b) for a in here for b in there if _one_thing(passage, a, b)]
    if len(two) != 1:
        return None
    ((one, other),) = two
    if any(level in free for level in rivals(passage, one, other)):
        return None
    return _ordered_by_tense(passage, one, other)


def _counts_apart(passage: Passage, pair: Pair) -> bool:
    """Whether words tie two numbers of one thing, and the rest of a passage counts another."""
    noun = pair.before.of
    others = {one.of for one in passage.levels if one not in pair.both} - {None}
    return pair.bound and noun is not None and bool(others) and noun not in others


def _is_rivals(passage: Passage, figure: Quantity) -> bool:
    """ "Derrière un concurrent à 24 %": what another one has."""
    ahead = passage.plain[passage.sentence_of(figure).extent.start : figure.reach.start]
    return _OF_A_RIVAL.search(lower(ahead)) is not None


def _one_thing(passage: Passage, one: Quantity, other: Quantity) -> bool:
    """Whether the second sentence goes on about what the first counts."""
    if not comparable(one, other, also=GENERIC) or one.value == other.value:
        return False
    start = passage.sentences[1].extent.start
    clause = lower(passage.plain[start : end_of(other) + TAKEN_UP_WITHIN])
    taken_up = goes_on(clause)
    if one.kind in NUMBERS:
        named = one.of is not None and one.of == other.of
        alike = one.of is not None and other.of is not None and name_one_thing((one.of, other.of))
        return named or (taken_up and (told_noun(other) is None or other.of in GENERIC or alike))
    return taken_up


def _ordered_by_tense(passage: Passage, one: Quantity, other: Quantity) -> Pair:
    """The two with what is told of an earlier time first, if their sentences tell it."""
    order = order_across(passage, one, other)
    return Pair(other, one) if order < 0 else Pair(one, other, ordered=order > 0)
