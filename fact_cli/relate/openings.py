"""Which words a text can hold, told by their first letters from one look at all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import compress
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

OPENING = 4  # letters, by which most words are known not to stand in a text
BITS = 16  # of a mark
ALWAYS, NEVER = 1 << BITS, (1 << BITS) + 1  # marks of what is too short to tell, and of nothing
KEPT = 2048  # groups of words whose marks are remembered, more than finders have
_FACTORS = (2_654_435_761, 283_521, 69_069, 31_337)


class Openings:
    """The runs of letters that stand in ``text``, each as a mark that a few others share."""

    def __init__(self, text: str) -> None:
        met = np.zeros(NEVER + 1, dtype=np.bool_)
        met[_marks(text)] = True
        met[ALWAYS] = True
        self._met = met.tobytes()

    def among(self, words: tuple[str, ...]) -> Iterable[str]:
        """Those of ``words`` that may stand in the text; of the others none does."""
        met = _marks_of(words)(self._met)
        return compress(words, met) if any(met) else ()


@lru_cache(KEPT)
def _marks_of(words: tuple[str, ...]) -> Callable[[bytes], tuple[int, ...]]:
    """Looks up the mark of each of ``words``, and of nothing behind them."""
    marks = [int(_marks(word)[0]) if len(word) >= OPENING else ALWAYS for word in words]
    return itemgetter(*marks, NEVER, NEVER)


def _marks(text: str) -> NDArray[np.uint32]:
    """The mark of each run of ``OPENING`` letters of ``text``, from its first letter on."""
    letters = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    runs = max(0, len(letters) - OPENING + 1)
    mixed = np.zeros(runs, dtype=np.uint32)
    for place, factor in enumerate(_FACTORS):
        mixed ^= letters[place : place + runs] * np.uint32(factor)
    return mixed >> np.uint32(32 - BITS)
