"""Shortcodes and template tags of site builders: ``{{< … >}}``, ``{{% … %}}``, ``{% … %}``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from fact_cli.model.text import Extent

# A blank line ends what was opened before it: a lone "{{" must not swallow the article.
_CLOSED_BY = {"{{<": ">}}", "{{%": "%}}", "{{": "}}", "{%": "%}", "{:": "}"}
_MARK = re.compile(r"\{\{[<%]?|\{[%:]|[>%]?\}\}|%?\}|\n[ \t\r]*(?=\n)")
_NAME = re.compile(r"\{(?:\{[<%]?|%|::?)-?\s*(?P<end>/|end)?\s*(?P<name>[\w-]*)")
_NO_PROSE = {"highlight", "comment", "mermaid", "math", "katex", "chart", "code"}
_CAPTION = re.compile(
    r"\b(?P<key>caption|l[ée]gende|alt)\s*=\s*"
    r"(?:\"(?P<double>(?:[^\"\\]++|\\.)*)\"|'(?P<single>[^']*+)'|`(?P<raw>[^`]*+)`)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Shortcodes:
    """What of a text is no prose, in order, and the captions that stand in it."""

    extents: Sequence[Extent]
    captions: Sequence[Extent]


def shortcodes(text: str) -> Shortcodes:
    """The tags of ``text``; what stands between two of a pair is prose, unless it is code."""
    found = _without_prose(text, _tags(text))
    captions = [one for tag, is_tag in found if is_tag for one in _captions(text, tag)]
    return Shortcodes([extent for extent, _ in found], captions)


def _without_prose(text: str, tags: Iterable[Extent]) -> Sequence[tuple[Extent, bool]]:
    """Tags, and in the place of pairs that hold no prose all that they hold.

    True for a tag, False for a pair.
    """
    found: list[tuple[Extent, bool]] = []
    opened: dict[str, int] = {}
    for tag in tags:
        ends, name = _named(text, tag)
        if ends and name in opened:
            first = opened[name]
            found[first:] = [(found[first][0].until(tag), False)]
            opened = {other: index for other, index in opened.items() if index < first}
            continue
        if name in _NO_PROSE:
            opened[name] = len(found)
        found.append((tag, True))
    return found


def _named(text: str, tag: Extent) -> tuple[bool, str]:
    """Whether ``tag`` ends a pair, and its name; ``{:/}`` of kramdown ends a comment."""
    named = _NAME.match(text, tag.start, tag.end)
    if named is None:
        return False, ""
    name = named["name"].lower()
    return bool(named["end"]), name or ("comment" if named["end"] else "")


def _tags(text: str) -> Iterator[Extent]:
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(text):
        if mark.group()[0] == "\n":
            opened = None
        elif mark.group() in _CLOSED_BY.values():
            if opened is not None and _CLOSED_BY[opened.group()] == mark.group():
                yield Extent(opened.start(), mark.end())
                opened = None
        else:
            opened = mark


def _captions(text: str, tag: Extent) -> Iterator[Extent]:
    """The caption that a tag gives, else the words that stand for its picture."""
    given = {found["key"]: found for found in _CAPTION.finditer(text, tag.start, tag.end)}
    alt = given.pop("alt", None)
    for found in given.values() or ([alt] if alt else []):
        yield Extent(*found.span(found.lastgroup or 0))
