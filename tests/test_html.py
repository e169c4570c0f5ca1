"""Pages of news sites: which words are the article, its title, its day, its encoding."""

from __future__ import annotations

import io
import socket
import tomllib
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fact_cli.errors import InputError
from fact_cli.model.text import Document, Extent
from fact_cli.read import html, read_file
from fact_cli.read.html_guess import guessed_date

FIXTURES = Path(__file__).parent.parent / "fixtures" / "html"
EXPECTED = Path(__file__).parent / "html"
PAGES = sorted(path.name for path in FIXTURES.iterdir())

LONG = "Le conseil a voté mardi soir un budget de 12 millions d'euros, sans débat ni amendement."
OTHER = "La piscine rouvrira samedi, après deux ans de travaux et 3 millions d'euros de dépenses."


def page(source: str | bytes, name: str = "a.html") -> Document:
    data = source.encode() if isinstance(source, str) else source
    (document,) = html.read(name, io.BytesIO(data))
    assert isinstance(document, Document)
    return document


def blocks(document: Document) -> list[list[str]]:
    return [[block.kind.value, block.extent.of(document.text)] for block in document.blocks]


def prose(source: str) -> list[str]:
    """The words of all blocks but the title."""
    return [words for kind, words in blocks(page(source)) if kind != "title"]


def day(document: Document) -> str | None:
    return None if document.published.date is None else document.published.date.iso()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_read_as_its_article(name: str) -> None:
    expected = tomllib.loads((EXPECTED / f"{name}.toml").read_text(encoding="utf-8"))
    (document,) = read_file(str(FIXTURES / name))
    assert isinstance(document, Document)
    assert blocks(document) == expected["blocks"]
    assert document.title == next(w for kind, w in expected["blocks"] if kind == "title")
    assert day(document) == expected["published"]
    assert document.published.origin.value == expected["origin"]


@pytest.mark.parametrize("name", PAGES)
def test_each_word_leads_back_to_itself(name: str) -> None:
    (document,) = read_file(str(FIXTURES / name))
    assert isinstance(document, Document)
    source = document.sources["text"]
    for segment in document.origins.segments:
        words = segment.text.of(document.text)
        if words.isalnum() and len(segment.text) == len(segment.origin):
            original = segment.origin.of(source)
            assert normalize("NFKC", original) == normalize("NFKC", words)  # m<sup>2</sup>


@pytest.mark.parametrize(
    ("source", "title"),
    [
        (f"<title>Le budget voté - Le Progrès</title><h1>Budget : oui</h1><p>{LONG}", "Budget : oui"),
        (f"<title>Le budget de la ville est voté | Le Progrès</title><p>{LONG}", "Le budget de la ville est voté"),
        (f"<title>Le budget de la ville est voté - Société - Le Progrès</title><p>{LONG}", "Le budget de la ville est voté"),
        (f"<title>Le Progrès - Le budget voté</title><meta property=og:site_name content='Le Progrès'><p>{LONG}", "Le budget voté"),
        (f"<title>OL - OM : le résumé</title><p>{LONG}", "OL - OM : le résumé"),
        (f"<meta property='og:title' content='L&#39;été &quot;froid&quot;'><title>Été</title><p>{LONG}", "L'été \"froid\""),
        (f"<header><h1>Le Progrès</h1></header><article><h2>Le budget voté</h2><p>{LONG}</article>", "Le budget voté"),
        (f"<h1>Le Progrès</h1><h1>Le budget voté</h1><title>Le budget voté</title><article><p>{LONG}</article>", "Le budget voté"),
        (f"<div itemprop=headline>Le budget voté</div><h1>Le Progrès</h1><p>{LONG}", "Le budget voté"),
        (f"<h1><a href=/><img alt='Le Progrès'></a></h1><h1>Le budget<br>voté</h1><p>{LONG}", "Le budget voté"),
        (f"<title>Le budget de la ville : oui - Le Progrès</title><p><b>Le budget de la ville : oui</b><p>{LONG}", "Le budget de la ville : oui"),
    ],
)  # fmt: skip
def test_the_title_of_a_page(source: str, title: str) -> None:
    document = page(source)
    assert document.title == title
    assert [words for kind, words in blocks(document) if kind == "title"] == [title]
    assert LONG in document.text


