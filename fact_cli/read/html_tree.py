"""The elements of a page, each with its end, those that authors leave open included.

A flat list instead of nodes: what nests 10,000 deep needs no recursion, and an element is
the number of its start tag. End tags that the source leaves out are put where browsers
put them, so that starts and ends are balanced; those that end nothing are left out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from fact_cli.model.text import Extent
from fact_cli.read.html_references import resolved
from fact_cli.read.html_tokens import Reference, Tag, Token, tokens


def names(text: str) -> frozenset[str]:
    """The names of elements in ``text``, parted by spaces."""
    return frozenset(text.split())


VOID = names(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source "
    "track wbr"
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = HEADINGS | names(
    "address article aside blockquote body caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form header hgroup hr html legend li listing main menu "
    "nav ol p plaintext pre search section summary table tbody td tfoot th thead tr ul"
)

_ENDS_PARAGRAPH = BLOCKS - names("body caption html legend tbody td tfoot th thead tr")
_SCOPE = names("applet button caption html marquee object table td template textarea th")
_IN_HEAD = names("base head link meta noscript script style template title")
_TABLE = frozenset({"caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr"})
_CELLS = frozenset({"caption", "td", "th"})
_SECTIONS = frozenset({"tbody", "tfoot", "thead"})
# Inline elements that an end tag ends even across a block: each leaves words out or adds some.
_TELLING = frozenset({"a", "del", "ins", "q", "s", "strike", "sup"})
_FOREIGN = frozenset({"math", "svg"})


@dataclass(frozen=True, slots=True)
class _Implied:
    """Which open elements a start tag ends, unless one of ``within`` lies between."""

    ended: frozenset[str]
    within: frozenset[str]


_IMPLIED: Sequence[tuple[frozenset[str], _Implied]] = (
    (_ENDS_PARAGRAPH, _Implied(frozenset({"p"}), _SCOPE)),
    (frozenset({"li"}), _Implied(frozenset({"li"}), _SCOPE | {"dir", "menu", "ol", "ul"})),
    (frozenset({"dd", "dt"}), _Implied(frozenset({"dd", "dt"}), _SCOPE | {"dl"})),
    (_CELLS, _Implied(_CELLS, frozenset({"table"}))),
    (frozenset({"tr"}), _Implied(_CELLS | {"tr"}, frozenset({"table"}))),
    (_SECTIONS, _Implied(_CELLS | _SECTIONS | {"tr"}, frozenset({"table"}))),
    (frozenset({"a"}), _Implied(frozenset({"a"}), _SCOPE)),
    (frozenset({"option", "optgroup"}), _Implied(frozenset({"option"}), frozenset({"select"}))),
)  # fmt: skip


def _by_start(rows: Iterable[tuple[frozenset[str], _Implied]]) -> dict[str, list[_Implied]]:
    table: dict[str, list[_Implied]] = {}
    for names, implied in rows:
        for name in names:
            table.setdefault(name, []).append(implied)
    return table


_IMPLIED_BY: Mapping[str, Sequence[_Implied]] = _by_start(_IMPLIED)


def _number(start: tuple[int, Tag]) -> int:
    return start[0]


@dataclass(frozen=True, slots=True)
class Tree:
    """``nodes`` in the order of the source; ``ends[i]`` is the end tag of the start tag ``i``.

    For a void element, for text and for an end tag ``ends[i]`` is ``i``. ``comments`` are no
    nodes.
    """

    source: str
    nodes: Sequence[Token]
    ends: Sequence[int]
    comments: Sequence[Extent] = ()
    starts: Sequence[tuple[int, Tag]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        starts = [
            (number, node)
            for number, node in enumerate(self.nodes)
            if isinstance(node, Tag) and not node.closing
        ]
        object.__setattr__(self, "starts", starts)

    def elements(self, first: int = 0, last: int | None = None) -> Sequence[tuple[int, Tag]]:
        """The start tags from node ``first`` up to node ``last``, with their numbers."""
        if first == 0 and last is None:
            return self.starts
        begin = bisect_left(self.starts, first, key=_number)
        end = None if last is None else bisect_left(self.starts, last, key=_number)
        return self.starts[begin:end]

    def text(self, first: int, last: int) -> str:
        """The words of the nodes from ``first`` up to ``last``, hidden ones among them."""
        return "".join(
            node.words if isinstance(node, Reference) else self.source[node.start : node.end]
            for node in self.nodes[first:last]
            if not isinstance(node, Tag)
        )

    def value(self, tag: Tag, attribute: str) -> str | None:
        """The value of an attribute with references resolved; None where it is not given."""
        extent = tag.attributes.get(attribute)
        return None if extent is None else resolved(self.source, extent, in_attribute=True)


def tree(source: str, start: int = 0, end: int | None = None, *, xml: bool = False) -> Tree:
    """The elements of ``source[start:end]``; takes time in proportion to its length."""
    end = len(source) if end is None else end
    building = _Building(xml)
    comments: list[Extent] = []
    for token in tokens(source, start, end, xml=xml, comments=comments):
        building.add(token)
    building.end_all(end)
    return Tree(source, building.nodes, building.ends, comments)


class _Building:
    """``depths`` holds, for each name, how deep its open elements lie, outermost first."""

    def __init__(self, xml: bool) -> None:
        self.xml = xml
        self.nodes: list[Token] = []
        self.ends: list[int] = []
        self.open: list[int] = []
        self.depths: dict[str, list[int]] = {}
        self.blocks: list[int] = []

    def add(self, token: Token) -> None:
        if not isinstance(token, Tag):
            self._put(token)
        elif token.closing:
            self._close(token)
        else:
            self._start(token)

    def end_all(self, at: int) -> None:
        self._end_from(0, at)

    def _put(self, token: Token) -> None:
        self.ends.append(len(self.nodes))
        self.nodes.append(token)

    def _start(self, tag: Tag) -> None:
        for implied in _IMPLIED_BY.get(tag.name, ()):
            self._end_implied(implied, tag.start)
        if tag.name not in _IN_HEAD and "head" in self.depths and self.depths["head"]:
            self._end_from(self.depths["head"][-1], tag.start)
        if tag.name in HEADINGS and self.open and self._name(self.open[-1]) in HEADINGS:
            self._end_from(len(self.open) - 1, tag.start)
        self._put(tag)
        if tag.name not in VOID and not (tag.empty and self._may_be_empty(tag.name)):
            depth = len(self.open)
            self.open.append(len(self.nodes) - 1)
            self.depths.setdefault(tag.name, []).append(depth)
            if tag.name in BLOCKS:
                self.blocks.append(depth)

    def _may_be_empty(self, name: str) -> bool:
        return self.xml or name in _FOREIGN or any(self.depths.get(one) for one in _FOREIGN)

    def _end_implied(self, implied: _Implied, at: int) -> None:
        depths = [self.depths[name][-1] for name in implied.ended if self.depths.get(name)]
        if depths:
            barrier = max(map(self._innermost, implied.within))
            depths = [depth for depth in depths if depth > barrier]
            if depths:
                self._end_from(min(depths), at)

    def _close(self, tag: Tag) -> None:
        if tag.name in {"body", "html"}:  # what follows still belongs to the body
            return
        if tag.name == "br" or (tag.name == "p" and not self._reachable("p")):
            self._put(Tag(tag.name, tag.start, tag.end))
            if tag.name == "p":  # browsers show an empty paragraph
                self.ends[-1] += 1
                self._put(tag)
            return
        names = HEADINGS if tag.name in HEADINGS else (tag.name,)
        depth = max(map(self._innermost, names))
        if depth >= 0 and self._reachable(self._name(self.open[depth])):
            self._end_from(depth, tag.end, tag)

    def _reachable(self, name: str) -> bool:
        """Whether an end tag of this name ends the innermost open element of that name."""
        depth = self._innermost(name)
        if depth < 0:
            return False
        if name in _TABLE:
            return name == "table" or depth > self._innermost("table")
        if name in BLOCKS or name in _TELLING:
            return depth >= max(map(self._innermost, _SCOPE))
        return depth > (self.blocks[-1] if self.blocks else -1)

    def _end_from(self, depth: int, at: int, tag: Tag | None = None) -> None:
        """Ends the open elements from the innermost to that at ``depth``, which ``tag`` ends."""
        for level in range(len(self.open) - 1, depth - 1, -1):
            number = self.open.pop()
            name = self._name(number)
            self.depths[name].pop()
            if self.blocks and self.blocks[-1] == level:
                self.blocks.pop()
            self.ends[number] = len(self.nodes)
            own = tag is not None and level == depth
            place = Extent(tag.start, tag.end) if tag is not None and own else Extent(at, at)
            self._put(Tag(name, place.start, place.end, closing=True))

    def _innermost(self, name: str) -> int:
        depths = self.depths.get(name)
        return depths[-1] if depths else -1

    def _name(self, number: int) -> str:
        node = self.nodes[number]
        return node.name if isinstance(node, Tag) else ""
