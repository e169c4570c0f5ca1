"""Comments of Markdown and HTML in which an author speaks to this program.

``<!-- factcheck: ignore wrong-total -- rounded -->``: a reader gives them with their place
(`Document.marks`), `fact_cli.accept` knows what they mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from fact_cli.model.text import Extent
from fact_cli.read.prose import Piece

_MARK = re.compile(r"<!--\s*factcheck\s*:", re.IGNORECASE)


def marks_in(source: str, comments: Iterable[Extent]) -> list[Piece]:
    """Those of ``comments`` that are meant for this program."""
    found = [extent for extent in comments if _MARK.match(source, extent.start, extent.end)]
    return [Piece(extent.of(source), extent) for extent in found]
