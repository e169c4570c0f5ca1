"""The rows of a ranking printed as a list: "1. Lauvergne ; 2. Saint-Clair ; 3. Aubergenay"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from fact_cli.lang.words import lower, words_before
from fact_cli.model.text import Extent
from fact_cli.relate.context import Context
from fact_cli.relate.twice.ranks.words import rank_words

_ROW = re.compile(
    r"(?P<rank>\d(?<![\w,.-]\d)\d?)(?:\.|\)|er?\b\.?|°|[-–])? ?[-–]? ?"
    r"(?P<name>[A-ZÀ-Þ][\w'’-]*(?: (?:d[eu] |la |d')?[A-ZÀ-Þ][\w'’-]*){0,3})"
    r"(?= ?(?:[;,(:]|\d|$)|  ?\d| +[A-ZÀ-Þ(]|\.(?: |$))"
)
FEWEST = 3  # rows that make a ranking
HEAD = 70  # characters before the first row that say of what it is a ranking


def rows(context: Context) -> Iterator[tuple[Extent, Decimal, str]]:
    """The number of each row with the last word of its name; none of a ranking of a part."""
    plain = context.document.plain
    run: list[re.Match[str]] = []
    for row in (*_ROW.finditer(plain), None):
        follows = row is not None and (not run or int(row["rank"]) == int(run[-1]["rank"]) + 1)
        if row is not None and follows:
            run.append(row)
            continue
        if len(run) >= FEWEST and not _is_of_part(plain, run[0].start()):
            for one in run:
                last = lower(one["name"].split()[-1])
                yield Extent(*one.span("rank")), Decimal(one["rank"]), last
        run = [] if row is None else [row]


def _is_of_part(plain: str, start: int) -> bool:
    head = words_before(plain, start, HEAD)
    return rank_words().parts.search(head) is not None
