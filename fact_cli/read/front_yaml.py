"""The top-level strings of YAML front matter, with their places.

The events of the parser are read, not its nodes: an alias is never expanded and nesting
costs no stack, whatever the file holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from fact_cli.model.text import Extent
from fact_cli.read.scalars import Field, Scalar, Style

LONGEST = 50_000  # characters that the parser is given; what is longer is read line by line
DEEPEST = 20  # collections in each other; what follows deeper ones is not read

_LINE = re.compile(r"^(?P<key>\w[\w-]*)[ \t]*:[ \t]+(?P<value>\S[^\r\n]*)", re.MULTILINE)
_NO_STRING = re.compile(r"[>|][+\d-]*\s*$|[&*!]\w|\[[^\]]*\]\s*$|\{.*\}\s*$")
_QUOTED = re.compile(r"([\"'])(?P<words>.*)\1\s*$")
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")  # an anchor, a tag
_NULL = {"", "~", "null", "Null", "NULL"}
_STYLES = {"'": Style.SINGLE, '"': Style.DOUBLE}


def yaml_fields(source: str, extent: Extent) -> Sequence[Field] | None:
    """The strings of the mapping that ``extent`` holds; None where it holds no mapping.

    A line that is no YAML, such as ``title: Budget : 12 millions``, is read as it was meant.
    """
    from yaml import YAMLError

    if len(extent) > LONGEST:
        return list(_lines(source, extent)) or None
    found: list[Field] = []
    try:
        for field in _parsed(source, extent):
            if field is None:
                return None
            found.append(field)
    except (YAMLError, ValueError, OverflowError):  # the last two of escapes beyond Unicode
        lines = list(_lines(source, extent))
        return [*lines, *found] if lines else None
    return found


def _parsed(source: str, extent: Extent) -> Iterator[Field | None]:
    """The fields in order; None where the text is no mapping."""
    import yaml

    depth = 0
    key: str | None = None
    anchors: dict[str, Scalar | None] = {}
    for event in yaml.parse(extent.of(source), Loader=yaml.SafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth == 1 and not isinstance(event, yaml.MappingStartEvent):
                yield None
            if depth > DEEPEST:
                return
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
            if depth == 1:
                key = "" if key is None else None
        elif isinstance(event, (yaml.ScalarEvent, yaml.AliasEvent)):
            value = _value(event, source, extent.start, anchors)
            if depth == 0:
                yield None
            elif depth == 1 and key is None:
                key = event.value if isinstance(event, yaml.ScalarEvent) else ""
            elif depth == 1 and key is not None:
                if value is not None:
                    yield Field(key, value)
                key = None


def _value(
    event: Any, source: str, offset: int, anchors: dict[str, Scalar | None]
) -> Scalar | None:
    """Where the words of a scalar stand, or those of the one that an alias names."""
    if not hasattr(event, "value"):
        return anchors.get(event.anchor)
    start, end = event.start_mark.index + offset, event.end_mark.index + offset
    if event.anchor is not None or event.tag is not None:
        properties = _PROPERTIES.match(source, start, end)
        start = properties.end() if properties else start
    scalar: Scalar | None = Scalar(start, end)
    if event.style in _STYLES:
        scalar = Scalar(start + 1, end - 1, _STYLES[event.style])
    elif event.style in {"|", ">"}:
        scalar = Scalar(source.find("\n", start, end) + 1 or end, end)
    elif event.value in _NULL:
        scalar = None
    if event.anchor is not None:
        anchors[event.anchor] = scalar
    return scalar


def _lines(source: str, extent: Extent) -> Iterator[Field]:
    """``key: value`` lines, with the quotes around a value taken off."""
    for line in _LINE.finditer(source, extent.start, extent.end):
        if _NO_STRING.match(line["value"]) or line["value"].strip() in _NULL:
            continue
        start, end = line.span("value")
        quoted = _QUOTED.match(source, start, end)
        if quoted is None:
            yield Field(line["key"], Scalar(start, end))
        else:
            yield Field(line["key"], Scalar(*quoted.span("words"), _STYLES[quoted[1]]))
