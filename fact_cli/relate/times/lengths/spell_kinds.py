"""The kinds of stretches of time: what begins one, what ends it, what it is called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from fact_cli.lang.lexicon import read

HEDGES = (
    r"(?:(?:quelque|quelques|près de|plus de|moins de|pas moins de|environ|à peine|seulement"
    r"|presque|que|un peu (?:plus|moins) de|plus d'|près d'|moins d'|d'|longs?|longues?) ?)*"
)


@dataclass(frozen=True)
class Spell:
    """A kind of stretch: what begins it, what ends it, what it is called."""

    begun: re.Pattern[str]
    ended: re.Pattern[str]
    called: re.Pattern[str]  # behind a length: " de fermeture"
    calls: re.Pattern[str]  # before one: "fermeture de "
    noun: re.Pattern[str]
    took: re.Pattern[str] | None
    used: re.Pattern[str] | None
    subject: bool
    whole: bool
    office: bool


@cache
def _spells() -> tuple[Sequence[Spell], re.Pattern[str]]:
    data = read("spells")
    return [_spell(entry, data["waiting"]["nouns"]) for entry in data["spell"]], _words(
        data["other"]["words"]
    )


def _spell(entry: dict[str, Any], waiting: Sequence[str]) -> Spell:
    """``entry`` of the data; ``waiting`` are nouns by which any whole stretch may be called."""
    nouns = "|".join(entry["nouns"])
    called = "|".join([nouns, *waiting]) if entry.get("whole") else nouns
    return Spell(
        _words(entry["begun"]),
        _words(entry["ended"]),
        re.compile(
            r" (?:(?:qu'(?:il|elle) (?:y )?(?:passa|a passée?s?|aura passée?s?|passera) )?"
            rf"(?:de |d'|du |des |à |en )?(?:longue?s? |rude |âpres? )?)(?:{called})\b"
        ),
        re.compile(rf"\b(?:{nouns})(?: [^\W\d_]+)? (?:de |d'|qui (?:a|aura) duré ){HEDGES}$"),
        re.compile(rf"\b(?:{nouns})\b"),
        re.compile(
            r"(?: (?:à|au|aux) [^.;:,()\d]{2,40})? pour (?:lui |leur |le |la |y )?"
            rf"(?:{'|'.join(entry['took'])})\b"
        )
        if "took" in entry
        else None,
        re.compile(
            rf"(?: (?:de |d'|du |des )(?:{'|'.join(entry['for'])})\b)?(?:[,;.]| et | avant |$)"
        )
        if "for" in entry
        else None,
        entry.get("subject", False),
        entry.get("whole", False),
        entry.get("office", False),
    )


def _words(say: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(say)})\b")


def spells() -> Sequence[Spell]:
    return _spells()[0]


def spell_words() -> Iterator[tuple[re.Pattern[str], re.Pattern[str]]]:
    """Of each kind of stretch, what begins it and what ends it."""
    return ((spell.begun, spell.ended) for spell in _spells()[0])


def other_words() -> re.Pattern[str]:
    """Words that tell of another length where they stand beside one."""
    return _spells()[1]


@cache
def ending_words() -> re.Pattern[str]:
    """What ends a stretch of any kind, of days or of hours."""
    data = read("spells")
    words = {word for one in (*data["spell"], data["waited"]) for word in one["ended"]}
    prefixes = "|".join(data["clock"]["ended"])
    return re.compile(rf"\b(?:(?:{'|'.join(sorted(words))})\b|(?:{prefixes}))")
