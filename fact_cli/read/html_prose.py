"""How much prose each element of a page holds, and what is nothing but links."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate

from fact_cli.model.text import BlockKind, Extent
from fact_cli.read.html_blocks import parts_of
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
            linked += size * self._covers(piece.origin.start)
        return linked / total if total else 0.0

    def _covers(self, offset: int) -> bool:
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

    @property
    def total(self) -> int:
        return self.before[-1]


def prose_of(page: Tree, linked: Links, left_out: Collection[int] = ()) -> Prose:
    """The prose of ``page`` without the elements ``left_out``."""
    parts = parts_of(page, range(len(page.nodes)), left_out=left_out)
    sizes = [_size(part, linked) for part in parts]
    return Prose([part.pieces[0].origin.start for part in parts], [0, *accumulate(sizes)])


def size_of(part: Part) -> int:
    return sum(len(piece.text) for piece in part.pieces)


def _size(part: Part, linked: Links) -> int:
    size = size_of(part)
    if part.kind is BlockKind.HEADING or size < SHORTEST_PROSE:
        return 0
    return 0 if linked.share(part) > MOST_LINKED else size


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
