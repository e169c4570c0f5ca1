"""Text that XML carries as character data: plain, or markup in escapes or CDATA.

It is read as text of its own, and each of its pieces is led back to where it stands in
the file: ``&lt;p&gt;5&amp;nbsp;%&lt;/p&gt;`` is a paragraph of "5 %".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from fact_cli.model.text import Extent
from fact_cli.read.blocks import Blocks
from fact_cli.read.marks import between_marks, blanked
from fact_cli.read.prose import Part, Piece
from fact_cli.read.txt import cut
from fact_cli.read.xml_elements import Element, words_of
from fact_cli.read.xml_events import Words

_TAGS = re.compile(
    r"</(?:p|div|h[1-6]|li|ul|ol|table|b|i|strong|em|a|span|html|body|blockquote)\s*>|<br\s*/?>",
    re.IGNORECASE,
)
_NITF = re.compile(r"<nitf[\s>]")
_BLANK = re.compile(r"^[^\S\n]+$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Carried:
    """``text``, and its runs in order with the extent of the source that each comes from.

    Equal lengths mean that characters correspond one to one, as in `Piece`.
    """

    text: str
    runs: Sequence[Piece]
    starts: Sequence[int] = field(init=False)

    def __post_init__(self) -> None:
        starts, at = [], 0
        for run in self.runs:
            starts.append(at)
            at += len(run.text)
        object.__setattr__(self, "starts", starts)

    def placed(self, part: Part) -> Part:
        """``part``, whose pieces count in ``text``, with pieces that count in the source."""
        return Part(part.kind, [made for piece in part.pieces for made in self._pieces(piece)])

    def _pieces(self, piece: Piece) -> Iterator[Piece]:
        slices = list(self._slices(piece.origin))
        if len(piece.text) == len(piece.origin):
            at = 0
            for size, origin in slices:
                yield Piece(piece.text[at : at + size], origin)
                at += size
        elif slices:
            yield Piece(piece.text, slices[0][1].until(slices[-1][1]))

    def _slices(self, extent: Extent) -> Iterator[tuple[int, Extent]]:
        """The lengths of ``extent`` in each run, and where these stand in the source."""
        number = max(0, bisect_right(self.starts, extent.start) - 1)
        while number < len(self.runs) and self.starts[number] < extent.end:
            run, start = self.runs[number], self.starts[number]
            low = max(extent.start, start) - start
            high = min(extent.end - start, len(run.text))
            if len(run.text) == len(run.origin):
                yield high - low, Extent(run.origin.start + low, run.origin.start + high)
            else:
                yield high - low, run.origin
            number += 1


def carried(source: str, element: Element) -> Carried:
    """The character data inside ``element``."""
    runs = [
        Piece(words_of(event, source), Extent(event.start, event.end))
        for event in element.inside()
        if isinstance(event, Words)
    ]
    return Carried("".join(run.text for run in runs), runs)


def holds_html(text: str) -> bool:
    """Whether ``text`` is HTML, whatever it is said to be."""
    return _TAGS.search(text) is not None


def holds_nitf(text: str) -> bool:
    return _NITF.search(text) is not None


def plain_parts(text: str, field: str = "text") -> list[Part]:
    """The blocks of plain text, cut as those of a text file are.

    A line of spaces alone counts as empty ones, which the cutter need not search for words.
    Marks are no prose.
    """
    blocks = Blocks(text, field)
    prose = _BLANK.sub(lambda line: "\n" * len(line[0]), blanked(text))
    for block in cut(prose, Extent(0, len(text)), "text"):
        for run in between_marks(text, block.extent):
            blocks.words(run.start, run.end)
        blocks.end(block.kind)
    return blocks.parts
