"""Two lots at one price, of which one sum is told in millions and the other in milliards.

"1 240 hectares … à 8,7 millions. Les 3 150 restants, au même prix, ont rapporté 22,1 milliards":
the price of each is the same to the last digit, but for a factor of a thousand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from fact_cli.lang import show
from fact_cli.lang.words import words_before
from fact_cli.model.bounds import Bounds, quotient
from fact_cli.model.figures import Rate
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.context import Context
from fact_cli.relate.elided_unit import told_like
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import NUMBERS, in_unit_of, is_surplus, told_noun
from fact_cli.relate.passage import Passage
from fact_cli.relate.powers import power_of, slack

_SAME_PRICE = re.compile(
    r"\b(?:(?:au|le|du) même (?:prix|cours|tarif|coût|taux|barème)|à (?:prix|tarif|coût) (?:égal"
    r"|identique|constant|inchangé)|au (?:prix|cours) (?:du (?:moment|jour|marché)|actuel)"
    r"|à ce (?:prix|tarif|cours)|au (?:prix|tarif) unitaire)\b"
)
_BARE = re.compile(r"[\d.,' ]+(?:millions?|milliards?)")
_OF = re.compile(r" d(?:e |')")  # "67,5 millions de vues"
_EARNED = re.compile(r"\b(?:rapport|coût|val|pay|encaiss|rev(?:ient|iennent))\w*(?: [^\W\d_]+)? $")
CLOSE = Decimal("0.02")  # by which two prices may differ that no words tell to be one
THOUSANDS = {Decimal(1000) ** power for power in (1, 2, -1, -2)}
DIGITS = 6  # behind the first, of how many times as large the second lot is
LEAST = 10  # of what is sold, so that its digits are no chance


def find(context: Context) -> Iterator[Rate]:
    cues = ("million", "milliard", "euro", "dollar", "franc", "€", "$", "cfa")
    return in_passages(context, _priced, lambda one: one.total.extent, cues=cues, figures=4)


def _priced(passage: Passage) -> Iterator[Rate]:
    figures = [_as_sum(passage, one) for one in passage.figures]
    sums = [one for one in figures if one.kind is QuantityKind.MONEY and one.value]
    lots = [one for one in figures if _is_lot(passage, one)]
    if len(sums) != 2 or len(lots) != 2 or not _alternate(sums, lots):
        return
    (first, second), (lot, other) = sums, lots
    like = _like(lot, other)
    if like is None or first.unit != second.unit:
        return
    if like.value == lot.value and not _SAME_PRICE.search(passage.told):
        return  # "500 tonnes de sable … 500 tonnes de cuivre": two prices in round numbers
    times = quotient(like.value, lot.value)
    apart = quotient(quotient(second.value, first.value), times)
    if times is None or apart is None:
        return
    near = slack(first, lot, second, like)
    near = near if _SAME_PRICE.search(passage.told) else min(near, CLOSE)
    if power_of(apart, near) in THOUSANDS:
        bounds = Bounds(times * (1 - near), times * (1 + near))
        at, name = [lot, like], show.figure(lot)
        usual = Decimal(round(times, DIGITS - times.adjusted()))
        yield Rate(second, [bounds], usual, name, first, at, Binding.INFERRED, second)


def _as_sum(passage: Passage, one: Quantity) -> Quantity:
    """A sum that leaves out its money, "en ont rapporté 154 milliards", behind a measure."""
    bare = _BARE.fullmatch(one.extent.of(passage.plain)) is not None
    sums = [each for each in passage.figures if each.kind is QuantityKind.MONEY]
    bare = bare and not _OF.match(passage.plain, one.extent.end)
    earned = _EARNED.search(words_before(passage.plain, one.reach.start, 30))
    return told_like(one, sums[0]) if bare and earned and len(sums) == 1 else one


def _is_lot(passage: Passage, one: Quantity) -> bool:
    """Whether a figure tells how much there is to be sold: a measure, or a count of things."""
    sized = one.kind is QuantityKind.DIMENSION or one.kind in NUMBERS
    large = one.value is not None and one.value >= LEAST
    return sized and large and not is_surplus(passage.plain, one)


def _alternate(sums: Sequence[Quantity], lots: Sequence[Quantity]) -> bool:
    """Whether each sum stands with its own lot: no two sums or two lots behind each other."""
    order = sorted((*sums, *lots), key=lambda one: one.extent)
    return all({one in sums for one in half} == {True, False} for half in (order[:2], order[2:]))


def _like(lot: Quantity, other: Quantity) -> Quantity | None:
    """The second lot in the unit of the first, which a bare one leaves out: "les 950 autres"."""
    bare = other.kind in NUMBERS and other.noun is None
    if lot.kind is QuantityKind.DIMENSION:
        return told_like(other, lot) if bare else in_unit_of(other, lot)
    nouns = {told_noun(lot), told_noun(other)} - {None}
    return other if other.kind in NUMBERS and len(nouns) == 1 else None
