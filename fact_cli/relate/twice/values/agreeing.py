"""Whether one value can satisfy two figures, each as roughly as it is written."""

from __future__ import annotations

from fact_cli.model.mention import Quantity

_JUST_BELOW = {"près de", "presque", "quasi", "quasiment", "pas loin de"}


def agree(first: Quantity, again: Quantity) -> bool:
    """Whether one value can satisfy both, each as roughly as it is written."""
    if _opposed(first, again) or are_beside(first, again):
        return False
    return first.loose.meets(again.loose)


def are_beside(first: Quantity, again: Quantity) -> bool:
    """ "41 degrés" and "42 degrés": their bounds touch, but nobody rounds one value to both."""
    if first.value is None or again.value is None or _hedged(first) or _hedged(again):
        return False
    return first.step == again.step and abs(first.value - again.value) == first.step


def agree_in_title(title: Quantity, again: Quantity) -> bool:
    """The same for a title, which drops hedges: "19 %" of "près de 19 %", but not "18 %"."""
    if title.value is not None and again.value is not None and title.value == -again.value:
        return True  # a weight class, or a loss, told without its sign
    if _is_cut(title, again):
        return True
    just_below = title.hedge is None and again.hedge in _JUST_BELOW and title.step == again.step
    return title.value == again.value if just_below else agree(title, again)


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
