"""Words and signs of the data files as entries: what a scan finds, and what it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from fact_cli.errors import LexiconError
from fact_cli.lang.phrase import literal
from fact_cli.lang.tables import Entry, WordRatio
from fact_cli.lang.verbs import forms_of
from fact_cli.lang.words import plural_of
from fact_cli.model.dates import Grain, Season
from fact_cli.model.times import ClockForm
from fact_cli.model.unit import Dimension, Unit

MENTION_KINDS = (
    *(frozenset({"quantity", kind}) for kind in (
        "money", "percent", "points", "ratio", "dimension", "count", "number", "ordinal"
    )),
    frozenset({"time"}),
    frozenset({"time", "date"}),
    frozenset({"time", "date", "daily"}),
    frozenset({"time", "date", "daily", "beside"}),
    frozenset({"time", "date", "weekly"}),
    frozenset({"time", "date", "coarse", "yearly"}),
    frozenset({"time", "stretch"}),
    frozenset({"time", "length"}),
    frozenset({"time", "clocktime"}),
    frozenset({"time", "date", "coarse"}),
    frozenset({"time", "date", "coarse", "monthly"}),
    frozenset({"time", "date", "coarse", "fractional"}),
)  # fmt: skip
NUMBER_KINDS = (
    frozenset({"number"}),
    frozenset({"number", "day"}),
    frozenset({"number", "year"}),
    frozenset({"ordinal"}),
    frozenset({"ordinal", "day"}),
    frozenset({"numericdate"}),
    frozenset({"clock"}),
    frozenset({"written"}),
    frozenset({"yearspan"}),
    frozenset({"fractioncode"}),
    frozenset({"chrono"}),
)
SPAN_SIGN = frozenset({"span", "sign"})
MONTH = frozenset({"month"})
FEAST = frozenset({"feast"})
WEEKDAY = frozenset({"weekday"})
WEEKDAYS = frozenset({"weekday", "weekdays"})  # said of all of that name: "les lundis"
SEASON = frozenset({"season"})
UNIT = frozenset({"unit"})
CURRENCY = frozenset({"unit", "currency"})


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit with all its names: ``sign`` is the one reported."""

    sign: str
    kinds: frozenset[str]
    unit: Unit
    words: Sequence[str]
    signs: Sequence[str]


def unit_lines(data: Mapping[str, Any]) -> list[UnitLine]:
    """Every unit and currency, those with an SI prefix made by rule."""
    lines = [
        UnitLine(code, CURRENCY, Unit(code, Dimension.MONEY), entry["words"], entry["signs"])
        for code, entry in data["currencies"].items()
    ]
    prefixes = data["units"]["prefixes"]
    for name, entry in data["units"]["units"].items():
        try:
            lines.append(_unit_line(entry))
            lines += [_prefixed(entry, letter, prefixes[letter]) for letter in entry.get("si", "")]
        except (KeyError, ValueError, IndexError) as error:
            raise LexiconError(f"units.toml: {name}: {error}") from error
    return lines


def _unit_line(entry: Mapping[str, Any]) -> UnitLine:
    sign = entry["sign"] if "sign" in entry else entry["signs"][0]
    factor, offset = Decimal(entry.get("factor", 1)), Decimal(entry.get("offset", 0))
    unit = Unit(sign, Dimension(entry["measures"]), factor, offset)
    return UnitLine(sign, UNIT, unit, entry["words"], entry["signs"])


def _prefixed(entry: Mapping[str, Any], letter: str, prefix: Mapping[str, Any]) -> UnitLine:
    """kilo + mètre, k + m; "kilo-octet" is spelled both ways."""
    bare = _unit_line(entry)
    words = [f"{prefix['word']}{dash}{word}" for word in bare.words for dash in ("", "-")]
    signs = [letter + sign for sign in bare.signs or (bare.sign,)]
    unit = Unit(signs[0], bare.unit.dimension, bare.unit.factor * Decimal(prefix["factor"]))
    return UnitLine(signs[0], UNIT, unit, words, signs)


def unit_words(lines: Iterable[UnitLine]) -> Iterable[Entry]:
    for line in lines:
        for word in line.words:
            for form in _noun_forms(word.lower()):
                yield Entry(form, line.kinds, line.sign)


