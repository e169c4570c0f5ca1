"""NewsML 1.2, which agencies still ship: items made of nested components."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fact_cli.errors import Cancelled, InputError, NotNews
from fact_cli.model.text import BlockKind, Document
from fact_cli.read.content import content_parts, front
from fact_cli.read.prose import Part
from fact_cli.read.wire import article, part_name, withdrawn
from fact_cli.read.xml_elements import Element

# What a component is to the article, by its role; any other role is the body's.
_ROLES = {
    "title": BlockKind.TITLE,
    "headline": BlockKind.TITLE,
    "lead": BlockKind.STANDFIRST,
    "summary": BlockKind.STANDFIRST,
    "abstract": BlockKind.STANDFIRST,
    "synopsis": BlockKind.STANDFIRST,
    "caption": BlockKind.CAPTION,
}
_MANAGEMENT = ("ThisRevisionCreated", "FirstCreated")


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A component's content, with the components around it, the outermost first."""

    content: Element
    around: Sequence[Element]

    @property
    def kind(self) -> BlockKind:
        """What it is to the article; `PARAGRAPH` is the body."""
        role = self.around[-1].first("Role")
        name = "" if role is None else role.get("FormalName").lower()
        return _ROLES.get(name, BlockKind.PARAGRAPH)

    @property
    def language(self) -> str:
        given = [one.get("xml:lang").lower() for one in self.around]
        return next((language for language in reversed(given) if language), "")


def documents(name: str, source: str, top: Element) -> Iterator[Document | InputError]:
    """The articles of a NewsML 1 file, each under its identifier where there are more.

    Raises `NotNews` where no item has text.
    """
    found = [
        (item, parts)
        for item in top.children("NewsItem")
        if (parts := _parts(source, item)) or _is_withdrawn(item)
    ]
    if not found:
        raise NotNews(name)
    for number, (item, parts) in enumerate(found, 1):
        path = part_name(name, _identifier(source, item) or str(number), len(found))
        if _is_withdrawn(item):
            yield Cancelled(path)
        else:
            yield article(path, {"text": source}, parts, _stamps(source, item), item.extent)


def _is_withdrawn(item: Element) -> bool:
    status = item.first("NewsManagement", "Status")
    return status is not None and withdrawn([status.get("FormalName")])


def _identifier(source: str, item: Element) -> str:
    path = ("Identification", "NewsIdentifier")
    return item.at(*path, "PublicIdentifier", source=source) or item.at(
        *path, "NewsItemId", source=source
    )


def _stamps(source: str, item: Element) -> Sequence[str]:
    """The item's dates, the surest first: see `fact_cli.read.stamps`."""
    dated = [found.text(source) for found in item.all("DateLineDate")]
    managed = [item.at("NewsManagement", name, source=source) for name in _MANAGEMENT]
    return [managed[0], *dated, managed[1]]


def _parts(source: str, item: Element) -> list[Part]:
    """Front and body of ``item``; nothing where no component of it has text."""
    leaves = _in_one_language(_leaves(item))
    read = [(leaf, parts) for leaf in leaves if (parts := content_parts(source, leaf.content))]
    body = next((leaf for leaf, _ in read if leaf.kind is BlockKind.PARAGRAPH), None)
    if body is None:
        return []
    return [
        *front(source, _line(body, "HeadLine"), BlockKind.TITLE),
        *front(source, _line(body, "DateLine"), BlockKind.BYLINE),
        *(_as(leaf.kind, part) for leaf, parts in read for part in parts),
    ]


def _as(kind: BlockKind, part: Part) -> Part:
    return part if kind is BlockKind.PARAGRAPH else Part(kind, part.pieces)


def _line(body: _Leaf, name: str) -> Sequence[Element]:
    """The news line of the body's component, or of the nearest one around it."""
    for component in reversed(body.around):
        found = component.first("NewsLines", name)
        if found is not None:
            return [found]
    return []


def _leaves(item: Element) -> Iterator[_Leaf]:
    """Each component's first content that is in the file; its others tell the same."""
    waiting = [(component, (item, component)) for component in item.children("NewsComponent")]
    waiting.reverse()
    while waiting:
        component, around = waiting.pop()
        contents = (found.first("DataContent") for found in component.children("ContentItem"))
        content = next((one for one in contents if one is not None), None)
        if content is not None:
            yield _Leaf(content, around)
        inner = list(component.children("NewsComponent"))
        if component.get("EquivalentsList") == "yes":
            inner = inner[:1]
        waiting += [(one, (*around, one)) for one in reversed(inner)]


def _in_one_language(leaves: Iterator[_Leaf]) -> Sequence[_Leaf]:
    """An item may hold its article in several languages: the French one, else the first."""
    found = list(leaves)
    languages = [leaf.language for leaf in found]
    chosen = next((one for one in languages if one.startswith("fr")), *languages[:1] or ("",))
    return [leaf for leaf in found if leaf.language == chosen]
