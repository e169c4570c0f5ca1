"""What was weighed of one stuff, told again with the figure of another: 30,5 kg, then 56 kg.

"56 kg d'herbe et 30,5 kg de cocaïne … toute la cocaïne, pour un poids total de 56 kg".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fact_cli.lang.words import lower
from fact_cli.model.claim import ScannedSentence
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.same import Same
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import usable
from fact_cli.relate.twice.values.agreeing import agree
from fact_cli.relate.twice.values.kinds import TIMED
from fact_cli.relate.twice.values.near_values import reason, slip_of

_OF = re.compile(r" (?:de |d')(?:la |l')?(?P<of>[^\W\d_]{4,}(?: (?:de |d')[^\W\d_]{4,})?)")
# "Pour un poids total de 56 kg", "soit 56 kg en tout", "pesant 56 kg".
_IN_ALL = re.compile(
    r"\b(?:pour|d'|de|représentant|soit|avec|à hauteur de|atteignant|au|en|le)(?: une?| l[ea])?"
    r" ?(?:poids|volume|total\w*|masse|quantité|superficie|surface|tonnage)"
    r"(?: (?:total|globale?|totale|cumulée?))?(?: (?:de|d'))?"
    r"(?: (?:est|était|atteint|s'élève|avoisine)(?: de| d'| à)?)? ?$"
    r"|\bpes(?:ant|aient|ait|ent) (?:au total |en tout )?$"
)
_ALL = re.compile(
    r"\b(?:toute? (?:la |le |l'|cette |ce )|l'intégralité d|la totalité d|l'ensemble d)"
)
_SOME = re.compile(r"\b(?:autres?|dont|en plus|encore|également|aussi|supplémentaires?|reste)\b")


@dataclass(frozen=True, slots=True)
class _Weighed:
    figure: Quantity
    sentence: ScannedSentence
    of: str


def find(context: Context) -> Iterator[Same]:
    plain = context.document.plain
    known: list[_Weighed] = []
    for sentence in context.sentences:
        figures = [one for one in usable(sentence.quantities) if _is_weight(one)]
        of_them = list(_of(plain, sentence, figures))
        if len({one.of for one in known}) > 1:
            for figure in figures:
                yield from _told_again(plain, sentence, figure, known)
        known += of_them


def _is_weight(one: Quantity) -> bool:
    return one.kind is QuantityKind.DIMENSION and one.unit not in TIMED


def _of(plain: str, sentence: ScannedSentence, figures: list[Quantity]) -> Iterator[_Weighed]:
    for figure in figures:
        found = _OF.match(plain, figure.extent.end)
        if found is not None:
            yield _Weighed(figure, sentence, lower(found["of"]))


def _told_again(
    plain: str, sentence: ScannedSentence, figure: Quantity, known: list[_Weighed]
) -> Iterator[Same]:
    """A figure for all of one stuff, where the sentence before had it for another."""
    start = sentence.extent.start
    before = [one.extent.end for one in sentence.quantities if one.extent < figure.extent]
    alike = [one for one in before if _ends_weight(sentence, one)]
    start = max([start, *alike])
    ahead = lower(plain[start : figure.reach.start])
    if not _IN_ALL.search(ahead) or _SOME.search(ahead) or _OF.match(plain, figure.extent.end):
        return
    told = [one for one in known if one.figure.unit == figure.unit]
    at = {one.of: _last(ahead, one.of) for one in told}
    named = max(at, key=lambda of: at[of], default="")
    own = [one for one in told if one.of == named]
    if at.get(named, -1) < 0 or len({one.figure.value for one in own}) != 1:
        return
    first = own[0].figure
    if agree(first, figure):
        return
    others = [one for one in told if one.of != named]
    of_another = any(one.figure.value == figure.value for one in others)
    if of_another or slip_of(first, figure) is not None or _ALL.search(ahead):
        why = [reason(f"même chose : {named}", f"same thing: {named}", 5)]
        yield Same(first, figure, why, agree=False)


def _ends_weight(sentence: ScannedSentence, end: int) -> bool:
    return any(one.extent.end == end and _is_weight(one) for one in sentence.quantities)


def _last(ahead: str, of: str) -> int:
    """Where the first or the last word of a stuff stands: "herbe de cannabis"."""
    return max(ahead.rfind(word) for word in of.split() if len(word) > 3)
