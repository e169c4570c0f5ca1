"""Evenings, nights and mornings counted, with the first day and the last of them.

"Du lundi 3 au vendredi 7 juillet, soit huit soirées d'affilée", "huit nuits de fête, du 3 au 7
juillet". There are no more than days; there are fewer only where not each day has one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from fact_cli.lang.words import lower, words_before
from fact_cli.model.bounds import Bounds
from fact_cli.model.dates import Duration
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Lasting, Unit, day_of
from fact_cli.model.mention import Quantity, QuantityKind, TimeExpression, TimeKind
from fact_cli.model.times import LengthForm, RangeForm
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import end_of, told_noun
from fact_cli.relate.times.lengths.lasting import TOGETHER, stated_length
from fact_cli.relate.times.lengths.workdays import SOME
from fact_cli.relate.times.moments import spanned

_NOUNS = {"soirée", "soir", "nuit", "matinée", "matin", "après-midi", "journée"}
_RUN = re.compile(
    r" (?:d'affilée|consécuti(?:fs|ves)|de suite|durant|sans interruption|pleine?s?|non-stop)\b"
)
_SO = re.compile(
    r",? ?[^.;:()\d]{0,50}?(?:, | \(|: )"
    r"(?:soit |c'est-à-dire |ce qui fait |pour |durant |pendant )?(?:un total de )?"
)
_DURING = re.compile(r"[^.;:()\d]{0,60} (?:pendant|durant|sur|pour|et ce,? pendant) ")
_FROM = re.compile(r"(?: [^.;:()\d]{0,50}?)?(?:,| \(| :)? ?")
_DAYS_FROM = re.compile(r"du ")
_ANOTHER = re.compile(
    r"\b(?:de plus|de moins|déjà|encore|première?s?|dernière?s?|prochaine?s?|précédente?s?|dans)\b"
)


def find(context: Context) -> Iterator[Lasting]:
    plain = context.document.plain
    for sentence in context.sentences:
        ranges = [time for time in sentence.times if isinstance(time.form, RangeForm)]
        counted = [one for one in sentence.quantities if _is_counted(one)]
        if len(counted) != 1 or not ranges:
            continue
        words = lower(sentence.extent.of(plain))
        if TOGETHER.search(words):
            continue
        some = SOME.search(words) is not None
        for days in ranges:
            found = _between(plain, counted[0], days)
            if found is not None and not (some and _is_no_more(counted[0], found)):
                yield found
                break


def _is_counted(figure: Quantity) -> bool:
    whole = figure.kind is QuantityKind.COUNT and figure.value is not None and figure.value > 1
    return whole and told_noun(figure) in _NOUNS


def _is_no_more(figure: Quantity, found: Lasting) -> bool:
    """Whether there may be as many, not one each day."""
    high = found.between.high
    return figure.value is not None and high is not None and figure.value <= high


def _between(plain: str, figure: Quantity, days: TimeExpression) -> Lasting | None:
    if not _DAYS_FROM.match(lower(days.extent.of(plain))) or len(days.parts) != 2:
        return None
    if days.extent.end <= figure.reach.start:
        link = lower(plain[days.extent.end : figure.reach.start])
        beside = _SO.fullmatch(link) or _DURING.fullmatch(link)
    else:
        link = lower(plain[end_of(figure) : max(end_of(figure), days.extent.start)])
        beside = _FROM.fullmatch(link)
    ahead = words_before(plain, figure.reach.start, 20)
    ends = spanned(*days.parts)
    told = [day for each in ends or () if (day := day_of(each)) is not None]
    if not beside or len(told) != 2 or _ANOTHER.search(link) or _ANOTHER.search(ahead):
        return None
    high = Decimal((told[1] - told[0]).days + 1)
    run = _RUN.match(plain, end_of(figure)) is not None
    low = high - (told_noun(figure) == "nuit") if run else Decimal(1)
    form = LengthForm(Duration(days=figure.value or Decimal(0)))
    stated = TimeExpression(figure.extent, TimeKind.DURATION, form)
    length = stated_length(plain, stated)
    if length is None or high < 2:
        return None
    between = Bounds(low, high)
    return Lasting(stated, between, Unit.DAYS, (days.extent,), length[1], Binding.INFERRED)
