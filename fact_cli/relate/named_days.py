"""Days that are named by their date, of which some are in no calendar."""

from __future__ import annotations

from collections.abc import Iterator

from fact_cli.model.relation import NamedDay
from fact_cli.model.times import CalendarForm
from fact_cli.relate.context import Context


def find(context: Context) -> Iterator[NamedDay]:
    for sentence in context.sentences:
        for time in (leaf for whole in sentence.times for leaf in whole.leaves):
            if isinstance(time.form, CalendarForm) and time.form.parts.day is not None:
                yield NamedDay(time, time.form.parts)
