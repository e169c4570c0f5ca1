"""Columns and tables of a PDF page: in which order its runs are read.

A stretch of the page through which a strip of white runs from top to bottom is cut there,
and each side again. Where the sides are prose they are columns, read one after the other;
figures or a few words are cells, read row by row. What it cannot tell: two articles side
by side are read as one text, and words set around a picture or a box that stands across
two columns may come in the wrong order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median, median_low

from fact_cli.read.pdf_justified import are_justified, with_justified
from fact_cli.read.pdf_runs import WIDE, Run, joined

Span = tuple[float, float]  # from left to right, in points
Row = Sequence[Run]  # cells from left to right; a line of prose is a single one

_SHORT = 14  # characters: where most lines on both sides are shorter, these are cells
_LEAST = 3  # points: less white parts nothing
_NARROW = 0.6  # of the size: the least white beside three lines
_WIDE_CELLS = 2  # of the size: the same between two lines and two others
_ALIGNED, _SHARE = 2, 0.6  # points within which this share of lines begins, some are indented
_FAR = 4  # of the size: what stands further apart on a line is no sentence
_FEWEST = 3  # lines of which one side must have so many where the white is narrow
_TITLE = 1.3  # times the usual size: the type of what stands above columns
_DEEPEST = 40  # cuts inside cuts; no printed page comes near


@dataclass(frozen=True, slots=True)
class _Strip:
    """White from ``left`` to ``right`` through the bands ``first`` to ``last``."""

    left: float
    right: float
    first: int
    last: int


def regions(runs: Sequence[Run], depth: int = 0) -> Iterator[Sequence[Row]]:
    """The regions of a page in the order in which they are read, rows from top to bottom."""
    bands = _bands(runs)
    strip = _longest_strip(bands) if depth < _DEEPEST else None
    if strip is None:
        if runs:
            yield list(with_justified([_sentences(row) for row in rows_of(runs)]))
        return
    first = _below_titles(bands, strip)
    yield from regions(_runs(bands[:first]), depth + 1)
    inside = _runs(bands[first : strip.last + 1])
    if _is_table(inside, strip):
        yield rows_of(inside)
    else:
        for side in _sides(inside, strip):
            yield from regions(side, depth + 1)
    yield from regions(_runs(bands[strip.last + 1 :]), depth + 1)


def _below_titles(bands: Sequence[Sequence[Run]], strip: _Strip) -> int:
    """The first band of the columns; the end of a title above both may be short."""
    usual = median(run.size for run in _runs(bands[strip.first : strip.last + 1]))
    first = strip.first
    while first < strip.last and all(run.size > _TITLE * usual for run in bands[first]):
        first += 1
    return first


def _runs(bands: Iterable[Sequence[Run]]) -> Sequence[Run]:
    return [run for band in bands for run in band]


def _sentences(row: Row) -> Row:
    """The runs of a row joined, however wide its blanks, but for what stands far apart."""
    cells: list[Run] = []
    for run in row:
        if cells and run.left - cells[-1].right <= _FAR * run.size:
            cells[-1] = joined([cells[-1], run])
        else:
            cells.append(run)
    return cells


def _bands(runs: Sequence[Run]) -> Sequence[Sequence[Run]]:
    """Runs whose heights meet, from top to bottom: a row, or columns with rows of their own."""
    bands: list[list[Run]] = []
    bottom = 0.0
    for run in sorted(runs, key=_head):
        if bands and _head(run) < bottom:
            bands[-1].append(run)
            bottom = max(bottom, run.base)
        else:
            bands.append([run])
            bottom = run.base
    return bands


def _head(run: Run) -> float:
    """The height of small letters: lines set close do not meet there."""
    return run.base - 0.5 * run.size


def _longest_strip(bands: Sequence[Sequence[Run]]) -> _Strip | None:
    """The strip with most runs beside it that parts columns or cells."""
    counts = [len(band) for band in bands]
    strips = sorted(_strips(bands), key=lambda s: -sum(counts[s.first : s.last + 1]))
    return next(
        (s for s in strips if _parts(_runs(bands[s.first : s.last + 1]), s)),
        None,
    )


def _strips(bands: Sequence[Sequence[Run]]) -> Iterator[_Strip]:
    """Each gap of each band, as far up and down as it is white.

    Lines of columns may stand at heights of their own, so that each is a band: gaps are
    looked for between the words of two bands.
    """
    spans = [_spans(band) for band in bands]
    through: list[list[_Strip]] = [[] for _ in bands]
    for index in range(len(bands)):
        together = _spans(_runs(bands[index : index + 2]))
        for before, after in pairwise(together):
            gap = before[1], after[0]
            if any(gap[0] < known.right and known.left < gap[1] for known in through[index]):
                continue
            strip = _extended(spans, index, gap)
            for at in range(strip.first, strip.last + 1):
                through[at].append(strip)
            yield strip


def _extended(spans: Sequence[Sequence[Span]], index: int, gap: Span) -> _Strip:
    """The strip through a part of ``gap`` that reaches furthest, down first and then up."""
    first = last = index
    free = [gap]
    while last + 1 < len(spans) and (narrowed := _free(spans[last + 1], free)):
        free, last = narrowed, last + 1
    while first > 0 and (narrowed := _free(spans[first - 1], free)):
        free, first = narrowed, first - 1
    return _Strip(*max(free, key=lambda span: span[1] - span[0]), first, last)


def _spans(band: Sequence[Run]) -> Sequence[Span]:
    """Where a band has words, from left to right; blanks between words are no gaps."""
    spans: list[Span] = []
    for run in sorted(band, key=lambda run: run.left):
        if spans and run.left <= spans[-1][1] + WIDE * run.size:
            spans[-1] = spans[-1][0], max(spans[-1][1], run.right)
        else:
            spans.append((run.left, run.right))
    return spans


def _free(words: Iterable[Span], gaps: Iterable[Span]) -> Sequence[Span]:
    """What the words of a band leave of ``gaps``."""
    free = list(gaps)
    for start, end in words:
        left = [(low, min(high, start)) for low, high in free]
        right = [(max(low, end), high) for low, high in free]
        free = [(low, high) for low, high in {*left, *right} if high - low >= _LEAST]
    return free


def _sides(inside: Sequence[Run], strip: _Strip) -> tuple[Sequence[Run], Sequence[Run]]:
    middle = (strip.left + strip.right) / 2
    left = [run for run in inside if run.right <= middle]
    return left, [run for run in inside if run.right > middle]


def _parts(inside: Sequence[Run], strip: _Strip) -> bool:
    """Whether the strip is wide and long enough to mean something, and has an edge.

    Wide blanks of justified lines may lie below one another, but words do not begin, end
    or centre there at one place, as columns and cells do.
    """
    left, right = (rows_of(side) for side in _sides(inside, strip))
    if not left or not right or not _is_aligned([row[0] for row in right]):
        return False
    if are_justified(rows_of(inside)):
        return False
    size = median(run.size for run in inside)
    width = strip.right - strip.left
    if max(len(left), len(right)) >= _FEWEST:
        return width >= _NARROW * size
    return min(len(left), len(right)) >= 2 and width >= _WIDE_CELLS * size


def _is_aligned(column: Sequence[Run]) -> bool:
    for places in (
        [run.left for run in column],
        [run.right for run in column],
        [(run.left + run.right) / 2 for run in column],
    ):
        usual = median_low(places)
        if sum(abs(place - usual) <= _ALIGNED for place in places) >= _SHARE * len(places):
            return True
    return False


def _is_table(inside: Sequence[Run], strip: _Strip) -> bool:
    """Whether most lines have one at their height across the strip, and say figures or little."""
    sides = [[joined(row) for row in rows_of(side)] for side in _sides(inside, strip)]
    heights = [{round(line.base) for line in side} for side in sides]
    if len(heights[0] & heights[1]) < _SHARE * max(map(len, heights)):
        return False
    texts = [[line.text for line in side] for side in sides]
    if any(sum(map(_is_figure, side)) * 2 >= len(side) for side in texts):
        return True
    return all(median(map(len, side)) < _SHORT for side in texts)


def _is_figure(line: str) -> bool:
    """ "1 400", "12,5 %", "n. c.": more signs than letters, or hardly any of either."""
    return sum(c.isalpha() for c in line) <= max(3, len(line) // 3)


def rows_of(runs: Sequence[Run]) -> Sequence[Row]:
    """Lines from top to bottom, each from left to right."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: run.base):
        if rows and run.base - rows[-1][0].base < 0.45 * min(run.size, rows[-1][0].size):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [sorted(row, key=lambda run: run.left) for row in rows]
