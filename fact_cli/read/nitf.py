"""NITF 3: an article as agencies and CMSs exchange it, alone or inside NewsML or ninjs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fact_cli.errors import Cancelled, InputError, NotNews
from fact_cli.model.text import BlockKind, Document
from fact_cli.read.prose import Part
from fact_cli.read.wire import article, withdrawn
from fact_cli.read.xml_blocks import element_parts
from fact_cli.read.xml_elements import Element

_STAMP = re.compile(r"\d{8}T\d{6}")  # what some agencies write where a dateline should be


def documents(name: str, source: str, nitf: Element) -> Iterator[Document | InputError]:
    """The one article of a NITF file whose root is ``nitf``."""
    status = [found.get("management-status") for found in nitf.all("docdata")]
    if nitf.first("body") is None:
        raise NotNews(name)
    if withdrawn(status):
        raise Cancelled(name)
    yield article(name, {"text": source}, nitf_parts(source, nitf), stamps(nitf))


def stamps(nitf: Element) -> Sequence[str]:
    """Its dates, the surest first: printed, to be released, issued, told by the dateline."""
    return [
        *(found.get("date.publication") for found in nitf.all("pubdata")),
        *(found.get("norm") for found in nitf.all("date.release")),
        *(found.get("norm") for found in nitf.all("date.issue")),
        *(found.get("norm") for found in nitf.all("story.date")),
    ]


def nitf_parts(source: str, nitf: Element, field: str = "text") -> list[Part]:
    """Title, standfirst, byline, dateline and body of ``nitf``, in this order."""
    parts: list[Part] = []
    for head in nitf.all("body.head"):
        parts += _head_parts(source, head, field)
    if not any(part.kind is BlockKind.TITLE for part in parts):
        title = nitf.first("head", "title")
        if title is not None:
            parts[:0] = element_parts(source, title, BlockKind.TITLE, field)
    body = nitf.first("body") or nitf
    for content in body.children("body.content"):
        parts += element_parts(source, content, field=field)
    return parts


def _head_parts(source: str, head: Element, field: str) -> Iterator[Part]:
    for path, kind in (
        (("hedline", "hl1"), BlockKind.TITLE),
        (("hedline", "hl2"), BlockKind.STANDFIRST),
        (("abstract",), BlockKind.STANDFIRST),
        (("byline",), BlockKind.BYLINE),
        (("dateline",), BlockKind.BYLINE),
    ):
        *outer, inner = path
        for holder in head.children(*outer) if outer else (head,):
            for element in holder.children(inner):
                if not _STAMP.search(element.text(source)):
                    found = element_parts(source, element, kind, field)
                    yield from (Part(kind, part.pieces) for part in found)
