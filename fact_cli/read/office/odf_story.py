"""The paragraphs of OpenDocument text, with the notes that it calls."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from fact_cli.read.office.odf_styles import StyleCollector, key
from fact_cli.read.office.paragraphs import LINE_BREAK, Paragraph, begun
from fact_cli.read.office.styles import PLAIN, Style, Styles, number
from fact_cli.read.raised import RAISED

Attributes = Mapping[str, str]

_PASSED_OVER = {
    "text:tracked-changes",  # what was deleted; the text has only what is shown
    *("office:annotation", "office:annotation-end", "office:forms", "office:scripts"),
    *("office:event-listeners", "office:binary-data", "office:meta", "office:settings"),
    *("office:font-face-decls", "office:master-styles", "text:note-citation", "text:note-ref"),
    *("text:ruby-text", "text:placeholder", "text:script"),
    *("svg:title", "svg:desc", "math:math", "draw:object", "table:covered-table-cell"),
    *("text:table-of-content-source", "text:alphabetical-index-source"),
    *("text:illustration-index-source", "text:table-index-source", "text:bibliography-source"),
    *("text:object-index-source", "text:user-index-source"),
}
_PARAGRAPHS = {"text:p", "text:h"}
_INDEXES = {
    *("text:table-of-content", "text:alphabetical-index", "text:illustration-index"),
    *("text:table-index", "text:object-index", "text:user-index"),
}
_LISTS = {"text:list", "text:numbered-paragraph"}
_TABLE = "table:table"
_MOST_SPACES = 100  # of one text:s: a line of typewriter art has no more
_SPACES = re.compile(r"[ \t\r\n]+")


@dataclass(slots=True)
class _Open:
    """A paragraph that is being read, its spans, and whether the next space is shown.

    White space of the XML is one space, and none at the start of a paragraph.
    """

    paragraph: Paragraph
    looks: list[Style]
    spaced: bool = True


@dataclass(slots=True)
class _Inside:
    """How many lists, tables and indexes are open around what is read."""

    lists: int = 0
    tables: int = 0
    indexes: int = 0

    def count(self, tag: str, by: int) -> None:
        if tag in _LISTS:
            self.lists += by
        elif tag == _TABLE:
            self.tables += by
        elif tag in _INDEXES:
            self.indexes += by


@dataclass(slots=True)
class Story:
    """Collects ``paragraphs`` of the body and of ``notes``, both in document order.

    ``styles`` are those that all documents share (styles.xml); those of this one join them.
    """

    name: str
    styles: Styles
    is_text: bool = False  # whether a body of text was there at all
    paragraphs: list[Paragraph] = field(default_factory=list)
    footnotes: list[Paragraph] = field(default_factory=list)
    endnotes: list[Paragraph] = field(default_factory=list)
    _collector: StyleCollector = field(init=False)
    _inside: _Inside = field(default_factory=_Inside)
    _outside: list[_Inside] = field(default_factory=list)  # of the notes that are open
    _targets: list[list[Paragraph]] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)
    _in_body: bool = False

    def __post_init__(self) -> None:
        self._collector = StyleCollector(self.styles)

    def start(self, tag: str, attributes: Attributes) -> bool:
        if tag in _PASSED_OVER:
            return False
        if not self._in_body:
            self._in_body = tag == "office:text"
            self.is_text = self.is_text or self._in_body
            self._collector.start(tag, attributes)
            return True
        if _is_hidden(attributes):
            return False
        self._inside.count(tag, 1)
        if tag in _PARAGRAPHS:
            self._paragraph(tag, attributes)
        elif tag == "text:note":
            self._note(attributes)
        elif tag in _STARTS:
            _STARTS[tag](self, attributes)
        return True

    def end(self, tag: str) -> None:
        if not self._in_body:
            self._collector.end(tag)
            return
        self._inside.count(tag, -1)
        if tag in _PARAGRAPHS:
            self._open.pop()
        elif tag == "text:span" and self._open:
            self._open[-1].looks.pop()
        elif tag == "text:note":
            self._targets.pop()
            self._inside = self._outside.pop()
        elif tag == "office:text":
            self._in_body = False

    def words(self, text: str) -> None:
        if not self._open:
            return
        at = self._open[-1]
        text = _SPACES.sub(" ", text)
        if at.spaced and text.startswith(" "):
            text = text[1:]
        if text:
            self._print(text, spaced=text.endswith(" "))

    def _print(self, text: str, *, spaced: bool = False) -> None:
        if not self._open:
            return
        at = self._open[-1]
        look = at.looks[-1]
        if look.hidden:
            return
        at.spaced = spaced
        at.paragraph.words.append(text.translate(RAISED) if look.raised else text)

    def _paragraph(self, tag: str, attributes: Attributes) -> None:
        style = self._looks("paragraph", attributes)
        paragraph = Paragraph(
            style,
            _outline(attributes) if tag == "text:h" else None,
            listed=True if self._inside.lists else None,
            in_table=self._inside.tables > 0,
            index=self._inside.indexes > 0,
        )
        begun(self.name, self._targets[-1] if self._targets else self.paragraphs, paragraph)
        self._open.append(_Open(paragraph, [style]))

    def _span(self, attributes: Attributes) -> None:
        if self._open:
            looks = self._open[-1].looks
            looks.append(self._looks("text", attributes).over(looks[-1]))

    def _spaces(self, attributes: Attributes) -> None:
        self._print(" " * min(number(attributes.get("text:c", "1")) or 1, _MOST_SPACES))

    def _tab(self, _: Attributes) -> None:
        self._print("\t")

    def _line_break(self, _: Attributes) -> None:
        self._print(LINE_BREAK)

    def _note(self, attributes: Attributes) -> None:
        """What a note holds is read behind the body, and is in no list or table of it."""
        ends = attributes.get("text:note-class") == "endnote"
        self._targets.append(self.endnotes if ends else self.footnotes)
        self._outside.append(self._inside)
        self._inside = _Inside()

    def _looks(self, family: str, attributes: Attributes) -> Style:
        name = attributes.get("text:style-name")
        return PLAIN if name is None else self.styles.looks(key(family, name))


def _is_hidden(attributes: Attributes) -> bool:
    """Whether the text of an element is not shown: a hidden section, a variable's setting."""
    return attributes.get("text:is-hidden") == "true" or attributes.get("text:display") == "none"


def _outline(attributes: Attributes) -> int:
    return number(attributes.get("text:outline-level", "")) or 1


_STARTS: Mapping[str, Callable[[Story, Attributes], None]] = {
    "text:span": Story._span,
    "text:s": Story._spaces,
    "text:tab": Story._tab,
    "text:line-break": Story._line_break,
}
