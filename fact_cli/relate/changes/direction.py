"""A rise or fall in words, of a value told before and after."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.model.figures import Direction
from fact_cli.relate.changes.change import same_measure
from fact_cli.relate.context import Context
from fact_cli.relate.phrases import operands

_OF = re.compile(r" (?:de|d')")


def find(context: Context) -> Iterator[Direction]:
    plain = context.document.plain
    for found in operands(context, "direction"):
        before, after = found.figures["before"], found.figures["after"]
        stated = _OF.match(plain, found.end) is not None
        if found.way and not stated and same_measure(before, after):
            yield Direction(before, after, found.way)
