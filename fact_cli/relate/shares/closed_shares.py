"""A whole of which the sentence behind tells each one's share, and that there are no others.

"Disputée à quinze reprises. Ajoie l'a gagnée six fois, Delémont cinq, Bulle trois ; aucun autre
club …": what closes the list ("aucun autre", "les quatre autres respectivement 9, 8, 6 et 7")
makes it all of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity
from fact_cli.model.totals import Total
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import NUMBERS, is_surplus, told_noun, usable
from fact_cli.relate.passage import adjoin

_CLOSED = re.compile(
    r"\b(?:aucune? autre|nul autre|personne d'autre|pas d'autre)\b"
    r"|\bles (?P<many>[^\W\d_]+|\d+) autres\b[^.;:\d]{0,60}\brespectivement\b"
)
_OTHERS = re.compile(r" autres\b")
_OTHERWISE = re.compile(
    r"\b(?:dont|contre|moyenne|soit|plus|moins|sur|depuis|finales?|finaliste|points?)\b"
)
# What is won or held each time that it is told to be.
_TIMES = {"fois", "reprise", "édition", "titre", "victoire", "sacre", "trophée"}
LEAST = 3  # parts of a list
APART = 3  # by how much few things may be added up wrong


def find(context: Context) -> Iterator[Total]:
    plain = context.document.plain
    sentences = context.sentences
    for before, sentence in pairwise(sentences):
        words = lower(sentence.extent.of(plain))
        closed = _CLOSED.search(words) if adjoin(plain, before, sentence) else None
        if closed is None or _OTHERWISE.search(words):
            continue
        parts = _parts(plain, sentence)
        if len(parts) < LEAST:
            continue
        wholes = [one for one in usable(before.quantities) if _is_whole(plain, one, parts)]
        totals = [
            Total(one, parts, complete=True, exclusive=True, binding=Binding.INFERRED)
            for one in wholes
        ]
        if len(totals) == 1 and totals[0].exact is not None:
            apart = abs(totals[0].exact - (wholes[0].value or 0))
            if totals[0].is_near or apart <= APART:
                yield totals[0]


def _parts(plain: str, sentence: ScannedSentence) -> Sequence[Quantity]:
    """Every count of a sentence but how many the others are; none where one is something else."""
    figures = [
        one for one in usable(sentence.quantities) if not _OTHERS.match(plain, one.extent.end)
    ]
    nouns = {told_noun(one) for one in figures} - {None}
    counted = all(one.kind in NUMBERS and not is_surplus(plain, one) for one in figures)
    return figures if counted and len(nouns) <= 1 and not sentence.times else []


def _is_whole(plain: str, whole: Quantity, parts: Sequence[Quantity]) -> bool:
    if whole.kind not in NUMBERS or is_surplus(plain, whole) or whole.of is None:
        return False
    told = {told_noun(part) for part in parts} - {None}
    alike = told <= {whole.of} or (told <= _TIMES and whole.of in _TIMES)
    return alike and all((part.value or 0) < (whole.value or 0) for part in parts)
