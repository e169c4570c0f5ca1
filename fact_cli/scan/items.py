"""The leaves of a sentence: numbers, units, months and other words that phrases name.

The result is the input of the phrases of times.toml and of the quantity reader.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from fact_cli.lang.line import Item
from fact_cli.lang.tables import Entry, Lexicon
from fact_cli.lang.words import EVENTS, MONTH, fold, lower
from fact_cli.model.text import Extent
from fact_cli.scan.no_change import is_no_change
from fact_cli.scan.number import Number
from fact_cli.scan.numbers import NumberReader
from fact_cli.scan.shapes import shaped_items

_TOKEN = re.compile(r"[^\W\d_]+|[^\w\s]")
_UP_TO = re.compile(r" (?:à|et|contre) ")
_BEFORE_YEAR = re.compile(r"(?P<word>[^\W\d_]+) $")
_NEXT = re.compile(r"[ '](?P<word>[^\W\d_]+)")
# "contre 1164 il y a un an": what is told of a time is a number of something, and no year.
_TOLD_OF_TIME = re.compile(
    r",? \(?(?:en (?:19|20)\d\d\b|il y a (?:une?|deux|trois|quatre|cinq|six|dix) (?:an|mois|sem)"
    r"|(?:une?|deux|trois|quatre|cinq|dix) (?:ans?|mois) (?:plus tôt|auparavant|avant)|la veille"
    r"|l'an (?:dernier|passé)|l'année (?:dernière|passée|précédente|d'avant)|cette année"
    r"|aujourd'hui|la saison (?:dernière|passée|précédente)|à la (?:même (?:date|époque)|rentrée))"
)
_OF_YEAR = re.compile(
    r"\b(?:en|depuis|dès|avant|fin|début|courant|année|an|exercice|saison|millésime|été|automne"
    rf"|hiver|printemps|années|{MONTH}|(?:{EVENTS}) de"
    r"|1er|\d{1,2}|\d{4}(?:,| et| ou))[ -]$",
    re.IGNORECASE,
)
_VOTES = re.compile(r" (?:oui|non|d'entre (?:eux|elles))\b")
# "et 1755 l'ont rejeté": no year is the subject of a clause in the plural.
_OPENS_CLAUSE = re.compile(r"(?:^|[,;:(«]|(?<!\d) et| dont| mais| puis| que) $")
_DID = re.compile(
    r" (?:l'|les |leur |lui |n'|ne |s'|se |s'y |y |en |n'en |n'y )?"
    r"(?:ont|sont|étaient|avaient|furent|seront|auront|seraient|auraient)\b"
)
_AGAINST = re.compile(r"\b(?:contre|au lieu de|face à|à comparer aux?) $")
_WERE = re.compile(r"\b(?:sont|étaient|seront|furent) $")
_TO_DO = re.compile(r" à (?:s'|se |y |en )?[^\W\d_]+(?:er|ir|re)\b")

CHANGES = frozenset({"rise", "fall"})
FIRST_YEAR, LAST_YEAR = 1000, 2199  # what four bare digits may be a year of
NEAR_YEAR = 1900  # an earlier one is nothing that is compared


class ItemReader:
    """Finds the items of a sentence; holds the tables that it looks in."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.numbers = NumberReader(lexicon)
        self._words = _Words(lexicon.words)
        self._changes = _Words(_with_kinds(lexicon.words, CHANGES))
        self._unit_words = frozenset(
            first for first, entries in lexicon.words.items()
            if any(entry.text == first and "unit" in entry.kinds for entry in entries)
        )  # fmt: skip

    def read(self, plain: str, extent: Extent) -> list[Item]:
        """The items within ``extent`` in text order; none overlap."""
        fixed = shaped_items(plain, extent)
        taken = sorted((item.start, item.end) for item in fixed)
        numbers = [
            number for number in self.numbers.read(plain, extent)
            if not _inside(taken, number.extent.start) and _is_number(self.lexicon, plain, number)
        ]  # fmt: skip
        found = fixed + [
            self._number_item(plain, number, before)
            for before, number in zip([None, *numbers], numbers, strict=False)
        ]
        found += self._signs(plain, extent, numbers)
        taken = sorted((item.start, item.end) for item in found)
        found += [
            item for item in self._words.read(plain, extent) if not _inside(taken, item.start)
        ]  # fmt: skip
        return sorted(found, key=lambda item: item.start)

    def _number_item(self, plain: str, number: Number, before: Number | None) -> Item:
        kinds = {"ordinal"} if number.ordinal else {"number"}
        counted = self._counts_plural(plain, number.extent.end)
        bare = number.whole and not number.grouped and number.vague is None and number.value >= 0
        if bare and not counted:
            small = number.value < 100 and len(number.digits) <= 2
            if number.value == 1 if number.ordinal else small:
                kinds.add("day")
            elif (
                not number.ordinal
                and (_looks_like_year(number) or self._is_spelled_year(plain, number))
                and not _ends_range(plain, before, number)
                and not _is_counted(plain, number)
            ):
                kinds.add("year")
        return Item(number.extent.start, number.extent.end, frozenset(kinds), number)

    def _is_spelled_year(self, plain: str, number: Number) -> bool:
        """Whether a number in words is a year: "juin deux mille dix-sept", "l'an mille"."""
        before = _BEFORE_YEAR.search(plain, max(0, number.extent.start - 12), number.extent.start)
        if number.digits or before is None or not FIRST_YEAR <= number.value <= LAST_YEAR:
            return False
        word = lower(before["word"])
        return word in self.lexicon.months or word in {"an", "année"}

    def _counts_plural(self, plain: str, at: int) -> bool:
        """Whether a plural noun or a unit follows, so that the figure is no date."""
        found = _NEXT.match(plain, at)
        if found is None:
            return False
        word, known = lower(found["word"]), self.lexicon
        if found["word"].isupper() and word in self._unit_words:
            return True  # "1000 FCFA"
        if found["word"][0].isupper():
            return False
        if word in known.months or word in known.grammar.function_words:
            return False
        if word in known.numbers.words or len(word) < 2:
            return False
        return word[-1] in "sx" or word in known.signs

    def _signs(self, plain: str, extent: Extent, numbers: Sequence[Number]) -> Iterator[Item]:
        """Signs of units right after a figure, of currencies also right before."""
        for number in numbers:
            item = self._sign_after(plain, number.extent.end, extent.end)
            if item is None:
                item = self._sign_before(plain, number.extent.start, extent.start)
            if item is not None:
                yield item

    def _sign_after(self, plain: str, at: int, end: int) -> Item | None:
        start = at + (4 if plain.startswith(" de ", at) else plain[at : at + 1] == " ")
        for entry in self._sign_entries(plain[start : start + 12]):
            stop = start + len(entry.text)
            elided = entry.text.isalpha() and plain[stop : stop + 1] == "'"  # "de l'eau"
            if elided:
                continue
            if plain.startswith(entry.text, start) and stop <= end and _ends_word(plain, stop):
                return Item(start, stop, entry.kinds, entry.value)
        return None

    def _sign_entries(self, ahead: str) -> Sequence[Entry]:
        token = _TOKEN.match(ahead)
        return () if token is None else self.lexicon.signs.get(token.group(), ())

    def _sign_before(self, plain: str, at: int, begin: int) -> Item | None:
        end = at - (plain[at - 1 : at] == " ")
        for length in (4, 3, 2, 1):
            start = end - length
            if start < begin or plain[start].isspace():
                continue
            for entry in self.lexicon.signs.get(_first(plain[start:end]), ()):
                named = entry.text == plain[start:end] and "currency" in entry.kinds
                inside_word = plain[start - 1 : start].isalnum() and plain[start].isalnum()
                if named and not inside_word:
                    return Item(start, end, entry.kinds, entry.value)
        return None

    def changes(self, plain: str, extent: Extent) -> list[Item]:
        """The words of change within ``extent``: "hausse", "a reculé"."""
        if not self._changes.may_stand_in(plain, extent):
            return []
        found = [word for word in self._changes.read(plain, extent) if word.kinds & CHANGES]
        return [word for word in found if not is_no_change(plain, word)]


