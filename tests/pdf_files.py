"""PDF files from descriptions: an article's blocks set in type, in columns, on pages.

A description is a mapping as TOML gives it: ``sheet`` says how pages look, ``block`` is a
list of blocks with a ``style`` of `STYLES` (or "table", with ``rows``) and their ``words``.
Lines are broken as type-setters break them, also inside words, so that the prose that was
set is what a reader must find again.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT, MARGIN, GUTTER = 420, 460, 36, 12  # points
# A syllable begins at a consonant between vowels; French type-setters leave three letters.
_SYLLABLE = re.compile(
    r"(?<=\w\w[aeiouyéèêâîôû])(?=[bcdfglmnpqrstvz][aeiouyéèêâîôû]\w)", re.IGNORECASE
)


@dataclass(frozen=True)
class Style:
    font: str = "Times-Roman"
    size: float = 10
    leading: float = 12
    before: float = 0  # white above
    indent: float = 0  # of the first line
    tracking: float = 0  # between letters
    wide: bool = False  # across all columns


STYLES = {
    "kicker": Style("Helvetica", 9, 12, wide=True, tracking=3),
    "title": Style("Times-Bold", 24, 26, before=4, wide=True),
    "standfirst": Style("Helvetica-Bold", 11, 14, before=6, wide=True),
    "byline": Style("Helvetica", 8, 11, before=6, wide=True),
    "heading": Style("Helvetica-Bold", 10, 13, before=8),
    "body": Style(indent=10),
    "spaced": Style(before=7),
    "bullet": Style(before=2),
    "caption": Style("Helvetica", 7, 9, before=6),
}


@dataclass(frozen=True)
class SetLine:
    """A line in type; ``y`` is that of its base line from the top of the page."""

    page: int
    x: float
    y: float
    words: str
    style: Style
    word_space: float = 0
    turned: int = 0  # degrees against the clock


@dataclass
class _Pen:
    """Where the next line goes: in which column of which page, and how far down."""

    columns: int
    top: float = MARGIN + 20
    page: int = 0
    column: int = 0
    y: float = MARGIN + 20

    @property
    def width(self) -> float:
        return (WIDTH - 2 * MARGIN - GUTTER * (self.columns - 1)) / self.columns

    @property
    def x(self) -> float:
        return MARGIN + self.column * (self.width + GUTTER)

    def down(self, by: float) -> None:
        self.y += by
        if self.y <= HEIGHT - MARGIN - 20:
            return
        self.column += 1
        if self.column == self.columns:
            self.page, self.column, self.top = self.page + 1, 0, MARGIN + 20
        self.y = self.top + by


def pdf(description: Mapping[str, Any]) -> bytes:
    """The file that ``description`` tells."""
    sheet = description.get("sheet", {})
    lines = list(_set(description["block"], sheet))
    pages = max(line.page for line in lines) + 1
    for page in range(pages):
        for y, key in [(MARGIN - 14, "head"), (HEIGHT - MARGIN + 20, "foot")]:
            words = sheet.get(key, "").format(page=page + 1, pages=pages)
            x = WIDTH - MARGIN - stringWidth(words, "Helvetica", 8) if page % 2 else MARGIN
            lines.append(SetLine(page, x, y, words, Style("Helvetica", 8)))
    return printed(lines, **sheet.get("file", {}))


def printed(
    lines: Sequence[SetLine],
    *,
    rotation: int = 0,
    password: str | None = None,
    scattered: bool = False,
    cmyk: bool = False,
) -> bytes:
    """A file of ``lines``; ``scattered`` draws them in an order that no reader follows."""
    out = io.BytesIO()
    size = (HEIGHT, WIDTH) if rotation in (90, 270) else (WIDTH, HEIGHT)
    canvas = Canvas(out, pagesize=size, encrypt=password, invariant=1)
    for page in range(max((line.page for line in lines), default=0) + 1):
        canvas.setPageRotation(rotation)
        if rotation:
            canvas.translate(*{90: (HEIGHT, 0), 180: (WIDTH, HEIGHT), 270: (0, WIDTH)}[rotation])
            canvas.rotate(rotation)
        if cmyk:
            canvas.setFillColorCMYK(0.1, 0.9, 0.4, 0.2)
        mine = [line for line in lines if line.page == page and line.words]
        for line in sorted(mine, key=lambda one: (one.y, one.x)) if scattered else mine:
            _draw(canvas, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw(canvas: Canvas, line: SetLine) -> None:
    canvas.saveState()
    canvas.translate(line.x, HEIGHT - line.y)
    canvas.rotate(line.turned)
    text = canvas.beginText(0, 0)
    text.setFont(line.style.font, line.style.size)
    text.setCharSpace(line.style.tracking)
    text.setWordSpace(line.word_space)
    text.textOut(line.words)
    canvas.drawText(text)
    canvas.restoreState()


def _set(blocks: Sequence[Mapping[str, Any]], sheet: Mapping[str, Any]) -> Iterator[SetLine]:
    pen = _Pen(1)
    for block in blocks:
        name = block["style"]
        if name == "table":
            yield from _table(block["rows"], pen)
            continue
        style = STYLES[name]
        if pen.columns == 1 and not style.wide and sheet.get("columns", 1) > 1:
            pen = _Pen(sheet["columns"], pen.y + 8, pen.page, 0, pen.y + 8)
        yield from _paragraph(block["words"], style, pen, sheet)
        if "credit" in block:
            small = Style("Helvetica", 5)
            yield SetLine(pen.page, WIDTH - 12, 300, block["credit"], small, turned=90)


def _paragraph(words: str, style: Style, pen: _Pen, sheet: Mapping[str, Any]) -> Iterator[SetLine]:
    hyphenated = sheet.get("hyphenated", True) and not style.wide
    lines = broken(words, style, pen.width, hyphenated=hyphenated)
    for number, line in enumerate(lines):
        pen.down(style.leading + (style.before if number == 0 else 0))
        indent = style.indent if number == 0 else 0
        spare = pen.width - indent - _width(line, style)
        blanks = line.count(" ")
        justified = sheet.get("justified", False) and number < len(lines) - 1 and blanks
        word_space = spare / blanks if justified and not style.wide else 0
        yield SetLine(pen.page, pen.x + indent, pen.y, line, style, word_space)


def _table(rows: Sequence[Sequence[str]], pen: _Pen) -> Iterator[SetLine]:
    style = Style("Helvetica", 8, 12)
    pen.down(8)
    for row in rows:
        pen.down(style.leading)
        step = pen.width / len(row)
        for number, cell in enumerate(row):
            yield SetLine(pen.page, pen.x + number * step, pen.y, cell, style)


def broken(words: str, style: Style, width: float, *, hyphenated: bool) -> Sequence[str]:
    """The lines of a paragraph; a word too long for the rest of a line goes on in the next."""
    lines, line, room = [], "", width - style.indent
    for word in words.split(" "):
        longer = f"{line} {word}" if line else word
        if _width(longer, style) <= room:
            line = longer
            continue
        for head, tail in _cuts(word) if hyphenated else []:
            longer = f"{line} {head}" if line else head
            if _width(longer, style) <= room:
                line, word = longer, tail
                break
        if line:
            lines.append(line)
        line, room = word, width
    return [*lines, line]


def _cuts(word: str) -> Iterator[tuple[str, str]]:
    """Where a word may be cut, the latest first: behind its hyphens, or between syllables."""
    hyphens = {found.end() for found in re.finditer(r"(?<=\w)-(?=\w)", word)}
    syllables = {found.start() for found in _SYLLABLE.finditer(word)}
    if any(not c.isalpha() and c not in "-'’,." for c in word):
        syllables = set()
    for at in sorted(hyphens | syllables, reverse=True):
        yield word[:at] + ("" if at in hyphens else "-"), word[at:]


def _width(words: str, style: Style) -> float:
    return stringWidth(words, style.font, style.size) + style.tracking * max(0, len(words) - 1)
