"""How much faster two jobs are than one.

::

    python -m benchmarks.jobs CORPUS.jsonl.gz [ARTICLES]

Whole runs of the command over the same JSON Lines, without a cache: all articles of the corpus,
or the first so many. What the clock says holds for an idle machine with two cores or more;
processor time tells what sharing itself costs, and so what the ratio can be at best.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.process import Cost, factcheck, measure, pile
from benchmarks.row import Given, Row


def figures(given: Given, count: int | None = None) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        articles = pile(given.corpus, count, Path(folder, "pile.jsonl"))
        one, two = (_run(articles, jobs) for jobs in (1, 2))
    many = "all articles" if count is None else f"{count} articles"
    yield Row(
        f"two jobs against one, {many}, by the clock",
        f"{one.seconds / two.seconds:.2f} ({one.seconds:.1f} s / {two.seconds:.1f} s)",
        "at least 1.7",
    )
    yield Row(
        "two jobs against one, at best, by processor time",
        f"{2 * one.processor / two.processor:.2f} "
        f"({one.processor:.1f} s / {two.processor:.1f} s of all processes)",
    )


def _run(articles: Path, jobs: int) -> Cost:
    return measure(factcheck(str(articles), "--output-format", "jsonl", "--jobs", str(jobs)))


if __name__ == "__main__":
    for row in figures(Given(sys.argv[1]), *map(int, sys.argv[2:3])):
        print(f"{row.what}: {row.figure}")
