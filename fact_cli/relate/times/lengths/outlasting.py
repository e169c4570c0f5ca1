"""Lengths told to be longer than all that lies between the only two times right before them.

"Coupée le 3 novembre, la ligne a été rendue le 24 février aux voyageurs. Pendant près de cinq mois,
ils ont dû prendre le car": what begins with the one and ends with the other lasts no longer,
whatever it is called. No other two times of the article, and none with its publication, are to
lie so far apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from fact_cli.lang.words import lower, words_before
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Grain, Interval
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import DAYS_IN, Lasting, Unit, elapsed, in_unit
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.text import Extent
from fact_cli.model.times import LengthForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.lengths.clock_points import clock_points, minutes_between
from fact_cli.relate.times.lengths.lasting import ELSEWHERE, TOGETHER, is_surplus, stated_length
from fact_cli.relate.times.lengths.parts_told import is_flight, is_of_another_time
from fact_cli.relate.times.lengths.spell_kinds import HEDGES, ending_words
from fact_cli.relate.times.lengths.spells import of_office, points_of
from fact_cli.relate.times.lengths.spent import clock_length
from fact_cli.relate.times.moments import OPENS, lengths, published, spanned

_CUES = (" an", " mois", " semaines", " jours", "heure", "minute", " h ")
# What a sentence opens with that sums up what it is told behind.
_OPENS = re.compile(
    r"(?:[«\"-] ?)?(?:(?:au total|en tout|bref|résultat|soit|donc|et)[ ,:]+)?"
    r"(?:(?:pendant|durant|au bout de|au terme de|à l'issue de|après|de|en)"
    rf"(?: les| ces| ses| leurs)? |(?:ces|ses|leurs) )?{HEDGES}",
)
# "Les voyageurs auront passé quatre heures …", "on m'a volé vingt ans".
_SPENT = re.compile(
    r"\b(?:aur(?:a|ont) (?:[^\W\d_]+ment |donc |ainsi |été )?[^\W\d_]+(?:é|i|u|is|it|ert)e?s?"
    r"|(?:a|ont) (?:[^\W\d_]+ment |donc |ainsi )?(?:passé|vécu|volé|duré|tenu|patienté|attendu|pris"
    rf"|perdu|enduré|résisté))(?: pendant| durant)? {HEDGES}$"
)
# "À 23 h 45, après trois heures et demie de spectacle": of times of day only.
_AFTER = re.compile(
    rf",? (?:après|au bout de|au terme de|à l'issue de)(?: les| ces| ses| leurs)? {HEDGES}$"
)
_THESE = re.compile(rf"\bces {HEDGES}$")
# A length of what is planned, of a sentence, of a habit, or of another time.
_OTHER = re.compile(
    r"\b(?:prév(?:u|oi)\w*|dev(?:ait|aient|ra|ront)|requi\w+|réclam\w+|encour\w+|condamn\w+|écop\w+"
    r"|sursis|réclusion|peines?|mandats?|moyenne|cumul\w*|auparavant|faudra\w*"
    r"|d'ordinaire|d'habitude|précéd\w+|autres?|chaque|par (?:an|jour|mois|semaine|nuit)|promis\w*"
    r"|garanti\w*|bail|carrière|expérience|métier|âg\w+|record|pourrai\w*|deux fois"
    r"|premiers?|première fois|vie|passée?s? ensemble)\b"
)
_OF_ANOTHER = re.compile(r" (?:après|avant|plus (?:tôt|tard)|auparavant|plus)\b|-")
_HOURS = re.compile(r"\b(?:ouvre|ferme|accueille)(?:nt)?\b")  # of every day
_CLAUSE = re.compile(r"[;.]| (?:qui|que|dont|où|quand|lorsque|mais)\b")
_LEADS = re.compile(r"[;,:»]| (?:qui|que|dont|où) ")
BACK = 8  # sentences before that of a length in which its two ends may be told
ENDS = 4  # times in them; the first and the last are the ends
MOST = 16  # times in an article; with more of them, too much may explain a length
FAR = Decimal("2.6")  # times as long is another length
HOUR = 60  # minutes
ANY_OTHER = Decimal("0.1")  # of a length, by which others may miss what it is told of
_COARSE = {Grain.DECADE, Grain.CENTURY}

_Ends = tuple[Bounds, tuple[Extent, ...]]


def find(context: Context) -> Iterator[Lasting]:
    if not context.tells(_CUES):
        return
    plain = context.document.plain
    for index, sentence in context.body:
        for stated in _told_lengths(plain, sentence):
            if _sums_up(plain, sentence, stated):
                found = _outlasting(context, index, stated)
                if found is not None:
                    yield found


def _told_lengths(plain: str, sentence: ScannedSentence) -> Iterator[TimeExpression]:
    yield from lengths(sentence)
    yield from of_office(plain, sentence)
    for time in sentence.times:
        read = clock_length(plain, time)
        if read is not None:
            yield replace(time, form=read, kind=TimeKind.DURATION)


def _sums_up(plain: str, sentence: ScannedSentence, stated: TimeExpression) -> bool:
    """Whether a length is one that has passed, and of the whole of something."""
    ahead = lower(plain[sentence.extent.start : stated.extent.start])
    form = stated.form
    hours = isinstance(form, LengthForm) and (form.duration.hours or form.duration.minutes)
    opens = _OPENS.fullmatch(ahead)
    if not (opens or _SPENT.search(ahead) or (hours and _AFTER.search(ahead))):
        return False
    if _OF_ANOTHER.match(plain, stated.extent.end) or is_surplus(plain, stated):
        return False
    behind = lower(plain[stated.extent.end : sentence.extent.end])
    clause = _CLAUSE.split(behind)[0]
    words = _LEADS.split(ahead)[-1] + clause.split(",")[0]
    other = _OTHER.search(words) or TOGETHER.search(words)
    return other is None and not is_of_another_time(clause)


def _outlasting(context: Context, index: int, stated: TimeExpression) -> Lasting | None:
    plain = context.document.plain
    told, form = stated_length(plain, stated), stated.form
    if told is None or not isinstance(form, LengthForm):
        return None
    unit = told[0]
    value = in_unit(form.duration, unit)
    ends = _by_days if unit.value in DAYS_IN else _by_clock
    for start in range(index, max(-1, index - BACK - 1), -1):
        found = ends(context, context.sentences[start : index + 1], stated, unit, value)
        if found is None:
            continue
        between, at = found
        low, high = between.low, between.high
        if low is None or high is None or not low / FAR < value < FAR * high:
            return None
        if value < low and not _THESE.search(lower(words_before(plain, stated.extent.start, 40))):
            return None
        if not _is_ended(context, at):
            return None
        return Lasting(stated, between, unit, at, told[1], Binding.INFERRED)
    return None


def _is_ended(context: Context, at: tuple[Extent, ...]) -> bool:
    """Whether the later of two times tells what ends: "a rouvert", "a été libéré"."""
    plain = context.document.plain
    first, last = at
    sentence = context.sentence_at(last)
    if first == last or sentence is None:
        return True
    start = sentence.extent.start
    start = first.end if start <= first.end <= last.start else start
    ahead = lower(plain[start : last.start])
    if len(ahead.strip()) <= OPENS:
        ahead += _CLAUSE.split(lower(plain[last.end : sentence.extent.end]))[0]
    return ending_words().search(ahead) is not None


_NONE = Bounds.exactly(Decimal(0)), ()


def _by_days(
    context: Context,
    near: Sequence[ScannedSentence],
    stated: TimeExpression,
    unit: Unit,
    value: Decimal,
) -> _Ends | None:
    """What lies between the only two dates of ``near``; None where there are not two yet."""
    every = context.once("points", lambda: _points(context))
    start = near[0].extent.start
    points = [one for one in every if start <= one.extent.start < stated.extent.start]
    if len(points) < 2:
        return None
    if len(points) > ENDS or len(every) > MOST:
        return _NONE
    gaps = [(_between(one, other, unit), one, other) for one, other in combinations(every, 2)]
    own = [gap for gap in gaps if gap[1] in points and gap[2] in points]
    known = [gap for gap in own if gap[0] is not None]
    if len(known) < len(own):
        return _NONE
    widest = max(known, key=lambda gap: (gap[0] and gap[0].high) or Decimal(0))
    margin = max(Decimal(1), value * ANY_OTHER)
    now = published(context)
    others = [gap for gap, one, other in gaps if (one, other) != widest[1:]]
    if now is not None:
        others += [elapsed(*_in_order(one.interval, now.interval), unit) for one in every]
    if any(one is not None and one.meets(Bounds(value - margin, value + margin)) for one in others):
        return _NONE
    assert widest[0] is not None
    return widest[0], (widest[1].extent, widest[2].extent)


def _points(context: Context) -> Sequence[TimeExpression]:
    plain = context.document.plain
    found = (one for each in context.sentences for one in points_of(plain, each))
    return [one for one in found if one.grain not in _COARSE]


def _between(first: TimeExpression, last: TimeExpression, unit: Unit) -> Bounds | None:
    """What lies between two dates, whichever of them is the first; the less, if of no year."""
    spans = (spanned(first, last), spanned(last, first))
    found = [elapsed(*_in_order(*span), unit) for span in spans if span is not None]
    known = [one for one in found if one is not None and one.high is not None]
    return min(known, key=lambda one: one.high or Decimal(0), default=None)


def _in_order(first: Interval, last: Interval) -> tuple[Interval, Interval]:
    if first.begin is not None and last.begin is not None and last.begin < first.begin:
        return last, first
    return first, last


def _by_clock(
    context: Context,
    near: Sequence[ScannedSentence],
    stated: TimeExpression,
    unit: Unit,
    value: Decimal,
) -> _Ends | None:
    """What lies between the only times of day of ``near``; None where there are not two yet."""
    plain = context.document.plain
    every = context.once("clock points", lambda: clock_points(plain, context.sentences))
    start = near[0].extent.start
    points = [one for one in every if start <= one.extent.start < stated.extent.start]
    if len(points) < 2:
        return None
    told = plain[near[0].extent.start : near[-1].extent.end]
    apart = is_flight(told) or any(one.search(lower(told)) for one in (ELSEWHERE, _HOURS))
    if len(points) > ENDS or len(every) > MOST or apart:
        return _NONE
    size = HOUR if unit is Unit.HOURS else 1
    margin = max(Decimal(size) / 4, value * size * ANY_OTHER)
    gaps = [
        (minutes, one, other)
        for one, other in combinations(every, 2)
        if (minutes := minutes_between(one, other)) is not None
    ]
    own = [gap for gap in gaps if gap[1] in points and gap[2] in points]
    if not own:
        return _NONE
    widest = max(own, key=lambda gap: gap[0])
    if any(abs(gap[0] - value * size) <= margin for gap in gaps if gap != widest):
        return _NONE
    between = Bounds.exactly(Decimal(widest[0]) / size)
    return between, (widest[1].extent, widest[2].extent)
