"""Printed lines to paragraphs, told by type, distance, indents and how far a line reaches."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fact_cli.model.text import Extent
from fact_cli.read.pdf_runs import Run

BULLET = re.compile(r"[•‣▪▫■□◆◇●○►▶➤➢✓\uf0b7\uf0a7\u00b7][ \u00a0]*|[-–—*][ \u00a0]+")
_DASH = re.compile(r"[-–—*]")
ENDS_SENTENCE = re.compile(r"[.!?…:;»”\")\]][ \u00a0]*$")
_BEGINS_SENTENCE = re.compile(r"[«“\"(\[ \u00a0—–-]*[A-ZÀ-ÞŒ]")
_STOPS = re.compile(r"[.!?…][»”\")\] \u00a0]*$")
_CONTINUES = re.compile(r"[a-zà-ÿœ%€»;:!?]")
_GOES_ON = re.compile(r"[«“\"(]?[\u00a0 ]*[a-zà-ÿœ0-9%€]")

_LARGER = 1.15  # times the size of the text: the type of titles and headings
_OTHER_SIZE = 0.07  # of the size
_GAP = 1.3  # times the usual distance of lines
_INDENT = (0.6, 5)  # of the size
_LINE = 20  # characters: a single line that is shorter may be a heading
_LOOK_BACK = 4  # paragraphs among which one is sought that goes on in another column


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of prose or a cell of a table, and where it stands in the source."""

    run: Run
    extent: Extent
    page: int
    is_cell: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    lines: Sequence[PrintedLine]

    @property
    def first(self) -> Run:
        return self.lines[0].run

    @property
    def last(self) -> Run:
        return self.lines[-1].run


@dataclass(frozen=True, slots=True)
class _Measures:
    """Of the lines of a region: edges and usual distance by type size, in points."""

    left: dict[int, float]
    right: dict[int, float]
    leading: dict[int, float]


def paragraphs(regions: Iterable[Sequence[PrintedLine]], body: float) -> Sequence[Paragraph]:
    """The paragraphs of all regions; ``body`` is the size of the text's type."""
    found: list[list[PrintedLine]] = []
    for region in regions:
        begins_region = True
        for lines in _cut(region, body):
            goes_on = _goes_on_from(found, lines[0], body) if begins_region else None
            if goes_on is None:
                found.append(list(lines))
            else:
                goes_on.extend(lines)
            begins_region = False
    return [Paragraph(lines) for lines in found]


def body_size(lines: Iterable[PrintedLine]) -> float:
    """The size of the type in which most is written; 0 for no lines."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.run.size * 4) / 4] += len(line.run.text)
    return sizes.most_common(1)[0][0] if sizes else 0


def is_larger(run: Run, body: float) -> bool:
    return run.size >= _LARGER * body


def _cut(region: Sequence[PrintedLine], body: float) -> Iterator[Sequence[PrintedLine]]:
    measures = _measures(region)
    paragraph: list[PrintedLine] = []
    for line in region:
        if paragraph and _parted(paragraph, line, measures, body):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _measures(region: Sequence[PrintedLine]) -> _Measures:
    lefts: defaultdict[int, list[float]] = defaultdict(list)
    rights: defaultdict[int, list[float]] = defaultdict(list)
    steps: defaultdict[int, list[float]] = defaultdict(list)
    runs = [line.run for line in region if not line.is_cell]
    for run in runs:
        lefts[_type(run)].append(run.left)
        rights[_type(run)].append(run.right)
    for before, after in pairwise(runs):
        if _same_type(before, after) and 0 < after.base - before.base < 2.5 * after.size:
            steps[_type(after)].append(after.base - before.base)
    return _Measures(
        {size: sorted(xs)[len(xs) // 4] for size, xs in lefts.items()},
        {size: max(xs) for size, xs in rights.items()},
        {size: sorted(ys)[len(ys) // 4] for size, ys in steps.items()},
    )


def _type(run: Run) -> int:
    return round(run.size)


def _same_type(before: Run, after: Run) -> bool:
    return abs(before.size - after.size) <= _OTHER_SIZE * max(before.size, after.size)


def _parted(
    paragraph: Sequence[PrintedLine], line: PrintedLine, measures: _Measures, body: float
) -> bool:
    """Whether ``line`` begins another paragraph."""
    before, after = paragraph[-1].run, line.run
    if line.is_cell or paragraph[-1].is_cell:
        return True
    if not _same_type(before, after) or before.bold != after.bold:
        return not _is_emphasis(before, after, measures)
    leading = measures.leading.get(_type(after), 1.2 * after.size)
    if after.base - before.base > _GAP * leading or _is_bullet(before, after):
        return True
    if is_larger(after, body) or _CONTINUES.match(after.text):
        return False
    ends = ENDS_SENTENCE.search(before.text) is not None
    if ends and not BULLET.match(paragraph[0].run.text) and _is_indented(before, after, measures):
        return True
    return _had_room(before, after, measures, ends)


def _is_emphasis(before: Run, after: Run, measures: _Measures) -> bool:
    """Whether the lines differ in weight only, in the middle of a sentence and of the column."""
    return (
        _same_type(before, after)
        and ENDS_SENTENCE.search(before.text) is None
        and _GOES_ON.match(after.text) is not None
        and not _had_room(before, after, measures, ends=True)
    )


def _is_bullet(before: Run, after: Run) -> bool:
    """A dash may also open an aside that a line end happens to precede."""
    if BULLET.match(after.text) is None:
        return False
    return _DASH.match(after.text) is None or ENDS_SENTENCE.search(before.text) is not None


def _is_indented(before: Run, after: Run, measures: _Measures) -> bool:
    low, high = (share * after.size for share in _INDENT)
    return low < after.left - min(before.left, measures.left[_type(after)]) < high and (
        after.left - before.left > low
    )


def _had_room(before: Run, after: Run, measures: _Measures, ends: bool) -> bool:
    """Whether the first word of the next line would have fitted, so that the line was ended.

    Lines beside a picture are short too: without a full stop only half a line tells.
    """
    right, left = measures.right[_type(before)], measures.left[_type(before)]
    word = after.text.split(" ", 1)[0]
    width = len(word) * (after.right - after.left) / max(1, len(after.text))
    room = right - before.right - 0.3 * after.size
    if ends:
        return room > 1.1 * width
    half = before.right < (left + right) / 2
    return half and room > 2 * width and _BEGINS_SENTENCE.match(after.text) is not None


def _goes_on_from(
    found: Sequence[list[PrintedLine]], line: PrintedLine, body: float
) -> list[PrintedLine] | None:
    """The paragraph that ``line``, the first of a column, goes on; None where it begins one.

    A caption or a box may stand between the two.
    """
    if line.is_cell or is_larger(line.run, body) or BULLET.match(line.run.text):
        return None
    in_sentence = _CONTINUES.match(line.run.text) is not None
    for back, paragraph in enumerate(reversed(found[-_LOOK_BACK:])):
        last = paragraph[-1]
        if last.is_cell or not _same_type(last.run, line.run) or last.run.bold != line.run.bold:
            continue
        open_end = not _STOPS.search(last.run.text) and (
            (back == 0 and (len(paragraph) > 1 or len(last.run.text) >= _LINE))
            or last.run.text.endswith("-")
        )
        return paragraph if in_sentence or open_end else None
    return None
