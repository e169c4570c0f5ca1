"""PDF: the printed lines in reading order, joined to paragraphs.

The source of a document is its printed lines, page after page; a hyphen that breaks a word
and a line end are no prose. The date at which a file was made says nothing of publication,
so a date comes from a byline only. Scanned pages need optical character recognition first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from fact_cli.errors import InputError
from fact_cli.model.text import Document, Positions
from fact_cli.read.extras import needed
from fact_cli.read.limits import LARGEST_CONTAINER, LARGEST_TEXT, too_large, whole
from fact_cli.read.pdf_initials import with_initials
from fact_cli.read.pdf_letters import UNKNOWN, page_letters
from fact_cli.read.pdf_parts import parts_of
from fact_cli.read.pdf_runs import runs
from fact_cli.read.pdf_source import printed
from fact_cli.read.prose import assembled
from fact_cli.read.roles import with_roles
from fact_cli.read.running_heads import Sheet

MOST_PAGES = 500
_UNREADABLE = 0.3  # of the letters: the fonts do not say which letters they draw


def read(name: str, stream: BinaryIO) -> Iterator[Document | InputError]:
    data = whole(name, stream, LARGEST_CONTAINER)
    sheets = _sheets(name, data)
    source = printed(sheets)
    if not source.text.strip():
        raise _without_text(name)
    parts, title = parts_of(source)
    yield with_roles(
        assembled(
            name,
            {"text": source.text},
            parts,
            title=title,
            positions=Positions.PAGE,
            pages=source.pages,
        )
    )


def _sheets(name: str, data: bytes) -> Sequence[Sheet]:
    """The runs of all pages. Raises `InputError` for what is no PDF with text in it."""
    pdfium = needed(name, "pypdfium2", "pdf")
    try:
        file = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _refused(name, error.err_code == pdfium.raw.FPDF_ERR_PASSWORD) from error
    with file:
        if len(file) > MOST_PAGES:
            raise InputError(
                name,
                f"trop long : plus de {MOST_PAGES} pages pour un article",
                f"too long: more than {MOST_PAGES} pages for an article",
            )
        return _read_pages(name, pdfium, file)


def _read_pages(name: str, pdfium: Any, file: Any) -> Sequence[Sheet]:
    sheets: list[Sheet] = []
    room, unknown = LARGEST_TEXT, 0
    for number in range(len(file)):
        sheet, letters, lost = _sheet(name, pdfium, file, number, room)
        sheets.append(sheet)
        room -= letters
        unknown += lost
    if unknown > _UNREADABLE * (LARGEST_TEXT - room):
        raise _without_text(name)
    return sheets


def _sheet(name: str, pdfium: Any, file: Any, number: int, room: int) -> tuple[Sheet, int, int]:
    """A page, how many letters it has, and how many of them are unknown.

    PDFium's memory is its own: page and text page are closed here, whatever happens.
    """
    try:
        page = file[number]
    except pdfium.PdfiumError as error:
        raise _refused(name, locked=False) from error
    try:
        text_page = page.get_textpage()
    except pdfium.PdfiumError as error:
        page.close()
        raise _refused(name, locked=False) from error
    try:
        if text_page.count_chars() > room:
            raise too_large(name, LARGEST_TEXT)
        found = page_letters(pdfium.raw, page, text_page)
    finally:
        text_page.close()
        page.close()
    unknown = sum(letter.text == UNKNOWN for letter in found.letters)
    sheet = Sheet(with_initials(runs(found.letters)), found.top, found.bottom)
    return sheet, len(found.letters), unknown


def _refused(name: str, locked: bool) -> InputError:
    if locked:
        return InputError(
            name,
            "PDF protégé par un mot de passe : enregistrez-en une copie sans protection",
            "PDF protected by a password: save a copy without protection",
        )
    return InputError(
        name,
        "PDF endommagé, ou fichier d’un autre format : exportez-le de nouveau",
        "damaged PDF, or a file of another format: export it again",
    )


def _without_text(name: str) -> InputError:
    return InputError(
        name,
        "ce PDF ne contient pas de texte lisible (page numérisée ?) : passez-le d’abord à l’OCR",
        "this PDF holds no readable text (a scan?): run OCR on it first",
    )
