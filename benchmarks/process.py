"""What whole processes cost: a run of the command, or of something beside it."""

from __future__ import annotations

import ctypes
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.row import records

ADOPT = 36  # PR_SET_CHILD_SUBREAPER: orphans of a process become children of this one


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one process and those that it started, on Linux also of those that outlive it.

    ``seconds`` by the clock, ``processor`` seconds of all, ``megabytes`` of the largest at its
    peak.
    """

    seconds: float
    processor: float
    megabytes: float


def measure(command: list[str], environment: Mapping[str, str] | None = None) -> Cost:
    """Runs ``command``, whose output goes nowhere. Raises `SystemExit` where it fails."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(ADOPT, 1, 0, 0, 0)
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
    usages = [usage, *_left_behind()]
    processor = sum(one.ru_utime + one.ru_stime for one in usages)
    return Cost(seconds, processor, max(one.ru_maxrss for one in usages) / 1024)


def _left_behind() -> Iterator[resource.struct_rusage]:
    """What each process used that the measured one did not wait for."""
    while True:
        try:
            yield os.wait4(-1, 0)[2]
        except ChildProcessError:
            return


def factcheck(*args: str, cache: bool = False) -> list[str]:
    """The command with ``args``, as it is in the folder from which the measurement runs."""
    return [sys.executable, "-m", "fact_cli", *([] if cache else ["--no-cache"]), *args]


def pile(corpus: str, count: int | None, path: Path) -> Path:
    """``path``, with the first ``count`` articles of the corpus, or all, as JSON Lines."""
    with path.open("w", encoding="utf-8") as file:
        for record in records(corpus, count):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path
