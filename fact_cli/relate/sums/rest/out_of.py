"""A part that is told to be of a whole beside it: "178 des 214 candidats", "90, dont 27"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.relate.asides import without_asides
from fact_cli.relate.neighbours import NUMBERS, end_of, same_thing, told_noun
from fact_cli.scan.times.ages import is_person

_OUT_OF = re.compile(
    r"(?: [^\W\d_]+){0,8}? (?:sur|parmi|d'entre)(?: (?:les|ses|leurs|nos|un total de|un ensemble de"
    r"|quelque|environ|près de))?(?: (?:un|une|son|sa)(?: [^\W\d_]+){1,3}(?: d'[^\W\d_]+)? de)?"
    r"(?: un)? ?| (?:des|de ses|de leurs|de nos|de ces) "
)
OF_ALL = re.compile(
    r"(?:^|[,;:.«] ?)(?:sur|parmi|des(?= )|de(?= ces)) ?"
    r"(?:les |ces |ses |nos |leurs |un total de |un ensemble de )?$",
    re.I,
)
_NO_NOUN = {"autre", "dernier", "dernière", "restant", "restante"}
_AMONG = re.compile(r"[^.;:()\d]{0,110},? (?:dont|parmi (?:eux|elles|lesquel(?:le)?s)) ")


@dataclass(frozen=True, slots=True)
class Portion:
    part: Quantity
    whole: Quantity

    @property
    def extent(self) -> Extent:
        first, second = sorted((self.part, self.whole), key=lambda one: one.extent)
        return Extent(first.reach.start, end_of(second))


def portions(
    plain: str, sentence: ScannedSentence, figures: Sequence[Quantity]
) -> Iterator[Portion]:
    """Each part that is told to be of a whole beside it."""
    for first, second in pairwise(figures):
        link = without_asides(lower(plain[end_of(first) : second.reach.start]))
        ahead = lower(plain[sentence.extent.start : first.reach.start])
        if not same_thing(first, second) or first.kind is QuantityKind.PERCENT:
            continue
        if _OUT_OF.fullmatch(link) and is_less(second, first):
            yield Portion(first, second)
        elif OF_ALL.search(ahead) and is_less(first, second):
            yield Portion(second, first)


def is_among(plain: str, whole: Quantity, part: Quantity) -> bool:
    """Whether a figure is told with a part of it: "536 térawattheures, dont 361"."""
    link = lower(plain[end_of(whole) : part.reach.start])
    out_of = _OUT_OF.fullmatch(lower(plain[end_of(part) : whole.reach.start]))
    return is_whole(whole, part) and bool(_AMONG.fullmatch(link) or out_of)


def is_whole(whole: Quantity, part: Quantity) -> bool:
    """Whether ``part`` can be of ``whole``: alike, or a mere number."""
    alike = same_thing(whole, part) or (part.kind in NUMBERS and part.noun is None)
    return alike and whole.kind is not QuantityKind.PERCENT and is_less(whole, part)


def is_less(whole: Quantity, part: Quantity) -> bool:
    return whole.value is not None and part.value is not None and whole.value > part.value


def are_other_things(whole: Quantity, left: Quantity) -> bool:
    """Whether the rest counts other things than the whole: "20 titres … les six autres clubs"."""
    one, other = told_noun(whole), told_noun(left)
    if one is None or other is None or other in _NO_NOUN or one == other:
        return False
    grammar = lexicon().grammar
    return not (is_person(one, grammar) and is_person(other, grammar)) and one != "personne"


def is_made(whole: Quantity, others: Sequence[Quantity], left: Quantity) -> bool:
    """Whether the whole, less or plus some of the others, can be what is left."""
    told = left.recomputed(loose=True)
    if any(one.value in {left.value, whole.value} for one in others):
        return True
    for signs in product((-1, 0, 1), repeat=len(others)):
        made = whole.recomputed(loose=False)
        for sign, one in zip(signs, others, strict=True):
            bounds = one.recomputed(loose=False)
            made = made + bounds if sign > 0 else made - bounds if sign < 0 else made
        if any(signs) and made.meets(told):
            return True
    return False
