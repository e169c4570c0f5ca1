"""One figure told twice in the body of an article: "860 habitants … les 680 habitants"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from fact_cli.model.same import Same
from fact_cli.relate.context import Context
from fact_cli.relate.twice.agreeing import agree
from fact_cli.relate.twice.sameness import ENOUGH, RARE, near, same, slip_of, weight
from fact_cli.relate.twice.telling import Telling, tellings, words_of

FEW = 3  # values of one kind; of more, none is set against another but for a misprint
MANY = 16  # values of one kind: an article with more of them compares things


def find(context: Context) -> Iterator[Same]:
    by_key: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings(context):
        if not telling.title:
            for key in sorted(telling.keys):  # the first kind in common decides
                by_key[key].append(telling)
    seen: set[tuple[int, int]] = set()
    for alike in by_key.values():
        if len(alike) <= MANY:
            yield from _told_twice(context.document.plain, alike, seen)


def _told_twice(plain: str, alike: Sequence[Telling], seen: set[tuple[int, int]]) -> Iterator[Same]:
    """The pairs of one kind that tell one thing with two values that cannot be one."""
    values = {one.figure.value for one in alike if one.alone}
    for first, again in combinations(alike, 2):
        pair = (first.figure.extent.start, again.figure.extent.start)
        if first.sentence is again.sentence or pair in seen or agree(first.figure, again.figure):
            continue
        seen.add(pair)
        opposed = first.figure.value == again.figure.value
        if not opposed and _is_told_elsewhere(alike, first, again):
            continue
        reasons = same(first, again, sole=len(values) == 2)
        if (
            len(values) > FEW
            and not again.pointed
            and weight(near(first.figure, again.figure)) < RARE
        ):
            continue
        if weight(reasons) >= ENOUGH:
            slip = slip_of(first.figure, again.figure)
            words = words_of(plain, first, again)
            yield Same(first.figure, again.figure, reasons, agree=False, slip=slip, words=words)


def _is_told_elsewhere(alike: Sequence[Telling], first: Telling, again: Telling) -> bool:
    """Whether a third figure tells one of the two values: then it is a thing of its own."""
    return any(
        agree(one.figure, again.figure) or agree(one.figure, first.figure)
        for one in alike
        if one not in (first, again) and one.figure.hedge is None
    )
