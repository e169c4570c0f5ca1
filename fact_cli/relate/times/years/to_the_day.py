"""Years that an article opens with, against the day of the year on which it is published.

"Il y a quarante ans, la crue emportait le pont. … Dans la nuit du 13 au 14 septembre 1980", told on
a 13 September: what is remembered is what happened on that day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Jubilee
from fact_cli.model.mention import Anchor, TimeExpression, TimeKind
from fact_cli.model.times import Deixis, LengthForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.ages.births import told_births
from fact_cli.relate.times.moments import moment, published
from fact_cli.relate.times.years.ago import is_hedged

LEAD = 3  # sentences, of which the first may be the title
DAYS = 1  # from the day of publication
NEAR = 10  # years by which a slip misses; what lies farther off is another event
OLD = 5  # years below which anything may be remembered
_OPENS = ("il y a ", "voilà ", "voici ", ": il y a ", "cela fait ")


def find(context: Context) -> Iterator[Jubilee]:
    now = published(context)
    today = None if now is None else now.interval.begin
    if now is None or today is None or not context.tells(_OPENS):
        return
    plain = context.document.plain
    told = [
        (time, years)
        for sentence in context.sentences[:LEAD]
        for time in sentence.times
        if (years := _years(plain, sentence, time)) is not None
    ]
    if len({years for _, years in told}) != 1 or told_births(context):
        return
    stated, years = told[0]
    every = [one for each in context.sentences for one in each.times if _names_its_year(one)]
    if any(moment(one).year == today.year - years for one in every):
        return
    days = {day for one in every if (day := _day(one)) and _is_the_day(day, today)}
    past = {day for day in days if day.year <= today.year - OLD}
    if len(past) != 1:
        return
    origin = next(one for one in every if _day(one) in past)
    year = next(iter(past)).year
    if abs(today.year - years - year) <= NEAR and not context.quoted(origin.extent):
        yield Jubilee(
            stated.extent, years, moment(origin), now, is_hedged(plain, stated), ordinal=False,
            binding=Binding.INFERRED,
        )  # fmt: skip


def _names_its_year(time: TimeExpression) -> bool:
    return time.anchor is Anchor.EXPLICIT and time.kind is TimeKind.DATE


def _day(time: TimeExpression) -> date | None:
    """The day of a date, the second one of a night."""
    begin, end = time.interval.begin, time.interval.end
    one = begin is not None and end is not None and (end - begin).days <= 1
    return end if one else None


def _is_the_day(day: date, today: date) -> bool:
    """Whether a day lies on the same day of the year as another, or beside it."""
    near = {(today.replace(year=2000) - day.replace(year=2000)).days}
    return min(abs(one) for one in near) <= DAYS


def _years(plain: str, sentence: ScannedSentence, time: TimeExpression) -> int | None:
    form = time.form
    if not isinstance(form, LengthForm) or form.vague or form.duration.months:
        return None
    ahead = lower(plain[sentence.extent.start : time.extent.start])
    ago = form.side is Deixis.LAST and (not ahead or ahead.endswith((": ", "« ", ", ")))
    makes = form.side is None and ahead.endswith(("voilà ", "voici ", "cela fait "))
    return int(form.duration.years) or None if ago or makes else None
