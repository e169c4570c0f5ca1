"""What site builders and editors add to Markdown, hidden from its parser.

Each character that is no prose becomes `MASK`, or `MARK` where it parts no words, one for
one, so that offsets stay. The parser takes these for letters: a link keeps its target.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from fact_cli.model.text import BlockKind, Extent
from fact_cli.read.shortcodes import shortcodes

MASK, MARK = "\ufdd0", "\ufdd1"  # noncharacters: no text holds them, UTF-8 can write them
_LONGEST = 300  # characters of what is struck out, a formula, a note within a line

_ESCAPED = "\ufdd2"  # stands for what a backslash makes literal, until all else is hidden
_ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~]")
_LONE_RETURN = re.compile(r"\r(?!\n)")
# What the groups of a match cover is hidden; all of it where the pattern has none.
_HIDDEN = [
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        r"^\*\[[^\]\n]+\]:.*$",  # an abbreviation told in full
        r"\[@[^\[\]\n]{1,100}\]",  # a work that is quoted
        r"^[ \t]*:{3,}[ \t]*[\w-]*",  # ::: note
        r"^\[\[?_?(?i:toc)_?\]?\][ \t\r]*$|^\\(?:newpage|pagebreak)\b.*$",
        r"^\$\$[ \t\r]*\n(?:(?!\$\$).*\n){0,60}\$\$",
        rf"(?<!~)~~(?=[^\s~])[^~\n]{{1,{_LONGEST}}}(?<!\s)~~(?!~)",
        r"^[ >]*\[\^[^\]\s]{1,60}\]:|(\[\^[^\]\s]{1,60}\])",  # of notes, references only
        r"(?<![\d,.])10\^-?\d{1,3}\^",  # a power, which no figure stands for
        r"(?<=[\w»\")])(?<![ (]m)(?<![cdk]m)(\^\[?\d{1,3}\]?\^)",  # the call of a note
        r"(?<![\w</])(?:https?://|www\.)[^\s<>()\[\]\"]*[^\s<>()\[\]\".,;:!?…»’']",
    )
]
_MARKS = [
    re.compile(pattern)
    for pattern in (
        rf"(\[)[^\[\]\n]{{1,{_LONGEST}}}(\]\{{[.#][^{{}}\n]*\}})",  # [words]{.class}
        r"\{[.#][^{}\n]*\}",  # {#id .class}
        r"(\^)[^\s^\[\]]{1,20}(\^)",  # 1^er^
        rf"(==)(?=[^\s=])[^=\n]{{1,{_LONGEST}}}(?<=[^\s=])(==)",
    )
]
_FORMULA = re.compile(
    rf"(?<![$\w])(?P<ends>\${{1,2}})(?=[^\s$])[^$\n]{{0,{_LONGEST}}}(?<!\s)(?P=ends)(?![\w$])"
)
_LOOKS_LIKE_FORMULA = re.compile(r"[\\^_=]|\$[A-Za-z]\$")  # dollars are money otherwise
_INLINE_NOTE = re.compile(rf"\^\[([^\[\]\n]{{1,{_LONGEST}}})\]")
_COMMENT_END = re.compile(r"%%|\n[ \t\r]*(?=\n)")
_PER_CENT = re.compile(r"\d\s?%%")
_CALLOUT = re.compile(r">[ \t]?\[![\w-]+\]")
_CALLOUT_LINE = re.compile(r"^(?P<quote>[ >]*>[ \t]?)(?P<kind>\[![\w-]+\][+-]?)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Masked:
    """``text`` has the length of the source. ``asides`` are hidden in it, and prose."""

    text: str
    asides: Sequence[tuple[Extent, BlockKind]]


def masked(source: str, start: int) -> Masked:
    """``source`` with all that is no prose hidden from ``start`` on."""
    text = _LONE_RETURN.sub("\n", source)
    found = shortcodes(text[start:])
    captions = [extent.shifted(start) for extent in found.captions]
    text = _hidden(text, [extent.shifted(start) for extent in found.extents])
    text = _ESCAPE.sub(_ESCAPED * 2, text)
    text = _hidden(text, _obsidian_comments(text, start))
    text = _hidden(text, _formulas(text, start))
    notes = list(_INLINE_NOTE.finditer(text, start))
    text = _hidden(text, [Extent(*note.span()) for note in notes])
    for pattern in _HIDDEN:
        text = _hidden(text, _extents(pattern, text, start))
    for pattern in _MARKS:
        text = _hidden(text, _extents(pattern, text, start), MARK)
    text = _with_headed_callouts(text, start)
    return Masked(
        re.sub(_ESCAPED, lambda at: source[at.start()], text),
        [
            *((caption, BlockKind.CAPTION) for caption in captions),
            *((Extent(*note.span(1)), BlockKind.PARAGRAPH) for note in notes),
        ],
    )


def is_callout(source: str, start: int) -> bool:
    """Whether the quotation that begins at ``start`` is a box of the author's: ``> [!note]``."""
    return _CALLOUT.match(source, start) is not None


def _with_headed_callouts(text: str, start: int) -> str:
    """The kind of a callout becomes the sign of a heading: what follows it is its title."""

    def headed(found: re.Match[str]) -> str:
        return found["quote"] + "##".ljust(len(found["kind"]))

    return text[:start] + _CALLOUT_LINE.sub(headed, text[start:])


def _formulas(text: str, start: int) -> Iterator[Extent]:
    for found in _FORMULA.finditer(text, start):
        if _LOOKS_LIKE_FORMULA.search(found.group()):
            yield Extent(*found.span())


def _extents(pattern: re.Pattern[str], text: str, start: int) -> Iterator[Extent]:
    groups = range(1, pattern.groups + 1) if pattern.groups else (0,)
    for found in pattern.finditer(text, start):
        for group in groups:
            if found[group] is not None:
                yield Extent(*found.span(group))


def _obsidian_comments(text: str, start: int) -> Iterator[Extent]:
    """``%%…%%``; over several paragraphs only where it opens a line, never after a figure."""
    opened: int | None = None
    for mark in _COMMENT_END.finditer(text, start):
        at = mark.start()
        if mark.group() != "%%":
            if opened is not None and not _opens_line(text, opened):
                opened = None
        elif opened is not None:
            yield Extent(opened, mark.end())
            opened = None
        elif not _PER_CENT.match(text, max(start, at - 2)) and not _PER_CENT.match(text, at - 1):
            opened = at


def _opens_line(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"


def _hidden(text: str, extents: Iterable[Extent], sign: str = MASK) -> str:
    """``text`` with ``sign`` in the place of ``extents``, which are in order."""
    kept: list[str] = []
    at = 0
    for extent in extents:
        kept += (text[at : extent.start], sign * len(extent))
        at = extent.end
    return "".join([*kept, text[at:]]) if kept else text
