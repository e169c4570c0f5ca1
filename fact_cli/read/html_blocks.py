"""The blocks of HTML or XHTML, as a browser shows them, with the place of each word."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Protocol

from fact_cli.model.text import BlockKind
from fact_cli.read.blocks import Blocks
from fact_cli.read.html_hidden import is_hidden, is_note_call, raised_element
from fact_cli.read.html_tokens import Reference, Tag, Token, Words
from fact_cli.read.html_tree import BLOCKS, HEADINGS, Tree, tree
from fact_cli.read.prose import Part

FULL_WIDTH = 50  # characters of a line that was cut by its width, in preformatted text
LONGEST_CELL = 200  # characters; a cell that holds more lays out a page, it is no table's

_KINDS: Mapping[str, BlockKind] = {
    **dict.fromkeys(HEADINGS, BlockKind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), BlockKind.LIST_ITEM),
    **dict.fromkeys(("td", "th"), BlockKind.TABLE_CELL),
    **dict.fromkeys(("caption", "figcaption", "figure"), BlockKind.CAPTION),
    "blockquote": BlockKind.QUOTATION,
}
# Kinds that only `named` gives; all that stands in such an element is of that kind.
_NAMED = frozenset({BlockKind.TITLE, BlockKind.STANDFIRST, BlockKind.BYLINE})
NONE: Mapping[int, BlockKind] = MappingProxyType({})
_LINE_END = re.compile(r"[ \t]*(?:\r\n?|\n)")
_GOES_ON = re.compile(r"[^.!?…:;»”\"]")  # a character that ends no line of its own


def html_parts(
    source: str, field: str = "text", *, start: int = 0, end: int | None = None, xml: bool = False
) -> list[Part]:
    """The blocks of the fragment ``source[start:end]`` in order; offsets count in ``source``.

    ``xml`` says that ``<p/>`` is an empty paragraph, as in XHTML, and not an open one.
    """
    page = tree(source, start, end, xml=xml)
    return parts_of(page, range(len(page.nodes)), field)


def parts_of(
    page: Tree,
    within: range,
    field: str = "text",
    left_out: Collection[int] = (),
    named: Mapping[int, BlockKind] = NONE,
) -> list[Part]:
    """The blocks of the nodes ``within``, but for the elements ``left_out``.

    ``named`` gives the kind of all prose of some block elements, whatever stands in them.
    """
    blocks = Blocks(page.source, field)
    for number in write(page, within, blocks, left_out, named):
        blocks.parts[number] = Part(BlockKind.PARAGRAPH, blocks.parts[number].pieces)
    return blocks.parts


class Collector(Protocol):
    """What `Blocks` is to its user; `end` tells whether the block had words."""

    def words(self, start: int, end: int, /) -> None: ...
    def put(self, words: str, start: int, end: int, /) -> None: ...
    def gap(self, start: int, end: int, /) -> None: ...
    def end(self, kind: BlockKind, /) -> bool: ...
    def drop(self) -> None: ...


def write(
    page: Tree,
    within: range,
    blocks: Collector,
    left_out: Collection[int] = (),
    named: Mapping[int, BlockKind] = NONE,
) -> Sequence[int]:
    """Gives ``blocks`` the words of the nodes ``within``.

    Returns the numbers of those that look like a table's cells and are prose.
    """
    writer = _Writer(page, blocks, named)
    number, last = within.start, within.stop
    while number < last:
        node = page.nodes[number]
        if isinstance(node, Tag) and not node.closing and _skipped(page, number, left_out):
            if node.name in BLOCKS:
                writer.end_block()
            number = page.ends[number]
        elif (figure := raised_element(page, number)) is not None:
            writer.figure(figure, page.nodes[number + 1])
            number = page.ends[number]
        elif isinstance(node, Tag):
            writer.tag(number, node)
        else:
            writer.text(node)
        number += 1
    writer.end_block()
    return writer.prose_cells


def _skipped(page: Tree, number: int, left_out: Collection[int]) -> bool:
    return number in left_out or is_hidden(page, number) or is_note_call(page, number)


class _Writer:
    """``kinds`` are those of the open block elements, ``cells`` the blocks of open cells.

    A cell is judged when it ends: old pages are laid out by tables, and what a large cell
    holds is prose.
    """

    def __init__(self, page: Tree, blocks: Collector, named: Mapping[int, BlockKind]) -> None:
        self.page = page
        self.named = named
        self.blocks = blocks
        self.ended = 0
        self.prose_cells: list[int] = []
        self.sizes = [0]
        self.kinds = [BlockKind.PARAGRAPH]
        self.cells: list[list[int]] = []
        self.breaks: list[Tag] = []
        self.last = ""
        self.blank = True
        self.preformatted = 0

    def text(self, node: Words | Reference) -> None:
        words = (
            node.words if isinstance(node, Reference) else self.page.source[node.start : node.end]
        )
        shown = words.strip(" \t\n\r\f")
        if shown:
            self.sizes[-1] += len(shown)
            self._settle_breaks(shown[0])
            self.last = shown[-1]
        if isinstance(node, Reference):
            self.blocks.put(node.words, node.start, node.end)
            self.blank = self.blank and not node.words.strip()
        elif self.preformatted:
            self._preformatted(node)
        else:
            self._words(node.start, node.end)

    def figure(self, words: str, node: Token) -> None:
        """``words`` in the place of ``node``, character by character."""
        self._settle_breaks(words)
        self.last, self.blank = words, False
        self.blocks.put(words, node.start, node.end)

    def tag(self, number: int, tag: Tag) -> None:
        if tag.name == "br":
            self.breaks.append(tag)
        elif tag.name == "q":
            self._settle_breaks("«")
            self.blocks.put("\u00a0»" if tag.closing else "«\u00a0", tag.start, tag.end)
        elif tag.name in BLOCKS:
            self.end_block()
            self._close(tag) if tag.closing else self._open(number, tag)

    def end_block(self) -> None:
        self.breaks.clear()
        kind = self.kinds[-1]
        if self.blank:
            self.blocks.drop()
        self.blank = True
        if self.blocks.end(kind):
            if kind is BlockKind.TABLE_CELL and self.cells:
                self.cells[-1].append(self.ended)
            self.ended += 1

    def _open(self, number: int, tag: Tag) -> None:
        if self.page.ends[number] == number:
            return
        outer = self.kinds[-1]
        kind = outer if outer in _NAMED else _KINDS.get(tag.name, outer)
        self.kinds.append(self.named.get(number, kind))
        self.preformatted += tag.name == "pre"
        if self.kinds[-1] is BlockKind.TABLE_CELL and tag.name in {"td", "th"}:
            self.cells.append([])
            self.sizes.append(0)

    def _close(self, tag: Tag) -> None:
        if len(self.kinds) > 1:
            self.kinds.pop()
        self.preformatted -= tag.name == "pre"
        if tag.name in {"td", "th"} and self.cells:
            blocks = self.cells.pop()
            if self.sizes.pop() > LONGEST_CELL:
                self.prose_cells += blocks

    def _settle_breaks(self, following: str) -> None:
        """A line end inside a sentence or a heading is a space, any other ends the block."""
        if not self.breaks:
            return
        first, count = self.breaks[0], len(self.breaks)
        heading = self.kinds[-1] is BlockKind.HEADING
        inside = count == 1 and following.islower() and _GOES_ON.fullmatch(self.last)
        if heading or inside:
            self.breaks.clear()
            self.blocks.gap(first.start, first.end)
        else:
            self.end_block()

    def _preformatted(self, node: Words) -> None:
        """A line of nearly full width goes on in the next, a shorter one ends its block."""
        at = node.start
        for line_end in _LINE_END.finditer(self.page.source, node.start, node.end):
            self._words(at, line_end.start())
            if line_end.start() - at < FULL_WIDTH:
                self.end_block()
            else:
                self.blocks.gap(*line_end.span())
            at = line_end.end()
        self._words(at, node.end)

    def _words(self, start: int, end: int) -> None:
        self.blocks.words(start, end)
        self.blank = self.blank and not self.page.source[start:end].strip()
