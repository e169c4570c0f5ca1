"""A date told to lie so long behind the only other one, or before it.

"Signé en mars 2022. Un an et demi plus tard, en septembre 2024, …"; "le vol, commis le 3 juin; un
suspect a été arrêté le 9 juin, deux jours plus tard". Whole years of which
the months are not told are those of an anniversary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from fact_cli.lang.words import lower, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Grain
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Lasting, Order, Unit, elapsed, in_unit, is_after, unit_of
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import CalendarForm, Deixis, LengthForm, ShiftForm
from fact_cli.relate.context import Context
from fact_cli.relate.passage import adjoin
from fact_cli.relate.times.lengths.event_words import event_behind
from fact_cli.relate.times.lengths.lasting import stated_length
from fact_cli.relate.times.moments import (
    has_year,
    moment,
    names_year,
    nominal,
    spanned,
    told_at,
)

_CUES = ("plus tard", "plus tôt", " après", "auparavant", " avant s", " avant l", " avant,")
_BEHIND = re.compile(r",? (?:soit )?(?:le |en |ce |au |dès le |fin |début )?")
_AHEAD = re.compile(
    r",? \(?(?:soit |c'est-à-dire |donc )?(?:près de |plus de |moins de |environ |à peine |presque "
    r"|seulement |quelque |un peu (?:plus|moins) de )?"
)
_OPENS = re.compile(
    r"(?:mais |et |or )?(?:près de |plus de |moins de |à peine |quelque |environ |presque |soit )?"
)
_SET_OFF = re.compile(r",| [^\W\d_]+ (?:a|ont|est|sont|était|étaient)\b")
_CLOSED = re.compile(r" ?(?:[,;:.!?)]|$)")
# The clause of a shift tells one thing, so that it is counted from the date before it.
_SEVERAL = re.compile(r"[;:]|\b(?:puis|ensuite|et|avant|après|quand|lorsque?|qui|où|dont|mais)\b")
_OTHERWISE = re.compile(
    r"\b(?:prévue?s?|programmée?s?|initialement|report\w+|premier|première|de nouveau|à nouveau"
    r"|anniversaire|chaque|tous les|toutes les|né|née|depuis|jusqu\w*)\b"
)
_NAMES = ("ce qui vient d’abord", "ce qui vient après")
NEAR = 60  # days: of two days without a year that lie farther apart, one may be of another
FAR = 4  # times as long, or as short, is counted from something else


@dataclass(frozen=True)
class _Shift:
    """So long before or behind another time, with the date that it leads to."""

    time: TimeExpression
    length: LengthForm
    dated: TimeExpression
    later: bool
    event: str = ""
    years: int = 0  # where it is told in whole years


def find(context: Context) -> Iterator[Lasting | Order]:
    if not context.tells(_CUES):
        return
    plain, sentences = context.document.plain, context.sentences
    for index, sentence in enumerate(sentences):
        shift = _shift(plain, sentence) or _from_event(plain, sentence)
        if shift is None or context.quoted(shift.time.extent):
            continue
        former = sentences[index - 1] if index else None
        if former is not None and not adjoin(plain, former, sentence):
            former = None
        origin = _origin(plain, former, sentence, shift)
        if origin is not None:
            yield from _apart(plain, shift, origin)


def _shift(plain: str, sentence: ScannedSentence) -> _Shift | None:
    """The only shift of a sentence and the date beside it."""
    shifts = [time for time in sentence.times if isinstance(time.form, ShiftForm)]
    if len(shifts) != 1:
        return None
    (time,) = shifts
    form = time.form
    if not isinstance(form, ShiftForm) or form.base is not None:
        return None
    length = LengthForm(form.duration)
    later = form.side is Deixis.NEXT
    years = int(form.duration.years) if not form.duration.months else 0
    if unit_of(form.duration) not in {Unit.YEARS, Unit.MONTHS, Unit.WEEKS, Unit.DAYS}:
        return None
    for dated in sentence.times:
        if not (_is_dated(dated) if years and not later else _is_date(dated)):
            continue
        behind = plain[time.extent.end : max(time.extent.end, dated.extent.start)]
        ahead = plain[dated.extent.end : max(dated.extent.end, time.extent.start)]
        if time.extent < dated.extent and _BEHIND.fullmatch(lower(behind)):
            by_days = form.grain is Grain.DAY and later  # counted where one day is told twice
            return None if by_days else _Shift(time, length, dated, later, years=years)
        if dated.extent < time.extent and _AHEAD.fullmatch(lower(ahead)):
            if not _CLOSED.match(plain, time.extent.end):
                return None
            return _Shift(time, length, dated, later, years=years)
    return None


def _from_event(plain: str, sentence: ScannedSentence) -> _Shift | None:
    """ "Le 12 avril, soit deux jours après son arrivée"; "vingt ans après sa mort, en 1994, …"."""
    for time in sentence.times:
        form = time.form
        if not isinstance(form, LengthForm) or form.side or form.vague:
            continue
        event = event_behind(plain, time.extent.end)
        if event is None:
            continue
        for dated in sentence.times:
            if _is_dated(dated) and _stands_beside(plain, sentence, dated, time, event.end):
                return _Shift(time, form, dated, event.later, event.words)
    return None


def _stands_beside(
    plain: str, sentence: ScannedSentence, dated: TimeExpression, time: TimeExpression, end: int
) -> bool:
    """Whether a date stands right before a length, or right behind the event it counts from."""
    if dated.extent.end <= time.extent.start:
        link = lower(plain[dated.extent.end : time.extent.start])
        return _AHEAD.fullmatch(link) is not None and _CLOSED.match(plain, end) is not None
    opens = lower(plain[sentence.extent.start : time.extent.start])
    link = lower(plain[end : max(end, dated.extent.start)])
    set_off = _SET_OFF.match(plain, dated.extent.end) is not None
    return (
        _OPENS.fullmatch(opens) is not None
        and link.startswith(",")
        and bool(_BEHIND.fullmatch(link) and set_off)
    )


def _is_dated(time: TimeExpression) -> bool:
    """Whether a time is a date or a mere year, from which an event is counted."""
    return names_year(time) or _is_date(time)


def _is_date(time: TimeExpression) -> bool:
    form = time.form
    parts = form.parts if isinstance(form, CalendarForm) else None
    return (
        parts is not None
        and parts.month is not None
        and (parts.year is not None or parts.day is not None)
    )


def _origin(
    plain: str, former: ScannedSentence | None, sentence: ScannedSentence, shift: _Shift
) -> TimeExpression | None:
    """The only other date of the sentence, or the only time of the one before."""
    others = [one for one in sentence.times if one not in (shift.time, shift.dated)]
    start = min(shift.time.extent.start, shift.dated.extent.start)
    words = lower(sentence.extent.of(plain))
    placed = _is_dated if shift.event or (shift.years and not shift.later) else _is_date
    if _OTHERWISE.search(words):
        return None
    if others:
        (origin, *more) = others
        if more or origin.extent.end > start or not placed(origin):
            return None
        of_event = re.search(rf"\b(?:{shift.event})", told_at(plain, sentence, origin))
        return origin if of_event or not shift.event else None
    ahead = lower(plain[sentence.extent.start : start])
    if former is None or len(former.times) != 1:
        return None
    (origin,) = former.times
    told = lower(former.extent.of(plain))
    if shift.event and not re.search(rf"\b(?:{shift.event})", told):
        return None
    several = _SEVERAL.search(ahead) is not None and not shift.event
    return None if several or not placed(origin) or _OTHERWISE.search(told) else origin


def _are_of_years(shift: _Shift, early: TimeExpression, late: TimeExpression) -> bool:
    """Whether whole years are those from one year to the other, whatever their months."""
    first, then = moment(early).year, moment(late).year
    known = shift.years and first is not None and then is not None
    return bool(known) and (then or 0) - (first or 0) == shift.years


def _apart(plain: str, shift: _Shift, origin: TimeExpression) -> Iterator[Lasting | Order]:
    early, late = (origin, shift.dated) if shift.later else (shift.dated, origin)
    if has_year(early) is not has_year(late) or _are_of_years(shift, early, late):
        return
    if names_year(early) and names_year(late) and is_after(early.interval, late.interval):
        yield Order(moment(early), moment(late), _NAMES, Binding.INFERRED)
        return
    days = [one.begin for one in nominal(early, late)]
    if early.form != late.form and not has_year(early) and days[0] and days[1]:
        apart = (days[0] - days[1]).days
        if 0 < apart <= NEAR and moment(early).year == moment(late).year:
            yield Order(moment(early), moment(late), _NAMES, Binding.INFERRED)
            return
    unit, ends = unit_of(shift.length.duration), spanned(early, late)
    between = None if ends is None or unit is None else elapsed(*ends, unit)
    if between is None or unit is None or between.high is None or between.high <= 0:
        return
    value = in_unit(shift.length.duration, unit)
    if not between.high / FAR <= value <= FAR * between.high:
        return
    stated = replace(shift.time, form=shift.length)
    told = stated_length(plain, stated)
    if told is not None and not words_before(plain, stated.extent.start, 8).endswith(" à "):
        at = (early.extent, late.extent)
        yield Lasting(stated, between, unit, at, told[1], Binding.INFERRED)
