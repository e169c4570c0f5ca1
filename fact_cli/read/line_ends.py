"""How the words at the end of a printed line go on: with a blank, without, or unhyphenated.

A hyphen stays before a capital ("Saint-" / "Étienne"), beside a figure ("2024-" / "2025"),
between number words, in compounds of compounds.toml, and in a word that the text writes
with it elsewhere. Any other was put there to break a word ("ques-" / "tion") and goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cache

from fact_cli.lang.lexicon import read
from fact_cli.lang.words import lower

_HYPHENS = "-‐"
_BEFORE = re.compile(r"[\w'’-]*\w[-‐]$")
_AFTER = re.compile(r"[\w'’-]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ELIDED = re.compile(r"(?<!\w)(?:[cdjlmnst]|qu|lorsqu|jusqu|puisqu)['’]$", re.IGNORECASE)
_RANK = re.compile(r"\w{2,}ièmes?")


class LineEnd(Enum):
    """What a line end is in prose."""

    BLANK = "blank"
    NOTHING = "nothing"
    BROKEN_WORD = "broken word"  # the hyphen before the line end is no prose either


@dataclass(frozen=True, slots=True)
class _Compounds:
    """The words of compounds.toml; ``numbers`` are those of which numerals are made."""

    firsts: frozenset[str]
    maybe: frozenset[str]
    links: frozenset[str]
    pronouns: frozenset[str]
    whole: frozenset[str]
    numbers: frozenset[str]
    months: frozenset[str]


@cache
def _compounds() -> _Compounds:
    data = {name: frozenset(words) for name, words in read("compounds").items()}
    numbers, months = read("numbers")["words"], read("calendar")["months"]
    return _Compounds(numbers=frozenset(numbers), months=frozenset(months), **data)


def words_in(lines: Iterable[str]) -> frozenset[str]:
    """The words that stand whole in a line, lower case: what `line_end` knows of the text."""
    words: set[str] = set()
    broken = False
    for line in lines:
        found = [word.group() for word in _WORD.finditer(line)]
        following_is_broken = line.endswith(tuple(_HYPHENS))
        whole = found[broken : len(found) - following_is_broken]
        words.update(_spelt(word) for word in whole)
        broken = following_is_broken
    return frozenset(words)


def line_end(line: str, following: str, known: frozenset[str]) -> LineEnd:
    """How ``line`` goes on with ``following``, in a text that has the words ``known``."""
    before, after = _BEFORE.search(line), _AFTER.match(following)
    if before is None or after is None:
        return LineEnd.NOTHING if _ELIDED.search(line) else LineEnd.BLANK
    first, second = before.group()[:-1], after.group().rstrip("'’-")
    return LineEnd.NOTHING if _keeps(first, second, known) else LineEnd.BROKEN_WORD


def _keeps(first: str, second: str, known: frozenset[str]) -> bool:
    """Whether the hyphen between the two parts of a word belongs to it."""
    if first[-1].isdigit() or second[:1].isdigit():
        return True
    in_capitals = len(first) > 1 and first.isupper() and second.isupper()
    if second[:1].isupper() and not in_capitals:
        return True
    first, second = _spelt(first), _spelt(second)
    kept, dropped = f"{first}-{second}", f"{first}{second}"
    for words in (known, _compounds().whole):
        if _stands_in(kept, words):
            return True
        if _stands_in(dropped, words):
            return False
    return _is_compound(first, second, known)


def _is_compound(first: str, second: str, known: frozenset[str]) -> bool:
    data = _compounds()
    last = re.split(r"['-]", first)[-1]
    if last in data.numbers:
        parts = second.split("-")
        return all(p in data.numbers or p == "et" or _RANK.fullmatch(p) for p in parts)
    if last == "mi" and second in data.months:
        return True
    if last in data.maybe:
        return second in known
    return last in data.firsts or ("-" in first and last in data.links) or second in data.pronouns


def _stands_in(word: str, words: frozenset[str]) -> bool:
    """Also behind an elided article ("l'après-midi"), and in the plural."""
    bare = word.partition("'")[2] if word[1:2] == "'" or word.startswith("qu'") else word
    return any(form in words for one in (word, bare) for form in (one, one.removesuffix("s")))


def _spelt(word: str) -> str:
    return lower(word).replace("’", "'").replace("‐", "-")
