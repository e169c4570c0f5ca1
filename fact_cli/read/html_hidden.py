"""Elements that a browser does not show as prose, and the figures that call footnotes."""

from __future__ import annotations

import re

from fact_cli.read.html_tokens import Tag
from fact_cli.read.html_tree import Tree, names

# Code, media with their stand-ins, form controls, hints of pronunciation, struck words.
UNSHOWN = names(
    "applet audio button canvas datalist del embed iframe input label math meter noembed "
    "noframes noscript object optgroup option output progress rp rt s script select strike style "
    "svg template textarea title video"
)
LONGEST_CALL = 12  # nodes of a footnote call

_NOT_DISPLAYED = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_CALL = re.compile(r"[\[(]?\s*(?:\d{1,3}|[*†‡§]{1,3}|[a-z]|[ivx]{1,4})\s*[\])]?|[↩↑^]\ufe0e?")
_TO_NOTE = re.compile(r"#(?:_?ftn|_?edn|fn|foot|note|nb|nh|cite|ref|sdfoot|sdend)", re.IGNORECASE)


def is_hidden(page: Tree, number: int) -> bool:
    """Whether the element ``number`` is left out wherever it stands."""
    tag = page.nodes[number]
    assert isinstance(tag, Tag)
    if tag.name in UNSHOWN or "hidden" in tag.attributes:
        return True
    if tag.name == "dialog" and "open" not in tag.attributes:
        return True
    if "aria-hidden" in tag.attributes and page.value(tag, "aria-hidden") == "true":
        return True
    return "style" in tag.attributes and bool(_NOT_DISPLAYED.search(page.value(tag, "style") or ""))


def is_note_call(page: Tree, number: int) -> bool:
    """A figure or sign that leads to a note: ``<sup><a href="#fn1">1</a></sup>``.

    A ``sup`` must hold a link into the page; a bare link must lead to what is named as a note.
    """
    tag = page.nodes[number]
    assert isinstance(tag, Tag)
    if tag.name not in {"a", "sup"} or page.ends[number] - number > LONGEST_CALL:
        return False
    links = [link for _, link in page.elements(number, page.ends[number]) if link.name == "a"]
    targets = [page.value(link, "href") or "" for link in links]
    raised = any(one.name == "sup" for _, one in page.elements(number, page.ends[number]))
    if not any("#" in target and (raised or _TO_NOTE.search(target)) for target in targets):
        return False
    return _CALL.fullmatch(page.text(number, page.ends[number]).strip()) is not None
