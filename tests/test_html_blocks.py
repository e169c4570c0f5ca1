"""Blocks of HTML fragments: what a browser shows, and where each word stands in the source."""

from __future__ import annotations

import html
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fact_cli.model.text import Extent
from fact_cli.read.html_blocks import html_parts
from fact_cli.read.prose import Part, assembled


def text(part: Part) -> str:
    return "".join(piece.text for piece in part.pieces)


def blocks(source: str, *, xml: bool = False) -> list[tuple[str, str]]:
    return [(part.kind.value, text(part)) for part in html_parts(source, xml=xml)]


def lines(source: str, *, xml: bool = False) -> list[str]:
    return [words for _, words in blocks(source, xml=xml)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>Un</p><h2>Deux</h2>", [("paragraph", "Un"), ("heading", "Deux")]),
        ("<ul><li>Un<li>Deux</ul>", [("list-item", "Un"), ("list-item", "Deux")]),
        ("<ul><li><p>Un</p></li></ul>", [("list-item", "Un")]),
        ("<dl><dt>Un<dd>Deux</dl>", [("list-item", "Un"), ("list-item", "Deux")]),
        ("<blockquote><p>Un<p>Deux</blockquote>", [("quotation", "Un"), ("quotation", "Deux")]),
        ("<table><tr><th>Un<td>2</table>", [("table-cell", "Un"), ("table-cell", "2")]),
        ("<table><caption>Un</caption><tr><td>2</table>", [("caption", "Un"), ("table-cell", "2")]),
        ("<figure><img><figcaption>Un</figcaption></figure>", [("caption", "Un")]),
        ("<div>Un<p>Deux</p>Trois</div>", [("paragraph", one) for one in ("Un", "Deux", "Trois")]),
        ("Un <b>deux</b>", [("paragraph", "Un deux")]),
        ("<h2>Un<br>deux</h2>", [("heading", "Un deux")]),
        (f"<table><tr><td><p>{'mot ' * 60}</p></table>", [("paragraph", ("mot " * 60).strip())]),
    ],
)
def test_the_kinds_of_blocks(source: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>Un<p>Deux", ["Un", "Deux"]),
        ("<p>Un</p></p>Deux", ["Un", "Deux"]),
        ("Un</p>Deux", ["Un", "Deux"]),
        ("<p>Un <b>deux<p>trois</b> quatre", ["Un deux", "trois quatre"]),
        ("<p><i>Un</b> deux</i>", ["Un deux"]),
        ("<b><p>Un</b> deux</p>", ["Un deux"]),
        ("<h2>Un</h3>Deux", ["Un", "Deux"]),
        ("<li>Un<ul><li>deux</ul>trois<li>quatre", ["Un", "deux", "trois", "quatre"]),
        ("<table><tr><td>Un<table><tr><td>deux</table>trois<td>quatre</table>cinq",
         ["Un", "deux", "trois", "quatre", "cinq"]),
        ("<P ALIGN=center>Un<BR>Deux", ["Un", "Deux"]),
        ("<p>Un prix de<br>80 euros", ["Un prix de", "80 euros"]),
        ("<p>Un prix de<br/>vente", ["Un prix de vente"]),
        ("<p>Un.<br>deux<br><br>trois", ["Un.", "deux", "trois"]),
        ("<pre>Un\nDeux\n\nTrois</pre>", ["Un", "Deux", "Trois"]),
        ("<p>Un <!-- deux --> trois", ["Un trois"]),
        ("<p>Un <!--> trois", ["Un trois"]),
        ("<p>Un <!-- deux <p>trois", ["Un"]),
        ("<p>Un <!-- a > b --!> deux", ["Un deux"]),
        ("<!DOCTYPE html><p>Un<?php echo 2 ?> deux", ["Un deux"]),
        ("<p>Un <![CDATA[deux < trois & <b>]]> quatre", ["Un deux < trois & <b> quatre"]),
        ("a < b & c > d <3", ["a < b & c > d <3"]),
        ("<p>Un</p><p class=\"deux", ["Un"]),
        ("<p>Un</p", ["Un"]),
        ("<p title='a > b' data-x=\"<p>\">Un", ["Un"]),
        ("<p title=l'été>Un", ["Un"]),
        ("</>Un</ >deux", ["Undeux"]),
        ("<p>&nbsp;</p><p>Un</p>", ["Un"]),
        ("<span>Un</span><span>deux</span>", ["Undeux"]),
        ("", []),
    ],
)  # fmt: skip
def test_blocks_end_where_browsers_end_them(source: str, expected: list[str]) -> None:
    assert lines(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("&eacute;t&eacute", "été"),
        ("&#233;t&#xE9;", "été"),
        ("&#XE9 ;", "é ;"),
        ("100&nbsp;000&#8239;&euro;", "100\u00a0000\u202f€"),
        ("R&D &amp; Cie &inconnu;", "R&D & Cie &inconnu;"),
        ("&notit;", "¬it;"),
        ("&#150; &#x80;", "– €"),
        ("&#0; &#xD800; &#9999999999999;", "\ufffd \ufffd \ufffd"),
        ("&amp;eacute;", "&eacute;"),
        ("la m&eacute;t&eacute;o &laquo;&nbsp;bonne&nbsp;&raquo;", "la météo «\u00a0bonne\u00a0»"),
    ],
)
def test_references_are_resolved(source: str, expected: str) -> None:
    assert lines(f"<p>{source}</p>") == [expected]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("le 1<sup>er</sup> juin, 12 m<sup>2</sup>, CO<sub>2</sub>", "le 1er juin, 12 m², CO2"),
        ("10<sup>6</sup> germes, 3 mètres<sup>3</sup>", "10⁶ germes, 3 mètres³"),
        ("M<sup>me</sup> X, n<sup>o</sup> 2, 2<sup>e</sup> rang", "Mme X, no 2, 2e rang"),
        ("800 habitants<sup>2</sup> et un maire.<sup>3</sup>", "800 habitants et un maire."),
        ("12 morts<sup><a href='#fn1'>1</a></sup>.", "12 morts."),
        ("12 morts<a href='#fn1'><sup>1</sup></a>.", "12 morts."),
        ("12 morts<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a>.", "12 morts."),
        ("12 morts<sup>[<a href='#cite_note-4'>4</a>]</sup>.", "12 morts."),
        ("Comptes de 2024. <a href='#fnref1'>↩︎</a>", "Comptes de 2024."),
        ("voir <a href='#partie'>les 12 morts</a>", "voir les 12 morts"),
        ("voir <a href='#page'>12</a> pages", "voir 12 pages"),
        ("<del>80</del><ins>90</ins> <s>100</s> euros", "90 euros"),
        ("<q>Bon</q>, dit-il", "«\u00a0Bon\u00a0», dit-il"),
        ("anti<wbr>constitution&shy;nelle", "anticonstitution\u00adnelle"),
        ("a<script>p('<p>')</script>b<style>p{}</style>c", "abc"),
        ("a<template>b</template><noscript>c</noscript><iframe src=x>d</iframe>e", "ae"),
        ("a<svg><title>b</title><path d='M0'/><text>c</text></svg>d<svg/>e", "ade"),
        ("a<select><option>b<option>c</select><button>d</button><textarea>e</textarea>f", "af"),
        ("a<span hidden>b</span><span aria-hidden='true'>c</span><span aria-hidden=false>d</span>",
         "ad"),
        ("a<span style='color: red; display : none'>b</span><video>c</video>d", "ad"),
    ],
)  # fmt: skip
def test_what_is_prose_and_what_is_not(source: str, expected: str) -> None:
    assert lines(f"<p>{source}</p>") == [expected]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p/>Un<div/>deux", ["Un", "deux"]),
        ("<p>Un <a id='x'/>deux <del/>trois</p>", ["Un deux trois"]),
        ("<script src='x'/><title/><p>Un</p>", ["Un"]),
    ],
)
def test_an_element_of_xhtml_may_be_empty(source: str, expected: list[str]) -> None:
    assert lines(source, xml=True) == expected


