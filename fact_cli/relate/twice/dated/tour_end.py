"""The last day of a tour in prose, and another month for it in the list: "le 20 juin", "20 mai"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from fact_cli.lang.words import words_before
from fact_cli.model.dates import PartialDate
from fact_cli.model.lapse import TwoDates
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import CalendarForm
from fact_cli.relate.context import Context
from fact_cli.relate.twice.dated.programme import days_of, told_day_by_day

_LINK = (
    r"[^\W\d_]*(?: (?:sa |son |la |le |cette |ce |leur |l')"
    r"(?:tournée|voyage|périple|série|tour|cycle|circuit|parcours|virée|saison))?"
    r"(?: (?:à|au|aux|en|par) [^.;:,()\d]{2,25})?,? le $"
)
_ENDS = re.compile(
    rf"\b(?:conclu|achèv|achev|termin|clôtur|boucl|fini|referm|prendr\w* fin|s'arrêt){_LINK}"
)
_BEGINS = re.compile(rf"\b(?:début|commenc|entam|démarr|lanc|s'ouvr|ouvr|s'élanc){_LINK}")
FEW = 3  # days of a list that tells a tour
REACH = 80  # characters before a day in which a verb says that it is the first or the last


def find(context: Context) -> Iterator[TwoDates]:
    plain = context.document.plain
    if len(days_of(context)) <= FEW:
        return
    entries, rest = told_day_by_day(context)
    listed = list(dict.fromkeys(entry.time for entry in entries))
    if len(listed) < FEW:
        return
    days = {_parts(one) for one in listed}
    for _, time in rest:
        ahead = words_before(plain, time.extent.start, REACH)
        for say, end in ((_BEGINS, listed[0]), (_ENDS, listed[-1])):
            moved = say.search(ahead) and _is_other_month(_parts(time), _parts(end))
            if moved and _parts(time) not in days:
                first, again = sorted((time, end), key=lambda one: one.extent)
                yield TwoDates(first, again, "tournée")


def _parts(time: TimeExpression) -> PartialDate:
    assert isinstance(time.form, CalendarForm)
    return time.form.parts


def _is_other_month(one: PartialDate, other: PartialDate) -> bool:
    """The same number of the day in a month beside."""
    months = [each.month or 0 for each in (one, other)]
    near = all(abs(first - then) == 1 for first, then in pairwise(months))
    return one.day == other.day and near
