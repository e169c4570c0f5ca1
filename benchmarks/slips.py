"""Which share of misprints the rules catch in articles whose figures agree.

::

    python -m benchmarks.slips NEWS.jsonl.gz [--show]

Takes each check that holds in the articles, prints one of its figures wrongly, and looks
whether that figure's check is now a finding in the whole article. A figure is misprinted as
people do it: one digit changed, two swapped, one off in the last digit, ten times and a thousand
times too large. Only figures in plain digits are misprinted. Of dates the weekday and the year
are, of ages and lengths of time the number (`slips_of_dates`). Of a figure that is told twice
alike one copy is. Of each other end of a check one misprint is drawn ("other end").

All changes are counted, and apart from them those that leave the rounding interval: where the
figure as misprinted cannot agree with the other ends at their printed precision
(`slips_in_reach`). "300 mph (482,80 km/h)" agrees with 482,81 as well, "plus de la moitié (57 %)"
with 58, "devant X (33 %)" with 34. Two sums in two currencies agree within a twentieth, since
rates move. Checks that vouch for no more than an order are left out, but comparisons, whose
changes count where they turn the order round.

Four in five of the changes are of weekdays, which therefore make up most of the sum: look
at the kinds apart.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from benchmarks.row import Given, Row
from benchmarks.slips_in_reach import allowed
from benchmarks.slips_of_dates import KINDS, TWICE, misdated
from benchmarks.slips_of_figures import DIGITS, factor, is_another_digit, misprints
from fact_cli.model.finding import ArticleResult, Check, Outcome, Severity
from fact_cli.model.relation import Relation
from fact_cli.model.text import Extent
from fact_cli.relate import relations
from fact_cli.relate.context import Context
from fact_cli.run import Settings, check

NOT_FIGURES = {"dateline-conflict", "impossible-date", "repeated-passage"}
# They vouch for an order only, which most other figures would keep as well.
ORDER_ONLY = {
    "reversed-period", "reversed-range", "part-exceeds-whole", "impossible-percentage",
    "impossible-share", "wrong-direction", "wrong-order", "tense-conflict",
}  # fmt: skip
SEED = 20261124


def articles(path: str) -> Iterator[tuple[str, str | None]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            yield article["text"], article.get("published")


def holding(result: ArticleResult) -> Iterator[tuple[Check, Relation | None]]:
    """The checks that hold, each with the relation that it judges."""
    context, rules = Context.of(result.article), Settings().rules()
    judged = {
        (name, verdict.at, verdict.formula): relation
        for relation in relations(context)
        for name, rule in rules.items()
        if isinstance(relation, rule.on) and (verdict := rule.check(relation)) is not None
    }
    for one in result.checks:
        if one.verdict.outcome is Outcome.HOLDS and one.rule not in NOT_FIGURES | ORDER_ONLY:
            yield one, judged.get((one.rule, one.verdict.at, one.verdict.formula))


def caught(text: str, published: str | None, at: Extent) -> str | None:
    """The rule that speaks of the figure at ``at``, in the finding or as its other end."""
    for finding in check(text, published=published).findings:
        ends = [finding.extent, *(end.extent for end in finding.because)]
        if finding.severity is not Severity.INFO and any(end.start == at.start for end in ends):
            return finding.rule
    return None


@dataclass(frozen=True, slots=True)
class Change:
    """A misprint: of what sort of check, the kind of slip, where and what stands there then.

    ``leaves`` says whether it leaves what the other ends allow.
    """

    rule: str
    kind: str
    at: Extent
    number: Extent
    wrong: str
    leaves: bool

    def made_in(self, text: str) -> str:
        return text[: self.number.start] + self.wrong + text[self.number.end :]


def changes(text: str, result: ArticleResult, draw: random.Random) -> Iterator[Change]:
    """Each kind of misprint of each check that holds, and one of each of its other ends."""
    for one, relation in holding(result):
        ends = [one.verdict.at, *(end.extent for end in one.verdict.because)]
        for at in dict.fromkeys(ends):
            dates = one.rule in KINDS
            made = list(
                _dates(text, one.rule, at, draw)
                if dates
                else _figures(text, one.rule, at, relation, draw)
            )
            if at == one.verdict.at:
                yield from made
            elif made:
                yield replace(draw.choice(made), kind="other end")


def _dates(text: str, rule: str, at: Extent, draw: random.Random) -> Iterator[Change]:
    for kind, wrong in misdated(at.of(text), rule, draw).items():
        yield Change(rule, kind, at, at, wrong, leaves=True)


def _figures(
    text: str, rule: str, at: Extent, relation: Relation | None, draw: random.Random
) -> Iterator[Change]:
    number = DIGITS.search(text, at.start, at.end)
    if number is None:
        return
    printed = number.group()
    for kind, wrong in misprints(printed, draw).items():
        times = factor(printed, wrong)
        inside = None if times is None else allowed(relation, at, times)
        leaves = is_another_digit(printed, wrong) if inside is None else not inside
        kind = "one copy" if rule in TWICE else kind
        yield Change(rule, kind, at, Extent(*number.span()), wrong, leaves)


def measured(path: str, *, count: int | None = None, show: bool = False) -> Sums:
    """How many changes were made and caught, by rule and kind; all, and those that leave."""
    draw = random.Random(SEED)
    sums = Sums()
    for text, published in islice(articles(path), count):
        result = check(text, published=published)
        for one in changes(text, result, draw):
            rule = caught(one.made_in(text), published, one.at)
            sums.add(one, caught=rule is not None)
            if show and rule is None:
                was = one.number.of(text)
                print(f"{one.rule} {one.kind} {one.leaves}: {was} → {one.wrong}")
    return sums


class Sums:
    """Changes made and caught by rule, kind, and whether they leave the rounding interval."""

    def __init__(self) -> None:
        self.asked: Counter[tuple[str, str, bool]] = Counter()
        self.found: Counter[tuple[str, str, bool]] = Counter()

    def add(self, one: Change, *, caught: bool) -> None:
        self.asked[one.rule, one.kind, one.leaves] += 1
        self.found[one.rule, one.kind, one.leaves] += caught

    def told(self, *, rule: str | None = None, kind: str | None = None, leaves: bool) -> str:
        """``caught of changed`` for what is given; all changes where ``leaves`` is not asked."""
        keys = [
            key
            for key in self.asked
            if rule in {None, key[0]} and kind in {None, key[1]} and (key[2] or not leaves)
        ]
        asked, found = (sum(c[key] for key in keys) for c in (self.asked, self.found))
        return f"{found} of {asked}" if asked else "–"


def figures(given: Given) -> Iterator[Row]:
    sums = measured(given.corpus, count=given.few * 2)
    told = sums.told(leaves=True)
    yield Row("misprints caught that leave the rounding interval", told, "at least 90 %")
    yield Row("misprints caught, all", sums.told(leaves=False))
    for kind in sorted({key[1] for key in sums.asked}):
        yield Row(f"misprints caught: {kind}", sums.told(kind=kind, leaves=True))


def main(path: str, *, show: bool) -> None:
    sums = measured(path, show=show)
    kinds = sorted({key[1] for key in sums.asked})
    print(f"{'rule':<22}" + "".join(f"{kind:>14}" for kind in kinds))
    for rule in [*sorted({key[0] for key in sums.asked}), None]:
        cells = [sums.told(rule=rule, kind=kind, leaves=True) for kind in kinds]
        print(f"{rule or 'all':<22}" + "".join(f"{cell:>14}" for cell in cells))
    print(f"all that leave: {sums.told(leaves=True)}; all: {sums.told(leaves=False)}")


if __name__ == "__main__":
    main(sys.argv[1], show="--show" in sys.argv)
