"""Which words a text can hold, told by their first letters from one look at all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
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
        letters = _letters(text)
        for place, length in enumerate(RUNS):
            met[_marks(letters, length) + np.uint32(place << BITS)] = True
        met[ALWAYS] = True
        self._met = met.tobytes()

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
    for place, length in reversed([*enumerate(RUNS)]):
        if len(word) >= length:
            return int(_marks(_letters(word), length)[0]) + (place << BITS)
    return ALWAYS


def _letters(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _marks(letters: NDArray[np.uint32], length: int) -> NDArray[np.uint32]:
    """The mark of each run of ``length`` letters, from the first letter on."""
    runs = max(0, len(letters) - length + 1)
    mixed = np.zeros(runs, dtype=np.uint32)
    for place, factor in enumerate(_FACTORS[:length]):
        mixed ^= letters[place : place + runs] * np.uint32(factor)
    return mixed >> np.uint32(32 - BITS)
