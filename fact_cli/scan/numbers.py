"""Numbers in digits and in words, with their multipliers, and the precision as written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from fact_cli.lang.tables import Lexicon
from fact_cli.lang.words import lower
from fact_cli.model.text import Extent
from fact_cli.scan.number_words import Spelled, spelled_value
from fact_cli.scan.ordinals import ordinal_end, roman_ordinals

# A figure in groups of three ("1 400", "1.400", "220'000"), or any other run of digits;
# not inside a word, an identifier ("Covid-19") or a longer chain of digits.
_DIGITS = re.compile(
    r"(?<![\w.,/])(?:(?<![^\W\d_]-)|(?<=\bmi-))(?P<sign>[-+] ?)?"
    r"(?:(?P<grouped>\d{1,3}(?P<sep>[ '.])\d{3}(?:(?P=sep)\d{3})*)(?!\d)|(?P<plain>\d+)|(?=,\d))"
    r"(?:[,.](?P<decimals>\d+))?"
)
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NEXT_WORD = re.compile(r"[ -]?(?P<word>[^\W\d_]+)")
LONGEST = 20  # characters: a longer run of digits is a code
LARGEST = Decimal(10) ** 21  # nothing counted is larger; keeps arithmetic exact
_PER = re.compile(r"\bpour[ -]$")
_HALF = re.compile(r" et demie?\b")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written.

    ``step`` is what one unit of the last written digit counts, multiplier included;
    ``scale`` is the product of the multipliers alone. ``digits`` is the run of digits
    itself, "" for words; ``whole`` is true of a number written out to the unit. ``vague``
    holds the bounds of a collective, "une dizaine", whose high end may be open.
    """

    extent: Extent
    value: Decimal
    step: Decimal
    whole: bool
    scale: Decimal = Decimal(1)
    digits: str = ""
    grouped: bool = False
    ordinal: bool = False
    vague: tuple[Decimal, Decimal | None] | None = None


