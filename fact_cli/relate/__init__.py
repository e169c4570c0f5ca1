"""Relations between mentions: one file a relation type, each with ``find(context)``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module

from fact_cli.model.figures import Difference
from fact_cli.model.relation import Relation
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context

FINDERS = (
    "named_days", "weekdays", "dateline", "age", "lasting", "lasting_across", "lasting_change",
    "days_apart", "opening_hours", "terms", "in_office", "milestones", "extremes",
    "told_ahead", "unfinished",
    "jubilee", "anniversary", "order", "sequence", "event_dates",
    "decade_of_life", "century", "period", "feast_days", "tensed", "change", "direction",
    "difference", "ratio", "share", "total", "inclusion", "rate", "conversion", "exchange",
    "range", "fall", "answers", "compounded", "points", "amount", "comparison", "threshold",
    "barriers", "inferred", "breakdown", "closing_sum", "part_periods", "near_sum", "remainder",
    "closed_shares",
    "gone_and_left", "tally", "shared_out", "ballots", "both_kinds", "scores", "race_gaps",
    "left_over", "rate_across", "average", "implied", "taken_up", "for_each", "every", "gap",
    "scaled_gap", "portion", "share_told", "passed",
    "share_again", "told_again", "ages_told", "headline", "headline_times", "headline_words",
    "headline_multiples",
    "two_spellings", "listed_names", "ranks", "drift", "sourcing", "repetition",
)  # fmt: skip


def relations(context: Context) -> Iterator[Relation]:
    """Every relation found in an article, kind by kind, each sum once.

    "52, dont 11 …, les 42 autres" is one sum, whether it is told as a total or a remainder.
    """
    sums: set[Sequence[int]] = set()
    for name in FINDERS:
        find: Callable[[Context], Sequence[Relation]] = import_module(
            f"fact_cli.relate.{name}"
        ).find
        for relation in find(context):
            places = _summands(relation)
            if places is not None and places in sums:
                continue
            if places is not None and isinstance(relation, Total):
                sums.add(places)
            yield relation


def _summands(relation: Relation) -> Sequence[int] | None:
    """Where the figures of a sum or a subtraction stand, in text order."""
    match relation:
        case Total(complete=True):
            figures = [relation.whole, *relation.parts]
        case Difference():
            figures = [relation.before, relation.after, relation.stated]
        case _:
            return None
    return tuple(sorted(one.extent.start for one in figures))
