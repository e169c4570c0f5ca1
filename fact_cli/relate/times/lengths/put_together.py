"""The years of two or three stretches told one behind the other, put together.

"Maire de 1989 à 2001, puis de 2008 à 2020, soit trente et un ans au total".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Interval
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Lasting, Moment, Unit, in_unit
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import LengthForm, RangeForm
from fact_cli.relate.context import Context
from fact_cli.relate.passage import adjoin
from fact_cli.relate.times.lengths.lasting import is_surplus, stated_length
from fact_cli.relate.times.moments import lengths, names_year, published, range_ends

_CUES = ("puis", " et de ", " et depuis ", "nouveau", "ensuite")
_THEN = re.compile(
    r"(?: \([^()\d]{2,30}\)|,? (?:à|au|aux|chez|pour|dans|comme|sous) [^.;:,()\d]{2,30})?"
    r",? (?:puis|et|et puis|puis à nouveau|et à nouveau|puis de nouveau|et de nouveau"
    r"|et une seconde fois|puis encore|ensuite|avant de revenir|et enfin|puis enfin) "
)
# All of them together: "soit trente ans", "trente ans en tout", "il aura passé trente ans".
_SO = re.compile(
    r"(?:,| -| –| —| \()? ?(?:soit|c'est-à-dire|autrement dit|donc) (?:donc |pendant |au total "
    r"|en tout )?(?:près de |plus de |environ |quelque |un total de )?"
)
_COLON = re.compile(r" : (?:près de |plus de |en tout |au total )?")
_SUMS = re.compile(
    r"[^;:()\d]{0,80}\b(?:aura|auront|totalis\w+|cumul\w+|affich\w+|compt\w+)\b[^.;:()\d]{0,40} $"
)
_ALL = re.compile(r"[^;:()\d]{0,80}\b(?:au total|en tout|bout à bout|ensemble)\b[^.;:()\d]{0,50} $")
_ALL_BEHIND = re.compile(
    r"(?: (?:de|à)\b[^.;:,()\d]{2,40})? (?:au total|en tout|cumulée?s|ensemble"
    r"|mises? bout à bout)\b"
)
_DURING = re.compile(r"(?:pendant|durant) (?:près de |plus de |quelque )?$")
_OTHER = re.compile(
    r"\b(?:mandats? de|âgée?|prison|auparavant|plus tôt|après|avant|dont|interruption|hors|autres?"
    r"|écart|intervalle|distance|absence|parenthèse|entre-temps)\b"
)
# "Trente ans de carrière", "au conseil", "séparent": of more than the stretches, or between them.
_OF_MORE = re.compile(
    r" (?:au conseil|de (?:carrière|vie|service|politique|métier|mandats?|présence)|dans|avec|chez"
    r"|comme|sous|en comptant|sépar\w+)\b|[^.;]*\bcomprise?s?\b"
)
ONE = Decimal(1)
MOST = 3  # stretches


def find(context: Context) -> Iterator[Lasting]:
    if not context.tells(_CUES):
        return
    plain, now = context.document.plain, published(context)
    for index, sentence in enumerate(context.sentences):
        spans = _spans(plain, sentence, now)
        if not spans:
            continue
        near = [sentence]
        if index + 1 < len(context.sentences):
            behind = context.sentences[index + 1]
            if adjoin(plain, sentence, behind) and not any(map(names_year, behind.times)):
                near.append(behind)
        for each in near:
            for stated in lengths(each):
                found = _together(plain, each, stated, spans)
                if found is not None:
                    yield found
                    break


def _spans(
    plain: str, sentence: ScannedSentence, now: Moment | None
) -> list[tuple[TimeExpression, Interval, Interval]]:
    """The stretches of years that a sentence tells one right behind the other."""
    ranges = [time for time in sentence.times if isinstance(time.form, RangeForm)]
    if not 1 < len(ranges) <= MOST:
        return []
    gaps = (plain[one.extent.end : other.extent.start] for one, other in pairwise(ranges))
    if not all(_THEN.fullmatch(gap) for gap in gaps):
        return []
    found: list[tuple[TimeExpression, Interval, Interval]] = []
    for time in ranges:
        ends = _ends(time, now)
        if ends is None or not all(map(names_year, time.parts)):
            return []
        found.append((time, *ends))
    return found


def _ends(time: TimeExpression, now: Moment | None) -> tuple[Interval, Interval] | None:
    form = time.form
    if isinstance(form, RangeForm) and form.end is None:
        told = time.parts[0].interval if time.parts else None
        return None if told is None or now is None else (told, now.interval)
    return range_ends(time)


def _together(
    plain: str,
    sentence: ScannedSentence,
    stated: TimeExpression,
    spans: Sequence[tuple[TimeExpression, Interval, Interval]],
) -> Lasting | None:
    told, form = stated_length(plain, stated), stated.form
    if told is None or told[0] is not Unit.YEARS or not isinstance(form, LengthForm):
        return None
    if is_surplus(plain, stated) or not _sums_up(plain, sentence, stated, spans):
        return None
    years = [_years(begin, end) for _, begin, end in spans]
    value = in_unit(form.duration, told[0])
    if None in years or any(one is not None and abs(value - one) <= ONE for one in years):
        return None
    total = sum((one for one in years if one is not None), Decimal(0))
    begun, ended = spans[0][1].begin, spans[-1][2].begin
    if begun and ended and value > ended.year - begun.year + 1:
        return None  # longer than from the first to the last: of something else
    between = Bounds(total - ONE, total + ONE)
    at = tuple(time.extent for time, _, _ in spans)
    return Lasting(stated, between, told[0], at, told[1], Binding.INFERRED)


def _years(begin: Interval, end: Interval) -> Decimal | None:
    if begin.begin is None or end.begin is None:
        return None
    return Decimal(end.begin.year - begin.begin.year)


def _sums_up(
    plain: str,
    sentence: ScannedSentence,
    stated: TimeExpression,
    spans: Sequence[tuple[TimeExpression, Interval, Interval]],
) -> bool:
    """Whether a length is told of all the stretches together."""
    if _OF_MORE.match(lower(plain[stated.extent.end : sentence.extent.end])):
        return False
    first, last = spans[0][0].extent, spans[-1][0].extent
    behind = lower(plain[stated.extent.end : sentence.extent.end])
    if _OTHER.search(lower(plain[max(sentence.extent.start, last.end) : sentence.extent.end])):
        return False
    if stated.extent.end <= first.start:
        ahead = lower(plain[sentence.extent.start : stated.extent.start])
        return _DURING.fullmatch(ahead) is not None and plain[stated.extent.end : first.start] in {
            ", ", " (",
        }  # fmt: skip
    link = lower(plain[max(last.end, sentence.extent.start) : stated.extent.start])
    if _SO.fullmatch(link) or _COLON.fullmatch(link):
        return True
    if _ALL_BEHIND.match(behind):
        return True
    return (_SUMS.fullmatch(link) or _ALL.fullmatch(link)) is not None
