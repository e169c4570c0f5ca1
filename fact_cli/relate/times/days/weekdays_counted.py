"""How many times a weekday comes in a month: "novembre 2017 compte cinq vendredis"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind, TimeExpression
from fact_cli.model.relation import WeekdaysInMonth
from fact_cli.model.times import CalendarForm
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import told_noun

_NAMES = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTH_FIRST = re.compile(
    r",? (?:qui )?(?:(?:compte|comporte|comprend|aligne|offre|affiche|possède)(?:ra|rait|nt)?"
    r"|compt(?:ait|ant)|comport(?:ait|ant)|a|aura|avait|ayant)"
    r"(?: (?:en effet|cette année|exactement|donc|aussi|également|bel et bien),?)? $"
)
_COUNT_FIRST = re.compile(
    r" (?:d[ue]|d'|en|du mois de|du mois d'|au mois de|pendant le mois de)? ?$"
)
_THERE_ARE = re.compile(r"\b(?:il y a|il y aura|il y avait|y aura-t-il) $")
# "Ces quatre samedis d'août" may be some of five; five of them are all that a month can have.
_THESE = re.compile(r"\b(?:les|ces|des) $")
_ENDS = re.compile(r"(?: cette année)? ?(?:[.!?;]|$)")
_PART = re.compile(
    r"\b(?:plus que|déjà|encore|premiers?|derniers?|fériés?|ouvrés?|restants?|seulement|ouverts?"
    r"|travaillés?|pluvieux|sur|moins|au moins|par)\b"
)
_ALL_OF_THEM = (4, 5)
_MOST = 5


def find(context: Context) -> Iterator[WeekdaysInMonth]:
    if not context.tells(tuple(f"{name}s" for name in _NAMES)):
        return
    plain = context.document.plain
    for sentence in context.sentences:
        counted = [one for one in sentence.quantities if _is_count(one)]
        months = [(time, day) for time in sentence.times if (day := _month(time)) is not None]
        if len(counted) != 1 or len(months) != 1:
            continue
        (figure,), ((time, first),) = counted, months
        if _is_of_month(plain, sentence, figure, time):
            yield _told(figure, time, first)


def _is_count(figure: Quantity) -> bool:
    count = figure.kind is QuantityKind.COUNT and figure.value in _ALL_OF_THEM
    return count and told_noun(figure) in _NAMES


def _month(time: TimeExpression) -> date | None:
    """The first day of a month told with its year, or as that of the news."""
    form = time.form
    if not isinstance(form, CalendarForm) or form.parts.month is None or form.parts.day is not None:
        return None
    return time.interval.begin


def _is_of_month(
    plain: str, sentence: ScannedSentence, figure: Quantity, time: TimeExpression
) -> bool:
    if _PART.search(lower(sentence.extent.of(plain))):
        return False
    if time.extent.end <= figure.reach.start:
        return (
            _MONTH_FIRST.fullmatch(lower(plain[time.extent.end : figure.reach.start])) is not None
        )
    noun = figure.noun
    if noun is None:
        return False
    ahead = lower(plain[sentence.extent.start : figure.reach.start])
    link = lower(plain[noun.end : time.extent.start])
    if _COUNT_FIRST.fullmatch(link) is None:
        return False
    if _THESE.search(ahead):
        return figure.value == _MOST
    ends = _ENDS.match(plain[time.extent.end : sentence.extent.end])
    return _THERE_ARE.search(ahead) is not None and ends is not None


def _told(figure: Quantity, time: TimeExpression, first: date) -> WeekdaysInMonth:
    weekday = _NAMES.index(told_noun(figure) or _NAMES[0])
    days = [first + timedelta(days=one) for one in range(31)]
    count = sum(day.month == first.month and day.weekday() == weekday for day in days)
    said = int(figure.value or 0)
    return WeekdaysInMonth(figure.extent, said, count, weekday, time.extent, first, Binding.STATED)
