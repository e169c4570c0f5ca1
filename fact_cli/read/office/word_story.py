"""The paragraphs of a story of a .docx: the body, or the foot- or endnotes.

The text is read as Word shows it with all tracked changes accepted and no marks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fact_cli.read.office.paragraphs import LINE_BREAK, Paragraph, begun
from fact_cli.read.office.styles import PLAIN, Styles
from fact_cli.read.office.symbols import letter
from fact_cli.read.office.word_styles import is_on, level
from fact_cli.read.raised import RAISED

Attributes = Mapping[str, str]

_PASSED_OVER = {
    *("w:rPrChange", "w:pPrChange", "w:sectPrChange", "w:tblPrChange", "w:tcPrChange"),
    *("w:trPrChange", "w:tblPrExChange", "w:tblGridChange", "w:numberingChange"),
    *("w:tabs", "w:sectPr", "w:sdtEndPr", "w:rt", "w:ffData", "m:ctrlPr"),
}
_REMOVED = {"w:del", "w:moveFrom"}
_PROPERTIES = {"w:pPr", "w:rPr", "w:trPr", "w:tcPr", "w:sdtPr"}
_RUNS = {"w:r", "m:r"}
_TEXTS = {"w:t", "m:t"}
_NOTES = {"w:footnote", "w:endnote"}
_SCOPES = {"w:tr", "w:tc", "w:sdt"}
_ENDS_OF_STORY = {"w:tc", "w:txbxContent", *_NOTES}  # no paragraph is joined across them
# A formula is laid out in two dimensions; its three signs keep "10^6" and "3/4" apart.
_PRINTED = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": LINE_BREAK,
    "w:cr": LINE_BREAK,
    "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
    "m:sup": "^",
    "m:sub": "_",
    "m:den": "/",
}


@dataclass(slots=True)
class _Run:
    """Words of one look; None is what the paragraph's style decides."""

    hidden: bool | None = None
    raised: bool | None = None


@dataclass(slots=True)
class _Open:
    """A paragraph that is being read; ``joins`` where its end mark is removed or hidden."""

    paragraph: Paragraph
    joins: bool = False


