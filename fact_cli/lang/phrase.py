"""The phrase language: how the lexicons say what French says, compiled to expressions.

Six constructs over a `fact_cli.lang.line.Line`, in which every mention is one character:

==================  ==================================================================
``words``           themselves, with their contractions, elisions and plurals
``{slot:kind}``     a mention of that kind, named; ``{slot:a|b}`` of either kind
``[a|b]``           at most one of these
``(a|b)``           one of these
``<rise>``          any form of a verb of that class
``…``               a gap of some words of the clause that holds no other figure
==================  ==================================================================

A space is a space; no space between two constructs means that they touch. ``‹`` and ``›``
stand for the parentheses of the text. What this cannot say is Python.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

from fact_cli.lang.line import Alphabet, Item, Line
from fact_cli.lang.phrase_tree import Choice, Gap, Parts, PhraseError, Slot, Word, parse, slots_of
from fact_cli.lang.words import KEEPS_ACCENT, first_letters_of, fold, forms, word_pattern

GAP = 90  # characters: about fifteen words, the longest apposition met between two operands
# Words that open another clause, behind which a figure is another thing's.
CLAUSE = r"(?<!\w)(?:qui|dont|puis|mais|alors|tandis|quand|lorsque|avant de|pour un|pour une)(?!\w)"


@dataclass(frozen=True, slots=True)
class Match:
    """Where a phrase was found: its extent in the text and the items in its slots."""

    start: int
    end: int
    slots: Mapping[str, Item]


@dataclass(frozen=True)
class Phrase:
    """A compiled phrase. Expressions are compiled when first needed, in both spellings."""

    say: str
    alphabet: Alphabet
    tree: Parts = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tree", parse(self.say))
        for slot in slots_of(self.tree):
            for kind in slot.kinds:
                if not self.alphabet.characters((kind,)):
                    raise PhraseError(f"no item can be of kind {kind!r}")

    @cached_property
    def _exact(self) -> re.Pattern[str]:
        return _Compiler(self.alphabet, folded=False).compile(self.tree)

    @cached_property
    def _folded(self) -> re.Pattern[str]:
        return _Compiler(self.alphabet, folded=True).compile(self.tree)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Words or item characters of which a line must hold one for the phrase to match."""
        return _heaviest(_needs(self.tree, self.alphabet))

    @cached_property
    def needs(self) -> Sequence[frozenset[str]]:
        """For each part beside the anchors what they are for it."""
        needs = (need for _, need in _needs(self.tree, self.alphabet))
        return tuple(need for need in needs if need != self.anchors)

    @property
    def slots(self) -> frozenset[str]:
        return frozenset(slot.name for slot in slots_of(self.tree) if slot.name)

    def find(self, line: Line) -> Iterator[Match]:
        """Every place in ``line`` where the phrase stands, from left to right."""
        pattern = self._folded if line.folded else self._exact
        for found in pattern.finditer(line.text):
            slots = {
                name.partition("__")[0]: line.item_at(found.start(name))
                for name, value in found.groupdict().items()
                if value is not None
            }
            yield Match(line.offset(found.start()), line.end_offset(found.end()), slots)


def literal(word: str) -> str:
    """The kind of an item that a phrase may also name by its word: "la semaine dernière"."""
    return f"={word}"


class _Compiler:
    """Turns one tree into one expression; numbers the groups, since names must differ."""

    def __init__(self, alphabet: Alphabet, *, folded: bool) -> None:
        self.alphabet = alphabet
        self.folded = folded
        self.groups = 0

    def compile(self, tree: Parts) -> re.Pattern[str]:
        """The expression of ``tree``.

        One that opens with words begins with the set of their first letters: the places where
        it may stand are then found much faster than by trying each word everywhere.
        """
        letters = self._first_letters(tree)
        if not letters:
            return re.compile(self._sequence(tree))
        first = f"[{''.join(sorted(letters))}]"
        return re.compile(rf"{first}(?<!\w{first}){self._sequence(tree, headless=True)}")

    def _first_letters(self, tree: Parts) -> set[str]:
        """With which ``tree`` begins; none where it may begin with anything but a word."""
        match tree[0].part:
            case Word(text) if text[0].isalnum() and not self.alphabet.characters((literal(text),)):
                return first_letters_of(text, folded=self.folded)
            case Choice(options, False):
                letters = [self._first_letters(option) for option in options]
                return set().union(*letters) if all(letters) else set()
            case _:
                return set()

    def _sequence(self, parts: Parts, *, headless: bool = False) -> str:
        """Optional parts take their space with them, before or (at the start) behind.

        Where ``headless``, the first letter of all stands right before.
        """
        pattern = ""
        required_before = False
        for index, placed in enumerate(parts):
            body = self._part(placed.part, headless=headless and not index)
            optional = isinstance(placed.part, Choice) and placed.part.optional
            if required_before:
                space = " *" if placed.spaced else ""
                pattern += f"(?:{space}{body})?" if optional else space + body
            elif optional:
                spaced = index + 1 < len(parts) and parts[index + 1].spaced
                pattern += f"(?:{body}{' *' if spaced else ''})?"
            else:
                pattern += body
                required_before = True
        return pattern

    def _part(self, part: Word | Slot | Gap | Choice, *, headless: bool = False) -> str:
        match part:
            case Word("‹"):
                return r"\("
            case Word("›"):
                return r"\)"
            case Word(text):
                item = self.alphabet.characters((literal(text),))
                if item:
                    return f"[{''.join(item)}]"
                return word_pattern(text, folded=self.folded, headless=headless)
            case Slot(name, kinds):
                found = self.alphabet.character_class(kinds)
                if not name:
                    return found
                self.groups += 1
                return f"(?P<{name}__{self.groups}>{found})"
            case Gap():
                figures = self.alphabet.character_class(("quantity", "number"))
                return f"(?:(?!{CLAUSE})[^;{figures[1:-1]}]){{0,{GAP}}}?"
            case Choice(options, _):
                inner = (self._sequence(option, headless=headless) for option in options)
                return f"(?:{'|'.join(inner)})"


