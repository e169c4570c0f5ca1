"""Lines of styled words for a terminal or a pipe, wrapped at words.

What this takes of a library for terminals, whose import lasts longer than the rest of a run
that finds all its articles in the cache.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TextIO

from rich.cells import cell_len

Piece = tuple[str, str]  # words, and their style: names of `CODES` with spaces between

CODES = {
    "bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "blue": "34", "cyan": "36",
}  # fmt: skip
_WORD = re.compile(r"\S+[^\S\n]*")
_MARGIN = re.compile(r"[^\S\n]*")
_OBEYED: dict[int, None] = dict.fromkeys(
    (7, 8, 11, 12, 13)
)  # bell, backspace and what moves the cursor


class Screen:
    """Writes lines on ``out``, which is ``width`` columns wide; in colours where it ``colors``."""

    def __init__(self, out: TextIO, width: int, *, colors: bool) -> None:
        self.width = width
        self._out = out
        self._colors = colors

    def line(self, *pieces: Piece) -> None:
        """One line, however long, without the spaces at its end."""
        pieces = tuple(map(_harmless, pieces))
        self._write(_cut(pieces, 0, len(_words(pieces).rstrip())))

    def wrapped(self, *pieces: Piece, indent: int) -> None:
        """As many lines as fit the width, all but the first indented."""
        pieces = tuple(map(_harmless, pieces))
        words = _words(pieces)
        start, margin = 0, 0
        while True:
            end = _line_end(words, start, self.width - margin)
            shown = _cut(pieces, start, start + len(words[start:end].rstrip()))
            self._write([(" " * margin, ""), *shown])
            start, margin = len(words) - len(words[end:].lstrip()), indent
            if start == len(words):
                return

    def ready(self, lines: str) -> None:
        """Lines that are laid out already."""
        self._out.write(lines)

    def flush(self) -> None:
        self._out.flush()

    def _write(self, pieces: Sequence[Piece]) -> None:
        shown = (self._styled(text, style) for text, style in pieces if text)
        self._out.write("".join(shown) + "\n")

    def _styled(self, text: str, style: str) -> str:
        if not self._colors or not style:
            return text
        codes = ";".join(CODES[name] for name in style.split())
        return f"\x1b[{codes}m{text}\x1b[0m"


def _harmless(piece: Piece) -> Piece:
    text, style = piece
    return text.translate(_OBEYED).expandtabs(), style


def _words(pieces: Sequence[Piece]) -> str:
    return "".join(text for text, _ in pieces)


def _cut(pieces: Sequence[Piece], start: int, end: int) -> list[Piece]:
    """What of ``pieces`` stands from ``start`` to ``end`` of all their words."""
    found: list[Piece] = []
    offset = 0
    for text, style in pieces:
        found.append((text[max(0, start - offset) : max(0, end - offset)], style))
        offset += len(text)
    return found


def _line_end(words: str, start: int, width: int) -> int:
    """Where the line ends that begins at ``start``: before a word that does not fit in it.

    A word that fits no line is cut, and has lines of its own.
    """
    margin = _MARGIN.match(words, start)
    begin = at = margin.end() if margin else start
    column = cell_len(words[start:at])
    while found := _WORD.match(words, at):
        word = found.group()
        if column + cell_len(word.rstrip()) > width:
            return at if at > begin else _fold(words, start, width)
        column += cell_len(word)
        at = found.end()
    return at


def _fold(words: str, start: int, width: int) -> int:
    """Where a word that begins at ``start`` has to be cut; one character at least remains."""
    end = start + 1
    while cell_len(words[start : end + 1]) <= width:
        end += 1
    return end
