"""How much memory a run takes at its peak, after few articles and after many.

::

    python -m benchmarks.memory CORPUS.jsonl.gz [FORMAT…]

With one job and `jsonl`, checked without a cache. Then each format in turn, whose results come
from a cache that the first of them fills: no model is loaded, so that what a format keeps
shows. Megabytes of resident memory, as the system counts them.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.process import factcheck, measure, pile
from benchmarks.row import Given, Row


def figures(given: Given, formats: Sequence[str] = ()) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        piles = [
            pile(given.corpus, count, Path(folder, f"{count}.jsonl"))
            for count in (given.few, given.many)
        ]
        few, many = (_peak(articles, "jsonl") for articles in piles)
        yield Row(
            f"memory after {given.few} and {given.many} articles, one job",
            f"{few:.0f} MB, {many:.0f} MB",
            "flat, under 700 MB",
        )
        known = {"FACTCHECK_CACHE_DIR": str(Path(folder, "cache"))}
        for articles in piles if formats else ():
            _peak(articles, "jsonl", known)
        for name in formats:
            few, many = (_peak(articles, name, known) for articles in piles)
            yield Row(f"memory of {name}, all in the cache", f"{few:.0f} MB, {many:.0f} MB")


def _peak(articles: Path, name: str, known: dict[str, str] | None = None) -> float:
    command = factcheck(str(articles), "--output-format", name, cache=known is not None)
    return measure(command, known).megabytes


if __name__ == "__main__":
    for row in figures(Given(sys.argv[1]), sys.argv[2:]):
        print(f"{row.what}: {row.figure}")
