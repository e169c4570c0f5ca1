"""Ages at a death, and those of a whole life: "André Lacombe (1931-2019), mort à 88 ans"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.lapse import Aged
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.relate.times.ages.dated import age_as_told
from fact_cli.relate.times.ages.who import is_own
from fact_cli.relate.times.moments import lives

DIED = re.compile(
    r"\b(?:morte?|mourut|meurt|mourir|mourait|décède|décéda|s'éteignit|s'éteint|disparaît|disparut"
    r"|décédée?|éteinte?|disparue?|décès|emportée?|tuée?|assassinée?|succombé)\b"
)
_HIS_OTHER = re.compile(r",? (?:son|sa|leur|une?) ")  # "Mort à 76 ans, son fondateur …"


def of_life(plain: str, window: Sequence[ScannedSentence]) -> Iterator[Aged]:
    """ "André Lacombe (1931-2019), disparu à l'âge de 88 ans"."""
    spans = [life for sentence in window for life in lives(plain, sentence)]
    if len(spans) != 1:
        return
    ((born, died),) = spans
    sentence = window[-1]
    ages = [one for one in sentence.times if one.kind is TimeKind.AGE]
    for stated in ages:
        if not is_own(plain, sentence, stated) or _is_behind(plain, sentence, ages, stated):
            continue
        years = age_as_told(plain, stated)
        of_other = _HIS_OTHER.match(plain, stated.extent.end)
        if years is not None and not of_other and is_dead(plain, sentence, stated):
            yield Aged(stated.extent, years, born, died, dead=True)


def _is_behind(
    plain: str,
    sentence: ScannedSentence,
    ages: Sequence[TimeExpression],
    stated: TimeExpression,
) -> bool:
    """Whether the age of the death is another: "disparu à 37 ans, il n'écrivait plus à 20 ans"."""
    died = DIED.search(lower(plain[sentence.extent.start : stated.extent.start]))
    at = sentence.extent.start + (died.end() if died is not None else 0)
    return any(at <= one.extent.start < stated.extent.start for one in ages)


def is_dead(plain: str, sentence: ScannedSentence, stated: TimeExpression) -> bool:
    """Whether an age is that of somebody's death: "mort mardi à Rolle, il avait 93 ans"."""
    return DIED.search(lower(plain[sentence.extent.start : stated.extent.start])) is not None