class Story:
    """Collects ``paragraphs``, and ``notes`` by their ids where the story is one of notes.

    ``calls`` are the notes called, in order: "footnote" or "endnote", and the id.
    """

    def __init__(self, name: str, styles: Styles) -> None:
        self.name = name
        self.paragraphs: list[Paragraph] = []
        self.notes: dict[str, list[Paragraph]] = {}
        self.calls: list[tuple[str, str]] = []
        self._styles = styles
        self._open: list[_Open] = []
        self._joined: Paragraph | None = None
        self._runs: list[_Run] = []
        self._properties: list[str] = []
        self._tables = 0
        self._scopes: list[str] = []  # of open rows, cells, controls: "", "removed", "silent"
        self._marked: Counter[str] = Counter()
        self._fields: list[bool] = []  # of open fields: whether the code is being read
        self._codes = 0  # how many of them are True
        self._chosen: list[bool] = []  # of open alternatives: whether one was read
        self._taking = False

    def start(self, tag: str, attributes: Attributes) -> bool:
        if tag in _PASSED_OVER:
            return False
        if self._properties:
            self._property(tag, attributes)
        elif tag in _REMOVED:
            return False
        elif tag in {"mc:Choice", "mc:Fallback"}:
            return self._alternative()
        elif tag in _NOTES:
            return self._note(attributes)
        elif tag in _TEXTS:
            self._taking = True
        elif tag in _RUNS:
            self._runs.append(_Run())
        elif tag in _PRINTED:
            self._print(_PRINTED[tag])
        elif tag in _SCOPES:
            self._scopes.append("")
        elif tag in _STARTS:
            _STARTS[tag](self, attributes)
        if tag in _PROPERTIES:
            self._properties.append(tag)
        return True

    def end(self, tag: str) -> None:
        if self._properties:
            if tag == self._properties[-1]:
                self._properties.pop()
            return
        if tag in _TEXTS:
            self._taking = False
        elif tag in _RUNS:
            self._runs.pop()
        elif tag == "w:p":
            done = self._open.pop()
            self._joined = done.paragraph if done.joins else None
        elif tag in _SCOPES:
            self._marked[self._scopes.pop()] -= 1
        elif tag == "w:tbl":
            self._tables -= 1
        elif tag == "mc:AlternateContent":
            self._chosen.pop()
        if tag in _ENDS_OF_STORY:
            self._joined = None

    def words(self, text: str) -> None:
        if self._taking:
            self._print(text)

    def _print(self, text: str) -> None:
        if not self._open or self._marked["silent"] or self._in_code():
            return
        paragraph = self._open[-1].paragraph
        run = self._runs[-1] if self._runs else _Run()
        if paragraph.style.hidden if run.hidden is None else run.hidden:
            return
        raised = paragraph.style.raised if run.raised is None else run.raised
        paragraph.words.append(text.translate(RAISED) if raised else text)

    def _in_code(self) -> bool:
        """Whether this is the result of a field inside the code of another.

        A field's own code is no text of Word's, so that one left open hides nothing.
        """
        return self._codes > (1 if self._fields and self._fields[-1] else 0)

    def _paragraph(self, _: Attributes) -> None:
        paragraph = self._joined
        if paragraph is None:
            paragraph = Paragraph(in_table=self._tables > 0)
            if not self._marked["removed"]:
                begun(self.name, self.paragraphs, paragraph)
        else:  # two joined by a removed mark have the look of the second
            paragraph.style, paragraph.level, paragraph.listed = PLAIN, None, None
        self._joined = None
        self._open.append(_Open(paragraph))

    def _table(self, _: Attributes) -> None:
        self._tables += 1
        self._joined = None

    def _alternatives(self, _: Attributes) -> None:
        self._chosen.append(False)

    def _alternative(self) -> bool:
        """The first form of a drawing is read, whatever it requires; the others repeat it."""
        if not self._chosen:
            return True
        before, self._chosen[-1] = self._chosen[-1], True
        return not before

    def _note(self, attributes: Attributes) -> bool:
        """A note; Word keeps the lines that part notes from the text among them."""
        if attributes.get("w:type", "normal") != "normal":
            return False
        self.paragraphs = self.notes.setdefault(attributes.get("w:id", ""), [])
        return True

    def _field(self, attributes: Attributes) -> None:
        kind = attributes.get("w:fldCharType")
        if kind == "begin":
            self._fields.append(True)
            self._codes += 1
        elif self._fields:
            self._codes -= self._fields[-1]
            self._fields[-1] = False
            if kind == "end":
                self._fields.pop()

    def _symbol(self, attributes: Attributes) -> None:
        self._print(letter(attributes.get("w:font", ""), attributes.get("w:char", "")))

    def _footnote(self, attributes: Attributes) -> None:
        self._call("footnote", attributes)

    def _endnote(self, attributes: Attributes) -> None:
        self._call("endnote", attributes)

    def _call(self, kind: str, attributes: Attributes) -> None:
        self.calls.append((kind, attributes.get("w:id", "")))
        if self._runs and is_on({"w:val": attributes.get("w:customMarkFollows", "0")}):
            self._runs[-1].hidden = True  # the asterisk behind is the call

    def _property(self, tag: str, attributes: Attributes) -> None:
        """What an element says of the paragraph, run, row, cell or control that is open."""
        of, value = self._properties[-1], attributes.get("w:val", "")
        if of == "w:pPr" and self._open:
            self._of_paragraph(tag, value, attributes)
        elif of == "w:rPr" and self._properties[0] == "w:pPr" and self._open:
            if tag in _REMOVED or (tag == "w:vanish" and is_on(attributes)):
                self._open[-1].joins = True
        elif of == "w:rPr" and len(self._properties) == 1 and self._runs:
            self._of_run(tag, value, attributes)
        elif (of, tag) in {("w:trPr", "w:del"), ("w:tcPr", "w:cellDel")}:
            self._mark("removed")
        elif (of, tag) == ("w:sdtPr", "w:showingPlcHdr"):
            self._mark("silent")  # "click here to enter text"

    def _mark(self, mark: str) -> None:
        if self._scopes and not self._scopes[-1]:
            self._scopes[-1] = mark
            self._marked[mark] += 1

    def _of_paragraph(self, tag: str, value: str, attributes: Attributes) -> None:
        paragraph = self._open[-1].paragraph
        if tag == "w:pStyle":
            paragraph.style = self._styles.looks(value)
        elif tag == "w:outlineLvl":
            paragraph.level = level(attributes)
        elif tag == "w:numId":
            paragraph.listed = value != "0"

    def _of_run(self, tag: str, value: str, attributes: Attributes) -> None:
        run = self._runs[-1]
        if tag == "w:vanish":
            run.hidden = is_on(attributes)
        elif tag == "w:vertAlign":
            run.raised = value == "superscript"
        elif tag == "w:rStyle":
            style = self._styles.looks(value)
            run.hidden = style.hidden if run.hidden is None else run.hidden
            run.raised = style.raised if run.raised is None else run.raised


_STARTS: Mapping[str, Callable[[Story, Attributes], None]] = {
    "w:p": Story._paragraph,
    "w:tbl": Story._table,
    "w:fldChar": Story._field,
    "w:sym": Story._symbol,
    "w:footnoteReference": Story._footnote,
    "w:endnoteReference": Story._endnote,
    "mc:AlternateContent": Story._alternatives,
}
