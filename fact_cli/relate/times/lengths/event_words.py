"""What a length is counted from, told as a noun: "deux jours après son arrivée"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from fact_cli.lang.lexicon import read
from fact_cli.lang.words import words_after

REACH = 60  # characters behind a length in which the noun stands


@dataclass(frozen=True)
class CountedFrom:
    """The event behind a length: where its noun ends, and the words that tell it elsewhere."""

    end: int
    words: str
    later: bool


@cache
def _nouns() -> tuple[re.Pattern[str], dict[str, str]]:
    """The nouns of events behind a length, and of each the words by which it is told."""
    told = {
        noun: "|".join(one["told"])
        for one in read("events")["counted_from"]
        for noun in one["nouns"]
    }
    nouns = "|".join(sorted(map(re.escape, told), key=len, reverse=True))
    return (
        re.compile(
            r" (?:jour pour jour )?(?P<side>après|avant) "
            r"(?:son |sa |leur |le |la |l'|les |ce |cet |cette |ces )"
            rf"(?P<what>{nouns})(?=[,;.!?)]|$| \()"
        ),
        told,
    )


def event_behind(plain: str, end: int) -> CountedFrom | None:
    """The event told right behind a length that ends at ``end``, with nothing said of it."""
    nouns, told = _nouns()
    found = nouns.match(words_after(plain, end, REACH))
    if found is None:
        return None
    return CountedFrom(end + found.end(), told[found["what"]], found["side"] == "après")
