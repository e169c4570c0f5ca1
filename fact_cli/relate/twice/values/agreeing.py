"""Whether one value can satisfy two figures, each as roughly as it is written."""

from __future__ import annotations

from decimal import Decimal

from fact_cli.model.mention import Quantity
from fact_cli.model.slips import Slip, digits_of, slip_between

ROUNDED_FROM = 100  # whose zeros may be those of a rounding
PRECISE = 3  # digits of which nobody rounds one value to two
_JUST_BELOW = {"près de", "presque", "quasi", "quasiment", "pas loin de"}


def agree(first: Quantity, again: Quantity) -> bool:
    """Whether one value can satisfy both, each as roughly as it is written."""
    if not first.loose.meets(again.loose):
        return False
    return not (_opposed(first, again) or are_beside(first, again) or are_swapped(first, again))


def are_beside(first: Quantity, again: Quantity) -> bool:
    """ "41 degrés" and "42 degrés": their bounds touch, but nobody rounds one value to both."""
    if first.value is None or again.value is None or _hedged(first) or _hedged(again):
        return False
    return first.step == again.step and abs(first.value - again.value) == first.step


def are_swapped(first: Quantity, again: Quantity) -> bool:
    """ "412 000 euros" and "421 000 euros": as precise as each other, two digits changed places."""
    if first.value is None or again.value is None or _hedged(first) or _hedged(again):
        return False
    digits = {digits_of(one.value or Decimal(0), one.step) for one in (first, again)}
    alike = first.step == again.step and len(digits) == 1 and min(digits) >= PRECISE
    return alike and slip_between(first.value, again.value, first.step) is Slip.SWAP


def agree_in_title(title: Quantity, again: Quantity, *, headed: bool = True) -> bool:
    """The same for a title, which drops hedges: "19 %" of "près de 19 %", but not "18 %".

    It rounds to its last digit, where it is ``headed``; a first sentence rounds as it likes.
    """
    if title.value is not None and again.value is not None and title.value == -again.value:
        return True  # a weight class, or a loss, told without its sign
    if _is_cut(title, again):
        return True
    exact = headed and not (_hedged(title) or _hedged(again))
    if exact and not is_rounding(title, again):
        return False
    just_below = title.hedge is None and again.hedge in _JUST_BELOW and title.step == again.step
    return title.value == again.value if just_below else agree(title, again)


def is_rounding(title: Quantity, again: Quantity) -> bool:
    """Whether two values are one, rounded to the last digit of the rougher one, or cut there.

    "71 300" is no rounding of 71 600, nor 13 040 of 13 400; "13 000" is one of both.
    """
    if title.value is None or again.value is None or _is_vague(title) or _is_vague(again):
        return title.loose.meets(again.loose)
    apart = abs(title.value - again.value)
    rough = max(last_digit(title), last_digit(again))
    return apart <= rough / 2 or 0 <= again.value - title.value < last_digit(title)


def _is_vague(figure: Quantity) -> bool:
    """Whether a figure says itself how rough it is: "une vingtaine"."""
    low, high = figure.strict.low, figure.strict.high
    return low is None or high is None or high - low > figure.step


def last_digit(figure: Quantity) -> Decimal:
    """What the last digit of a figure counts that is no zero at its end: 1,000 in 412 000."""
    value = abs(figure.value or Decimal(0))
    if figure.scale > 1 or value < ROUNDED_FROM or figure.step != 1:
        return figure.step
    return Decimal(1).scaleb(value.adjusted() - digits_of(value, figure.step) + 1)


def _is_cut(title: Quantity, again: Quantity) -> bool:
    """ "66,1 millions" of 66 190 280: the digits behind are left off, not rounded."""
    if title.value is None or again.value is None or title.scale == 1 or title.step >= title.scale:
        return False
    return 0 <= again.value - title.value < title.step


def _hedged(figure: Quantity) -> bool:
    return figure.hedge not in {None, "jusqu'à"}


def _opposed(first: Quantity, again: Quantity) -> bool:
    """ "Plus de 400" and "moins de 400"."""
    if first.value != again.value or first.hedge is None or again.hedge is None:
        return False
    if "jusqu'à" in {first.hedge, again.hedge}:  # the most that may be, told roughly
        return False
    ends = ((first.strict.low, again.strict.high), (again.strict.low, first.strict.high))
    return any(low is not None and high is not None and low >= high for low, high in ends)
