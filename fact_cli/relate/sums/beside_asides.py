"""A whole and its parts with words in between: "420 salariés : 230 ouvriers (dont 40 femmes), …".

What a bracket or a pair of dashes tells of one part is no part itself. The list is read without
it where, read as it stands, it makes no sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.model.slips import PRECISE, digits_of
from fact_cli.model.text import Extent
from fact_cli.model.totals import Total
from fact_cli.relate.asides import outside
from fact_cli.relate.context import Context
from fact_cli.relate.neighbours import printed, usable
from fact_cli.relate.sums.total import in_sentence

# Of a part: its bracket stands behind words, and the list goes on.
_ASIDE = re.compile(
    r"(?<=[\w%€»]) (?:\([^()]{1,120}\)|[–-] [^–()]{1,80}? [–-])(?=,| et | ainsi que | ;|[.;])"
)
LEAST = 3  # figures of a whole and its parts


def find(context: Context) -> Iterator[Total]:
    plain = context.document.plain
    for sentence in context.sentences:
        figures = usable(sentence.quantities)
        if len(figures) <= LEAST:
            continue
        put_in = _ASIDE.finditer(plain, sentence.extent.start, sentence.extent.end)
        spans = [Extent(*one.span()) for one in put_in]
        kept = outside(spans, figures)
        if not LEAST <= len(kept) < len(figures):
            continue
        read = in_sentence(plain, figures, sentence.times)
        if any(outside(spans, total.parts) for total in read):
            continue
        for total in in_sentence(_blanked(context), kept, sentence.times):
            long = digits_of(*printed(total.whole)) >= PRECISE
            if total.exact == total.whole.value or not (long and total.is_off_by_units):
                yield total


def _blanked(context: Context) -> str:
    """The text with blanks for what is put in between, letter for letter."""
    plain = context.document.plain
    return context.once(
        "without asides", lambda: _ASIDE.sub(lambda found: " " * len(found.group()), plain)
    )
