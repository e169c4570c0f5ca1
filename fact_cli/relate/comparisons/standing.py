"""Who stands ahead of whom with how many, each in a bracket of its own.

"Avec 17 réalisations, il mène le classement, devant Mensah (19)" has less than the one behind
him; "deuxième, derrière la Zambie (18), le Malawi (15) et l'Ouganda (13)" has three ahead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from fact_cli.lang.words import lower, words_before
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.figures import Comparison
from fact_cli.model.finding import Binding
from fact_cli.model.mention import QuantityKind
from fact_cli.model.same import TwoRanks
from fact_cli.model.text import Extent
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, is_surplus, usable

_LINK = re.compile(r"(?:, |(?<=[^\W\d_] ))(?P<side>devant|derrière) ")
_NAMED = re.compile(
    r"(?:les? |la |l'|son |sa |ses )?(?:[a-zà-ÿ-]+ ){0,2}[A-ZÀ-Þ][^\d,;:.()!?«»]{0,40} "
    r"\((?P<value>\d{1,3}(?: \d{3})*)(?: (?:points?|pts|buts?|réalisations?|voix|victoires?))?\)"
)
_NEXT = re.compile(r"(?:,? et|,? puis|,? ainsi que|,)(?: enfin)? ")
_LEADS = re.compile(
    r"\b(?:en tête|tête du|mèn\w+|domin\w+|caracol\w+|leaders?|premi(?:er|ère)s?|1er|1re"
    r"|meilleure?s?"
    r"|seule?s? en|trôn\w+|plus|second\w*|deuxième|troisième|quatrième|cinquième|suit|suivent"
    r"|point\w+"
    r"|class\w+|avec)\b"
)
_OTHERWISE = re.compile(
    r"\b(?:moins|derni\w+|plus (?:faibles?|bas|basses?|jeunes?|courts?|rapides?)|golf|coups?"
    r"|pénalités?"
    r"|secondes|minutes|temps|chrono\w*|médailles?|or|titres?|encaiss\w+|concéd\w+|âge|ans|contre"
    r"|ne|n'|sur|soit|dont|match(?:es|s)?|journées? de|ex[ -]aequo|égalité|mais|avant(?!-)"
    r"|après|l'an"
    r"|saison|places?|passeurs?)\b"
)
_RANK = {QuantityKind.ORDINAL}
_POINTS = {QuantityKind.POINTS, *NUMBERS, QuantityKind.PERCENT}
_RANKED = re.compile(
    r"\b(?:class\w+|termin\w+|fini\w*|pointe\w*|figure\w*|occup\w+|est|arriv\w+|prend"
    r"|pris|reste\w*)(?: [^\W\d_]+){0,3}? $|, $|^$"
)
_TIED = re.compile(r"\b(?:ex[ -]aequo|égalité)\b")
NEAR = 110  # characters between the value of one and those who stand ahead or behind
LEAST = 2  # who stand ahead, in brackets that show that they are a list


@dataclass(frozen=True, slots=True)
class _Others:
    """Who stands ahead or behind, each with a value, as a list."""

    behind: bool
    start: int
    listed: Extent
    values: Sequence[tuple[Extent, Decimal]]


def find(context: Context) -> Iterator[Comparison | TwoRanks]:
    if not context.tells((" devant ", " derrière ")):
        return
    plain = context.document.plain
    for sentence in context.sentences:
        for others in _others(plain, sentence.extent):
            yield from _compared(plain, sentence, others)
            yield from _ranked(plain, sentence, others)


def _others(plain: str, sentence: Extent) -> Iterator[_Others]:
    for link in _LINK.finditer(plain, sentence.start, sentence.end):
        values: list[tuple[Extent, Decimal]] = []
        at = end = link.end()
        while (named := _NAMED.match(plain, at, sentence.end)) is not None:
            values.append((Extent(*named.span("value")), Decimal(named["value"].replace(" ", ""))))
            end = named.end()
            following = _NEXT.match(plain, end, sentence.end)
            if following is None:
                break
            at = following.end()
        if values:
            listed = Extent(link.end(), end)
            yield _Others(link["side"] == "devant", link.start(), listed, values)


def _compared(plain: str, sentence: ScannedSentence, others: _Others) -> Iterator[Comparison]:
    """The value right ahead of those who stand behind with less, or ahead with more."""
    own = [one for one in usable(sentence.quantities) if one.extent.end <= others.start]
    if not own or own[-1].kind not in _POINTS or own[-1].step < 1 or own[-1].hedge is not None:
        return
    one = own[-1]
    link = plain[one.extent.end : others.start]
    around = lower(plain[sentence.extent.start : others.start])
    if len(link) > NEAR or _OTHERWISE.search(around) or re.search(r"[;:.()]", link):
        return
    if is_surplus(plain, one) or not _LEADS.search(around):
        return
    best = max if others.behind else min
    at, value = best(others.values, key=lambda each: each[1])
    exact = Bounds(value, value)
    other = replace(one, extent=at, reach=at, value=value, strict=exact, loose=exact)
    pair = (one, other) if others.behind else (other, one)
    yield Comparison(*pair, at=other, binding=Binding.INFERRED)


def _ranked(plain: str, sentence: ScannedSentence, others: _Others) -> Iterator[TwoRanks]:
    """A rank told right before those who stand ahead, who are more than it allows."""
    if others.behind or len(others.values) < LEAST:
        return
    ranks = [
        one
        for one in sentence.quantities
        if one.kind in _RANK and one.extent.end <= others.start and one.value
    ]
    values = [value for _, value in others.values]
    if len(ranks) != 1 or len(set(values)) < len(values):
        return
    (rank,) = ranks
    told = words_before(plain, rank.extent.start, 60)
    link = lower(plain[rank.extent.end : others.start])
    if re.search(r"[;:.]|\b(?:mais|puis)\b", link) or len(link) > NEAR or rank.value is None:
        return
    if not _RANKED.search(told) or _TIED.search(lower(sentence.extent.of(plain))):
        return
    if len(values) >= rank.value:
        yield TwoRanks(others.listed, rank.extent)
