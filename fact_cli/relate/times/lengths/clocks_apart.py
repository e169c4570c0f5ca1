"""Two times of day, and how far apart they are told to lie.

"L'alerte a été donnée à 14 h 48. Les secours étaient là à 15 h 14, seize minutes plus tard";
"le premier à 14 h 48, le second à 15 h 34 : vingt-six minutes d'écart".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Hedge, Lasting, Unit, in_unit, unit_of
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import Deixis, LengthForm, ShiftForm
from fact_cli.relate.context import Context
from fact_cli.relate.passage import adjoin
from fact_cli.relate.times.lengths.clock_points import ClockPoint, clock_points, minutes_between
from fact_cli.relate.times.lengths.lasting import ELSEWHERE, SEVERAL_DAYS, stated_length

_CUES = ("minute", "heure", " min ")
_HEDGES = (
    r"(?:(?:quelque|près de|plus de|moins de|environ|à peine|seulement|presque|exactement"
    r"|tout juste"
    r"|un peu (?:plus|moins) de|plus d'|moins d'|près d'|d'environ|de) ?)*"
)
_SO = re.compile(rf"(?: \(|,| -| –| —| :)? ?(?:soit |c'est-à-dire |donc )?{_HEDGES}", re.IGNORECASE)
_THEN = re.compile(r",? (?:vers |peu avant |peu après )?(?:à |soit à )?")
_AFTER = re.compile(r" après (?:l[ea] |l'|les |cet |cette |ce |son |sa )(?P<what>[^\W\d_]{4,})\b")
# How far apart two things are told to lie.
_GAP = re.compile(
    r" (?:d'écart|d'intervalle|de différence|les séparent|séparent les deux"
    r"|entre les deux)\b"
)
_PASSED = re.compile(
    rf"\b(?:il s'est|il s'était|il se sera) (?:donc |ainsi )?(?:écoulé|passé) {_HEDGES}$"
)
_PASS = re.compile(
    r" (?:se sont|se seront|s'étaient|ont) (?:donc |ainsi )?(?:écoulé|passé)e?s?\b"
    r"(?! (?:avant|après|depuis|jusqu))| (?:séparent|s'écoulent)\b"
)
_OPENS = re.compile(rf"(?:ainsi |donc )?{_HEDGES}", re.IGNORECASE)
# One of the two is of another day, of another place, or no single time.
_OTHER = re.compile(
    r"\b(?:la veille|le lendemain|hier|demain|chaque|tous les|toutes les|heure locale|gmt|utc"
    r"|de \d{1,2} ?h(?:eures)? ?\d* à|entre \d{1,2} ?h|prévue?s?|programm\w+|jusqu'à|d'ici)\b"
)
BACK = 2  # sentences before that of the length
ROUND = 5  # minutes: of a length that is a multiple of them, a tenth may be left out
FAR = 6  # times as long, or as short, is another length
_TENTH = Decimal("0.1")


def find(context: Context) -> Iterator[Lasting]:
    if not context.tells(_CUES):
        return
    plain = context.document.plain
    for index, sentence in enumerate(context.sentences):
        near = _near(context, index)
        for stated in sentence.times:
            length = _length(stated)
            if length is None or context.quoted(stated.extent):
                continue
            for start in range(len(near) - 1, -1, -1):
                points = clock_points(plain, near[start:])
                if len(points) >= 2:
                    yield from _between(plain, near[start:], points, stated, length)
                    break


def _near(context: Context, index: int) -> Sequence[ScannedSentence]:
    """A sentence behind those that lead up to it without a break."""
    near = [context.sentences[index]]
    for former in reversed(context.sentences[max(0, index - BACK) : index]):
        if not adjoin(context.document.plain, former, near[0]):
            break
        near.insert(0, former)
    return near


def _length(stated: TimeExpression) -> LengthForm | None:
    """The minutes or hours that a time tells: "seize minutes", "seize minutes plus tard"."""
    match stated.form:
        case LengthForm(side=None | Deixis.LAST, vague=False, duration=duration):
            length = LengthForm(duration)
        case ShiftForm(base=None, side=Deixis.NEXT, duration=duration):
            length = LengthForm(duration)
        case _:
            return None
    return length if unit_of(length.duration) in {Unit.HOURS, Unit.MINUTES} else None


def _between(
    plain: str,
    near: Sequence[ScannedSentence],
    points: Sequence[ClockPoint],
    stated: TimeExpression,
    length: LengthForm,
) -> Iterator[Lasting]:
    words = lower(plain[near[0].extent.start : near[-1].extent.end])
    if len(points) != 2 or points[0].extent == points[1].extent:
        return
    if any(one.search(words) for one in (_OTHER, ELSEWHERE, SEVERAL_DAYS)):
        return
    if not _is_told_of(plain, near[-1], points, stated):
        return
    minutes = minutes_between(*points)
    unit = unit_of(length.duration)
    if minutes is None or unit is None:
        return
    value = in_unit(length.duration, Unit.MINUTES)
    if not Decimal(minutes) / FAR <= value <= minutes * FAR:
        return
    off = abs(value - minutes)
    admitted = max(Decimal(1), _TENTH * minutes) if value % ROUND == 0 else Decimal(1)
    between = Decimal(minutes) / (60 if unit is Unit.HOURS else 1)
    if 0 < off <= admitted:
        return
    told = stated_length(plain, stated)
    hedge = told[1] if told is not None else Hedge.NONE
    if hedge is Hedge.NONE and any(one.rough for one in points):
        hedge = Hedge.ABOUT
    at = (points[0].extent, points[1].extent)
    stated = replace(stated, form=length)
    yield Lasting(stated, Bounds.exactly(between), unit, at, hedge, Binding.INFERRED)


def _is_told_of(
    plain: str, sentence: ScannedSentence, points: Sequence[ClockPoint], stated: TimeExpression
) -> bool:
    """Whether words tie a length to what lies between two times of day."""
    first, last = points
    ago = isinstance(stated.form, LengthForm) and stated.form.side is not None
    start, end = stated.extent.start, stated.extent.end
    ahead = lower(plain[sentence.extent.start : start])
    behind = lower(plain[end : sentence.extent.end])
    if isinstance(stated.form, ShiftForm):
        return _is_beside(plain, last, stated)
    after = _AFTER.match(behind)
    if after is not None and not ago and _is_beside(plain, last, stated):
        told = lower(plain[max(0, first.extent.start - 80) : first.extent.end + 40])
        return after["what"] in told
    if last.extent.end <= start and _GAP.match(behind):
        return True
    if ago:
        return False
    around = plain[min(start, first.extent.start) : max(end, last.extent.end)]
    entre = "entre " in lower(around) or "entre " in ahead[-80:]
    return entre and (_PASSED.search(ahead) or _PASS.match(behind)) is not None


def _is_beside(plain: str, last: ClockPoint, stated: TimeExpression) -> bool:
    """Whether a length stands right behind the later time, or right before it."""
    if last.extent.end <= stated.extent.start:
        link = lower(plain[last.extent.end : stated.extent.start])
        return _SO.fullmatch(link) is not None
    return _THEN.fullmatch(lower(plain[stated.extent.end : last.extent.start])) is not None
