"""Word documents: the prose that is shown, its parts, and its places as a person counts them."""

from __future__ import annotations

import io
import re

import pytest
from docx2python import docx2python
from docx2python.iterators import iter_at_depth
from hypothesis import given, settings
from hypothesis import strategies as st

from fact_cli.model.text import BlockKind, Document, Extent
from fact_cli.report.words import location
from fact_cli.run import Settings, check_document
from tests.docx_files import GOOGLE, NEWSROOM, WORD, Dialect, docx, docx_of, field_of, run
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

DIALECTS = {"word": WORD, "google": GOOGLE, "newsroom": NEWSROOM}


def read(data: bytes) -> Document:
    return reading(data, "article.docx")


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=DIALECTS)
@pytest.mark.parametrize("article", ARTICLES)
def test_an_article_is_read_as_it_is_shown(article: str, dialect: Dialect) -> None:
    rows = ARTICLES[article]
    document = read(docx(rows, dialect))
    assert document.sources["text"].split("\n") == lines(rows, before_note=" ")
    assert told(document) == blocks(rows)


def paragraph(inside: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


BOX = "<w:txbxContent>" + paragraph(run("Repères")) + "</w:txbxContent>"
DRAWN = f"<mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>{BOX}</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
HIDDEN = '<w:style w:type="character" w:styleId="Note"><w:name w:val="Note interne"/><w:rPr><w:vanish/></w:rPr></w:style>'
REMOVED_MARK = "<w:rPr><w:del w:id='1'/></w:rPr>"
ROW = "<w:tr><w:trPr>{}</w:trPr><w:tc>" + paragraph(run("80 euros")) + "</w:tc></w:tr>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (paragraph(run("1 4") + run("00")), ["1 400"]),
        (paragraph("<w:r><w:t>80</w:t><w:noBreakHyphen/><w:t>90</w:t></w:r>"), ["80‑90"]),
        (paragraph("<w:r><w:t>aug</w:t><w:softHyphen/><w:t>menter</w:t></w:r>"), ["aug\u00admenter"]),
        (paragraph("<w:r><w:t>80\n euros</w:t><w:cr/><w:t>net</w:t></w:r>"), ["80  euros\u2028net"]),
        (paragraph("<w:r><w:t>5</w:t><w:sym w:font='Symbol' w:char='F0B4'/><w:t>3</w:t></w:r>"), ["5×3"]),
        (paragraph("<w:r><w:sym w:font='Wingdings' w:char='F0E0'/><w:t>3</w:t></w:r>"), ["\ufffd3"]),
        (paragraph("<w:r><w:sym w:font='Arial' w:char='20AC'/></w:r>"), ["€"]),
        (paragraph("<w:r><w:sym w:font='Arial' w:char='DC00'/></w:r>"), ["\ufffd"]),
        (paragraph(run("10") + run("6", "<w:vertAlign w:val='superscript'/>")), ["10⁶"]),
        (paragraph(run("1") + run("er", "<w:vertAlign w:val='superscript'/>")), ["1er"]),
        (paragraph(run("vu") + run(" caché", "<w:vanish/>")), ["vu"]),
        (paragraph(run("vu") + run(" montré", "<w:vanish w:val='0'/>")), ["vu montré"]),
        (paragraph(run("vu") + run(" caché", "<w:rStyle w:val='Note'/>")), ["vu"]),
        (paragraph(run("vu") + run(" montré", "<w:rStyle w:val='Note'/><w:vanish w:val='false'/>")), ["vu montré"]),
        (paragraph(run("vu", "<w:rPrChange w:id='1'><w:rPr><w:vanish/></w:rPr></w:rPrChange>")), ["vu"]),
        (paragraph("<w:fldSimple w:instr='PAGE'>" + run("7") + "</w:fldSimple>"), ["7"]),
        (paragraph(field_of(" IF 1 = 2 ", run("12"))), ["12"]),
        (paragraph("<w:r><w:fldChar w:fldCharType='begin'/></w:r>" + field_of("PAGE", run("7")) + "<w:r><w:fldChar w:fldCharType='separate'/></w:r>" + run("12") + "<w:r><w:fldChar w:fldCharType='end'/></w:r>"), ["12"]),
        (paragraph("<w:r><w:fldChar w:fldCharType='begin'/></w:r>" + run("jamais fermé")), ["jamais fermé"]),
        (paragraph("<w:smartTag><w:customXml>" + run("Paris") + "</w:customXml></w:smartTag>"), ["Paris"]),
        (paragraph("<w:sdt><w:sdtPr><w:alias w:val='Ville'/></w:sdtPr><w:sdtContent>" + run("Paris") + "</w:sdtContent></w:sdt>"), ["Paris"]),
        ("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + paragraph(run("Cliquez ici")) + "</w:sdtContent></w:sdt>" + paragraph(run("Paris")), ["", "Paris"]),
        (paragraph(run("Avant") + "<w:r>" + DRAWN + "</w:r>" + run(" après")), ["Avant après", "Repères"]),
        (paragraph("<w:r><w:pict><v:textbox>" + BOX + "</v:textbox></w:pict></w:r>"), ["", "Repères"]),
        (paragraph("<w:moveFrom w:id='1'>" + run("ici") + "</w:moveFrom><w:moveTo w:id='2'>" + run("là") + "</w:moveTo>"), ["là"]),
        (paragraph(run("Le prix "), REMOVED_MARK) + paragraph(run("monte.")), ["Le prix monte."]),
        (paragraph("<w:del w:id='1'>" + run("rien", tag="w:delText") + "</w:del>", REMOVED_MARK) + paragraph(run("Tout")), ["Tout"]),
        ("<w:tbl><w:tr><w:tc>" + paragraph(run("a"), REMOVED_MARK) + "</w:tc><w:tc>" + paragraph(run("b")) + "</w:tc></w:tr></w:tbl>", ["a", "b"]),
        ("<w:tbl>" + ROW.format("") + ROW.format("<w:del w:id='1'/>") + "</w:tbl>", ["80 euros"]),
        (paragraph("<w:ruby><w:rt>" + run("xx") + "</w:rt><w:rubyBase>" + run("Tōkyō") + "</w:rubyBase></w:ruby>"), ["Tōkyō"]),
        (paragraph("<m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>6</m:t></m:r></m:sup></m:sSup></m:oMath>"), ["10^6"]),
        (paragraph(run("caché", "<w:vanish/>"), "<w:rPr><w:vanish/></w:rPr>") + paragraph(run("vu")), ["vu"]),
        (paragraph("<w:tbl/>"), [""]),
        ("", [""]),
    ],
)  # fmt: skip
def test_what_word_shows_is_read(body: str, expected: list[str]) -> None:
    assert read(docx_of(body, styles=HIDDEN)).sources["text"].split("\n") == expected