class NumberReader:
    """Finds the numbers of a stretch of plain text."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.tables = lexicon.numbers
        tables = self.tables
        units = (
            entry.text
            for entries in lexicon.words.values()
            for entry in entries
            if entry.kinds & {"unit", "span"}
        )
        self._counted_by_one = frozenset(units) - tables.article_before
        self._scales = {
            word: scale for word, scale in tables.multipliers.items() if scale >= 1_000_000
        }
        self._round_numbers = {**tables.multipliers, **tables.collectives}
        self._starts = frozenset(
            (*tables.words, *tables.collectives, *tables.ordinals, *tables.vague)
        )

    def read(self, plain: str, extent: Extent) -> list[Number]:
        """All numbers within ``extent``, in text order, none overlapping."""
        found = [
            *self._in_digits(plain, extent),
            *self._in_words(plain, extent),
            *(
                Number(found, Decimal(value), Decimal(1), whole=True, ordinal=True)
                for found, value in roman_ordinals(plain, extent)
            ),
        ]
        found.sort(key=lambda number: (number.extent.start, -number.extent.end))
        kept: list[Number] = []
        for number in found:
            end = kept[-1].extent.end if kept else -1
            follows = bool(kept) and number.extent.start == end + 1
            seconds = follows and number.ordinal and number.value == 2 and not number.digits
            if number.extent.start >= end and not seconds:
                kept.append(number)
        return kept

    def _in_digits(self, plain: str, extent: Extent) -> Iterator[Number]:
        matches = list(_DIGITS.finditer(plain, extent.start, extent.end))
        points = _decimal_points(matches)
        for match in matches:
            number = self._figure(plain, match, points=points)
            if number is not None:
                yield self._multiplied(plain, number, extent.end)

    def _figure(self, plain: str, match: re.Match[str], *, points: bool) -> Number | None:
        """The number in ``match``; None for an identifier or a chain such as 12.3.4.

        ``points`` tells that the sentence writes its decimals with a point.
        """
        end = match.end()
        if end - match.start() > LONGEST:
            return None
        if plain[end : end + 1] in {".", ","} and plain[end + 1 : end + 2].isdigit():
            return None
        digits = match["grouped"] or match["plain"] or "0"
        whole = re.sub(r"[ '.]", "", digits)
        if match["sep"] == "." and (whole.startswith("0") or (points and digits.count(".") == 1)):
            whole, decimals = digits.split(".", 1)
        else:
            decimals = match["decimals"] or ""
        ordinal = ordinal_end(plain, end)
        sign = (match["sign"] or "").strip()
        start = match.start()
        if sign == "-" and start > 0 and (plain[start - 1].isalnum() or plain[start + 1] == " "):
            sign, start = "", match.start("grouped" if match["grouped"] else "plain")
        value = Decimal(f"{whole}.{decimals}" if decimals else whole)
        step = Decimal(1).scaleb(-len(decimals))
        return Number(
            Extent(start, ordinal or end),
            -value if sign == "-" else value,
            step,
            whole=not decimals,
            digits=digits,
            grouped=bool(match["grouped"]),
            ordinal=ordinal is not None,
        )

    def _multiplied(self, plain: str, number: Number, end: int) -> Number:
        """``number`` with the multipliers that follow: million, Md, mille milliards."""
        value, step, at = number.value, number.step, number.extent.end
        whole = number.whole
        while not number.ordinal:
            multiplier, after = self._multiplier(plain, at, end, first=at == number.extent.end)
            if multiplier is None or value > LARGEST:
                break
            value, step, whole, at = value * multiplier, step * multiplier, False, after
        scale = number.scale * step / number.step
        half = _HALF.match(plain, at, end)
        if half and scale > 1:
            value, step, at = value + scale / 2, scale / 10, half.end()
        extent = Extent(number.extent.start, at)
        return replace(number, extent=extent, value=value, step=step, whole=whole, scale=scale)

    def _multiplier(self, plain: str, at: int, end: int, *, first: bool) -> tuple[int | None, int]:
        found = _NEXT_WORD.match(plain, at, end)
        if found is None:
            return None, at
        word = found["word"]
        if lower(word) in self.tables.multipliers and found.start("word") > at:
            return self.tables.multipliers[lower(word)], found.end()
        if (
            first
            and word in self.tables.multiplier_signs
            and not plain[found.end() :][:1].isalnum()
        ):
            apart = word in {"M", "K", "k"} and found.start("word") > at
            currency = plain[found.end() : found.end() + 1] in {"€", "$", "£"}
            if currency or (not apart and word != "G"):
                return self.tables.multiplier_signs[word], found.end()
        return None, at

    def _in_words(self, plain: str, extent: Extent) -> Iterator[Number]:
        text = lower(plain[extent.start : extent.end])
        at = 0
        while (match := _WORDS.search(text, at)) is not None:
            at = match.end()
            first = match.group().split("-", 1)[0]
            if first not in self._starts or (match.start() and text[match.start() - 1].isdigit()):
                continue
            number = self._spelled(text, match.start(), extent.start)
            if number is not None:
                number = self._multiplied(plain, number, extent.end)
                at = max(at, number.extent.end - extent.start)
                yield number

    def _spelled(self, text: str, start: int, offset: int) -> Number | None:
        """The number word or words that start at ``start``, longest reading."""
        words = _words_from(text, start)
        first = words[0][0]
        if first in self.tables.ordinals:
            value = Decimal(self.tables.ordinals[first])
            return Number(_extent(words[:1], offset), value, Decimal(1), whole=True, ordinal=True)
        vague = self._collective(words, offset)
        if vague is not None:
            return vague
        if first not in self.tables.words or (
            first in {"cent", "mille"} and _PER.search(text[:start])
        ):
            return None
        spelled = spelled_value([word for word, _, _ in words], self.tables.words, self._scales)
        lone_article = spelled.words == 1 and first in {"un", "une"}
        if spelled.words == 0 or (lone_article and not self._multiplier_follows(words)):
            return None
        decimal = self._with_decimals(words, spelled, offset)
        if decimal is not None:
            return decimal
        extent, scale = _extent(words[: spelled.words], offset), Decimal(spelled.scale)
        return Number(extent, Decimal(spelled.value), scale, whole=scale == 1, scale=scale)

    def _with_decimals(
        self, words: list[tuple[str, int, int]], whole: Spelled, offset: int
    ) -> Number | None:
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

    def _multiplier_follows(self, words: list[tuple[str, int, int]]) -> bool:
        """Whether "un" is a number: before a multiplier, or a unit that one counts."""
        following = words[1][0] if len(words) > 1 else ""
        return following in self.tables.multipliers or following in self._counted_by_one

    def _collective(self, words: list[tuple[str, int, int]], offset: int) -> Number | None:
        """Round numbers as nouns: "une dizaine", "plusieurs centaines de milliers"."""
        nouns = self._round_numbers
        determiner = words[0][0]
        adjective = len(words) > 1 and words[1][0] in self.tables.collective_adjectives
        named = 0 if determiner in self._round_numbers else 1 + adjective
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


def _decimal_points(matches: Sequence[re.Match[str]]) -> bool:
    """Whether figures such as "335.5" and no "335,5" show that "208.572" is a decimal too."""
    marks = {match.group()[-len(match["decimals"]) - 1] for match in matches if match["decimals"]}
    return marks == {"."}


def _words_from(text: str, start: int) -> list[tuple[str, int, int]]:
    """The words that follow one another from ``start``, parted by a space or a hyphen."""
    found: list[tuple[str, int, int]] = []
    at = start
    while len(found) < 40:
        match = _NEXT_WORD.match(text, at)
        if match is None:
            break
        found.append((match["word"], match.start("word"), match.end()))
        at = match.end()
        if text[at : at + 1] == "'":
            at += 1
    return found


def _extent(words: list[tuple[str, int, int]], offset: int) -> Extent:
    return Extent(words[0][1] + offset, words[-1][2] + offset)
