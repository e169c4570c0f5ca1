"""What is told to get better or worse, beside its two values: "le taux de réussite s'améliore".

Which way better is, the noun tells: more of what is good, less of what is bad.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from fact_cli.lang.lexicon import read
from fact_cli.lang.words import lower
from fact_cli.model.figures import Direction
from fact_cli.model.finding import Binding
from fact_cli.relate.changes.explained import is_explained
from fact_cli.relate.changes.implied_way import ANOTHER, LONGEST_GAP
from fact_cli.relate.changes.pairs import Pair, pairs, rivals
from fact_cli.relate.context import Context
from fact_cli.relate.passage import Passage, passages

_DENIED = re.compile(
    r"(?:\b(?:ne|sans|malgré|en dépit|loin d|peine|peinent|devrai\w+|pourrai\w+|espèr\w+|veu\w+"
    r"|pour|promet\w*|après|avant|si|aucune?|pas)\b|\bn'|d')[^.;:,()]{0,25}$"
)
_BUT_LITTLE = re.compile(r"[^.;:,()\d]{0,12} (?:pas|peu|plus|guère|si|par rapport au début)\b")


def find(context: Context) -> Iterator[Direction]:
    better, worse, _, _ = _words()
    for index, sentence in enumerate(context.sentences):
        if len(sentence.quantities) < 2:
            continue
        told = lower(sentence.extent.of(context.document.plain))
        if not (better.search(told) or worse.search(told)):
            continue
        for passage in passages(context, index)[:1]:
            yield from _told(passage, told)


def _told(passage: Passage, told: str) -> Iterator[Direction]:
    better, worse, good, bad = _words()
    if passage.changes or (good.search(told) is None) == (bad.search(told) is None):
        return
    high = 1 if good.search(told) else -1  # whether more of it is better
    found = pairs(passage)
    if len(found) != 1 or rivals(passage, found[0].before, found[0].after):
        return
    ways: set[int] = set()
    for form, quality in ((better, 1), (worse, -1)):
        ways |= {quality * high for one in form.finditer(told) if _is_told(passage, found[0], one)}
    ways |= {1 if word.value == "rise" else -1 for word in passage.words}
    if len(ways) == 1 and not passage.words:
        direction = Direction(found[0].before, found[0].after, ways.pop(), Binding.INFERRED)
        if not is_explained(passage, direction):
            yield direction


def _is_told(passage: Passage, pair: Pair, word: re.Match[str]) -> bool:
    """Whether a word stands by a pair, between its two values or before them, and is not denied."""
    start = passage.sentences[0].extent.start
    ahead = word.string[: word.start()]
    if _DENIED.search(ahead[-60:]) or _BUT_LITTLE.match(word.string, word.end()):
        return False
    first, last = start + word.start(), start + word.end()
    if pair.extent.start <= first < pair.extent.end:
        return True
    gap = passage.told_between(last, pair.extent.start)
    return last <= pair.extent.start and len(gap) <= LONGEST_GAP and not ANOTHER.search(gap)


@cache
def _words() -> tuple[re.Pattern[str], ...]:
    data = read("quality")
    return tuple(_any_of(data[name]) for name in ("better", "worse", "good", "bad"))


def _any_of(words: list[str]) -> re.Pattern[str]:
    forms = "|".join(word.replace("*", r"[^\W\d_]*") for word in words)
    return re.compile(rf"\b(?:{forms})(?![^\W\d_])")
