"""An age told with the decade of life that it belongs to: "une trentenaire de 36 ans".

"Cet homme de 47 ans s'était égaré. Le quinquagénaire a pu regagner son domicile": the only age of
an article, and whom it takes up again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import TwoAges
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.model.times import LengthForm, RangeForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.moments import KIN
from fact_cli.scan.times.ages import is_person

_OF = re.compile(r"(?: [^\W\d_]+){0,2}(?:,| \(|) ?(?:âgée? (?:de|d')|aujourd'hui|de|d'|) ?")


# Whom the text has told of: neither "un septuagénaire" nor "le futur octogénaire".
_TAKEN_UP = re.compile(r"(?:^|[^\w-])(?:l[ea] |l'|cet(?:te)? |ce )$")
# "Il souffle ses 79 bougies: l'octogénaire …": nearly so old.
_NEARLY = re.compile(r"\b(?:bientôt|presque|futur\w*|quasi\w*|aura|fêter\w*|jeune)\b")
_THEN = re.compile(
    r"\b(?:alors|à l'époque|en (?:19|20)\d\d|lorsqu\w*|quand|avait|il y a|depuis|dès)\b"
)
_SOMEBODY = re.compile(
    r"\b(?:une?|deux|trois|quatre|plusieurs|son|sa|autres?) (?:(?:jeunes?|autres?|ancien|ancienne)"
    r" )?(?P<noun>[^\W\d_]{4,})"
)
MOST = 10  # years by which an age lies out of its decade, or else it is somebody else's


def find(context: Context) -> Iterator[TwoAges]:
    yield from _beside(context)
    if context.tells(("génaire",)):
        yield from _taken_up(context)


def _taken_up(context: Context) -> Iterator[TwoAges]:
    """The only age of an article, against the decade of whom a later sentence takes up."""
    plain = context.document.plain
    ages = [
        (sentence, time)
        for _, sentence in context.body
        for time in sentence.times
        if time.kind is TimeKind.AGE
    ]
    decades = [(each, time) for each, time in ages if isinstance(time.form, RangeForm)]
    told = [(each, time) for each, time in ages if isinstance(time.form, LengthForm)]
    if len(decades) != 1 or len({_years(time) for _, time in told}) != 1:
        return
    (again, decade), (first, stated) = decades[0], told[0]
    low, high = _years(decade, last=False), _years(decade)
    years = _years(stated)
    if low is None or high is None or years is None or first is again:
        return
    apart = max(low - years, years - high, 0)
    words = lower(first.extent.of(plain) + again.extent.of(plain))
    taken = _TAKEN_UP.search(lower(plain[again.extent.start : decade.extent.start]))
    swapped = low <= int(str(int(years))[::-1]) <= high
    if (
        not (0 < apart <= MOST or (apart and swapped))
        or taken is None
        or not stated.extent < decade.extent
    ):
        return
    if not (_NEARLY.search(words) or _THEN.search(words) or _is_of_two(context, stated, decade)):
        yield TwoAges(decade.extent, low, high, stated, years, Binding.INFERRED)


def _years(time: TimeExpression, *, last: bool = True) -> Decimal | None:
    match time.form:
        case LengthForm(duration=told):
            return told.years or None
        case RangeForm(begin=LengthForm(duration=low), end=LengthForm(duration=high)):
            return high.years if last else low.years
        case _:
            return None


def _is_of_two(context: Context, stated: TimeExpression, decade: TimeExpression) -> bool:
    """Whether somebody else comes up beside the one who is so old."""
    plain, grammar = context.document.plain, lexicon().grammar
    sentence = context.sentence_at(stated.extent)
    start = stated.extent.start if sentence is None else sentence.extent.start
    told = lower(
        plain[start : stated.extent.start] + plain[stated.extent.end : decade.extent.start]
    )
    people = [one for one in _SOMEBODY.finditer(told) if is_person(one["noun"], grammar)]
    return len(people) > 1 or KIN.search(told) is not None


def _beside(context: Context) -> Iterator[TwoAges]:
    plain = context.document.plain
    for sentence in context.sentences:
        ages = [time for time in sentence.times if time.kind is TimeKind.AGE]
        for decade, stated in pairwise(ages):
            match decade.form, stated.form:
                case RangeForm(begin=LengthForm(duration=low), end=LengthForm(duration=high)), (
                    LengthForm(duration=told)
                ):
                    link = lower(plain[decade.extent.end : stated.extent.start])
                    if told.years and _OF.fullmatch(link):
                        yield TwoAges(decade.extent, low.years, high.years, stated, told.years)
                case _:
                    continue
