"""Did you mean …?"""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """The one of ``known`` that ``word`` may have been meant for, or none."""
    from difflib import get_close_matches

    return get_close_matches(word.lower(), list(known), n=1, cutoff=0.6)
