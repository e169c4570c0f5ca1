"""The top-level strings of JSON front matter, with their places, which json does not tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from fact_cli.model.text import Extent
from fact_cli.read.scalars import Field, Scalar, Style

_TOKEN = re.compile(r"\"(?P<string>(?:[^\"\\]++|\\.)*)(?:\"|\Z)|[\[\]{}:,]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class JsonFields:
    """The strings of an object, and where it ends; None where it never does."""

    fields: Sequence[Field]
    end: int | None


def json_fields(source: str, extent: Extent) -> JsonFields:
    """The strings of the object with which ``extent`` begins."""
    fields: list[Field] = []
    depth = 0
    key: str | None = None
    last: Extent | None = None
    for token in _TOKEN.finditer(source, extent.start, extent.end):
        sign = token.group()
        if token["string"] is not None:
            if depth == 1 and key is not None:
                fields.append(Field(key, Scalar(*token.span("string"), Style.DOUBLE)))
            last = Extent(*token.span("string"))
        elif sign in "[{":
            depth += 1
        elif sign in "]}":
            depth -= 1
            if depth == 0:
                return JsonFields(fields, token.end())
        if depth <= 1 and sign == ":" and last is not None:
            key = last.of(source)
        elif sign != ":":
            key = None
    return JsonFields(fields, None)
