"""The body of a NewsML item: XHTML, NITF or bare paragraphs, as elements or as text."""

from __future__ import annotations

from collections.abc import Sequence

from fact_cli.errors import InputError
from fact_cli.model.text import BlockKind
from fact_cli.read.carried import carried, holds_html, holds_nitf, plain_parts
from fact_cli.read.html_blocks import parts_of
from fact_cli.read.html_tree import names, tree
from fact_cli.read.nitf import nitf_parts
from fact_cli.read.prose import Part
from fact_cli.read.xml_blocks import ASIDE, element_parts, with_dashed_heading
from fact_cli.read.xml_elements import Element, root
from fact_cli.read.xml_events import events

_PROSE = names(
    "html body body.content div section article main block p h1 h2 h3 hl2 ul ol table bq"
    " blockquote pre br b i strong em span a media figure hr"
)
_XHTML = "http://www.w3.org/1999/xhtml"


def content_parts(source: str, holder: Element) -> list[Part]:
    """The blocks inside ``holder``, none where it holds something else than an article."""
    inner = next(holder.children(), None)
    if inner is None:
        found = carried(source, holder)
        html = "html" in holder.get("contenttype").lower()
        return [found.placed(part) for part in text_parts(found.text, html=html)]
    nitf = inner if inner.name == "nitf" else next(holder.all("nitf"), None)
    if nitf is not None:
        return nitf_parts(source, nitf)
    if inner.name not in _PROSE:
        return []
    if inner.start.namespace == _XHTML and source.startswith(f"<{inner.name}", inner.start.at):
        return html_content(source, inner.start.at, holder.extent.end, xml=True)
    return element_parts(source, holder)


def text_parts(text: str, field: str = "text", *, html: bool = False) -> list[Part]:
    """The blocks of text that may be markup, whatever it is said to be.

    ``html`` says that it is HTML even where it has no tags.
    """
    if holds_nitf(text):
        try:
            return nitf_parts(text, root(events("", text)), field)
        except InputError:
            html = True
    if html or holds_html(text):
        return html_content(text, 0, len(text), field)
    return [with_dashed_heading(part) for part in plain_parts(text, field)]


def html_content(
    source: str, start: int, end: int, field: str = "text", *, xml: bool = False
) -> list[Part]:
    """The blocks of HTML in ``source[start:end]``."""
    page = tree(source, start, end, xml=xml)
    aside = {number for number, tag in page.elements() if _is_aside(page.value(tag, "class"))}
    parts = parts_of(page, range(len(page.nodes)), field, aside)
    return [with_dashed_heading(part) for part in parts]


def front(source: str, elements: Sequence[Element], kind: BlockKind) -> list[Part]:
    """The words of ``elements`` as blocks of ``kind``; these too may hold escaped HTML."""
    parts: list[Part] = []
    for element in elements:
        html = holds_html(element.text(source))
        found = content_parts(source, element) if html else element_parts(source, element)
        parts += [Part(kind, part.pieces) for part in found]
    return parts


def _is_aside(classes: str | None) -> bool:
    return classes is not None and not ASIDE.isdisjoint(classes.split())
