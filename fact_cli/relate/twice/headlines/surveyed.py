"""A share of people in the title, and the first share of those asked that the body tells.

"Deux Bretons sur trois ont repoussé un rendez-vous", of "41 % des adultes sondés disent avoir
repoussé …": a study is told by its main share first, and by groups of people behind it. What
those who gave two answers are together, or those who did not, bears a title out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower, singular_of, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.same import TitleWords
from fact_cli.model.text import BlockKind
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS
from fact_cli.relate.twice.values.kinds import as_percent
from fact_cli.relate.twice.values.same_words import stems, words
from fact_cli.scan.times.ages import is_person

# "Deux Bretons sur trois", "un salarié breton sur trois", "six sur dix".
_ON = re.compile(r"[\w-]+ (?P<noun>[^\W\d_]{3,})(?: [^\W\d_]+){0,2}? sur ")
_OF = re.compile(
    r" (?:des|d'|de la |de ses |de leurs )(?P<all> ?)(?P<noun>[^\W\d_-]{3,})"
    r"(?= [^\W\d_]| ?[,(])"
)
_ASKED = re.compile(
    r" (?:des|de (?:ses|ces|nos|leurs)) (?:(?:[\d ]+|mille) )?"
    r"(?P<noun>répondants?|répondantes|sondée?s|interrogée?s|interviewée?s|enquêtée?s"
    r"|[^\W\d_]{4,}(?: [^\W\d_]+)? (?:sondée?s|interrogée?s|consultée?s|enquêtée?s))\b"
)
_SURVEY = re.compile(
    r"\b(?:sondages?|enquêtes?|étude|baromètre|sondée?s?|interrogée?s?|questionnaire|consultation)\b"
)
# "La proportion grimpe à 53 % chez les jeunes": the one before it is that of all.
_GOES_ON = re.compile(
    r"(?:(?:la|cette) (?:proportion|part)|(?:le|ce) (?:taux|chiffre|pourcentage|score)"
    r"|ils sont|elles sont|ils étaient|elles étaient)\b"
)
# Of some of them, of another time or place, of a plan, or of what would be.
_OF_SOME = re.compile(
    r"\b(?:parmi|dont|(?:moins|plus) de \d+ ans|jeunes|femmes|hommes|contre|en moyenne|ailleurs"
    r"|il y a|(?<!que )l'an (?:passé|dernier)|en (?:19|20)\d\d|auparavant|d'entre|autres?)\b"
)
# "53 % chez les jeunes", "61 % en Bretagne": of a group of them.
_OF_GROUP = re.compile(r" (?:chez|parmi|pour) l|,? (?:en|à|au|dans l[ea]s?|dans l') ?[A-ZÀ-Þ]")
_OTHERWISE = re.compile(
    r"[?]|\b(?:bientôt|pourrai\w*|d'ici|objectif|vise\w*|devrai\w*|dans \d+ ans|avant|après"
    r"|seulement|jeunes?|femmes?|hommes?|moins|fois|entre)\b"
)
_AMONG = re.compile(r"(?:parmi|d'entre|chez|sur) (?:eux|elles|ceux|celles|ces)\b")
POINTS = Decimal(6)  # by which a share may be rounded to "un sur trois"
ROUND = Decimal("0.12")  # of the share, the same
MOST = 12  # percentages of which two or three are added
LEAST = Decimal(10)
AROUND = 60  # characters around a share that tell of whom it is


@dataclass(frozen=True, slots=True)
class _Share:
    """A share that a title tells of the people called ``noun``, between two percentages."""

    figure: Quantity
    noun: str
    low: Decimal
    high: Decimal

    def fits(self, percent: Decimal) -> bool:
        return self.low <= percent <= self.high


def find(context: Context) -> Iterator[TitleWords]:
    blocks, plain = context.document.blocks, context.document.plain
    titles = [s for s in context.sentences if blocks[s.sentence.block].kind is BlockKind.TITLE]
    shares = [one for title in titles for one in _shares(plain, title)]
    if len(shares) != 1:
        return
    share, told = shares[0], lower(titles[0].extent.until(titles[-1].extent).of(plain))
    if _OTHERWISE.search(told):
        return
    body = [
        one
        for one in context.sentences
        if one not in titles and blocks[one.sentence.block].kind is not BlockKind.BOILERPLATE
    ]
    at = next((at for at, one in enumerate(body) if any(_percents([one]))), None)
    if at is None:
        return
    first = next(figure for figure, _ in _percents([body[at]]))
    if not _is_of_all(plain, body[at], first, share) or first.value is None:
        return
    if not _is_one_matter(context, share, told, body[at : at + 2]):
        return
    if _is_of_answers(share, body[at]) or _is_of_these(plain, share, first, body[at + 1 :]):
        return
    if not any(share.fits(one) for one in _made(plain, body, at)):
        yield TitleWords(share.figure.extent, first.extent)


def _shares(plain: str, title: ScannedSentence) -> Iterator[_Share]:
    """The shares of people in a title, with what they may stand for."""
    for one in title.quantities:
        share = as_percent(one)
        noun = _noun(plain, one)
        if share.kind is not QuantityKind.PERCENT or share.value is None or noun is None:
            continue
        if not LEAST <= share.value < 100 or one.kind is not QuantityKind.RATIO:
            continue
        room = min(POINTS, max(share.value * ROUND, POINTS / 2))
        low, high = share.value - room, share.value + room
        ahead = words_before(plain, one.extent.start, 12)
        if one.hedge is not None or "plus" in ahead or "moins" in ahead:
            more, less = one.strict.high, one.strict.low
            high = Decimal(100) if more is None or "plus" in ahead else high
            low = Decimal(0) if less is None or "moins" in ahead else low
        yield _Share(one, noun, low, high)


def _noun(plain: str, share: Quantity) -> str | None:
    """The people of whom a share is: "deux Bretons sur trois", "la moitié des Bretons"."""
    text = share.extent.of(plain)
    found = _ON.match(text) or _OF.match(plain, share.extent.end)
    if found is None:
        return None
    grammar = lexicon().grammar
    noun = singular_of(lower(found["noun"]), grammar.invariable)
    named = found["noun"][0].isupper() and found.start("noun") > 0
    return noun if named or is_person(noun, grammar) else None


def _percents(sentences: Sequence[ScannedSentence]) -> Iterator[tuple[Quantity, ScannedSentence]]:
    for sentence in sentences:
        for one in sentence.quantities:
            share = as_percent(one)
            if share.kind is QuantityKind.PERCENT and share.value is not None:
                yield share, sentence


def _is_of_all(plain: str, sentence: ScannedSentence, first: Quantity, share: _Share) -> bool:
    """Whether the first share of a body is of all those of the title, or of all who were asked."""
    end = first.extent.end
    asked = _ASKED.match(plain, end)
    noun = None if asked is not None else _OF.match(plain, end)
    own = _noun(plain, first)
    grammar = lexicon().grammar
    named = own or (noun and singular_of(lower(noun["noun"]), grammar.invariable))
    if asked is None and (named is None or not _are_one(share.noun, named)):
        return False
    start, stop = max(sentence.extent.start, first.reach.start - AROUND), sentence.extent.end
    clause = lower(plain[start : min(stop, end + AROUND)])
    return _OF_SOME.search(re.split(r"[;:]|, contre", clause)[0]) is None


def _are_one(noun: str, other: str) -> bool:
    """Whether the one noun can stand for the other in a study: "Français" for "adulte"."""
    things = words().things
    shared = things.get(noun, frozenset()) & things.get(other, frozenset())
    return noun == other or other in {"adulte", "répondant", "sondé", "interrogé"} or bool(shared)


def _is_one_matter(
    context: Context, share: _Share, told: str, near: Sequence[ScannedSentence]
) -> bool:
    """Whether a word of the title stands beside the first share, or words tell of a study."""
    plain = context.document.plain
    own = lower(near[0].extent.of(plain))
    shared = stems(told) & stems(own) - stems(share.noun)
    if any(not one.startswith("=") for one in shared):
        return True
    goes_on = any(_GOES_ON.match(lower(one.extent.of(plain))) for one in near[1:])
    return goes_on and _SURVEY.search(told + own) is not None


def _is_of_answers(share: _Share, sentence: ScannedSentence) -> bool:
    """Whether a share may be of those who gave one of several answers: "41 %, 32 % et 18 %"."""
    values = [one.value for one, _ in _percents([sentence]) if one.value is not None][:MOST]
    total = sum(values, Decimal(0))
    return len(values) > 1 and total != 100 and max(values) < share.high and share.low < total


def _is_of_these(
    plain: str, share: _Share, first: Quantity, behind: Sequence[ScannedSentence]
) -> bool:
    """Whether a share may be a part of the first one: "Parmi eux, 61 % le veulent encore"."""
    of_them = any(_AMONG.match(lower(one.extent.of(plain))) for one in behind[:1])
    return of_them and first.value is not None and share.low < first.value


def _made(plain: str, body: Sequence[ScannedSentence], at: int) -> Iterator[Decimal]:
    """What shares the body tells of all, what those told first leave or make, or two counts."""
    for index, sentence in enumerate(body):
        told = _percents([sentence])
        own = [one.value for one, _ in told if not _OF_GROUP.match(plain, one.extent.end)]
        values = [one for one in own if one is not None][:MOST]
        yield from values
        if index == at:
            yield from (100 - value for value in values[:1])
        for size in (2, 3) if at <= index <= at + 1 else ():
            for run in range(len(values) - size + 1):
                yield sum(values[run : run + size], Decimal(0))
        counts = [one.value for one in sentence.quantities if one.kind in NUMBERS and one.value]
        for one, other in combinations(counts[:MOST], 2):
            less, more = sorted((one, other))
            yield less / more * 100
