"""One high or low of a value told of two months: "un plus bas en juin … son creux d'octobre"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import PartialDate
from fact_cli.model.lapse import TwoDates
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import CalendarForm
from fact_cli.relate.context import Context, up_to
from fact_cli.relate.passage import adjoin

_HIGH = r"plus hauts?|sommets?|pics?|pointes?|maximums?|records?"
_LOW = r"plus bas|creux|minimums?|planchers?|étiages?"
_KNOWN = re.compile(
    rf"\b(?:son|sa|ses|leurs?|du|des) (?:(?P<high>{_HIGH})|(?P<low>{_LOW})) (?:de |d')$"
)
_TOLD = re.compile(
    rf"\b(?:une?|le|la|son|sa) (?:(?P<high>{_HIGH})|(?P<low>{_LOW}))"
    r"(?: (?:à|de|d')[^.;:()]{1,30})? en $"
)
_OTHER = re.compile(
    r"\b(?:(?<!de )nouveau|nouvelle|autre|précédente?|historique|second|deuxième|absolu"
    r"|dernier|dernière|depuis|janvier dernier|an dernier|an passé|année|nouvel|battu|un an)\b"
)


# The next sentence goes on with the same value.
_GOES_ON = re.compile(
    r"(?:(?:Mais )?(?:Il|Elle|il|elle|Son|Sa)\b|[^.;:]{0,90}, (?:son|sa|il|elle)\b)"
)


@dataclass(frozen=True, slots=True)
class _Extreme:
    high: bool
    known: bool  # "son creux d'octobre": told of before, or as known
    month: int
    time: TimeExpression
    word: str


def find(context: Context) -> Iterator[TwoDates]:
    plain = context.document.plain
    sentences = context.sentences
    for index, sentence in enumerate(sentences):
        near = list(up_to(sentences, index, 1))
        joined = all(
            adjoin(plain, one, other) and _GOES_ON.match(plain, other.extent.start)
            for one, other in pairwise(near)
        )
        if joined and not _OTHER.search(lower(plain[near[0].extent.start : sentence.extent.end])):
            yield from _conflict(plain, near)


def _conflict(plain: str, near: Sequence[ScannedSentence]) -> Iterator[TwoDates]:
    """The only telling with a month, and the only known one, of which the last sentence has one."""
    found = [one for sentence in near for one in _extremes(plain, sentence)]
    for high in (True, False):
        told = [one for one in found if one.high is high]
        known = [one for one in told if one.known]
        first = [one for one in told if not one.known]
        if len(known) != 1 or len(first) != 1 or known[0].month == first[0].month:
            continue
        one, other = sorted((known[0], first[0]), key=lambda each: each.time.extent)
        if near[-1].extent.holds(other.time.extent):
            yield TwoDates(one.time, other.time, other.word)


def _extremes(plain: str, sentence: ScannedSentence) -> Iterator[_Extreme]:
    for time in sentence.times:
        match time.form:
            case CalendarForm(PartialDate(None, int(month), None)):
                ahead = lower(plain[sentence.extent.start : time.extent.start])
                known, told = _KNOWN.search(ahead), _TOLD.search(ahead)
                found = known or told
                if found is not None:
                    word = found["high"] or found["low"]
                    high = found["high"] is not None
                    yield _Extreme(high, known is not None, month, time, word)
            case _:
                continue
