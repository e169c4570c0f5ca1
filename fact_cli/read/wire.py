"""From what an exchange format tells of an article to a `Document`.

Such formats tell much twice: a headline beside the body and in it, a summary that is the
first paragraph. What the body says is not told again before it, since a fact-checker
would take the two for one source that confirms the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from fact_cli.model.text import BlockKind, Document, Extent, Origin, Published
from fact_cli.read.marks import carried_marks
from fact_cli.read.prose import Part, assembled, plain
from fact_cli.read.roles import with_roles
from fact_cli.read.stamps import publication, told_day
from fact_cli.read.xml_blocks import words

_FRONT = (BlockKind.TITLE, BlockKind.STANDFIRST, BlockKind.BYLINE)
_WITHDRAWN = ("canceled", "cancelled", "killed")


def article(
    path: str,
    sources: Mapping[str, str],
    parts: Iterable[Part],
    stamps: Sequence[str],
    within: Extent | None = None,
) -> Document:
    """The document of ``parts``: the first title, then standfirst, byline and body.

    ``stamps`` are its dates as written by systems, the surest first; any may be empty.
    ``within`` is where the article stands in the source "text", None where it is all of it.
    """
    settled = _settled(list(parts))
    title = next((words(part) for part in settled if part.kind is BlockKind.TITLE), None)
    text = sources.get("text", "")
    marks = carried_marks(text, within or Extent(0, len(text)))
    document = with_roles(assembled(path, sources, settled, title=title, marks=marks))
    told = told_day(document)
    given = publication(stamps, told)
    if given.date is None and told is not None:
        given = Published(told, Origin.BYLINE)
    return replace(document, published=given)


def part_name(name: str, label: str, count: int) -> str:
    """How an article is called: the file, and ``label`` where it holds ``count`` > 1."""
    return name if count == 1 else f"{name}#{' '.join(label.split())}"


def withdrawn(statuses: Iterable[str]) -> bool:
    """Whether one of ``statuses`` (``stat:canceled``) says that the article is taken back."""
    return any(status.lower().endswith(_WITHDRAWN) for status in statuses)


def _settled(parts: Sequence[Part]) -> list[Part]:
    front: list[Part] = []
    title = next((part for part in parts if part.kind is BlockKind.TITLE), None)
    headings = set() if title is None else {_squeezed([title])}
    body = [part for part in _untitled(parts) if not _repeats(part, headings)]
    told = _squeezed(body)
    for kind in _FRONT[1:]:
        for part in parts:
            if part.kind is kind and _squeezed([part]).rstrip(" .…") not in told:
                front.append(part)
                told += " " + _squeezed([part])
    return [*([] if title is None else [title]), *front, *body]


def _untitled(parts: Iterable[Part]) -> Iterable[Part]:
    """The body; a title behind the first is a heading of it."""
    titled = False
    for part in parts:
        if part.kind is not BlockKind.TITLE:
            if part.kind not in _FRONT:
                yield part
        elif titled:
            yield Part(BlockKind.HEADING, part.pieces)
        else:
            titled = True


def _repeats(part: Part, headings: set[str]) -> bool:
    return part.kind is BlockKind.HEADING and _squeezed([part]) in headings


def _squeezed(parts: Iterable[Part]) -> str:
    """The words of ``parts`` as two tellings of them can be compared."""
    return " ".join(plain(" ".join(words(part) for part in parts)).casefold().split())