def call(kind: str, number: int, more: str = "") -> str:
    return f"<w:r><w:{kind}Reference w:id='{number}' {more}/><w:t>*</w:t></w:r>"


CUSTOM = 'w:customMarkFollows="1"'


@pytest.mark.parametrize(
    ("calls", "expected"),
    [
        (call("footnote", 2, CUSTOM), ["", " un"]),
        (call("endnote", 2, CUSTOM) + call("footnote", 3, CUSTOM), ["", " deux", " un"]),
        (call("footnote", 3, CUSTOM) + call("footnote", 2, CUSTOM), ["", " deux", " un"]),
        ("<w:del w:id='1'>" + call("footnote", 2, CUSTOM) + "</w:del>", [""]),
        (call("footnote", 9, CUSTOM), [""]),
        (call("footnote", 2), ["*", " un"]),
    ],
)
def test_notes_follow_the_body_in_the_order_of_their_calls(calls: str, expected: list[str]) -> None:
    document = read(docx_of(paragraph(calls), notes=["un", "deux"]))
    assert document.sources["text"].split("\n") == expected


def test_the_properties_of_a_file_are_no_publication_date() -> None:
    assert read(docx(ARTICLES["trail"])).published.date is None


STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{more}</w:style>'
    for key, name, more in [
        ("Maison", "Titraille du matin", '<w:basedOn w:val="Titre"/>'),
        ("Rond", "Rond", '<w:basedOn w:val="Carre"/>'),
        ("Carre", "Carré", '<w:basedOn w:val="Rond"/>'),
        ("Plan", "Plan", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
        ("Puce", "Énumération", '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>'),
        ("TM1", "toc 1", ""),
    ]
)


