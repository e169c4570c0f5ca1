"""The words next to a figure, which tell what it is of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from fact_cli.lang.lexicon import lexicon
from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity
from fact_cli.relate.twice.values.same_words import stems

NEAR = 9  # words on each side of a figure
_OF = r"(?: (?P<de>de la|de l'|du|des|de|d'))? ?(?P<of>[^\W\d_]{3,}(?:-[^\W\d_]+)*)"
_HEAD = re.compile(rf"(?=\b(?P<head>[^\W\d_]{{4,}}){_OF})")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|\d+(?:[.,]\d+)?")


def close_words(
    plain: str, sentence: ScannedSentence, figure: Quantity, rivals: Sequence[Quantity]
) -> frozenset[str]:
    """The words and numbers next to a figure, none beyond one of its ``rivals``."""
    start, end = _around(sentence, figure, rivals)
    ahead = _WORD.findall(lower(plain[start : figure.reach.start]))[-NEAR:]
    behind = _WORD.findall(lower(plain[figure.extent.end : end]))[:NEAR]
    numbers = {word for word in ahead + behind if word[0].isdigit() and len(word) > 1}
    return stems(" ".join(ahead + behind)) | numbers


def complements(
    plain: str, sentence: ScannedSentence, figure: Quantity, rivals: Sequence[Quantity]
) -> Mapping[tuple[str, bool], str]:
    """The words around a figure, each with the one that says of which one it is told.

    That one stands right behind, or behind "de": "la vigilance orange", "le prix du gaz".
    """
    start, end = _around(sentence, figure, rivals)
    return {
        (stem, word["de"] is not None): word["of"]
        for word in _HEAD.finditer(lower(plain[start:end]))
        if _says_which(word)
        for stem in stems(word["head"])
    }


def _says_which(found: re.Match[str]) -> bool:
    """Whether the second word is a complement: behind a noun alone, none that ends as a verb."""
    word = found["of"]
    if word in lexicon().grammar.function_words:
        return False
    return found["de"] is not None or (len(word) > 3 and not word.endswith(("ont", "ent")))


def _around(
    sentence: ScannedSentence, figure: Quantity, rivals: Sequence[Quantity]
) -> tuple[int, int]:
    """Where the words of a figure begin and end: at the next of its kind, or with the sentence."""
    extent = sentence.extent
    before = [one.extent.end for one in rivals if one.extent < figure.extent]
    behind = [one.reach.start for one in rivals if one.extent > figure.extent]
    start = min(max([extent.start, *before]), figure.reach.start)
    return start, max(min([extent.end, *behind]), figure.extent.end)
