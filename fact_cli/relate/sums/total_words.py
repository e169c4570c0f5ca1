"""The words that call a figure a total, and those that open the list of its parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from fact_cli.lang.lexicon import read
from fact_cli.lang.words import words_after, words_before
from fact_cli.model.mention import Quantity
from fact_cli.relate.neighbours import end_of

# "Conçus pour 1 050 jeunes au total, en reçoivent 1 190": the total is the figure before.
_TOLD_OF_ANOTHER = re.compile(r"\d(?: [^\W\d_]+){0,2} (?:au total|en tout), ")
AROUND = 30  # characters around a whole in which a word calls it a total


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


def is_called_total(plain: str, whole: Quantity) -> bool:
    """Whether words around a figure call it a total: "au total", "un cumul de"."""
    before = words_before(plain, whole.reach.start, AROUND)
    if _TOLD_OF_ANOTHER.search(words_before(plain, whole.reach.start, 2 * AROUND)):
        return False
    after = words_after(plain, end_of(whole), AROUND)
    return bool(total_words().before.search(before) or total_words().after.match(after))
