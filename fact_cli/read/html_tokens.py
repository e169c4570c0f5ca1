"""HTML as tokens with their exact extents, cut as browsers cut it.

The parser of the standard library takes time with the square of the size for unclosed tags
and comments, and cuts differently from one patch release of Python to the next; no parser
that does better tells where the characters of an entity stood. One pass, never back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from fact_cli.model.text import Extent
from fact_cli.read.html_references import reference

# Elements whose content holds no tags; in the second kind references still count.
RAW = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes", "noscript"})
ESCAPABLE = frozenset({"title", "textarea"})
_TEXT_ONLY = RAW | ESCAPABLE

_OPENS = re.compile(r"<(?=[A-Za-z/!?])|&(?=[A-Za-z#])")
_NAME = re.compile(r"[A-Za-z][^ \t\n\r\f/>]*")
_COMMENT_END = re.compile(r"--!?>")
_ATTRIBUTE = re.compile(
    r"""(?P<gap>[ \t\n\r\f/]*+)
    (?:(?P<close>>)
      |(?P<name>[^ \t\n\r\f/>][^ \t\n\r\f/>=]*+)
       (?:[ \t\n\r\f]*+=[ \t\n\r\f]*+
         (?:"(?P<double>[^"]*+)"?|'(?P<single>[^']*+)'?|(?P<bare>[^ \t\n\r\f>]++))?)?)""",
    re.VERBOSE,
)


NONE: Mapping[str, Extent] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Words:
    """A run of text that stands for itself."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reference:
    """``words``, for which a character reference stands."""

    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag, or an end tag where ``closing``; ``empty`` where it ends in ``/>``.

    ``name`` and the names of attributes are in lower case; ``attributes`` gives the extent
    of each value without its quotes, the first where one is given twice.
    """

    name: str
    start: int
    end: int
    closing: bool = False
    empty: bool = False
    attributes: Mapping[str, Extent] = field(default_factory=lambda: NONE)


Token = Words | Reference | Tag


def tokens(
    source: str, start: int, end: int, *, xml: bool = False, comments: list[Extent] | None = None
) -> Iterator[Token]:
    """The tokens of ``source[start:end]``; comments, declarations and the like are none.

    In ``xml`` an element that ends in ``/>`` has no content, whatever its name. The list
    ``comments`` is given those that are passed over.
    """
    at = start
    while at < end:
        found = _OPENS.search(source, at, end)
        if found is None:
            yield Words(at, end)
            return
        until = found.start()
        token, after = _markup(source, until, end)
        if after == until:  # a lone sign is text, with what follows it
            after = until + 1
            yield Words(at, after)
            at = after
            continue
        if until > at:
            yield Words(at, until)
        at = after
        if token is None:
            if comments is not None and source.startswith("<!--", until):
                comments.append(Extent(until, after))
            continue
        yield token
        if isinstance(token, Tag) and _has_text_only(token, xml):
            yield from _content(source, token.name, at, end)
            at = _content_end(source, token.name, at, end)


def _has_text_only(tag: Tag, xml: bool) -> bool:
    return not tag.closing and tag.name in _TEXT_ONLY and not (xml and tag.empty)


def _markup(source: str, at: int, end: int) -> tuple[Token | None, int]:
    """The token that the sign at ``at`` opens, and where it ends: ``at`` for plain text."""
    if source[at] == "&":
        words, after = reference(source, at, end)
        return (None, at) if after == at + 1 else (Reference(words, at, after), after)
    if source.startswith("<![CDATA[", at, end):
        closed = source.find("]]>", at + 9, end)
        return Words(at + 9, end if closed < 0 else closed), end if closed < 0 else closed + 3
    if source.startswith("<!--", at, end):
        return None, _comment_end(source, at + 4, end)
    closing = source.startswith("/", at + 1, end)
    name = _NAME.match(source, at + 1 + closing, end)
    if name is not None:
        return _tag(source, at, name, end, closing)
    if closing and at + 2 >= end:
        return None, at
    closed = source.find(">", at + 1, end)
    return None, end if closed < 0 else closed + 1


def _comment_end(source: str, at: int, end: int) -> int:
    for short in (">", "->"):
        if source.startswith(short, at, end):
            return at + len(short)
    closed = _COMMENT_END.search(source, at, end)
    return end if closed is None else closed.end()


def _tag(
    source: str, start: int, name: re.Match[str], end: int, closing: bool
) -> tuple[Tag | None, int]:
    """The tag, or None where the file ends inside it: browsers drop it then."""
    attributes: dict[str, Extent] = {}
    at = name.end()
    while (found := _ATTRIBUTE.match(source, at, end)) is not None:
        at = found.end()
        if found["close"] is not None:
            empty = found["gap"].endswith("/")
            return Tag(name[0].lower(), start, at, closing, empty, attributes or NONE), at
        value = next((g for g in ("double", "single", "bare") if found[g] is not None), None)
        extent = Extent(at, at) if value is None else Extent(*found.span(value))
        attributes.setdefault(found["name"].lower(), extent)
    return None, end


@cache
def _end_tag(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[ \t\n\r\f/>])", re.IGNORECASE)


def _content_end(source: str, name: str, at: int, end: int) -> int:
    found = _end_tag(name).search(source, at, end)
    return end if found is None else found.start()


def _content(source: str, name: str, at: int, end: int) -> Iterator[Token]:
    end = _content_end(source, name, at, end)
    while name in ESCAPABLE and (sign := source.find("&", at, end)) >= 0:
        words, after = reference(source, sign, end)
        if sign > at:
            yield Words(at, sign)
        yield Reference(words, sign, after)
        at = after
    if end > at:
        yield Words(at, end)
