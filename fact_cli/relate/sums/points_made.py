"""Goals and assists, which are the points of a hockey player: "61 points (27 buts, 34 passes)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from fact_cli.lang.words import words_after
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, usable

_ASSISTS = re.compile(
    r" (?:passes?|aides?|mentions? d'(?:aide|assistance)|assistances?|assists?)\b"
)
_LINK = re.compile(r"(?:(?!\b(?:après|contre|avant)\b)[^.;\d]){0,45}")
_EARLIER = re.compile(
    r"[^.;\d]{0,40}\b(?:an|saison|année|hiver) (?:passée?|dernière?|précédente?)\b"
)


def find(context: Context) -> Iterator[Total]:
    if not context.tells(("point",)) or not context.tells((" but",)):
        return
    plain = context.document.plain
    for sentence in context.sentences:
        figures = [one for one in usable(sentence.quantities) if not is_surplus(plain, one)]
        for index in range(len(figures) - 2):
            yield from _points(plain, figures[index : index + 3])


def _points(plain: str, three: list[Quantity]) -> Iterator[Total]:
    """Three figures in a row: the points first or last, and the goals before the assists."""
    for whole, goals, assists in ((three[0], three[1], three[2]), (three[2], three[0], three[1])):
        told = whole.kind is QuantityKind.POINTS or whole.of == "point"
        if not told or goals.of != "but" or assists.kind not in NUMBERS:
            continue
        links = [plain[end_of(a) : b.reach.start] for a, b in pairwise(three)]
        assisted = _ASSISTS.match(words_after(plain, assists.extent.end, 30))
        parts = [_as_points(one, whole) for one in (goals, assists)]
        total = Total(whole, parts, complete=True, exclusive=True)
        earlier = _EARLIER.match(plain, end_of(three[-1]))
        if (
            assisted
            and not earlier
            and total.is_near
            and all(_LINK.fullmatch(one) for one in links)
        ):
            yield total


def _as_points(one: Quantity, whole: Quantity) -> Quantity:
    return replace(one, kind=whole.kind, unit=whole.unit, of=None, noun=None)
