"""Lengths told of two times of day, which may stand on two days or in sentences before.

"Interpellé mardi à 8 heures, il est ressorti mercredi à 20 heures. Au terme de ses 36 heures …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from fact_cli.lang.lexicon import read
from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Hedge, Lasting, Unit, in_unit
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import LengthForm
from fact_cli.relate.context import Context, up_to
from fact_cli.relate.times.lengths.clock_points import TO, ClockPoint, clock_points, minutes_between
from fact_cli.relate.times.lengths.lasting import ANOTHER_DAY, ELSEWHERE, TOGETHER, stated_length
from fact_cli.relate.times.lengths.parts_told import is_act_within, is_flight
from fact_cli.relate.times.lengths.spent import Spent, spent_length

BACK = 3  # sentences before that of the length
ROUNDED = Decimal("0.1")  # of what lies between: five minutes more or less in an hour
ACT = 20  # characters before a length in which its own noun stands
NEAR = (Decimal("0.25"), Decimal(4))  # farther off, it is another length
# "Le trajet complet prendra …": from the first of several times of day to the last.
_WHOLE = re.compile(
    r"\b(?:compl(?:et|ète)|totale?|entière?|de bout en bout|d'un bout à l'autre|intégrale?)\b"
)
# Dates by which one of the two times may be of another day.
_SEVERAL_DAYS = re.compile(
    r"\b(?:tous les|toutes les|chaque|du lundi|du mardi|du mercredi|du jeudi|du vendredi|jours de"
    r"|horaires|quotidien\w*|\d{1,2}, \d{1,2}|par jour|prochaine?|pause)\b"
)


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What the first of two times of day begins, and what the second ends."""
    data = read("spells")["clock"]
    begun, ended = "|".join(data["begun"]), "|".join(data["ended"])
    return re.compile(rf"\b(?:{begun})"), re.compile(rf"\b(?:{ended})")


def find(context: Context) -> Iterator[Lasting]:
    plain = context.document.plain
    for index, sentence in enumerate(context.sentences):
        for stated in sentence.times:
            length = spent_length(plain, sentence, stated)
            if length is None:
                continue
            near = [
                one
                for one in up_to(context.sentences, index, BACK)
                if one.sentence.block == sentence.sentence.block
            ]
            back = BACK if length.named else 1
            for start in range(len(near) - 1, max(-1, len(near) - back - 2), -1):
                points = clock_points(plain, near[start:], length.stated)
                if len(points) >= 2:
                    found = _between(plain, near[start:], points, length.stated)
                    part = length.part or _is_of_act(plain, near[start], length)
                    yield from (one for one in found if not (part and _is_less(one)))
                    break


def _is_of_act(plain: str, opening: ScannedSentence, length: Spent) -> bool:
    """Whether a length is of an act within what ``opening`` begins: "un débat de deux heures"."""
    start, end = length.stated.extent.start, length.stated.extent.end
    before = lower(plain[opening.extent.start : start - ACT])
    return not length.named and is_act_within(plain, start, end, before)


def _is_less(lasting: Lasting) -> bool:
    """Whether the length told is less than what lies between its two ends."""
    form, low = lasting.stated.form, lasting.between.low
    assert isinstance(form, LengthForm)
    return low is not None and in_unit(form.duration, lasting.unit) < low


def _between(
    plain: str,
    near: Sequence[ScannedSentence],
    points: Sequence[ClockPoint],
    stated: TimeExpression,
) -> Iterator[Lasting]:
    told = stated_length(plain, stated)
    form = stated.form
    told_all = plain[near[0].extent.start : near[-1].extent.end]
    words = lower(told_all)
    if len(points) > 2 and _WHOLE.search(lower(near[-1].extent.of(plain))):
        points = (points[0], points[-1])
    if len(points) != 2 or told is None or not isinstance(form, LengthForm):
        return
    first, last = points
    gap = plain[first.extent.end : last.extent.start]
    apart = any(one.search(words) for one in (ELSEWHERE, TOGETHER, _SEVERAL_DAYS))
    apart = apart or is_flight(told_all)
    if apart or ANOTHER_DAY.search(gap) or told[0] not in {Unit.HOURS, Unit.MINUTES}:
        return
    start = max(one.extent.start for one in near if one.extent.start <= last.extent.start)
    begins, ends = _words()
    ended = ends.search(lower(plain[max(start, first.extent.end) : last.extent.start]))
    begun = begins.search(lower(plain[near[0].extent.start : last.extent.start]))
    joined = first.extent == last.extent or TO.fullmatch(gap)
    if not joined and not (begun and ended):
        return
    minutes = minutes_between(first, last)
    if minutes is None:
        return
    between = Decimal(minutes) / (60 if told[0] is Unit.HOURS else 1)
    value = in_unit(form.duration, told[0])
    off = abs(value - between)
    if not NEAR[0] * between <= value <= NEAR[1] * between or 0 < off <= ROUNDED * between:
        return
    hedge = Hedge.ABOUT if told[1] is Hedge.NONE and (first.rough or last.rough) else told[1]
    at = (first.extent, last.extent)
    yield Lasting(stated, Bounds.exactly(between), told[0], at, hedge, Binding.INFERRED)
