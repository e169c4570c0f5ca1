"""A change that words call what two values make, so that it is theirs however far off it is.

"De 392 plaintes en 2021, on est passé à 1 510, soit une augmentation de 1 000 %": nothing else
stands in the passage that the percentage could be of.
"""

from __future__ import annotations

import re

from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.changes.pairs import Pair
from fact_cli.relate.neighbours import end_of
from fact_cli.relate.passage import Passage

_SO = re.compile(
    r"(?: [^.;:()\d]{0,30})?(?:,| \(| :| [–—-]) ?"
    r"(?:soit|c'est-à-dire|autrement dit|ou encore|c'est|cette [^\W\d_]+ représente"
    r"|ce qui (?:fait|représente|donne|équivaut à|correspond à|constitue)(?= une? |[ +-]*\d))\b"
    r"(?!.*\b(?:moyen|annuel|par an|chaque)[^\W\d_]*)[^.;:()\d]{0,40}"
)
_NEXT = re.compile(
    r"[«\" ]*(?:(?:Soit |C'est |Ce qui (?:fait|donne|représente) )?(?:Une?|une?|Cette|Cet|Ce)"
    r"(?!.*\b(?:moyen|annuel))(?: [^\W\d_]+){1,3} (?:de |d'|représente )"
    r"|Soit |C'est |Cela (?:fait|représente) )(?:plus de )?"
)
# What it is a change since, or of, when the two values are not told for that.
_OF_ANOTHER = re.compile(
    r"[^.;:()\d]{0,30}\b(?:par rapport|depuis|comparée?|pour l[ea]s?|chez|que (?:l[ea]|en)"
    r"|par an|l'an|par mois|chaque|en moyenne)\b"
    r"|,? (?:(?:des|du|de la|de l'|d'|sur)(?:\b|(?<='))(?! (?:un an|deux ans|trois ans|cinq ans))"
    r"|[^\W\d_]{3,}(?:é|ée|u|ue)s?\b)"
)


def is_told_so(passage: Passage, pair: Pair, stated: Quantity) -> bool:
    """Whether a percentage behind the only two values of a passage is told to be theirs."""
    percents = [one for one in passage.figures if one.kind is QuantityKind.PERCENT]
    values = [one for one in passage.figures if one.extent < stated.extent]
    if len(percents) != 1 or set(map(id, values)) != set(map(id, pair.both)):
        return False
    if stated.kind is not QuantityKind.PERCENT or stated.hedge is not None or not pair.ordered:
        return False
    if stated.extent < pair.extent or _OF_ANOTHER.match(passage.plain, stated.extent.end):
        return False
    own = passage.sentence_of(stated).extent
    if own.holds(pair.extent):
        return _SO.fullmatch(passage.told_between(pair.extent.end, stated.reach.start)) is not None
    apart = end_of(max(pair.both, key=lambda one: one.extent)) <= own.start
    return apart and _NEXT.fullmatch(passage.plain, own.start, stated.reach.start) is not None
