"""Relations between mentions: one file a relation type, each with ``find(context)``.

`sums` what must add up, `shares` and `rates` what is told of a whole or for each, `changes` from
one value to another, `comparisons` of values that stand side by side, `times` on the calendar
and the clock, `twice` what two places of an article tell of one thing. Here lies what all of
them look at: a `Passage` of neighbouring sentences, and a sentence as the phrases see it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module

from fact_cli.model.changes import Change
from fact_cli.model.figures import Difference
from fact_cli.model.finding import Binding
from fact_cli.model.relation import Relation
from fact_cli.model.same import Same
from fact_cli.model.shares import Share
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.elided_scale import with_scale
from fact_cli.relate.shares.of_the_rest import is_of_the_rest
from fact_cli.relate.sums.apart.first_of_list import is_one_of_its_list

FINDERS = (
    "times.days.named_days", "times.years.stray_year", "times.days.weekdays", "times.days.apposed",
    "times.days.dateline", "times.days.heading_date", "times.ages.age", "times.ages.apart",
    "times.ages.across", "times.ages.headed", "times.ages.titled", "times.ages.title_and_birth",
    "times.ages.one_life", "times.ages.named", "times.ages.only_one", "times.ages.lone_birth",
    "times.ages.obituary", "times.ages.through", "times.ages.kin", "times.lengths.lasting",
    "times.lengths.before_ends", "times.lengths.named_spell", "times.lengths.told_ends",
    "times.lengths.lasts_until", "times.lengths.length_again", "times.lengths.lasting_across",
    "times.lengths.spells", "times.lengths.spells_apart", "times.lengths.all_began",
    "times.lengths.lasting_change", "times.lengths.days_apart", "times.lengths.from_now",
    "times.lengths.at_interval", "times.lengths.nth_day", "times.lengths.shifted_dates",
    "times.lengths.after_the_facts", "times.lengths.days_counted", "times.lengths.evenings",
    "times.lengths.titled_days", "times.lengths.months_closed", "times.lengths.put_off",
    "times.lengths.opening_hours", "times.years.editions", "times.days.weekends",
    "times.lengths.terms", "times.lengths.in_office", "times.lengths.since", "times.lengths.waited",
    "times.lengths.months_told", "times.lengths.milestones", "times.lengths.put_together",
    "times.lengths.outlasting", "twice.dated.extremes", "twice.dated.high_or_low",
    "twice.dated.told_ahead", "twice.dated.outcome_ahead", "times.lengths.clocked",
    "times.lengths.clocks_apart", "times.order.unfinished", "times.order.beyond_today",
    "times.order.told_as_over", "times.years.jubilee", "times.years.anniversary",
    "times.years.weddings", "times.years.begun_behind", "times.years.begun_after",
    "times.years.begun_elsewhere", "times.years.told_since", "times.years.dated_ago",
    "times.years.its_date", "times.years.to_the_day", "times.order.firsts", "times.order.sequence",
    "times.order.before_start", "times.order.clock_order", "times.order.told",
    "times.order.begun_until", "times.order.lifetime", "times.order.lives_beside",
    "times.order.after_death", "times.order.course", "times.order.reelected",
    "twice.dated.event_dates", "twice.dated.that_day", "times.ages.decade_of_life",
    "times.years.century", "times.years.century_of_work", "times.years.century_of_building",
    "times.years.century_of_jewel", "times.order.period", "times.days.feast_days",
    "times.days.named_seasons", "times.days.in_season", "times.days.weekday_lists",
    "times.days.nth_weekday", "times.days.weekdays_counted", "times.days.within_stretch",
    "times.days.tensed", "times.days.years_ahead", "times.days.last_or_next", "times.days.expected",
    "changes.change", "changes.of_range", "changes.bracketed", "changes.step_across",
    "changes.direction", "changes.brought", "changes.way_apart", "changes.difference",
    "changes.ratio", "shares.share", "shares.share_again", "sums.apart.closed_by_others",
    "sums.apart.closed_by_degrees", "sums.apart.closed_by_ages", "sums.apart.closed_by_order",
    "sums.apart.sections", "sums.apart.closed_by_metals", "sums.apart.near_list",
    "changes.surplus_apart", "shares.yes_and_no", "sums.total", "sums.beside_asides",
    "sums.inclusion", "sums.medals", "sums.names.bracketed_names", "sums.within", "sums.members",
    "sums.leaders", "rates.rate", "rates.conversion", "rates.exchange", "comparisons.range",
    "changes.fall", "shares.answers", "shares.graded", "shares.agreed", "shares.remaining",
    "changes.compounded", "changes.year_by_year", "changes.points", "rates.amount",
    "comparisons.comparison", "comparisons.weighed", "comparisons.descending",
    "comparisons.overtaken", "comparisons.mean_rate", "comparisons.never_so", "comparisons.records",
    "comparisons.superlative", "comparisons.votes_order", "comparisons.two_sides",
    "comparisons.standing", "comparisons.threshold", "comparisons.barriers", "comparisons.goals",
    "times.days.running", "times.days.out_of_period", "times.days.last_day",
    "comparisons.majorities", "sums.inferred", "sums.misscaled_part", "sums.as_many_parts",
    "sums.closed_by_words", "sums.breakdown", "sums.added_aloud", "sums.split_in_two",
    "sums.closing_sum", "sums.two_kinds", "sums.in_detail", "sums.penalties", "sums.of_one_name",
    "sums.one_and_other", "sums.then_and_now", "sums.ranked_parts", "sums.points_made",
    "sums.balances", "sums.rest.aboard", "shares.closed_shares", "sums.part_periods",
    "sums.near_sum", "sums.long_pair", "sums.told_sum", "sums.added_to", "sums.joined",
    "sums.series", "sums.rest.remainder", "sums.rest.gone_and_left", "sums.votes.outcomes",
    "sums.votes.same_side", "sums.votes.tally", "sums.shared_out", "sums.votes.ballots",
    "sums.votes.expressed", "sums.both_kinds", "sums.title_total", "comparisons.scores",
    "comparisons.race_gaps", "comparisons.winning_gap", "sums.rest.left_over",
    "sums.rest.left_apart", "rates.rate_across", "rates.average", "changes.implied",
    "changes.grown_to", "changes.behind_two", "changes.taken_up", "changes.multiplied",
    "changes.proportion", "changes.better", "changes.turned", "changes.between_rates",
    "changes.growth_again", "changes.misscaled", "changes.grown_past", "changes.compared",
    "changes.applied", "changes.times_that", "changes.pace", "rates.for_each", "rates.at_this_rate",
    "rates.made_of", "rates.sides", "rates.scaled_rate", "rates.same_price", "rates.every",
    "changes.gap", "changes.scaled_gap", "shares.misscaled_share", "shares.of_stock",
    "shares.portion", "shares.stands_for", "shares.share_told", "shares.scaled_share",
    "shares.passed", "shares.named_rate", "shares.filled", "shares.counted", "shares.levied",
    "shares.of_those", "shares.returned", "shares.worked_out", "shares.of_whole_beside",
    "shares.of_one_whole", "shares.of_a_sum", "shares.of_that_whole", "shares.told_below",
    "twice.values.told_again", "sums.votes.seats", "sums.columns", "twice.values.misprints",
    "twice.values.echoes", "twice.values.scaled_again", "twice.values.told_together",
    "twice.values.of_stuff", "twice.dated.caption_dates", "twice.dated.programme",
    "twice.dated.same_year", "twice.dated.stale_year", "twice.dated.counted_down",
    "twice.dated.tour_end", "twice.dated.two_hours", "twice.ranks.race_retold",
    "twice.values.ages_told", "twice.values.victim_ages", "twice.headlines.figures",
    "twice.headlines.misprinted", "twice.headlines.restated", "twice.values.from_start",
    "shares.of_list", "twice.headlines.scope", "twice.headlines.times", "twice.headlines.words",
    "twice.headlines.recomputed", "twice.headlines.differences", "twice.headlines.shares_told",
    "twice.headlines.listed", "twice.headlines.surveyed", "twice.headlines.barred",
    "twice.headlines.results_told", "twice.headlines.won_or_lost", "twice.headlines.contraries",
    "twice.headlines.ways", "twice.headlines.ways_alone", "twice.values.two_spellings",
    "sums.names.listed", "sums.names.told_items", "sums.names.groups", "sums.names.announced",
    "sums.names.numbered", "twice.ranks.ranks", "twice.ranks.ahead", "twice.dated.editions",
    "twice.ranks.results", "twice.ranks.scorers", "twice.ranks.votes_told", "twice.headlines.drift",
    "twice.sourcing", "twice.repetition", "twice.dated.fixtures", "changes.multiple_as_percent",
    "changes.told_apart",
)  # fmt: skip


Find = Callable[[Context], Iterable[Relation]]


@cache
def _finders() -> Sequence[tuple[str, Find]]:
    """Each finder by its name, loaded when the first article is read."""
    return [(name, import_module(f"fact_cli.relate.{name}").find) for name in FINDERS]


def relations(context: Context) -> Iterator[Relation]:
    """Every relation found in an article, kind by kind, each sum and each difference once.

    "52, dont 11 …, les 42 autres" is one sum, whether it is told as a total or a remainder.
    """
    known = _Known()
    for name, find in _finders():
        for found in find(context):
            relation = with_scale(context.document.plain, found)
            if isinstance(relation, Share) and is_of_the_rest(context.document.plain, relation):
                continue
            if isinstance(relation, Total) and is_one_of_its_list(context, relation):
                continue
            if known.tells(relation):
                continue
            known.add(relation, apart=name.startswith("sums.apart."))
            yield relation


class _Known:
    """The sums, differences and changes found so far.

    ``wholes`` holds the whole of each part that is told paragraphs below it.
    """

    def __init__(self) -> None:
        self.sums: set[Sequence[int]] = set()
        self.gaps: set[Sequence[int]] = set()
        self.changes: set[Sequence[int]] = set()
        self.wholes: dict[int, int] = {}

    def tells(self, relation: Relation) -> bool:
        """Whether a relation says again what is known, or takes a part for a whole."""
        match relation:
            case Total() if relation.whole.extent.start in self.wholes:
                return True
            case Total(complete=False, binding=Binding.INFERRED):
                return tuple(sorted(relation.places)) in self.gaps
            case Total():
                return _summands(relation) in self.sums
            case Difference():
                return _summands(relation) in self.sums | self.gaps
            case Change(binding=Binding.INFERRED):
                return _summands(relation) in self.changes
            case Same():
                first, again = relation.first.extent.start, relation.again.extent.start
                return self.wholes.get(again) == first and not relation.agree
            case _:
                return False

    def add(self, relation: Relation, *, apart: bool) -> None:
        places = _summands(relation)
        if isinstance(relation, Total):
            if apart:
                whole = relation.whole.extent.start
                self.wholes.update({one.extent.start: whole for one in relation.parts})
            if places is not None:
                self.sums.add(places)
        elif places is not None:
            (self.changes if isinstance(relation, Change) else self.gaps).add(places)


def _summands(relation: Relation) -> Sequence[int] | None:
    """Where the figures of a sum or a subtraction stand, in text order."""
    match relation:
        case Total(complete=True):
            figures = [relation.whole, *relation.parts]
        case Difference() | Change():
            figures = [relation.before, relation.after, relation.stated]
        case _:
            return None
    return tuple(sorted(one.extent.start for one in figures))
