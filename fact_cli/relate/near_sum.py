"""A figure that those around it make but for one misprint: "18 500 vendredi, 26 300 samedi …".

No word need say that it is their sum. What tells it is that three figures or more of one
thing follow one another, that one right before or behind them is nearly their sum, and, for
the rule, that the two differ by one slip. Two parts are enough where halves are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from fact_cli.lang.words import lower
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.slips import digits_of
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, in_unit_of, is_surplus, printed
from fact_cli.relate.passage import Passage, passages

PRECISE = 3  # significant digits of a sum; fewer lie one slip apart by chance
_HALVES = re.compile(
    r"\bsemestres?\b|\bmoitiés?\b|\bmi-temps\b|\bmanches?\b|\bannuel|\btotal|\bensemble\b"
)
_NESTED = re.compile(r"\b(?:dont|parmi|sur|avec)\b[^.;:\d]{0,40}$")
_EARLIER = re.compile(r"\b(?:contre|après|au lieu d)\b[^.;:\d]{0,40}$")


def find(context: Context) -> Iterator[Total]:
    seen: set[tuple[int, ...]] = set()
    for index in range(len(context.sentences)):
        for passage in passages(context, index):
            for total in _sums(passage):
                places = tuple(one.extent.start for one in (total.whole, *total.parts))
                if places not in seen:
                    seen.add(places)
                    yield total


def _sums(passage: Passage) -> Iterator[Total]:
    figures = [one for one in passage.figures if one.kind is not QuantityKind.RATIO]
    for position, whole in enumerate(figures):
        if not _can_be_sum(passage, whole):
            continue
        for beside in (figures[position + 1 :], figures[:position][::-1]):
            parts = _run(passage, whole, beside)
            total = Total(whole, parts, complete=False, binding=Binding.INFERRED)
            listed = _is_list(passage, parts) and total.is_plausible
            if listed or (len(parts) == 2 and _in_halves(passage) and total.is_near):
                yield total


def _can_be_sum(passage: Passage, whole: Quantity) -> bool:
    if whole.value is None or whole.kind in {QuantityKind.PERCENT, QuantityKind.POINTS}:
        return False
    bare = whole.kind is QuantityKind.NUMBER
    return not bare and digits_of(*printed(whole)) >= PRECISE and not _is_change(passage, whole)


def _is_change(passage: Passage, figure: Quantity) -> bool:
    return id(figure) in passage.changes or is_surplus(passage.plain, figure)


def _run(passage: Passage, whole: Quantity, beside: Sequence[Quantity]) -> list[Quantity]:
    """The figures next to ``whole`` that count one thing, as far as they go on."""
    parts: list[Quantity] = []
    nouns: set[str | None] = set()
    for figure in beside:
        part = _as_part(figure, whole)
        nouns |= {figure.of} - {None}
        fits = part is not None and part.value is not None and whole.value is not None
        if not fits or len(nouns) > 1 or _is_change(passage, figure):
            break
        assert part is not None and part.value is not None and whole.value is not None
        if not 0 < part.value < whole.value or _is_nested(passage, figure):
            break
        parts.append(part)
    return parts


def _is_list(passage: Passage, parts: Sequence[Quantity]) -> bool:
    """Whether there are three figures or more, all in one sentence."""
    sentences = {passage.sentence_of(part).extent for part in parts}
    return len(parts) >= 3 and len(sentences) == 1


def _as_part(figure: Quantity, whole: Quantity) -> Quantity | None:
    """``figure`` in the unit of ``whole``, which a bare number among the parts leaves out."""
    if figure.kind is QuantityKind.NUMBER and whole.kind not in NUMBERS:
        return replace(figure, unit=whole.unit, kind=whole.kind)
    return in_unit_of(figure, whole)


def _is_nested(passage: Passage, figure: Quantity) -> bool:
    """Whether a figure is a part of the one before it, or told for comparison."""
    start = passage.sentence_of(figure).extent.start
    ahead = lower(passage.plain[start : figure.reach.start])
    earlier = _EARLIER.search(ahead) is not None and not _in_halves(passage)
    return earlier or _NESTED.search(ahead) is not None


def _in_halves(passage: Passage) -> bool:
    told = passage.sentences[0].extent.until(passage.sentences[-1].extent)
    return _HALVES.search(lower(told.of(passage.plain))) is not None
