"""What a run costs that finds all its articles in the cache.

::

    python -m benchmarks.known CORPUS.jsonl.gz [RUNS]

A folder of a hundred articles, checked once; then whole processes in turn with a Python that
does nothing and one that imports click, so that the machine's mood falls on all. Bytecode is
kept, as an installation does.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.process import factcheck, measure
from benchmarks.row import Given, Row, records

ARTICLES = 100
FORMATS = ("full", "jsonl", "sarif", "github")
BESIDE = {"python -c pass": "pass", "import click": "import click"}


def figures(given: Given, runs: int = 9) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        articles = place / "articles"
        articles.mkdir()
        for number, record in enumerate(records(given.corpus, ARTICLES)):
            (articles / f"{number:03}.txt").write_text(record["text"], encoding="utf-8")
        environment = {
            "FACTCHECK_NO_CACHE": "",
            "FACTCHECK_CACHE_DIR": str(place / "cache"),
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPYCACHEPREFIX": str(place / "bytecode"),
        }
        beside = {name: [sys.executable, "-c", code] for name, code in BESIDE.items()}
        for name in FORMATS:
            command = factcheck(str(articles), "--output-format", name, cache=True)
            yield _row(name, command, beside, environment, runs)


def _row(
    name: str,
    command: list[str],
    beside: dict[str, list[str]],
    environment: dict[str, str],
    runs: int,
) -> Row:
    measure(command, environment)
    own, others = [], {other: [] for other in beside}
    for _ in range(runs):
        own.append(measure(command, environment))
        for other, code in beside.items():
            others[other].append(measure(code, environment).processor)
    seconds, processor = (
        median(getattr(one, part) for one in own) for part in ("seconds", "processor")
    )
    ratios = ", ".join(
        f"{processor / median(costs):.1f} × {other}" for other, costs in others.items()
    )
    return Row(
        f"{ARTICLES} known articles, {name}",
        f"{seconds:.2f} s, of the processor {processor:.2f} s ({ratios})",
        "under 0.3 s",
    )


if __name__ == "__main__":
    times = int(sys.argv[2]) if len(sys.argv) > 2 else 9
    for row in figures(Given(sys.argv[1]), times):
        print(f"{row.what}: {row.figure}")
