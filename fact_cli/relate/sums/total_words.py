"""The words that call a figure a total, and those that open the list of its parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from fact_cli.lang.lexicon import read


@dataclass(frozen=True)
class TotalWords:
    """The compiled words of partitions.toml."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    opens: re.Pattern[str]
    among: re.Pattern[str]


@cache
def total_words() -> TotalWords:
    totals = read("partitions")["totals"]
    return TotalWords(
        re.compile(rf"(?:{'|'.join(totals['before'])})\b[^.;:!?\d]{{0,25}}$"),
        re.compile(rf"[^.;:!?\d]{{0,25}}(?:{'|'.join(totals['after'])})\b"),
        re.compile(rf"[^.;:()!?\d]{{0,40}}(?:{'|'.join(totals['opens'])})\b[^.;()!?\d]{{0,40}}\(?"),
        re.compile(
            rf"[^.;:()!?\d]{{0,40}}(?:{'|'.join(totals['among'])})\b[^.;:()!?\d]{{0,30}}\(?"
        ),
    )
