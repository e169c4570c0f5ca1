"""How far apart two dates of a sentence are told to lie: "à dix ans d'intervalle, en 1994 et 2004".

"Les deux scrutins, espacés de deux semaines, auront lieu les 9 et 30 juin"; "ils ont treize ans
d'écart : elle est née en 1950, lui en 1957".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Lasting, Unit, elapsed, in_unit
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import CalendarForm, LengthForm
from fact_cli.relate.context import Context
from fact_cli.relate.times.lengths.lasting import is_dated, stated_length
from fact_cli.relate.times.lengths.spells import points_of
from fact_cli.relate.times.moments import has_year, lengths, nominal

_CUES = ("intervalle", "d'écart", "espacé", "séparé", "sépare", "distan")
_APART = re.compile(
    r"\b(?:espacée?s?|distante?s?|séparée?s?) (?:seulement |à peine )?(?:de|d'|par) "
    r"(?:seulement |à peine |plus de |près de )?$"
)
_INTERVAL = re.compile(r" (?:d'intervalle|d'écart|de distance|les séparent|séparent (?:les|ces))\b")
_OTHER = re.compile(
    r"\b(?:retard|avance|devant|derrière|points?|secondes|vainqueur|premier de|leader|décalage)\b"
)
FAR = 6  # times as long, or as short, is another length
_UNITS = {Unit.YEARS, Unit.MONTHS, Unit.WEEKS, Unit.DAYS}


def find(context: Context) -> Iterator[Lasting]:
    if not context.tells(_CUES):
        return
    plain = context.document.plain
    for sentence in context.sentences:
        told = [one for one in lengths(sentence) if _is_apart(plain, one)]
        if len(told) == 1 and not _OTHER.search(lower(sentence.extent.of(plain))):
            found = _lasting(plain, sentence, told[0])
            if found is not None:
                yield found


def _is_apart(plain: str, stated: TimeExpression) -> bool:
    """Whether a length tells by how much two dates lie apart."""
    behind = words_after(plain, stated.extent.end, 30)
    ahead = words_before(plain, stated.extent.start, 50)
    return _INTERVAL.match(behind) is not None or _APART.search(ahead) is not None


def _lasting(plain: str, sentence: ScannedSentence, stated: TimeExpression) -> Lasting | None:
    told, form, ends = stated_length(plain, stated), stated.form, _points(plain, sentence)
    if told is None or told[0] not in _UNITS or len(ends) != 2 or not isinstance(form, LengthForm):
        return None
    first, last = ends
    if not (is_dated(first) and is_dated(last)) or has_year(first) is not has_year(last):
        return None
    between = elapsed(*nominal(first, last), told[0])
    if between is None or between.low is None or between.high is None or between.high <= 0:
        return None
    value = in_unit(form.duration, told[0])
    if not between.high / FAR <= value <= FAR * between.high:
        return None
    at = (first.extent, last.extent)
    return Lasting(stated, between, told[0], at, told[1], Binding.INFERRED)


def _points(plain: str, sentence: ScannedSentence) -> Sequence[TimeExpression]:
    """The two dates that lie so far apart, each told as a date."""
    points = points_of(plain, sentence)
    return points if all(isinstance(one.form, CalendarForm) for one in points) else []
