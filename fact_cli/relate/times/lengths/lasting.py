"""Lengths of time against their two ends, or told twice: "de 2008 à 2015, sept ans"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from fact_cli.lang.words import lower, words_before
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Interval
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Hedge, Lasting, Unit, elapsed, in_unit, unit_of
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.text import Extent
from fact_cli.model.times import CalendarForm, ClockForm, LengthForm, RangeForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.lengths.parts_told import is_flight, is_shortened
from fact_cli.relate.times.lengths.spent import is_of_part
from fact_cli.relate.times.lengths.time_off import is_without
from fact_cli.relate.times.lengths.workdays import SOME, days_between
from fact_cli.relate.times.moments import dates, lengths, names_year, published, range_ends

_SO = re.compile(
    r"[^.;:!?\d]{0,40}?(?:,|\(|:|–|-)? ?\(?(?:soit|c'est-à-dire|autrement dit|ou encore"
    r"|ce qui (?:fait|représente))"
    r" (?:donc |un total de |une durée de |plus de |près de |environ |presque |quelque "
    r"|un peu (?:plus|moins) de )*$"
)
_BESIDE = re.compile(r"(?:,| :| \(|\)?,) ?(?:pendant |durant )?$| \($|\)? (?:pendant|durant) $")
_LASTED = re.compile(
    r"(?!.*\b(?:aussi|également|en outre|par ailleurs|ensuite|puis)\b)"
    r"[^.;:!?\d]{0,60}\b(?:dur(?!ant)|vécu|vécue|règn|régn|resté|restée|purg|présid|dirig|gouvern|occup|exist"
    r"|activité|pouvoir|tête|mandat)[^.;:!?\d]{0,40}$"
)
_AFTER = re.compile(
    r"(?!.*\b(?:fois|jamais|record)\b)[^.;:!?\d]{0,60}\b(?:après|au bout de|au terme de|en) "
    r"(?:près de |plus de |à peine |seulement )?$"
)
_SPENT = re.compile(r"[^.;:!?\d]{0,60}\b(?:a|ont|aura) (?:passé|attendu|purgé)\b[^.;:!?\d]{0,20}$")
TOGETHER = re.compile(
    r"\b(?:au total|en (?:deux|trois|plusieurs) fois|cumulé\w*|en tout|mises? bout)\b"
)
# Between two times of day that are not of one day.
ANOTHER_DAY = re.compile(r"\ble (?:\d|lendemain|surlendemain)|\b(?:suivante?|plus tard)\b")
# Two times of day are not what the length lies between: so long each day, or other zones.
ELSEWHERE = re.compile(
    r"\bheures? locales?|\bgmt\b|\bdécalage|\bfuseau|\bhebdomadaires?\b|\bpar (?:semaine|mois|an)\b"
    r"|\bjours sur (?:sept|7)\b"
)
# Times of day of more than one day: "les 3, 10 et 17 mars, de 14 heures à 17 heures".
SEVERAL_DAYS = re.compile(
    r"\b\d{1,2}(?:, \d{1,2})* et \d{1,2} [^\W\d_]{3}|\b(?:chaque|tous les|toutes les|du lundi) "
    r"|\b(?:deux|trois|quatre|cinq|six) (?:jours|soirs|matins|après-midi|séances|week-ends)\b"
)
_WORKS = re.compile(r" (?:de |d'|des )(?:chantier|travaux|construction|études|procédure)\b")
_WORKS_BEGIN = re.compile(
    r"\b(?:chantier|travaux|construction|première pierre|entam|commenc|démarr|ferm|lanc|début)\w*"
)
_SURPLUS = re.compile(
    r"(?: d['’][^\W\d_]+| de [^\W\d_]+)? (?:de (?:plus|moins|mieux|retard)|d'avance|d'écart"
    r"|supplémentaires?|en (?:plus|moins)|par"
    r"|sur (?:cinq|six|sept|[5-7]))\b"
)
_MORE = re.compile(r"\b(?:(?:plus de|une bonne|au moins|largement) (?:d[e'] ?)?|plus d')$")
_LESS = re.compile(
    r"\b(?:(?:moins|près) de|presque|à peine|pas tout à fait|quasiment) (?:d[e'] ?)?$"
)
_HEDGED = re.compile(
    r"\b(?:près de|plus de|moins de|environ|presque|quelque|à peine|une bonne|un peu|quasi\w*"
    r"|autour de)(?: d[e'])? ?$"
)
_BORN = re.compile(r"\b[Nn]ée? [^.;:\d]*$")
_DIED = re.compile(r"\b(?:morte?|meur\w+|décéd\w+|décès|dispar\w+|éteint\w*) [^.;:\d]*$")
_LIVED = re.compile(r"\b(?:vécu|vie|existence)\b")
AHEAD = 50  # characters before a date in which a birth is told
LONGEST = 200  # characters from the first of two dates to the length between them
AFTERWARDS = re.compile(
    r" (?:après|avant) (?:l[ea]s? |l'|cel(?:ui|le)|un|son |sa |ses |leurs? |avoir |être )"
)
_SINCE = re.compile(r"^depuis\b", re.IGNORECASE)


def find(context: Context) -> Iterator[Lasting]:
    plain = context.document.plain
    now = published(context)
    for sentence in context.sentences:
        for stated in lengths(sentence):
            if AFTERWARDS.match(plain, stated.extent.end):
                continue  # "du 25 au 27 juillet 2025, un an après la 22e"
            found = (
                _of_range(plain, sentence, stated, None if now is None else now.interval)
                or _of_clock(plain, sentence, stated)
                or _of_two_dates(plain, sentence, stated)
            )
            if found is not None and not is_without(plain, sentence, found):
                yield found


def is_of_other_works(plain: str, start: int, stated: TimeExpression) -> bool:
    """ "Ouverte en 1965, …, au bout de deux ans de chantier": not since the opening."""
    ahead = lower(plain[start : stated.extent.start])
    works = _WORKS.match(plain, stated.extent.end)
    return works is not None and not _WORKS_BEGIN.search(ahead)


def is_surplus(plain: str, time: TimeExpression) -> bool:
    """ "Trois minutes de mieux": by how much, not how long."""
    return _SURPLUS.match(plain, time.extent.end) is not None


def stated_length(plain: str, stated: TimeExpression) -> tuple[Unit, Hedge] | None:
    form = stated.form
    unit = unit_of(form.duration) if isinstance(form, LengthForm) else None
    ahead = words_before(plain, stated.extent.start, 25)
    hedge = Hedge.ABOUT if _HEDGED.search(ahead) else Hedge.NONE
    if _MORE.search(ahead):
        hedge = Hedge.MORE
    elif _LESS.search(ahead):
        hedge = Hedge.LESS
    return None if unit is None else (unit, hedge)


def _lasting(
    plain: str,
    stated: TimeExpression,
    between: Bounds | None,
    at: tuple[Extent, ...],
    binding: Binding = Binding.STATED,
) -> Lasting | None:
    told = stated_length(plain, stated)
    gone = between is None or (between.high is not None and between.high <= 0)
    if told is None or between is None or gone or is_surplus(plain, stated):
        return None
    return Lasting(stated, between, told[0], at, told[1], binding)


# "De 8 heures à 18 heures, 19 heures au chef-lieu": an hour of the day there.
_AT_A_PLACE = re.compile(r" (?:au|aux|à la|à l'|à [A-ZÀ-Þ]|dans l)")


def _of_range(
    plain: str, sentence: ScannedSentence, stated: TimeExpression, now: Interval | None
) -> Lasting | None:
    """ "De 2008 à 2015, soit sept ans"; "depuis 2010, soit quatorze ans"."""
    told = stated_length(plain, stated)
    ahead = [
        time
        for time in sentence.times
        if isinstance(time.form, RangeForm) and time.extent.end <= stated.extent.start
    ]
    if len(ahead) != 1 or TOGETHER.search(lower(sentence.extent.of(plain))):
        return None
    for time in ahead:
        form = time.form
        if not isinstance(form, RangeForm) or time.extent.end > stated.extent.start or told is None:
            continue
        link = lower(plain[time.extent.end : stated.extent.start])
        so, beside = _SO.fullmatch(link), _BESIDE.fullmatch(link)
        lasted = None if _is_life(plain, time) else _LASTED.fullmatch(link)
        if not (so or beside or lasted):
            continue
        if not (so or beside) and not all(map(is_dated, time.parts)):
            continue
        binding = Binding.STATED if so or beside else Binding.INFERRED
        if form.end is None and _SINCE.match(time.extent.of(plain)) and so and now is not None:
            begin = Interval(time.interval.begin, _last_day(time))
            between = elapsed(begin, now, told[0])
            return _lasting(plain, stated, between, (time.extent,), binding)
        ends = range_ends(time)
        if beside and not so and SOME.search(lower(sentence.extent.of(plain))):
            return None
        if ends is not None:
            between = _of_days(time, stated) or elapsed(*ends, told[0])
            return _lasting(plain, stated, between, (time.extent,), binding)
    return None


def _of_days(time: TimeExpression, stated: TimeExpression) -> Bounds | None:
    """What lies between two days, where a length of days is told of them."""
    form = stated.form
    if not isinstance(form, LengthForm) or unit_of(form.duration) is not Unit.DAYS:
        return None
    ends = time.parts
    return days_between(ends[0], ends[1], form.duration.days) if len(ends) == 2 else None


def _is_life(plain: str, time: TimeExpression) -> bool:
    """ "Le peintre (1931-2001) a vécu …": from birth to death, whatever lasted less."""
    start, end = time.extent.start, time.extent.end
    return plain[max(0, start - 1) : start] == "(" and plain[end : end + 1] == ")"


def is_in_life(
    plain: str, first: TimeExpression, last: TimeExpression, stated: TimeExpression
) -> bool:
    """ "Né en 1931 et mort en 2001, il a présidé le club quarante ans": less than his life."""
    born = _BORN.search(plain, max(0, first.extent.start - AHEAD), first.extent.start)
    died = _DIED.search(plain, first.extent.end, last.extent.start)
    return bool(born and died) and not _LIVED.search(plain, last.extent.end, stated.extent.start)


def is_dated(time: TimeExpression) -> bool:
    """Whether an end of a period is told with its year or month, not as a mere weekday."""
    form = time.form
    return names_year(time) or (isinstance(form, CalendarForm) and form.parts.month is not None)


def _last_day(time: TimeExpression) -> date | None:
    return time.parts[0].interval.end if time.parts else time.interval.begin


def _of_clock(plain: str, sentence: ScannedSentence, stated: TimeExpression) -> Lasting | None:
    """ "De 7 h 45 à 9 h 15, soit une heure et demie", also past midnight."""
    told = stated_length(plain, stated)
    if told is None or told[0] not in {Unit.HOURS, Unit.MINUTES}:
        return None
    words = lower(sentence.extent.of(plain))
    if any(one.search(words) for one in (ELSEWHERE, TOGETHER, SEVERAL_DAYS)):
        return None
    days = any(_is_days(time) for time in sentence.times)
    if days or is_flight(sentence.extent.of(plain)) or _AT_A_PLACE.match(plain, stated.extent.end):
        return None
    clocks = [time for time in sentence.times if isinstance(time.form, ClockForm)]
    if len(clocks) == 2 and clocks[1].extent.end <= stated.extent.start:
        link = lower(plain[clocks[1].extent.end : stated.extent.start])
        first, last = (one.form for one in clocks)
        assert isinstance(first, ClockForm) and isinstance(last, ClockForm)
        gap = plain[clocks[0].extent.end : clocks[1].extent.start]
        two_days = sum(time.kind is TimeKind.DATE for time in sentence.times) > 1
        so = _SO.fullmatch(link) or _AFTER.fullmatch(link)
        if so and not two_days and not ANOTHER_DAY.search(gap):
            between = between_clocks(first, last, told[0])
            if (last.hour, last.minute) < (first.hour, first.minute):
                back = between_clocks(last, first, told[0])
                between = min(between, back, key=lambda one: one.low or Decimal(0))
            if is_of_part(plain, stated) and is_part(stated, between, told[0]):
                return None
            at = (clocks[0].extent, clocks[1].extent)
            return _lasting(plain, stated, between, at, Binding.INFERRED)
    for time in sentence.times:
        match time.form:
            case RangeForm(begin=ClockForm() as first, end=ClockForm() as last):
                link = lower(plain[time.extent.end : max(time.extent.end, stated.extent.start)])
                told_so = _SO.fullmatch(link) or _BESIDE.fullmatch(link)
                before = time.extent.end <= stated.extent.start
                if before and told_so and not is_shortened(plain, time.extent.start):
                    between = between_clocks(first, last, told[0])
                    return _lasting(plain, stated, between, (time.extent,))
            case _:
                continue
    return None


def _is_days(time: TimeExpression) -> bool:
    """Whether a time tells several days, on each of which the times of day are meant."""
    form, span = time.form, time.interval
    days = isinstance(form, RangeForm) and isinstance(form.begin, CalendarForm)
    return days and span.begin is not None and span.begin != span.end


def between_clocks(first: ClockForm, last: ClockForm, unit: Unit) -> Bounds:
    """From one time of day to the next other, in hours or minutes."""
    minutes = (last.hour - first.hour) * 60 + last.minute - first.minute
    minutes += 24 * 60 if minutes < 0 else 0
    return Bounds.exactly(Decimal(minutes) / (60 if unit is Unit.HOURS else 1))


def _of_two_dates(plain: str, sentence: ScannedSentence, stated: TimeExpression) -> Lasting | None:
    """ "Fondée en 1985, elle a fermé en 2015 après trente ans d'activité"."""
    told = stated_length(plain, stated)
    ahead = [time for time in dates(sentence) if time.extent.end <= stated.extent.start]
    named = [time for time in ahead if names_year(time)]
    if told is None or len(ahead) != 2 or len(named) != 2:
        return None
    first, last = named
    link = lower(plain[last.extent.end : stated.extent.start])
    gap = plain[first.extent.end : stated.extent.start]
    so = _SO.fullmatch(link) or _AFTER.fullmatch(link)
    if is_of_other_works(plain, sentence.extent.start, stated):
        return None
    told_so = so or _LASTED.fullmatch(link) or _SPENT.fullmatch(link)
    if is_in_life(plain, first, last, stated) or not told_so:
        return None
    if ";" in gap or len(gap) > LONGEST:
        return None
    between = elapsed(first.interval, last.interval, told[0])
    if _AFTER.fullmatch(link) and is_part(stated, between, told[0]):
        return None
    return _lasting(plain, stated, between, (first.extent, last.extent), Binding.INFERRED)


def is_part(stated: TimeExpression, between: Bounds | None, unit: Unit) -> bool:
    """ "Ouverte en 1965, fermée en 2009 après deux ans de grève": shorter, it may be a part."""
    form = stated.form
    if between is None or between.low is None or not isinstance(form, LengthForm):
        return False
    return in_unit(form.duration, unit) < between.low
