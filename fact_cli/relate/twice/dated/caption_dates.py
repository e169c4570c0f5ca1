"""A day in a caption and the same day of the next month in the text: 22 July and 22 June."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import PartialDate
from fact_cli.model.lapse import TwoDates
from fact_cli.model.mention import TimeExpression
from fact_cli.model.text import BlockKind
from fact_cli.model.times import CalendarForm, RangeForm
from fact_cli.relate.context import Context
from fact_cli.relate.twice.values.labels import stands_beside

# A caption that dates its picture, or what was before.
_OF_PICTURE = re.compile(
    r"\b(?:photo\w*|image|archives?|cliché|ici|capture|lors|pendant|vue?|pris\w*|alors|dernier|"
    r"passé)\b"
)
_SEVERAL = re.compile(
    r"\b(?:puis|ensuite|second\w*|deuxième|autre|report\w+|repouss\w+|décal\w+|prolong\w+"
    r"|avanc\w+|initial\w*|d'abord|chaque|tous les)\b"
)


def find(context: Context) -> Iterator[TwoDates]:
    document = context.document
    marked = "[" in document.plain
    if not marked and all(one.kind is not BlockKind.CAPTION for one in document.blocks):
        return
    captions: list[tuple[TimeExpression, PartialDate]] = []
    body: list[tuple[TimeExpression, PartialDate]] = []
    for sentence in context.sentences:
        beside = stands_beside(context, sentence)
        told = list(_days(sentence))
        words = lower(sentence.extent.of(document.plain))
        if beside and _OF_PICTURE.search(words):
            continue
        if not beside and _SEVERAL.search(words):
            told = [] if len(told) > 1 else told
        (captions if beside else body).extend(told)
    for time, day in captions:
        alike = [(one, other) for one, other in body if other.day == day.day]
        months = {other.month for _, other in body}
        near = len(alike) == 1 and abs((alike[0][1].month or 0) - (day.month or 0)) == 1
        if near and day.month not in months and _of_one_year(day, alike[0][1]):
            yield TwoDates(time, alike[0][0], "légende et texte")


def _days(sentence: ScannedSentence) -> Iterator[tuple[TimeExpression, PartialDate]]:
    for time in sentence.times:
        form = time.form
        if isinstance(form, RangeForm) and form.begin is None:  # "d'ici au 30 mai"
            form = form.end
        if isinstance(form, CalendarForm) and form.parts.day and form.parts.month:
            yield time, form.parts


def _of_one_year(one: PartialDate, other: PartialDate) -> bool:
    return one.year is None or other.year is None or one.year == other.year
