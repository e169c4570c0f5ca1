"""How long it took from one number of a series to another, told behind their two dates.

"La centième en mars 2019 et la deux centième en novembre 2022. Cent ouvertures en huit mois"; "le
cap des 20 000 habitants en 2011, celui des 25 000 en 2023 : 5 000 âmes de plus en deux ans".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from fact_cli.lang.words import lower, words_before
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Lasting, elapsed
from fact_cli.model.mention import Quantity, QuantityKind, TimeExpression
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import end_of
from fact_cli.relate.passage import adjoin
from fact_cli.relate.times.lengths.lasting import stated_length
from fact_cli.relate.times.moments import dates, lengths, names_year

_IN = re.compile(
    r"[^.;:,()\d]{0,40}\b(?:en l'espace de|en|dans|sur) (?:seulement |à peine |tout juste "
    r"|moins de |plus de |près de )?$"
)
# "Il n'aura fallu que treize mois pour doubler la mise".
_TOOK = re.compile(
    r"\b(?:il (?:n')?(?:a|aura|avait|aurait) (?:donc |ainsi )?(?:suffi d(?:e |')|fallu ?(?:que )?)"
    r"|(?:n'a|n'ont|a|ont|aura|auront) (?:donc |ainsi )?mis (?:que )?)"
    r"(?:seulement |à peine |tout juste |moins de |plus de |près de )?$"
)
_TO = re.compile(
    r" (?:seulement )?(?:pour|à) (?:en )?(?:(?P<times>doubler|tripler)\b|(?P<more>gagner|ajouter)\b"
    r"|passer d(?:e l'une? à l'autre|u premier au|e la première à))"
)
_TIMES = {"doubler": 2, "tripler": 3}
_PASSED = re.compile(
    r"\b(?:seuil|cap|barre|palier|cote)s? (?:symbolique )?(?:des? |d')(?:l[ea]s? )?$"
)
_THAT = re.compile(r"\bcel(?:ui|le) (?:des? |d')(?:l[ea]s? )?$")


def find(context: Context) -> Iterator[Lasting]:
    plain = context.document.plain
    for sentence in context.sentences:
        yield from _took(plain, sentence, sentence)
    for former, sentence in pairwise(context.sentences):
        if adjoin(plain, former, sentence):
            yield from _took(plain, former, sentence)


def _took(plain: str, series: ScannedSentence, sentence: ScannedSentence) -> Iterator[Lasting]:
    """The count from the one number to the other, in so long."""
    steps = _steps(plain, series)
    if steps is None:
        return
    (one, first), (other, last) = steps
    if one.value is None or other.value is None:
        return
    for stated in lengths(sentence):
        length = stated_length(plain, stated)
        if length is None or stated.extent.start < last.extent.end:
            continue
        ahead = lower(plain[max(sentence.extent.start, last.extent.end) : stated.extent.start])
        counted = _counted(plain, sentence, stated.extent.start)
        told = counted is not None and counted.extent > last.extent
        told = told and counted is not None and counted.value == other.value - one.value
        took = _TOOK.search(ahead) and _took_all(plain, sentence, stated, one.value, other.value)
        between = elapsed(first.interval, last.interval, length[0])
        if (told or took) and between is not None:
            at = (first.extent, last.extent)
            yield Lasting(stated, between, length[0], at, length[1], Binding.INFERRED)


def _took_all(
    plain: str,
    sentence: ScannedSentence,
    stated: TimeExpression,
    first: Decimal,
    last: Decimal,
) -> bool:
    """Whether what took so long leads from the one number to the other: twice it, or the gap."""
    behind = _TO.match(lower(plain[stated.extent.end :][:40]))
    if behind is None:
        return False
    if behind["more"]:
        gained = [each for each in sentence.quantities if each.reach.start >= stated.extent.end]
        return bool(gained) and gained[0].value == last - first
    return behind["times"] is None or last == first * _TIMES[behind["times"]]


def _steps(plain: str, series: ScannedSentence) -> Sequence[tuple[Quantity, TimeExpression]] | None:
    """The two numbers of a series, each with the date told behind it."""
    ranks = [one for one in series.quantities if one.kind is QuantityKind.ORDINAL]
    if len(ranks) != 2:
        ranks = [one for one in series.quantities if _is_passed(plain, one)]
    if len(ranks) != 2:
        return None
    one, other = ranks
    told = [time for time in dates(series) if time.extent > one.extent]
    if len(told) != 2 or not all(map(names_year, told)):
        return None
    in_turn = told[0].extent < other.extent < told[1].extent
    return list(zip(ranks, told, strict=True)) if in_turn else None


def _is_passed(plain: str, figure: Quantity) -> bool:
    """ "Le seuil des 20 000 habitants", and behind it "celui des 25 000"."""
    ahead = words_before(plain, figure.reach.start, 30)
    return _PASSED.search(ahead) is not None or _THAT.search(ahead) is not None


def _counted(plain: str, sentence: ScannedSentence, at: int) -> Quantity | None:
    """The count that is told to have taken the length at ``at``."""
    ahead = [one for one in sentence.quantities if one.extent.end <= at]
    if not ahead or ahead[-1].kind is QuantityKind.ORDINAL:
        return None
    return ahead[-1] if _IN.fullmatch(lower(plain[end_of(ahead[-1]) : at])) else None
