"""One side of a vote counted twice: "28 voix pour, 24 contre et 9 pour"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import SMALL_NUMBERS, lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.listed import DoubledItem
from fact_cli.model.text import Extent
from fact_cli.relate.context import Context, tells

_NUMBER = (
    rf"(?:\d{{1,3}}(?: \d{{3}})+|\d+|(?:{'|'.join(SMALL_NUMBERS)}|vingt|trente|quarante)[a-z-]*)"
)
_SIDE = re.compile(
    rf"\b{_NUMBER} (?:(?:voix|bulletins|suffrages|votes|élus|députés|conseillers|sénateurs) )?"
    r"(?P<side>pour|contre|oui|non|abstentions?|blancs?|nuls?)\b"
    r"(?! (?:l[ae]s? |l'|une? |ce|cette|des? |d'|son|sa|ses|leurs?|\d|cent))"
)
_LINK = re.compile(r"(?:,? et|,| contre|,? ainsi que) (?:seulement )?$")
_CUES = (" oui", " contre", " non", "abstention", " blanc", " nul")  # one of them beside "pour"
LEAST, MOST = 2, 4  # sides of one vote


def find(context: Context) -> Iterator[DoubledItem]:
    if context.tells(_CUES):
        for sentence in context.sentences:
            yield from _doubled(context.document.plain, sentence)


def _doubled(plain: str, sentence: ScannedSentence) -> Iterator[DoubledItem]:
    start, told = sentence.extent.start, lower(sentence.extent.of(plain))
    if not tells(told, _CUES):
        return
    run: list[re.Match[str]] = []
    for one in (*_SIDE.finditer(told), None):
        if one is not None and (not run or _LINK.fullmatch(told, run[-1].end(), one.start())):
            run.append(one)
            continue
        sides = [each["side"].rstrip("s") for each in run]
        if LEAST <= len(run) <= MOST and len(set(sides)) == len(sides) - 1:
            again = max(at for at, side in enumerate(sides) if sides.count(side) > 1)
            first = sides.index(sides[again])
            bare = len(run) > LEAST or " contre " in told[run[0].end() - 1 : run[1].start() + 1]
            if bare:
                at, other = run[first], run[again]
                yield DoubledItem(
                    Extent(start + at.start(), start + at.end()),
                    Extent(start + other.start(), start + other.end()),
                    other["side"],
                )
        run = [] if one is None else [one]
