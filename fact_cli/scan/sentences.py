"""Sentences by rules of our own: the parser cuts inside six in a hundred, these in none seen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.additions import per_lexicon
from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.tables import Grammar
from fact_cli.model.text import Document, Extent, Sentence

# Possessive, or fixed by a reference back where a group repeats (Python before 3.11.5 matches
# possessive groups wrongly), so that a run of stops or quotation marks is read once.
_STOP = re.compile(
    r"[.!?…](?<![.!?…][.!?…])[.!?…]*+(?=(?P<close>(?: ?[\"»)\]'](?![^\W\d_]))*))(?P=close) ++"
    r"(?=[\"«(\['-]? ?[\"«(\['-]? ?[A-ZÀ-ÖØ-ÞŒ0-9])"
)
_WORD_BEFORE = re.compile(r"([\w.-]+)\.$")
_LETTER = re.compile(r"(?:\b(?P<series>[^\W\d_]+)s? |\b[A-Z]\d? (?:et|ou) )[A-Z]\.$")
_SEVEN = re.compile(r"(?<!\d )(?<!\der )\bsept\. [A-ZÀ-Þ]")  # "en a concédé sept. Il …", no month
LONGEST = 5000  # characters: a longer stretch without a stop is cut at a space


def sentences(document: Document) -> Iterator[Sentence]:
    """The sentences of each block, in order, without the white space around them."""
    for number, block in enumerate(document.blocks):
        for extent in cut(document.plain, block.extent):
            yield Sentence(extent, number)


def cut(plain: str, extent: Extent) -> Iterator[Extent]:
    """The sentences of ``plain`` within ``extent``."""
    start = extent.start
    for stop in _STOP.finditer(plain, extent.start, extent.end):
        if not _ends_sentence(plain, stop):
            continue
        yield from _short(plain, start, stop.end("close"))
        start = stop.end()
    yield from _short(plain, start, extent.end)


def _ends_sentence(plain: str, stop: re.Match[str]) -> bool:
    if plain[stop.start()] != "." or stop.end("close") > stop.start() + 1:
        return True
    before = _WORD_BEFORE.search(plain, max(0, stop.start() - 20), stop.start() + 1)
    if before is None:
        return True
    word = before.group(1)
    if len(word) == 1 and word.isupper():
        return _names_one_of_a_series(plain, stop.start() + 1)
    if word == "sept" and _SEVEN.search(plain, max(0, stop.start() - 8), stop.end() + 1):
        return True
    return word not in _grammar().abbreviations


def _names_one_of_a_series(plain: str, end: int) -> bool:
    """Whether a capital letter is no initial: "en série D.", "les zones A et B."."""
    letter = _LETTER.search(plain, max(0, end - 24), end)
    return letter is not None and (letter["series"] or "en").lower() in _grammar().lettered


@per_lexicon
def _grammar() -> Grammar:
    return lexicon().grammar


def _short(plain: str, start: int, end: int) -> Iterator[Extent]:
    """The stretch without white space around it, in pieces of bounded length."""
    while start < end and plain[start] == " ":
        start += 1
    while end > start and plain[end - 1] == " ":
        end -= 1
    while end - start > LONGEST:
        space = plain.rfind(" ", start + 1, start + LONGEST)
        middle = space if space > start else start + LONGEST
        yield Extent(start, middle)
        start = middle + (plain[middle] == " ")
    if start < end:
        yield Extent(start, end)
