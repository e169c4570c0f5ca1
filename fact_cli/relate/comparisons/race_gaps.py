"""The gap between two times of one race: "en 2 h 08, quatre minutes devant … en 2 h 14"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from fact_cli.lang.words import beginnings, lower, words_before
from fact_cli.model.bounds import quotient
from fact_cli.model.figures import Difference
from fact_cli.model.finding import Binding
from fact_cli.relate.comparisons.timed import timed
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.passage import Passage
from fact_cli.scan.race_times import RaceTime

_WORDS = (
    r"marathon|semi|courses?|chronos?|chronométré\w*|contre-la-montre|étape|épreuve|ligne"
    r"|victoire|vainqueur|remport\w*|impos\w*|podium|dauphine?|parcours|finale|trail|rallye|régate"
    r"|descente|slalom|super-g|sprint|relais|emport\w*|médaill\w+|deuxième|gagn\w*|boucl\w*"
)
_FAR = r"\d+ (?:km|kilomètres|mètres|m)"
_RACE = re.compile(rf"\b(?:{_WORDS}|{_FAR})\b")
_RACES, _SO_FAR = beginnings(_WORDS), re.compile(_FAR)
# Times of several races added up, or of another race.
_OTHERWISE = re.compile(
    r"\b(?:général|classement|bonifications?|pénalités?|cumul\w*|record|meilleur temps|précédent"
    r"|l'an (?:dernier|passé)|en (?:19|20)\d\d|mi-course|intermédiaire|handicap)\b"
)
_BEHIND = re.compile(
    r" ?(?:devant|derrière|d'avance|de retard|d'écart|plus (?:tard|vite|lent\w*)|de plus|de moins"
    r"|du (?:vainqueur|premier|lauréat|leader|champion)|de la (?:gagnante|lauréate|première))\b"
)
_OF_A_THIRD = re.compile(r"\b(?:troisième|quatrième|suivante?s?|peloton)\b")
# Another race: the women's, the next day's.
_ELSEWHERE = re.compile(
    r"\b(?:chez les|du côté des|côté|la veille|le lendemain|sur (?:le|la) (?:semi|10|5|distance)"
    r"|en (?:juniors?|fauteuil|handisport|individuel)|femmes|dames|hommes|messieurs)\b",
    re.IGNORECASE,
)
# What every time of a race is told with.
_TIMED = ("minute", "seconde", "ième", " min", " mn", " sec")
_TIMED_IN_DIGITS = re.compile(r"\d ?[hm's\"]")
_AT = re.compile(r"\bà (?:seulement |près de |quelque )?$")
# "(à 2 h 15)" is no gap, for it is as long as a time of the race itself.
SHARE = Decimal("0.5")  # of a time, that the gap to another is at most
FAR = Decimal(5)  # times the gap told, that the two times may lie apart


def find(context: Context) -> Iterator[Difference]:
    if not (context.tells(_TIMED) or _TIMED_IN_DIGITS.search(context.told)):
        return iter(())
    if not (context.tells(_RACES) or _SO_FAR.search(context.told)):
        return iter(())
    return in_passages(context, _gaps, lambda one: one.stated.extent.start, figures=0)


def _gaps(passage: Passage) -> Iterator[Difference]:
    """The only gap in a passage that tells the times of just two runners."""
    plain = passage.plain
    words = passage.told
    if not (passage.tells(_TIMED) or _TIMED_IN_DIGITS.search(words)):
        return
    if not _RACE.search(words) or _OTHERWISE.search(words):
        return
    every = timed(passage)
    gaps = [one for one in every if _is_gap(plain, one)]
    times = [one for one in every if one not in gaps]
    if len(gaps) != 1 or len(times) != 2:
        return
    (gap,), (first, second) = gaps, times
    low, high = sorted((first, second), key=lambda one: one.seconds)
    near = quotient(high.seconds - low.seconds, gap.seconds)
    if _OF_A_THIRD.search(lower(plain[gap.extent.end : max(gap.extent.end, second.extent.end)])):
        return
    apart = plain[first.extent.end : max(first.extent.end, second.extent.start)]
    if _ELSEWHERE.search(apart):
        return
    is_short = gap.seconds <= low.seconds * SHARE and first.extent < gap.extent
    if is_short and near is not None and 1 / FAR <= near <= FAR:
        yield Difference(low.quantity, high.quantity, gap.quantity, 0, Binding.INFERRED)


def _is_gap(plain: str, time: RaceTime) -> bool:
    ahead = words_before(plain, time.extent.start, 20)
    return bool(_BEHIND.match(plain, time.extent.end) or _AT.search(ahead))
