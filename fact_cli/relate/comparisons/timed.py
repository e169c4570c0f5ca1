"""The lengths of time in a passage as a race tells them, in figures or in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from fact_cli.model.lapse import Unit, in_unit, unit_of
from fact_cli.model.mention import QuantityKind
from fact_cli.model.times import LengthForm
from fact_cli.relate.passage import Passage
from fact_cli.relate.times.moments import lengths
from fact_cli.scan.race_times import RaceTime, race_times

_PART = re.compile(r"\b(?P<part>dixième|centième|millième)s?$", re.IGNORECASE)
_STEPS = {
    "dixième": Decimal("0.1"), "centième": Decimal("0.01"), "millième": Decimal("0.001"),
}  # fmt: skip


def timed(passage: Passage) -> Sequence[RaceTime]:
    """They in the order told, with those in words: "quatre minutes devant"."""
    found = list(race_times(passage.plain, passage.extent))
    for sentence in passage.sentences:
        for time in lengths(sentence):
            form = time.form
            unit = unit_of(form.duration) if isinstance(form, LengthForm) else None
            known = any(time.extent.overlaps(one.extent) for one in found)
            if known or unit not in {Unit.MINUTES, Unit.SECONDS}:
                continue
            assert isinstance(form, LengthForm)
            seconds = in_unit(form.duration, Unit.SECONDS)
            step = Decimal(60) if unit is Unit.MINUTES else Decimal(1)
            found.append(RaceTime(time.extent, seconds, step, 1))
    found += _parts_of_a_second(passage)
    return sorted(found, key=lambda one: one.extent.start)


def _parts_of_a_second(passage: Passage) -> Iterator[RaceTime]:
    """ "48 centièmes", "trois dixièmes de seconde": no share where times of a race are told."""
    for figure in passage.figures:
        part = _PART.search(figure.extent.of(passage.plain))
        if figure.kind is QuantityKind.RATIO and part is not None and figure.value is not None:
            yield RaceTime(figure.extent, figure.value, _STEPS[part["part"]], 1)
