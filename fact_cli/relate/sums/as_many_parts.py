"""A list of as many parts as there are told to be: "64 pompiers de cinq casernes : 21 de …".

"97 résidents de quatre immeubles : 38 rue …, 24 quai …, 19 place … et 16 impasse …"; "22 pour
Vire, … et 7 pour Flers, les cinq communes membres": a number beside the whole or behind the list
says how many parts there are, so that a list of that length is complete.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import NUMBERS, end_of, is_surplus, told_noun
from fact_cli.relate.passage import Passage
from fact_cli.relate.sums.otherwise import made_otherwise
from fact_cli.relate.sums.shared_out import as_parts

_OPENS = re.compile(r"[^;()!?\d]{0,90}? ?: ?[^.;:()!?\d]{0,25}")
_NEXT = re.compile(r"[^.:()!?\d]{0,60}?(?:,| et| ;|, et| puis| ainsi que) ?[^.;:()!?\d]{0,25}")
_OTHERWISE = re.compile(
    r"(?<![\w-])(?:dont|notamment|surtout|principalement|parmi"
    r"|plus (?:de |touch|import|gross?e?s|chers?|grand)|records?|premi(?:er|ère)s"
    r"|contre|après|moyenne|restai\w*|encore|autres?|meilleur\w*"
    r"|se distingu\w+|sur|près|au moins|chacune?|par)(?![\w-])"
)
# "Les cinq communes fondatrices", right behind the list and up to the end of its sentence.
_THE_PARTS = re.compile(r"[^.;:()!?\d]{0,50}?, (?:soit |à savoir )?(?:les|ces|ses) $")
FEWEST, MOST = 3, 12  # parts
_LISTED = {*NUMBERS, QuantityKind.MONEY, QuantityKind.DIMENSION}


def find(context: Context) -> Iterator[Total]:
    return in_passages(context, _listed, lambda one: one.places, cues=(":",), figures=FEWEST + 2)


def _listed(passage: Passage) -> Iterator[Total]:
    plain, figures = passage.plain, passage.figures
    for start in range(1, len(figures) - FEWEST + 1):
        ahead = plain[end_of(figures[start - 1]) : figures[start].reach.start]
        if ":" not in ahead or not _OPENS.fullmatch(ahead):
            continue
        run = _run(plain, figures[start : start + MOST])
        before, behind = figures[:start], figures[start + len(run) :]
        for whole in reversed(before):
            parts = _in_unit(plain, run, whole)
            if len(parts) < FEWEST or not _are_so_many(plain, whole, run, before, behind):
                continue
            told = lower(plain[passage.sentence_of(whole).extent.start : run[-1].extent.end])
            if _OTHERWISE.search(told) or is_surplus(plain, whole):
                continue
            total = Total(whole, parts, complete=True, exclusive=True, binding=Binding.INFERRED)
            made = made_otherwise(plain, total, figures) if total.is_near else None
            if made is not None:
                yield made
                return


def _in_unit(plain: str, run: Sequence[Quantity], whole: Quantity) -> Sequence[Quantity]:
    """The parts in the unit of a whole that can be their sum; bare numbers count what it does."""
    if whole.kind not in _LISTED:
        return []
    bare = all(one.kind in NUMBERS and told_noun(one) is None for one in run)
    return run if bare and whole.kind in NUMBERS else as_parts(plain, run, whole)


def _run(plain: str, figures: Sequence[Quantity]) -> list[Quantity]:
    """The figures that follow one another as a list, up to one that says how many they are."""
    run = [figures[0]]
    for one, other in pairwise(figures):
        link = plain[end_of(one) : max(end_of(one), other.reach.start)]
        if not _NEXT.fullmatch(link) or _tells_how_many(plain, run, other):
            break
        run.append(other)
    return run


def _tells_how_many(plain: str, run: Sequence[Quantity], figure: Quantity) -> bool:
    """Whether a figure behind a list counts its items: "…, les cinq communes fondatrices"."""
    link = plain[end_of(run[-1]) : figure.reach.start]
    named = told_noun(figure) is not None and figure.value == len(run)
    return named and _THE_PARTS.fullmatch(lower(link)) is not None


def _are_so_many(
    plain: str,
    whole: Quantity,
    run: Sequence[Quantity],
    before: Sequence[Quantity],
    behind: Sequence[Quantity],
) -> bool:
    """Whether one number beside the whole, or right behind the list, is that of the parts."""
    if behind and _tells_how_many(plain, run, behind[0]):
        return True
    nouns = {told_noun(one) for one in (whole, *run)} - {None}
    return any(
        one.kind in NUMBERS
        and one.value == len(run)
        and told_noun(one) is not None
        and told_noun(one) not in nouns
        and not words_before(plain, one.reach.start, 10).endswith(
            (" plus ", " des ", " sur ", " et ")
        )
        and not words_after(plain, one.extent.end, 8).startswith(" autres")
        for one in before
        if one is not whole
    )
