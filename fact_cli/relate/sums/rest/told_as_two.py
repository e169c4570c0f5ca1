"""A rest that two figures tell together: "les autres, 17 enfants et six adultes"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fact_cli.model.mention import Quantity
from fact_cli.relate.neighbours import NUMBERS, end_of, told_noun
from fact_cli.relate.passage import Passage

_AND = re.compile(r"(?: [^\W\d_]+)? et ")


def listed_with(passage: Passage, position: int) -> Sequence[Quantity]:
    """The figures that tell the rest with the first: "les autres, 17 enfants et six adultes"."""
    last = passage.figures[position]
    behind = passage.figures[position + 1 : position + 2]
    if not behind or not {last.kind, behind[0].kind} <= NUMBERS:
        return ()
    alike = len({told_noun(last), told_noun(behind[0])} - {None}) == 2
    linked = _AND.fullmatch(passage.plain, end_of(last), behind[0].reach.start)
    return behind if alike and linked else ()
