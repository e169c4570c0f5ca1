"""How often a misprint is flagged that breaks what a correct article ties together.

::

    python -m benchmarks.ties CORPUS.jsonl.gz [--show]

People read articles of the corpus and wrote down which figures each one ties to others: told
twice, added up, counted by a list, dated by an age. ``tests/gold/ties.jsonl`` has an end of
such a tie a line, stand-off: article, kind, field, the offsets of the figure in it, what is
printed there, and misprints of it under which the tie no longer holds. An article is checked
with each misprint, and counts as flagged where more is said than of the article itself.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

from benchmarks.row import ROOT, Given, Row, records
from fact_cli.model.finding import Severity
from fact_cli.run import check

TIES = ROOT / "tests" / "gold" / "ties.jsonl"
AROUND = 50  # characters shown around a misprint that nobody noticed

Said = frozenset[tuple[str, str]]


def main(corpus: str, *, show: bool) -> None:
    for kind, (caught, total) in counted(corpus, show=show).items():
        print(f"{kind:<14} {caught:>4} of {total}")


def figures(given: Given) -> Iterator[Row]:
    by_kind = counted(given.corpus)
    caught, total = (sum(counts) for counts in zip(*by_kind.values(), strict=True))
    kinds = ", ".join(f"{kind} {few} of {many}" for kind, (few, many) in by_kind.items())
    yield Row("ties of real articles broken by a misprint", f"{caught} of {total} ({kinds})")


def counted(corpus: str, *, show: bool = False) -> dict[str, tuple[int, int]]:
    """Misprints flagged and misprints made, by the kind of tie, the most frequent first."""
    articles = {record["id"]: record for record in records(corpus)}
    said: dict[str, Said] = {}
    total: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    for line in TIES.read_text(encoding="utf-8").splitlines():
        end = json.loads(line)
        article = articles[end["id"]]
        before = said.setdefault(end["id"], _said(article))
        for misprint in end["misprints"]:
            flagged = bool(_said(_misprinted(article, end, misprint)) - before)
            total[end["kind"]] += 1
            caught[end["kind"]] += flagged
            if show and not flagged:
                print(f"- {end['kind']} {end['id']}: {_shown(article, end, misprint)}")
    return {kind: (caught[kind], many) for kind, many in total.most_common()}


def _misprinted(article: dict[str, Any], end: dict[str, Any], misprint: str) -> dict[str, Any]:
    field = article[end["in"]]
    if field[end["start"] : end["end"]] != end["printed"]:
        raise ValueError(f"{end['id']}: the corpus is not the one that was read")
    return {**article, end["in"]: field[: end["start"]] + misprint + field[end["end"] :]}


def _said(article: dict[str, Any]) -> Said:
    result = check(
        article["text"],
        published=article.get("published") or None,
        title=article.get("title") or None,
    )
    found = (one for one in result.findings if one.severity is not Severity.INFO)
    return frozenset((one.rule, one.text) for one in found)


def _shown(article: dict[str, Any], end: dict[str, Any], misprint: str) -> str:
    field = article[end["in"]]
    before = field[max(0, end["start"] - AROUND) : end["start"]]
    behind = field[end["end"] : end["end"] + AROUND]
    return f"{before}[{end['printed']} → {misprint}]{behind}".replace("\n", " ")


if __name__ == "__main__":
    main(sys.argv[1], show="--show" in sys.argv)
