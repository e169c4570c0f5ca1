"""A figure of a first sentence that a later one takes up: "… 128 logements. Ces 182 logements …".

The first sentence of a text without a title stands for one; what it tells as a headline
would is told by `twice/headlines/figures.py`, what the text only takes up again, here.
"""

from __future__ import annotations

from collections.abc import Iterator

from fact_cli.model.same import Same
from fact_cli.model.text import BlockKind
from fact_cli.relate.context import Context
from fact_cli.relate.twice.headlines.figures import figures_of_title
from fact_cli.relate.twice.values.told_again import from_start


def find(context: Context) -> Iterator[Same]:
    blocks = context.document.blocks
    if len(blocks) != 1 or blocks[0].kind is BlockKind.TITLE:
        return
    found = list(from_start(context))
    if not found:
        return
    known = {each.extent for one in figures_of_title(context) for each in (one.first, one.again)}
    yield from (one for one in found if known.isdisjoint({one.first.extent, one.again.extent}))
