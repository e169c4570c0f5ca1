"""How many there are of what a rate is for each of: counts, measures, lengths of time, rounds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from fact_cli.lang.words import lower, words_before
from fact_cli.model.bounds import Bounds
from fact_cli.model.lapse import Unit, in_unit, unit_of
from fact_cli.model.mention import Quantity, QuantityKind, TimeExpression, TimeKind
from fact_cli.model.text import Extent
from fact_cli.model.times import ClockForm, LengthForm, RangeForm
from fact_cli.relate.neighbours import end_of, told_noun
from fact_cli.relate.passage import Passage
from fact_cli.relate.rates.each import Each, are_alike_heads, in_sign_of, is_head
from fact_cli.relate.rates.periods import NAMES

_GIVEN_TO = re.compile(
    r"[^.;:,\d]{0,50}\b(?:à|aux|pour|par) (?:(?:les|ses|ces|quelque|près de|plus de) )*"
)
# In which units a length of time may be told that is counted in another.
_TOLD_IN = {
    Unit.MONTHS: {Unit.MONTHS, Unit.YEARS}, Unit.DAYS: {Unit.DAYS, Unit.WEEKS},
    Unit.HOURS: {Unit.HOURS, Unit.MINUTES, Unit.SECONDS}, Unit.MINUTES: {Unit.MINUTES, Unit.HOURS},
}  # fmt: skip

_LESS = re.compile(r"\b(?:moins|près) d(?:e |')$|\b(?:à peine|environ|quelque|presque) $")
_MORE = re.compile(r"\bplus d(?:e |')$|\b(?:environ|quelque) $")
_GOES_ON = re.compile(r" ?\d")  # "9 secondes 58"
_TOOK = (" en ", " après ", " au bout de ", " durée de ")  # "après 4 h 30 d'effort"
ROOM = Decimal("0.15")  # of a length, by which a hedge may move it


@dataclass(frozen=True, slots=True)
class Heads:
    """How many heads there are, and where that is told: by a figure, or by a time."""

    extent: Extent
    count: Bounds
    usual: Decimal
    name: str
    figure: Quantity | None = None

    @property
    def end(self) -> int:
        """Where the words of the heads end, their noun included."""
        return self.extent.end if self.figure is None else end_of(self.figure)


def heads_of(passage: Passage, each: Each, others: Sequence[Quantity]) -> list[Heads]:
    """What in ``others``, or among the times of the passage, can be the heads of ``each``."""
    if each.period is not None:
        return [
            replace(one, count=_hedged(passage, time, one.usual))
            for time in passage.times
            if (one := _lasting(passage, time, each)) is not None
            and not _GOES_ON.match(passage.plain, time.extent.end)
        ]
    rounds = [one for time in passage.times if (one := _rounds(passage, time, each)) is not None]
    return rounds + [head for one in others if (head := _counted(passage, one, each)) is not None]


def _hedged(passage: Passage, time: TimeExpression, length: Decimal) -> Bounds:
    """``length``, or what a hedge before it says: "moins de quinze heures"."""
    ahead = words_before(passage.plain, time.extent.start, 16)
    low = length * (1 - ROOM) if _LESS.search(ahead) else length
    high = length * (1 + ROOM) if _MORE.search(ahead) else length
    return Bounds(low, high)


def _counted(passage: Passage, figure: Quantity, each: Each) -> Heads | None:
    """A count or a measure, as many times as the rate is for."""
    if figure.value is None or not figure.strict.positive or not is_head(figure, each):
        return None
    if not each.is_named and told_noun(figure) in {None, told_noun(each.figure)}:
        return None
    given_to = max(each.behind, figure.reach.start)
    if each.given and not _GIVEN_TO.fullmatch(passage.plain, each.behind, given_to):
        return None
    told = in_sign_of(figure, each) or figure
    name = each.name(told.of or told.unit or "unité")
    count = told.recomputed(loose=False) / Bounds.exactly(each.many)
    return Heads(figure.extent, count, (told.value or figure.value) / each.many, name, figure)


def _lasting(passage: Passage, time: TimeExpression, each: Each) -> Heads | None:
    """A length of time in the period of a rate: "depuis dix-huit mois" of "mensuels"."""
    form = time.form
    if isinstance(form, ClockForm):
        return _by_the_clock(passage, time, form, each)
    since = isinstance(form, RangeForm)
    if isinstance(form, RangeForm):
        form = form.begin if form.end is None else None
    if not isinstance(form, LengthForm) or form.vague or (form.point and not since):
        return None
    if each.period is None or time.kind in {TimeKind.SET, TimeKind.AGE}:
        return None
    if unit_of(form.duration) not in _TOLD_IN.get(each.period, {each.period}):
        return None
    length = in_unit(form.duration, each.period)
    if length <= 1 and not _is_of_speed(each):
        return None
    return Heads(time.extent, Bounds.exactly(length), length, NAMES[each.period.value])


def _by_the_clock(
    passage: Passage, time: TimeExpression, form: ClockForm, each: Each
) -> Heads | None:
    """ "En quatre heures pile": read as a time of day, and the length that a way took."""
    took = words_before(passage.plain, time.extent.start, 12).endswith(_TOOK)
    if not took or not _is_of_speed(each) or not form.hour:
        return None
    length = Decimal(form.hour) + Decimal(form.minute or 0) / 60
    return Heads(time.extent, Bounds.exactly(length), length, NAMES["hours"])


def _is_of_speed(each: Each) -> bool:
    """Whether a rate is one of so far in an hour, which may be told of a few minutes."""
    far = each.figure.kind is QuantityKind.DIMENSION and each.figure.unit in {"km", "m"}
    return far and each.period is Unit.HOURS


def _rounds(passage: Passage, time: TimeExpression, each: Each) -> Heads | None:
    """The rounds of a championship, for so much by match: "26 journées" are no days then."""
    words, form = lower(time.extent.of(passage.plain)), time.form
    if each.noun is None or not are_alike_heads("journée", each.noun):
        return None
    if not words.endswith("journées") or not isinstance(form, LengthForm):
        return None
    days = form.duration.days
    return Heads(time.extent, Bounds.exactly(days), days, each.noun)
