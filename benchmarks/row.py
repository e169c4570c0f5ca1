"""What measurements are given, and what they give: rows of one table."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Row:
    """``figure`` is what was measured of ``what``, ``wanted`` what it should be."""

    what: str
    figure: str
    wanted: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """``corpus`` is JSON Lines packed with gzip. ``peers`` is a Python in which they are."""

    corpus: str
    peers: str | None = None
    article: str = str(ROOT / "fixtures" / "halle.txt")
    few: int = 200  # articles where a measurement takes few
    many: int = 2000  # articles of a pile


def records(corpus: str, count: int | None = None) -> Iterator[dict[str, Any]]:
    """The first ``count`` articles of the corpus, or all."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in islice(lines, count):
            yield json.loads(line)


def percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "–"
