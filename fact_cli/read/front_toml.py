"""The top-level strings of TOML front matter, with their places, which tomllib does not tell.

Read leniently: a line that is no TOML costs no other line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fact_cli.model.text import Extent
from fact_cli.read.scalars import Field, Scalar, Style

_KEY = re.compile(
    r"[ \t]*(?:(?P<bare>[\w-]+)|\"(?P<double>[^\"\n]*)\"|'(?P<single>[^'\n]*)')[ \t]*="
)
_TABLE = re.compile(r"[ \t]*\[")
# Characters are taken possessively, groups are not: Python before 3.11.5 gets those wrong.
_VALUE = re.compile(
    r"[ \t]*(?:\"\"\"(?P<long>(?:[^\"\\]++|\\.|\"(?!\"\"))*)(?:\"{3}|\Z)"
    r"|'''(?P<raw>(?:[^']++|'(?!''))*)(?:'{3}|\Z)"
    r"|\"(?P<double>(?:[^\"\\\n]++|\\.)*)\"|'(?P<single>[^'\n]*+)'"
    r"|(?P<bare>[^\s#\"'\[{][^#\r\n]*))",
    re.DOTALL,
)
_BRACKET = re.compile(
    r"\"(?:[^\"\\\n]++|\\.)*\"?|'[^'\n]*+'?|#[^\n]*"
    r"|(?P<key>\n[ \t]*[\w-]+[ \t]*=)|(?P<open>[\[{])|(?P<close>[\]}])"
)


def toml_fields(source: str, extent: Extent) -> Iterator[Field]:
    """The strings and dates before the first table of what ``extent`` holds."""
    at = extent.start
    while at < extent.end and not _TABLE.match(source, at, extent.end):
        key = _KEY.match(source, at, extent.end)
        if key is not None:
            at = key.end()
            value = _VALUE.match(source, at, extent.end)
            if value is not None and value.lastgroup is not None:
                style = Style.DOUBLE if value.lastgroup in {"long", "double"} else Style.PLAIN
                name = key[key.lastgroup or 0]
                yield Field(name, Scalar(*value.span(value.lastgroup), style))
                at = value.end()
            else:
                at = _after_brackets(source, at, extent.end)
        line_end = source.find("\n", at, extent.end)
        at = extent.end if line_end < 0 else line_end + 1


def _after_brackets(source: str, at: int, end: int) -> int:
    """Where an array or inline table ends that begins on the line of ``at``."""
    depth = 0
    for bracket in _BRACKET.finditer(source, at, end):
        depth += (bracket["open"] is not None) - (bracket["close"] is not None)
        if bracket["key"] is not None:  # never closed
            return bracket.start()
        if depth <= 0:
            return bracket.end()
    return at
