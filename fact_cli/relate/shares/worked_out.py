"""A share and what it makes of a whole told elsewhere: "la moitié d'entre eux, soit 32 000".

The share and its part stand side by side; the whole is the only larger figure of one thing in
the sentence or its neighbour, and words say that the share is of it ("d'entre eux", "en", "sa
capacité", "du chiffre d'affaires, qui …") or another share told beside holds of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower, singular_of
from fact_cli.model.bounds import Bounds, quotient
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.shares import Share, in_percent
from fact_cli.model.text import Extent
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import NUMBERS, end_of, in_unit_of, is_surplus, told_noun
from fact_cli.relate.passage import Passage
from fact_cli.relate.sums.partition import is_partition
from fact_cli.scan.times.ages import is_person

_SAY = r"(?:soit|c'est-à-dire|autrement dit|à savoir|ce qui (?:fait|représente|donne)),? "
_PART_BEHIND = re.compile(
    rf"(?: [^,;:.()\d]{{1,60}})?(?:,| \(|,? :) ?(?:{_SAY})(?:donc )?(?:un peu (?:plus|moins) de )?"
    r"|(?: [^,;:.()\d]{1,25})? (?:représent|équiv|correspond|donn)\w+ (?:à )?"
)
_PART_APPOSED = re.compile(r"(?: [^,;:.()\d]{1,30})?, ")
_ENDS = re.compile(r"(?: [^\W\d_]+){0,2}(?:[,.;)]|$)")
_SHARE_BEHIND = re.compile(
    rf"(?: [^,;:.()\d]{{1,60}})?(?:,| \() ?(?:{_SAY})(?:donc )?(?:un peu (?:plus|moins) de )?"
)
_SHARE_APPOSED = re.compile(r"(?: [^,;:.()\d]{1,30})?, ")
_TAKEN_UP = re.compile(r"\b(?:en|n'en) [^\W\d_]+(?: [^\W\d_']+){0,3}(?: que)? (?:l[ae] |les |l')?$")
_OF_THEM = re.compile(
    r" (?:d'entre (?:eux|elles)\b|de (?:ce|cette|ces) |(?:de (?:sa|son|leur)|du|de la) (?:capacité"
    r"|superficie|montant|total|prix|coût|volume|surface|poids|valeur|longueur|budget|effectif)\b)"
)
_OF_WHICH = re.compile(r" (?:de la|de l'|du|des|de son|de sa)[^,;:.()\d]{2,50}, (?:qui|lequel) ")
_QUALIFIED = re.compile(r" (?:de (?!ce)|d'(?!entre)|du |des )")
_OF_KIND = re.compile(r" (?:de |d')(?P<noun>[^\W\d_]{3,})\b")
# What the two figures cannot be of: another time, a part, a price.
_OTHERWISE = re.compile(
    r"\b(?:contre|après|auparavant|au lieu|de plus|de moins|moyenne|tva|taxe)\b"
)
LEAST, MOST = Decimal("0.4"), Decimal("2.5")  # of the part; what lies farther is another's
FACTORS = tuple(Decimal(10) ** power for power in (-6, -3, -2, -1, 1, 2, 3, 6))


def find(context: Context) -> Iterator[Share]:
    return in_passages(
        context,
        lambda passage: (*_of_two_kinds(passage), *_shares(passage)),
        lambda one: one.stated.extent.start,
        figures=2,
    )


def _shares(passage: Passage) -> Iterator[Share]:
    """Each share told beside its part, where one whole can be the one of both."""
    tied = [
        (share, part)
        for share in passage.figures
        if _is_share(passage, share)
        for part in passage.figures
        if part.kind not in _NO_PARTS and _are_tied(passage, share, part)
    ]
    known: set[Extent] = set()  # the wholes of which a share told beside holds
    for share, part in tied:
        found = [
            Share(part, whole, share, (), Binding.INFERRED)
            for one in passage.figures
            if (whole := _as_whole(passage, one, part)) is not None
        ]
        held = [one for one in found if one.holds]
        larger = [one for one in found if (one.whole.value or 0) > (part.value or 0)]
        others = larger or found
        if held:
            known.add(held[0].whole.extent)
            yield held[0]
        elif len(others) == 1 and (others[0].whole.extent in known or _is_sure(passage, others[0])):
            yield others[0]


_NO_PARTS = {
    QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.RATIO, QuantityKind.ORDINAL,
}  # fmt: skip


def _is_share(passage: Passage, one: Quantity) -> bool:
    if id(one) in passage.changes or is_surplus(passage.plain, one) or not one.strict.positive:
        return False
    fraction = one.kind is QuantityKind.RATIO and (one.value or 0) < 1
    return fraction or (one.kind is QuantityKind.PERCENT and (one.value or 0) < 100)


def _of_two_kinds(passage: Passage) -> Iterator[Share]:
    """ "19 hommes et six femmes, soit 24 % de femmes": the whole is both together."""
    plain = passage.plain
    for one, other, share in zip(
        passage.figures, passage.figures[1:], passage.figures[2:], strict=False
    ):
        gap = lower(plain[end_of(other) : max(end_of(other), share.reach.start)])
        of = _OF_KIND.match(plain, share.extent.end)
        if share.kind is not QuantityKind.PERCENT or not of or not _SHARE_BEHIND.fullmatch(gap):
            continue
        noun = singular_of(lower(of["noun"]), lexicon().grammar.invariable)
        parts = [part for part in (one, other) if part.of == noun]
        joined = plain[end_of(one) : other.reach.start] == " et "
        if len(parts) == 1 and joined and is_partition(plain, [one, other]):
            yield Share(parts[0], _both(one, other), share, (), Binding.INFERRED)


def _both(one: Quantity, other: Quantity) -> Quantity:
    value = (one.value or Decimal(0)) + (other.value or Decimal(0))
    bounds = {"strict": one.strict + other.strict, "loose": one.loose + other.loose}
    return replace(one, value=value, **bounds)


def _are_tied(passage: Passage, share: Quantity, part: Quantity) -> bool:
    """Whether one of the two tells the other again, right behind it."""
    plain = passage.plain
    if not passage.sentence_of(share).extent.holds(part.extent) or is_surplus(plain, part):
        return False
    if share.extent < part.extent:
        gap = lower(plain[end_of(share) : max(end_of(share), part.reach.start)])
        apposed = _PART_APPOSED.fullmatch(gap) and _ENDS.match(plain, end_of(part))
        return bool(_PART_BEHIND.fullmatch(gap) or (apposed and part.kind not in NUMBERS))
    if any(_is_share_of(passage, one, part) for one in passage.figures):
        return False
    gap = lower(plain[end_of(part) : max(end_of(part), share.reach.start)])
    apposed = _SHARE_APPOSED.fullmatch(gap) and _OF_THEM.match(plain, share.extent.end)
    return bool(_SHARE_BEHIND.fullmatch(gap) or apposed)


def _is_share_of(passage: Passage, one: Quantity, whole: Quantity) -> bool:
    """ "Un millième des 110 kilos de sa mère, soit 0,1 %": no part, but the whole."""
    gap = passage.plain[one.extent.end : max(one.extent.end, whole.reach.start)]
    return _is_share(passage, one) and gap in {" des ", " de ", " d'", " de ces ", " de ses "}


def _as_whole(passage: Passage, one: Quantity, part: Quantity) -> Quantity | None:
    """``one`` in the unit of ``part``, where it counts what the part does and can be more."""
    if one is part or one.hedge == "moins" or id(one) in passage.changes:
        return None
    bare = part.kind in NUMBERS and told_noun(part) is None
    whole = in_unit_of(one, part)
    if whole is None or one.kind in _NO_PARTS or is_surplus(passage.plain, one):
        return None
    if part.kind in NUMBERS:
        nouns = {noun for noun in (told_noun(one), told_noun(part)) if noun is not None}
        people = all(is_person(noun, lexicon().grammar) or noun in _PEOPLE for noun in nouns)
        if not (bare or len(nouns) < 2 or people):
            return None
    return replace(whole, of=part.of)


_PEOPLE = {"personne", "habitant", "âme", "foyer", "ménage"}


def _is_sure(passage: Passage, share: Share) -> bool:
    """Whether the share is told to be of the whole, and is near it or a power of ten off."""
    claimed = in_percent(share.stated, loose=True)
    unnamed = share.part.kind in NUMBERS and share.whole.noun is None
    if unnamed or None in claimed.ends or share.part.value is None or share.whole.value is None:
        return False
    if _OTHERWISE.search(passage.told) or not _is_linked(passage, share):
        return False
    middle = sum((end for end in claimed.ends if end is not None), Decimal(0)) / 2
    near = quotient(quotient(share.part.value * 100, share.whole.value), middle)
    percent = share.percent(share.whole, loose=False)
    shifted = any((percent / Bounds.exactly(by)).meets(claimed) for by in FACTORS)
    return shifted or (
        near is not None and LEAST <= near <= MOST and share.part.value < share.whole.value
    )


def _is_linked(passage: Passage, share: Share) -> bool:
    """Whether words say that the share is of the whole."""
    plain, stated, whole = passage.plain, share.stated, share.whole
    start = passage.sentence_of(stated).extent.start
    if whole.extent < stated.extent and _TAKEN_UP.search(lower(plain[start : stated.reach.start])):
        return True
    if whole.extent < stated.extent and whole.extent < share.part.extent:
        alone = stated.kind is QuantityKind.RATIO and not _QUALIFIED.match(plain, stated.extent.end)
        return alone or _OF_THEM.match(plain, stated.extent.end) is not None
    which = _OF_WHICH.match(plain, stated.extent.end)
    return which is not None and 0 <= whole.reach.start - which.end() <= 30
