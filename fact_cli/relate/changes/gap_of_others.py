"""Whether a gap in a second sentence is no gap of the two values that the first one tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fact_cli.lang.words import lower
from fact_cli.model.mention import Quantity
from fact_cli.relate.changes.told_times import is_of_another_time
from fact_cli.relate.neighbours import end_of
from fact_cli.relate.passage import Passage

_RECORD = re.compile(r"\b(?:records?|(?:précédente?|ancienne?) marque|normales?)\b")
_OVER_NAME = re.compile(
    r"[^.;:,()\d]{0,25}\b(?:sur|avec) (?:l[ae] |les |l')?(?P<name>[A-ZÀ-Þ][\w'-]+)"
)
_OVERTAKES = re.compile(
    r"\b(?:l'emport|devanc|distanc|dépass(?!ement)|surpass|précèd|précéd|bat|relég)\w*"
    r"[^.,;:()\d]{0,40} de $"
)
_A_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\bl'an (?:dernier|passé)\b|\bil y a \w+ ans\b")

# "L'écart, de 260 000, était de 700 000 en 2019": of values of then.
_WAS_THEN = re.compile(
    r"[^.;:,()\d]{0,15} (?:en (?:[^\W\d_]+ )?(?:19|20)\d\d|il y a|l'an|un an|auparavant)\b"
)
_WAS = re.compile(r"\b(?:était|étaient|avait été|atteignait|s'élevait)\b[^.;:()\d]{0,12}$")


def is_of_then(plain: str, ahead: str, figure: Quantity) -> bool:
    """Whether a gap is told in the past, with its year; ``ahead`` is what stands before it."""
    return bool(_WAS.search(ahead) and _WAS_THEN.match(plain, end_of(figure)))


def is_of_others(passage: Passage, values: Sequence[Quantity], figure: Quantity) -> bool:
    """Whether a gap is over a name, a record or at a time that the two values do not tell of."""
    return (
        _is_over_untold(passage, values[0], values[1], figure)
        or _is_of_another_time(passage, values, figure)
        or _is_over_another(passage, values, figure)
        or _are_then_and_now(passage, values, figure)
    )


def _is_of_another_time(passage: Passage, values: Sequence[Quantity], figure: Quantity) -> bool:
    """Whether the gap's own sentence tells of another time than that of the values."""
    sentence = passage.sentence_of(figure)
    if any(passage.sentence_of(one) is sentence for one in values):
        return False
    told = " ".join(passage.sentence_of(one).extent.of(passage.plain) for one in values)
    return is_of_another_time(lower(sentence.extent.of(passage.plain)), lower(told))


def _is_over_another(passage: Passage, values: Sequence[Quantity], figure: Quantity) -> bool:
    """Whether a lead is one over a name that the values are not told of: "sur Provence Rugby"."""
    over = _OVER_NAME.match(passage.plain, end_of(figure))
    own = passage.sentence_of(figure)
    others = [one for one in map(passage.sentence_of, values) if one is not own]
    told = " ".join(one.extent.of(passage.plain) for one in others)
    return over is not None and len(others) == len(values) and over["name"] not in told


def _is_over_untold(passage: Passage, before: Quantity, after: Quantity, figure: Quantity) -> bool:
    """Whether a record is beaten of which the earlier value is not told."""
    beaten = _RECORD.search(lower(passage.plain[end_of(after) : figure.reach.start]))
    told = passage.sentence_of(before).extent.of(passage.plain)
    return beaten is not None and not _RECORD.search(lower(told))


def _are_then_and_now(passage: Passage, values: Sequence[Quantity], figure: Quantity) -> bool:
    """ "46 % en 2020, 41 % dimanche. Elle devance la droite de 3,5 points": hers, of two votes."""
    plain, own = passage.plain, passage.sentence_of(figure)
    ahead = lower(plain[own.extent.start : figure.reach.start])
    first, last = sorted(values, key=lambda one: one.extent)
    if _OVERTAKES.search(ahead) is None or passage.sentence_of(first) is own:
        return False
    start = passage.sentence_of(first).extent.start
    return _A_YEAR.search(plain, start, last.extent.start) is not None
