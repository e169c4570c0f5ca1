"""Mutates texts and files for as long as is wished, and keeps what the checker fails on.

::

    python -m tests.hostile.fuzz [--minutes 10] [--seed 1] [--only N] [--keep FOLDER]

Case N of a seed is always the same; ``--only`` runs it again, with its traceback. Each kind of
failure (its type and the last line of ours that it passed) is told once, and its input is
written to FOLDER. What is found becomes a line of ``tests/test_hostile.py``, and is mended.
"""

from __future__ import annotations

import argparse
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random

from tests.hostile.files import files
from tests.hostile.mutate import passage, spoilt
from tests.hostile.run import PUBLISHED, try_file, try_text

WIDTHS = (20, 40, 80, 200)
OF_FILES = 0.5  # share of the cases that are files


def case(seed: int, number: int) -> tuple[str, str | bytes, str | None, int]:
    """The name, content, publication date and width of report of one case."""
    random = Random(f"{seed}:{number}")
    width = random.choice(WIDTHS)
    if random.random() >= OF_FILES:
        return "", passage(random), random.choice(PUBLISHED), width
    known = files()
    name = random.choice(list(known))
    folder = random.choice(("", "", "2024/06/12/", "a\x1b[31m/", "é\u202e/"))
    return folder + name, spoilt(known[name], random, list(known.values())), None, width


def run(seed: int, number: int) -> None:
    name, content, published, width = case(seed, number)
    if isinstance(content, str):
        try_text(content, published, width=width)
    else:
        try_file(name, content, width=width)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int)
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args(arguments)
    if given.only is not None:
        print(repr(case(given.seed, given.only)))
        run(given.seed, given.only)
        return 0
    kinds: Counter[tuple[str, str]] = Counter()
    end = time.monotonic() + given.minutes * 60
    number = 0
    while time.monotonic() < end:
        try:
            run(given.seed, number)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
            kind = type(error).__name__, _where(error)
            kinds[kind] += 1
            if kinds[kind] == 1:
                print(f"case {number}: {kind[0]} in {kind[1]}: {str(error)[:200]}", flush=True)
                _keep(given.keep, given.seed, number)
        number += 1
    print(f"{number} cases of seed {given.seed}, {kinds.total()} failures of {len(kinds)} kinds")
    return 1 if kinds else 0


def _where(error: Exception) -> str:
    """The last line of ours that the error passed."""
    frames = [
        frame for frame in traceback.extract_tb(error.__traceback__)
        if "fact_cli" in frame.filename or "sound" in frame.filename
    ]  # fmt: skip
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"


def _keep(folder: Path | None, seed: int, number: int) -> None:
    if folder is None:
        return
    folder.mkdir(parents=True, exist_ok=True)
    name, content, _, _ = case(seed, number)
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    suffix = Path(name).suffix or ".txt"
    (folder / f"{seed}-{number}{suffix}").write_bytes(data)


if __name__ == "__main__":
    raise SystemExit(main())
