"""HTML within Markdown: its tags part blocks or vanish, its text is prose."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fact_cli.model.text import BlockKind, Extent

# A value may hold a few "<", no more: a lone quotation mark must not be read on for ever.
_TOKEN = re.compile(
    r"(?P<comment><!--(?:.*?-->|.*)|<[!?][^>]*+>?)"
    r"|<(?P<close>/?)(?P<name>[A-Za-z][\w:-]*+)"
    r"(?P<rest>(?:[^<>\"']++|\"[^\"<]*+(?:<[^\"<]*+){0,4}\"|'[^'<]*+(?:<[^'<]*+){0,4}')*)>"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,31});)"
    r"|(?P<text>[^<&]++|[<&])",
    re.DOTALL,
)
_ALT = re.compile(r"\balt\s*=\s*(?:\"([^\"]++)\"|'([^']++)')", re.IGNORECASE)

# Elements whose text is no prose.
UNSEEN = frozenset({
    "script", "style", "template", "noscript", "textarea", "select", "svg", "math", "iframe",
    "object", "audio", "video", "canvas", "head", "pre", "code", "samp", "kbd", "del", "s",
    "strike",
})  # fmt: skip
KINDS = {
    "blockquote": BlockKind.QUOTATION,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "li": BlockKind.LIST_ITEM,
    "td": BlockKind.TABLE_CELL,
    "th": BlockKind.TABLE_CELL,
    "h1": BlockKind.TITLE,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
}
PARTS = frozenset({
    "address", "article", "aside", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figure", "footer", "form", "header", "hr", "main", "nav", "ol", "p", "section", "summary",
    "table", "tbody", "tfoot", "thead", "tr", "ul", *KINDS,
})  # fmt: skip
_VOID = frozenset({"br", "hr", "img", "input", "source", "wbr"})
_NESTED = 50  # elements in each other; of those that are deeper the outer are forgotten


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag; its name in lower case, ``alt`` the value of that attribute of a picture.

    ``empty`` is one that closes itself, or that never has content.
    """

    name: str
    closes: bool
    empty: bool
    extent: Extent
    alt: Extent | None = None


class Elements:
    """The elements that part blocks and are open."""

    def __init__(self) -> None:
        self._open: list[tuple[str, BlockKind]] = []

    @property
    def kind(self) -> BlockKind:
        """What the innermost of them makes of a block; PARAGRAPH where that is nothing."""
        return self._open[-1][1] if self._open else BlockKind.PARAGRAPH

    def take(self, tag: Tag) -> None:
        """Opens or closes the element of ``tag``; what was left open within closes with it."""
        if tag.empty or tag.name == "p":
            return
        if not tag.closes:
            del self._open[:-_NESTED]
            self._open.append((tag.name, KINDS.get(tag.name, self.kind)))
            return
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] == tag.name:
                del self._open[index:]
                return


@dataclass(frozen=True, slots=True)
class Words:
    """Text as it stands; ``put`` is what it stands for where it is an entity."""

    extent: Extent
    put: str | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment, or a declaration."""

    extent: Extent


def tokens(text: str, runs: Sequence[Extent]) -> Iterator[Tag | Words | Comment]:
    """What stands in ``runs`` of ``text`` read as one.

    A run is a line of a block: the signs of a quotation or list before it are no HTML.
    """
    joined = "".join(run.of(text) for run in runs)
    starts = [0]
    for run in runs:
        starts.append(starts[-1] + len(run))

    def place(start: int, end: int) -> Extent:
        return Extent(_back(runs, starts, start), _back(runs, starts, end - 1) + 1)

    for found in _TOKEN.finditer(joined):
        if found.lastgroup == "text":
            yield from (Words(extent) for extent in _cut(runs, starts, *found.span()))
        elif found.lastgroup == "entity":
            yield Words(place(*found.span()), html.unescape(found.group()))
        elif found["name"]:
            alt = _ALT.search(found["rest"])
            yield Tag(
                found["name"].lower(),
                closes=found["close"] == "/",
                empty=found["rest"].endswith("/") or found["name"].lower() in _VOID,
                extent=place(*found.span()),
                alt=place(*_value(found.start("rest"), alt)) if alt else None,
            )
        else:
            yield Comment(place(*found.span()))


def _value(start: int, alt: re.Match[str]) -> tuple[int, int]:
    """Where the value of an attribute stands, the attributes of its tag from ``start`` on."""
    first, last = alt.span(alt.lastindex or 0)
    return start + first, start + last


def _back(runs: Sequence[Extent], starts: Sequence[int], offset: int) -> int:
    """The place in the text of an offset into the runs joined."""
    number = bisect_right(starts, offset) - 1
    return runs[number].start + offset - starts[number]


def _cut(runs: Sequence[Extent], starts: Sequence[int], start: int, end: int) -> Iterator[Extent]:
    """The stretch from ``start`` to ``end`` of the runs joined, a piece of each run."""
    number = bisect_right(starts, start) - 1
    while start < end:
        last = min(end, starts[number + 1])
        yield Extent(_back(runs, starts, start), _back(runs, starts, last - 1) + 1)
        start, number = last, number + 1