def test_a_fragment_is_read_where_it_stands() -> None:
    source = "<rss><![CDATA[<p>Un prix de 80&nbsp;€</p>]]></rss>"
    parts = html_parts(source, "body", start=14, end=source.index("]]>"))
    assert [text(part) for part in parts] == ["Un prix de 80\u00a0€"]
    places = [(one.field, one.origin) for one in parts[0].pieces if one.text.endswith("80")]
    assert places == [("body", Extent(17, 30))]


@pytest.mark.parametrize(
    ("words", "original"),
    [
        ("1er juin", "1<sup>er</sup> juin"),
        ("80\u00a0€", "80&nbsp;&euro;"),
        ("«\u00a0Bon\u00a0»", "<q>Bon</q>"),
        ("été", "&eacute;t&#233;"),
        ("m²", "m<sup>2"),
        ("antitrust", "anti<wbr>trust"),
        ("morts.", "morts<sup><a href='#fn1'>1</a></sup>."),
    ],
)
def test_an_extent_cuts_its_words_out_of_the_source(words: str, original: str) -> None:
    source = (
        "<p>Le 1<sup>er</sup> juin, 80&nbsp;&euro;&nbsp;: <q>Bon</q>, &eacute;t&#233;\n"
        "<b>anti<wbr>trust</b>, 12 morts<sup><a href='#fn1'>1</a></sup>. 9 m<sup>2</sup></p>"
    )
    document = assembled("a.html", {"text": source}, html_parts(source))
    start = document.text.index(words)
    place = document.locate(Extent(start, start + len(words)))
    assert source[place.start : place.end] == original


