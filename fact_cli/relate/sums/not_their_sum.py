"""A figure beside a list that is no sum of it: what it counts is told to be more, or other.

"120 arbres cet hiver, 150 cet automne, soit 600 depuis 2020": those of a longer time; "120 adultes
et 80 jeunes, soit 90 familles": groups of those listed; "240 externes et 35 internes, soit douze
classes et 24 professeurs": what the list makes, not what its last item does.
"""

from __future__ import annotations

import re

from fact_cli.lang.words import lower, words_before
from fact_cli.model.mention import QuantityKind
from fact_cli.model.text import Extent
from fact_cli.model.totals import Total
from fact_cli.relate.neighbours import end_of
from fact_cli.scan.scanner import scanner

_SINCE = re.compile(r"[^.;:,()«»\d]{0,40}\b(?:depuis|en (?:\d+|deux|trois|quatre|cinq|dix) ans)\b")
_ALREADY = re.compile(r"\b(?:déjà|désormais) (?:[^\W\d_]+ )?$")
_LISTED_BEFORE = re.compile(r"\d[^.;:()\d]{0,40}(?:,| et) (?:de |d')?(?:[^\W\d_]+ )?$")
_GROUPS = {"famille", "foyer", "ménage", "couple", "classe", "équipe", "groupe", "fratrie"}
_VOTERS = {"électeur", "inscrit", "adhérent", "salarié", "habitant", "membre"}
_YES_OR_NO = re.compile(r"[^.;:,()\d]{0,25}\b(?:oui|non|pour|contre)\b")
_IS_SO = re.compile(r" (?:[^\W\d_']+ |[ys]'?){0,2}?(?:sont|ont|est|se disent|s'y opposent)\b")
_CLIMB = re.compile(r" (?:de |d')(?:dénivel|ascension|montée|altitude|profondeur)|(?: de)? ?D\+")
BEFORE = 200  # characters before a list in which one more of its kind can be told


def is_not_their_sum(plain: str, total: Total) -> bool:
    """Whether a whole that its parts do not make is told as that of more, or of other things."""
    whole = total.whole
    first = min(one.extent.start for one in total.parts)
    last = max(total.parts, key=lambda one: one.extent.start)
    if whole.of in _GROUPS and any(one.of not in _GROUPS for one in total.parts):
        return True
    if _CLIMB.match(plain, whole.extent.end):
        return True
    if whole.extent.start > first:
        ahead = lower(words_before(plain, whole.reach.start, 20))
        if _SINCE.match(plain, end_of(whole)) or _ALREADY.search(ahead):
            return True
        return _is_told_before(plain, total, first)
    link = lower(plain[end_of(whole) : first])
    if "soit" in link:
        more = any((one.value or 0) > (whole.value or 0) for one in total.parts)
        return more or _LISTED_BEFORE.search(words_before(plain, whole.reach.start, 60)) is not None
    if whole.of in _VOTERS and all(_YES_OR_NO.match(plain, end_of(one)) for one in total.parts):
        return (total.exact or 0) < (whole.value or 0)
    percent = whole.kind is QuantityKind.PERCENT and "dont" in link
    apart = words_before(plain, last.reach.start, 6).endswith((", et ", " et "))
    return percent and apart and _IS_SO.match(plain, end_of(last)) is not None


def _is_told_before(plain: str, total: Total, first: int) -> bool:
    """Whether a figure of the sentence before a list is what is missing in its sum."""
    missing = (total.whole.value or 0) - (total.exact or 0)
    near = Extent(max(0, first - BEFORE), first)
    told = scanner().numbers(plain, near) if missing > 0 else ()
    return any(one.value * by == missing for one in told for by in {1, total.whole.scale})
