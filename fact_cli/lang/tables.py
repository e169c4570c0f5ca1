"""The shapes of the language data: what a lexicon holds, without how it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from fact_cli.lang.line import Alphabet
from fact_cli.lang.phrase import PhraseIndex
from fact_cli.model.unit import Unit


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or group of words that stands for ``value``, in lower case unless a sign."""

    text: str
    kinds: frozenset[str]
    value: object


@dataclass(frozen=True, slots=True)
class Numbers:
    """The number words by value, lower case; signs in their own case.

    ``ranks`` are the ordinals that end a longer one: "cinquième" in "vingt-cinquième".
    """

    words: Mapping[str, int]
    multipliers: Mapping[str, int]
    multiplier_signs: Mapping[str, int]
    collectives: Mapping[str, int]
    ordinals: Mapping[str, int]
    ranks: Mapping[str, int]
    article_before: frozenset[str]
    vague: frozenset[str]
    needs_noun: frozenset[str]
    collective_adjectives: frozenset[str]


@dataclass(frozen=True, slots=True)
class TimeMeaning:
    """A function of ``scan/times/meanings``, its constants, and what the mention covers.

    "words" is the whole phrase without articles and prepositions before it, "all" the whole
    phrase, "slots" from its first slot to its last, "tail" from its first slot to the end.
    """

    means: str
    constants: Mapping[str, Any]
    covers: str


@dataclass(frozen=True, slots=True)
class WordRatio:
    """A ratio in words and what it can stand for."""

    value: Decimal
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class HedgeMeaning:
    """How far a hedge moves each end, in steps; None is an open end."""

    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class Endings:
    """A verb form told by its ending, and the words that end alike."""

    endings: tuple[str, ...]
    exceptions: frozenset[str]

    def match(self, word: str) -> bool:
        return word.endswith(self.endings) and word not in self.exceptions

    def match_any(self, text: str) -> bool:
        """Whether any of the words of ``text``, parted by spaces, is such a form."""
        may_be = any(ending in text for ending in self.endings)
        return may_be and any(map(self.match, text.split()))


@dataclass(frozen=True, slots=True)
class Grammar:
    """Closed classes of words. ``people`` and ``people_endings`` name people and animals in
    the singular; ``things`` end alike and are none. ``sums`` are what money can be of,
    ``places_called_points`` what "points" are that nothing is measured in.
    ``departements`` are names by number. ``otherwise`` gives a unit the other one that its
    noun names too, and the words that tell.
    """

    function_words: frozenset[str]
    before_nouns: frozenset[str]
    after_numbers: frozenset[str]
    identifiers: frozenset[str]
    places: frozenset[str]
    titles: frozenset[str]
    ambiguous: Mapping[str, frozenset[str]]
    otherwise: Mapping[str, tuple[str, tuple[str, ...]]]
    abbreviations: frozenset[str]
    lettered: frozenset[str]
    invariable: frozenset[str]
    sums: frozenset[str]
    people: frozenset[str]
    people_endings: tuple[str, ...]
    things: frozenset[str]
    places_called_points: frozenset[str]
    departements: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All language data. ``words`` and ``signs`` are keyed by their first token."""

    words: Mapping[str, tuple[Entry, ...]]
    signs: Mapping[str, tuple[Entry, ...]]
    months: frozenset[str]
    numbers: Numbers
    units: Mapping[str, Unit]
    grammar: Grammar
    verbs: Mapping[str, frozenset[str]]
    alphabet: Alphabet
    times: PhraseIndex[TimeMeaning]
    ratios: PhraseIndex[str]
    hedges: PhraseIndex[HedgeMeaning]
    relations: Mapping[str, PhraseIndex[str]]
    according: tuple[str, ...]
    not_according: frozenset[str]
    ahead: tuple[str, ...]
    near: frozenset[str]
    projects: frozenset[str]
    negation: Mapping[str, frozenset[str]]
    conditional: Endings
    future: Endings
    past: Endings
    compound: Mapping[str, tuple[str, ...]]
