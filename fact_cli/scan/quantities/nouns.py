"""The noun that a figure counts."""

from __future__ import annotations

import re

from fact_cli.lang.tables import Lexicon
from fact_cli.lang.words import lower, singular_of
from fact_cli.model.text import Extent
from fact_cli.scan.number import Number

_OF = re.compile(
    r" (?:d'|de (?:nos |vos |ses |leurs |ces |mes |tes )?|des )(?:[«\"] ?)?|'| (?:[«\"] ?)?"
)
_OF_AMOUNT = re.compile(r" (?:de |d')(?:[«\"] ?)?")
_MANY_BEFORE = re.compile(
    r"\b(?:de|des|les|ces|ses|leurs|et|dont|quelque|environ) $", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# "30 T2", "22 A320": a type, called by letters and digits.
_TYPE = re.compile(r" (?P<type>[A-Z]{1,3}\d{1,3})(?![\w-]|[.,]\d)")
_NEVER_NOUNS = {"autres", "millions", "milliers", "premiers", "premières", "gros", "bons", "bonnes"}
MILLION = 1_000_000  # from which the noun needs "de": "3 millions enregistrés" counts no such
MODEL_FROM = 100  # "les 718 Cayman": three digits before a name are more often part of it


class NounReader:
    """Finds nouns behind figures, and their singular."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.grammar = lexicon.grammar
        self._number_words = lexicon.numbers.words
        self._months = lexicon.months
        self._spans = _texts(lexicon, {"span"})
        self._changes = _texts(lexicon, {"rise", "fall"})

    def is_change(self, noun: str) -> bool:
        """Whether a noun, in lower case, tells a change: "une hausse" is not one of a thing."""
        return noun in self._changes

    def singular(self, plain: str, noun: Extent) -> str:
        """The singular of a noun; "Français" and "Danois" are their own."""
        word = noun.of(plain)
        if word[0].isupper() and word.endswith(("ais", "ois")):
            return lower(word)
        return singular_of(lower(word), self.grammar.invariable)

    def after(self, plain: str, number: Number, end: int) -> Extent | None:
        """The noun that a figure counts: "373 décès par noyade" → décès.

        Adjectives that stand before nouns are stepped over. More than one of a thing is a
        plural; a word without its mark is no noun that this figure counts.
        """
        at = number.extent.end
        typed = _TYPE.match(plain, at, end)
        if typed is not None and number.whole and number.scale == 1:
            return Extent(*typed.span("type"))
        adjective: Extent | None = None
        while True:
            link = _OF.match(plain, at, end)
            if link is not None and _OF_AMOUNT.fullmatch(link.group()) and not _is_amount(number):
                return adjective
            if link is not None and link.group() == " " and number.scale >= MILLION:
                return adjective
            word = None if link is None else _WORD.match(plain, link.end(), end)
            if word is not None and self._is_product(plain, number, word.group()):
                return Extent(*word.span())
            if word is None or not self._may_be_noun(word.group()):
                return adjective
            if not self._stands_before_noun(plain, word, end):
                break
            at = word.end()
            adjective = self._as_noun(word)
        plural = abs(number.value) >= 2
        marked = _is_plural(word.group()) or word.group().isupper()
        return Extent(*word.span()) if not plural or marked else None

    def _as_noun(self, word: re.Match[str]) -> Extent | None:
        """An adjective that stands for a noun where none follows: "huit petits", "les 3 grands"."""
        text = lower(word.group())
        alone = text.endswith("s") and text not in _NEVER_NOUNS
        return Extent(*word.span()) if alone else None

    def _stands_before_noun(self, plain: str, word: re.Match[str], end: int) -> bool:
        """Whether a word is an adjective: a known one, or "merveilleuses" of "petites filles"."""
        if lower(word.group()) in self.grammar.before_nouns:
            return True
        adjective = _WORD.match(plain, word.end() + 1, end)
        if adjective is None or lower(adjective.group()) not in self.grammar.before_nouns:
            return False
        noun = _WORD.match(plain, adjective.end() + 1, end)
        return (
            plain[word.end()] == " "
            and not lower(adjective.group()).startswith("autre")
            and noun is not None
            and _is_plural(noun.group())
            and self._may_be_noun(noun.group())
        )

    def _is_product(self, plain: str, number: Number, word: str) -> bool:
        """ "les 36 Rafale", "145 846 Model 3": a name in the singular, said of many."""
        if (
            not number.digits
            or not word[0].isupper()
            or word.isupper()
            or word in self.grammar.places
        ):
            return False
        before = plain[max(0, number.extent.start - 12) : number.extent.start]
        several = 2 <= number.value < MODEL_FROM and _MANY_BEFORE.search(before) is not None
        return number.grouped or several

    def _may_be_noun(self, word: str) -> bool:
        bare = lower(word)
        closed = bare in self.grammar.function_words or bare in self.grammar.after_numbers
        if (
            closed
            or bare in self._months
            or bare in self._spans
            or len(word) < 2
            or bare in self._number_words
        ):
            return False
        acronym = word.isupper() and 2 <= len(word) <= 5
        named = _is_plural(word) or acronym
        return word[0].islower() or (named and word not in self.grammar.places)


def _texts(lexicon: Lexicon, kinds: set[str]) -> frozenset[str]:
    """The words of a lexicon that are of one of ``kinds``."""
    return frozenset(
        entry.text
        for entries in lexicon.words.values()
        for entry in entries
        if not kinds.isdisjoint(entry.kinds)
    )


def _is_amount(number: Number) -> bool:
    """Whether "de" ties a noun to the number: "3 millions de lits", but not "deux de Lyon"."""
    return number.scale > 1 or number.vague is not None


def _is_plural(word: str) -> bool:
    """Whether a noun, or the first part of a compound, bears a plural mark: "BLESSÉS" too."""
    return word.split("-", 1)[0][-1] in "sxzSXZ" or word[-1] in "sxzSXZ"
