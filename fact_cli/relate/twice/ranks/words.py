"""The words of ranks.toml, compiled."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from fact_cli.lang.lexicon import read


@dataclass(frozen=True)
class FixedRank:
    """Words that tell a rank without a number; one of ``cues`` stands in them."""

    say: re.Pattern[str]
    value: Decimal
    cues: Sequence[str]


@dataclass(frozen=True)
class RankWords:
    """What is ranked, the ranks told without an ordinal, and the words that set ranks apart."""

    nouns: Sequence[frozenset[str]]
    places: frozenset[str]
    players: frozenset[str]
    areas: frozenset[str]
    fixed: Sequence[FixedRank]
    apart: re.Pattern[str]
    parts: re.Pattern[str]
    general: re.Pattern[str]
    standing: re.Pattern[str]
    world: re.Pattern[str]
    events: re.Pattern[str]
    teams: re.Pattern[str]
    anaphors: frozenset[str]
    lands: frozenset[str]
    counted: Mapping[str, int]
    run: re.Pattern[str]
    alone: frozenset[str]


@cache
def rank_words() -> RankWords:
    data = read("ranks")
    told, counted = data["words"], data["counted"]
    return RankWords(
        [frozenset(row) for row in data["nouns"]],
        frozenset(data["places"]),
        frozenset(data["players"]),
        frozenset(data["areas"]),
        [
            FixedRank(re.compile(rf"\b(?:{say})"), Decimal(one["value"]), tuple(one["cues"]))
            for say, one in data["fixed"].items()
        ],
        _any_of(told["apart"]),
        _any_of(told["parts"]),
        _any_of(told["general"]),
        _any_of(told["standing"]),
        _any_of(told["world"]),
        _any_of(told["events"]),
        re.compile(rf"\b{told['teams']}"),
        frozenset(told["anaphors"]),
        frozenset(told["lands"]),
        {noun: number for number, row in enumerate(counted["nouns"]) for noun in row},
        re.compile(rf" {counted['run']}\b"),
        frozenset(counted["alone"]),
    )


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b")