@pytest.mark.parametrize(
    ("source", "words", "original"),
    [
        ("<title>Le prix&nbsp;: 80&euro; - Le Progrès</title>", "80€", "80&euro;"),
        ("<meta property='og:title' content='Le prix&nbsp;: 80&euro;'>", "80€", "80&euro;"),
        ("<h1>Le prix : <b>80</b>&euro;</h1>", "80€", "80</b>&euro;"),
    ],
)
def test_a_title_points_into_the_file(source: str, words: str, original: str) -> None:
    document = page(f"{source}<p>{LONG}")
    start = document.text.index(words)
    place = document.locate(Extent(start, start + len(words)))
    assert document.sources["text"][place.start : place.end] == original


def ld(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


@pytest.mark.parametrize(
    ("source", "date"),
    [
        (ld('{"@type":"NewsArticle","dateModified":"2025-06-06","datePublished":"2025-06-04T10:00:00+02:00"}'), "2025-06-04"),
        (ld('{"@graph":[{"@type":"WebPage","datePublished":"2025-01-01"},{"@type":["Article"],"datePublished":"2025-06-04"}]}'), "2025-06-04"),
        (ld('[{"@type":"Organization"},{"@type":"ReportageNewsArticle","datePublished":"2025-06-04"}]'), "2025-06-04"),
        (ld('{"@type":"https://schema.org/NewsArticle","datePublished":{"@value":"2025-06-04"}}'), "2025-06-04"),
        (ld('\n//<![CDATA[\n{"@type":"NewsArticle","datePublished":"2025-06-04",}\n//]]>'), "2025-06-04"),
        (ld('{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","datePublished":"2025-06-04"}]}'), None),
        (ld('{"@type":"NewsArticle","dateModified":"2025-06-04"}'), None),
        (ld("[" * 100_000), None),
        (ld('{"@type":"NewsArticle","datePublished":"hier"}') + "<meta name=date content=2025-06-04>", "2025-06-04"),
        ("<meta property='article:modified_time' content=2025-06-06><meta property='article:published_time' content='2025-06-04T08:00:00Z'>", "2025-06-04"),
        ("<meta name=date content=2025-06-09><meta name='DC.date.issued' content=20250604>", "2025-06-04"),
        ("<meta name='parsely-pub-date' content='2025/06/04 10:00'>", "2025-06-04"),
        ("<meta name=pubdate content='Wed, 04 Jun 2025 10:00:00 +0200'>", "2025-06-04"),
        ("<meta name=date content=2025-13-45><meta name=date content=2025>", None),
        ("<span itemprop=datePublished content='2025-06-04'></span>", "2025-06-04"),
        ("<span itemprop=datePublished>4 juin 2025</span>", "2025-06-04"),
        ("<article><time datetime='2025-06-05' class=updated></time><time datetime='2025-06-04'>4 juin</time><h1>Budget</h1>", "2025-06-04"),
        ("<p>Mis à jour le <time datetime=2025-06-05>5 juin</time>, publié le <time datetime=2025-06-04>4</time>", "2025-06-04"),
        ("<p>Publié le 4 juin 2025 à 10 h</p>", "2025-06-04"),
        (f"<p>{LONG}<p>Le siège, levé le <time datetime=1429-05-08>8 mai 1429</time>, dura sept mois.", None),
        ("<link rel=canonical href='https://progres.example/2025/06/04/budget.html'>", "2025-06-04"),
        (f"<p>{OTHER} Elle date du 2019-03-12, selon la plaque.", None),
    ],
)  # fmt: skip
def test_the_publication_date_of_a_page(source: str, date: str | None) -> None:
    assert day(page(f"<h1>Le budget voté</h1>{source}<p>{LONG}")) == date


def test_the_other_ways_work_without_htmldate(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(module: str) -> None:
        raise ImportError(module)

    monkeypatch.setattr("fact_cli.read.html_guess.import_module", missing)
    canonical = "<link rel=canonical href='https://progres.example/2025/06/04/budget.html'>"
    assert day(page(f"{canonical}<p>{LONG}")) is None
    assert day(page(f"{canonical}<meta name=date content=2025-06-05><p>{LONG}")) == "2025-06-05"


@pytest.mark.parametrize("source", ["https://progres.example/a", "", " ", "<", "<!--", "\ufffd"])
def test_nothing_is_fetched(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("a connection")

    monkeypatch.setattr(socket, "getaddrinfo", refused)
    assert guessed_date(source, [Extent(0, len(source))], []) is None
    assert day(page(source)) is None


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"<nav>{OTHER}</nav><p>{LONG}", [LONG]),
        (f"<div class=cookie-banner><p>{OTHER}</p></div><p>{LONG}", [LONG]),
        (f"<div class='cookie-banner'>{OTHER * 9}</div><article>{LONG}</article>", [LONG]),
        (f"<div class='page has-newsletter share'><main><p>{LONG}</main></div>", [LONG]),
        (f"<div id=newsletter><p>{LONG}</div>", [LONG]),
        (f"<article class='tag-newsletter'><p>{LONG}</article>", [LONG]),
        (f"<article><p>{LONG}<div class='articleShareBar'>{OTHER}</div></article>", [LONG]),
        (f"<article><p>{LONG}<article>{OTHER}</article></article>", [LONG]),
        (f"<article>{OTHER[:50]}</article><article><p>{LONG}</article>", [LONG]),
        (f"<div><article>Une</article></div><main><p>{LONG}<p>{OTHER}</main>", [LONG, OTHER]),
        (f"<main><p>{LONG}<aside>{OTHER}</aside><p>{OTHER}</main>", [LONG, OTHER]),
        (f"<div><p>{LONG}<p><a href=/x>{OTHER}</a></div>", [LONG]),
        (f"<div><p>{LONG}<p>{OTHER[:-1]} (<a href=/x>le devis</a>).</div>", [LONG, f"{OTHER[:-1]} (le devis)."]),
        (f"<article><p>{LONG}<footer>{OTHER}</footer></article>", [LONG]),
        (f"<article><p>{LONG}<blockquote>{OTHER}<footer>Le maire</footer></blockquote></article>", [LONG, OTHER, "Le maire"]),
        (f"<div class=article-body><p>{LONG}</div><div class=paywall-offer>{OTHER}</div>", [LONG]),
        (f"<div class=paywall><p>{LONG}<p>{OTHER}</div>", [LONG, OTHER]),
        (f"<form id=aspnetForm><div><p>{LONG}</div><input type=hidden value=x></form>", [LONG]),
        (f"<div role=main><p>{LONG}</div><div role=contentinfo>{OTHER}</div>", [LONG]),
        (f"<p>★ ★ ★<p>{LONG}", [LONG]),
        (f"<div><h1>Budget</h1><div><p>{OTHER}</div><div>{f'<p>{LONG}' * 8}</div></div>", [OTHER, *[LONG] * 8]),
        (f"<div itemprop='description articleBody'>{LONG}<br><br>{OTHER}</div>", [LONG, OTHER]),
        (f"<body style='visibility:hidden'><div style='display:none'>{OTHER}</div><p>{LONG}", [LONG]),
        (f"<div aria-hidden=true><p>{LONG}{'<i></i>' * 100}</div>", [LONG]),
        (f"<body itemscope itemtype='https://schema.org/Article'><header>{OTHER}</header><p>{LONG}", [LONG]),
        (f"<article><p>{LONG}<div class='tools content'><p>{OTHER}<p>{OTHER}</div></article>", [LONG, OTHER, OTHER]),
        (f"<article><p>{LONG * 6}<div class=comments>{OTHER * 20}</div></article>", [LONG * 6]),
        (f"<main><div class=card><p>{LONG}<p>{OTHER}</div><div>© Le Progrès</div></main>", [LONG, OTHER]),
        ("", []),
        ("<p>", []),
    ],
)  # fmt: skip
def test_what_is_the_article(source: str, expected: list[str]) -> None:
    assert prose(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p class=chapo>Un budget sobre.", ["standfirst", "Un budget sobre."]),
        ("<div class='article__standfirst'><p>Un budget sobre.</div>", ["standfirst", "Un budget sobre."]),
        ("<h2 itemprop=description>Un budget sobre.</h2>", ["standfirst", "Un budget sobre."]),
        ("<p class=author>Jo Martel", ["byline", "Jo Martel"]),
        ("<div>Par <a rel=author href=/jo>Jo Martel</a></div>", ["byline", "Par Jo Martel"]),
        ("<address>Jo Martel</address>", ["byline", "Jo Martel"]),
        ("<p class=legende>La mairie, lundi.", ["caption", "La mairie, lundi."]),
        ("<figure><p>La mairie.</figure>", ["caption", "La mairie."]),
    ],
)  # fmt: skip
def test_the_parts_of_an_article(source: str, expected: list[str]) -> None:
    document = page(
        f"<article><h1>Le budget voté</h1>{source}</article><article><p>{LONG}</article>"
    )
    document = page(f"<article><h1>Le budget voté</h1>{source}<div><p>{LONG}</p></div></article>")
    assert blocks(document) == [["title", "Le budget voté"], expected, ["paragraph", LONG]]


