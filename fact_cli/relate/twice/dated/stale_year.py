"""The day of the news told again with the year before: "ce lundi 26 janvier … le 26 janvier 2025".

In January and February the old year still slips in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from fact_cli.lang.words import lower, words_before
from fact_cli.model.lapse import TwoDates, day_of
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import CalendarForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import published

# What is held or told on one day.
_HELD = re.compile(
    r"\b(?P<what>cérémonie|conférence|réunion|rencontre|séance|présentation|point de presse"
    r"|communiqué|déclaration|entretien|interview|audience|annonce|discours|soirée|visite"
    r"|session|assemblée|conseil)"
    r"(?: [^\W\d_]+(?:'[^\W\d_]+)?){0,4},? (?:du|de ce|le|en date du|tenue? le|survenue? le) "
    r"(?:(?:lun|mar|mercre|jeu|vendre|same)di |dimanche )?$"
)
_THEN = re.compile(
    r"\b(?:an|ans|année|plus tôt|anniversaire|avait|avaient|dernier|dernière|précédent\w*|contre"
    r"|comparé\w*|depuis|rappel\w*|commémor\w*|hommage|mémoire|déjà|était|étaient|fut)\b"
)
NEWS = 7  # days from publication
LATEST = 2  # the last month of a year in which the year before still slips in


def find(context: Context) -> Iterator[TwoDates]:
    now, plain = published(context), context.document.plain
    today = None if now is None else now.interval.begin
    if today is None or today.month > LATEST:
        return
    news: dict[tuple[int, int], TimeExpression] = {}
    for sentence, time in context.times():
        form, day = time.form, day_of(time.interval)
        if not isinstance(form, CalendarForm) or form.parts.day is None or day is None:
            continue
        at = (day.month, day.day)
        if _is_news(form, day, today):
            news.setdefault(at, time)
        elif at in news and form.parts.complete and day.year == today.year - 1:
            start = time.extent.start
            held = _HELD.search(words_before(plain, start, 90))
            fits = form.weekday in {None, day.replace(year=today.year).weekday()}
            if held and fits and not _THEN.search(lower(sentence.extent.of(plain))):
                yield TwoDates(news[at], time, held["what"])


def _is_news(form: CalendarForm, day: date, today: date) -> bool:
    """Whether a day is that of the news: near publication, with its weekday or its right year."""
    told = form.weekday is not None or form.deixis is not None or form.parts.year is not None
    return told and abs((day - today).days) <= NEWS
