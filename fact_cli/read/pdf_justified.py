"""Lines of a PDF that are justified so loosely that their words look like cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from fact_cli.read.pdf_runs import Run, joined

_ALIGNED = 2  # points within which edges are the same
_EVEN = 0.3  # of the size: how far the blanks of a line differ at most
_UNLIKE = 0.5  # points by which blanks differ that are not those of columns
_NEXT = 2.2  # of the size: how far apart lines of prose stand at most
_INDENT = 3  # of the size: of the first line of a paragraph, at most
_PROSE = 12  # characters: a shorter line may be a heading or a cell


def with_justified(rows: Sequence[Sequence[Run]]) -> Iterator[Sequence[Run]]:
    """The rows of a region; what is spread between the edges of prose is one line."""
    above: Run | None = None
    for index, row in enumerate(rows):
        below = rows[index + 1] if index + 1 < len(rows) else ()
        if len(row) > 1 and _is_prose(row, above, below[0] if len(below) == 1 else None):
            row = [joined(row)]
        above = row[0] if len(row) == 1 else None
        yield row


def are_justified(rows: Sequence[Sequence[Run]]) -> bool:
    """Whether the words of the rows are spread between the same edges, each in its own way.

    A row of one run, as the last of a paragraph, says nothing. Cells stand below
    one another, so that the blanks of one row are those of the next.
    """
    spread = [row for row in rows if len(row) > 1]
    if len(spread) < 2 or all(len(row) == 2 for row in spread):
        return False
    first = spread[0]
    return (
        all(_is_even(row) for row in spread)
        and all(abs(row[0].left - first[0].left) <= _ALIGNED for row in spread)
        and all(abs(row[-1].right - first[-1].right) <= _ALIGNED for row in spread)
        and all(
            len(one) != len(other) or abs(_blanks(one)[0] - _blanks(other)[0]) > _UNLIKE
            for one, other in pairwise(spread)
        )
    )


def _blanks(row: Sequence[Run]) -> Sequence[float]:
    return [after.left - before.right for before, after in pairwise(row)]


def _is_even(row: Sequence[Run]) -> bool:
    blanks = _blanks(row)
    return max(blanks) - min(blanks) <= _EVEN * row[0].size


def _is_prose(row: Sequence[Run], above: Run | None, below: Run | None) -> bool:
    """Two words have one blank, which is even: they must go on the sentence above."""
    above, below = (line if line and _is_near(row, line) else None for line in (above, below))
    if not _is_even(row) or len({round(run.size) for run in row}) > 1:
        return False
    if len(row) == 2 and not (
        above is not None and above.text[-1].isalpha() and row[0].text[0].islower()
    ):
        return False
    return _begins(row[0], above, below) and any(
        line is not None
        and abs(line.right - row[-1].right) <= _ALIGNED
        and len(line.text) >= _PROSE
        for line in (above, below)
    )


def _is_near(row: Sequence[Run], line: Run) -> bool:
    size = row[0].size
    return abs(line.base - row[0].base) <= _NEXT * size and round(line.size) == round(size)


def _begins(first: Run, above: Run | None, below: Run | None) -> bool:
    """Whether a line begins where those around it do; the one above may be indented."""
    if below is not None and abs(below.left - first.left) <= _ALIGNED:
        return True
    return above is not None and -_ALIGNED <= above.left - first.left <= _INDENT * first.size