ACCENTS = "<p>L’été coûte 80 € à l’œuvre</p>"


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("<meta charset=utf-16>", "utf-8"),
        ("<meta charset=iso-8859-1>", "cp1252"),
        ("<meta charset=iso-8859-1>", "utf-8"),
        ('<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1252">', "cp1252"),
        ('<?xml version="1.0" encoding="ISO-8859-1"?>', "cp1252"),
        ("<meta charset=macintosh>", "mac-roman"),
        ("<meta charset=nimporte>", "utf-8"),
    ],
)
def test_a_page_is_decoded_as_it_says(head: str, encoding: str) -> None:
    assert "L’été coûte 80 € à l’œuvre" in page(f"{head}{ACCENTS}".encode(encoding)).text


def test_latin_9_has_the_euro() -> None:
    assert page("<meta charset=iso-8859-15><p>80 € d'été".encode("iso8859-15")).text == "80 € d'été"


def test_a_byte_lost_in_utf_8_costs_one_letter() -> None:
    source = f"<meta charset=utf-8><p>{'été ' * 100}coût".encode()[:-2] + b"<p>fin"
    assert page(source).text == f"{'été ' * 100}co\ufffd\nfin"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        (b"<p>" * 400_000, "too many tags"),
        (b" " * 20_000_001, "too large"),
    ],
)
def test_what_is_no_page_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(InputError, match=says):
        list(html.read("a.html", io.BytesIO(data)))


