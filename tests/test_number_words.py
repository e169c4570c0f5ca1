"""Number words spelled by an independent library, read back at their value."""

from __future__ import annotations

import random

import pytest
from num2words import num2words

from fact_cli.lang.lexicon import lexicon
from fact_cli.model.text import Extent
from fact_cli.scan.numbers import NumberReader

COUNTRIES = ["fr", "fr_BE", "fr_CH"]
RANDOM = random.Random(1)  # the same numbers on every run
LARGE = [RANDOM.randrange(10_000, 10 ** RANDOM.randint(5, 15)) for _ in range(1000)]


def everywhere_hyphens(words: str) -> str:
    """The spelling of 1990: vingt-et-un-mille-trois-cents."""
    return words.replace(" ", "-")


def read_back(reader: NumberReader, words: str) -> list[int]:
    text = f"Il y a {words} voix."
    return [int(number.value) for number in reader.read(text, Extent(7, len(text)))]


def wrongly_read(values: list[int], country: str, *, hyphens: bool) -> list[tuple[str, list[int]]]:
    reader = NumberReader(lexicon())
    wrong = []
    for value in values:
        words = num2words(value, lang=country)
        spelled = everywhere_hyphens(words) if hyphens else words
        found = read_back(reader, spelled)
        if found != ([value] if value != 1 else []):
            wrong.append((spelled, found))
    return wrong


# Of the thousands, every 31st will do: what is spelled otherwise recurs in each hundred.
@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("hyphens", [False, True], ids=["1835", "1990"])
def test_every_number_to_999_and_some_to_9999(country: str, hyphens: bool) -> None:
    assert wrongly_read([*range(1_000), *range(1_000, 10_000, 31)], country, hyphens=hyphens) == []


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("hyphens", [False, True], ids=["1835", "1990"])
def test_a_thousand_large_numbers(country: str, hyphens: bool) -> None:
    assert wrongly_read(LARGE, country, hyphens=hyphens) == []