@pytest.mark.parametrize(
    ("properties", "kind"),
    [
        ('<w:pStyle w:val="Titre"/>', BlockKind.TITLE),
        ('<w:pStyle w:val="Maison"/>', BlockKind.TITLE),
        ('<w:pStyle w:val="Titre1"/>', BlockKind.TITLE),
        ('<w:pStyle w:val="Titre2"/>', BlockKind.HEADING),
        ('<w:pStyle w:val="Plan"/>', BlockKind.HEADING),
        ('<w:outlineLvl w:val="2"/>', BlockKind.HEADING),
        ('<w:outlineLvl w:val="9"/>', BlockKind.PARAGRAPH),
        ('<w:pStyle w:val="Sous-titre"/>', BlockKind.STANDFIRST),
        ('<w:pStyle w:val="Puce"/>', BlockKind.LIST_ITEM),
        ('<w:pStyle w:val="Puce"/><w:numPr><w:numId w:val="0"/></w:numPr>', BlockKind.PARAGRAPH),
        ('<w:numPr><w:numId w:val="4"/></w:numPr>', BlockKind.LIST_ITEM),
        ('<w:pStyle w:val="TM1"/>', BlockKind.BOILERPLATE),
        ('<w:pStyle w:val="Rond"/>', BlockKind.PARAGRAPH),
        ('<w:pStyle w:val="Inconnu"/>', BlockKind.PARAGRAPH),
    ],
)
def test_the_part_that_a_style_names(properties: str, kind: BlockKind) -> None:
    words = "Le loyer passe de 800 à 1 000 euros."
    body = paragraph(run(words), properties) + paragraph(run("Il monte encore."))
    assert told(read(docx_of(body, styles=STYLES)))[0] == (kind, words)


def test_a_heading_behind_prose_is_no_title() -> None:
    body = paragraph(run("Le maire s’en va mardi, dit-il. Il part.")) + paragraph(
        run("Un budget en hausse"), '<w:pStyle w:val="Titre1"/>'
    )
    assert [kind for kind, _ in told(read(docx_of(body)))] == ["paragraph", "heading"]


def test_blank_lines_inside_a_paragraph_part_it() -> None:
    document = read(docx([("paragraph", "Le loyer monte.\n\nIl baissera.\nPeut-être.")]))
    assert document.text == "Le loyer monte.\nIl baissera.\u2028Peut-être."
    assert document.locate(Extent(16, 18)).column == 18


def test_an_error_is_told_by_paragraph_and_character() -> None:
    document = reading(docx(ARTICLES["loyers-erreur"]), "loyers.docx")
    (finding,) = check_document(document, Settings()).findings
    assert finding.text == "20 %"
    assert location(document, finding.extent, "fr") == "loyers.docx, paragraphe 6, caractère 64"


@pytest.mark.parametrize("article", ["mediatheque", "hopital-sans-style", "trail"])
def test_another_reader_finds_the_same_words(article: str) -> None:
    """docx2python keeps notes' marks and writes links as HTML: plain articles only."""
    data = docx(ARTICLES[article], GOOGLE)
    with docx2python(io.BytesIO(data)) as other:
        texts = ["".join(one.run_strings) for one in iter_at_depth(other.body_pars, 4)]
    ours = [words for _, words in told(read(data))]
    assert [re.sub(r"^\s*--\s*", "", text).strip() for text in texts if text.strip()] == ours


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]), max_size=12)


@settings(max_examples=50)
@given(st.lists(st.lists(WORDS, max_size=4), min_size=1, max_size=5))
def test_prose_survives_the_way_through_a_file(paragraphs: list[list[str]]) -> None:
    document = read(docx_of("".join(paragraph("".join(map(run, runs))) for runs in paragraphs)))
    source = document.sources["text"]
    assert source.split("\n") == ["".join(runs) for runs in paragraphs]
    assert_words_stand_where_told(document)


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, "pas un document Word"),
        ({"word/document.xml": ""}, "XML illisible"),
        ({"word/document.xml": "<a><b>"}, "XML illisible"),
        ({"word/document.xml": '<?xml version="1.0" encoding="utf-7"?><a/>'}, "XML illisible"),
        ({"word/document.xml": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'}, "DOCTYPE"),
    ],
)  # fmt: skip
def test_what_is_no_word_document_is_refused(members: dict[str, str], reason: str) -> None:
    assert reason in refusal(zipped(members), "article.docx")
