"""NewsML-G2 and NewsML 1.2: an article an item, and its words where they stand in the file."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fact_cli.errors import Cancelled, InputError, NotNews
from fact_cli.model.text import Document
from tests.exchanged import (
    LINES,
    Lines,
    article,
    assert_places,
    day,
    entries,
    escaped,
    fixture,
    inside,
    original,
    paragraphs,
    refusal,
    shape,
    through,
)

NAR = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
XHTML = 'xmlns="http://www.w3.org/1999/xhtml"'


def item(content: str, meta: str = "", *, dates: str = "", status: str = "usable") -> str:
    return (
        f'<newsItem {NAR} guid="g"><itemMeta><itemClass qcode="ninat:text"/>{dates}'
        f'<pubStatus qcode="stat:{status}"/></itemMeta><contentMeta>{meta}</contentMeta>'
        f"<contentSet>{content}</contentSet></newsItem>"
    )


def xhtml(body: str) -> str:
    return f"<inlineXML><html {XHTML}><body>{body}</body></html></inlineXML>"


@pytest.mark.parametrize(
    ("path", "date", "blocks"),
    [
        ("depeche-xhtml.xml", "2025-06-04", "title standfirst paragraph×2 heading paragraph×2"),
        ("texte-cdata.newsml", "2025-03-12", "title paragraph×2"),
        ("html-echappe.xml", "2025-09-01", "title standfirst heading paragraph caption list-item×2 quotation paragraph"),
        ("latin1.xml", "2024-11-08", "title paragraph×2"),
        ("utf16.xml", "2025-04-07", "title paragraph"),
        ("xhtml-prefixe.xml", "2025-01-14", "title paragraph heading table-cell×4"),
        ("tableau-resultats.xml", "2025-03-16", "title paragraph caption table-cell×9 paragraph"),
        ("embargo.xml", "2025-06-10", "title paragraph"),
        ("version-corrigee.xml", "2025-05-23", "title paragraph×2"),
        ("pourcentage-erreur.xml", "2025-02-17", "title paragraph"),
        ("newsml12-nitf.xml", "2025-01-21", "title byline paragraph heading paragraph×2 caption"),
        ("newsml12-deux-langues.xml", "2025-01-29", "title standfirst paragraph"),
        ("newsml12-dtd.xml", "2025-06-03", "title byline paragraph×2"),
    ],
)  # fmt: skip
def test_the_blocks_and_the_date_of_a_file(path: str, date: str, blocks: str) -> None:
    assert shape(f"newsml/{path}") == (blocks, date)


@pytest.mark.parametrize(
    ("path", "words", "written"),
    [
        ("depeche-xhtml.xml", "62\u00a0étals, soit", "62&#160;étals, soit"),
        ("depeche-xhtml.xml", "région, soit un quart du total", "région, <em>soit un quart</em> du total"),
        ("html-echappe.xml", "340\u00a0élèves, 40", "340&amp;nbsp;élèves, 40"),
        ("html-echappe.xml", "R&D", "R&amp;amp;D"),
        ("html-echappe.xml", "garçons", "gar&amp;ccedil;ons"),
        ("texte-cdata.newsml", "les < 12 ans", "les < 12 ans"),
        ("texte-cdata.newsml", "1,80 euro au 1er juillet", "1,80 euro au\n1er juillet"),
        ("utf16.xml", "12. 🚲", "12. 🚲"),
        ("latin1.xml", "12,8 millions €", "12,8 millions €"),
        ("newsml12-dtd.xml", "50\u00a0minutes", "50&nbsp;minutes"),
        ("newsml12-deux-langues.xml", "du 3 au 7\u00a0février", "du 3 au 7&amp;nbsp;février"),
    ],
)  # fmt: skip
def test_words_lead_back_to_the_file(path: str, words: str, written: str) -> None:
    [read] = fixture(f"newsml/{path}")
    assert isinstance(read, Document)
    assert original(read, words) == written


def test_a_message_gives_its_articles_under_their_guids() -> None:
    read = fixture("newsml/message-plusieurs.xml")
    assert all(isinstance(one, Document) for one in read)
    assert [one.path.partition("#")[2] for one in read] == [
        "tag:apl.example,2025:crue-saone",
        "tag:apl.example,2025:bourse-paris",
    ]
    titles = [one.title for one in read if isinstance(one, Document)]
    assert titles[1] == "La Bourse de Paris ouvre en hausse de 0,5\u00a0%"


@pytest.mark.parametrize("path", ["paquet.xml", "photo.xml", "configuration.xml"])
def test_a_file_without_an_article_is_no_news(path: str) -> None:
    [read] = fixture(f"newsml/{path}")
    assert isinstance(read, NotNews)


@pytest.mark.parametrize(
    "data",
    [
        f'<newsItem xmlns="http://ailleurs.example/">{xhtml("<p>Un</p>")}</newsItem>',
        f"<planningItem {NAR}/>",
        "<rss><channel/></rss>",
        "pas du XML",
        "",
        item("<remoteContent href='a.pdf'/>"),
        item('<inlineData encoding="base64">QXJ0aWNsZQ==</inlineData>'),
        item("<inlineXML><sports-content><p>Un</p></sports-content></inlineXML>"),
    ],
)  # fmt: skip
def test_what_is_no_news(data: str) -> None:
    assert isinstance(refusal(data), NotNews)


def test_a_cancelled_article_is_passed_over_with_the_reason() -> None:
    [read] = fixture("newsml/annulee.xml")
    assert isinstance(read, Cancelled)
    assert "annulée" in read.fr


def test_one_cancelled_article_leaves_the_others() -> None:
    message = f"<newsMessage {NAR}><itemSet>{item('', status='canceled')}{item(xhtml('<p>Un</p>'))}</itemSet></newsMessage>"
    first, second = entries(message)
    assert isinstance(first, InputError) and first.path == "a.xml#g"
    assert isinstance(second, Document) and second.text == "Un"


@pytest.mark.parametrize(
    ("meta", "body", "expected"),
    [
        ("<headline>Cent euros</headline>", "<h1>Cent euros</h1><p>Un</p>", "Cent euros/Un"),
        ("<headline>Cent euros</headline>", "<h1>Mille</h1><p>Un</p>", "Cent euros/Mille/Un"),
        ("", "<h1>Mille</h1><p>Un</p>", "Mille/Un"),
        ("<headline>Cent\n  euros</headline>", "<p>Un</p>", "Cent euros/Un"),
        ("<headline>&lt;b&gt;Cent&lt;/b&gt; euros</headline>", "<p>Un</p>", "Cent euros/Un"),
        ("<headline>C</headline><description>Un fait.</description>", "<p>Deux</p>", "C/Un fait./Deux"),
        ("<headline>C</headline><description>Un fait</description>", "<p>« Un  fait ! »</p>", "C/« Un fait ! »"),
        ("<headline>C</headline><description>Un l'a…</description>", "<p>Un l’a dit</p>", "C/Un l’a dit"),
        ("<headline>C</headline><description role='drol:caption'>Photo de 3 m</description>", "<p>Un</p>", "C/Un"),
        ("<headline role='h:short'>C</headline><headline role='h:main'>Cent</headline>", "<p>Un</p>", "Cent/Un"),
        ("<headline>C</headline><slugline>2 m</slugline><by>Par A</by><creditline>3</creditline><keyword>4</keyword>", "<p>Un</p>", "C/Un"),
        ("<headline>C</headline><dateline>Caen (APL)</dateline>", "<p>Caen (APL) - Un</p>", "C/Caen (APL) - Un"),
    ],
)  # fmt: skip
def test_what_is_told_twice_is_read_once(meta: str, body: str, expected: str) -> None:
    assert article(item(xhtml(body), meta)).text.split("\n") == expected.split("/")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (xhtml("<p>Un</p>") + "<inlineData>Deux</inlineData>", "Un"),
        ("<inlineData>Deux</inlineData>" + xhtml("<p>Un</p>"), "Un"),
        (xhtml("<p/>") + "<inlineData>Deux</inlineData>", "Deux"),
        ("<inlineXML><p>Un</p><p>Deux</p></inlineXML>", "Un\nDeux"),
        ('<inlineXML><nitf xmlns="x"><body><body.content><p>Un</p></body.content></body></nitf></inlineXML>', "Un"),
        ('<inlineData contenttype="text/plain">Un &lt;b&gt;deux&lt;/b&gt;</inlineData>', "Un deux"),
        ('<inlineData contenttype="text/html">Un &amp;eacute;t&amp;eacute;</inlineData>', "Un été"),
        ("<inlineData>&lt;nitf&gt;&lt;body&gt;&lt;body.content&gt;&lt;p&gt;5&amp;#160;m&lt;/p&gt;&lt;/body.content&gt;&lt;/body&gt;&lt;/nitf&gt;</inlineData>", "5\u00a0m"),
        ("<inlineData>Un &lt;nitf cassé</inlineData>", "Un"),
    ],
)  # fmt: skip
def test_the_rendition_that_is_read(content: str, expected: str) -> None:
    assert article(item(content)).text == expected


@pytest.mark.parametrize(
    ("dates", "body", "date"),
    [
        ("<versionCreated>2025-06-04T10:00:00Z</versionCreated>", "Un", "2025-06-04"),
        ("<versionCreated>20250604T100000Z</versionCreated>", "Un", "2025-06-04"),
        ("<versionCreated>2025-06-04T23:30:00Z</versionCreated>", "Lyon, 5 juin (APL) - Un", "2025-06-05"),
        ("<versionCreated>2025-06-05T01:30:00+02:00</versionCreated>", "New York, 4 juin (APL) - Un", "2025-06-04"),
        ("<versionCreated>2025-06-06T08:00:00Z</versionCreated><firstCreated>2025-06-04T08:00:00Z</firstCreated>", "Lyon, 4 juin (APL) - Un", "2025-06-04"),
        ("<versionCreated>2025-06-06T08:00:00Z</versionCreated><firstCreated>2025-06-02T08:00:00Z</firstCreated>", "Un", "2025-06-06"),
        ("<versionCreated>2025-06-04T08:00:00Z</versionCreated>", "Lyon, 4 décembre (APL) - Un", "2025-06-04"),
        ("<versionCreated>2025-12-31T23:10:00Z</versionCreated>", "Lyon, 1er janvier (APL) - Un", "2026-01-01"),
        ("<versionCreated>hier</versionCreated>", "Un", None),
        ("<versionCreated>2025-02-30T08:00:00Z</versionCreated>", "Un", None),
        ("<versionCreated>9999-12-31T08:00:00Z</versionCreated>", "Un", None),
        ("", "Lyon, 5 juin 2025 (APL) - Un", "2025-06-05"),
        ("", "Un", None),
    ],
)  # fmt: skip
def test_the_day_from_which_an_article_is_told(dates: str, body: str, date: str | None) -> None:
    assert day(article(item(xhtml(f"<p>{body}</p><p>Deux.</p>"), dates=dates))) == date


@settings(max_examples=30)
@given(LINES, st.sampled_from(["xhtml", "bare", "escaped", "cdata"]))
def test_prose_comes_back(lines: Lines, form: str) -> None:
    inner = paragraphs(lines)
    opened = f"<html {XHTML}><body>"
    if form == "xhtml":
        content = inside(f"<inlineXML>{opened}", inner, "</body></html></inlineXML>")
    elif form == "bare":
        content = inside("<inlineXML>", inner, "</inlineXML>")
    elif form == "escaped":
        content = inside("<inlineData>", through(inner, escaped(inner[0])), "</inlineData>")
    else:
        content = inside("<inlineData><![CDATA[", inner, "]]></inlineData>")
    before, after = item("\0", "<headline>Prix</headline>").split("\0")
    markup, places = inside(before, content, after)
    assert_places(article(markup), lines, (markup, places))


def test_ten_thousand_nested_elements() -> None:
    deep = "<div>" * 10_000 + "Un" + "</div>" * 10_000
    assert article(item(xhtml(deep))).text == "Un"
    assert article(item(f"<inlineXML>{deep}</inlineXML>")).text == "Un"


def test_a_blank_line_may_be_long() -> None:
    blank = " " * 200_000
    assert article(item(f"<inlineData>Un\n{blank}\nDeux</inlineData>")).text == "Un\nDeux"
