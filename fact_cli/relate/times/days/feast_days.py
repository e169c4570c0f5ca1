"""Feasts beside a date or weekday: "le lundi de Pâques, 21 avril", "mercredi de l'Ascension"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fact_cli.lang.words import lower, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Grain, Interval, PartialDate
from fact_cli.model.feasts import feast
from fact_cli.model.lapse import FeastDay
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import CalendarForm, FeastForm, OffsetForm, RangeForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import names_year, published

_ONE_DAY = re.compile(
    r",? ?\(?(?:le |ce |qui tombe (?:cette année )?le |tombe (?:cette année )?le |tombant le "
    r"|(?:sera|est) (?:célébrée? |fêtée? )?(?:cette année )?le |(?:aura|a) lieu le )?"
)
_BEFORE = re.compile(
    r"(?:, ?|,? \()(?:(?:le )?jour (?:férié |chômé |même )?(?:de |d'|du )|fête (?:de |du ))?"
    r"(?:la |l')?"
)
_FOR = re.compile(r",? \(?pour (?:la |l')?")  # the days off around a feast go by its name
_NONE = Interval()
AROUND = 4  # days
_FALLS = re.compile(r",? ?(?:qui )?tomb\w+ (?:cette année )?(?:un|le) ")
# "Pâques tombant le 5 avril, l'Ascension …": the day of another feast.
_FALLS_ON = re.compile(r"\b(?:tomb\w+|étant|fêté\w*|célébré\w*) (?:cette année )?(?:le )?$")
# A night by the feast in it, with the day on which it begins.
_NIGHTS = {"12-31": "12-31", "12-25": "12-24", "12-24": "12-24"}
_IN_NIGHT = re.compile(r"\bnuit de (?:la |l')?$")
_OF_NIGHT = re.compile(r",? ?\(?(?:dans la |celle )?(?:nuit )?")
LEAD = 30  # characters before a day in which a feast may fall on it
# "fête du Travail, 8 mai, lundi de Pentecôte": days in a list, each of its own.
_LISTED = re.compile(r"(?:,|,? (?:et|ou|puis)) (?:l[ae] |l')?")
# "la Pentecôte (7, 8 et 9 juin)": the days around it.
_MORE_DAYS = re.compile(r"(?:, \d{1,2})* (?:et|au|ou) \d{1,2}(?:er)? [^\W\d_]")
_AND = re.compile(r"\b(?:et|ou|puis)\b")
_OF_FEAST = re.compile(r" (?:de la |de l'|de |du )")
# "… se tient toujours le lundi de Pentecôte, aura lieu cette année le 27 mai".
_HELD = re.compile(
    r"(?:,|\)) (?:aura(?: donc)? lieu|se tiendra|se déroulera|est (?:prévu|programmé|fixé)e?"
    r"|revient|reviendra|tombe|sera (?:donnée?|célébrée?|organisée?))"
    r"(?: donc| cette année| cette fois)* (?:le|au) "
)
_ALWAYS = re.compile(
    r"\b(?:traditionnel\w*|toujours|chaque année|tous les ans|d'ordinaire|rituel\w*) [^.;:]{0,40}$"
)
# "Le 2 juin, date de la cavalcade": of what the feast is told of elsewhere.
_DATE_OF = re.compile(
    r", (?:date|jour) (?:de la |du |de l'|des |de cette )(?P<noun>[^\W\d_]{5,})\b"
)
_FIXED = re.compile(r"\d{2}-\d{2}")  # the rule of a feast that has one day for all years
# The days around a feast that are called by it too.
_EVE = {"12-25", "01-01"}
_THIS_YEAR = OffsetForm(Grain.YEAR, 0)


def find(context: Context) -> Iterator[FeastDay]:
    plain = context.document.plain
    for sentence in context.sentences:
        leaves = [
            leaf for whole in sentence.times for leaf in whole.leaves if leaf.form != _THIS_YEAR
        ]
        for first, second in pairwise(sentence.times):
            night = _night(plain, first, second)
            if night is not None:
                yield night
        yield from _dated_elsewhere(context, sentence)
        for first, second in pairwise(leaves):
            if _is_listed(plain, leaves, first):
                continue
            found = _feast_day(context, leaves, first, second)
            if found is not None:
                yield found
            elif _FALLS.fullmatch(lower(plain[first.extent.end : second.extent.start])):
                falls = _falls(first, second) or _feast_falls(context, sentence, first, second)
                if falls is not None:
                    yield falls


def _dated_elsewhere(context: Context, sentence: ScannedSentence) -> Iterator[FeastDay]:
    """ "Le 2 juin, date de la cavalcade", of which one sentence says that it is on a feast."""
    plain = context.document.plain
    for said in sentence.times:
        form = said.form
        found = _DATE_OF.match(plain, said.extent.end)
        if not isinstance(form, CalendarForm) or not form.parts.day or found is None:
            continue
        feasts = [
            (one, time)
            for one in context.sentences
            for time in one.times
            if isinstance(time.form, FeastForm) and time.interval.begin is not None
        ]
        if len(feasts) != 1 or form.parts.month is None:
            continue
        ((told, named),) = feasts
        if named.extent.end > found.start("noun") >= said.extent.end:
            continue  # "le 8 juin, jour de la Pentecôte": the feast itself
        rule = named.form.rule if isinstance(named.form, FeastForm) else ""
        if lower(found["noun"]) in lower(told.extent.of(plain)) and rule not in _EVE:
            yield FeastDay(named, named.interval, said, form.parts, form.weekday)


def _night(plain: str, first: TimeExpression, second: TimeExpression) -> FeastDay | None:
    """ "La nuit de la Saint-Sylvestre, du 30 au 31 décembre": a night begins on the eve's day."""
    form, told = first.form, second.form
    rule = _NIGHTS.get(form.rule) if isinstance(form, FeastForm) else None
    ahead = words_before(plain, first.extent.start, LEAD)
    if rule is None or not isinstance(told, RangeForm) or not _IN_NIGHT.search(ahead):
        return None
    link = lower(plain[first.extent.end : second.extent.start])
    if len(second.parts) != 2 or not _OF_NIGHT.fullmatch(link):
        return None
    begin, end = (part.interval.begin for part in second.parts)
    if begin is None or end is None or (end - begin).days != 1:
        return None
    day = feast(rule, begin.year)
    parts = PartialDate(None, begin.month, begin.day)
    return FeastDay(first, day, second, parts, None)


