"""Two stages of one course, told by the opening of a sentence and by its verb.

"Arrêté le 12 mars, le suspect a été jugé le 3 mars", "La plainte, déposée le 4 mai 2022, a été
classée le 12 avril 2022".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from fact_cli.lang.lexicon import read
from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Order
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import CalendarForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import dates, moment, names_year

APART = 120  # days: of two days without a year that lie farther apart, one may be of another year
_OPENING = r"(?:[^.;:,()\d]{3,60}, )?(?:portée? |prise? )?"
_TO_DATE = r"\b[^.;:,()\d]{0,60}?\b(?:en|le|dès|dès le|début|fin|mi-) ?$"
_VERB = (
    r"[^.;:()\d]{0,60}?, (?:[^.;:,()\d]{0,60} )?"
    r"(?:a été|ont été|est|sont|fut|furent|s'est|se sont|a|ont) (?:ensuite |finalement |enfin )?"
)
# Another affair, another time or a look back.
_OTHER = re.compile(
    r"\b(?:nouve\w+|à nouveau|de nouveau|autre\w*|déjà|avai\w+|étai\w+|auparavant|deuxième"
    r"|première (?:fois|femme)|second\w*|réélue?s?|précéden\w+|ancien\w*|d'abord|provisoire\w*"
    r"|partie|appel|récidiv\w+|depuis|prévu\w*|report\w+|sera|seront|premier|dernière? fois"
    r"|par contumace|pour)\b"
)


@dataclass(frozen=True)
class _Course:
    first: re.Pattern[str]
    then: re.Pattern[str]
    names: tuple[str, str]


@cache
def _courses() -> Sequence[_Course]:
    return [
        _Course(
            re.compile(rf"{_OPENING}(?:{'|'.join(first)}){_TO_DATE}"),
            re.compile(rf"{_VERB}(?:{'|'.join(then)}){_TO_DATE}"),
            (before, after),
        )
        for told in read("events")["course"]
        for (before, first), (after, then) in combinations(told["stages"], 2)
    ]


def find(context: Context) -> Iterator[Order]:
    plain = context.document.plain
    for sentence in context.sentences:
        told = [one for one in dates(sentence) if _is_placed(one)]
        if len(told) != 2:
            continue
        words = lower(sentence.extent.of(plain))
        if not _OTHER.search(words) and _may_be_compared(*told):
            yield from _staged(plain, sentence, *told)


def _staged(
    plain: str, sentence: ScannedSentence, first: TimeExpression, last: TimeExpression
) -> Iterator[Order]:
    opens = lower(plain[sentence.extent.start : first.extent.start])
    link = lower(plain[first.extent.end : last.extent.start])
    for course in _courses():
        if course.first.fullmatch(opens) and course.then.fullmatch(link):
            yield Order(moment(first), moment(last), course.names, Binding.INFERRED)
            return


def _is_placed(time: TimeExpression) -> bool:
    form = time.form
    if not isinstance(form, CalendarForm):
        return False
    return form.parts.year is not None or None not in (form.parts.day, form.parts.month)


def _may_be_compared(first: TimeExpression, last: TimeExpression) -> bool:
    """Whether both tell a year, or are days near each other of the same year."""
    if names_year(first) and names_year(last):
        return True
    begin, end = first.interval.begin, last.interval.begin
    if names_year(first) or names_year(last) or begin is None or end is None:
        return False
    return begin.year == end.year and abs((begin - end).days) <= APART
