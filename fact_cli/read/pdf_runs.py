"""Letters of a PDF page to runs: what stands on one line without a wide gap.

Blanks are told by distance, as many files draw none; letter-spacing is seen through.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from fact_cli.read.pdf_letters import Letter
from fact_cli.read.pdf_raised import with_raised

BLANK = 0.17  # of the size: a wider distance between letters parts words
WIDE = 0.8  # of the size: a wider distance may part columns or cells
_STRETCHED = 12  # of the size: the widest blank of a justified line
_BACK = 1  # of the size: the letters of a ligature share its place; those further back begin a run
_TRACKED = 0.1  # of the size: letters that are mostly further apart are spaced out
_ASCENT, _DESCENT = 0.75, 0.22  # of the size: how far letters reach from their base line


@dataclass(frozen=True, slots=True)
class Run:
    """Words on one line; ``size`` and ``bold`` are those of most letters. Points."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool

    @property
    def top(self) -> float:
        return self.base - _ASCENT * self.size

    @property
    def bottom(self) -> float:
        return self.base + _DESCENT * self.size


def runs(letters: Iterable[Letter]) -> Sequence[Run]:
    """The runs in the order of the file; one drawn twice in a place, as a shadow, is one."""
    found: dict[tuple[str, int, int], Run] = {}
    for together in _together(letters):
        run = _run(together)
        if run is not None:
            found.setdefault((run.text, round(run.left / 2), round(run.base / 2)), run)
    return list(found.values())


def joined(parts: Sequence[Run]) -> Run:
    """Runs of one line, from left to right, as one."""
    words = parts[0].text
    for before, after in pairwise(parts):
        gap = after.left - before.right
        words += (" " if gap > BLANK * min(before.size, after.size) else "") + after.text
    most = max(parts, key=lambda run: len(run.text))
    right = max(run.right for run in parts)
    bold = all(run.bold for run in parts)
    return Run(words, parts[0].left, right, most.base, most.size, bold)


def _together(letters: Iterable[Letter]) -> Iterator[Sequence[Letter]]:
    run: list[Letter] = []
    last: Letter | None = None  # that is no blank
    for letter in letters:
        if not letter.text.isspace():
            if last is not None and not _continues(last, letter, run[-1] is not last):
                yield run
                run = []
            last = letter
        run.append(letter)
    yield run


def _continues(before: Letter, after: Letter, blank: bool) -> bool:
    """A raised "er" goes on the line of its number, and a line on after its large initial.

    A blank that is drawn together with the words around it is one, however stretched.
    """
    size = min(before.size, after.size)
    top = max(one.base - _ASCENT * one.size for one in (before, after))
    bottom = min(one.base + _DESCENT * one.size for one in (before, after))
    widest = _STRETCHED if blank and before.drawn == after.drawn else WIDE
    gap = after.left - before.right
    return bottom - top >= 0.5 * size and -_BACK * size <= gap <= widest * size


def _run(letters: Sequence[Letter]) -> Run | None:
    printed = [letter for letter in letters if not letter.text.isspace()]
    if not printed:
        return None
    sizes = sorted(printed, key=lambda letter: letter.size)
    usual = sizes[len(sizes) // 2]
    bold = sum(letter.bold for letter in printed) * 2 > len(printed)
    right = max(letter.right for letter in printed)
    words = _words(with_raised(letters))
    return Run(words, printed[0].left, right, usual.base, usual.size, bold)


def _words(letters: Sequence[Letter]) -> str:
    spacing = _spacing(letters)
    words, last, blank = "", None, ""
    for letter in letters:
        if letter.text.isspace():
            blank = blank or letter.text
            continue
        if last is not None:
            words += _between(last, letter, blank, spacing)
        words += letter.text
        last, blank = letter, ""
    return words


def _between(before: Letter, after: Letter, blank: str, spacing: float) -> str:
    """The blank drawn, one for a distance, or none; blanks between spaced letters are none."""
    size = min(before.size, after.size)
    far = after.left - before.right > spacing + BLANK * size
    if spacing and before.text.isalpha() and after.text.isalpha():
        return (blank or " ") if far else ""
    return blank or (" " if far else "")


def _spacing(letters: Sequence[Letter]) -> float:
    """The distance at which most letters stand; 0 unless it is that of spaced-out words."""
    printed = [letter for letter in letters if not letter.text.isspace()]
    gaps = [
        after.left - before.right
        for before, after in pairwise(printed)
        if before.text.isalpha() and after.text.isalpha()
    ]
    if len(gaps) < 3:
        return 0
    usual = median(gaps)
    return usual if usual > _TRACKED * printed[0].size else 0
