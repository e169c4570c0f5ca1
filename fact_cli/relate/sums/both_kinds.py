"""A whole and its two kinds, each told in a sentence of its own, which opens with the kind.

"Chez les filles, 252 194 étaient présentes. Les garçons étaient 267 305." Or the one among the
whole and the other behind it: "19 600 candidats, dont 11 789 filles. Les garçons sont 7 811".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context, up_to
from fact_cli.relate.neighbours import NUMBERS, is_surplus, usable
from fact_cli.relate.sums.partition import kinds_told

_LEAD = (
    r"(?:(?:Chez|Pour|Parmi|Côté|Du côté d)(?:es)? (?:les )?(?:{kind})"
    r"|(?:Les|Quant aux) (?:{kind}))"
    r"\b[^.;:()\d]{{0,30}}$"
)
# "Les garçons, eux, sont 7 371": all of them, as no word tells which.
_ALL_OTHERS = (
    r"(?:^|[,;:.] )(?:et |quant aux |les )(?:{kind})(?:, (?:eux|elles|quant à (?:eux|elles)"
    r"|pour leur part|de leur côté),)? ?,?(?:ne )?(?:sont|étaient|seront|étant|totalis\w+"
    r"|représent\w+)(?: donc)?(?: que| seulement)?(?: au nombre de)? $"
)
_ENDS = re.compile(r" ?(?:[.;,)(!?]|$)")
_AMONG = re.compile(r"[^.;:()\d]{0,30},? dont $")
_CONTRASTED = re.compile(r"[^.;:()\d]{0,50},? (?:contre|et|pour) ")
BACK = 2  # sentences before, in which a whole and its two kinds stand
NAMED = 60  # characters beside a figure in which its kind is told
_SHARE = QuantityKind.PERCENT
NEAR = 100  # units of its last digit from which a whole that is one slip from a sum is evidence


def find(context: Context) -> Iterator[Total]:
    plain = context.document.plain
    sentences = context.sentences
    told = [one.names for one in kinds_told(context)]
    if not told:
        return
    for index, sentence in enumerate(sentences):
        block = sentence.sentence.block
        near = [one for one in up_to(sentences, index, BACK) if one.sentence.block == block]
        for kinds in told:
            yield from _among(plain, near[-2:], kinds)
            yield from _against(plain, near, kinds)
            both = [_first(plain, near, kind) for kind in kinds]
            if None in both:
                continue
            parts = [one for one in both if one is not None]
            yield from _total(plain, near, parts)


def _among(plain: str, near: Sequence[ScannedSentence], kinds: tuple[str, str]) -> Iterator[Total]:
    """One kind among a whole, and how many the others are told to be behind it."""
    figures = [one for each in near for one in usable(each.quantities) if one.kind is not _SHARE]
    for (whole, some), others in zip(pairwise(figures), figures[2:], strict=False):
        if not {whole.kind, some.kind, others.kind} <= NUMBERS or whole.hedge is not None:
            continue
        behind = words_after(plain, some.extent.end, NAMED)
        ahead = words_before(plain, others.reach.start, NAMED)
        told = any(
            re.match(rf" (?:jeunes )?(?:{kind})\b", behind)
            and re.search(_ALL_OTHERS.format(kind=other), ahead)
            for kind, other in (kinds, kinds[::-1])
        )
        told = told and _ENDS.match(plain, others.extent.end) is not None
        if told and _AMONG.fullmatch(plain, whole.extent.end, some.reach.start):
            total = Total(whole, [some, others], complete=True, exclusive=True)
            if total.is_near:
                yield total


def _against(
    plain: str, near: Sequence[ScannedSentence], kinds: tuple[str, str]
) -> Iterator[Total]:
    """ "Les garçons sont plus nombreux : ils étaient 1 713, contre 1 143 filles"."""
    sentence = near[-1]
    figures = [one for one in usable(sentence.quantities) if one.kind in NUMBERS]
    for some, others in pairwise(figures):
        ahead = lower(plain[sentence.extent.start : some.reach.start])
        link = lower(plain[some.extent.end : others.reach.start])
        behind = words_after(plain, others.extent.end, NAMED)
        told = any(
            re.match(rf"(?:les |des )(?:{kind})\b", ahead)
            and re.match(rf" (?:jeunes )?(?:{other})\b", behind)
            for kind, other in (kinds, kinds[::-1])
        )
        if told and _CONTRASTED.fullmatch(link):
            yield from _total(plain, near, [some, others])


def _first(plain: str, near: Sequence[ScannedSentence], kind: str) -> Quantity | None:
    """The first figure of the only sentence that opens with a kind."""
    form = re.compile(_LEAD.format(kind=kind), re.IGNORECASE)
    found = [
        figures[0]
        for sentence in near
        if (figures := [one for one in usable(sentence.quantities) if one.kind in NUMBERS])
        and form.match(plain[sentence.extent.start : figures[0].reach.start])
    ]
    return found[0] if len(found) == 1 else None


def _total(
    plain: str, near: Sequence[ScannedSentence], parts: Sequence[Quantity]
) -> Iterator[Total]:
    """The two with the figure before them that they make, or nearly make."""
    first = min(part.extent for part in parts)
    wholes = [
        one
        for sentence in near
        for one in usable(sentence.quantities)
        if one.kind is QuantityKind.COUNT and one.extent < first and not is_surplus(plain, one)
        if (one.value or 0) >= NEAR
    ]
    found = [
        Total(one, parts, complete=True, exclusive=True, binding=Binding.INFERRED) for one in wholes
    ]
    holding = [one for one in found if one.exact == one.whole.value]
    misprinted = [one for one in found if one.is_near and one.is_misprinted]
    if holding or len(misprinted) == 1:
        yield (holding or misprinted)[0]
