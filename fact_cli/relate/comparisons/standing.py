"""Who stands ahead of whom with how many, each in a bracket of its own.

"Avec 17 réalisations, il mène le classement, devant Mensah (19)" has less than the one behind
him; "deuxième, derrière la Zambie (18), le Malawi (15) et l'Ouganda (13)" has three ahead. The
value may stand in the sentence before: "141 heures de bouchons. Elle est troisième, derrière
Londres (156 heures) et Paris (138)".
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
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.same import TwoRanks
from fact_cli.model.text import Extent
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, is_surplus, same_thing, usable
from fact_cli.relate.passage import adjoin

_LINK = re.compile(r"(?:, |(?<=[^\W\d_] ))(?P<side>devant|derrière) ")
_NAMED = re.compile(
    r"(?!devant |derrière )(?:les? |la |l'|son |sa |ses )?"
    r"(?:(?!devan|derrière)[a-zà-ÿ-]+ ){0,2}[A-ZÀ-Þ][^\d,;:.()!?«»]{0,40} "
    r"\((?P<value>\d{1,3}(?:[ .]\d{3})*(?:,\d+)?)(?: ?%| [^\W\d_]+)?\)"
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
    r"\b(?:moins|derni\w+|plus (?:faibles?|petite?s?|bas|basses?|jeunes?|courts?|rapides?)"
    r"|golf|coups?"
    r"|pénalités?"
    r"|secondes|minutes|temps|chrono\w*|médailles?|or|titres?|encaiss\w+|concéd\w+|âge|ans|contre"
    r"|ne|n'|sur|soit|dont|match(?:es|s)?|journées? de|ex[ -]aequo|égalité|mais|avant(?!-)"
    r"|après|l'an"
    r"|saison|places?|passeurs?|chôm\w+|échecs?|violen\w+|sûre?s?|sécurité|pollu\w+|émi\w+|co2"
    r"|grammes?|précaires?|pauv\w+|délits?|délinquan\w+|crim\w+|accidents?|victimes?|décès"
    r"|mort\w*|absent\w*|déficits?|dettes?|prix|loyers?|tarifs?|qualité|petit\w*|meilleure?s?"
    r"|mieux)\b"
)
_RANK = {QuantityKind.ORDINAL}
_POINTS = {QuantityKind.POINTS, *NUMBERS, QuantityKind.PERCENT, QuantityKind.DIMENSION}
_RANKED = re.compile(
    r"\b(?:class\w+|termin\w+|fini\w*|pointe\w*|figure\w*|occup\w+|est|arriv\w+|prend"
    r"|pris|reste\w*)(?: [^\W\d_]+){0,3}? $|, $|^$"
)
# "La capitale se hisse au troisième rang, derrière": nothing but a rank, with no other figure.
_RANK_TOLD = re.compile(
    r"(?:il|elle|le|la|l'|ce|cette|cet)(?: ?[^\W\d_]+){0,3}? (?:est|se (?:hisse|classe|place|situe)"
    r"|pointe|figure|arrive|occupe|reste|devient|prend) (?:[^\W\d_]+ ){0,3}"
    r"(?:premi(?:er|ère)|deuxième|seconde?|troisième|quatrième|cinquième|2e|3e|4e|5e)\b[^;:.()\d]*"
)
_TIED = re.compile(r"\b(?:ex[ -]aequo|égalité)\b")
NEAR = 110  # characters between the value of one and those who stand ahead or behind
LEAST = 2  # who stand ahead, in brackets that show that they are a list


@dataclass(frozen=True, slots=True)
class _Value:
    """A value in a bracket; a short bare number is not ``read`` as a figure of its own."""

    extent: Extent
    value: Decimal
    read: Quantity | None


@dataclass(frozen=True, slots=True)
class _Others:
    """Who stands ahead or behind, each with a value, as a list."""

    behind: bool
    start: int
    listed: Extent
    values: Sequence[_Value]


def find(context: Context) -> Iterator[Comparison | TwoRanks]:
    if not context.tells((" devant ", " derrière ")):
        return
    plain = context.document.plain
    for number, sentence in enumerate(context.sentences):
        for others in _others(plain, sentence):
            yield from _compared(plain, context.sentences[max(0, number - 1) : number + 1], others)
            yield from _ranked(plain, sentence, others)


def _others(plain: str, sentence: ScannedSentence) -> Iterator[_Others]:
    at_start = {one.extent.start: one for one in sentence.quantities}
    for link in _LINK.finditer(plain, sentence.extent.start, sentence.extent.end):
        values: list[_Value] = []
        at = end = link.end()
        while (named := _NAMED.match(plain, at, sentence.extent.end)) is not None:
            told = named["value"].replace(" ", "").replace(".", "").replace(",", ".")
            read = at_start.get(named.start("value"))
            values.append(_Value(Extent(*named.span("value")), Decimal(told), read))
            end = named.end()
            following = _NEXT.match(plain, end, sentence.extent.end)
            if following is None:
                break
            at = following.end()
        if values:
            listed = Extent(link.end(), end)
            yield _Others(link["side"] == "devant", link.start(), listed, values)


def _compared(plain: str, near: Sequence[ScannedSentence], others: _Others) -> Iterator[Comparison]:
    """The value right ahead of those who stand behind with less, or ahead with more."""
    sentence = near[-1]
    around = lower(plain[sentence.extent.start : others.start])
    one = _own_value(plain, sentence, others) or _value_before(plain, near, around)
    if one is None or one.kind not in _POINTS or one.hedge is not None:
        return
    if _OTHERWISE.search(around) or is_surplus(plain, one) or not _LEADS.search(around):
        return
    values = [told for each in others.values if (told := _in_unit_of(one, each)) is not None]
    if len(values) < len(others.values):
        return
    best = max if others.behind else min
    other = best(values, key=lambda each: each.value or 0)
    pair = (one, other) if others.behind else (other, one)
    yield Comparison(*pair, at=other, binding=Binding.INFERRED)


def _own_value(plain: str, sentence: ScannedSentence, others: _Others) -> Quantity | None:
    """The last value ahead of those others in their sentence, if no stop lies between."""
    own = [one for one in usable(sentence.quantities) if one.extent.end <= others.start]
    if not own or own[-1].kind in _RANK:
        return None
    link = plain[own[-1].extent.end : others.start]
    return None if len(link) > NEAR or re.search(r"[;:.()]", link) else own[-1]


def _value_before(plain: str, near: Sequence[ScannedSentence], around: str) -> Quantity | None:
    """The only value of the sentence before, where the next one only tells of a rank."""
    if len(near) < 2 or not _RANK_TOLD.match(around) or not adjoin(plain, *near):
        return None
    told = near[0].quantities
    return told[0] if len(told) == 1 else None


def _in_unit_of(own: Quantity, other: _Value) -> Quantity | None:
    """The value of another, which may be a bare number, in the unit of one's own."""
    read, at = other.read, other.extent
    if read is not None and (read.kind is not QuantityKind.NUMBER or read.noun is not None):
        return read if same_thing(own, read) else None
    if own.scale != 1:
        return None
    exact = Bounds.exactly(other.value)
    return replace(own, extent=at, reach=at, value=other.value, strict=exact, loose=exact)


def _ranked(plain: str, sentence: ScannedSentence, others: _Others) -> Iterator[TwoRanks]:
    """A rank told right before those who stand ahead, who are more than it allows."""
    if others.behind or len(others.values) < LEAST:
        return
    ranks = [
        one
        for one in sentence.quantities
        if one.kind in _RANK and one.extent.end <= others.start and one.value
    ]
    values = [one.value for one in others.values]
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
