"""How often a title is flagged whose figure was misprinted, of those that the body bears out.

::

    python -m benchmarks.titles CORPUS.jsonl.gz [--show]

The first figure of two digits and more of each title that has one, and that nothing is said
of, is told with one digit changed and with two swapped; counted apart by whether the body
prints the figure as it was.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

from benchmarks.row import Given, Row, records
from benchmarks.slips_of_figures import DIGITS, misprints
from fact_cli.model.finding import ArticleResult, Severity
from fact_cli.model.mention import QuantityKind
from fact_cli.model.text import BlockKind
from fact_cli.run import check

KINDS = ("digit", "swap")
NO_VALUES = {QuantityKind.ORDINAL, QuantityKind.RATIO}
SEED = 7


def main(corpus: str, *, show: bool) -> None:
    for what, (caught, total) in counted(corpus, show=show).items():
        print(f"{what:<30} {caught:>4} of {total}")


def figures(given: Given) -> Iterator[Row]:
    for what, (caught, total) in counted(given.corpus).items():
        yield Row(f"titles misprinted: {what}", f"{caught} of {total}")


def counted(corpus: str, *, show: bool = False) -> dict[str, tuple[int, int]]:
    """Titles flagged and titles misprinted, by the kind of slip and what the body tells."""
    draw = random.Random(SEED)
    total: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    for record in records(corpus):
        printed = _printed(record)
        if printed is None:
            continue
        told = "told in the body" if printed in record["text"] else "not told"
        slips = misprints(printed, draw)
        for kind in (one for one in KINDS if one in slips):
            title = record["title"].replace(printed, slips[kind], 1)
            flagged = _is_flagged(_checked(record, title))
            total[f"{kind}, {told}"] += 1
            caught[f"{kind}, {told}"] += flagged
            if show and not flagged:
                print(f"- {kind}: {record['title']} → {slips[kind]}")
    return {what: (caught[what], total[what]) for what in sorted(total)}


def _printed(record: dict[str, Any]) -> str | None:
    """The first figure of a title, as it is printed, where nothing is said of the article."""
    title = record.get("title") or ""
    if not any(len(one) > 1 for one in DIGITS.findall(title)):
        return None
    result = _checked(record, title)
    if _is_flagged(result):
        return None
    document = result.article.document
    for sentence in result.article.sentences:
        if document.blocks[sentence.sentence.block].kind is BlockKind.TITLE:
            for one in sentence.quantities:
                digits = DIGITS.search(one.extent.of(document.text))
                known = one.value is not None and one.kind not in NO_VALUES
                if known and digits and sum(map(str.isdigit, digits.group())) > 1:
                    return digits.group()
    return None


def _checked(record: dict[str, Any], title: str) -> ArticleResult:
    return check(record["text"], published=record.get("published"), title=title)


def _is_flagged(result: ArticleResult) -> bool:
    return any(one.severity is not Severity.INFO for one in result.findings)


if __name__ == "__main__":
    main(sys.argv[1], show="--show" in sys.argv)
