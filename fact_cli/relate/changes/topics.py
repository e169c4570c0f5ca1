"""Whether the figures of a sentence count what the topic right before them is about.

"La natalité se redresse. 678 000 bébés sont nés …" goes on about births; "Les prix flambent.
La récolte atteint 3 millions de tonnes" tells of another thing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from fact_cli.lang.lexicon import read
from fact_cli.lang.words import lower
from fact_cli.model.mention import QuantityKind
from fact_cli.relate.changes.pairs import Pair
from fact_cli.relate.neighbours import told_noun
from fact_cli.relate.passage import TOPIC, Passage

_GOES_ON = re.compile(r"(?:Celle-ci|Celui-ci|Ils|Elles|Il|Elle|On)\b")
_TAKEN_UP = re.compile(r"\b(?:en|n'en|l'en) ")
_CLAUSE_END = re.compile(r"[.!?;:,]| et | mais ")
STEM = 5  # letters that two words of one family share


@cache
def _counted() -> Mapping[str, frozenset[str]]:
    """What is counted where a topic is told, by the word that names it."""
    return {
        word: frozenset(one["counted"]) for one in read("topics")["topic"] for word in one["named"]
    }


@cache
def _prices() -> tuple[frozenset[str], re.Pattern[str]]:
    data = read("topics")["prices"]
    return frozenset(data["named"]), re.compile(rf"\b(?:{'|'.join(data['each'])})\b")


def _clause(passage: Passage) -> str:
    """The clause of the topic that tells the rise or fall, in lower case."""
    start, word = passage.sentences[0].extent.start, passage.topic[0]
    ahead = lower(passage.plain[max(0, start - TOPIC) : word.end])
    behind = lower(passage.plain[word.end : start])
    return _CLAUSE_END.split(ahead)[-1] + _CLAUSE_END.split(behind)[0]


def is_about(passage: Passage, pair: Pair) -> bool:
    """Whether the two values are of what the topic of a passage names."""
    named = set(re.findall(r"[^\W\d_]+", _clause(passage)))
    own = passage.sentences[0].extent.of(passage.plain)
    if pair.before.kind is QuantityKind.MONEY:
        words, each = _prices()
        return bool(named & words) and each.search(lower(own)) is not None
    nouns = {told_noun(pair.before), told_noun(pair.after)} - {None}
    if not nouns:
        return bool(_GOES_ON.match(own) and _TAKEN_UP.search(own))
    counted = {one for word in named for one in _counted().get(word, ())}
    stems = {word[:STEM] for word in named if len(word) >= STEM}
    return any(noun in counted or noun[:STEM] in stems for noun in nouns if noun is not None)
