"""Those of each age, from the youngest to the oldest, against all of them.

"1 318 patients. On recense 118 personnes de moins de 65 ans, 463 de 65 à 79 ans et 707 de 80 ans
et plus": brackets that follow one another from "moins de" to "et plus" leave nobody out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, usable
from fact_cli.relate.sums.apart.wholes import kinds_told, made_of

_CUES = ("moins de",)
_AGED = r"(?: [^\W\d_]+){0,3}? (?:(?:âgée?s? )?(?:de |d'|ont |avaient |entre |des |chez les )*)?\(?"
_UNDER = re.compile(rf"{_AGED} ?(?:ont )?moins de (?P<to>\d+)(?: ans)?")
_RANGE = re.compile(
    rf"{_AGED} ?(?:ont |de |entre )*(?P<low>\d+)(?: ans)? ?(?:à|et|-|–) ?(?P<high>\d+)(?: ans)?"
)
_OVER = re.compile(
    rf"{_AGED} ?(?:ont )?(?:(?:plus de |au moins )(?P<over>\d+)(?: ans)?"
    r"|(?P<least>\d+) ans (?:et|ou) (?:plus|davantage|au-delà))"
)
# Those of whom nobody knows the age, or who are left out.
_UNKNOWN = re.compile(
    r"\b(?:inconnue?s?|renseignée?s?|précisée?s?|manqu\w+|indéterminée?s?|le reste|les autres"
    r"|ignor\w+|sans (?:âge|date)|pas connue?s?|hors)\b"
)
FEWEST = 2  # brackets


@dataclass(frozen=True, slots=True)
class _Bracket:
    """From which age to which, None where it has no end."""

    figure: Quantity
    low: int | None
    high: int | None


def find(context: Context) -> Iterator[Total]:
    if not context.tells(_CUES):
        return
    plain = context.document.plain
    for sentence in context.sentences:
        brackets = _brackets(plain, sentence)
        if len(brackets) < FEWEST or not _follow(brackets):
            continue
        parts = [one.figure for one in brackets]
        keys = frozenset[str]().union(*(kinds_told(plain, sentence, one) for one in parts))
        for total in made_of(context, parts, keys | {"#people"}, disjoint=True):
            if total.exceeds or not _UNKNOWN.search(_between(context, total)):
                yield total


def _between(context: Context, total: Total) -> str:
    """The words from the whole to the end of the paragraph of its parts, in lower case."""
    end = context.document.block_at(total.parts[-1].extent.start).extent.end
    return lower(context.document.plain[total.whole.extent.start : end])


def _brackets(plain: str, sentence: ScannedSentence) -> Sequence[_Bracket]:
    found: list[_Bracket] = []
    for one in usable(sentence.quantities):
        if one.kind not in NUMBERS or one.hedge is not None:
            continue
        end = one.extent.end
        over, under = _OVER.match(plain, end), _UNDER.match(plain, end)
        between = _RANGE.match(plain, end)
        if over is not None:
            found.append(_Bracket(one, int(over["over"] or over["least"]), None))
        elif under is not None:
            found.append(_Bracket(one, None, int(under["to"])))
        elif between is not None:
            found.append(_Bracket(one, int(between["low"]), int(between["high"])))
    return found


def _follow(brackets: Sequence[_Bracket]) -> bool:
    """Whether each begins where the one before ends, the first and the last being open."""
    ordered = sorted(brackets, key=lambda one: one.low or -1)
    if ordered[0].low is not None or ordered[-1].high is not None:
        return False
    return all(
        one.high is not None and following.low is not None and 0 <= following.low - one.high <= 1
        for one, following in pairwise(ordered)
    )
