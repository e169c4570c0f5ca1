"""So much for each: by period ("par an, soit … par mois"), by head, on average."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower, singular_of
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Duration
from fact_cli.model.figures import Rate
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind, TimeExpression, TimeKind
from fact_cli.model.times import LengthForm, SetForm
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import end_of, is_surplus, same_thing, usable

_SO = re.compile(
    r"[^.;:!?\d]{0,60}?(?:,|\(|:)? ?(?:soit|c'est-à-dire|autrement dit|ce qui fait"
    r"|ce qui représente|(?:ce qui )?correspond à|équivalant à|équivaut à|revient à|\() ?"
    r"[^.;:!?\d]{0,30}"
)
_PER = re.compile(r" par (?P<noun>[^\W\d_]{3,})")
_FOR = re.compile(
    r"[^.;:!?]{0,40}?\bpour (?:les |ses |nos )?|[^.;:!?]{0,20}? (?:entre|dans) (?:les )?"
)
_ON_AVERAGE = re.compile(r"[^.;:!?\d]{0,30}en moyenne|[^.;:!?\d]{0,12}chacun")
_OVER = re.compile(r" (?:sur|en|pendant|durant|au cours de|dans) (?:les |ces )?$")
_SO_MUCH = re.compile(r"\b(?:soit|représente|représentant|correspond|c'est-à-dire|ce qui fait)\b")
NEAR = 45  # characters between a figure and the recurrence that it is told for, behind it
AHEAD = 12  # the same where the recurrence stands first


# How many of the shorter period are in the longer, first the one to show; then the habits:
# working days, weeks without holidays, a thirteenth month.
_DAY, _WEEK, _MONTH, _YEAR = "days", "weeks", "months", "years"
_IN: Mapping[tuple[str, str], Sequence[tuple[str, str]]] = {
    (_YEAR, _MONTH): [("12", "12"), ("13", "13")],
    (_YEAR, _WEEK): [("52", "52.3"), ("44", "48")],
    (_YEAR, _DAY): [("365", "366"), ("200", "261"), ("300", "313")],
    (_MONTH, _WEEK): [("4", "4.43")],
    (_MONTH, _DAY): [("30", "31"), ("28", "28"), ("20", "23"), ("25", "26")],
    (_WEEK, _DAY): [("7", "7"), ("6", "6"), ("5", "5")],
    (_DAY, "hours"): [("24", "24"), ("7", "12")],
    (_YEAR, "hours"): [("8760", "8784"), ("1400", "2200")],
    (_YEAR, "minutes"): [("525600", "527040")],
    (_YEAR, "seconds"): [("31536000", "31622400")],
    (_DAY, "minutes"): [("1440", "1440")],
    (_DAY, "seconds"): [("86400", "86400")],
    ("hours", "minutes"): [("60", "60")],
    ("hours", "seconds"): [("3600", "3600")],
    ("minutes", "seconds"): [("60", "60")],
}
_NAMES = {
    _YEAR: "an", _MONTH: "mois", _WEEK: "semaine", _DAY: "jour", "hours": "heure",
    "minutes": "minute", "seconds": "seconde",
}  # fmt: skip


def find(context: Context) -> Iterator[Rate]:
    plain = context.document.plain
    for sentence in context.sentences:
        figures = usable(sentence.quantities)
        yield from _by_period(plain, sentence, figures)
        yield from _by_head(plain, figures)
        yield from _by_named_head(plain, figures)
        yield from _over_years(plain, sentence, figures)
    yield from _across(context)


def _across(context: Context) -> Iterator[Rate]:
    """ "7,5 millions sur trois ans. … 2,5 millions par an", and the product of such."""
    plain = context.document.plain
    for before, sentence in pairwise(context.sentences):
        if before.sentence.block != sentence.sentence.block:
            continue
        known, told = usable(before.quantities), usable(sentence.quantities)
        lengths = [time for time in before.times if _length(time) is not None]
        if len(lengths) != 1:
            continue
        first = [one for one in known if one.kind is QuantityKind.MONEY]
        second = [one for one in told if one.kind is QuantityKind.MONEY]
        if len(first) == len(second) == 1 and same_thing(*first, *second):
            yield from _for_years(plain, before, sentence, first[0], second[0], lengths[0])


def _for_years(
    plain: str,
    before: ScannedSentence,
    sentence: ScannedSentence,
    first: Quantity,
    second: Quantity,
    over: TimeExpression,
) -> Iterator[Rate]:
    """The sum of one sentence and the sum per period of the other, either way round."""
    length = _length(over)
    unit = None if length is None else _unit_of(length, None)
    if length is None or unit is None or not _OVER.search(plain[: over.extent.start]):
        return
    usual: Decimal = getattr(length, unit)
    each = _period_of(plain, before, [first], first)
    again = _period_of(plain, sentence, [second], second)
    counts, name = [Bounds.exactly(usual)], _NAMES[unit]
    if each is None and again == unit:
        yield Rate(first, counts, usual, name, second, [first], Binding.INFERRED)
    taken_up = plain.endswith(("ces ", "soit ", "total, "), 0, second.reach.start)
    if each == unit and again is None and taken_up:
        yield Rate(second, counts, usual, name, first, [first], Binding.INFERRED, result=second)


def _by_period(
    plain: str, sentence: ScannedSentence, figures: Sequence[Quantity]
) -> Iterator[Rate]:
    periods = {one.extent: _period_of(plain, sentence, figures, one) for one in figures}
    for first, second in pairwise(figures):
        one, other = periods[first.extent], periods[second.extent]
        said = _SO.fullmatch(plain[end_of(first) : second.reach.start])
        if one is None or other is None or one == other or said is None:
            continue
        if not same_thing(first, second) or is_surplus(plain, second):
            continue
        for longer, shorter, total, stated in (
            (one, other, first, second),
            (other, one, second, first),
        ):
            count = _IN.get((longer, shorter))
            if count is not None:
                counts = [Bounds(Decimal(low), Decimal(high)) for low, high in count]
                yield Rate(
                    total, counts, Decimal(count[0][0]), _NAMES[shorter], stated, [first, second]
                )


def _period_of(
    plain: str, sentence: ScannedSentence, figures: Sequence[Quantity], quantity: Quantity
) -> str | None:
    """The single period that a figure is told for, behind it or right before it."""
    end = end_of(quantity)
    following = min((f.reach.start for f in figures if f.reach.start >= end), default=1 << 60)
    before = max((end_of(f) for f in figures if end_of(f) <= quantity.reach.start), default=0)
    ahead: str | None = None
    for time in sentence.times:
        unit = _single_period(time)
        if unit is None:
            continue
        behind = end <= time.extent.start < following and time.extent.start - end <= NEAR
        if behind and "soit" not in plain[end : time.extent.start]:
            return unit
        if before <= time.extent.start and 0 <= quantity.reach.start - time.extent.end <= AHEAD:
            ahead = unit
    return ahead


def _single_period(time: TimeExpression) -> str | None:
    """ "par jour" is days; "tous les deux jours" is no single period."""
    form = time.form
    if time.kind is not TimeKind.SET or not isinstance(form, SetForm):
        return None
    return _unit_of(form.every, 1)


def _unit_of(duration: Duration, count: int | None) -> str | None:
    told = [(name, getattr(duration, name)) for name in _NAMES if getattr(duration, name)]
    if len(told) != 1 or (count is not None and told[0][1] != count):
        return None
    return told[0][0]


def _by_head(plain: str, figures: Sequence[Quantity]) -> Iterator[Rate]:
    """ "18 millions pour 60 000 habitants, soit 300 euros par habitant"."""
    grammar = lexicon().grammar
    for total, count, stated in zip(figures, figures[1:], figures[2:], strict=False):
        if count.kind is not QuantityKind.COUNT or not count.strict.positive:
            continue
        tied = _FOR.fullmatch(plain[end_of(total) : count.reach.start])
        per = _PER.match(plain, end_of(stated))
        average = _ON_AVERAGE.match(plain, end_of(stated)) or _average_before(plain, count, stated)
        noun = None if per is None else singular_of(lower(per["noun"]), grammar.invariable)
        alike = noun is not None and noun == count.of and total.unit == stated.unit
        one_thing = same_thing(total, stated) and len({total.of, stated.of} - {None}) < 2
        told = alike or (average and one_thing)
        near = alike and re.fullmatch(r"[^.;:!?()]{0,50}", plain[end_of(total) : count.reach.start])
        if (tied or near) and told and count.value is not None:
            bounds, name = count.recomputed(loose=False), count.of or "unité"
            rates = [
                Rate(one, [bounds], count.value, name, stated, [one, count])
                for one in (total, *figures)
                if one.unit == total.unit and one not in (count, stated)
            ]
            yield next((rate for rate in rates if rate.holds(loose=True)), rates[0])


def _by_named_head(plain: str, figures: Sequence[Quantity]) -> Iterator[Rate]:
    """ "La ville de 20 000 habitants doit 30 millions, soit 1 500 euros par habitant"."""
    invariable = lexicon().grammar.invariable
    for count, total, stated in zip(figures, figures[1:], figures[2:], strict=False):
        per = _PER.match(plain, end_of(stated))
        told = _SO_MUCH.search(plain[end_of(total) : stated.reach.start])
        if per is None or not told or count.of is None or not same_thing(total, stated):
            continue
        named = singular_of(lower(per["noun"]), invariable) == count.of
        if named and count.value is not None and count.strict.positive:
            bounds = count.recomputed(loose=False)
            yield Rate(total, [bounds], count.value, count.of, stated, [total, count])


def _average_before(plain: str, count: Quantity, stated: Quantity) -> bool:
    return "en moyenne" in plain[end_of(count) : stated.reach.start]


def _over_years(
    plain: str, sentence: ScannedSentence, figures: Sequence[Quantity]
) -> Iterator[Rate]:
    """ "1 400 milliards sur huit ans, soit 175 par an"."""
    for total, stated in pairwise(figures):
        per = _period_of(plain, sentence, figures, stated)
        link = plain[end_of(total) : stated.reach.start]
        if per is None or not same_thing(total, stated) or not _SO_MUCH.search(link):
            continue
        for time in sentence.times:
            inside = end_of(total) <= time.extent.start < stated.reach.start
            length = _length(time)
            over = _OVER.search(plain[end_of(total) : time.extent.start])
            if inside and length is not None and over and _unit_of(length, None) == per:
                usual: Decimal = getattr(length, per)
                yield Rate(total, [Bounds.exactly(usual)], usual, _NAMES[per], stated, [total])


def _length(time: TimeExpression) -> Duration | None:
    form = time.form
    return form.duration if isinstance(form, LengthForm) and not form.vague else None
