"""A whole that is split in two, and both halves: "36 équipes en deux tableaux, 19 d'un côté, …".

"D'un côté … de l'autre" behind a verb of dividing leaves nobody out. "Se partage entre" does not
say of what; there the sum must be so near a long figure that no other whole can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.bounds import is_near
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.slips import LONG
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, same_thing, told_noun
from fact_cli.relate.passage import Passage
from fact_cli.relate.sums.set_aside import leaves_aside

_CUES = ("côté", "part ", "partag", "répart")
_SPLIT = re.compile(
    r"\b(?:répart|scind|divis|partag|sépar|se compos)\w+|\ben deux (?:tableaux|groupes|camps|poules"
    r"|lots|parties|blocs|équipes|salles|sites|zones|convois|vagues)\b"
)
_BESIDE = re.compile(
    r"[^.;:()\d]{0,30}? d'un côté\b[^.;()\d]{0,60}|[^.;:()\d]{0,70}, d'autre part[^.;:()\d]{0,20}"
)
_OTHER_BEHIND = re.compile(r"[^.;:()\d]{0,50}? de l'autre\b(?! (?:moitié|fois))")
_ONE_AHEAD = re.compile(r"\bd'une part,?(?: [^.;:,()\d]{1,20})? $")
_OTHERWISE = re.compile(r"\b(?:dont|contre|après|avant|parmi|sur les|hors|moyenne|plus d[e'])\b")
_MORE_BEHIND = re.compile(r"[^.;()\d]{0,60}(?:,| et) (?:une?|deux|trois|le reste|les autres)\b")
_SHARED = re.compile(r"\b(?:se |s'y )(?:partag|répart|divis|scind|décompos)\w+ entre $")
_AND = re.compile(r" (?:[^.;:,()\d]{1,40} )?et ")
CLOSE = Decimal("0.02")  # of a long whole, by which its halves may be printed wrong
AHEAD = 40  # characters before a figure in which its side is told


def find(context: Context) -> Iterator[Total]:
    return in_passages(context, _split, lambda one: one.places, cues=_CUES, figures=3)


def _split(passage: Passage) -> Iterator[Total]:
    figures = [one for one in passage.figures if told_noun(one) != "côté"]  # "d'un côté"
    for one, two in pairwise(figures):
        sides = _are_sides(passage, one, two)
        if not sides and not _are_shared(passage, one, two):
            continue
        totals = [
            total
            for whole in figures
            if _may_be_whole(passage, whole, one, two)
            for total in [Total(whole, [one, two], True, True, Binding.INFERRED)]
            if (total.is_near if sides else _is_close(total))
        ]
        holds = any(one.exact == one.whole.value for one in totals)
        if holds or (len(totals) == 1 and not leaves_aside(passage.plain, end_of(two))):
            yield min(totals, key=lambda one: abs((one.exact or 0) - (one.whole.value or 0)))


def _are_sides(passage: Passage, one: Quantity, two: Quantity) -> bool:
    """Whether one figure is told of the one side, the next of the other, of what is divided."""
    plain = passage.plain
    if not same_thing(one, two) or _SPLIT.search(passage.told) is None:
        return False
    link = lower(plain[one.extent.end : max(one.extent.end, two.reach.start)])
    behind = words_after(plain, two.extent.end, 2 * AHEAD)
    if _BESIDE.fullmatch(link) is None or _MORE_BEHIND.match(behind):
        return False
    ahead = _ONE_AHEAD.search(words_before(plain, one.reach.start, AHEAD))
    return ahead is not None or _OTHER_BEHIND.match(behind) is not None


def _are_shared(passage: Passage, one: Quantity, two: Quantity) -> bool:
    """Whether two figures are told as what something is shared between, and no third one."""
    plain = passage.plain
    link = lower(plain[end_of(one) : max(end_of(one), two.reach.start)])
    shared = _SHARED.search(words_before(plain, one.reach.start, AHEAD))
    return bool(shared and same_thing(one, two) and _AND.fullmatch(link))


def _may_be_whole(passage: Passage, whole: Quantity, one: Quantity, two: Quantity) -> bool:
    """Whether a figure before the two can be their sum."""
    if whole.extent >= one.extent or whole.hedge is not None or not same_thing(whole, one):
        return False
    if whole.kind not in {*NUMBERS, QuantityKind.MONEY, QuantityKind.DIMENSION}:
        return False
    if one.hedge is not None or two.hedge is not None or is_surplus(passage.plain, whole):
        return False
    named = whole.kind not in NUMBERS or told_noun(whole) is not None
    between = lower(passage.plain[whole.extent.end : two.extent.end])
    return named and _OTHERWISE.search(between) is None


def _is_close(total: Total) -> bool:
    """Whether a long whole is missed by so little that it must be the one that is shared."""
    value, exact = total.whole.value or Decimal(0), total.exact or Decimal(0)
    return value >= Decimal(10) ** (LONG - 1) * total.whole.step and is_near(exact, value, CLOSE)
