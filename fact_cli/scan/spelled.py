"""Numbers in words: cardinals, ranks, round numbers as nouns, halves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from fact_cli.lang.tables import Lexicon
from fact_cli.lang.words import lower
from fact_cli.model.text import Extent
from fact_cli.scan.number import Number
from fact_cli.scan.number_words import Spelled, spelled_value

Placed = list[tuple[str, int, int]]  # words with the offsets of their starts and ends

_WORDS = re.compile(r"([^\W\d_]+)(?:-[^\W\d_]+)*")
_NEXT_WORD = re.compile(r"[ -]?(?P<word>[^\W\d_]+)")
_PER = re.compile(r"\bpour[ -]$")
_SEPTEMBER = re.compile(r"\d(?:er)? sept\.$")  # the month, abbreviated
_HALVES = {"demi", "demie"}
_ARTICLES = {"un", "une"}  # numbers only before some words
_IN_A_NAME = re.compile(r"[^\W\d_] [A-Z][a-zé]+ [A-ZÀ-Þ][a-zà-ÿ]")  # "les Deux Alpes"
_NAUTICAL = re.compile(r" (?:marins?|nautiques?|terrestres?|carrés?)\b")
_YEAR_FOLLOWS = re.compile(r" (?:19|20)\d\d\b(?! ?%)")
# A singular "seconde" is sixty to the minute behind these; plural it nearly always is.
_SECOND_OF_TIME = re.compile(
    r"\b(?:par|chaque|demi|pendant une|(?:dix|cent|mill)i[eè]mes? de|fraction de)[ -]$"
)


class SpelledReader:
    """Finds the numbers written in words."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.tables = tables = lexicon.numbers
        self._measures = frozenset(
            entry.text
            for entries in lexicon.words.values()
            for entry in entries
            if entry.kinds & {"unit", "span"}
        )
        self._counted_by_one = self._measures - tables.article_before
        self._scales = {
            word: scale for word, scale in tables.multipliers.items() if scale >= 1_000_000
        }
        self._round_numbers = {**tables.multipliers, **tables.collectives}
        self._starts = frozenset(
            (*tables.words, *tables.collectives, *tables.ordinals, *tables.vague, *_HALVES)
        )
        self._within = frozenset((
            *self._starts, *tables.multipliers, *tables.ranks, *tables.collective_adjectives,
            "et", "de", "d", "virgule",
        ))  # fmt: skip
        self._behind_article = self._within | self._counted_by_one
        cardinals = {
            value: word for word, value in reversed([*tables.words.items(), *self._scales.items()])
        }
        self._rank_as_cardinal = {
            rank: cardinals[value] for rank, value in tables.ranks.items() if value in cardinals
        }

    def read(self, plain: str, extent: Extent) -> Iterator[Number]:
        """The numbers in words within ``extent``, multipliers behind them left aside."""
        text = lower(plain[extent.start : extent.end])
        at = 0
        while (found := self._next(plain, text, at, extent.start)) is not None:
            match, number = found
            at = max(match.end(), number.extent.end - extent.start)
            if not _is_second_of_time(text, match):
                yield number

    def _next(
        self, plain: str, text: str, at: int, offset: int
    ) -> tuple[re.Match[str], Number] | None:
        """The next number that words from ``at`` on tell, with the word that opens it."""
        starts = self._starts
        for match in [one for one in _WORDS.finditer(text, at) if one[1] in starts]:
            first = match[1]
            if match.start() and text[match.start() - 1].isdigit():
                continue
            if first == "sept" and _is_september(text, match):
                continue
            if match.start() and _IN_A_NAME.match(plain, offset + match.start() - 2):
                continue
            if first == "milles" and _NAUTICAL.match(text, match.end()):
                continue
            number = self._spelled(text, match.start(), offset)
            if number is not None:
                return match, number
        return None

    def _spelled(self, text: str, start: int, offset: int) -> Number | None:
        """The number word or words that start at ``start``, longest reading."""
        words = self._words_from(text, start)
        first = words[0][0]
        if first in _ARTICLES and not (len(words) > 1 and words[1][0] in self._behind_article):
            return None
        special = (
            self._rank(words, offset)
            or self._collective(words, offset)
            or self._half_unit(words, offset)
        )
        if special is not None or first not in self.tables.words:
            return special
        if first == "cents" or (
            first in {"cent", "mille"} and _PER.search(text, max(0, start - 8), start)
        ):
            return None
        spelled = spelled_value([word for word, _, _ in words], self.tables.words, self._scales)
        if spelled.words == 0:
            return None
        decimal = self._with_decimals(words, spelled, offset)
        if decimal is not None:
            return decimal
        lone_article = spelled.words == 1 and first in {"un", "une"}
        half_more = len(words) > 2 and words[1][0] == "et" and words[2][0] in _HALVES
        if lone_article and not half_more and not self._multiplier_follows(words):
            return None
        if words[spelled.words - 1][0] in {"mille", "milles"} and spelled.words > 1:
            spelled = self._without_miles(words, spelled)
        extent, scale = _extent(words[: spelled.words], offset), Decimal(spelled.scale)
        return Number(extent, Decimal(spelled.value), scale, whole=scale == 1, scale=scale)

    def _words_from(self, text: str, start: int) -> Placed:
        """The words from ``start``, parted by a space or a hyphen, to the first of no number."""
        found: Placed = []
        at = start
        while len(found) < 40:
            match = _NEXT_WORD.match(text, at)
            if match is None:
                break
            word = match["word"]
            found.append((word, match.start("word"), match.end()))
            if word not in self._within:
                break
            at = match.end()
            if text[at : at + 1] == "'":
                at += 1
        return found

    def _without_miles(self, words: Placed, spelled: Spelled) -> Spelled:
        """ "deux milles marins" are two miles, not two thousand of anything."""
        following = words[spelled.words][0] if spelled.words < len(words) else ""
        squared = words[spelled.words - 1][0] == "milles" and following.startswith("carré")
        if not squared and not following.startswith(("marin", "nautique", "terrestre")):
            return spelled
        before = [word for word, _, _ in words[: spelled.words - 1]]
        return spelled_value(before, self.tables.words, self._scales)

    def _rank(self, words: Placed, offset: int) -> Number | None:
        """ "troisième", "vingt et unième", "cent vingt-cinquième"."""
        first = words[0][0]
        if first in self.tables.ordinals:
            value, last = self.tables.ordinals[first], 1
        else:
            last = next((i for i, word in enumerate(words, 1) if word[0] in self.tables.ranks), 0)
            cardinals = [self._rank_as_cardinal.get(word, word) for word, _, _ in words[:last]]
            spelled = spelled_value(cardinals, self.tables.words, self._scales)
            one_part = last == 2 and first in {"un", "une"}  # "un millième"
            if not last or spelled.words != last or one_part:
                return None
            value = spelled.value
        extent = _extent(words[:last], offset)
        return Number(extent, Decimal(value), Decimal(1), whole=True, ordinal=True)

    def _half_unit(self, words: Placed, offset: int) -> Number | None:
        """ "demi-heure", "une demi-tonne", "un demi litre"."""
        at = 1 if words[0][0] in {"un", "une"} and len(words) > 1 else 0
        if words[at][0] not in _HALVES or at + 1 >= len(words):
            return None
        if words[at + 1][0] not in self._measures:
            return None
        extent = _extent(words[: at + 1], offset)
        return Number(extent, Decimal("0.5"), Decimal("0.1"), whole=False)

    def _with_decimals(self, words: Placed, whole: Spelled, offset: int) -> Number | None:
        """ "trois virgule quatorze", "deux virgule zéro cinq"."""
        following = words[whole.words][0] if whole.words < len(words) else ""
        if whole.scale > 1 or following != "virgule":
            return None
        rest = [word for word, _, _ in words[whole.words + 1 :]]
        zeros = next((i for i, word in enumerate(rest) if word != "zéro"), len(rest))
        part = spelled_value(rest[zeros:], self.tables.words, {})
        if not part.words:
            return None
        places = zeros + len(str(part.value))
        value = Decimal(whole.value) + Decimal(part.value).scaleb(-places)
        extent = _extent(words[: whole.words + 1 + zeros + part.words], offset)
        return Number(extent, value, Decimal(1).scaleb(-places), whole=False)

    def _multiplier_follows(self, words: Placed) -> bool:
        """Whether "un" is a number: before a multiplier, or a unit that one counts."""
        following = words[1][0] if len(words) > 1 else ""
        return following in self.tables.multipliers or following in self._counted_by_one

    def _collective(self, words: Placed, offset: int) -> Number | None:
        """Round numbers as nouns: "une dizaine", "plusieurs centaines de milliers"."""
        nouns = self._round_numbers
        determiner = words[0][0]
        adjective = len(words) > 1 and words[1][0] in self.tables.collective_adjectives
        named = 0 if determiner in nouns else 1 + adjective
        if named >= len(words) or words[named][0] not in nouns:
            return None
        several = determiner in self.tables.vague
        tied_noun = len(words) > named + 1 and words[named + 1][0] in {"de", "d"}
        if not named and not (words[0][0].endswith("s") or tied_noun):
            return None
        half = adjective and words[1][0] == "demi"
        if named and not (several or half) and words[named][0] not in self.tables.collectives:
            return None
        base, last = Decimal(nouns[words[named][0]]), named
        base = base / 2 if half else base
        while last + 2 < len(words) and words[last + 1][0] in {"de", "d"}:
            scale = nouns.get(words[last + 2][0])
            if scale is None:
                break
            base, last = base * scale, last + 2
        many = several or (words[named][0].endswith("s") and named == 0)
        value = base if many else base * self.tables.words.get(determiner, 1)
        reach = (2 * base, None) if many else (value - value / 5, value + value / 5)
        if not tied_noun and words[named][0] in self.tables.needs_noun:
            return None
        extent = _extent(words[: last + 1], offset)
        return Number(extent, value, base / 10, whole=False, vague=reach)


def _is_september(text: str, match: re.Match[str]) -> bool:
    """ "12 sept. 2015", "sept 2015"."""
    if _SEPTEMBER.search(text, 0, match.end() + 1):
        return True
    return _YEAR_FOLLOWS.match(text, match.end()) is not None


def _is_second_of_time(text: str, match: re.Match[str]) -> bool:
    word = match.group()
    if word == "secondes":
        return True
    return word == "seconde" and _SECOND_OF_TIME.search(text, 0, match.start()) is not None


def _extent(words: Placed, offset: int) -> Extent:
    return Extent(words[0][1] + offset, words[-1][2] + offset)
