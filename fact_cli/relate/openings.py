"""Which words a text can hold, told by their first letters from one look at all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import compress
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

OPENING = 4  # letters, by which most words are known not to stand in a text
RUNS = (OPENING, 6)  # of the longer ones fewer stand there by chance
BITS = 16  # of a mark among those of runs of one length
ALWAYS = len(RUNS) << BITS  # the mark of what is too short to tell
NEVER = ALWAYS + 1  # and of nothing
KEPT = 2048  # groups of words whose marks are remembered, more than finders have
_FACTORS = (2_654_435_761, 283_521, 69_069, 31_337, 2_246_822_519, 668_265_263)


class Openings:
    """The runs of letters that stand in ``text``, each as a mark that a few others share."""

    def __init__(self, text: str) -> None:
        met = np.zeros(NEVER + 1, dtype=np.bool_)
        for place, marks in enumerate(_marks(_letters(text))):
            met[marks + np.uint32(place << BITS)] = True
        met[ALWAYS] = True
        self._met = met.tobytes()
        self._text = text

    def tell(self, words: tuple[str, ...]) -> bool:
        """Whether any of ``words`` stands in the text."""
        met = _marks_of(words)(self._met)
        if any(met):
            text = self._text
            for word in compress(words, met):
                if word in text:
                    return True
        return False

    def among(self, words: tuple[str, ...]) -> Iterable[str]:
        """Those of ``words`` that may stand in the text; of the others none does."""
        met = _marks_of(words)(self._met)
        return compress(words, met) if any(met) else ()


@lru_cache(KEPT)
def _marks_of(words: tuple[str, ...]) -> Callable[[bytes], tuple[int, ...]]:
    """Looks up the mark of each of ``words``, and of nothing behind them."""
    return itemgetter(*map(_mark_of, words), NEVER, NEVER)


def _mark_of(word: str) -> int:
    """The mark of the longest run with which ``word`` opens."""
    told = [place for place, length in enumerate(RUNS) if len(word) >= length]
    if not told:
        return ALWAYS
    return int(_marks(_letters(word))[told[-1]][0]) + (told[-1] << BITS)


def _letters(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _marks(letters: NDArray[np.uint32]) -> Sequence[NDArray[np.uint32]]:
    """The marks of the runs of each length, from the first letter on."""
    found: list[NDArray[np.uint32]] = []
    mixed = np.zeros(len(letters), dtype=np.uint32)
    for place, factor in enumerate(_FACTORS):
        runs = max(0, len(letters) - place)
        mixed = mixed[:runs] ^ letters[place:] * np.uint32(factor)
        if place + 1 in RUNS:
            found.append(mixed >> np.uint32(32 - BITS))
    return found
