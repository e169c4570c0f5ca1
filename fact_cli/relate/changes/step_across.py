"""A value, and in the next sentence by how much it has changed: "Cela fait 2 953 de plus (9,3 %)".

"La masse salariale atteindra 40,8 millions. Cela représente une hausse de 2,9 millions (9,3 %)":
the value before is what the step leaves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from fact_cli.lang.words import lower
from fact_cli.model.changes import Change
from fact_cli.model.finding import Binding
from fact_cli.model.mention import Quantity, QuantityKind
from fact_cli.model.text import Extent
from fact_cli.relate.changes.change import shrunk
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import is_surplus, same_thing, sign_of, usable
from fact_cli.relate.passage import adjoin
from fact_cli.scan.scanner import scanner

_TAKEN_UP = re.compile(
    r"(?:cela|ceci|ce qui|c'est|soit|il s'agit|ce sont|on note|on enregistre|autrement dit)\b"
    r"[^.;:()\d]{0,60}"
)
_BRACKET = re.compile(
    r"(?: de (?:plus|moins)| supplémentaires?)?(?: [^.;:()\d]{0,30})?,? \(?(?:soit )?[+–-]? ?"
)
_OPPOSITE = re.compile(r"\b(?:contre|après|au lieu d|prévu|objectif|budgété)\b")


def find(context: Context) -> Iterator[Change]:
    plain = context.document.plain
    for before, sentence in pairwise(context.sentences):
        figures = usable(sentence.quantities)
        if len(figures) < 2 or figures[1].kind is not QuantityKind.PERCENT:
            continue
        step, stated = figures[:2]
        start = sentence.extent.start
        taken = _TAKEN_UP.fullmatch(lower(plain[start : step.reach.start]))
        tied = _BRACKET.fullmatch(plain, step.extent.end, stated.reach.start)
        if not (taken and tied and adjoin(plain, before, sentence)):
            continue
        levels = [one for one in usable(before.quantities) if _is_level(plain, one, step)]
        way = _way(plain, Extent(start, stated.extent.end), step, stated)
        told = lower(before.extent.of(plain))
        if len(levels) == 1 and way and not _OPPOSITE.search(told):
            change = shrunk(levels[0], step, stated, way)
            yield Change(change.before, change.after, stated, way, Binding.INFERRED)


def _is_level(plain: str, one: Quantity, step: Quantity) -> bool:
    larger = (one.value or 0) > (step.value or 0)
    return larger and same_thing(one, step) and not is_surplus(plain, one)


def _way(plain: str, told: Extent, step: Quantity, stated: Quantity) -> int:
    """1 for a rise, -1 for a fall, 0 where no word or sign tells which."""
    words = {word.value for word in scanner().changes(plain, told)}
    if len(words) == 1:
        return 1 if "rise" in words else -1
    return 0 if words else sign_of(plain, stated) or sign_of(plain, step)
