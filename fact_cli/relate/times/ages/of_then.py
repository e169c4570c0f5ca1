"""An age of a time gone by, which nothing that is told of another time can belie.

"Née en 1927, elle avait 47 ans lorsqu'elle monta à la tribune ; elle est morte en 2017"; "le
correspondant d'alors, né en 1931, avait 38 ans".
"""

from __future__ import annotations

import re

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.lapse import Moment
from fact_cli.model.mention import TimeExpression

_HAD = re.compile(r"\b(?:n')?avai(?:t|ent)\b[^.;:,]{0,25}$")
_OF_THEN = re.compile(r"\b(?:d'alors|de l'époque|d'époque|du moment)\b")
# Whose age it is has just been told of, as by "né en 1931, il avait 84 ans".
_PRONOUN = re.compile(r"\b(?:il|elle|qui) (?:en |n')?avai(?:t|ent)\b[^.;:,]{0,25}$")
# "Il est décédé jeudi. L'ancien talonneur avait 78 ans": whoever has just died.
_WHO_DIED = re.compile(r"(?:l'|l[ea] |cet(?:te)? |ce )[^.;:,()]{2,40} avait $")


def is_apart(
    plain: str, sentence: ScannedSentence, stated: TimeExpression, event: Moment, dead: bool
) -> bool:
    """Whether an age told in the imperfect can not be meant at the time of ``event``."""
    ahead = lower(plain[sentence.extent.start : stated.extent.start])
    if event.extent is None or _HAD.search(ahead) is None:
        return False
    if sentence.extent.holds(event.extent):
        return ";" in plain[stated.extent.end : max(stated.extent.end, event.extent.start)]
    of_then = _OF_THEN.search(ahead) is not None
    if dead and not of_then and _WHO_DIED.fullmatch(ahead):
        return False
    return of_then or ((dead or event.year is None) and _PRONOUN.search(ahead) is None)
