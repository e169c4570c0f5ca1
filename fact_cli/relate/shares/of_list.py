"""A list of parts with their shares, of which one fits no whole that all the others have.

"35 214 voix (1,17 %), 31 225 (1,04 %), 28 463 (0,88 %) et 19 061 (0,63 %)": three of them are
shares of some three millions, told or not, of which 28 463 are no 0,88 %. A smaller share of a
larger part is of another whole, or wrong: so it is where the whole is told and the other is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from fact_cli.lang.words import words_after, words_before
from fact_cli.model.bounds import HUNDRED, Bounds
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.shares import Share, in_percent
from fact_cli.model.slips import is_far
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, same_thing, told_noun, usable
from fact_cli.relate.shares.of_one_whole import MOST, couples_of

Couple = tuple[Quantity, Quantity]

WINDOW = 3  # sentences of one block that tell of one whole
FEWEST = 3  # shares that have one whole
SURE = Decimal("0.03")  # of the whole, within which the shares that agree tell it
GROWN = Decimal("1.3")  # times a part, which is more than its share is rounded by
# What is counted of all who voted, or of all on the lists, not of the votes that count.
_OF_OTHERS = re.compile(
    r"\b(?:blancs?|nuls?|abstention\w*|absten\w+|votants?|inscrits?|exprimés?|participation"
    r"|votes? préférentiels?|total|ensemble|restants?|autres|dont|parmi)\b"
)
_VOTES = {"voix", "suffrage", "bulletin", "vote"}


def find(context: Context) -> Iterator[Share]:
    plain = context.document.plain
    seen: set[int] = set()
    for index, sentence in enumerate(context.sentences):
        if not any(one.kind is QuantityKind.PERCENT for one in sentence.quantities):
            continue
        near = context.sentences[max(0, index - WINDOW + 1) : index + 1]
        window = [one for one in near if one.sentence.block == sentence.sentence.block]
        figures = [one for each in window for one in usable(each.quantities)]
        couples = _alike(plain, couples_of(plain, figures)) if len(figures) <= MOST else []
        own = [one for one in couples if sentence.extent.holds(one[0].extent)]
        for share in (*_odd_one(couples, figures), *_inverted(own, figures)):
            if share.stated.extent.start not in seen:
                seen.add(share.stated.extent.start)
                yield share


def _alike(plain: str, couples: Sequence[Couple]) -> list[Couple]:
    """The couples that count one kind of thing, none of them of a whole of its own."""
    return [
        (part, share)
        for part, share in couples
        if part.kind in NUMBERS
        and part.hedge is None
        and share.hedge is None
        and not _OF_OTHERS.search(
            words_before(plain, part.reach.start, 30) + words_after(plain, part.extent.end, 25)
        )
    ]


def _odd_one(couples: Sequence[Couple], figures: Sequence[Quantity]) -> Iterator[Share]:
    """The only couple that does not fit the whole of all the others, of a list of one noun."""
    nouns = {told_noun(part) for part, _ in couples} - {None}
    if len(couples) <= FEWEST or (len(nouns) > 1 and not nouns <= _VOTES):
        return
    for odd in couples:
        others = [one for one in couples if one is not odd]
        whole = _common(others)
        if whole is None or len({part.value for part, _ in others}) < FEWEST:
            continue
        told = next((one for one in figures if _is_told(one, whole, couples)), None)
        part, stated = odd
        share = _of(part, told or _untold(others[0][0], whole), stated)
        if _fits(share) or any(_of(part, one, stated).holds for one in figures if one is not part):
            return
        votes = told is not None and nouns <= _VOTES and odd not in (couples[0], couples[-1])
        yield replace(share, binding=Binding.STATED) if votes and _is_far(share) else share


def _common(couples: Sequence[Couple]) -> Bounds | None:
    """The whole of which all the shares are, if there is one; None where it may be any."""
    wholes = [_whole_of(*couple) for couple in couples]
    lows = [one.low for one in wholes if one.low is not None]
    highs = [one.high for one in wholes if one.high is not None]
    if len(lows) < len(couples) or len(highs) < len(couples):
        return None
    low, high = max(lows), min(highs)
    return Bounds(low, high) if low <= high <= low * (1 + SURE) else None


def _whole_of(part: Quantity, share: Quantity) -> Bounds:
    claimed = in_percent(share, loose=False) + Bounds(Decimal(0), share.step / 2)
    return part.recomputed(loose=True) * HUNDRED / claimed


def _is_told(one: Quantity, whole: Bounds, couples: Sequence[Couple]) -> bool:
    part = couples[0][0]
    return same_thing(one, part) and one.value is not None and whole.holds(one.value)


def _untold(part: Quantity, whole: Bounds) -> Quantity:
    """The whole that the shares of a list have, told by the first of them."""
    low, high = whole.ends
    middle = (low + high) / 2
    rounded = middle.quantize(Decimal(1).scaleb(middle.adjusted() - 2))
    return replace(part, value=Decimal(int(rounded)), strict=whole, loose=whole)


def _of(part: Quantity, whole: Quantity, stated: Quantity) -> Share:
    return Share(part, whole, stated, (), Binding.INFERRED)


def _fits(share: Share) -> bool:
    """Whether a share is that of its whole, but for two steps of rounding."""
    exact, told = share.exact(share.whole), share.stated.value
    near = exact is not None and told is not None and abs(exact - told) <= 2 * share.stated.step
    return near or (share.whole.value or 0) < (share.part.value or 0)


def _is_far(share: Share) -> bool:
    exact, told = share.exact(share.whole), share.stated.value
    return exact is not None and told is not None and is_far(told, exact, share.stated.step)


def _inverted(couples: Sequence[Couple], known: Sequence[Quantity]) -> Iterator[Share]:
    """ "771 accidents. … dans 120 (16 %), un obstacle dans 204 (13 %)"."""
    for (part, share), (other, stated) in pairwise(couples):
        larger = (other.value or 0) >= GROWN * (part.value or 0)
        smaller = (other.value or 0) * GROWN <= (part.value or 0)
        rises, falls = stated.strict.below(share.strict), share.strict.below(stated.strict)
        if not ((larger and rises) or (smaller and falls)) or told_noun(other) is not None:
            continue
        wholes = [one for one in known if same_thing(one, part) and part.of in {None, one.of}]
        fitting = [one for one in wholes if _of(part, one, share).holds]
        if len(fitting) == 1 and (fitting[0].value or 0) > (other.value or 0):
            yield _of(other, fitting[0], stated)
