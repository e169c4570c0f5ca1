"""One number in words and in digits, the second in brackets: "trente (40) jours"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import QuantityKind
from fact_cli.model.same import TwoSpellings
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import end_of, usable
from fact_cli.scan.number import Number
from fact_cli.scan.scanner import scanner

_OPENS = re.compile(r" ?\((?:soit |ou )?")
# What may be a bracket with a number told before: in words behind digits, or in digits.
_TOLD_AGAIN = re.compile(
    r"\d\W?(?: [^\W\d_]+){0,3} ?\((?:soit |ou )?[^\W\d_]|\((?:soit |ou )?\W{0,2}\d[^()]*\)"
)
NOTES = 10  # a smaller number in brackets behind a larger one may call a note


def find(context: Context) -> Iterator[TwoSpellings]:
    plain = context.document.plain
    for sentence in context.sentences:
        words = sentence.extent.of(plain)
        if "(" not in words or not any(map(str.isdigit, words)):
            continue
        may_be = _TOLD_AGAIN.search(words) is not None
        numbers = scanner().numbers(plain, sentence.extent) if may_be else ()
        for first, again in pairwise(numbers):
            gap = plain[first.extent.end : again.extent.start]
            closed = plain[again.extent.end : again.extent.end + 1] == ")"
            told = _OPENS.fullmatch(gap) and _are_spellings(first, again)
            if closed and told and not _is_of_share(sentence, first):
                yield TwoSpellings(first.extent, first.value, again.extent, again.value)
        yield from _with_units(plain, sentence)


def _is_of_share(sentence: ScannedSentence, number: Number) -> bool:
    """ "Trois passagers sur dix (1 720 000)": how many they are, not ten once more."""
    shares = (one for one in sentence.quantities if one.kind is QuantityKind.RATIO)
    return any(one.extent.holds(number.extent) for one in shares)


def _with_units(plain: str, sentence: ScannedSentence) -> Iterator[TwoSpellings]:
    """ "Vingt-cinq mille euros (35 000 €)": the unit stands with both."""
    for first, again in pairwise(usable(sentence.quantities)):
        gap = plain[end_of(first) : again.reach.start]
        closed = plain[end_of(again) : end_of(again) + 1] == ")"
        digits = [any(map(str.isdigit, one.extent.of(plain))) for one in (first, again)]
        one_unit = first.unit is not None and (first.kind, first.unit) == (again.kind, again.unit)
        exact = first.hedge is None and again.hedge is None
        if closed and gap == " (" and one_unit and exact and digits[0] != digits[1]:
            assert first.value is not None and again.value is not None
            yield TwoSpellings(first.extent, first.value, again.extent, again.value)


def _are_spellings(first: Number, again: Number) -> bool:
    """Whether one is in words and one in digits, and neither a rank or a rough number."""
    exact = not (first.ordinal or again.ordinal or first.vague or again.vague)
    exact = exact and bool(first.value % 1) >= bool(again.value % 1)  # "les dix (15,50)": a price
    note = again.value < NOTES <= first.value
    return exact and not note and bool(first.digits) != bool(again.digits)
