"""Strings of YAML, TOML and JSON as prose: escapes and entities with what they stand for."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from enum import Enum

from fact_cli.model.text import BlockKind
from fact_cli.read.blocks import Blocks

_PROSE = r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,31});|</?[A-Za-z][^<>]*>"


class Style(Enum):
    """How a string is written; the value is the pattern of what in it is not literal."""

    PLAIN = re.compile(_PROSE)
    SINGLE = re.compile(rf"''|{_PROSE}")
    DOUBLE = re.compile(
        r"\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}"
        r"|\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|\r?\n\s*|[^\n])"
        rf"|{_PROSE}"
    )


_NAMED = {"n": " ", "t": " ", "r": " ", "b": "", "f": " ", "N": " ", "_": "\u00a0", "e": ""}


@dataclass(frozen=True, slots=True)
class Scalar:
    """``source[start:end]``, without its quotes, is a string written in ``style``."""

    start: int
    end: int
    style: Style = Style.PLAIN


@dataclass(frozen=True, slots=True)
class Field:
    """A key as written, and the string that it has."""

    key: str
    value: Scalar


def add_words(blocks: Blocks, scalar: Scalar) -> None:
    """Adds the words of ``scalar``, which stands in the source of ``blocks``.

    HTML entities are resolved and tags left out: exports of older systems have them.
    """
    at = scalar.start
    for found in scalar.style.value.finditer(blocks.source, scalar.start, scalar.end):
        blocks.words(at, found.start())
        at = found.end()
        meant = _meaning(found.group())
        if meant == found.group():
            blocks.words(*found.span())
        elif meant:
            blocks.put(meant, *found.span())
    blocks.words(at, scalar.end)


def value_of(source: str, scalar: Scalar) -> str:
    """The words of ``scalar`` on one line."""
    blocks = Blocks(source)
    add_words(blocks, scalar)
    blocks.end(BlockKind.PARAGRAPH)
    return "".join(piece.text for part in blocks.parts for piece in part.pieces)


def _meaning(written: str) -> str:
    if written == "''":
        return "'"
    if written[0] == "&":
        return html.unescape(written)
    if written[0] == "<":
        return ""
    if len(written) == 12:
        pair = int(written[2:6], 16), int(written[8:], 16)
        return chr(0x10000 + ((pair[0] - 0xD800) << 10) + pair[1] - 0xDC00)
    if len(written) > 3 and written[1] in "xuU":
        return _character(int(written[2:], 16))
    if written[1:].isspace() and "\n" in written:
        return ""
    return _NAMED.get(written[1], written[1])


def _character(code: int) -> str:
    """The character of a code point; U+FFFD for those that no text holds."""
    if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return chr(code) if code >= 32 else " "