def _needs(tree: Parts, alphabet: Alphabet) -> Iterator[tuple[int, frozenset[str]]]:
    """What a line must hold for ``tree`` to match: for each required part its tokens, one of
    which must be there, with their weight: the rarer they are, the more."""
    for placed in tree:
        match placed.part:
            case Word(text) if text[0].isalpha():
                item = frozenset(alphabet.characters((literal(text),)))
                yield len(text), item or _first_words(text)
            case Slot(_, kinds):
                yield 2, frozenset(alphabet.characters(kinds))
            case Choice(options, False):
                inner = [_heaviest(_needs(option, alphabet)) for option in options]
                if all(inner):
                    words = frozenset().union(*inner)
                    yield min((*map(len, words), 6)), words


def _heaviest(needs: Iterable[tuple[int, frozenset[str]]]) -> frozenset[str]:
    return max(needs, key=lambda pair: pair[0], default=(-1, frozenset[str]()))[1]


def _first_words(word: str) -> frozenset[str]:
    """What a scan for words (letters only) meets first in each form of ``word``."""
    whole, elided = forms(word)
    firsts = {re.split(r"[\W\d_]", form)[0] for form in (*whole, *elided)}
    return frozenset(firsts | (set() if word in KEEPS_ACCENT else {fold(f) for f in firsts}))


Meaning = TypeVar("Meaning")


class PhraseIndex(Generic[Meaning]):
    """Phrases with what they mean, looked up by the words and items that a line holds.

    Most phrases are ruled out by a set lookup; a long alternation of all of them would
    try each at each character.
    """

    def __init__(self, entries: Iterable[tuple[Phrase, Meaning]]) -> None:
        self.entries = tuple(entries)
        by_anchor: dict[str, list[int]] = {}
        for number, (phrase, _) in enumerate(self.entries):
            if not phrase.anchors:
                raise PhraseError(f"phrase without a required word or slot: {phrase.say!r}")
            for anchor in phrase.anchors:
                by_anchor.setdefault(anchor, []).append(number)
        self._by_anchor = by_anchor
        self._anchors = frozenset(by_anchor)
        # A bit for each part that is needed, the bits that a token meets, those of each phrase.
        bits: dict[frozenset[str], int] = {}
        for phrase, _ in self.entries:
            for need in phrase.needs:
                bits.setdefault(need, 1 << len(bits))
        self._met_by: dict[str, int] = {}
        for need, bit in bits.items():
            for token in need:
                self._met_by[token] = self._met_by.get(token, 0) | bit
        self._needed = frozenset(self._met_by)
        self._wanted = [sum({bits[need] for need in phrase.needs}) for phrase, _ in self.entries]

    def find(self, line: Line) -> Iterator[tuple[Match, Meaning]]:
        """Every match of every phrase in ``line``, in the order of the phrases."""
        tokens, by_anchor = line.tokens, self._by_anchor
        numbers = {n for token in tokens & self._anchors for n in by_anchor[token]}
        if not numbers:
            return
        met = 0
        for token in tokens & self._needed:
            met |= self._met_by[token]
        wanted, lacking = self._wanted, ~met
        for number in sorted([one for one in numbers if not wanted[one] & lacking]):
            phrase, meaning = self.entries[number]
            for match in phrase.find(line):
                yield match, meaning
