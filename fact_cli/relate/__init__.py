"""Relations between mentions: one file a relation type, each with ``find(context)``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module

from fact_cli.model.relation import Relation
from fact_cli.relate.context import Context

FINDERS = (
    "named_days", "weekdays", "dateline", "age", "lasting", "lasting_across", "lasting_change",
    "days_apart", "opening_hours", "terms", "in_office", "milestones", "extremes",
    "told_ahead", "unfinished",
    "jubilee", "anniversary", "order", "sequence", "event_dates",
    "decade_of_life", "century", "period", "feast_days", "tensed", "change", "direction",
    "difference", "ratio", "share", "total", "inclusion", "rate", "conversion", "exchange",
    "range", "fall", "answers", "compounded", "points", "amount", "comparison", "threshold",
    "barriers", "inferred", "breakdown", "part_periods", "near_sum", "remainder", "tally",
    "scores", "race_gaps", "left_over", "rate_across", "average", "implied", "taken_up",
    "for_each", "gap", "portion",
    "share_again", "told_again", "ages_told", "headline", "headline_times", "headline_words",
    "headline_multiples",
    "two_spellings", "listed_names", "ranks", "drift", "sourcing", "repetition",
)  # fmt: skip


def relations(context: Context) -> Iterator[Relation]:
    """Every relation found in an article, kind by kind."""
    for name in FINDERS:
        find: Callable[[Context], Sequence[Relation]] = import_module(
            f"fact_cli.relate.{name}"
        ).find
        yield from find(context)
