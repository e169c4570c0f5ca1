"""Ages at a death, and those of a whole life: "André Lacombe (1931-2019), mort à 88 ans"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.lapse import Aged, Moment
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.relate.context import Context
from fact_cli.relate.times.ages.births import FULL_NAME
from fact_cli.relate.times.ages.dated import age_as_told
from fact_cli.relate.times.ages.who import is_own
from fact_cli.relate.times.moments import lives

DIED = re.compile(
    r"\b(?:morte?|mourut|meurt|mourir|mourait|décède|décéda|s'éteignit|s'éteint|disparaît|disparut"
    r"|décédée?|éteinte?|disparue?|décès|emportée?|tuée?|assassinée?|succomb(?:é|e|a|ait)"
    r"|(?:l'|qu')?emport(?:e|a|ait|era)|fauchée?|faucha|foudroyée?|foudroya|périt|s'éteignait"
    r"|rend(?:it)? l'âme|rendit son dernier souffle)\b"
)
_ENDS = re.compile(r"[.!?] ")
# "Admirait Basquiat", "chanté avec Odette": who dies behind it may be the one named there.
_SOMEBODY = re.compile(
    r"\b(?:avec|contre|chez|comme|[^\W\d_]{3,}(?:ait|aient|èrent)) [A-ZÀ-Þ][^\W\d_]+"
    r"(?= ?[.,;]| et )"
)
NEAR = 2  # sentences behind the years of a life that need no look at who is named
_HIS_OTHER = re.compile(r",? (?:son|sa|leur|une?) ")  # "Mort à 76 ans, son fondateur …"


def of_life(context: Context, sentence: ScannedSentence) -> Iterator[Aged]:
    """ "André Lacombe (1931-2019), disparu à l'âge de 88 ans"."""
    plain = context.document.plain
    ages = [one for one in sentence.times if one.kind is TimeKind.AGE]
    life = _life_of(context, sentence) if ages else None
    if life is None:
        return
    born, died = life
    for stated in ages:
        if not is_own(plain, sentence, stated) or _is_behind(plain, sentence, ages, stated):
            continue
        years = age_as_told(plain, stated)
        of_other = _HIS_OTHER.match(plain, stated.extent.end)
        if years is not None and not of_other and is_dead(plain, sentence, stated):
            yield Aged(stated.extent, years, born, died, dead=True)


def _life_of(context: Context, sentence: ScannedSentence) -> tuple[Moment, Moment] | None:
    """The only years of life in the block up to a sentence, of whom nobody named comes behind."""
    plain = context.document.plain
    every = context.once("lives", lambda: _lives(context)).get(sentence.sentence.block, [])
    told = [life for named, life in every if named.extent <= sentence.extent]
    if len(told) != 1:
        return None
    start = max(every[0][0].extent.end, sentence.extent.start)
    between = plain[every[0][0].extent.end : start]
    died = told[0][1].extent
    since = plain[died.end if died else every[0][0].extent.end : start]
    if _ENDS.search(since) and _SOMEBODY.search(since):
        return None
    far = len(_ENDS.findall(between)) > NEAR
    return None if far and FULL_NAME.search(between) else told[0]


def _lives(context: Context) -> dict[int, list[tuple[ScannedSentence, tuple[Moment, Moment]]]]:
    """The years of life told in brackets, by the block that tells them."""
    found: dict[int, list[tuple[ScannedSentence, tuple[Moment, Moment]]]] = {}
    for sentence in context.sentences:
        for life in lives(context.document.plain, sentence):
            found.setdefault(sentence.sentence.block, []).append((sentence, life))
    return found


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
