"""What a part leaves of its whole: "178 des 214 candidats sont reçus. Les 36 recalés …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.figures import Difference
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.slips import slip_between
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, printed
from fact_cli.relate.passage import Passage
from fact_cli.relate.sums.rest.out_of import Portion, is_among, is_less, is_made, is_whole, portions

_REMAINS = re.compile(
    r"\b(?:il (?:en |n'en |ne |lui |leur )?(?:reste|restait|restera|resterait|manque|manquait)"
    r"|restent|resteront)(?: donc| ainsi| encore| plus que| désormais)*(?: à [^\W\d_]+)? $"
)
_THE = re.compile(r"(?:^|[.,;:] |\bet |\bquand |\btandis que |\bque )(?:les|ces) $")
_OTHERS = re.compile(r"(?: [^\W\d_]+)? (?:autres|restante?s?)\b|(?<=autres)\b")
_AND = re.compile(r"[^.;:\d]{0,20}(?:,| et) ")
MOST = 6  # figures beside a whole, of which some have gone
_RANKED = re.compile(r" (?:premi|derni|meilleur|plus )")


def find(context: Context) -> Iterator[Difference]:
    return in_passages(context, _left_over, lambda one: one.stated.extent.start, figures=3)


def _left_over(passage: Passage) -> Iterator[Difference]:
    first = passage.sentences[0]
    figures = [one for one in passage.figures if first.extent.holds(one.extent)]
    known = [
        *portions(passage.plain, first, figures),
        *(
            Portion(part, whole)
            for whole, part in pairwise(figures)
            if is_among(passage.plain, whole, part) and whole.extent < part.extent
        ),
    ]
    if len({(one.part.extent, one.whole.extent) for one in known}) != 1:
        return
    portion = known[0]
    if _is_last_of_list(passage.plain, figures, portion.part):
        return
    behind = (
        one
        for one in passage.figures
        if one.extent.start > portion.extent.end and _is_counted(portion.whole, one)
    )
    figure = next(behind, None)
    if figure is None or _is_of_more(passage, portion, figure):
        return
    if _is_rest(passage, portion, figure):
        part = replace(portion.part, unit=portion.whole.unit, kind=portion.whole.kind)
        yield Difference(part, portion.whole, figure, 0, Binding.INFERRED)


def _is_of_more(passage: Passage, portion: Portion, figure: Quantity) -> bool:
    """Whether the others are those of a larger whole: "Sur 46, 7 morts, 21 blessés, dont 4"."""
    ahead = [one for one in passage.figures if one.extent < figure.extent]
    alike = [one for one in ahead if is_whole(one, figure) and one.extent < portion.whole.extent]
    return any(
        is_made(one, [other for other in ahead if one.extent < other.extent][:MOST], figure)
        for one in alike
        if is_less(one, portion.whole)
    )


def _is_last_of_list(plain: str, figures: Sequence[Quantity], part: Quantity) -> bool:
    """ "Cinq Français, deux Belges et une Suissesse figurent parmi …": the part is their sum."""
    before = [one for one in figures if one.extent < part.extent]
    return bool(before) and _AND.fullmatch(plain, end_of(before[-1]), part.reach.start) is not None


def _is_counted(whole: Quantity, figure: Quantity) -> bool:
    """Whether ``figure`` can be of the same kind as ``whole``."""
    return is_whole(whole, figure) or {whole.kind, figure.kind} <= NUMBERS


def _is_rest(passage: Passage, portion: Portion, figure: Quantity) -> bool:
    """Whether ``figure`` is told to be what is left, in words or as "the" so many."""
    whole, part = portion.whole, portion.part
    told_before = figure.value in {whole.value, part.value}
    if told_before or not is_less(whole, figure) or figure.value is None:
        return False
    if figure.kind is QuantityKind.PERCENT or is_surplus(passage.plain, figure):
        return False
    start = passage.sentence_of(figure).extent.start
    ahead = lower(passage.plain[start : figure.reach.start])
    if _REMAINS.search(ahead):
        return True
    if not _THE.search(ahead) or _RANKED.match(passage.plain, figure.extent.end):
        return False
    left = (whole.value or Decimal(0)) - (part.value or Decimal(0))
    value, step = printed(figure)
    return bool(_OTHERS.match(passage.plain, figure.extent.end)) or (
        value == left or slip_between(value, left, step) is not None
    )
