"""How long a change took, told behind its two dates or ahead of them.

"La ville est passée de 3 000 habitants en 1990 à 4 200 en 2015, soit une hausse de 40 % en
quinze ans"; "en dix ans, de 2005 à 2020, …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Interval
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Lasting, elapsed
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import RangeForm
from fact_cli.relate.context import Context
from fact_cli.relate.line import line_of
from fact_cli.relate.times.lengths.lasting import LONGEST, TOGETHER, is_surplus, stated_length
from fact_cli.relate.times.moments import dates, lengths, names_year, range_ends

_IN = (
    r"(?:en|dans|sur) (?:seulement |à peine |tout juste |moins de |plus de |près de |environ "
    r"|quelque |l'espace de |un peu (?:plus|moins) de |à peine plus de )*"
)
# Behind the second date, figures written # and words of change ~: nothing but the change.
_TOOK = re.compile(
    rf"(?:,| -| –| \()? ?(?:soit |c'est |ce qui (?:fait|représente) )?(?:une? |d'une? |la |le )?"
    rf"(?:[^\W\d_]+ )?(?:~ )?(?:[^\W\d_]+ )?(?:de |d'|de près de |de plus de |de quelque )?"
    rf"(?:# ?)?(?:[^\W\d_]+ )?(?:(?:de (?:plus|moins)|supplémentaires?|~) )?{_IN}$"
)
_OTHERWISE = re.compile(r"\b(?:dont|contre|fois|jamais|record|depuis|après|avant)\b")
_OPENS = re.compile(rf"(?:^|[ (]){_IN}$", re.IGNORECASE)
_LINK = re.compile(r"(?:,| -| –| \() ?(?:soit |c'est-à-dire )?")


def find(context: Context) -> Iterator[Lasting]:
    for sentence in context.sentences:
        told = lengths(sentence)
        if not told or TOGETHER.search(lower(sentence.extent.of(context.document.plain))):
            continue
        for stated in told:
            found = _behind(context, sentence, stated) or _ahead(context, sentence, stated)
            if found is not None:
                yield found


def _behind(context: Context, sentence: ScannedSentence, stated: TimeExpression) -> Lasting | None:
    """Two dates or a period, then what changed and "en quinze ans"."""
    plain = context.document.plain
    told = [time for time in _dated(sentence) if time.extent.end <= stated.extent.start]
    if not told or stated.extent.start - told[0].extent.start > LONGEST:
        return None
    behind = plain[told[-1].extent.end : stated.extent.start]
    if len(told) == 1:  # of a period, the clause about it comes first: "…, soit 12 % en dix ans"
        behind = behind[max(0, behind.rfind(", soit ")) :]
    ends = _ends(told)
    tail = _signs(context, sentence, stated.extent.start - len(behind), stated.extent.start)
    if ends is None or not _TOOK.fullmatch(tail) or _OTHERWISE.search(lower(behind)):
        return None
    return _lasting(plain, stated, ends, told)


def _ahead(context: Context, sentence: ScannedSentence, stated: TimeExpression) -> Lasting | None:
    """ "En dix ans, de 2005 à 2020": the length first, then the period at once."""
    plain = context.document.plain
    opens = _OPENS.search(plain, sentence.extent.start, stated.extent.start)
    told = [time for time in _dated(sentence) if time.extent.start >= stated.extent.end][:1]
    if opens is None or not told or not isinstance(told[0].form, RangeForm):
        return None
    if not _LINK.fullmatch(plain, stated.extent.end, told[0].extent.start):
        return None
    ends = _ends(told)
    return None if ends is None else _lasting(plain, stated, ends, told)


def _dated(sentence: ScannedSentence) -> list[TimeExpression]:
    """The dates of a sentence and its periods, in text order."""
    periods = [time for time in sentence.times if isinstance(time.form, RangeForm)]
    return sorted([*periods, *dates(sentence)], key=lambda time: time.extent)


def _ends(told: Sequence[TimeExpression]) -> tuple[Interval, Interval] | None:
    """The ends of one period, or of two dates; each must be told with its year."""
    match told:
        case [TimeExpression(form=RangeForm()) as period]:
            written = all(map(names_year, period.parts))
            return range_ends(period) if written else None
        case [first, last] if names_year(first) and names_year(last):
            return first.interval, last.interval
        case _:
            return None


def _signs(context: Context, sentence: ScannedSentence, start: int, end: int) -> str:
    """The words from ``start`` to ``end``, each figure with its noun as #, each change as ~."""
    plain, pieces, at = context.document.plain, list[str](), start
    for item in line_of(context, sentence).items:
        if at <= item.start and item.end <= end:
            pieces += [plain[at : item.start], "~" if item.kinds & {"rise", "fall"} else "#"]
            at = item.end
    return lower("".join([*pieces, plain[at:end]]))


def _lasting(
    plain: str,
    stated: TimeExpression,
    ends: tuple[Interval, Interval],
    told: Sequence[TimeExpression],
) -> Lasting | None:
    length = stated_length(plain, stated)
    if length is None or is_surplus(plain, stated):
        return None
    unit, hedge = length
    between = elapsed(*ends, unit)
    if between is None or between.high is None or between.high <= 0:
        return None
    at = tuple(time.extent for time in told)
    return Lasting(stated, between, unit, at, hedge, Binding.INFERRED)
