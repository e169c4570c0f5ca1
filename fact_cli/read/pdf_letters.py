"""The letters of a PDF page and where they stand, as PDFium tells them.

PDFium gives no lines: places and sizes of letters are all that a reader has.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

_BOLD = re.compile(r"bold|black|heavy|demi(?!-?light)", re.IGNORECASE)
_UNKNOWN_CODE = 0xFFFD
UNKNOWN = chr(_UNKNOWN_CODE)  # a letter of which the font does not say what it is
_BOLD_WEIGHT = 600  # of 400 for regular and 700 for bold; PDFium says 0 where it knows none
_LONGEST_FONT_NAME = 128  # bytes
_FOR_PRINT = {
    # Hyphens that PDFium marks at line ends, and those that a font calls soft.
    **dict.fromkeys([0x02, 0xAD, 0xFFFE], "-"),
    # Ligatures are one glyph and several letters.
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl",
    0xFB05: "st", 0xFB06: "st",
    0x09: " ", 0x0A: " ", 0x0D: " ",
}  # fmt: skip
Box = tuple[float, float, float, float]  # left, bottom, right, top, or top before bottom


class Letter(NamedTuple):
    """A printed letter, or one of a ligature; points, ``base`` counted downwards as lines are.

    Letters with the same ``drawn`` were drawn together. ``turns`` counts the quarters by
    which the writing is turned against the clock; all else is as seen when it is upright.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    drawn: int
    turns: int


@dataclass(frozen=True, slots=True)
class Page:
    """Letters in the order in which the file draws them; blanks that it draws are letters.

    ``top`` and ``bottom`` are the edges of the page in the measure of `Letter.base`.
    """

    letters: Sequence[Letter]
    top: float
    bottom: float


class _Style(NamedTuple):
    size: float
    bold: bool
    turns: int


def page_letters(raw: Any, page: Any, text_page: Any) -> Page:
    """The letters of ``page`` inside its trimmed edges, upright whichever way it is turned.

    Most letters say which way is up; what is written across them (a credit along the edge
    of a picture, a watermark) is left out. ``raw`` is the module pypdfium2.raw.
    """
    edges = _edges(page)
    letters = list(_letters(raw, text_page, edges))
    turns = Counter(letter.turns for letter in letters if not letter.text.isspace())
    turned = turns.most_common(1)[0][0] if turns else 0
    _, top, _, bottom = _upright(edges, turned)
    return Page([letter for letter in letters if letter.turns == turned], top, bottom)


def _edges(page: Any) -> Box:
    left, bottom, right, top = page.get_bbox()
    trimmed = page.get_trimbox(fallback_ok=False)
    if trimmed is None:
        return left, bottom, right, top
    return (
        max(left, trimmed[0]), max(bottom, trimmed[1]),
        min(right, trimmed[2]), min(top, trimmed[3]),
    )  # fmt: skip


def _text(code: int) -> str:
    known = _FOR_PRINT.get(code)
    if known is not None:
        return known
    is_character = code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF
    return chr(code) if is_character and code > 31 and not 0x7F <= code < 0xA0 else UNKNOWN


def _upright(corners: Box, turns: int) -> Box:
    """Left, top, right, bottom, with y downwards, of a box that ``turns`` quarters turned."""
    left, bottom, right, top = corners
    match turns:
        case 1:
            return bottom, left, top, right
        case 2:
            return -right, bottom, -left, top
        case 3:
            return -top, -right, -bottom, -left
        case _:
            return left, -top, right, -bottom


def _letters(raw: Any, text_page: Any, edges: Box) -> Iterator[Letter]:
    """What the file draws; blanks and line ends that PDFium adds have no width."""
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    handle = text_page.raw
    styles: dict[int, _Style] = {}
    for index in range(text_page.count_chars()):
        raw.FPDFText_GetLooseCharBox(handle, index, box)
        corners = left, bottom, right, top = box.left, box.bottom, box.right, box.top
        code = raw.FPDFText_GetUnicode(handle, index)
        drawn = ctypes.cast(raw.FPDFText_GetTextObject(handle, index), ctypes.c_void_p).value
        if not drawn or (code <= 32 and code != 2 and right - left <= 0):
            continue
        middle = (left + right) / 2, (bottom + top) / 2
        if not (edges[0] <= middle[0] <= edges[2] and edges[1] <= middle[1] <= edges[3]):
            continue
        if raw.FPDFText_HasUnicodeMapError(handle, index) == 1:
            code = _UNKNOWN_CODE
        style = styles.get(drawn) or styles.setdefault(drawn, _style(raw, handle, index))
        raw.FPDFText_GetCharOrigin(handle, index, x, y)
        start, _, end, _ = _upright(corners, style.turns)
        _, base, _, _ = _upright((x.value, y.value, x.value, y.value), style.turns)
        yield Letter(_text(code), start, end, base, style.size, style.bold, drawn, style.turns)


def _style(raw: Any, handle: Any, index: int) -> _Style:
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(handle, index, matrix)
    size = raw.FPDFText_GetFontSize(handle, index) * math.hypot(matrix.c, matrix.d)
    turns = round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4
    name = ctypes.create_string_buffer(_LONGEST_FONT_NAME)
    raw.FPDFText_GetFontInfo(handle, index, name, _LONGEST_FONT_NAME, ctypes.c_int())
    bold = raw.FPDFText_GetFontWeight(handle, index) >= _BOLD_WEIGHT
    return _Style(abs(size), bold or _BOLD.search(name.value.decode("latin-1")) is not None, turns)
