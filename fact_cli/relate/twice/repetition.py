"""Passages that stand twice, found by windows of words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from fact_cli.lang.words import lower
from fact_cli.model.claim import RepeatedPassage
from fact_cli.model.relation import Repetition
from fact_cli.model.text import Document, Extent
from fact_cli.relate.context import Context

WINDOW = 12  # words that must agree before a passage is followed
SHORTEST = 30  # words: shorter repetitions are refrains, captions and agency formulas

_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\w+")


def find(context: Context) -> Iterator[Repetition]:
    for passage in context.article.passages:
        yield Repetition(passage, len(passage.words), _differing(context.document, passage))


def repeated_passages(document: Document) -> list[RepeatedPassage]:
    """The passages of ``document`` that stand again later, wherever its lines break.

    Digits are not compared: a copy in which a figure was changed is a copy.

    Each stretch of a copy is told once, of the first place in which its words stand.
    """
    alike = _DIGIT.sub("0", lower(document.plain))
    words = _WORD.findall(alike, 0, document.prose_end)
    if not _may_repeat(words):
        return []
    spans = [found.span() for found in _WORD.finditer(alike, 0, document.prose_end)]
    first_at: dict[tuple[str, ...], int] = {}
    found: list[RepeatedPassage] = []
    at = 0
    while at + WINDOW <= len(words):
        earlier = first_at.setdefault(tuple(words[at : at + WINDOW]), at)
        length = _common(words, earlier, at) if earlier < at else 0
        if length >= SHORTEST:
            found.append(_passage(spans, earlier, at, length))
            at += length
        else:
            at += 1
    return found


def _may_repeat(words: Sequence[str]) -> bool:
    """Whether as many words as a passage has follow each other that all stand twice or more."""
    counts = Counter(words)
    again = "".join(["1" if counts[word] > 1 else "0" for word in words])
    return "1" * SHORTEST in again


def _common(words: Sequence[str], first: int, again: int) -> int:
    """How many words from ``first`` and ``again`` agree, without running into each other."""
    length = 0
    limit = min(again - first, len(words) - again)
    while length < limit and words[first + length] == words[again + length]:
        length += 1
    return length


def _passage(
    spans: Sequence[tuple[int, int]], first: int, again: int, length: int
) -> RepeatedPassage:
    both = zip(spans[first : first + length], spans[again : again + length], strict=True)
    pairs = tuple((Extent(*one), Extent(*copy)) for one, copy in both)
    return RepeatedPassage(pairs[0][0].until(pairs[-1][0]), pairs[0][1].until(pairs[-1][1]), pairs)


def _differing(document: Document, passage: RepeatedPassage) -> list[tuple[Extent, Extent]]:
    """The words of a passage and its copy that are not the same: their figures."""
    plain = document.plain
    return [pair for pair in passage.words if lower(pair[0].of(plain)) != lower(pair[1].of(plain))]