def unit_signs(lines: Iterable[UnitLine]) -> Iterable[Entry]:
    for line in lines:
        for text in line.signs:
            yield Entry(text, line.kinds, line.sign)


def _noun_forms(words: str) -> list[str]:
    """Singular and plurals: "dollars canadiens", "points de base", "années-lumière"."""
    head, *rest = words.split(" ")
    parts = [plural_of(part) for part in head.split("-")]
    heads = list(
        dict.fromkeys(
            (plural_of(head), "-".join(parts), "-".join([parts[0], *head.split("-")[1:]]))
        )
    )
    plural = [heads[0]]
    governed = False
    for word in rest:
        governed = governed or word in {"de", "d'afrique", "à", "par"} or "'" in word
        plural.append(word if governed else plural_of(word))
    tails = (plural[1:], rest)
    return list(
        dict.fromkeys((words, *(" ".join([one, *tail]) for one in heads for tail in tails)))
    )


def calendar_words(data: Mapping[str, Any]) -> Iterable[Entry]:
    for word, number in data["months"].items():
        yield Entry(word, MONTH, number)
    for word, number in data["weekdays"].items():
        yield Entry(word, WEEKDAY, number)
        yield Entry(plural_of(word), WEEKDAYS, number)
    for word, name in data["seasons"].items():
        yield Entry(word, SEASON, Season(name))
    for name, rule in data["feasts"].items():
        yield Entry(name.lower(), FEAST, rule)
    for word in data["dayparts"]["say"]:
        form = ClockForm(data["clock"][word]) if word in data["clock"] else word
        yield Entry(word, _daypart(word, clock=word in data["clock"]), form)
        if plural_of(word) != word:
            yield Entry(plural_of(word), _daypart(word, clock=False) | {"dayparts"}, word)
    for word, hour in data["clock"].items():
        if word not in data["dayparts"]["say"]:
            yield Entry(word, frozenset({"clock", "noon", literal(word)}), ClockForm(hour))
    for word, grain in data["spans"].items():
        for form in {word, plural_of(word)}:
            yield Entry(form, frozenset({"span", literal(word), literal(form)}), _span(grain))


def _daypart(word: str, *, clock: bool) -> frozenset[str]:
    return frozenset({"daypart", literal(word)} | ({"clock", "noon"} if clock else set()))


def _span(grain: str) -> Grain | str:
    """The grain of a noun of time; hours and less, which no date has, by their name."""
    return grain if grain in {"hour", "minute", "second"} else Grain(grain)


def span_signs(data: Mapping[str, Any]) -> Iterable[Entry]:
    """Signs of hours, minutes and seconds, which stand right behind a figure."""
    for sign, grain in data["span_signs"].items():
        yield Entry(sign, SPAN_SIGN, _span(grain))


_AMOUNTS = {"montant", "montants"}  # as often the noun as the participle


def way_words(
    data: Mapping[str, list[str]], verbs: Mapping[str, frozenset[str]]
) -> Iterable[Entry]:
    """Nouns and verbs of change: kind "rise" or "fall", which is also their value."""
    for way, nouns in data.items():
        forms = {form for noun in nouns for form in (noun, plural_of(noun))}
        for form in sorted((forms | verbs[way]) - _AMOUNTS):
            yield Entry(form, frozenset({way}), way)


def ratio_words(data: Mapping[str, Any]) -> Iterable[Entry]:
    """Fractions, verbs that multiply, and their nouns; "double" is both and counts as noun."""
    for word, entry in data["fractions"].items():
        for form in {word, plural_of(word)}:
            kinds = {"fraction", entry["kind"]} if "kind" in entry else {"fraction"}
            yield Entry(form, frozenset(kinds), _word_ratio(entry))
    for infinitive, entry in data["multiples"].items():
        nouns = {form for noun in entry["nouns"] for form in (noun, plural_of(noun))}
        for noun in sorted(nouns):
            yield Entry(noun, frozenset({"multiple"}), _word_ratio(entry))
        for form in sorted(set(forms_of(infinitive, {})) - nouns):
            yield Entry(form, frozenset({"multiplying"}), _word_ratio(entry))


def _word_ratio(entry: Mapping[str, Any]) -> WordRatio:
    return WordRatio(*(Decimal(entry[key]) for key in ("value", "low", "high")))
