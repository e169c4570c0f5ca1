"""Two figures told side by side, and side by side again, of which one or their date has changed.

"Le GPL perd 7,8 centimes, à 0,800 euro" in the text, "GPL -5,1 centimes, à 0,800 euro" in the
table: the price that both tell says that the line is the same. Where both figures are the
same, the days told beside them must be one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from fact_cli.lang.words import MONTH, lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.lapse import TwoDates
from fact_cli.model.mention import Quantity, QuantityKind, TimeExpression
from fact_cli.model.same import Same
from fact_cli.model.times import CalendarForm
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import sign_of, usable
from fact_cli.relate.twice.values.near_values import reason, slip_of
from fact_cli.relate.twice.values.same_words import words

APART = 60  # characters between two figures told together
RARE = 3  # digits of a figure that binds two lines
TOGETHER = 5  # digits of two figures that bind two dates
MANY = 80  # pairs: an article with more of them is a table
_WORD = re.compile(r"[^\W\d_]{3,}")
_BREAK = re.compile(r"[;:!?]|\bcontre\b|\baprès avoir\b")
_PERIODS = re.compile(
    rf"\b(?:an|ans|année|trimestre|semestre|mois|semaines?|séance|depuis|{MONTH}|hier|veille|matin"
    r"|ouverture"
    r"|clôture|avant)\b"
)
_EASY = {"séance", "clôture"}
# The day on which something is told is no day of what it tells.
_TELLING = re.compile(
    r"\b(?:publi|annonc|diffus|communiqu|indiqu|déclar|rapport|précis|dévoil|présent)\w*"
)
_SAID = re.compile(r"[^\W\d_]+")
_CHANGES = {QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.MONEY}


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two neighbouring figures; ``named`` are the words of their line up to the second."""

    figures: tuple[Quantity, Quantity]
    named: frozenset[str]
    sentence: ScannedSentence


def find(context: Context) -> Iterator[Same | TwoDates]:
    plain = context.document.plain
    if len(re.findall(r"\d", plain)) < 10:
        return
    pairs = [one for each in context.sentences for one in _pairs(plain, each)]
    if len(pairs) > MANY:
        return
    for first, again in combinations(pairs, 2):
        if first.sentence is not again.sentence:
            yield from _changed(plain, first, again, pairs)
            yield from _redated(plain, first, again)


def _pairs(plain: str, sentence: ScannedSentence) -> Iterator[_Pair]:
    figures = usable(sentence.quantities)
    start = sentence.extent.start
    for one, other in pairwise(figures):
        between = plain[one.extent.end : other.extent.start]
        if len(between) > APART or _BREAK.search(between) or one.value == other.value:
            start = one.extent.end
            continue
        line = lower(plain[start : other.extent.start])
        line = re.split(r"[;:]", line)[-1]
        yield _Pair((one, other), frozenset(_WORD.findall(line)), sentence)
        start = one.extent.end


def _changed(plain: str, first: _Pair, again: _Pair, pairs: Sequence[_Pair]) -> Iterator[Same]:
    """A change told with one price, and another change told with the same price of that name."""
    for at, beside in ((0, 1), (1, 0)):
        for to, other in ((0, 1), (1, 0)):
            one, two = first.figures[at], again.figures[to]
            if not _is_same(one, two) or _digits(one) < RARE:
                continue
            told, retold = first.figures[beside], again.figures[other]
            if not _are_changes(plain, told, retold) or _is_same(told, retold):
                continue
            if not _names_shared(first, again) or not _of_one_time(plain, first, again):
                continue
            if slip_of(told, retold) is None and not _of_another_line(retold, told, pairs, again):
                continue
            why = reason(
                f"avec le même chiffre : {one.extent.of(plain)}",
                f"with the same figure: {one.extent.of(plain)}",
                5,
            )
            shown = (told.extent.of(plain), retold.extent.of(plain))
            yield Same(told, retold, [why], agree=False, words=shown)
            return


def _of_another_line(
    retold: Quantity, told: Quantity, pairs: Sequence[_Pair], again: _Pair
) -> bool:
    """Whether another line tells the change that this one has, as its neighbour's was copied."""
    others = [one for pair in pairs if pair is not again for one in pair.figures]
    return any(
        _is_same(one, retold) or _is_same(one, told)
        for one in others
        if one.extent not in {retold.extent, told.extent}
    )


def _redated(plain: str, first: _Pair, again: _Pair) -> Iterator[TwoDates]:
    """The same two figures told of two days."""
    kinds = {one.kind for pair in (first, again) for one in pair.figures}
    sides = [sorted(pair.figures, key=_digits) for pair in (first, again)]
    if not all(_is_same(one, other) for one, other in zip(*sides, strict=True)):
        return
    if sum(map(_digits, sides[0])) < TOGETHER or not kinds & _CHANGES:
        return
    days = [_day(each.sentence) for each in (first, again)]
    one, other = days
    if one is None or other is None or _TELLING.search(lower(again.sentence.extent.of(plain))):
        return
    if _TELLING.search(lower(first.sentence.extent.of(plain))):
        return
    day, later = one.form, other.form
    assert isinstance(day, CalendarForm) and isinstance(later, CalendarForm)
    if (day.parts.day, day.parts.month) != (later.parts.day, later.parts.month):
        yield TwoDates(one, other, "mêmes chiffres")


def _day(sentence: ScannedSentence) -> TimeExpression | None:
    """The only day and month that a sentence tells."""
    days = [
        time
        for time in sentence.times
        if isinstance(time.form, CalendarForm) and time.form.parts.day and time.form.parts.month
    ]
    return days[0] if len(days) == 1 else None


def _is_same(one: Quantity, other: Quantity) -> bool:
    if one.value is None or other.value is None or one.unit != other.unit:
        return False
    return abs(one.value) == abs(other.value) and one.step == other.step


def _digits(one: Quantity) -> int:
    """How many digits are written but for the zeros of a whole number: four of "0,800"."""
    if one.value is None:
        return 0
    written = f"{abs((one.value / one.step).to_integral_value()):f}"
    return len(written) if one.step < 1 else len(written.rstrip("0"))


def _are_changes(plain: str, told: Quantity, retold: Quantity) -> bool:
    """Whether both tell by how much something rose or fell, in one unit."""
    if told.kind not in _CHANGES or told.unit != retold.unit:
        return False
    return all(_is_change(plain, one) for one in (told, retold))


def _is_change(plain: str, one: Quantity) -> bool:
    ahead = lower(plain[max(0, one.reach.start - 40) : one.reach.start])
    return sign_of(plain, one) != 0 or words().steps.search(ahead) is not None or _moves(ahead)


_MOVES = re.compile(
    r"\b(?:gagn|perd|cèd|céd|abandonn|lâch|repren|pren|grignot|recul|repli|avanc|progress"
    r"|augment|baiss|chut|bond|grimp|mont)\w*[^.;:\d]{0,20}$"
)


def _moves(ahead: str) -> bool:
    return _MOVES.search(ahead) is not None


def _names_shared(first: _Pair, again: _Pair) -> bool:
    return bool(first.named & again.named - set(_SAID.findall("une les des euro euros sur avec")))


def _of_one_time(plain: str, first: _Pair, again: _Pair) -> bool:
    """Whether no word tells of another stretch of time in one of the two sentences."""
    one, other = (
        set(_PERIODS.findall(lower(each.sentence.extent.of(plain)))) for each in (first, again)
    )
    return (one ^ other) <= _EASY
