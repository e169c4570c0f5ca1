"""The blocks of a Markdown text, each with the stretches of the source that it is made of.

pulldown-cmark says how the text is built; what it says in words is used only where it
stands for something else, as an entity does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from fact_cli.model.text import BlockKind, Extent
from fact_cli.read.blocks import Blocks
from fact_cli.read.byte_offsets import from_bytes
from fact_cli.read.markdown_masks import MARK, MASK, is_callout
from fact_cli.read.prose import Part
from fact_cli.read.raised import RAISED
from fact_cli.read.raw_html import PARTS, UNSEEN, Comment, Elements, Tag, tokens
from fact_cli.read.scalars import Scalar, add_words

_MASKS = re.compile(f"[{MASK}{MARK}]+")
_MASKED_LINE = re.compile(rf"[{MASK}{MARK}][{MASK}{MARK} \t\r]*(?:\n|\Z)")
_INDENT = 40  # characters before what may be a line of its own
_GOES_ON = re.compile(r"[\s>*_\[(«\"“'’…]*+(\w)")
_FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|avif|svg)", re.IGNORECASE)
_NUMBER_RAISED = re.compile(r"(?:<a\b[^<>]*>)?[\[(]?\d{1,3}[\])]?(?:</a>)?</sup>", re.IGNORECASE)
_POWER = re.compile(r"[^\d,.]10<sup>(?P<figures>\d{1,3})</sup>", re.IGNORECASE)
_LENGTH = re.compile(r"(?<![^\W\d_])[cdkm]?m$")
_ONE_LINE = {BlockKind.TITLE, BlockKind.HEADING, BlockKind.TABLE_CELL}
_INLINE = {"Emphasis", "Strong", "Link", "Image"}


def parts(
    source: str,
    text: str,
    extent: Extent,
    kind: BlockKind | None = None,
    comments: list[Extent] | None = None,
) -> list[Part]:
    """What ``extent`` of ``source`` says, in its order, all of it of ``kind`` where given.

    ``text`` is ``source`` with what is no prose masked. A heading of the first level is a
    TITLE, as often as there is one. The list ``comments`` is given those of HTML.
    """
    from pyromark import Options, events_with_range

    options = (
        Options.ENABLE_TABLES
        | Options.ENABLE_FOOTNOTES
        | Options.ENABLE_TASKLISTS
        | Options.ENABLE_WIKILINKS
    )
    read = extent.of(text)
    offset = from_bytes(read)
    reader = _Reader(source, text)
    for event, span in events_with_range(read, options=options):
        place = Extent(offset(span["start"]), offset(span["end"])).shifted(extent.start)
        reader.take(event, place)
    if comments is not None:
        comments += reader.comments
    captions = [part for part in reader.captions.parts if not _FILE_NAME.fullmatch(words_of(part))]
    found = sorted([*reader.blocks.parts, *captions], key=lambda part: part.pieces[0].origin.start)
    return found if kind is None else [Part(kind, part.pieces) for part in found]


def words_of(part: Part) -> str:
    """The prose of a part."""
    return "".join(piece.text for piece in part.pieces)


def _unwrapped(value: Any) -> tuple[str, Any]:
    """The name of an event or tag, and what it says of itself."""
    return (value, None) if isinstance(value, str) else next(iter(value.items()))


class _Reader:
    """What is open at a point of the text, and what was found before it."""

    def __init__(self, source: str, text: str) -> None:
        self.source = source
        self.text = text
        self.blocks = Blocks(source)
        self.captions = Blocks(source)
        self.comments: list[Extent] = []
        self.kinds = [BlockKind.PARAGRAPH]  # of the blocks that Markdown has open
        self.elements = Elements()
        self.unseen: str | None = None  # the HTML element whose text is passed over
        self.markup: list[Extent] = []  # lines of a block of HTML
        self.inline: list[str] = []
        self.inside: Counter[str] = Counter()  # how many of each of these are open
        self.run: Extent | None = None  # text that was not added yet
        self._begin()

    def _begin(self) -> None:
        self.worded = False  # whether the block has words
        self.pictured = False  # whether a picture stood before them
        self.stressed = True  # whether all of them are

    def take(self, event: Any, place: Extent) -> None:
        """An event of the parser, and the stretch of the text that it is about."""
        name, value = _unwrapped(event)
        if name == "Text" and value == place.of(self.text):
            if self.run is None or self.run.end != place.start:
                self._add_run()
                self.run = place
            self.run = self.run.until(place)
            return
        self._add_run()
        match name:
            case "Start":
                self._open(*_unwrapped(value), place)
            case "End":
                self._close(_unwrapped(value)[0])
            case "Text":
                self._put(value, place)
            case "SoftBreak":
                self._target().gap(place.start, place.end)
            case "HardBreak":
                self._break(place)
            case "Code":
                self._leave_out(place, str.isalnum)
            case "Html":
                self.markup.append(place)
            case "InlineHtml":
                self._html([place])
            case "Rule":
                self._end_block()

    def _open(self, name: str, data: Any, place: Extent) -> None:
        if name in _INLINE:
            if name == "Image" and not self.worded:
                self.pictured = True
            name = "unread" if _is_unread(name, data) else name
            self.inline.append(name)
            self.inside[name] += 1
            return
        self._end_block()
        self.kinds.append(self._kind_of(name, data, place))
        self.inside[name] += 1

    def _close(self, name: str) -> None:
        if name in _INLINE:
            closed = self.inline.pop()
            self.inside[closed] -= 1
            if closed == "Image" and not self.inside["Image"]:
                self.captions.end(BlockKind.CAPTION)
            return
        if name == "HtmlBlock":
            self._html(self.markup)
            self.markup = []
        self._end_block()
        self.kinds.pop()
        self.inside[name] -= 1
        self.unseen = None

    def _kind_of(self, name: str, data: Any, place: Extent) -> BlockKind:
        around = self.kinds[-1]
        match name:
            case "Heading":
                first_level = data["level"] == "H1" and len(self.kinds) == 1
                return BlockKind.TITLE if first_level else BlockKind.HEADING
            case "Item" if around is not BlockKind.QUOTATION:
                return BlockKind.LIST_ITEM
            case "BlockQuote" if not is_callout(self.source, place.start):
                return BlockKind.QUOTATION
            case "Table":
                return BlockKind.TABLE_CELL
            case "BlockQuote" | "FootnoteDefinition":
                return BlockKind.PARAGRAPH
        return around

    def _kind(self) -> BlockKind:
        kind = self.kinds[-1]
        if kind not in _ONE_LINE and self.elements.kind is not BlockKind.PARAGRAPH:
            return self.elements.kind
        if kind is BlockKind.PARAGRAPH and self.pictured and self.stressed:
            return BlockKind.CAPTION  # a line in italics under a picture
        return kind

    def _end_block(self) -> None:
        self.blocks.end(self._kind())
        self._begin()

    def _target(self) -> Blocks:
        return self.captions if self.inside["Image"] else self.blocks

    def _is_read(self) -> bool:
        return not (self.unseen or self.inside["unread"] or self.inside["CodeBlock"])

    def _add_run(self) -> None:
        run, self.run = self.run, None
        if run is None or not self._is_read():
            return
        if self._is_masked_line(run):
            self._end_block()
            return
        at = run.start
        for masks in _MASKS.finditer(self.text, run.start, run.end):
            self._add(Extent(at, masks.start()))
            if MASK in masks.group():
                self._leave_out(Extent(*masks.span()), str.isalnum)
            at = masks.end()
        self._add(Extent(at, run.end))

    def _is_masked_line(self, run: Extent) -> bool:
        """Whether a line of its own has nothing but tags of a site builder: it parts blocks."""
        if _MASKED_LINE.match(self.text, run.start) is None:
            return False
        before = self.text[max(0, run.start - _INDENT) : run.start].rstrip(" \t")
        return not before or before[-1] == "\n"

    def _add(self, extent: Extent) -> None:
        if extent.start < extent.end:
            self._target().words(extent.start, extent.end)
            self._note_words()

    def _put(self, words: str, place: Extent) -> None:
        if self._is_read():
            self._target().put(words, place.start, place.end)
            self._note_words()

    def _note_words(self) -> None:
        if not self.inside["Image"]:
            self.worded = True
            self.stressed &= bool(self.inside["Emphasis"] or self.inside["Strong"])

    def _leave_out(self, place: Extent, is_word: Callable[[str], bool]) -> None:
        """A gap for ``place`` where its neighbours would become one word."""
        before, after = (
            self.text[place.start - 1 : place.start],
            self.text[place.end : place.end + 1],
        )
        if is_word(before) and is_word(after):
            self._target().gap(place.start, place.end)

    def _break(self, place: Extent) -> None:
        """A line end that is meant: the next line is a block of its own, unless it goes on.

        It does in lower case, and after a comma.
        """
        following = _GOES_ON.match(self.text, place.end)
        goes_on = following is not None and following[1].islower()
        goes_on |= self.text[max(0, place.start - 1) : place.start] == ","
        if self._kind() in _ONE_LINE or goes_on:
            self._target().gap(place.start, place.end)
        elif self.worded and not self.inside["Image"]:
            self._end_block()

    def _html(self, runs: Sequence[Extent]) -> None:
        for token in tokens(self.text, runs):
            if isinstance(token, Tag):
                self._tag(token)
            elif isinstance(token, Comment):
                self.comments.append(token.extent)
            elif token.put is not None:
                self._put(token.put, token.extent)
            else:
                self.run = token.extent
                self._add_run()

    def _tag(self, tag: Tag) -> None:
        if self.unseen is not None:
            if tag.closes and tag.name == self.unseen:
                self.unseen = None
        elif self._is_note_sign(tag):
            power = _POWER.match(self.text, tag.extent.start - 3)
            if power is not None:
                self._put(power["figures"].translate(RAISED), tag.extent)
            self.unseen = tag.name
        elif tag.name in UNSEEN:
            self.unseen = None if tag.closes or tag.empty else tag.name
            self._leave_out(tag.extent, str.isalnum)
        elif tag.name == "br":
            self._break(tag.extent)
        elif tag.name == "img" and tag.alt is not None:
            add_words(self.captions, Scalar(tag.alt.start, tag.alt.end))
            self.captions.end(BlockKind.CAPTION)
        elif tag.name in PARTS:
            self._end_block()
            self.elements.take(tag)

    def _is_note_sign(self, tag: Tag) -> bool:
        """Whether a tag raises the number of a note; that in m² is none."""
        if tag.name != "sup" or tag.closes or not _NUMBER_RAISED.match(self.text, tag.extent.end):
            return False
        before = self.text[max(0, tag.extent.start - 3) : tag.extent.start]
        return _LENGTH.search(before) is None


def _is_unread(name: str, data: Any) -> bool:
    """Whether the words of a link are its address, or those of a picture its file's name."""
    if name not in {"Link", "Image"}:
        return False
    kind = data["link_type"]
    return kind in ("Autolink", "Email") or (name == "Image" and not isinstance(kind, str))
