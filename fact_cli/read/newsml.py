"""NewsML-G2: the news items of a message, or one alone, each an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fact_cli.errors import Cancelled, InputError, NotNews
from fact_cli.model.text import BlockKind, Document
from fact_cli.read.content import content_parts, front
from fact_cli.read.prose import Part
from fact_cli.read.wire import article, part_name, withdrawn
from fact_cli.read.xml_elements import Element

_SUMMARIES = ("summary", "abstract", "lead", "lede", "standfirst", "chapeau", "text")
_HEADLINES = ("main", "headline", "title", "full")


def documents(name: str, source: str, top: Element) -> Iterator[Document | InputError]:
    """The articles of a file whose root is ``top``, each under its guid where there are more.

    Pictures, packages and other items without prose of their own are passed over; a file of
    nothing else is no article. Raises `NotNews`.
    """
    items = [top] if top.name == "newsItem" else list(top.all("newsItem"))
    found = [
        (item, parts)
        for item in items
        if _is_text(item) and ((parts := _parts(source, item)) or _is_withdrawn(item))
    ]
    if not found:
        raise NotNews(name)
    for number, (item, parts) in enumerate(found, 1):
        path = part_name(name, item.get("guid") or str(number), len(found))
        if _is_withdrawn(item):
            yield Cancelled(path)
        else:
            yield article(path, {"text": source}, parts, _stamps(source, item), item.extent)


def _is_withdrawn(item: Element) -> bool:
    return withdrawn(_codes(item.first("itemMeta", "pubStatus")))


def _is_text(item: Element) -> bool:
    """Whether the item's class is text, or not given."""
    codes = [code for code in _codes(item.first("itemMeta", "itemClass")) if code]
    return not codes or any(code.endswith(("text", "composite")) for code in codes)


def _codes(element: Element | None) -> Sequence[str]:
    return () if element is None else (element.get("qcode"), element.get("uri"))


def _parts(source: str, item: Element) -> list[Part]:
    """Front and body of ``item``; nothing where it has no body."""
    body = _body(source, item)
    meta = item.first("contentMeta")
    if not body or meta is None:
        return body
    return [
        *front(source, _headlines(meta), BlockKind.TITLE),
        *front(source, _summaries(meta), BlockKind.STANDFIRST),
        *front(source, list(meta.children("dateline")), BlockKind.BYLINE),
        *body,
    ]


def _body(source: str, item: Element) -> list[Part]:
    """The first rendition that can be read, elements before text; all tell the same."""
    holders = [
        holder
        for name in ("inlineXML", "inlineData")
        for contents in item.children("contentSet")
        for holder in contents.children(name)
        if not holder.get("encoding")
    ]
    return next((parts for holder in holders if (parts := content_parts(source, holder))), [])


def _headlines(meta: Element) -> Sequence[Element]:
    """The main headline; others are short forms, subheadings or translations of it."""
    given = list(meta.children("headline"))
    return sorted(given, key=_foreign_or_minor)[:1]


def _foreign_or_minor(headline: Element) -> tuple[bool, bool]:
    language, role = headline.get("xml:lang").lower(), headline.get("role").lower()
    return bool(language) and not language.startswith("fr"), not _is_any(role, _HEADLINES)


def _summaries(meta: Element) -> Sequence[Element]:
    described = meta.children("description")
    return [one for one in described if _is_any(one.get("role").lower(), _SUMMARIES)]


def _is_any(role: str, names: Sequence[str]) -> bool:
    """Whether ``role`` (``drol:summary``) is one of ``names``, or none is given."""
    return not role or role.rpartition(":")[2].rpartition("/")[2] in names


def _stamps(source: str, item: Element) -> Sequence[str]:
    """The item's dates, the surest first: see `fact_cli.read.stamps`."""
    return [
        item.at("itemMeta", "embargoed", source=source),
        item.at("itemMeta", "versionCreated", source=source),
        item.at("contentMeta", "contentModified", source=source),
        item.at("contentMeta", "contentCreated", source=source),
        item.at("itemMeta", "firstCreated", source=source),
    ]
