"""Which share of misprints the rules catch in articles whose figures agree.

::

    python -m benchmarks.slips NEWS.jsonl.gz [--show]

Takes each arithmetic check that holds in the articles, prints one of its figures wrongly, and
looks whether that figure's check is now a finding. A figure is misprinted as people do it: one
digit changed, two swapped, one off in the last digit, ten times and a thousand times too
large. Only figures in plain digits are misprinted; dates are not.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from fact_cli.model.finding import ArticleResult, Check, Outcome, Severity
from fact_cli.model.text import Extent
from fact_cli.run import check

DIGITS = re.compile(r"\d[\d.,\u00a0\u202f ]*\d|\d")
NOT_FIGURES = {"wrong-weekday", "dateline-conflict", "impossible-date", "repeated-passage"}
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
        if one.verdict.outcome is Outcome.HOLDS and one.rule not in NOT_FIGURES:
            yield one


def caught(text: str, published: str | None, at: Extent) -> str | None:
    """The rule that speaks of the figure at ``at``, in the finding or as its other end."""
    for finding in check(text, published=published).findings:
        ends = [finding.extent, *(end.extent for end in finding.because)]
        if finding.severity is not Severity.INFO and any(end.start == at.start for end in ends):
            return finding.rule
    return None


def main(path: str, *, show: bool) -> None:
    draw = random.Random(SEED)
    asked: Counter[tuple[str, str]] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    for text, published in articles(path):
        result = check(text, published=published)
        for one in holding(result):
            at = one.verdict.at
            number = DIGITS.search(text, at.start, at.end)
            if number is None:
                continue
            start, end = _paragraph(text, number.start())
            for kind, wrong in misprints(number.group(), draw).items():
                changed = text[start : number.start()] + wrong + text[number.end() : end]
                rule = caught(changed, published, Extent(at.start - start, at.end - start))
                asked[one.rule, kind] += 1
                found[one.rule, kind] += rule is not None
                if show and rule is None:
                    print(f"{one.rule} {kind}: {number.group()} → {wrong} | {one.verdict.formula}")
    _table(asked, found)


def _paragraph(text: str, place: int) -> tuple[int, int]:
    """The paragraph around ``place``, which is all that a relation reaches."""
    end = text.find("\n", place)
    return text.rfind("\n", 0, place) + 1, len(text) if end < 0 else end


def _table(asked: Counter[tuple[str, str]], found: Counter[tuple[str, str]]) -> None:
    kinds = ["digit", "swap", "one off", "×10", "×1000"]
    print(f"{'rule':<22}" + "".join(f"{kind:>14}" for kind in kinds))
    for rule in [*sorted({rule for rule, _ in asked}), "all"]:
        cells = ""
        for kind in kinds:
            known = [key for key in asked if key[1] == kind and rule in (key[0], "all")]
            total = sum(asked[key] for key in known)
            share = f"{sum(found[key] for key in known)} of {total}" if total else "–"
            cells += f"{share:>14}"
        print(f"{rule:<22}{cells}")


if __name__ == "__main__":
    main(sys.argv[1], show="--show" in sys.argv)
