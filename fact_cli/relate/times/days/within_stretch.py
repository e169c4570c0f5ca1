"""A day beside the week, month or year in which it is told to lie, counted from the telling.

"La semaine prochaine, le 11 mars", "l'an dernier, en 2021".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from fact_cli.lang.words import lower, words_after
from fact_cli.model.dates import Grain, months_after
from fact_cli.model.mention import Anchor, TimeExpression
from fact_cli.model.periods import OutOfPeriod
from fact_cli.model.times import CalendarForm, OffsetForm, PortionForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import names_year, published

_BESIDE = re.compile(r",? \(?(?:soit )?(?:le |ce |en |du |au mois de |dès le |à partir du )?")
_APPOSED = re.compile(r", |,? \(")
_CLOSES = re.compile(r" ?[,;:.)!?]|$| (?:que|qu'|à \d|au soir|au matin|dès|de \d)\b")
# Of a school year, a season or another count than the calendar's.
_OTHERWISE = re.compile(
    r" (?:scolaire|universitaire|académique|judiciaire|liturgique|fiscale|civile)\b"
)
# Days by which the telling may lie before its publication, or be dated ahead.
_SLACK = {Grain.WEEK: 2, Grain.MONTH: 3, Grain.YEAR: 10}

_IN_DECADE = re.compile(
    r"(?:mais |et |c'(?:est|était) )?(?:(?:dans|durant|pendant|à|au|dès|vers) )?(?:les? |la |l')?"
)
# "Cette villa des années 1930, édifiée en 1951".
_MADE_IN = re.compile(r"\b(?:cet(?:te)? |l[ea] |l'|une? |ce )[^\W\d_]+(?: [^\W\d_]+)? des $")
_MADE = re.compile(
    r",? (?:construit|bâti|édifié|élevé|érigé|achevé|sorti|tourné|livré|conçu|produit|fabriqué)"
    r"e?s? (?:(?:par|sur|à) [^.;:,()\d]{2,30} )?en "
)
_ALONE = re.compile(r"\)?,(?! (?:en|puis|et|ou|\d))")
SOME_YEARS = 2  # by which the beginning or the end of a decade reaches beyond it
FAR = 3  # years: what lies farther from the telling is retold from another time


def find(context: Context) -> Iterator[OutOfPeriod]:
    plain, now = context.document.plain, published(context)
    today = None if now is None else now.interval.begin
    yield from _of_decades(context)
    if today is None:
        return
    for sentence in context.sentences:
        leaves = [leaf for whole in sentence.times for leaf in whole.leaves]
        for whole, time in pairwise(leaves):
            link = lower(plain[whole.extent.end : time.extent.start])
            if not _BESIDE.fullmatch(link) or not _APPOSED.match(link):
                continue
            if context.quoted(whole.extent) or not _is_closed(plain, whole, time):
                continue
            if _lies_outside(whole, time, today):
                yield OutOfPeriod(whole, time)


def _of_decades(context: Context) -> Iterator[OutOfPeriod]:
    """ "Dans les années 1960, en 1958, …": a year beside a decade that does not hold it."""
    if not context.tells((" années ",)):
        return
    plain = context.document.plain
    for sentence in context.sentences:
        for whole, time in pairwise(sentence.times):
            link = lower(plain[whole.extent.end : time.extent.start])
            ahead = lower(plain[sentence.extent.start : whole.extent.start])
            beside = _IN_DECADE.fullmatch(ahead) and link in {", en ", ", dès ", " (en "}
            made = _MADE_IN.search(ahead) and _MADE.fullmatch(link)
            slack = 0 if beside else SOME_YEARS
            alone = _ALONE.match(plain, time.extent.end)
            if (made or (beside and alone)) and _is_beyond(plain, whole, time, slack):
                yield OutOfPeriod(whole, time)


def _is_beyond(plain: str, whole: TimeExpression, time: TimeExpression, slack: int) -> bool:
    """Whether a year lies outside of a decade, or years from the part of one that is told."""
    low, high = whole.interval.begin, whole.interval.end
    first, last = time.interval.begin, time.interval.end
    decade = "années" in whole.extent.of(plain) and whole.anchor is Anchor.EXPLICIT
    if not decade or None in (low, high, first, last) or not names_year(time):
        return False
    assert low and high and first and last
    slack = SOME_YEARS if isinstance(whole.form, PortionForm) else slack
    return last.year < low.year - slack or first.year > high.year + slack


def _is_closed(plain: str, whole: TimeExpression, time: TimeExpression) -> bool:
    behind = words_after(plain, time.extent.end, 12)
    scholastic = _OTHERWISE.match(words_after(plain, whole.extent.end, 16)) is not None
    return _CLOSES.match(behind) is not None and not scholastic


def _lies_outside(whole: TimeExpression, time: TimeExpression, today: date) -> bool:
    form, told = whole.form, time.form
    if not isinstance(form, OffsetForm) or form.grain not in _SLACK:
        return False
    if whole.anchor is not Anchor.PUBLISHED or not isinstance(told, CalendarForm):
        return False
    parts = told.parts
    placed = parts.year is not None or (parts.month is not None and parts.day is not None)
    if form.grain is Grain.MONTH and parts.month and not placed and told.deixis is None:
        slack = timedelta(days=_SLACK[form.grain])
        return parts.month not in {
            _begin(form, day).month for day in (today - slack, today + slack)
        }
    first, last = time.interval.begin, time.interval.end
    if not placed or first is None or last is None or told.deixis is not None:
        return False
    slack = timedelta(days=_SLACK[form.grain])
    low = _begin(form, today - slack)
    high = _begin(OffsetForm(form.grain, form.shift + 1), today + slack)
    far = abs(first.year - today.year) > FAR
    return not far and (last < low or first >= high)


def _begin(form: OffsetForm, told: date) -> date:
    """The first day of a week, month or year counted from the day of telling."""
    match form.grain:
        case Grain.WEEK:
            return told - timedelta(days=told.weekday()) + timedelta(weeks=form.shift)
        case Grain.MONTH:
            return months_after(told.replace(day=1), form.shift)
        case _:
            return date(told.year + form.shift, 1, 1)