class _Words:
    """The words of a lexicon, as written and without their accents."""

    def __init__(self, table: Mapping[str, Sequence[Entry]]) -> None:
        self._table = table
        self._folded = _folded_words(table)

    def may_stand_in(self, plain: str, extent: Extent) -> bool:
        """Whether the first word of any stands within ``extent``."""
        return not self._folded.keys().isdisjoint(_TOKEN.findall(lower(extent.of(plain))))

    def read(self, plain: str, extent: Extent) -> Iterator[Item]:
        """Those within ``extent``, the longest group at each place."""
        text = lower(plain[extent.start : extent.end])
        table = self._table if not text.isascii() else self._folded
        known = [
            (token, entries)
            for token in _TOKEN.finditer(text)
            if (entries := table.get(token[0])) is not None
        ]
        at = 0
        for token, entries in known:
            if token.start() < at:
                continue
            for entry in entries:
                stop = token.start() + len(entry.text)
                if text.startswith(entry.text, token.start()) and _ends_word(text, stop):
                    start = extent.start + token.start()
                    yield Item(start, extent.start + stop, entry.kinds, entry.value)
                    at = stop
                    break


def _with_kinds(
    words: Mapping[str, Sequence[Entry]], kinds: frozenset[str]
) -> dict[str, Sequence[Entry]]:
    """The words of ``kinds``, and the groups of others, which may hold one of them."""
    kept = {
        first: [one for one in entries if one.kinds & kinds or one.text != first]
        for first, entries in words.items()
    }
    return {first: entries for first, entries in kept.items() if entries}


