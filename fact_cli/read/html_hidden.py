"""Elements that a browser does not show as prose, and the figures that call footnotes."""

from __future__ import annotations

import re

from fact_cli.read.html_tokens import Tag
from fact_cli.read.html_tree import Tree, names
from fact_cli.read.raised import raised

# Code, media with their stand-ins, form controls, hints of pronunciation, struck words.
UNSHOWN = names(
    "applet audio button canvas datalist del embed iframe input label math meter noembed "
    "noframes noscript object optgroup option output progress rp rt s script select strike style "
    "svg template textarea title video"
)
# Shown by a script once the page is there, hence never left out for their style.
_WHOLE = frozenset({"article", "body", "html", "main"})
LONGEST_CALL = 12  # nodes of a footnote call
# Nodes that may be kept from screen readers for good: the whole page is while a dialog is open.
LARGEST_UNREAD = 200

_NOT_DISPLAYED = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_CALL = re.compile(r"[\[(]?\s*(?:\d{1,3}|[*†‡§]{1,3}|[a-z]|[ivx]{1,4})\s*[\])]?|[↩↑^]\ufe0e?")
LONGEST_WORD = 16  # characters before a call that are looked at
_AFTER_WORD = re.compile(r"(?:[^\W\d_]{4}|[.»”)…])\s?$")
_METRES = re.compile(r"mètres?\s?$")
_TO_NOTE = re.compile(r"#(?:_?ftn|_?edn|fn|foot|note|nb|nh|cite|ref|sdfoot|sdend)", re.IGNORECASE)


def is_hidden(page: Tree, number: int) -> bool:
    """Whether the element ``number`` is left out wherever it stands."""
    tag = page.nodes[number]
    assert isinstance(tag, Tag)
    if tag.name in UNSHOWN or "hidden" in tag.attributes:
        return True
    if tag.name == "dialog" and "open" not in tag.attributes:
        return True
    size = page.ends[number] - number
    if page.value(tag, "aria-hidden") == "true" and size <= LARGEST_UNREAD:
        return True
    style = page.value(tag, "style") if tag.name not in _WHOLE else None
    return style is not None and _NOT_DISPLAYED.search(style) is not None


def is_note_call(page: Tree, number: int) -> bool:
    """A figure or sign that leads to a note: ``<sup><a href="#fn1">1</a></sup>``.

    A ``sup`` holds a link into the page, or a figure behind a word or a sentence: "habitants"
    has no power. A bare link must lead to what is named as a note.
    """
    tag = page.nodes[number]
    assert isinstance(tag, Tag)
    if tag.name not in {"a", "sup"} or page.ends[number] - number > LONGEST_CALL:
        return False
    words = page.text(number, page.ends[number]).strip()
    if tag.name == "sup" and words.isdecimal():
        before = page.source[max(0, tag.start - LONGEST_WORD) : tag.start]
        if _AFTER_WORD.search(before) and not _METRES.search(before):
            return True
    links = [link for _, link in page.elements(number, page.ends[number]) if link.name == "a"]
    targets = [page.value(link, "href") or "" for link in links]
    in_sup = any(one.name == "sup" for _, one in page.elements(number, page.ends[number]))
    if not any("#" in target and (in_sup or _TO_NOTE.search(target)) for target in targets):
        return False
    return _CALL.fullmatch(words) is not None


def raised_element(page: Tree, number: int) -> str | None:
    """ "⁶" for ``<sup>6</sup>``: 10 to the sixth is not 106. None for other elements."""
    tag = page.nodes[number]
    if not isinstance(tag, Tag) or tag.name != "sup" or page.ends[number] - number != 2:
        return None
    return raised(page.text(number, number + 2))