UNITS = [
    "<", "&", "<div>", "</p>", "<!--", "<a href=/x>", "<b></p>", "<table>", "<h1>", "<article>", "<meta name=date content=x>",
    "<div itemprop=articleBody>", "<div class=date>", "<div class=share>", "<time datetime=x>", "<title>a</title>", "<header><h1>",
    "<script type='application/ld+json'>{", "<p hidden>", "&nbsp;- ",
]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_a_hostile_page_is_read(unit: str) -> None:
    source = f"{unit * (4_000 // len(unit))}<p>{LONG}"
    document = page(source)
    for segment in document.origins.segments:
        assert 0 <= segment.origin.start <= segment.origin.end <= len(source)


@given(
    st.lists(st.text(st.sampled_from("aé1 €&<«»\u00a0.,"), min_size=40, max_size=90), max_size=4),
    st.sampled_from(["article", "main", "div", "body", "td"]),
)
@settings(max_examples=30)
def test_prose_written_as_a_page_is_read_back(paragraphs: list[str], tag: str) -> None:
    from html import escape

    written = [f"a{' '.join(one.split(' '))}a" for one in paragraphs]
    expected = [" ".join(word for word in one.split(" ") if word) for one in written]
    body = "".join(f"<p>{escape(one)}</p>\n" for one in written)
    source = f"<title>t</title><{tag}><h1>Un titre</h1>{body}</{tag}><nav><p>{OTHER}</nav>"
    document = page(source)
    assert [words for kind, words in blocks(document) if kind != "title"] == expected
    for block, one in zip(document.blocks[1:], written, strict=True):
        place = document.locate(block.extent)
        assert source[place.start : place.end] == escape(one)
