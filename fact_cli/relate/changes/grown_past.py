"""A level that has grown by more than it is: a debt of 6,4 millions, up by 310 millions.

What grew by an amount is larger than it afterwards; a milliard told as a million is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from fact_cli.lang.words import lower, words_before
from fact_cli.model.mention import Quantity
from fact_cli.model.sizes import TwoSizes
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.passage import Passage

_CUES = ("million", "milliard")
_STANDS = re.compile(
    r"\b(?:s'(?:élèv|élev|établi|affich|inscri)\w*|(?:se|s'est|s'était) (?:mont|chiffr|fix|situ)\w*"
    r"|(?:attei(?:nt|gn|nd)|pass|frôl|dépass|culmin|avoisin|représent|ressort|pointe)\w*|port\w+)"
    r"(?: [^\W\d_']+){0,4}? (?:à |de |d')?(?:près de |quelque |plus de |environ )?$"
    r"|(?:attei(?:nt|gn|nd)|dépass|frôl|avoisin|représent)\w* $|, à $"
)
_AFTER = re.compile(
    r"(?:,| et) (?:après|ayant|qui|contre|en hausse|en progression|alourdi|augment)"
)
# Another subject, of which the second amount is told.
_ANOTHER = re.compile(
    r"[;:.!?()]|\b(?:et|mais|tandis que?|alors que?|quand|pendant que?) "
    r"(?:l[ae]s? |l'|son |sa |ses |leurs? |une? |celui|celle)|\b(?:grâce|dont|dû|due|dus|contre)\b"
)
_OF_OTHER = re.compile(r", (?:l[ae]s? |son |sa |ses |leurs? |l')")
_AHEAD = 60  # characters before a level that tell that it stands there
THOUSAND = Decimal(1000)


def find(context: Context) -> Iterator[TwoSizes]:
    return in_passages(context, _grown, lambda one: one.odd.extent, _CUES)


def _grown(passage: Passage) -> Iterator[TwoSizes]:
    if len(passage.sentences) > 1:
        return
    rises = [one for one in passage.figures if _is_rise(passage, one)]
    levels = [one for one in passage.levels if one.unit is not None and one not in rises]
    if len(rises) != 1:
        return
    (rise,) = rises
    alike = [one for one in levels if one.unit == rise.unit]
    if len(alike) == 1 and _is_too_small(alike[0], rise) and _are_of_one(passage, alike[0], rise):
        yield TwoSizes(alike[0], rise, THOUSAND)


def _is_rise(passage: Passage, one: Quantity) -> bool:
    word = passage.changes.get(id(one))
    return word is not None and word.value == "rise" and one.unit is not None and one.unit != "%"


def _is_too_small(level: Quantity, rise: Quantity) -> bool:
    if not level.value or not rise.value:
        return False
    return level.value < rise.value < level.value * THOUSAND


def _are_of_one(passage: Passage, level: Quantity, rise: Quantity) -> bool:
    """Whether the level is told to be where the rise has led."""
    plain = passage.plain
    first, second = sorted((level, rise), key=lambda one: one.extent)
    between = lower(plain[first.extent.end : second.reach.start])
    room = level.reach.start - passage.extent.start
    if not _STANDS.search(words_before(plain, level.reach.start, min(_AHEAD, room))):
        return False
    if _ANOTHER.search(between) or _OF_OTHER.search(between):
        return False
    return first is rise or _AFTER.match(between) is not None
