"""Builds .odt files as LibreOffice and Google Docs write them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from xml.sax.saxutils import escape, quoteattr

from tests.office_files import Row, cells, tokens, zipped

_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = {
    **{name: f"{_ODF}:{name}:1.0" for name in ("office", "text", "style", "table", "manifest")},
    "draw": f"{_ODF}:drawing:1.0",
    "svg": f"{_ODF}:svg-compatible:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
}
_DECLARED = " ".join(f"xmlns:{prefix}={quoteattr(uri)}" for prefix, uri in _NAMES.items())
_AUTOMATIC = (
    '<style:style style:name="T_hidden" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="T_raised" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>'
    '<style:style style:name="T_plain" style:family="text"><style:text-properties/></style:style>'
)


@dataclass(frozen=True)
class Dialect:
    """The name of each style in the file, whether paragraphs have automatic ones over it."""

    styles: Mapping[str, str] = field(default_factory=dict)
    automatic: bool = False
    wrapped: bool = False  # the XML is indented, and long text wrapped


WRITER = Dialect(
    {
        "title": "Title",
        "standfirst": "Subtitle",
        "heading": "Heading_20_2",
        "heading-1": "Heading_20_1",
        "quotation": "Quotations",
        "caption": "Illustration",
        "list-item": "List_20_1",
    },
    automatic=True,
)
GOOGLE = Dialect(
    {
        "title": "Title",
        "standfirst": "Subtitle",
        "heading": "Heading_20_2",
        "heading-1": "Heading_20_1",
        "quotation": "Quote",
        "caption": "Caption",
    }
)
NEWSROOM = Dialect(
    {
        "title": "Titre_20_article",
        "standfirst": "Chap_f4_",
        "heading": "Intertitre",
        "heading-1": "Heading_20_1",
        "quotation": "Exergue",
        "caption": "L_e9_gende_20_photo",
    },
    automatic=True,
    wrapped=True,
)
_PARENTS = {"Illustration": "Caption", "Caption": "Standard", "Exergue": "Text_20_body"}
_SHOWN = {"Chap_f4_": "Chapô", "L_e9_gende_20_photo": "Légende photo"}


def odt(rows: Sequence[Row], dialect: Dialect = WRITER) -> bytes:
    """An OpenDocument text of ``rows``."""
    deleted: list[str] = []
    body = "".join(_rows(rows, dialect, deleted))
    changes = f"<text:tracked-changes>{''.join(deleted)}</text:tracked-changes>"
    names = dialect.styles.values()
    automatic = "".join(_style(f"P_{name}", name) for name in names) if dialect.automatic else ""
    return odt_of(changes + body, automatic=automatic, styles="".join(map(_named, names)))


def odt_of(body: str, *, automatic: str = "", styles: str = "") -> bytes:
    """An OpenDocument text of a body of XML."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content(body, automatic),
            "styles.xml": f"<office:document-styles {_DECLARED}><office:styles>{styles}</office:styles>"
            f"<office:automatic-styles>{_style('P1', 'Title')}</office:automatic-styles>"
            "<office:master-styles><style:master-page><style:header><text:p>Page 3 sur 40</text:p>"
            "</style:header></style:master-page></office:master-styles></office:document-styles>",
            "META-INF/manifest.xml": f"<manifest:manifest {_DECLARED}/>",
        }
    )


def content(body: str, automatic: str = "", root: str = "document-content") -> str:
    """content.xml, or with the root "document" a whole file of flat XML."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:{root} {_DECLARED} office:version="1.3">'
        f"<office:automatic-styles>{_AUTOMATIC}{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:{root}>"
    )


def _style(name: str, parent: str) -> str:
    return (
        f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="{parent}">'
        "<style:text-properties/></style:style>"
    )


def _named(name: str) -> str:
    shown = _SHOWN.get(name)
    display = "" if shown is None else f" style:display-name={quoteattr(shown)}"
    parent = _PARENTS.get(name, "Standard")
    return (
        f'<style:style style:name="{name}"{display} style:family="paragraph"'
        f' style:parent-style-name="{parent}"/>'
    )


def _rows(rows: Sequence[Row], dialect: Dialect, deleted: list[str]) -> Iterator[str]:
    numbers = count(1)
    for at, (role, words) in enumerate(rows):
        texts = [_inline(cell, dialect, deleted, numbers) for cell in cells(role, words)]
        neighbours = [rows[i][0] if 0 <= i < len(rows) else "" for i in (at - 1, at + 1)]
        if role == "row":
            group = "<table:table>", "</table:table>"
            inside = "".join(
                f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in texts
            )
            done = f"<table:table-row>{inside}</table:table-row>"
        elif role == "list-item":
            group = "<text:list>", "</text:list>"
            done = f"<text:list-item>{_paragraph(role, texts[0], dialect)}</text:list-item>"
        else:
            yield _paragraph(role, texts[0], dialect)
            continue
        yield f"{'' if neighbours[0] == role else group[0]}{done}{'' if neighbours[1] == role else group[1]}"


def _paragraph(role: str, text: str, dialect: Dialect) -> str:
    name = dialect.styles.get(role, "Standard")
    if dialect.automatic and name != "Standard":
        name = f"P_{name}"
    space = "\n      " if dialect.wrapped else ""
    if role.startswith("heading"):
        level = 1 if role == "heading-1" else 2
        return (
            f'<text:h text:style-name="{name}" text:outline-level="{level}">{text}</text:h>{space}'
        )
    return f'<text:p text:style-name="{name}">{space}{text}{space}</text:p>{space}'


def _inline(words: str, dialect: Dialect, deleted: list[str], numbers: Iterator[int]) -> str:
    done = []
    for mark, part in tokens(words):
        text = escaped(part)
        if dialect.wrapped and mark == "":
            text = text.replace(" ", "\n        ", 1)
        number = next(numbers)
        if mark in {"-", ">"}:
            deleted.append(
                f'<text:changed-region text:id="c{number}"><text:deletion><office:change-info>'
                f"<dc:creator>S. Roy</dc:creator></office:change-info><text:p>{text}</text:p>"
                "</text:deletion></text:changed-region>"
            )
        done.append(
            {
                "": text,
                "|": '<text:bookmark text:name="b"/><text:soft-page-break/>',
                "+": f'<text:change-start text:change-id="c{number}"/>{text}<text:change-end text:change-id="c{number}"/>',
                "=": f'<text:span text:style-name="T_hidden">{text}</text:span>',
                "#": f"<office:annotation><dc:creator>S. Roy</dc:creator><text:p>{text}</text:p></office:annotation>",
                "^": '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
                f"<text:note-body><text:p>{text}</text:p></text:note-body></text:note>",
                "@": f'<text:a xlink:href="https://exemple.fr"><text:span text:style-name="T_plain">{text}</text:span></text:a>',
                "%": f'<text:user-field-get text:name="taux">{text}</text:user-field-get>',
                "*": f'<text:span text:style-name="T_raised">{text}</text:span>',
                "\n": "<text:line-break/>",
                "\t": "<text:tab/>",
            }.get(mark, f'<text:change text:change-id="c{number}"/>')
        )
    return "".join(done)


def escaped(words: str) -> str:
    """``words`` as XML that shows each space: OpenDocument would show a run of them as one."""
    text = escape(words)
    if text.startswith(" "):
        text = "<text:s/>" + text[1:]
    while "  " in text:
        text = text.replace("  ", " <text:s/>", 1)
    return text