def _folded_words(words: Mapping[str, Sequence[Entry]]) -> dict[str, Sequence[Entry]]:
    """The words without accents as well, for a sentence that is written without any."""
    table: dict[str, Sequence[Entry]] = dict(words)
    for first, entries in words.items():
        if fold(first) != first or any(not entry.text.isascii() for entry in entries):
            folded = tuple(Entry(fold(e.text), e.kinds, e.value) for e in entries)
            both = {entry.text: entry for entry in (*folded, *table.get(fold(first), ()))}
            table[fold(first)] = tuple(sorted(both.values(), key=lambda one: -len(one.text)))
    return table


def _is_number(lexicon: Lexicon, plain: str, number: Number) -> bool:
    """Whether the digits stand for themselves: "5G", "4x4" and "3D" are names, "3jours" none."""
    following = plain[number.extent.end : number.extent.end + 12]
    if not following[:1].isalpha():
        return True
    token = _TOKEN.match(following)
    if token is None:
        return False
    word = lower(token.group())
    glued = any(
        entry.text == word and entry.kinds & {"span", "unit"}
        for entry in lexicon.words.get(word, ())
    )
    signs = lexicon.signs.get(token.group(), ())
    return (glued and len(word) > 2) or any(following.startswith(entry.text) for entry in signs)


def _looks_like_year(number: Number) -> bool:
    return len(number.digits) == 4 and FIRST_YEAR <= number.value <= LAST_YEAR


def _ends_range(plain: str, before: Number | None, number: Number) -> bool:
    """Whether a figure that is no year leads up to it: "de 400 à 1200"."""
    if before is None or _looks_like_year(before) or before.ordinal or before.value < 100:
        return False
    return _UP_TO.fullmatch(plain, before.extent.end, number.extent.start) is not None


def _is_counted(plain: str, number: Number) -> bool:
    """Whether four digits say how many: "contre 1164 il y a un an", "ils étaient 1932 à voter"."""
    start, end = number.extent.start, number.extent.end
    ahead = plain[max(0, start - 18) : start]
    of_year = _OF_YEAR.search(ahead)
    if not of_year and (_TOLD_OF_TIME.match(plain, end) or _VOTES.match(plain, end)):
        return True
    if not of_year and _OPENS_CLAUSE.search(ahead) and _DID.match(plain, end):
        return True
    if _AGAINST.search(ahead) and number.value < NEAR_YEAR:
        return True
    return _WERE.search(ahead) is not None and _TO_DO.match(plain, end) is not None


def _inside(taken: Sequence[tuple[int, int]], offset: int) -> bool:
    index = bisect_right(taken, (offset, 1 << 60)) - 1
    return index >= 0 and offset < taken[index][1]


def _ends_word(text: str, at: int) -> bool:
    """Whether no word goes on at ``at``; a sign such as % ends by itself."""
    if at == 0 or not text[at - 1].isalnum():
        return True
    return not text[at : at + 1].isalnum() and text[at : at + 1] != "_"


def _first(text: str) -> str:
    token = _TOKEN.match(text)
    return text[:1] if token is None else token.group()
