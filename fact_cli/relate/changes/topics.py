"""Whether the figures of a sentence count what the topic right before them is about.

"La natalité se redresse. 678 000 bébés sont nés …" goes on about births; "Les prix flambent.
La récolte atteint 3 millions de tonnes" tells of another thing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from fact_cli.lang.lexicon import read
from fact_cli.lang.line import Item
from fact_cli.lang.words import lower
from fact_cli.model.mention import QuantityKind
from fact_cli.relate.changes.pairs import Pair
from fact_cli.relate.neighbours import told_noun
from fact_cli.relate.passage import Passage
from fact_cli.relate.topic import TOPIC

_GOES_ON = re.compile(r"(?:Celle-ci|Celui-ci|Ils|Elles|Il|Elle|On)\b")
# The subject of the topic, and how high it stands: "Il a clôturé à 34,18 euros".
_STANDS_AT = re.compile(
    r"(?:Celle-ci|Celui-ci|Ce dernier|Cette dernière|Ces derniers|Ces dernières|Ils|Elles|Il|Elle)"
    r" (?:(?:n'|s'|se |ne |a |ont |est |sont |était |étaient |avait |aura ){0,3})"
    r"(?:ainsi |désormais |donc |même |maintenant |alors |finalement )?"
    r"(?:s')?(?:établi|élev|élèv|affich|fix|clôtur|termin|fini|atteign|atteint|ressort|pass|tomb"
    r"|descend|mont|grimp|situ|chiffr|limit|revien|revenu|culmin|plafonn|avoisin|frôl|dépass"
    r"|point|compt|cot|vau|coût|pes)\w*[^.;:,()\d]{0,30}"
)
_TAKEN_UP = re.compile(r"\b(?:en|n'en|l'en) ")
# "Les policiers en ont enregistré 318": of what the topic names, whoever counts it.
_COUNTED = re.compile(
    r"\b(?:n')?en (?:a|ont|avait|avaient|aura|auront) (?:[^\W\d_]+ment |déjà |ainsi )?"
    r"(?:enregistr|relev|recens|compt|dénombr|constat|comptabilis|observ|signal|célébr|délivr"
    r"|accueill|vend|trait|instruit|ouvert|subi|déplor|totalis)\w*(?: que)? $"
)
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


def _clause(passage: Passage, word: Item, start: int, end: int) -> str:
    """The clause from ``start`` to ``end`` that tells a rise or fall, in lower case."""
    ahead, behind = lower(passage.plain[start : word.end]), lower(passage.plain[word.end : end])
    return _CLAUSE_END.split(ahead)[-1] + _CLAUSE_END.split(behind)[0]


def is_about(passage: Passage, pair: Pair) -> bool:
    """Whether the two values are of what the topic of a passage names."""
    start = passage.sentences[0].extent.start
    own = passage.sentences[0].extent.of(passage.plain)
    if _STANDS_AT.fullmatch(passage.plain, start, pair.extent.start):
        return True
    counts = pair.before.kind is not QuantityKind.MONEY
    if counts and not {told_noun(pair.before), told_noun(pair.after)} - {None}:
        first = min(pair.both, key=lambda one: one.extent).reach.start
        counted = _COUNTED.search(lower(passage.plain[start:first])) is not None
        return counted or bool(_GOES_ON.match(own) and _TAKEN_UP.search(own))
    clause = _clause(passage, passage.topic[0], max(0, start - TOPIC), start)
    return names(clause, pair, lower(own))


def names(topic: str, pair: Pair, told: str) -> bool:
    """Whether the words of a topic name what two values of a sentence ``told`` are of.

    Both are in lower case. Of a price the sentence must tell that it is one thing's.
    """
    if pair.before.kind is QuantityKind.MONEY:
        return _is_price(topic, told)
    named = set(re.findall(r"[^\W\d_]+", topic))
    nouns = {told_noun(pair.before), told_noun(pair.after)}
    counted = {one for word in named for one in _counted().get(word, ())}
    stems = {word[:STEM] for word in named if len(word) >= STEM}
    return any(noun in counted or noun[:STEM] in stems for noun in nouns if noun is not None)


def counts(topic: str, told: str) -> bool:
    """Whether words of a subject ``told``, in lower case, are what a topic goes on to count."""
    said = re.findall(r"[^\W\d_]+", topic)
    nouns = {one for word in said for one in _counted().get(word, ())}
    return any(re.search(rf"\b{re.escape(noun)}[sx]?\b", told) for noun in nouns)


def _is_price(clause: str, told: str) -> bool:
    """Whether a clause tells of prices, and ``told`` what one of something costs."""
    words, each = _prices()
    return not words.isdisjoint(re.findall(r"[^\W\d_]+", clause)) and each.search(told) is not None


def is_priced(passage: Passage, word: Item, pair: Pair) -> bool:
    """Whether a rise or fall is that of prices, and the two values are what one thing costs.

    "Les prix s'envolent en Bretagne, où le mètre carré se vend 3 100 euros, contre 2 900".
    """
    start = passage.sentence_of(pair.before).extent.start
    if pair.before.kind is not QuantityKind.MONEY or not start <= word.start < pair.extent.start:
        return False
    ahead = _clause(passage, word, start, word.end)
    return _is_price(ahead, passage.told_between(word.end, pair.extent.start))
