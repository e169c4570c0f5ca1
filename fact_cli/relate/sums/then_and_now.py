"""Parts of which each is told before and after: "le trafic régulier passe de 324 912 à 342 823,
le saisonnier de 4 039 à 4 671": the values after make the whole now, those before the earlier.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.slips import PRECISE, digits_of
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context, up_to
from fact_cli.relate.neighbours import end_of, in_unit_of, is_surplus, printed, usable

_FROM = re.compile(r"(?: de| d'|\(de)(?: (?:quelque|environ|près de))? ?$")
_TO = re.compile(r"(?: [^\W\d_]+){0,3}? à (?:quelque |environ |près de )?")
_AGAINST = re.compile(r"[^.;:()\d]{0,30}?(?:,| \(| )(?:contre|après|au lieu de) ")
BACK = 2  # sentences before the parts in which their whole stands
_NO_SUMS = {QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.RATIO, QuantityKind.ORDINAL}
_Course = tuple[Quantity, Quantity]  # before, after


def find(context: Context) -> Iterator[Total]:
    plain = context.document.plain
    for index, sentence in enumerate(context.sentences):
        if len(sentence.quantities) < 2:
            continue
        courses = _courses(plain, sentence)
        if len(courses) < 2:
            continue
        for near in reversed(up_to(context.sentences, index, BACK)):
            if near.sentence.block != sentence.sentence.block:
                break
            for whole in _courses(plain, near):
                parts = [
                    one for one in courses if one is not whole and whole[0].extent < one[0].extent
                ]
                yield from _totals(whole, parts)


def _courses(plain: str, sentence: ScannedSentence) -> Sequence[_Course]:
    """The pairs of values before and after, "de 4 039 à 4 671" or "4 671, contre 4 039"."""
    found: list[_Course] = [
        (one.parts[0], one.parts[1])
        for one in sentence.quantities
        if len(one.parts) == 2 and _is_course(plain, one)
    ]
    figures = [one for one in usable(sentence.quantities) if one.kind not in _NO_SUMS]
    taken: set[int] = set()
    for one, other in pairwise(figures):
        if one.extent.start in taken or is_surplus(plain, other):
            continue
        link = plain[end_of(one) : max(end_of(one), other.reach.start)]
        from_ = _FROM.search(lower(plain[sentence.extent.start : one.reach.start]))
        if from_ and _TO.fullmatch(link):
            found.append((one, other))
        elif _AGAINST.fullmatch(link):
            found.append((other, one))
        else:
            continue
        taken |= {one.extent.start, other.extent.start}
    return sorted(found, key=lambda pair: pair[0].extent)


def _is_course(plain: str, one: Quantity) -> bool:
    """Whether a range is told "de … à …", which may as well be a course."""
    start = one.parts[0].reach.start
    return _FROM.search(lower(plain[max(0, start - 20) : start])) is not None


def _totals(whole: _Course, parts: Sequence[_Course]) -> Iterator[Total]:
    """The sums now and then, where one of them holds or is one misprint away."""
    sums = [_sum(whole[time], [part[time] for part in parts]) for time in (0, 1)]
    then, now = sums
    if then is None or now is None:
        return
    # Where the parts make the one whole to the last digit, they are told to be those of both.
    proven = any(
        one.exact == one.whole.value and digits_of(*printed(one.whole)) >= PRECISE
        for one in (then, now)
    )
    for one in (then, now):
        if one.is_near and (proven or _holds(then) or _holds(now) or one.is_misprinted):
            yield replace(one, binding=Binding.STATED) if proven else one


def _sum(whole: Quantity, figures: Sequence[Quantity]) -> Total | None:
    parts = [part for one in figures if (part := in_unit_of(one, whole)) is not None]
    if len(parts) < 2 or len(parts) < len(figures) or whole.value is None:
        return None
    if any((one.value or 0) >= whole.value for one in parts):
        return None
    return Total(whole, parts, complete=True, exclusive=True, binding=Binding.INFERRED)


def _holds(total: Total) -> bool:
    return total.exact is not None and total.computed(loose=False).meets(
        total.whole.recomputed(loose=False)
    )
