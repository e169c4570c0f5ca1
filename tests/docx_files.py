"""Builds .docx files as Word, Google Docs and the templates of newsrooms make them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from tests.office_files import Row, cells, notes, tokens, zipped


@dataclass(frozen=True)
class Dialect:
    """How a program writes .docx: the id of each style and its name, and what it litters."""

    styles: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    litter: bool = False  # revision ids, marks of the spell-checker, tracked formatting
    strict: bool = False
    body: str = "word/document.xml"


WORD = Dialect(
    {
        "title": ("Titre", "Title"),
        "standfirst": ("Sous-titre", "Subtitle"),
        "heading": ("Titre2", "heading 2"),
        "heading-1": ("Titre1", "heading 1"),
        "quotation": ("Citation", "Quote"),
        "caption": ("Lgende", "caption"),
        "list-item": ("Paragraphedeliste", "List Paragraph"),
    },
    litter=True,
)
GOOGLE = Dialect(
    {
        "title": ("Title", "Title"),
        "standfirst": ("Subtitle", "Subtitle"),
        "heading": ("Heading2", "heading 2"),
        "heading-1": ("Heading1", "heading 1"),
        "quotation": ("Quote", "Quote"),
        "caption": ("Caption", "caption"),
    }
)
NEWSROOM = Dialect(
    {
        "title": ("LM-TitreArticle", "Titre article"),
        "standfirst": ("LM-Chapo", "Chapô"),
        "heading": ("LM-Inter", "Intertitre"),
        "heading-1": ("Titre1", "heading 1"),
        "quotation": ("LM-Exergue", "Exergue"),
        "caption": ("LM-Legende", "Légende photo"),
        "list-item": ("LM-Puces", "Liste à puces"),
    },
    litter=True,
    strict=True,
    body="word/document2.xml",
)
_TRANSITIONAL = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}
_STRICT = {
    **_TRANSITIONAL,
    "w": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "r": "http://purl.oclc.org/ooxml/officeDocument/relationships",
    "m": "http://purl.oclc.org/ooxml/officeDocument/math",
}
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def _root(tag: str, names: Mapping[str, str], content: str) -> str:
    declared = " ".join(f"xmlns:{prefix}={quoteattr(uri)}" for prefix, uri in names.items())
    return f"{_HEAD}<{tag} {declared}>{content}</{tag}>"


def docx(rows: Sequence[Row], dialect: Dialect = WORD) -> bytes:
    """A Word document of ``rows``."""
    body = "".join(_docx_rows(rows, dialect))
    return docx_of(body, notes=notes(rows), dialect=dialect)


def docx_of(
    body: str, *, notes: Sequence[str] = (), dialect: Dialect = WORD, styles: str = ""
) -> bytes:
    """A Word document of a body of XML; ``notes`` are its footnotes 2, 3 … and its endnotes too."""
    names = _STRICT if dialect.strict else _TRANSITIONAL
    declared = "".join(
        f'<w:style w:type="paragraph" w:styleId={quoteattr(key)}><w:name w:val={quoteattr(name)}/>'
        '<w:basedOn w:val="Normal"/></w:style>'
        for key, name in dialect.styles.values()
    )
    separator = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    )
    footnotes = separator + "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        f'<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {escape(note)}</w:t></w:r></w:p></w:footnote>'
        for number, note in enumerate(notes, 2)
    )
    section = "<w:sectPr><w:headerReference r:id='rId9' w:type='default'/></w:sectPr>"
    related = {name: f"{name}.xml" for name in ("styles", "footnotes", "header", "endnotes")}
    folder, _, file = dialect.body.rpartition("/")
    return zipped(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "_rels/.rels": _relations({"officeDocument": f"/{dialect.body}"}, names["r"]),
            dialect.body: _root("w:document", names, f"<w:body>{body}{section}</w:body>"),
            f"{folder}/_rels/{file}.rels": _relations(related, names["r"]),
            f"{folder}/styles.xml": _root("w:styles", names, declared + styles),
            f"{folder}/footnotes.xml": _root("w:footnotes", names, footnotes),
            f"{folder}/endnotes.xml": _root(
                "w:endnotes", names, footnotes.replace("footnote", "endnote")
            ),
            f"{folder}/header.xml": _root(
                "w:hdr", names, "<w:p><w:r><w:t>Page 3 sur 40</w:t></w:r></w:p>"
            ),
            "docProps/core.xml": '<p xmlns:d="http://purl.org/dc/terms/"><d:created>2011-01-01T00:00:00Z</d:created></p>',
        }
    )


def _relations(members: Mapping[str, str], kind: str) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}/{name}" Target="{target}"/>'
        for number, (name, target) in enumerate(members.items(), 7)
    )
    link = f'<Relationship Id="rId1" Type="{kind}/hyperlink" Target="https://exemple.fr" TargetMode="External"/>'
    names = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_HEAD}<Relationships xmlns="{names}">{link}{rows}</Relationships>'


def _docx_rows(rows: Sequence[Row], dialect: Dialect) -> Iterator[str]:
    number = 2
    for at, (role, words) in enumerate(rows):
        runs = []
        for cell in cells(role, words):
            runs.append(_docx_runs(cell, dialect, number))
            number += len(notes([(role, cell)]))
        if role != "row":
            yield _docx_paragraph(role, runs[0], dialect)
            continue
        before = "" if at and rows[at - 1][0] == "row" else "<w:tbl><w:tblPr/><w:tblGrid/>"
        after = "" if at + 1 < len(rows) and rows[at + 1][0] == "row" else "</w:tbl>"
        inside = "".join(f"<w:tc><w:tcPr/><w:p>{run}</w:p></w:tc>" for run in runs)
        yield f"{before}<w:tr><w:trPr/>{inside}</w:tr>{after}"


def _docx_paragraph(role: str, runs: str, dialect: Dialect) -> str:
    style = dialect.styles.get(role)
    named = "" if style is None else f"<w:pStyle w:val={quoteattr(style[0])}/>"
    if role == "list-item":
        named += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
    if dialect.litter:
        named += '<w:tabs><w:tab w:val="left" w:pos="709"/></w:tabs><w:rPr><w:lang w:val="fr-FR"/></w:rPr>'
        named += '<w:pPrChange w:id="90" w:author="SR"><w:pPr><w:pStyle w:val="Titre"/></w:pPr></w:pPrChange>'
    rsid = ' w:rsidR="00A77B3E" w:rsidP="00DE2A11"' if dialect.litter else ""
    return f"<w:p{rsid}><w:pPr>{named}</w:pPr>{runs}</w:p>"


def run(words: str, look: str = "", tag: str = "w:t") -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<{tag} xml:space="preserve">{escape(words)}</{tag}></w:r>'


def field_of(code: str, result: str) -> str:
    """A complex field, as Word writes it."""
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    code = run(code, tag="w:instrText")
    return f"{sign('begin')}{code}{sign('separate')}{result}{sign('end')}"


def _docx_runs(words: str, dialect: Dialect, number: int) -> str:
    done = []
    changed = 'w:author="SR" w:date="2025-06-03T10:00:00Z"'
    for mark, part in tokens(words):
        if mark == "^":
            done.append(
                '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                f'<w:footnoteReference w:id="{number}"/></w:r>'
            )
            number += 1
        elif mark == "|":
            done.append('<w:proofErr w:type="spellStart"/>' if dialect.litter else "")
        elif mark == "#":
            done.append(
                '<w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
            )
        else:
            done.append(
                {
                    "+": f'<w:ins w:id="1" {changed}>{run(part)}</w:ins>',
                    "-": f'<w:del w:id="2" {changed}>{run(part, tag="w:delText")}</w:del>',
                    ">": f'<w:moveFrom w:id="3" {changed}>{run(part)}</w:moveFrom>',
                    "=": run(part, "<w:vanish/>"),
                    "@": f'<w:hyperlink r:id="rId1">{run(part)}</w:hyperlink>',
                    "%": field_of(" DOCPROPERTY taux ", run(part)),
                    "*": run(part, '<w:vertAlign w:val="superscript"/>'),
                    "\n": "<w:r><w:br/></w:r>",
                    "\t": "<w:r><w:tab/></w:r>",
                }.get(mark, run(part, "<w:lang w:val='fr-FR'/>" if dialect.litter else ""))
            )
    return "".join(done)
