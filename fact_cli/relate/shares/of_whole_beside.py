"""A part, and its share of a whole that is told beside the share: "soit 29 % des 612 inscrits".

The part stands before, in the sentence or alone in the one before, and words take it up ("soit",
"cela représente", "rapporté aux 612 inscrits, c'est").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations

from fact_cli.lang.words import SMALL_NUMBERS, lower, words_before
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.shares import Share
from fact_cli.relate.asides import asides, outside
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import end_of, in_unit_of, is_surplus, sign_of
from fact_cli.relate.passage import Passage
from fact_cli.relate.shares.of_votes import is_of_votes
from fact_cli.relate.shares.several import is_of_several

_ALL = r"(?:l[ea]s? |l'|ses |ces |leurs |nos |un total de |l'ensemble des |quelque |près de )*"
# "29 % des 612 inscrits"
_OF = re.compile(rf" (?:d'|de |des |du )(?:un total de )?{_ALL}$")
# "29 % pour 612 inscrits"
_OUT_OF = re.compile(rf"(?: [^\W\d_]+){{0,2}} (?:pour|sur) {_ALL}$")
# "Rapporté aux 612 inscrits, c'est 29 %", "Sur 612 inscrits, cela fait 29 %"
_AGAINST = re.compile(
    rf"\b(?:(?:rapport|ramen|compar)ée?s? (?:à|aux?)|sur|pour) {_ALL}$", re.IGNORECASE
)
_IT_IS = re.compile(
    r"[^.;:()\d]{0,60}, ?(?:soit|c'est|cela|ça|ce qui|(?:ce|le) (?:chiffre|nombre|total)"
    r"|ils?|elles?|la proportion|le taux|le ratio|la part)\b[^.;:()\d]{0,40} $"
)
_ABOUT = (
    r"(?:(?:environ|près|quelque|à peine|seulement|plus|moins|donc|ainsi|encore|que)"
    r" (?:d[eu'] ?)?)*"
)
_SIZED = r"(?:représent|équiva|équivau|correspond|fai|donn|constitu|form|pès)[^\W\d_]*(?: à)?"
_SO = re.compile(
    rf"[^.;:()\d]{{0,90}}(?:,| –|\() ?(?:soit|c'est-à-dire|autrement dit|à savoir|ce qui {_SIZED}"
    rf"|{_SIZED}) {_ABOUT}(?:l[ea] |un |une )?"
)
_FOR = re.compile(rf"[^.;:()\d]{{0,60}}, (?:pour|sur) {_ALL}")
_TAKES_UP = re.compile(
    r"(?:« ?)?(?:(?:cela|ça|ce (?:chiffre|nombre|total)|ce qui|ils|elles|voilà qui) (?:ne )?"
    rf"{_SIZED}"
    r"|c'est|ce n'est|ce sont|soit|autrement dit,?|voilà)"
    rf"(?: donc| ainsi| déjà| à peine| pas moins| plus)? {_ABOUT}(?:l[ea] |un |une )?"
)
_CHANGED = re.compile(
    r"\b(?:hausse|baisse|augment\w+|progress\w+|recul\w*|contre|après|objectif)\b"
)
_JOINED = re.compile(r"[^,.;:()\d]{0,40} (?:et|ainsi que) ")
# "Trois lots de 40 hectares": the part is all of them.
_SO_MANY_OF = re.compile(rf"(?:\d|\b(?:{'|'.join(SMALL_NUMBERS)})) [^\W\d_]+s (?:de |d'|à )$")
_NO_PARTS = {
    QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.RATIO, QuantityKind.ORDINAL,
}  # fmt: skip


def find(context: Context) -> Iterator[Share]:
    return in_passages(
        context, _shares, lambda one: one.stated.extent.start,
        cues=("soit ", "cela ", "c'est", "ce n'est", "rapport", "ramen", "représent", "ce qui "),
        figures=2,
    )  # fmt: skip


def _shares(passage: Passage) -> Iterator[Share]:
    own = passage.sentences[-1].extent
    for stated in passage.figures:
        if not own.holds(stated.extent) or not _is_share(passage, stated):
            continue
        for whole in passage.figures:
            if own.holds(whole.extent) and whole.kind not in _NO_PARTS and whole.value:
                tie = _tie(passage, stated, whole)
                found = _with_part(passage, stated, whole, tie) if tie else None
                if found is not None:
                    yield found
                    break


def _is_share(passage: Passage, one: Quantity) -> bool:
    plain = passage.plain
    if id(one) in passage.changes or is_surplus(plain, one) or sign_of(plain, one):
        return False
    fraction = one.kind is QuantityKind.RATIO and 0 < (one.value or 0) < 1
    return fraction or (one.kind is QuantityKind.PERCENT and one.unit == "%")


def _tie(passage: Passage, stated: Quantity, whole: Quantity) -> str:
    """How the share is told of the whole: "of" it, or "against" it; nothing if it is not."""
    plain = passage.plain
    own = passage.sentences[-1].extent
    first, second = sorted((stated, whole), key=lambda one: one.extent)
    if any(first.extent < one.extent < second.extent for one in passage.figures):
        return ""
    if stated.extent < whole.extent:
        gap = lower(plain[stated.extent.end : whole.extent.start])
        return "of" if _OF.fullmatch(gap) or _OUT_OF.fullmatch(gap) else ""
    ahead = lower(plain[own.start : whole.extent.start])
    gap = lower(plain[end_of(whole) : stated.extent.start])
    return "against" if _AGAINST.search(ahead) and _IT_IS.fullmatch(gap) else ""


def _with_part(passage: Passage, stated: Quantity, whole: Quantity, tie: str) -> Share | None:
    """The share with the part before it that words take up."""
    own = passage.sentences[-1].extent
    first = min(stated, whole, key=lambda one: one.extent)
    spans = [one for one in asides(passage.plain, own) if not one.holds(stated.extent)]
    before = [one for one in outside(spans, passage.figures) if one.extent < first.extent]
    alike = [
        part for one in before
        if one.kind not in _NO_PARTS and not is_surplus(passage.plain, one)
        and (part := in_unit_of(one, whole)) is not None
    ]  # fmt: skip
    if not alike or not _is_taken_up(passage, before, stated, whole, tie):
        return None
    shares = [Share(one, whole, stated) for one in alike]
    between = (Share(one, other, stated) for one, other in permutations(alike, 2))
    if any(one.holds for one in (*shares[:-1], *between)):
        return None
    if is_of_several(alike, whole, stated) or _is_joined(passage.plain, alike):
        return None
    last = shares[-1]
    known = own.holds(last.part.extent)
    if (last.part.value or 0) >= (whole.value or 0) or (len(alike) > 1 and not known):
        return None
    if is_of_votes(passage.plain, stated, last.part, whole):
        return None
    if _SO_MANY_OF.search(lower(words_before(passage.plain, last.part.reach.start, 40))):
        return None
    if known:
        return last
    return None if _is_rounded(last) else replace(last, binding=Binding.INFERRED)


def _is_taken_up(
    passage: Passage, before: Sequence[Quantity], stated: Quantity, whole: Quantity, tie: str
) -> bool:
    plain, own = passage.plain, passage.sentences[-1].extent
    part, first = before[-1], min(stated, whole, key=lambda one: one.extent)
    if _CHANGED.search(words_before(plain, part.reach.start, 40)):
        return False
    if own.holds(part.extent):
        gap = lower(plain[end_of(part) : max(end_of(part), first.extent.start)])
        return (_SO if tie == "of" else _FOR).fullmatch(gap) is not None
    ahead = lower(plain[own.start : first.extent.start])
    if tie == "of":
        return _TAKES_UP.fullmatch(ahead) is not None
    return _AGAINST.fullmatch(ahead.lstrip("« ")) is not None


def _is_joined(plain: str, alike: Sequence[Quantity]) -> bool:
    """Whether the last two are told together: "26 vols et quatre tentatives"."""
    if len(alike) < 2:
        return False
    one, other = alike[-2:]
    return _JOINED.fullmatch(plain, end_of(one), max(end_of(one), other.reach.start)) is not None


def _is_rounded(share: Share) -> bool:
    """Whether a share is a round one near by, as one that opens a sentence may be: 30 for 29,4."""
    exact, told = share.exact(share.whole), share.stated.value
    if exact is None or told is None or share.stated.kind is not QuantityKind.PERCENT:
        return False
    return not share.holds and not told % 5 and abs(exact - told) <= 1
