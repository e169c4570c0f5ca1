"""How much prose each element of a page holds, and what is nothing but links."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate

from fact_cli.model.text import BlockKind, Extent
from fact_cli.read.html_blocks import write
from fact_cli.read.html_tokens import Tag
from fact_cli.read.html_tree import Tree
from fact_cli.read.prose import Part

SHORTEST_PROSE = 40  # characters; less is a label, a menu's entry, a name
MOST_LINKED = 0.5  # of the characters of prose
ALL_LINKED = 0.85  # of the characters of a list of other articles


@dataclass(frozen=True, slots=True)
class Links:
    """Where the links to other pages stand, in order; they do not overlap."""

    extents: Sequence[Extent]
    starts: Sequence[int]

    def share(self, part: Part) -> float:
        """How much of the block is linked, from 0 to 1."""
        linked = total = 0
        for piece in part.pieces:
            size = len(piece.text.strip())
            total += size
            linked += size * self.covers(piece.origin.start)
        return linked / total if total else 0.0

    def covers(self, offset: int) -> bool:
        number = bisect_right(self.starts, offset) - 1
        return number >= 0 and offset < self.extents[number].end


def links(page: Tree) -> Links:
    """The links of ``page``, but for those to a place on a page: a live blog's to its posts."""
    extents = [
        extent_of(page, number)
        for number, tag in page.elements()
        if tag.name == "a" and "#" not in (page.value(tag, "href") or "#")
    ]
    return Links(extents, [extent.start for extent in extents])


def extent_of(page: Tree, number: int) -> Extent:
    """The extent of an element, its tags included."""
    return Extent(page.nodes[number].start, page.nodes[page.ends[number]].end)


def extent_of_nodes(page: Tree, nodes: range) -> Extent:
    """From the start of the first node to the end of the last."""
    if not nodes:
        return Extent(0, 0)
    return Extent(page.nodes[nodes.start].start, page.nodes[nodes.stop - 1].end)


@dataclass(frozen=True, slots=True)
class Prose:
    """``before[i]`` counts the characters of prose ahead of that which starts at ``starts[i]``."""

    starts: Sequence[int]
    before: Sequence[int]

    def within(self, extent: Extent) -> int:
        """Characters of prose in ``extent`` of the source."""
        first = bisect_left(self.starts, extent.start)
        last = bisect_left(self.starts, extent.end)
        return self.before[last] - self.before[first]

    def first(self, extent: Extent) -> int:
        """The offset at which prose begins in ``extent``, its end where none does."""
        number = bisect_left(self.starts, extent.start)
        while number < len(self.starts) and self.starts[number] < extent.end:
            if self.before[number + 1] > self.before[number]:
                return self.starts[number]
            number += 1
        return extent.end

    @property
    def total(self) -> int:
        return self.before[-1]


def prose_of(page: Tree, linked: Links, left_out: Collection[int] = ()) -> Prose:
    """The prose of ``page`` without the elements ``left_out``."""
    tally = _Tally(page, linked)
    write(page, range(len(page.nodes)), tally, left_out)
    return Prose(tally.starts, [0, *accumulate(tally.sizes)])


class _Tally:
    """Counts the characters of each block instead of keeping them."""

    def __init__(self, page: Tree, linked: Links) -> None:
        self.page = page
        self.linked = linked
        self.starts: list[int] = []
        self.sizes: list[int] = []
        self.drop()

    def words(self, start: int, end: int) -> None:
        self._count(len(self.page.source[start:end].strip()), start)

    def put(self, words: str, start: int, _end: int) -> None:
        self._count(len(words), start)

    def gap(self, _start: int, _end: int) -> None:
        pass

    def end(self, kind: BlockKind) -> bool:
        size, linked, start = self.size, self.links, self.start
        self.drop()
        if not size:
            return False
        is_prose = size >= SHORTEST_PROSE and linked <= MOST_LINKED * size
        self.starts.append(start)
        self.sizes.append(size if is_prose and kind is not BlockKind.HEADING else 0)
        return True

    def drop(self) -> None:
        self.size = self.links = self.start = 0

    def _count(self, size: int, start: int) -> None:
        if size and not self.size:
            self.start = start
        self.size += size
        self.links += size * self.linked.covers(start)


def size_of(part: Part) -> int:
    return sum(len(piece.text) for piece in part.pieces)


def is_list_of_links(part: Part, linked: Links) -> bool:
    return linked.share(part) >= ALL_LINKED


def ancestors(page: Tree, numbers: Collection[int]) -> frozenset[int]:
    """The elements in which those of ``numbers`` lie, themselves included."""
    wanted, found, open_now = set(numbers), set[int](), list[int]()
    for number, node in enumerate(page.nodes):
        if not isinstance(node, Tag):
            continue
        if node.closing:
            open_now.pop()
        elif page.ends[number] != number:
            open_now.append(number)
        if number in wanted:
            found.add(number)
            for around in reversed(open_now):
                if around in found and around != number:
                    break
                found.add(around)
    return frozenset(found)
