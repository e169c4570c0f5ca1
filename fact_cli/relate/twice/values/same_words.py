"""The words of sameness.toml, compiled."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from fact_cli.lang.lexicon import lexicon, read
from fact_cli.lang.words import fold, singular_of

STEM = 6  # letters of a word that its forms share
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_ELIDED = re.compile(r"(?:[cdjlmnst]|(?:lors|puis|jus|quoi)?qu)'")


@dataclass(frozen=True)
class SameWords:
    """Groups of nouns by noun, heads by word, and what sets a figure apart or points back."""

    things: Mapping[str, frozenset[int]]
    anybody: frozenset[str]
    on_duty: frozenset[str]
    money: frozenset[str]
    spans: frozenset[str]
    everywhere: frozenset[str]
    heads: Mapping[str, frozenset[str]]
    broad: frozenset[str]
    before: re.Pattern[str]
    bases: re.Pattern[str]
    asked: re.Pattern[str]
    asking: re.Pattern[str]
    steps: re.Pattern[str]
    steps_apart: re.Pattern[str]
    after: re.Pattern[str]
    updates: re.Pattern[str]
    earlier: re.Pattern[str]
    fates: Mapping[str, re.Pattern[str]]
    any_fate: re.Pattern[str]
    contrasts: Sequence[Sequence[re.Pattern[str]]]
    events: re.Pattern[str]
    plain_speakers: re.Pattern[str]
    narrower: Mapping[str, frozenset[str]]


# "une hausse de 3,5 %, soit trois millions": the same step, told in money.
_THAT_IS = r"(?:\d[\d., ]{0,8}(?:%|pour cent|points?),? (?:soit|ou|c'est-à-dire) [^.;:()\d]{0,12})?"


@cache
def words() -> SameWords:
    data = read("sameness")
    things: dict[str, set[int]] = {}
    for number, group in enumerate(data["things"]):
        for noun in group:
            things.setdefault(noun, set()).add(number)
    heads: dict[str, set[str]] = {}
    for group in data["heads"]:
        for word in group:
            heads.setdefault(word, set()).add(f"={group[0]}")
    return SameWords(
        {noun: frozenset(groups) for noun, groups in things.items()},
        frozenset(data["anybody"]),
        frozenset(data["on_duty"]),
        frozenset(data["money"]),
        frozenset(data["spans"]),
        frozenset(data["everywhere"]),
        {word: frozenset(names) for word, names in heads.items()},
        frozenset(f"={name}" for name in data["broad"]),
        re.compile(rf"\b(?:{'|'.join(data['before'])})\b[^.;:()\d]{{0,22}}$"),
        re.compile(rf"\b(?:{'|'.join(data['bases'])})\b[^.;:()\d]{{0,40}}$"),
        re.compile(rf"\b(?:{'|'.join(data['asked'])})\b[^.;:()\d]{{0,40}}$"),
        re.compile(rf"\b(?:{'|'.join(data['asked'])})\b"),
        re.compile(rf"\b(?:{'|'.join(data['steps'])})\b[^.;:()\d]{{0,12}}{_THAT_IS}$"),
        re.compile(rf"\b(?:{'|'.join(data['steps'])})\b[^.;:()\d]{{0,50}}, d(?:e |')$"),
        re.compile(rf"[^.;:()\d]{{0,12}}?\b(?:{'|'.join(data['after'])})\b"),
        re.compile(rf"\b(?:{'|'.join(data['updates'])})\b"),
        re.compile(rf"\b(?:{'|'.join(data['earlier'])})\b"),
        {noun: re.compile(form) for noun, form in data["fates"].items()},
        re.compile(rf"\b(?:{'|'.join(data['fates'].values())})"),
        [[re.compile(rf"\b(?:{side})") for side in sides] for sides in data["contrasts"]],
        re.compile(data["events"]),
        re.compile(data["plain_speakers"]),
        {noun: frozenset(kinds) for noun, kinds in data["narrower"].items()},
    )


def stems(text: str) -> frozenset[str]:
    """The words of ``text`` that mean something, each as what its forms share; "=" heads."""
    return frozenset(stem for word in _WORD.findall(text) for stem in _stems_of(word))


def first_stems(text: str) -> Mapping[str, int]:
    """Each stem of ``text`` with the offset of the first word that has it."""
    found: dict[str, int] = {}
    for word in _WORD.finditer(text):
        for stem in _stems_of(word.group()):
            found.setdefault(stem, word.start())
    return found


def _stems_of(word: str) -> frozenset[str]:
    elided = _ELIDED.match(word)
    word = word if elided is None else word[elided.end() :]
    known = words()
    named = known.heads.get(word.rpartition("'")[2])
    if named is not None:
        return named
    if len(word) <= 3:
        return frozenset()
    told = lexicon()
    grammar, multipliers = told.grammar, told.numbers.multipliers
    empty = (grammar.function_words, told.months, multipliers, known.money, known.spans)
    if any(word in words_of for words_of in empty):
        return frozenset()
    return frozenset({singular_of(word, grammar.invariable)[:STEM]})


def first_letters(text: str, letters: int, *, shortest: int) -> frozenset[str]:
    """The words of ``text`` that mean something, each by its first letters without accents.

    Words of fewer than ``shortest`` letters are left out.
    """
    ignored = lexicon().grammar.function_words
    return frozenset(
        fold(word)[:letters]
        for word in _LETTERS.findall(text)
        if len(word) >= shortest and word not in ignored
    )
