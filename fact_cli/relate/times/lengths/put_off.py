"""By how much a date was moved: "annoncée pour l'été 2013, … repoussée d'un an, à l'été 2015"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.dates import Interval
from fact_cli.model.finding import Binding
from fact_cli.model.lapse import Lasting, elapsed
from fact_cli.model.mention import TimeExpression, TimeKind
from fact_cli.relate.context import Context
from fact_cli.relate.passage import adjoin
from fact_cli.relate.times.days.bare_days import bare_days
from fact_cli.relate.times.lengths.lasting import is_dated, stated_length
from fact_cli.relate.times.moments import lengths, nominal

_MOVED = re.compile(
    r"\b(?P<verb>repouss|report|décal|différ|retard|ajourn|prorog|prolong|avanc|anticip)[^\W\d_]*"
    r"(?: (?:encore|finalement|une nouvelle fois|à nouveau|de nouveau|ainsi|donc))? "
    r"(?:d'|de )(?:près de |plus de |environ |quelque )?$"
)
_TO = re.compile(
    r"(?: et [^\W\d_]+)?,? (?:au|à|à l'|aux|du|jusqu'au|jusqu'à|pour|soit|en|le)(?: le)? ?"
    r"|(?: et|,|;| :)? ?(?:(?:ils?|elles?|qui) )?(?:aur(?:a|ont)|se (?:tien|déroul|jouer)\w+"
    r"|débuter\w+|s'ouvrir\w+|est|ser(?:a|ont))(?: donc| finalement| désormais| ainsi)?"
    r"(?: lieu| programmée?s?| fixée?s?)? (?:le|au|du) "
)
_WAS = re.compile(
    r"\b(?:prév|annonc|fix|programm|attend|initial|d'abord|devai|espér|calé|promis|arrêt|expir|échéance"
    r"|terme|fin|courai|courir|ouvert|valable)[^\W\d_]*\b[^.;:()]{0,60}$"
)
EARLIER = {"avanc", "anticip"}


def find(context: Context) -> Iterator[Lasting]:
    plain = context.document.plain
    for index, sentence in enumerate(context.sentences):
        former = context.sentences[index - 1] if index else None
        if former is not None and not adjoin(plain, former, sentence):
            former = None
        for stated in lengths(sentence):
            found = _moved(plain, former, sentence, stated)
            if found is not None:
                yield found


def _moved(
    plain: str, former: ScannedSentence | None, sentence: ScannedSentence, stated: TimeExpression
) -> Lasting | None:
    moved = _MOVED.search(lower(plain[sentence.extent.start : stated.extent.start]))
    length = stated_length(plain, stated)
    days = (*_dated(sentence), *bare_days(plain, sentence))
    behind = [one for one in days if one.extent.start >= stated.extent.end]
    if moved is None or length is None or not behind:
        return None
    new = behind[0]
    if not _TO.fullmatch(lower(plain[stated.extent.end : new.extent.start])):
        return None
    ahead = [one for one in _dated(sentence) if one.extent.end <= stated.extent.start]
    old = _old(plain, sentence, ahead)
    if old is None and not ahead and former is not None:
        old = _old(plain, former, _dated(former))
    if old is None or old.grain is not new.grain:
        return None
    ends = (new, old) if moved["verb"] in EARLIER else (old, new)
    # Both are told alike, "l'été 2013" and "l'été 2015": from start to start.
    first, last = (Interval(one.begin, one.begin) for one in nominal(*ends))
    between = elapsed(first, last, length[0])
    if between is None or between.high is None or between.high <= 0:
        return None
    at = (old.extent, new.extent)
    return Lasting(stated, between, length[0], at, length[1], Binding.INFERRED)


def _dated(sentence: ScannedSentence) -> list[TimeExpression]:
    return [
        time
        for whole in sentence.times
        for time in whole.leaves  # "jusqu'au 15 juin" is a stretch
        if time.kind is TimeKind.DATE and time.interval.begin is not None and _is_told(time)
    ]


def _is_told(time: TimeExpression) -> bool:
    return is_dated(time) or (time.grain is not None and time.grain.value in {"season", "quarter"})


def _old(
    plain: str, sentence: ScannedSentence, ahead: list[TimeExpression]
) -> TimeExpression | None:
    """The only date told before, of what was planned."""
    if len(ahead) != 1:
        return None
    words = lower(plain[sentence.extent.start : ahead[0].extent.start])
    return ahead[0] if _WAS.search(words) else None
