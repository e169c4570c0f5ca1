"""A goal, a threshold or a quorum that is told to be reached or missed, and the value beside it.

"Le seuil de 200 signatures a été franchi, selon le collectif, qui en revendique 189", "faute du
quorum, fixé à la moitié des 90 copropriétaires, l'assemblée, qui en réunissait 52".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from fact_cli.lang.words import lower
from fact_cli.model.bounds import Bounds, is_near
from fact_cli.model.figures import Comparison
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.relate.changes.told_times import IMPERFECT
from fact_cli.relate.context import Context
from fact_cli.relate.in_passages import in_passages
from fact_cli.relate.neighbours import (
    NUMBERS,
    end_of,
    is_lead,
    is_surplus,
    same_thing,
    told_noun,
)
from fact_cli.relate.passage import Passage

_GOAL = re.compile(
    r"\b(?:objectif|seuil|cap|barre|minimum|jauge minimale|plancher|nombre minimal)\b"
    r"(?: (?:symbolique|fatidique|requise?|légale?|initiale?|affiché|fixé|exigé))?"
    r"(?:,? (?:de|des|d'|du|à|était de|fixée? à|établie? à|était fixée? à)){1,2} ?$"
)
_AIMED = re.compile(r"\b(?:vis|ambitionn)(?:ait|aient) $")
_QUORUM = re.compile(
    r"\bquorum\b(?:,? (?:requis|nécessaire|légal|exigé))?(?:,? (?:était |est )?(?:fixé )?"
    r"(?:de|des|d'|à|était de|est de|fixé à))? ?\(?(?:la moitié |un tiers |un quart )?"
    r"(?:des |de |d')?$"
)
_CUES = (
    "objectif", "seuil", "cap ", "cap,", "barre", "minimum", "minimale", "nombre minimal",
    "plancher", "visai", "ambitionnai", "quorum",
)  # fmt: skip
_PORTION = {"la moitié ": Bounds.exactly(2), "un tiers ": Bounds.exactly(3)}
_REACHED = re.compile(
    r"\b(?:franchi|dépass|atteint|atteign|explos|pulvéris|rempli|tenu|réuni|crev)\w*"
)
_MISSED = re.compile(
    r"\b(?:manqué|raté|loupé)e?s?\b"
    r"|\b(?:faute|à défaut|absence|manque) (?:de|du|d'un) quorum\b"
    r"|\b(?:n'|ne |n'a pas |n'ont pas |n'est pas |n'était pas |n'étant pas |n'ayant pas )"
    r"(?:[^\W\d_]+ ){0,3}?(?:atteint|atteinte|réuni|obtenu|franchi|rempli)\w*"
)
# What leaves it open whether the goal is reached, and when.
_OPEN = re.compile(
    r"\b(?:bientôt|presque|quasi\w*|pourrait|pourraient|devrait|devraient|sera|seront|serait|si"
    r"|s'il|afin|pour atteindre|d'ici|frôl\w+|proche|loin|avant|après|jamais|sans|risqu\w*|menac\w*"
    r"|prévo\w+|prochain\w*|espère\w*|vise\w*|objectif de dépasser|jusqu|à moins|moitié moins"
    r"|tent\w+ de|essa(?:ie|yé)\w*|n'y (?:parvien|arriv)\w+|échou\w*|en vain|sans succès"
    r"|provisoire\w*|en partie|partiel\w*|valid\w+|valables?|dont|parmi|section|quand|lorsqu\w*)\b"
)
_EARLIER = re.compile(
    r"\b(?:l'an (?:dernier|passé)|l'année (?:dernière|précédente)|un an plus tôt|contre|il y a"
    r"|la veille|auparavant|en (?:19|20)\d\d|alors|jusqu'ici|précédent\w*|dernière|dernier)\b"
)
NEARLY = Decimal("0.3")  # of the goal; what lies farther from it is another thing's
# What the value is only a part of, or told of a place of its own, or of those who vote.
_PART_ONLY = re.compile(
    r"[^.;:()\d]{0,30}(?: et| plus|,)(?: (?:de |d'|environ ))? ?\d| (?:à|en|au|aux|chez) [A-ZÀ-Þ]"
    r"| (?:ont |avaient )?(?:voix|vot\w+|suffrages?|pour|contre|abst\w+)\b"
)


def find(context: Context) -> Iterator[Comparison]:
    return in_passages(
        context, _reached, lambda one: (one.at or one.less).extent, cues=_CUES, figures=2
    )


def _reached(passage: Passage) -> Iterator[Comparison]:
    """The only value beside the only goal, which lies on the side that is told."""
    words = passage.told
    goals = [goal for one in passage.figures if (goal := _goal(passage, one)) is not None]
    if len(goals) != 1:
        return
    ((limit, told),) = goals
    missed = _MISSED.search(words)
    reached = _REACHED.search(words)
    if not (missed or reached) or _OPEN.search(words):
        return
    quorum = "quorum" in words
    values = [
        one
        for one in passage.figures
        if one is not told and _is_value(passage, one, told, quorum=quorum)
    ]
    if len(values) != 1 or values[0].value is None or limit.value is None:
        return
    (value,) = values
    if not is_near(value.value or Decimal(0), limit.value, NEARLY):
        return
    if missed:
        yield Comparison(limit, value, at=value, binding=Binding.INFERRED)
    else:
        yield Comparison(value, limit, at=value, binding=Binding.INFERRED)


def _goal(passage: Passage, figure: Quantity) -> tuple[Quantity, Quantity] | None:
    """What is to be reached, exact as a round number is, and the figure that tells it."""
    start = passage.sentence_of(figure).extent.start
    ahead = lower(passage.plain[start : figure.reach.start])
    if figure.value is None or figure.kind in {QuantityKind.RATIO, QuantityKind.ORDINAL}:
        return None
    if quorum := _QUORUM.search(ahead):
        half = next((by for word, by in _PORTION.items() if word in quorum.group()), None)
        bounds = Bounds.exactly(figure.value)
        limit = bounds if half is None else bounds / half
        value = figure.value if half is None else figure.value / (half.low or 1)
        return replace(figure, value=value, hedge=None, strict=limit, loose=limit), figure
    if _GOAL.search(ahead) or _AIMED.search(ahead):
        exact = Bounds.exactly(figure.value)
        return replace(figure, hedge=None, strict=exact, loose=exact), figure
    return None


def _is_value(passage: Passage, one: Quantity, limit: Quantity, *, quorum: bool) -> bool:
    """Whether a figure tells of now what the goal is set for; of a quorum all are people."""
    nouns = {told_noun(one), told_noun(limit)} - {None}
    alike = same_thing(one, limit) and (len(nouns) < 2 or (quorum and one.kind in NUMBERS))
    if not alike or is_surplus(passage.plain, one) or is_lead(passage.plain, one):
        return False
    if id(one) in passage.changes or one.kind is QuantityKind.ORDINAL:
        return False
    start = passage.sentence_of(one).extent.start
    around = lower(passage.plain[start : end_of(one) + 30])
    if _PART_ONLY.match(passage.plain, end_of(one)) or one.of in {"voix", "vote", "suffrage"}:
        return False
    past = IMPERFECT.search(around) and not quorum and _AIMED_ANYWHERE.search(around) is None
    return not (past or _EARLIER.search(around))


_AIMED_ANYWHERE = re.compile(r"\b(?:vis|ambitionn)(?:ait|aient)\b")
