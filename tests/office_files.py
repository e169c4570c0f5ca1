"""What the builders of .docx and .odt share: the articles' mark-up, and what is to be read."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from fact_cli.errors import InputError
from fact_cli.model.text import BlockKind, Document, Extent
from fact_cli.read import read_stream
from fact_cli.read.prose import INVISIBLE

Row = tuple[str, str]

_TOKEN = re.compile(
    r"\[(?P<mark>[-+>=#^@%*])(?P<words>.*?)(?P=mark)\]|(?P<cut>\|)|(?P<break>\n)|(?P<tab>\t)",
    re.DOTALL,
)
KINDS = {
    "title": BlockKind.TITLE,
    "plain-title": BlockKind.TITLE,
    "standfirst": BlockKind.STANDFIRST,
    "byline": BlockKind.BYLINE,
    "heading": BlockKind.HEADING,
    "heading-1": BlockKind.HEADING,
    "paragraph": BlockKind.PARAGRAPH,
    "quotation": BlockKind.QUOTATION,
    "caption": BlockKind.CAPTION,
    "list-item": BlockKind.LIST_ITEM,
}


def as_read(written: str) -> str:
    """What is read of characters that stand together: composed, and without the invisible."""
    return unicodedata.normalize("NFC", re.sub(f"[{INVISIBLE}]", "", written))


def reading(data: bytes, name: str) -> Document:
    (found,) = read_stream(name, io.BytesIO(data))
    assert isinstance(found, Document), found
    return found


def refusal(data: bytes, name: str) -> str:
    (found,) = read_stream(name, io.BytesIO(data))
    assert isinstance(found, InputError)
    return found.fr


def told(document: Document) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.extent.of(document.text)) for block in document.blocks]


def assert_words_stand_where_told(document: Document) -> None:
    """That each word's place, as an extent and as line and column, is where its source has it."""
    source = document.sources["text"]
    for found in re.finditer(r"[a-z0-9é]+", document.text):
        place = document.locate(Extent(*found.span()))
        written = source[place.start : place.end]
        assert as_read(written) == found.group()
        assert source.split("\n")[place.line - 1][place.column - 1 :].startswith(written)


def tokens(words: str) -> Iterator[Row]:
    """What ``words`` are made of: the sign of each stretch ("" for plain words) and the stretch."""
    at = 0
    for found in _TOKEN.finditer(words):
        if found.start() > at:
            yield "", words[at : found.start()]
        yield found["mark"] or found.group(), found["words"] or ""
        at = found.end()
    if at < len(words):
        yield "", words[at:]


def shown(words: str) -> str:
    """``words`` as a reader sees them, a line break as U+2028."""
    said = {"\n": "\u2028", "\t": "\t"}
    return "".join(
        part.translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")) if mark == "*" else
        part if mark in {"", "+", "@", "%"} else said.get(mark, "")
        for mark, part in tokens(words)
    )  # fmt: skip


def notes(rows: Iterable[Row]) -> list[str]:
    return [part for _, words in rows for mark, part in tokens(words) if mark == "^"]


def lines(rows: Sequence[Row], before_note: str = "") -> list[str]:
    """The lines of the source that these rows become, notes last, each behind ``before_note``."""
    parts = (part for role, words in rows for part in cells(role, words))
    return [*map(shown, parts), *(before_note + note for note in notes(rows))]


def blocks(rows: Sequence[Row]) -> list[tuple[BlockKind, str]]:
    """The blocks that these rows become."""
    found = [
        (KINDS.get(role, BlockKind.TABLE_CELL), shown(part).strip())
        for role, words in rows
        for part in cells(role, words)
    ]
    found += [(BlockKind.PARAGRAPH, note) for note in notes(rows)]
    found = [(kind, re.sub(r"[ \t]+", " ", words)) for kind, words in found if words]
    if rows[0][0] == "heading-1":
        found[0] = (BlockKind.TITLE, found[0][1])
    return found


def cells(role: str, words: str) -> list[str]:
    """The paragraphs that a row becomes."""
    return words.split("¦") if role == "row" else [words]


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """A zip container; "mimetype" is stored and first, as OpenDocument asks."""
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for path, data in members.items():
            archive.writestr(path, data, ZIP_STORED if path == "mimetype" else ZIP_DEFLATED)
    return file.getvalue()
