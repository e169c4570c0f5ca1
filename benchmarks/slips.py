"""Which share of misprints the rules catch in articles whose figures agree.

::

    python -m benchmarks.slips NEWS.jsonl.gz [--show]

Takes each arithmetic check that holds in the articles, prints one of its figures wrongly, and
looks whether that figure's check is now a finding. A figure is misprinted as people do it: one
digit changed, two swapped, one off in the last digit, ten times and a thousand times too
large. Only figures in plain digits are misprinted. Of dates the weekday and the year are, of
ages and lengths of time the number (`slips_of_dates`). Of a figure that is told twice alike one
copy is misprinted, and the whole article is checked.

All changes are counted, and apart from them those that no rounding excuses: where the figure
as misprinted stands for values that the one before cannot have meant, by the rule of precision
as written. Checks that vouch for no more than an order are left out.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import islice, pairwise

from benchmarks.row import Given, Row
from benchmarks.slips_of_dates import KINDS, TWICE, misdated
from fact_cli.model.finding import ArticleResult, Check, Outcome, Severity
from fact_cli.model.text import Extent
from fact_cli.run import check

DIGITS = re.compile(r"\d[\d.,\u00a0\u202f ]*\d|\d")
NOT_FIGURES = {"dateline-conflict", "impossible-date", "repeated-passage"}
# They vouch for an order only, which most other figures would keep as well.
ORDER_ONLY = {
    "reversed-period", "reversed-range", "part-exceeds-whole", "impossible-percentage",
    "impossible-share", "wrong-direction", "wrong-order", "tense-conflict",
}  # fmt: skip
SEED = 20261124


def misprints(printed: str, draw: random.Random) -> Mapping[str, str]:
    """``printed`` with each kind of slip that is possible in it."""
    places = [i for i, char in enumerate(printed) if char.isdigit()]
    one = draw.choice([i for i in places if i > 0 or printed[i] != "1"] or places)
    found = {
        "digit": _with(printed, one, draw.choice([d for d in "123456789" if d != printed[one]]))
    }
    last = places[-1]
    found["one off"] = _with(printed, last, str((int(printed[last]) + 1) % 10))
    pairs = [(a, b) for a, b in pairwise(places) if printed[a] != printed[b]]
    pairs = [pair for pair in pairs if not (pair[0] == places[0] and printed[pair[1]] == "0")]
    if pairs:
        a, b = draw.choice(pairs)
        found["swap"] = _with(_with(printed, a, printed[b]), b, printed[a])
    if "," not in printed:
        found["×10"], found["×1000"] = _times(printed, "0"), _times(printed, "000")
    return found


def _with(text: str, place: int, char: str) -> str:
    return text[:place] + char + text[place + 1 :]


def _times(printed: str, zeros: str) -> str:
    """``printed`` with zeros, in groups of three where it is printed so."""
    digits = "".join(char for char in printed if char.isdigit()) + zeros
    separator = next((char for char in printed if not char.isdigit()), "")
    groups = [digits[max(0, end - 3) : end] for end in range(len(digits), 0, -3)]
    return separator.join(groups[::-1])


def articles(path: str) -> Iterator[tuple[str, str | None]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            yield article["text"], article.get("published")


def holding(result: ArticleResult) -> Iterator[Check]:
    for one in result.checks:
        if one.verdict.outcome is Outcome.HOLDS and one.rule not in NOT_FIGURES | ORDER_ONLY:
            yield one


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

    ``leaves`` says whether it leaves the rounding interval of what was printed. ``whole`` says
    that the whole article must be checked to see it.
    """

    rule: str
    kind: str
    at: Extent
    number: Extent
    wrong: str
    leaves: bool
    whole: bool = False


def changes(text: str, result: ArticleResult, draw: random.Random) -> Iterator[Change]:
    """Each kind of misprint of each check that holds."""
    for one in holding(result):
        at, rule = one.verdict.at, one.rule
        words = at.of(text)
        for kind, wrong in misdated(words, rule, draw).items():
            yield Change(rule, kind, at, at, wrong, leaves=True)
        number = DIGITS.search(text, at.start, at.end)
        if number is None or rule in KINDS:
            continue
        place = Extent(*number.span())
        for kind, wrong in misprints(number.group(), draw).items():
            leaves = _leaves(number.group(), wrong)
            kind = "one copy" if rule in TWICE else kind
            yield Change(rule, kind, at, place, wrong, leaves, whole=rule in TWICE)


def _leaves(printed: str, wrong: str) -> bool:
    """Whether ``wrong`` is farther off than half a step of the last digit that is no zero."""
    one, other = (_value(text) for text in (printed, wrong))
    if one is None or other is None:
        return True
    zeros = len(printed) - len(printed.rstrip("0")) if "," not in printed else 0
    decimals = len(printed.partition(",")[2])
    step = Decimal(10) ** (zeros if zeros >= 2 else -decimals)
    return abs(one - other) > step / 2


def _value(text: str) -> Decimal | None:
    plain = re.sub(r"[ .\u00a0\u202f]", "", text).replace(",", ".")
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None


def measured(path: str, *, count: int | None = None, show: bool = False) -> Sums:
    """How many changes were made and caught, by rule and kind; all, and those that leave."""
    draw = random.Random(SEED)
    sums = Sums()
    for text, published in islice(articles(path), count):
        result = check(text, published=published)
        for one in changes(text, result, draw):
            start, end = (0, len(text)) if one.whole else _paragraph(text, one.number.start)
            changed = text[start : one.number.start] + one.wrong + text[one.number.end : end]
            rule = caught(changed, published, Extent(one.at.start - start, one.at.end - start))
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


def _paragraph(text: str, place: int) -> tuple[int, int]:
    """The paragraph around ``place``, which is all that a relation reaches."""
    end = text.find("\n", place)
    return text.rfind("\n", 0, place) + 1, len(text) if end < 0 else end


if __name__ == "__main__":
    main(sys.argv[1], show="--show" in sys.argv)
