"""How many years have passed since what the sentence before dates.

"L'usine a brûlé en 1965. C'était il y a cinquante ans", "Cela fait cinquante ans", "Cinquante ans
plus tard, il tient toujours".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Jubilee
from fact_cli.model.mention import TimeExpression
from fact_cli.model.times import Deixis, LengthForm, ShiftForm
from fact_cli.relate.context import Context
from fact_cli.relate.passage import adjoin
from fact_cli.relate.times.moments import dates, moment, names_year, published
from fact_cli.relate.times.years.ago import is_hedged

_CUES = (
    "c'était",
    "cela fait",
    "ça fait",
    "voilà",
    "voici",
    " ans après",
    " ans plus tard",
    " ans ont",
    "fallu ",
)
_HEDGE = r"(?:tout juste |exactement |déjà |donc |maintenant |bientôt |près de |plus de |presque )*"
_IT_WAS = re.compile(rf"(?:c'était|cela remonte à|ça remonte à|c'était donc) {_HEDGE}$")
_IT_MAKES = re.compile(rf"(?:cela|ça) (?:fait|fera) {_HEDGE}$|(?:voilà|voici) {_HEDGE}$")
# "Il aura donc fallu patienter trente ans pour revoir un trophée".
_WAITED = re.compile(
    rf"(?:il )?aura (?:donc |ainsi |encore )?fallu (?:attendre |patienter )?{_HEDGE}$"
)
_TO_SEE = re.compile(r" (?:pour|avant de|avant que) ")
_ENDS = re.compile(r" ?(?:cette année|aujourd'hui|jour pour jour|déjà|exactement)? ?[.!?]|$")
_PASSED = re.compile(r" (?:ont|se sont|sont) (?:passé|écoulés?|passés?|déjà passé|depuis passé)\b")
_NOW = re.compile(
    r"(?:,| après,| plus tard,)[^,;]{0,60}"
    r"\b(?:toujours|aujourd'hui|encore|désormais|n'(?:a|ont|est) (?:pas|rien|plus))\b"
)
# Two things that happened, or one that went on.
_OTHERWISE = re.compile(
    r"\b(?:jusqu|entre|depuis|dès|à partir|restaur\w+|rénov\w+|rouv\w+|avant|après|puis|né|née)\b"
)


def find(context: Context) -> Iterator[Jubilee]:
    now, plain = published(context), context.document.plain
    if now is None or not context.tells(_CUES):
        return
    for former, sentence in pairwise(context.sentences):
        told = [time for time in dates(former) if names_year(time)]
        if len(told) != 1 or len(former.times) != 1 or not adjoin(plain, former, sentence):
            continue
        if any(names_year(time) for time in dates(sentence)):
            continue
        if _OTHERWISE.search(lower(former.extent.of(plain))) or moment(told[0]).year == now.year:
            continue
        for time in sentence.times:
            years = _years(time)
            if years and _counts_to_now(plain, sentence, time):
                hedged = is_hedged(plain, time)
                yield Jubilee(
                    time.extent, years, moment(told[0]), now, hedged, False, Binding.INFERRED
                )


def _years(time: TimeExpression) -> int | None:
    match time.form:
        case LengthForm(vague=False, duration=duration, side=None | Deixis.LAST):
            return int(duration.years) if not duration.months else None
        case ShiftForm(side=Deixis.NEXT, duration=duration):
            return int(duration.years) if not duration.months else None
        case _:
            return None


def _counts_to_now(plain: str, sentence: ScannedSentence, time: TimeExpression) -> bool:
    ahead = lower(plain[sentence.extent.start : time.extent.start])
    behind = lower(plain[time.extent.end : sentence.extent.end])
    if _WAITED.fullmatch(ahead):
        return _TO_SEE.match(behind) is not None
    if _IT_WAS.fullmatch(ahead) or _IT_MAKES.fullmatch(ahead):
        return _ENDS.match(behind) is not None
    if ahead:
        return False
    return _PASSED.match(behind) is not None or _NOW.match(behind) is not None