def _is_listed(plain: str, leaves: Sequence[TimeExpression], first: TimeExpression) -> bool:
    """Whether ``first`` and what follows are two of a list, and not a feast with its own day.

    "Pâques, 9 avril, et la Pentecôte, 28 mai" are two feasts, each with its day.
    """
    at = last = leaves.index(first)
    while at and _is_next(plain, leaves[at - 1], leaves[at]):
        at -= 1
    while last + 1 < len(leaves) and _is_next(plain, leaves[last], leaves[last + 1]):
        last += 1
    run = leaves[at : last + 1]
    feasts = [isinstance(one.form, FeastForm) for one in run]
    joined = (plain[one.extent.end : two.extent.start] for one, two in pairwise(run))
    paired = all(one != other for one, other in pairwise(feasts)) and len(feasts) % 2 == 0
    return len(run) > 2 and not (paired and not any(map(_AND.search, list(joined)[::2])))


def _is_next(plain: str, first: TimeExpression, second: TimeExpression) -> bool:
    days = isinstance(first.form, FeastForm | CalendarForm)
    days = days and isinstance(second.form, FeastForm | CalendarForm)
    link = lower(plain[first.extent.end : second.extent.start])
    return days and _LISTED.fullmatch(link) is not None


def _feast_day(
    context: Context,
    leaves: Sequence[TimeExpression],
    first: TimeExpression,
    second: TimeExpression,
) -> FeastDay | None:
    plain = context.document.plain
    named, said = (first, second) if isinstance(first.form, FeastForm) else (second, first)
    form, other = named.form, said.form
    if not isinstance(form, FeastForm) or not isinstance(other, CalendarForm):
        return None
    if said is second and _MORE_DAYS.match(plain, said.extent.end):
        return None
    link = lower(plain[first.extent.end : second.extent.start])
    if other.weekday is not None and other.parts == PartialDate():
        beside = said is first and _OF_FEAST.fullmatch(link)
        day = named.interval if beside and form.rule == "easter+39" else _NONE
    else:
        whole = other.parts.day is not None and other.parts.month is not None
        beside = _ONE_DAY if said is second else _BEFORE
        now = published(context)
        years = [] if now is None or now.year is None else [now.year]
        day = _in_year(named, form, said, leaves, years) if whole else _NONE
        off = said is first and _FOR.fullmatch(link) and _is_far(day, said.interval)
        ahead = words_before(plain, named.extent.start, LEAD)
        held = said is second and _ALWAYS.search(ahead) and _HELD.fullmatch(link)
        if not beside.fullmatch(link) and not off and not held:
            return None
        if said is first and _FALLS_ON.search(words_before(plain, said.extent.start, LEAD)):
            return None
    if day.begin is None or form.rule in _EVE:
        return None
    return FeastDay(named, day, said, other.parts, other.weekday)


