"""How long it took from one number of a series to another, told behind their two dates.

"La centième en mars 2019 et la deux centième en novembre 2022. Cent ouvertures en huit mois".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Lasting, elapsed
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import end_of
from fact_cli.relate.passage import adjoin
from fact_cli.relate.times.lengths.lasting import stated_length
from fact_cli.relate.times.moments import dates, lengths, names_year

_IN = re.compile(
    r"[^.;:,()\d]{0,40}\b(?:en|dans|sur) (?:seulement |à peine |tout juste |moins de |plus de "
    r"|près de )?$"
)


def find(context: Context) -> Iterator[Lasting]:
    plain = context.document.plain
    for sentence in context.sentences:
        yield from _took(plain, sentence, sentence)
    for former, sentence in pairwise(context.sentences):
        if adjoin(plain, former, sentence):
            yield from _took(plain, former, sentence)


def _took(plain: str, series: ScannedSentence, sentence: ScannedSentence) -> Iterator[Lasting]:
    """The count from the one number to the other, in so long."""
    ranks = [one for one in series.quantities if one.kind is QuantityKind.ORDINAL]
    told = dates(series)
    if len(ranks) != 2 or len(told) != 2 or not all(map(names_year, told)):
        return
    (one, other), (first, last) = ranks, told
    in_turn = one.extent < first.extent < other.extent < last.extent
    if not in_turn or one.value is None or other.value is None:
        return
    for stated in lengths(sentence):
        counted = _counted(plain, sentence, stated.extent.start)
        length = stated_length(plain, stated)
        behind = counted is not None and counted.extent > last.extent
        if length is None or counted is None or not behind:
            continue
        between = elapsed(first.interval, last.interval, length[0])
        if counted.value == other.value - one.value and between is not None:
            at = (first.extent, last.extent)
            yield Lasting(stated, between, length[0], at, length[1], Binding.INFERRED)


def _counted(plain: str, sentence: ScannedSentence, at: int) -> Quantity | None:
    """The count that is told to have taken the length at ``at``."""
    ahead = [one for one in sentence.quantities if one.extent.end <= at]
    if not ahead or ahead[-1].kind is QuantityKind.ORDINAL:
        return None
    return ahead[-1] if _IN.fullmatch(lower(plain[end_of(ahead[-1]) : at])) else None
