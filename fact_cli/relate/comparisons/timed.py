"""The lengths of time in a passage as a race tells them, in figures or in words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from fact_cli.model.lapse import Unit, in_unit, unit_of
from fact_cli.model.times import LengthForm
from fact_cli.relate.passage import Passage
from fact_cli.relate.times.moments import lengths
from fact_cli.scan.race_times import RaceTime, race_times


def timed(passage: Passage) -> Sequence[RaceTime]:
    """They in the order told, with those in words: "quatre minutes devant"."""
    told = passage.sentences[0].extent.until(passage.sentences[-1].extent)
    found = list(race_times(passage.plain, told))
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
    return sorted(found, key=lambda one: one.extent.start)
