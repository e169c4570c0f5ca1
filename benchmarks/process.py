"""What whole processes cost: a run of the command, or of something beside it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.row import records


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one process and those that it waited for.

    ``seconds`` by the clock, ``processor`` seconds of all, ``megabytes`` of the largest at its
    peak.
    """

    seconds: float
    processor: float
    megabytes: float


def measure(command: list[str], environment: Mapping[str, str] | None = None) -> Cost:
    """Runs ``command``, whose output goes nowhere. Raises `SystemExit` where it fails."""
    started = time.perf_counter()
    with tempfile.TemporaryFile() as sink:
        process = subprocess.Popen(
            command, stdout=sink, stderr=sink, env={**os.environ, **(environment or {})}
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        raise SystemExit(f"{command} ended with {process.returncode}")
    seconds = time.perf_counter() - started
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def factcheck(*args: str, cache: bool = False) -> list[str]:
    """The command with ``args``, as it is in the folder from which the measurement runs."""
    return [sys.executable, "-m", "fact_cli", *([] if cache else ["--no-cache"]), *args]


def pile(corpus: str, count: int, path: Path) -> Path:
    """``path``, with the first ``count`` articles of the corpus as JSON Lines."""
    with path.open("w", encoding="utf-8") as file:
        for record in records(corpus, count):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path
