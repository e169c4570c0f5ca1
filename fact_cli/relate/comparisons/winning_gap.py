"""How far apart the two sides of a match ended, told elsewhere in the article than its score.

"Le Stade s'incline de onze points à Bath … Score final, 31-24": the only score that is told to
be the final one, and the only gap that a victory or a defeat is told by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.figures import Difference
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.comparisons.scores import Score, scores_in
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, end_of, usable

_CUES = ("point", "but", "longueurs")
_UNITS = {"point", "but", "longueur"}
_WON_BY = re.compile(
    r"\b(?:(?:s'|s'est |se sont )?(?:inclin|impos)\w+|l'emport\w+|battu\w*|vaincu\w*|dominé\w*"
    r"|(?:succès|victoire|défaite|revers|match gagné|gagn\w+|perd\w+|l'a emporté|l'ont emporté))"
    r"(?: [^\W\d_]+){0,2} (?:de|d'|par) $"
)
# "Avec un seul point d'écart au buzzer": how far apart they were when it ended.
_AT_THE_END = re.compile(
    r" (?:d'écart|de différence) (?:au (?:buzzer|coup de sifflet final|final|bout|terme|tableau)"
    r"|à (?:l'arrivée|la fin|la sirène|l'issue)|en fin de (?:match|rencontre|partie))\b"
)
_PERIODS = re.compile(r",? ?\([^()]{5,80}\)")  # the scores of a match's periods
_NOT_ALL = re.compile(
    r" (?:à la pause|à la mi-temps|d'avance|de retard|de la tête|de bonus|dans le|au classement)\b"
)
_FINAL = re.compile(
    r"(?:\b(?:score final|au final|impos\w+|emport\w+|victoire|succès|battu\w*|défaite|inclin\w+"
    r"|gagn\w+|perd\w+|domin\w+|vainqu\w+)\b(?:(?!\d[-–]\d)[^.;:()]){0,60}"
    r"|\bscore final,? ?:? ?)\(?$"
)
_PART = re.compile(
    r"\b(?:pause|mi-temps|set|manche|période|aller|mené\w*|menait|menaient|avait|avaient|quart"
    r"|l'an (?:dernier"
    r"|passé)|il y a|précédent\w*|dernier match|samedi dernier)\b"
)
AROUND = 40  # characters around a score in which words tell that it is no final one


def find(context: Context) -> Iterator[Difference]:
    if not context.tells(_CUES):
        return
    plain = context.document.plain
    scores = [one for block in context.document.blocks for one in scores_in(plain, block.extent)]
    finals = [one for one in scores if _is_final(plain, one)]
    gaps = [
        one
        for sentence in context.sentences
        for one in usable(sentence.quantities)
        if _is_gap(plain, one)
    ]
    if len({one.told for one in finals}) != 1 or len({one.value for one in gaps}) != 1:
        return
    (final, *_), (gap, *_) = finals, gaps
    low, high = sorted(final.sides, key=lambda one: one.value or 0)
    periods = _PERIODS.match(plain, final.extent.end)
    until = periods.end() if periods is not None else final.extent.end
    others = [one for one in scores if not final.extent.start <= one.extent.start < until]
    if any(one.gap == gap.value for one in others):
        return  # of another match
    counted = replace(gap, kind=QuantityKind.NUMBER, unit=None)  # no points of percentage
    yield Difference(low, high, counted, 0, Binding.INFERRED)


def _is_final(plain: str, score: Score) -> bool:
    start, end = score.extent.start, score.extent.end
    ahead, behind = words_before(plain, start, 90), words_after(plain, end, AROUND)
    near = lower(ahead[-AROUND:]) + " " + lower(behind.split(".")[0])
    return _FINAL.search(lower(ahead)) is not None and not _PART.search(near)


def _is_gap(plain: str, one: Quantity) -> bool:
    """ "S'incline de onze points", "un succès de quatre buts"."""
    counted = (one.kind in NUMBERS and one.of in _UNITS) or one.kind is QuantityKind.POINTS
    if not counted or one.hedge is not None:
        return False
    if _AT_THE_END.match(plain, end_of(one)):
        return True
    ahead = lower(words_before(plain, one.reach.start, 60))
    return _WON_BY.search(ahead) is not None and not _NOT_ALL.match(plain, end_of(one))
