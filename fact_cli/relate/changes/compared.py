"""One value told by how much it lies above or below another: "inférieur de 50 % aux 60 000".

The value compared is the last one of its kind before the words, the other the next behind them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.lang.words import lower
from fact_cli.model.changes import Change
from fact_cli.model.figures import Difference
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.changes.difference import one_unit
from fact_cli.relate.changes.pairs import comparable
from fact_cli.relate.changes.plausible import is_plausible
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import end_of
from fact_cli.relate.passage import Passage, passages

_CUES = re.compile(r"érieur|dépass|excède|-dess| dess|au-delà|en sus|en deçà")
_ABOVE = re.compile(r"\b(?:supérieure?s?|dépass[^\W\d_]+|excède(?:nt)?) (?:de |d')(?:près de )?$")
_BELOW = re.compile(r"\binférieure?s? (?:de |d')(?:près de )?$")
# "18 % au-dessous de celui de …": the way stands behind the figure.
_OVER = re.compile(r" (?:au-dessus|au-delà|en sus) d(?:e |u |es |')")
_UNDER = re.compile(r" (?:(?:au|en)[- ]dessous|en deçà) d(?:e |u |es |')")
_TO = re.compile(
    r"[^.;:()\d]{0,18}? (?:à |aux? |du |celui |celle |ceux |son |sa |ses |l[ea]s? |l')"
    r"(?:[^.;:()\d]|\b(?:19|20)\d\d\b){0,70}\(?"
)
# "Dépasse de 1,1 degré la norme, après 12,7 en 2023": than what no figure tells.
_UNTOLD = re.compile(
    r"\b(?:norme|normale|moyenne|seuil|plafond|objectif|record|maximum|minimum)\b[^.;:()]*"
    r"(?:,| \() ?(?:après|contre|puis|comme|quand|alors que|tandis que|mais|et) "
)
_NEAR = re.compile(r"[^.;:()\d]{0,90}")
_KINDS = {QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.MONEY, QuantityKind.DIMENSION,
          QuantityKind.COUNT}  # fmt: skip


def find(context: Context) -> Iterator[Change | Difference]:
    plain = context.document.plain
    for index, sentence in enumerate(context.sentences):
        told = sentence.extent.of(plain)
        if len(sentence.quantities) < 3 or not _CUES.search(told):
            continue
        for passage in passages(context, index)[:1]:
            for figure in passage.figures:
                yield from _compared(passage, figure)


def _compared(passage: Passage, figure: Quantity) -> Iterator[Change | Difference]:
    plain, start = passage.plain, passage.sentences[0].extent.start
    ahead = lower(plain[start : figure.reach.start])
    way = _way(plain, ahead, figure)
    if not way or figure.kind not in _KINDS:
        return
    values = [one for one in passage.figures if one is not figure]
    before = [one for one in values if one.extent < figure.extent]
    behind = [one for one in values if one.extent > figure.extent]
    if not before or not behind or not comparable(before[-1], behind[0]):
        return
    value, base = before[-1], behind[0]
    told = lower(plain[end_of(figure) : base.reach.start])
    if (
        not _TO.fullmatch(told)
        or _UNTOLD.search(told)
        or not _NEAR.fullmatch(plain[end_of(value) : figure.reach.start])
    ):
        return
    found: Change | Difference | None = None
    percent = value.kind is QuantityKind.PERCENT
    if figure.kind is QuantityKind.PERCENT and not percent:
        found = Change(base, value, figure, way, Binding.INFERRED)
    elif one_unit(value, figure):
        low, high = sorted((value, base), key=lambda one: one.value or 0)
        found = Difference(low, high, figure, 0, Binding.INFERRED)
    if found is not None and is_plausible(found):
        yield found


def _way(plain: str, ahead: str, figure: Quantity) -> int:
    """1 where the words about a figure tell that it is so much more, -1 if less."""
    if _ABOVE.search(ahead) or _OVER.match(plain, figure.extent.end):
        return 1
    return -1 if _BELOW.search(ahead) or _UNDER.match(plain, figure.extent.end) else 0
