"""Lengths of time told right before the two ends they lie between.

"Pendant sept ans, de 2008 à 2015, …"; "ses sept années de présidence (2008-2015)"; "trois mois, de
mars à mai".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Lasting, Unit, elapsed, in_unit
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import CalendarForm, ClockForm, LengthForm, RangeForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.lengths.days_counted import MOVED
from fact_cli.relate.times.lengths.lasting import (
    ELSEWHERE,
    SEVERAL_DAYS,
    TOGETHER,
    between_clocks,
    is_surplus,
    stated_length,
)
from fact_cli.relate.times.lengths.spells import of_office
from fact_cli.relate.times.lengths.time_off import is_without
from fact_cli.relate.times.lengths.workdays import SOME
from fact_cli.relate.times.moments import lengths, range_ends

# What was done or where it was, between a length and its ends.
_WHAT = (
    r"(?: (?:consécutifs|consécutives|durant|pleins?|pleines|entiers|entières))?"
    r"(?: (?:de |d'|du |à la |à l'|au |aux |en |dans |sur |chez |comme |à )[^.;:,()\d]{2,45}"
    r"|(?<= durant) (?:l[ae] |l'|les |un |une |son |sa |ses )[^.;:,()\d]{2,45})?"
)
_BESIDE = re.compile(rf"{_WHAT}(?:, (?:soit |c'est-à-dire )?| ?\((?:soit )?| [–-] )")
_THAT_OF_OTHER = re.compile(
    r"\b(?:qui|que|dont|pour|contre|après|avant|depuis|dès|plus|puis|et|fois|faits|ou|peine|sursis"
    r"|prescri\w+)\b"
)
# Lengths that are of something within the ends, or of each time.
_PART = re.compile(
    r"\b(?:limit\w+|maxim\w+|minim\w+|au (?:plus|moins)|dont|chaque|tous les|toutes les|moyenne"
    r"|à choisir|choix|jusqu'à|par (?:jour|semaine|mois|an)|préavis|délai|sous|âgée?s? de|d'ici"
    r"|condamn\w+|prison|stages?|séjours?|sessions?|formules?|ateliers?|en deux|à raison)\b"
)
_GOES_ON = re.compile(r"\)?,? (?:et|puis|ou|ainsi que|sauf|hors|hormis) |, (?:de|du|d') ")
FAR = 4  # times as long, or as short, is another length


def find(context: Context) -> Iterator[Lasting]:
    plain = context.document.plain
    for sentence in context.sentences:
        periods = [time for time in sentence.times if isinstance(time.form, RangeForm)]
        if len(periods) != 1:
            continue
        for stated in [*lengths(sentence), *of_office(plain, sentence)]:
            found = _before(plain, sentence, stated, periods[0])
            if found is not None and not is_without(plain, sentence, found):
                yield found


def _before(
    plain: str, sentence: ScannedSentence, stated: TimeExpression, period: TimeExpression
) -> Lasting | None:
    told = stated_length(plain, stated)
    form = stated.form
    if told is None or not isinstance(form, LengthForm) or period.extent < stated.extent:
        return None
    link = lower(plain[stated.extent.end : period.extent.start])
    ahead = words_before(plain, stated.extent.start, 40)
    words = lower(sentence.extent.of(plain))
    if not _BESIDE.fullmatch(link) or MOVED.search(ahead):
        return None
    if _THAT_OF_OTHER.search(link) or TOGETHER.search(words):
        return None
    if is_surplus(plain, stated) or _GOES_ON.match(words_after(plain, period.extent.end, 12)):
        return None
    value = in_unit(form.duration, told[0])
    between = _between(period, told[0])
    if between is None or between.low is None or between.high is None or between.high <= 0:
        return None
    if not between.high / FAR <= value <= FAR * between.high:
        return None
    if value < between.low and _is_part(plain, sentence, stated, period):
        return None
    return Lasting(stated, between, told[0], (period.extent,), told[1], Binding.INFERRED)


def _between(period: TimeExpression, unit: Unit) -> Bounds | None:
    match period.form:
        case RangeForm(begin=ClockForm() as first, end=ClockForm() as last):
            return between_clocks(first, last, unit) if unit is Unit.HOURS else None
        case RangeForm(begin=CalendarForm(parts=begin), end=CalendarForm(parts=end)):
            ends = range_ends(period)
            in_months = unit is Unit.MONTHS and end.month and not begin.day
            told = unit is Unit.YEARS or in_months
            return elapsed(*ends, unit) if ends is not None and told else None
        case _:
            return None


def _is_part(
    plain: str, sentence: ScannedSentence, stated: TimeExpression, period: TimeExpression
) -> bool:
    """Whether a length that is too short may lie anywhere within the ends, or be of each day."""
    words = lower(sentence.extent.of(plain))
    if isinstance(period.form.begin if isinstance(period.form, RangeForm) else None, ClockForm):
        return True
    among = lower(period.extent.of(plain)).startswith("entre")
    if among or "siècle" in stated.extent.of(plain):
        return True
    ahead = lower(words_before(plain, stated.extent.start, 60))
    return any(one.search(words) for one in (SOME, ELSEWHERE, SEVERAL_DAYS)) or (
        _PART.search(ahead) is not None
    )
