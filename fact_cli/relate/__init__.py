"""Relations between mentions: one file a relation type, each with ``find(context)``.

`sums` what must add up, `shares` and `rates` what is told of a whole or for each, `changes` from
one value to another, `comparisons` of values that stand side by side, `times` on the calendar
and the clock, `twice` what two places of an article tell of one thing. Here lies what all of
them look at: a `Passage` of neighbouring sentences, and a sentence as the phrases see it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module

from fact_cli.model.figures import Difference
from fact_cli.model.relation import Relation
from fact_cli.model.shares import Share
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.elided_scale import with_scale
from fact_cli.relate.shares.of_the_rest import is_of_the_rest

FINDERS = (
    "times.named_days", "times.weekdays", "times.apposed", "times.dateline", "times.age",
    "times.ages_apart", "times.age_across", "times.headed_age", "times.lasting",
    "times.length_again", "times.lasting_across", "times.spells", "times.lasting_change",
    "times.days_apart", "times.days_counted", "times.months_closed", "times.put_off",
    "times.opening_hours", "times.editions", "times.weekends", "times.terms", "times.in_office",
    "times.since", "times.months_told", "times.milestones", "twice.extremes", "twice.told_ahead",
    "times.clocked", "times.unfinished", "times.jubilee", "times.anniversary", "times.begun_behind",
    "times.order", "times.sequence", "times.order_words", "times.lifetime", "twice.event_dates",
    "twice.that_day", "times.decade_of_life", "times.century", "times.period", "times.feast_days",
    "times.named_seasons", "times.tensed", "changes.change", "changes.of_range",
    "changes.bracketed", "changes.step_across", "changes.direction", "changes.difference",
    "changes.ratio", "shares.share", "sums.total", "sums.inclusion", "sums.medals",
    "sums.bracketed_names", "sums.within", "sums.members", "rates.rate", "rates.conversion",
    "rates.exchange", "comparisons.range", "changes.fall", "shares.answers", "shares.agreed",
    "shares.remaining", "changes.compounded", "changes.year_by_year", "changes.points",
    "rates.amount", "comparisons.comparison", "comparisons.descending", "comparisons.threshold",
    "comparisons.barriers", "comparisons.goals", "times.running", "times.out_of_period",
    "times.last_day", "comparisons.majorities", "sums.inferred", "sums.misscaled_part",
    "sums.breakdown", "sums.closing_sum", "sums.in_detail", "sums.of_one_name",
    "sums.one_and_other", "sums.then_and_now", "sums.ranked_parts", "sums.points_made",
    "sums.balances", "sums.aboard", "shares.closed_shares", "sums.part_periods", "sums.near_sum",
    "sums.remainder", "sums.gone_and_left", "sums.outcomes", "sums.tally", "sums.shared_out",
    "sums.ballots", "sums.expressed", "sums.both_kinds", "sums.title_total", "comparisons.scores",
    "comparisons.race_gaps", "sums.left_over", "rates.rate_across", "rates.average",
    "changes.implied", "changes.taken_up", "changes.multiplied", "changes.proportion",
    "changes.better", "changes.turned", "changes.misscaled", "changes.compared", "changes.applied",
    "rates.for_each", "rates.scaled_rate", "rates.every", "changes.gap", "changes.scaled_gap",
    "shares.portion", "shares.share_told", "shares.scaled_share", "shares.passed",
    "shares.share_again", "shares.returned", "shares.worked_out", "shares.of_one_whole",
    "shares.of_a_sum", "twice.told_again", "sums.seats", "sums.columns", "twice.misprints",
    "twice.told_together", "twice.of_stuff", "twice.caption_dates", "twice.programme",
    "twice.same_year", "twice.stale_year", "twice.counted_down", "twice.tour_end",
    "twice.race_retold", "twice.ages_told", "twice.victim_ages", "twice.headline", "shares.of_list",
    "twice.headline_scope", "twice.headline_times", "twice.headline_words",
    "twice.headline_multiples", "twice.two_spellings", "sums.listed_names", "sums.announced",
    "twice.ranks", "twice.editions", "twice.results", "twice.scorers", "twice.drift",
    "twice.sourcing", "twice.repetition", "twice.fixtures",
)  # fmt: skip


def relations(context: Context) -> Iterator[Relation]:
    """Every relation found in an article, kind by kind, each sum and each difference once.

    "52, dont 11 …, les 42 autres" is one sum, whether it is told as a total or a remainder.
    """
    sums: set[Sequence[int]] = set()
    gaps: set[Sequence[int]] = set()
    for name in FINDERS:
        find: Callable[[Context], Sequence[Relation]] = import_module(
            f"fact_cli.relate.{name}"
        ).find
        for found in find(context):
            relation = with_scale(context.document.plain, found)
            if isinstance(relation, Share) and is_of_the_rest(context.document.plain, relation):
                continue
            places = _summands(relation)
            if places is not None and places in sums:
                continue
            if places is not None:
                known = sums if isinstance(relation, Total) else gaps
                if places in gaps and known is gaps:
                    continue
                known.add(places)
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