PROSE = st.lists(
    st.text(st.sampled_from("aé1 €&<>\"'«»\u00a0\u202f;#x-\n"), min_size=1).filter(str.strip),
    min_size=1,
    max_size=5,
)
WRITERS = {
    "as it stands": lambda c: html.escape(c),
    "decimal": lambda c: c if c in " \n" else f"&#{ord(c)};",
    "hexadecimal": lambda c: c if c in " \n" else f"<b>&#x{ord(c):X};</b>",
}


@given(PROSE, st.sampled_from(sorted(WRITERS)), st.sampled_from(["p", "div", "li", "td", "h2"]))
@settings(max_examples=50)
def test_prose_written_as_html_is_read_back(prose: list[str], way: str, tag: str) -> None:
    written = "\n".join(f"<{tag}>{''.join(map(WRITERS[way], one))}</{tag}>" for one in prose)
    expected = [
        " ".join(part for part in one.replace("\n", " ").split(" ") if part) for one in prose
    ]
    assert lines(written) == [one for one in expected if one.strip()]
    document = assembled("a.html", {"text": written}, html_parts(written))
    for offset, character in enumerate(document.text):
        place = document.locate(Extent(offset, offset + 1))
        cut = written[place.start : place.end]
        if not character.isspace() or character in "\u00a0\u202f":
            assert html.unescape(cut) == character


@given(st.text(st.sampled_from("<>/!-&;#x\"'= \n\0apbrli1é[]?"), max_size=60))
@settings(max_examples=50)
def test_any_text_is_read_inside_its_bounds(source: str) -> None:
    for xml in (False, True):
        for part in html_parts(source, xml=xml):
            origins = [piece.origin for piece in part.pieces]
            assert origins == sorted(origins)
            assert all(0 <= one.start <= one.end <= len(source) for one in origins)


@pytest.mark.parametrize(
    "unit",
    [
        "<", "&", "&#", "&a", "<div>", "<b>", "<a ", "<a x='", "<!--", "<![CDATA[", "<!", "<?", "</", "<p>", "</p>", "</b>",
        "<b></p>", "<p><b></i>", "<li>", "<td>", "<table>", "<sup><a href=#1>", "<q>", "<script>", "<title>", "<svg/>", "\0",
    ],
)  # fmt: skip
def test_time_grows_with_the_size_only(unit: str) -> None:
    """Ten times as much takes some ten times as long; the square would be a hundred times."""

    def fastest(size: int) -> float:
        source, took = unit * (size // len(unit)), []
        for _ in range(3):
            start = time.process_time()
            html_parts(source)
            took.append(time.process_time() - start)
        return min(took)

    assert fastest(20_000) < 40 * fastest(2_000) + 0.05


@pytest.mark.parametrize("opened", ["<div>", "<b>", "<ul><li>", "<blockquote>", "<table><tr><td>"])
def test_depth_needs_no_recursion(opened: str) -> None:
    assert lines(opened * (10_000 // opened.count("<")) + "Un") == ["Un"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"<p title='{'x' * 1_000_000}'>Un", ["Un"]),
        (f"<p {'x=1 ' * 100_000}>Un", ["Un"]),
        ("<p class=a class=b hidden=1 hidden>Un</p>Deux", ["Deux"]),
        ("<p>U\0n", ["U\0n"]),
        (f"&#{'9' * 10_000};", ["\ufffd"]),
    ],
)
def test_odd_attributes_and_characters(source: str, expected: list[str]) -> None:
    assert lines(source) == expected
