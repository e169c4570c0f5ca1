"""Dates told by the path of a file, where a newsroom says how its paths are made.

A template is a path with ``{year}`` (four digits), ``{month}`` and ``{day}`` (two each) in it:
``content/{year}/{month}/{day}-*.md``. ``*`` stands for any characters of one name, ``**`` for
any folders. Without a slash it is held to the file's name alone, in whatever folder.
"""

from __future__ import annotations

import re
from functools import lru_cache

from fact_cli.model.dates import PartialDate

PARTS = {"year": r"(?P<year>\d{4})", "month": r"(?P<month>\d\d)", "day": r"(?P<day>\d\d)"}
_PIECE = re.compile(r"\{([^{}]*)\}|(?:^|(?<=/))\*\*/|\*\*|\*|[^{*]+|\{")
_WILD = {"**/": r"(?:[^/]+/)*", "**": r".*", "*": r"[^/]*"}


class TemplateError(ValueError):
    """A template that cannot be read; ``part`` is what stands in braces, or None."""

    def __init__(self, message: str, part: str | None = None) -> None:
        super().__init__(message)
        self.part = part


@lru_cache(maxsize=64)
def compiled(template: str) -> re.Pattern[str]:
    """The pattern of ``template``. Raises `TemplateError`."""
    used: list[str] = []
    pattern = ""
    for piece in _PIECE.finditer(template.removeprefix("/")):
        part, words = piece.group(1), piece.group()
        if part is None:
            pattern += _WILD.get(words) or re.escape(words)
        elif part not in PARTS:
            raise TemplateError(f"{{{part}}}", part)
        elif part in used:
            raise TemplateError(f"{{{part}}} {{{part}}}")
        else:
            used.append(part)
            pattern += PARTS[part]
    missing = [part for part in PARTS if part not in used]
    if missing not in ([], ["day"], ["month", "day"]):
        raise TemplateError(f"{{{missing[0]}}} ?")
    return re.compile(pattern, re.ASCII)


def path_date(template: str, path: str) -> PartialDate | None:
    """The date that ``template`` reads in ``path``, with slashes; None where it tells none."""
    held_to = path if "/" in template else path.rpartition("/")[2]
    found = compiled(template).fullmatch(held_to)
    if found is None:
        return None
    parts = {name: int(digits) for name, digits in found.groupdict().items()}
    told = PartialDate(**parts)
    return told if told.year and told.exists() else None
