"""A figure of the title that the first sentences restate with another, one misprint away.

"Loiret : 79 chiens récupérés dans un état pitoyable" above "… prendre en charge 99 chiens
récupérés dans un état pitoyable". Where so many words of the title come again around the only
figure of its kind, the two are one figure, though two digits alone lie one slip apart by chance,
and though some sum or count of other things makes the title's value elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from fact_cli.model.bounds import quotient
from fact_cli.model.mention import QuantityKind
from fact_cli.model.same import Reason, Same
from fact_cli.model.slips import Slip, digits_of
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, end_of
from fact_cli.relate.twice.headlines.figures import figures_of_title
from fact_cli.relate.twice.values.agreeing import agree_in_title, is_rounding, last_digit
from fact_cli.relate.twice.values.kinds import TIMED
from fact_cli.relate.twice.values.near_values import reason, slip_of
from fact_cli.relate.twice.values.same_words import stems
from fact_cli.relate.twice.values.sameness import TAKEN_UP
from fact_cli.relate.twice.values.set_apart import are_apart, are_on_two_sides, counts_more
from fact_cli.relate.twice.values.telling import Telling, titled
from fact_cli.scan.scanner import scanner

LEAD = 4  # sentences behind the title that tell its news again
LEAST, SHARE = 2, 0.25  # words of the title that come again, and their share of all its words
CLOSE_LEAST, CLOSE_SHARE = 4, 0.5  # the same of a sentence that is hardly more than the title
DIGITS = 2  # of a figure that can be misprinted into another of its size
APART = (Decimal("0.8"), Decimal("1.25"))  # within it, one of two values may be an older count
SIZED = (Decimal("0.4"), Decimal("2.5"))  # of a small number, as a multiple of the title's
_SLIPS = {Slip.DIGIT, Slip.SWAP, Slip.DROP}
_NEVER = {QuantityKind.RATIO, QuantityKind.ORDINAL, QuantityKind.POINTS}
_CLOSE = reason("première phrase comme le titre", "first sentence as the headline", 2)


def find(context: Context) -> Iterator[Same]:
    titles, body = titled(context)
    if not titles:
        return
    lead = {sentence.extent.start for _, sentence in context.body[:LEAD]}
    known = {one.first.extent for one in figures_of_title(context) if not one.agree}
    beside = {one.figure.value for one in titles}
    for title in titles:
        if title.figure.extent in known or title.figure.value is None:
            continue
        if title.figure.kind in _NEVER:
            continue
        alike = [one for one in body if _are_of_kind(title, one)]
        near = [one for one in alike if one.sentence.extent.start in lead]
        restated = _restated(context, title, near, told=_is_told(title, alike, body))
        if restated is not None and restated[0].figure.value not in beside:
            again, why = restated
            slip = slip_of(title.figure, again.figure)
            yield Same(title.figure, again.figure, why, agree=False, title=True, slip=slip)


def _restated(
    context: Context, title: Telling, lead: Sequence[Telling], *, told: bool
) -> tuple[Telling, Sequence[Reason]] | None:
    """The first figure of the first sentences that is the title's with another value, and why."""
    words = stems(title.told)
    for one in lead:
        shared = words & stems(one.told)
        enough = len(shared) >= max(LEAST, SHARE * len(words))
        if not enough or _is_beside(context, title, one) or _is_of_another(context, title, one):
            continue
        close = len(shared) >= max(CLOSE_LEAST, CLOSE_SHARE * len(words))
        if _is_misprint(title, one, close=close, told=told):
            names = ", ".join(sorted(stem.lstrip("=") for stem in shared)[:3])
            common = reason(f"mêmes mots : {names}", f"same words: {names}", len(shared))
            return one, [common, *([_CLOSE] if close else []), TAKEN_UP]
    return None


def _is_misprint(title: Telling, one: Telling, *, close: bool, told: bool) -> bool:
    """Whether the two values are so alike that the words in common make them one.

    Where the sentence is ``close`` to the title, a small number or a length of time is no
    chance, if nothing else has the title's value; and that something has, if the two differ
    by more than an older count would, is none either.
    """
    first, again = title.figure, one.figure
    ratio = quotient(again.value, first.value) or Decimal(0)
    slip = slip_of(first, again)
    long = first.unit not in TIMED and digits_of(first.value or Decimal(0), first.step) >= DIGITS
    if long:
        updated = APART[0] <= ratio <= APART[1] and slip is not Slip.SWAP
        return slip in _SLIPS and (not told or (close and not updated))
    alike = first.of == again.of and SIZED[0] <= ratio <= SIZED[1]
    return close and not told and alike


def _is_beside(context: Context, title: Telling, one: Telling) -> bool:
    """Whether the sentence has the title's value too: "trois blessés, dont deux graves"."""
    printed = scanner().numbers(context.document.plain, title.figure.extent)
    values = {title.figure.value, *(number.value for number in printed)}
    numbers = scanner().numbers(context.document.plain, one.sentence.extent)
    return any(number.value in values for number in numbers)


def _are_of_kind(title: Telling, one: Telling) -> bool:
    """Whether both are measured in one unit, or count what one noun or group of nouns names."""
    first, again = title.figure, one.figure
    if again.value is None or again.kind is QuantityKind.RATIO:
        return False
    if title.keys & one.keys:
        return True
    if first.kind in NUMBERS and again.kind in NUMBERS:
        return first.of == again.of
    return first.kind is again.kind and first.unit == again.unit


def _is_told(title: Telling, alike: Sequence[Telling], body: Sequence[Telling]) -> bool:
    """Whether the body tells the title's value of its own kind or of nothing, or adds up to it."""
    figure = title.figure
    if any(_agree(title, one) for one in alike):
        return True
    bare = [one.figure for one in body if one.figure.unit is None and one.figure.of is None]
    if any(one.value == figure.value for one in bare):
        return True
    values = [one.figure.value or 0 for one in alike]
    return any(one + other == figure.value for one, other in pairwise(values))


def _agree(title: Telling, one: Telling) -> bool:
    """Whether one value can satisfy both; not "plus de 120" and "plus de 130"."""
    first, again = title.figure, one.figure
    alike = first.hedge is not None and first.hedge == again.hedge
    if alike and first.value is not None and again.value is not None:
        rough = max(last_digit(first), last_digit(again))
        return abs(first.value - again.value) <= rough / 2
    return agree_in_title(first, again) or is_rounding(first, again)


def _is_of_another(context: Context, title: Telling, again: Telling) -> bool:
    """Whether words tell that the body's figure stands beside others, or for some of them."""
    if not again.single or again.base or again.pointed or title.asked != again.asked:
        return True
    if context.document.plain.startswith((" autre", " de plus", " de moins"), end_of(again.figure)):
        return True
    if "autre" in again.noun or "nouve" in again.noun:
        return True
    apart = are_apart(title.years, again.years) or are_apart(title.months, again.months)
    return apart or are_on_two_sides(title, again) or counts_more(title, again)