def _is_far(feast_day: Interval, said: Interval) -> bool:
    first, other = feast_day.begin, said.begin
    return first is not None and other is not None and abs((other - first).days) > AROUND


def _in_year(
    named: TimeExpression,
    form: FeastForm,
    said: TimeExpression,
    leaves: Sequence[TimeExpression],
    years: Sequence[int],
) -> Interval:
    """The feast in the year of the date beside it, or in one of those that may be meant."""
    if names_year(said) and said.interval.begin is not None:
        return feast(form.rule, said.interval.begin.year)
    moments = (named, *(time for time in leaves if names_year(time)))
    told = [time.interval.begin.year for time in moments if time.interval.begin is not None]
    days = [feast(form.rule, year) for year in (*years, *told)]
    parts = said.form.parts if isinstance(said.form, CalendarForm) else PartialDate()
    dated = (parts.month, parts.day)
    fits = [day for day in days if day.begin and (day.begin.month, day.begin.day) == dated]
    return next(iter((*fits, *days)), Interval())


def _falls(dated: TimeExpression, weekday: TimeExpression) -> FeastDay | None:
    """ "Un 14 juillet tombé un mardi", where the year is known."""
    form, other = dated.form, weekday.form
    if not isinstance(form, CalendarForm) or not isinstance(other, CalendarForm):
        return None
    day = dated.interval
    if form.parts.day is None or other.weekday is None or other.parts != PartialDate():
        return None
    if day.begin is None or day.begin != day.end or form.weekday is not None:
        return None
    return FeastDay(dated, day, weekday, PartialDate(), other.weekday)


def _feast_falls(
    context: Context, sentence: ScannedSentence, named: TimeExpression, weekday: TimeExpression
) -> FeastDay | None:
    """ "Noël tombe un mardi cette année": a feast of a fixed day, in the year of the telling."""
    form, other, now = named.form, weekday.form, published(context)
    if not isinstance(form, FeastForm) or not isinstance(other, CalendarForm) or now is None:
        return None
    told = [one for one in sentence.times if one not in (named, weekday)]
    fixed = _FIXED.fullmatch(form.rule) is not None and form.year is None
    if other.weekday is None or other.parts != PartialDate() or not fixed or now.year is None:
        return None
    if any(one.form != OffsetForm(Grain.YEAR, 0) for one in told):
        return None
    days = [feast(form.rule, now.year), named.interval]
    fits = [one for one in days if one.begin and one.begin.weekday() == other.weekday]
    return FeastDay(named, (fits or days)[0], weekday, PartialDate(), other.weekday)
