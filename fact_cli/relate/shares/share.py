"""Shares: a part of a whole in percent, and one share told as a fraction and in percent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from fact_cli.lang.words import lower, words_after, words_before
from fact_cli.model.bounds import Bounds
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.shares import SameShare, Share, ShareOfFew
from fact_cli.model.text import Extent
from fact_cli.relate.asides import asides
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import (
    between,
    end_of,
    is_lead,
    is_surplus,
    same_thing,
    told_noun,
)
from fact_cli.relate.phrases import operands
from fact_cli.relate.shares.of_votes import is_of_votes
from fact_cli.relate.shares.own_share import is_of_another
from fact_cli.relate.shares.rate_names import RATES
from fact_cli.relate.shares.several import is_of_several

_COUNTED = {QuantityKind.COUNT, QuantityKind.NUMBER, QuantityKind.MONEY, QuantityKind.DIMENSION}
_RANKED = re.compile(r" (?:premi|derni|autres|plus|meilleur|grand|princip)")
_MAJORITY = re.compile(
    r"(?P<words>\b(?:la|une) (?:[^\W\d_]+ )?majorité)(?! relative)"
    r"(?: (?:de |des |d')[^.;:()\d]{1,40})?(?: \(|, )$",
    re.IGNORECASE,
)
# "frôler la majorité (49,77 %)": less than that.
_MISSED = re.compile(
    r"\b(?:frôl|manqu|rat|loup|approch|avoisin|échou|perd|priv|loin|près|proche|sans|pas|plus"
    r"|aux portes|aux abords|à deux doigts|court)[^.;:()\d]{0,20}$"
)
# "Cinq bureaux sur six dépouillés, elle arrive troisième (20,22 %)"
_NEW_CLAUSE = re.compile(r", (?:(?:ils?|elles?|on) |[A-ZÀ-Þ])")
FEW = 100  # of more, every percentage without decimals is possible
ROUND = (50, 5)  # from how many on a multiple of five may be no share that was counted
# What a share is told of.
_WHOLE = re.compile(
    r"(?: seulement| à peine| environ| tout juste)?"
    r" (?:de |d'|du |des )(?:la |l'|les |ses |son |sa |leurs? |ces? |cette )?(?P<noun>[^\W\d_]+)"
)
_EACH_OF_SIZE = re.compile(r" (?:[^\W\d_]+ )?(?:de|d'au moins|d'environ) (?:plus de |moins de )?")
# "un quart, soit 9,5 millions, et l'emprunt porte sur 28,8 millions".
_NEW_SUBJECT = re.compile(
    r"(?:, et|;|,? mais|,? tandis que|,? alors que) (?:l[ae] |les |l'|une? |ses? |son |sa |leurs? )"
)
_SO_RATE = re.compile(r"\bsoit (?:une?|le|la) (?P<rate>[^.;:,()\d]{3,40}) (?:de|d') ?$")
_CHANGE = re.compile(r"(?:hausse|baisse|recul|progression|augmentation|croissance) de $|[+-] ?$")


def find(context: Context) -> Iterator[Share | SameShare | ShareOfFew]:
    plain = context.document.plain
    for sentence in context.sentences:
        yield from _of_few(plain, sentence)
        yield from _majorities(plain, sentence)
    for found in operands(context, "share"):
        part, whole, stated = (found.figures[name] for name in ("part", "whole", "stated"))
        told = plain[max(0, stated.reach.start - 20) : stated.reach.start]
        counted = part.kind in _COUNTED and same_thing(part, whole)
        counted = counted and not _is_size_of_each(plain, part, whole)
        if _NEW_SUBJECT.search(plain, part.extent.end, whole.extent.start):
            continue
        if is_of_another(plain, max(end_of(part), end_of(whole)), stated):
            continue
        is_change = _CHANGE.search(told) or is_surplus(plain, stated) or is_lead(plain, part)
        is_change = is_change or is_of_votes(plain, stated, part, whole)
        is_change = is_change or _is_rate_of_others(plain, part, stated)
        is_change = is_change or (part.value == 1 and part.hedge is not None)  # "au moins une"
        if counted and not is_change and not _larger(part, whole):
            share = Share(part, whole, stated, _others(context, part, whole))
            if share.holds or not (_is_aside(context, share) or _is_summed(context, share)):
                yield share


def _is_rate_of_others(plain: str, part: Quantity, stated: Quantity) -> bool:
    """ "41 décès dans huit des provinces, soit une létalité de 3 %": no rate of the eight."""
    named = _SO_RATE.search(words_before(plain, stated.reach.start, 50))
    if named is None:
        return False
    rate = next((one for one in RATES if one.name.search(named["rate"])), None)
    around = words_before(plain, part.reach.start, 30) + words_after(plain, part.extent.end, 30)
    return rate is not None and not rate.part.search(around)


def _is_size_of_each(plain: str, part: Quantity, whole: Quantity) -> bool:
    """Whether the second figure says how large each is: "935 communes de 10 000 habitants"."""
    nouns = {told_noun(part), told_noun(whole)}
    return (
        len(nouns - {None}) == 2
        and _EACH_OF_SIZE.fullmatch(between(plain, part, whole)) is not None
    )


def _are_of_two(plain: str, first: Quantity, again: Quantity) -> bool:
    """Whether each is told of a whole of its own: "2,7 % du capital, soit la moitié de sa part"."""
    wholes = [_WHOLE.match(plain, one.extent.end) for one in (first, again)]
    nouns = {lower(one["noun"]) for one in wholes if one is not None}
    return len(nouns) > 1


def _is_of_one(plain: str, first: Quantity, again: Quantity) -> bool:
    """Whether two ratios tell one share: "plus de la moitié des logements, 420 sur 1 000".

    "1 train sur 2, 2 bus sur 3" are two things'.
    """
    fraction = " sur " not in first.extent.of(plain)
    return fraction and again.extent.of(plain)[:1].isdigit()


def _of_few(plain: str, sentence: ScannedSentence) -> Iterator[ShareOfFew]:
    """ "41 % des 20 jurés": a percentage of few enough that whole numbers show."""
    for stated, whole in pairwise(sentence.quantities):
        if stated.kind is not QuantityKind.PERCENT or whole.kind is not QuantityKind.COUNT:
            continue
        told = plain[stated.extent.end : whole.extent.start] in {" des ", " de ces ", " de ses "}
        unhedged = stated.hedge is None and whole.hedge is None and whole.noun is not None
        if not told or not unhedged or _RANKED.match(plain, whole.extent.end):
            continue
        rounded = (whole.value or 0) >= ROUND[0] and not (stated.value or 0) % ROUND[1]
        few = whole.value is not None and 1 < whole.value < FEW
        if stated.value is not None and whole.value is not None and few and not rounded:
            yield ShareOfFew(stated, whole, int(whole.value))


def _majorities(plain: str, sentence: ScannedSentence) -> Iterator[SameShare]:
    """ "Une majorité (47 %)": more than half, told again as a percentage."""
    for again in sentence.quantities:
        closed = plain.startswith((")", ","), again.extent.end)
        if again.kind is not QuantityKind.PERCENT or not closed:
            continue
        said = _MAJORITY.search(plain, sentence.extent.start, again.reach.start)
        if said and not _MISSED.search(words_before(plain, said.start(), 30)):
            words = Extent(*said.span("words"))
            half = Bounds(Decimal("0.5"), Decimal(1))
            majority = Quantity(
                words, words, QuantityKind.RATIO, None, Decimal("0.01"), half, half, unit="×"
            )
            yield SameShare(majority, again)


def _others(context: Context, part: Quantity, whole: Quantity) -> list[Quantity]:
    """Other figures of the sentence that may be the whole: "sur 32 inscrits, 30 présents"."""
    sentence = context.sentence_at(part.extent)
    return [
        one
        for one in (() if sentence is None else sentence.quantities)
        if one not in (part, whole) and same_thing(one, whole) and _larger(one, part)
    ]


def _is_aside(context: Context, share: Share) -> bool:
    """Whether the part stands in a bracket that ends before: "180 voix (contre 150), soit 29 %"."""
    sentence = context.sentence_at(share.part.extent)
    spans = () if sentence is None else asides(context.document.plain, sentence.extent)
    return any(
        one.holds(share.part.extent)
        and not (one.holds(share.stated.extent) or one.holds(share.whole.extent))
        for one in spans
    )


def _is_summed(context: Context, share: Share) -> bool:
    """Whether the share is that of several figures of the sentence together."""
    sentence = context.sentence_at(share.part.extent)
    figures = () if sentence is None else sentence.quantities
    for whole in (share.whole, *share.others):
        alike = [
            one for one in figures
            if one is not whole and one.extent < share.stated.extent and same_thing(one, whole)
        ]  # fmt: skip
        if is_of_several(alike, whole, share.stated):
            return True
    return False


def _larger(one: Quantity, part: Quantity) -> bool:
    return one.value is not None and part.value is not None and one.value > part.value
