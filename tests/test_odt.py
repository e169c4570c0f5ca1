"""OpenDocument texts: the prose that is shown, its parts, and its places."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from odfdo import Document as OdfDocument
from odfdo import Header, List, Paragraph, Table

from fact_cli.model.text import BlockKind, Document, Positions
from tests.odt_files import GOOGLE, NEWSROOM, WRITER, Dialect, content, escaped, odt, odt_of
from tests.office_articles import ARTICLES
from tests.office_files import (
    assert_words_stand_where_told,
    blocks,
    lines,
    reading,
    refusal,
    told,
    zipped,
)

DIALECTS = {"writer": WRITER, "google": GOOGLE, "newsroom": NEWSROOM}


def read(data: bytes) -> Document:
    return reading(data, "article.odt")


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
@pytest.mark.parametrize("article", ARTICLES)
def test_an_article_is_read_as_it_is_shown(article: str, dialect: Dialect) -> None:
    rows = ARTICLES[article]
    document = read(odt(rows, dialect))
    found = document.sources["text"].split("\n")
    if dialect.wrapped:  # a line end before the end of a paragraph is a space, and not seen
        found = [line.rstrip(" ") for line in found]
    assert found == lines(rows)
    assert told(document) == blocks(rows)
    assert document.positions is Positions.PARAGRAPH


@pytest.mark.parametrize("article", ARTICLES)
def test_a_flat_file_is_read_as_a_packed_one(article: str) -> None:
    rows = ARTICLES[article]
    flat = content(
        "".join(f"<text:p>{escaped(words)}</text:p>" for _, words in rows), root="document"
    )
    assert reading(flat.encode(), "article.fodt").sources["text"].split("\n") == [
        re.sub(r"[\n\t]", " ", words) for _, words in rows
    ]


BOX = "<draw:frame><draw:text-box><text:p>Repères</text:p></draw:text-box><svg:desc>Une carte</svg:desc></draw:frame>"
ANNEX = "<text:section text:name='a' {}><text:p>Annexe</text:p></text:section><text:p>Fin</text:p>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<text:p> Le\n   prix <text:span> monte</text:span> </text:p>", ["Le prix monte "]),
        ("<text:p>80<text:s text:c='3'/>euros<text:s/></text:p>", ["80   euros "]),
        ("<text:p>80<text:s text:c='9999999999'/>euros</text:p>", ["80 euros"]),
        ("<text:p>80<text:s text:c='99999'/>euros</text:p>", ["80" + " " * 100 + "euros"]),
        ("<text:p>80<text:tab/>euros<text:line-break/>net</text:p>", ["80\teuros\u2028net"]),
        ("<text:p>1 4<text:bookmark text:name='x'/>00</text:p>", ["1 400"]),
        ("<text:p>1 4<text:soft-page-break/>00</text:p>", ["1 400"]),
        ("<text:p>10<text:span text:style-name='T_raised'>6</text:span></text:p>", ["10⁶"]),
        ("<text:p>vu<text:span text:style-name='T_hidden'> ca<text:span text:style-name='T_plain'>ché</text:span></text:span></text:p>", ["vu"]),
        ("<text:p>vu<text:hidden-text text:is-hidden='true'>caché</text:hidden-text></text:p>", ["vu"]),
        ("<text:p>vu<text:variable-set text:display='none'>12</text:variable-set></text:p>", ["vu"]),
        ("<text:p>page <text:page-number>3</text:page-number></text:p>", ["page 3"]),
        ("<text:p>nom <text:placeholder>&lt;Nom&gt;</text:placeholder></text:p>", ["nom "]),
        (ANNEX.format("text:display='none'"), ["Fin"]),
        (ANNEX.format("text:display='condition' text:is-hidden='true'"), ["Fin"]),
        (ANNEX.format("text:display='condition'"), ["Annexe", "Fin"]),
        ("<text:p>Avant" + BOX + " après</text:p>", ["Avant après", "Repères"]),
        (BOX + "<text:p>Fin</text:p>", ["Repères", "Fin"]),
        ("<text:p><draw:custom-shape><text:p>Forme</text:p></draw:custom-shape></text:p>", ["", "Forme"]),
        ("<text:p><text:ruby><text:ruby-base>Tōkyō</text:ruby-base><text:ruby-text>xx</text:ruby-text></text:ruby></text:p>", ["Tōkyō"]),
        ("<text:p>a<text:note text:note-class='endnote'><text:note-body><text:p>fin</text:p></text:note-body></text:note></text:p><text:p>b<text:note text:note-class='footnote'><text:note-body><text:p>bas</text:p></text:note-body></text:note> c</text:p>", ["a", "b c", "bas", "fin"]),
        ("<table:table><table:table-row><table:table-cell><text:p>80</text:p></table:table-cell><table:covered-table-cell><text:p>vieux</text:p></table:covered-table-cell></table:table-row></table:table>", ["80"]),
        ("<text:p/>", [""]),
        ("", [""]),
    ],
)  # fmt: skip
def test_what_libreoffice_shows_is_read(body: str, expected: list[str]) -> None:
    assert read(odt_of(body)).sources["text"].split("\n") == expected


STYLES = "".join(
    f'<style:style style:name="{name}" style:family="paragraph" {more}/>'
    for name, more in [
        ("Maison", 'style:display-name="Titraille" style:parent-style-name="Title"'),
        ("Rond", 'style:parent-style-name="Carre"'),
        ("Carre", 'style:parent-style-name="Rond"'),
        ("Plan", 'style:default-outline-level="2"'),
        ("Cach_e9_", ""),
    ]
)


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        ("<text:p text:style-name='Title'>", BlockKind.TITLE),
        ("<text:p text:style-name='Maison'>", BlockKind.TITLE),
        ("<text:h text:outline-level='1'>", BlockKind.TITLE),
        ("<text:h>", BlockKind.TITLE),
        ("<text:h text:outline-level='3'>", BlockKind.HEADING),
        ("<text:p text:style-name='Plan'>", BlockKind.HEADING),
        ("<text:p text:style-name='Subtitle'>", BlockKind.STANDFIRST),
        ("<text:p text:style-name='Rond'>", BlockKind.PARAGRAPH),
        ("<text:p text:style-name='P1'>", BlockKind.PARAGRAPH),  # P1 there is of the page header
        ("<text:p>", BlockKind.PARAGRAPH),
    ],
)
def test_the_part_that_a_style_names(start: str, kind: BlockKind) -> None:
    words = "Le loyer passe de 800 à 1 000 euros."
    body = f"{start}{words}</{start[1:7]}><text:p>Il monte encore.</text:p>"
    assert told(read(odt_of(body, styles=STYLES)))[0] == (kind, words)


def test_an_index_is_no_prose_of_the_article() -> None:
    index = "<text:table-of-content><text:table-of-content-source><text:index-title-template>Index</text:index-title-template></text:table-of-content-source><text:index-body><text:p>Un budget 3</text:p></text:index-body></text:table-of-content>"
    document = read(odt_of(f"<text:p text:style-name='Title'>Le budget</text:p>{index}"))
    assert told(document)[1:] == [(BlockKind.BOILERPLATE, "Un budget 3")]


def test_a_document_of_odfdo_is_read() -> None:
    document = OdfDocument("text")
    document.body.clear()
    document.body.append(Header(1, "La cantine bio coûte 12 % de plus"))
    document.body.append(Paragraph("Le repas passe de 5,00 à 5,60 euros, soit une hausse de 12 %."))
    document.body.append(List(["le pain ;", "les légumes."]))
    table = Table("Prix", width=2, height=1)
    table.set_values([["Repas", "5,60"]])
    document.body.append(table)
    file = io.BytesIO()
    document.save(file)
    assert told(read(file.getvalue())) == [
        (BlockKind.TITLE, "La cantine bio coûte 12 % de plus"),
        (BlockKind.PARAGRAPH, "Le repas passe de 5,00 à 5,60 euros, soit une hausse de 12 %."),
        (BlockKind.LIST_ITEM, "le pain ;"),
        (BlockKind.LIST_ITEM, "les légumes."),
        (BlockKind.TABLE_CELL, "Repas"),
        (BlockKind.TABLE_CELL, "5,60"),
    ]


@pytest.mark.parametrize("article", ["hopital-sans-style", "election", "lgv-premier-titre"])
def test_another_reader_finds_the_same_paragraphs(article: str) -> None:
    """odfdo gives notes, comments and deletions among the paragraphs: plain articles only."""
    data = odt(ARTICLES[article])
    other = OdfDocument(io.BytesIO(data)).body.get_elements("//text:p | //text:h")
    assert read(data).sources["text"].replace("\u2028", "\n") == "\n".join(
        element.inner_text for element in other
    )


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]), max_size=12)


@settings(max_examples=50)
@given(st.lists(st.lists(WORDS, max_size=4), min_size=1, max_size=5))
def test_prose_survives_the_way_through_a_file(paragraphs: list[list[str]]) -> None:
    spans = [[f"<text:span>{escaped(words)}</text:span>" for words in one] for one in paragraphs]
    document = read(odt_of("".join(f"<text:p>{''.join(one)}</text:p>" for one in spans)))
    source = document.sources["text"]
    assert source.split("\n") == ["".join(words) for words in paragraphs]
    assert_words_stand_where_told(document)


LOCKED = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (zipped({"word/document.xml": "<a/>"}), "pas un texte OpenDocument"),
        (zipped({"content.xml": "<a/>"}), "pas un texte OpenDocument"),
        (zipped({"content.xml": "abc", "META-INF/manifest.xml": LOCKED}), "mot de passe"),
        (zipped({"mimetype": "x", "encrypted-package": b"\0\1"}), "mot de passe"),
        (zipped({"content.xml": "<!DOCTYPE a><a/>"}), "DOCTYPE"),
        (b"<html><body>Le prix</body></html>", "pas un texte OpenDocument"),
        (b"<html><br></html>", "XML illisible"),
        (b"", "réenregistrez-le"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, reason: str) -> None:
    assert reason in refusal(data, "article.odt")
