"""Large initials of a PDF, which stand beside the first lines of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from fact_cli.read.pdf_runs import BLANK, Run

_INITIAL = re.compile(r"[«“\"]?[\u00a0\u202f ]?[^\W\d_a-zà-ÿ]['’]?")
_LARGER = (1.8, 6)  # times the size of the text beside: two lines high to four
_HEIGHT = 0.8  # of the size: how high a capital letter is, and a little
_BELOW = 0.5  # of the text's size: how far its line may stand below that of the initial
_BESIDE = 1.2  # of the text's size: how far text stands from the initial at most
_FEWEST = 2  # lines beside an initial


def with_initials(runs: Sequence[Run]) -> Sequence[Run]:
    """The runs of a page, each initial put before the first line beside it."""
    found = list(runs)
    for initial in runs:
        if initial not in found or not _INITIAL.fullmatch(initial.text):
            continue
        beside = sorted(
            (index for index, run in enumerate(found) if _is_beside(initial, run)),
            key=lambda index: found[index].base,
        )
        if len(beside) < _FEWEST:
            continue
        first, second = (found[index] for index in beside[:2])
        if second.base - first.base < BLANK * first.size:  # two words of one line
            continue
        alone = initial.text[-1] == "À" or first.left - second.left > BLANK * first.size
        words = initial.text + (" " if alone else "") + first.text
        for index in beside:
            found[index] = replace(found[index], left=initial.left)
        found[beside[0]] = replace(found[beside[0]], text=words)
        found.remove(initial)
    return found


def _is_beside(initial: Run, run: Run) -> bool:
    low, high = (share * run.size for share in _LARGER)
    return (
        low <= initial.size <= high
        and initial.base - _HEIGHT * initial.size < run.base <= initial.base + _BELOW * run.size
        and initial.left <= run.left + 1
        and run.left <= initial.right + _BESIDE * run.size
    )
