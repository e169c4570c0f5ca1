"""A growth told to slow down or to speed up, and the two rates that belie it.

"La production, qui avait progressé de 3,1 %, a vu sa croissance ralentir à 4,2 %", "les ventes
accélèrent : +3,1 % en avril, après +4,5 % en mars"; and a value that falls from a peak to more
than the peak, "après avoir grimpé à 6,1 %, l'inflation a ralenti à 6,4 %".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.figures import Direction
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.changes.pairs import comparable
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import end_of, sign_of
from fact_cli.relate.passage import Passage

_CUES = ("ralenti", "accélér", "accélèr", "décélèr", "décélér", "essouffl", "après ")
_SLOWS = r"(?:ralent\w+|décél[èé]r\w+|s'essouffl\w+|essouffl\w+|faibli\w*)"
_SPEEDS = r"(?:(?:s')?acc[ée]l[èé]r\w+)"
_RATE = r"(?:croissance|progression|hausse|rythme|inflation|augmentation)"
_HAD_GROWN = re.compile(
    r"\b(?:progress|augment|grimp|bondi|accru|avanc)\w* (?:déjà )?de (?:près de |environ )?$"
    rf"|\b{_RATE} (?:de |d')(?:près de |environ )?$"
)
_PACE_TO = re.compile(
    rf"[^.;:()\d]{{0,70}}, [^.;:()\d]{{0,70}}\b{_RATE} (?:[^\W\d_]+ ){{0,2}}"
    rf"(?:(?P<slows>{_SLOWS})|(?P<speeds>{_SPEEDS}))(?: [^\W\d_]+)? à (?:près de |environ )?"
)
_PACE_OF = re.compile(
    rf"(?:\b(?P<slows>{_SLOWS})|\b(?P<speeds>{_SPEEDS}))(?: encore| nettement| fortement)?"
    r"(?: (?:en|à|au|dans) [^.;:(),\d]{2,25})?(?: ?[:(]|,| à| avec) ?$"
)
NEAR = 8  # characters between a value and its time: "6,4 % en avril"
_AGAINST = re.compile(r"[^.;:()\d]{0,30},? \(?(?:contre|après) (?:une? [^\W\d_]+ de )?")
_FROM_PEAK = re.compile(
    r"\b(?:après|passé) (?:(?:avoir|être|s'être) (?:grimpée?|bondi|montée?|remontée?|culminé"
    r"|atteint un (?:pic|sommet|plus haut)[^.;:()\d]{0,20}|envolée?)|un (?:pic|sommet|plus haut)"
    r"[^.;:,()\d]{0,25}?) (?:à|de|jusqu'à) (?:près de |plus de )?$"
)
_FROM_LOW = re.compile(
    r"\b(?:après|passé) (?:(?:avoir|être|s'être) (?:tombée?|retombée?|descendue?|chuté|plongé"
    r"|reculé)|un (?:creux|plancher|plus bas)[^.;:,()\d]{0,25}?) (?:à|de|jusqu'à) (?:près de )?$"
)
_DOWN_TO = re.compile(
    r"[^.;:,()\d]{0,40}, [^.;:()\d]{2,70}?\b(?:ralenti\w*|recul\w+|retomb\w+|redescend\w*|baiss\w+"
    r"|fléchi\w*|reflu\w+|diminu\w+|tomb\w+)(?: [^\W\d_]+){0,3} à (?:près de )?"
)
_UP_TO = re.compile(
    r"[^.;:,()\d]{0,40}, [^.;:()\d]{2,70}?\b(?:remont\w+|rebondi\w*|regrimp\w+|grimp\w+|repart\w*"
    r"|augment\w+|progress\w+)(?: [^\W\d_]+){0,3} à (?:près de )?"
)
# "Deux autres, celui du pain": another's value.
_ANOTHER = re.compile(r"\b(?:celui|celle|ceux|celles|dont|tandis|alors que|mais|puis|avant de)\b")
# Rates of a month and of a year are not one pace.
_A_MONTH = re.compile(r"\b(?:en|sur|par|d') ?un mois\b|\bmensuel|\bd'un mois sur l'autre")
_A_YEAR = re.compile(r"\b(?:en|sur|par|d') ?un an\b|\bannuel|\bd'une année sur l'autre")
_CLOSES = re.compile(
    r"[ )]*(?:[.,;:!?]|$)"
    r"| (?:au|l[ea]) (?:premi|second|deuxi|trois|quatr|suivant|précéd|dernier)[^\W\d_]*\b"
)


def find(context: Context) -> Iterator[Direction]:
    return in_passages(context, _told, lambda one: one.after.extent, _CUES, figures=2)


def _told(passage: Passage) -> Iterator[Direction]:
    for first, second in pairwise(passage.figures):
        if not comparable(first, second) or not _in_one_sentence(passage, first, second):
            continue
        start = passage.sentence_of(first).extent.start
        ahead = lower(passage.plain[start : first.reach.start])
        link = passage.told_between(end_of(first), second.reach.start)
        other = _ANOTHER.search(link) or _is_elsewhere(passage, first, second)
        way = 0 if other else _way(passage, first, second, ahead, link)
        if way:
            # The later value stands first where the other is told behind "contre".
            turned = abs(way) > 1
            before, after = (second, first) if turned else (first, second)
            yield Direction(before, after, 1 if way > 0 else -1, Binding.INFERRED)


def _is_elsewhere(passage: Passage, first: Quantity, second: Quantity) -> bool:
    """Whether either value is told of a place or a thing of its own, or both of other spans.

    "Un pic à 2,10 euros pour le gazole, le super …"; "contre +0,9 % au Portugal".
    """
    sentence = passage.sentence_of(first).extent
    words = lower(sentence.of(passage.plain))
    if _A_MONTH.search(words) and _A_YEAR.search(words):
        return True
    begins = {time.extent.start for time in passage.times}
    return not all(
        _CLOSES.match(passage.plain, end_of(one))
        or begins & set(range(end_of(one), end_of(one) + NEAR))
        for one in (first, second)
    )


def _in_one_sentence(passage: Passage, first: Quantity, second: Quantity) -> bool:
    return passage.sentence_of(first).extent.holds(second.extent)


def _way(passage: Passage, first: Quantity, second: Quantity, ahead: str, link: str) -> int:
    """1 up, -1 down; 2 and -2 where the second value is that of before; 0 where nothing tells."""
    percents = first.kind is second.kind is QuantityKind.PERCENT
    if percents and _HAD_GROWN.search(ahead) and (pace := _PACE_TO.fullmatch(link)):
        return -1 if pace["slows"] else 1
    signed = sign_of(passage.plain, first) == sign_of(passage.plain, second) == 1
    if percents and signed and _AGAINST.fullmatch(link) and (pace := _PACE_OF.search(ahead)):
        return -2 if pace["slows"] else 2
    if _FROM_PEAK.search(ahead) and _DOWN_TO.fullmatch(link):
        return -1
    return 1 if _FROM_LOW.search(ahead) and _UP_TO.fullmatch(link) else 0
