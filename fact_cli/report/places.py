"""Where things stand as programs count: files, and lines and columns in a format's own unit.

A place that the lines of a file do not show has no span: a value of JSON is decoded before
it is read, a word processor shows paragraphs and a PDF shows pages.
"""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import quote

from fact_cli.model.text import Document, Extent, Positions, line_starts
from fact_cli.read import SUFFIXES
from fact_cli.report import ReportOptions

Unit = Callable[[str], int]
_VALUES = ("json", "jsonl")  # readers whose texts are values, with lines of their own
_STDIN = ("", "-")


def code_points(text: str) -> int:
    return len(text)


def utf16(text: str) -> int:
    """Code units, as the languages of VS Code, GitHub's pages and Java count."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf8(text: str) -> int:
    """Bytes."""
    return len(text.encode("utf-8", "surrogatepass"))


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a file, 1-based; ``end_column`` is the column behind the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


def span(document: Document, extent: Extent, unit: Unit) -> Span | None:
    """The lines of the file on which ``extent`` stands, its columns in ``unit``.

    None where the file as a person opens it has no such lines.
    """
    place = document.locate(extent)
    if not _has_lines(document) or place.field != "text":
        return None
    source = document.sources[place.field]
    starts = line_starts(source)

    def position(offset: int) -> tuple[int, int]:
        line = bisect_right(starts, offset)
        return line, unit(source[starts[line - 1] : offset]) + 1

    return Span(*position(place.start), *position(place.end))


def _has_lines(document: Document) -> bool:
    suffix = PurePath(file_and_member(document.path)[0]).suffix.lower()
    return document.positions is Positions.LINE and SUFFIXES.get(suffix) not in _VALUES


def file_and_member(path: str) -> tuple[str, str]:
    """The file of ``path``, and the name of the article where the file holds several.

    A sign ``#`` parts the two only behind a known suffix: ``C#.txt`` is a file.
    """
    end = path.find("#")
    while end >= 0:
        if PurePath(path[:end]).suffix.lower() in SUFFIXES:
            return path[:end], path[end + 1 :]
        end = path.find("#", end + 1)
    return path, ""


def relative(path: str, options: ReportOptions) -> str:
    """The file of ``path`` from the root of the repository, with slashes.

    A file outside of the root keeps the name by which it was called.
    """
    file = file_and_member(path)[0]
    if file in _STDIN:
        return "-"
    named = PurePath(os.path.normpath(file))
    if options.root:
        whole = PurePath(os.path.normpath(os.path.join(options.folder, file)))
        if whole.is_relative_to(options.root):
            named = whole.relative_to(options.root)
    return named.as_posix()


def uri(path: str) -> str:
    """``path`` as `relative` gives it, as a reference by RFC 3986; an absolute one is a URL."""
    named = PurePath(path)
    return named.as_uri() if named.is_absolute() else quote(path, safe="/")


_FIELD = {"fr": {"title": "titre"}, "en": {}}
_WHERE = {
    "fr": {
        Positions.LINE: "ligne {line}, caractère {column}",
        Positions.PARAGRAPH: "paragraphe {line}, caractère {column}",
        Positions.PAGE: "page {page}, ligne {line}, caractère {column}",
    },
    "en": {
        Positions.LINE: "line {line}, character {column}",
        Positions.PARAGRAPH: "paragraph {line}, character {column}",
        Positions.PAGE: "page {page}, line {line}, character {column}",
    },
}


def in_words(document: Document, extent: Extent, language: str) -> str:
    """Where ``extent`` stands in its file, for a person: ``article a1, titre, ligne 1 …``"""
    place = document.locate(extent)
    member = file_and_member(document.path)[1]
    parts = [f"article {member}"] if member else []
    if place.field != "text":
        parts.append(_FIELD[language].get(place.field, place.field))
    where = _WHERE[language][document.positions]
    parts.append(where.format(line=place.line, column=place.column, page=place.page))
    return ", ".join(parts)
