"""NITF: what each element is to the article, and its words where they stand in the file."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fact_cli.errors import InputError, NotNews
from fact_cli.model.text import Document
from tests.exchanged import (
    LINES,
    Lines,
    article,
    assert_places,
    day,
    fixture,
    inside,
    original,
    paragraphs,
    refusal,
    shape,
    told,
)


def nitf(content: str, head: str = "", docdata: str = "") -> str:
    return (
        f"<nitf><head><docdata>{docdata}</docdata></head><body><body.head>{head}</body.head>"
        f"<body.content>{content}</body.content></body></nitf>"
    )


@pytest.mark.parametrize(
    ("path", "date", "blocks"),
    [
        ("depeche.xml", "2025-07-18", "title standfirst byline×3 paragraph×2 heading paragraph caption"),
        ("resume-repete.xml", "2024-12-11", "title byline paragraph×3"),
        ("tableau-championnat.xml", "2025-02-09", "title paragraph table-cell×9 caption table-cell×6"),
        ("listes-citations.xml", "2025-12-19", "title standfirst byline paragraph list-item×3 quotation×2 list-item×4 boilerplate paragraph×2"),
        ("preformate.nitf", "2025-03-03", "title paragraph×2"),
        ("cdata.xml", "2025-05-20", "title paragraph×2"),
        ("dateline-tampon.xml", "2025-01-02", "title standfirst byline paragraph"),
        ("nuit-utc.xml", "2025-06-22", "title byline paragraph"),
        ("part-erreur.xml", "2025-04-14", "title paragraph"),
        ("journal-quotidien.xml", "2025-08-29", "title byline×2 paragraph×2"),
    ],
)  # fmt: skip
def test_the_blocks_and_the_date_of_a_file(path: str, date: str, blocks: str) -> None:
    assert shape(f"nitf/{path}") == (blocks, date)


@pytest.mark.parametrize(
    ("path", "words", "written"),
    [
        ("depeche.xml", "près d'Arcachon", "pr&egrave;s d'Arcachon"),
        ("depeche.xml", "parcouru 120 hectares", "parcouru <num>120</num> hectares"),
        ("depeche.xml", "180\u00a0pompiers", "180&nbsp;pompiers"),
        ("depeche.xml", "vers 9 h 30", "vers 9 h 30"),
        ("cdata.xml", "Dupont & Fils, à Vire", "Dupont & Fils, à Vire"),
        ("resume-repete.xml", "COÛTE 3 MILLIONS", "CO&#219;TE 3 MILLIONS"),
        ("preformate.nitf", "218 euros la tonne", "218 euros\nla tonne"),
    ],
)
def test_words_lead_back_to_the_file(path: str, words: str, written: str) -> None:
    [read] = fixture(f"nitf/{path}")
    assert isinstance(read, Document)
    assert original(read, words) == written


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<p>Un</p>", "paragraph: Un"),
        ("<block>Un<p>Deux</p></block>", "paragraph: Un/paragraph: Deux"),
        ("<hl2>Un</hl2><p>Deux</p>", "heading: Un/paragraph: Deux"),
        ("<p>- Deux points -</p><p>Un</p>", "heading: - Deux points -/paragraph: Un"),
        ("<bq><block><p>Un</p></block></bq>", "quotation: Un"),
        ("<ul><li><p>Un</p><p>Deux</p></li></ul>", "list-item: Un/list-item: Deux"),
        ("<media><media-metadata name='a' value='b'/><media-caption><p>Un</p></media-caption><media-producer>A. B.</media-producer></media>", "caption: Un"),
        ("<table><tr><td><p>1</p></td><td/><td>2</td></tr></table>", "table-cell: 1/table-cell: 2"),
        ("<p>Un<br/>deux</p>", "paragraph: Un deux"),
        ("<p>Un.<br/>Deux</p>", "paragraph: Un./paragraph: Deux"),
        ("<p>Un<br/><br/>deux</p>", "paragraph: Un/paragraph: deux"),
        ("<p><person>A</person>, <num>1</num><money>€</money></p>", "paragraph: A, 1€"),
        ("<p><frac><frac-num>1</frac-num><frac-sep>/</frac-sep><frac-den>2</frac-den></frac></p>", "paragraph: 1/2"),
        ("<p><frac><frac-num>1</frac-num><frac-den>2</frac-den></frac></p>", "paragraph: 1/2"),
        ("<p><alt-code idsrc='x' value='y'/>Un <postaddr><addressee>A</addressee></postaddr></p>", "paragraph: Un A"),
        ("<note noteclass='end'><body.content><p>Un</p></body.content></note>", "boilerplate: Un"),
        ("<p/><p> \n </p>", ""),
    ],
)  # fmt: skip
def test_what_an_element_is(content: str, expected: str) -> None:
    head = "<hedline><hl1>Titre</hl1></hedline>"
    [_, *read] = told(article(nitf(content, head)))
    assert "/".join(f"{kind}: {words}" for kind, words in read) == expected


@pytest.mark.parametrize(
    ("docdata", "date"),
    [
        ('<date.issue norm="20250604T081500+0200"/>', "2025-06-04"),
        ('<date.issue norm="2025-06-04"/>', "2025-06-04"),
        ('<date.issue norm="20250604"/>', "2025-06-04"),
        ('<date.issue norm="2025-06-04 08:15:00+00:00"/>', "2025-06-04"),
        ('<date.issue norm="20250604"/><date.release norm="20250606"/>', "2025-06-06"),
        ("<date.issue/>", None),
        ('<date.issue norm="None"/>', None),
        ('<date.issue norm="20251304"/>', None),
    ],
)
def test_the_date(docdata: str, date: str | None) -> None:
    assert day(article(nitf("<p>Un</p>", docdata=docdata))) == date


def test_the_title_of_the_head_where_the_body_has_none() -> None:
    source = "<nitf><head><title>Prix</title></head><body><body.content><p>Un</p></body.content></body></nitf>"
    assert article(source).title == "Prix"


def test_raised_figures_join_no_number() -> None:
    body = "<p>De 1200<sup>1</sup> à 10<sup>6</sup> euros.</p>"
    source = f"<nitf><body><body.content>{body}</body.content></body></nitf>"
    assert article(source, "a.nitf").text == "De 1200¹ à 10⁶ euros."


def test_a_cancelled_article_is_passed_over_with_the_reason() -> None:
    [read] = fixture("nitf/annulee.xml")
    assert isinstance(read, InputError) and "annulée" in read.fr


@pytest.mark.parametrize("name", ["a.xml", "a.nitf", "a.newsml"])
@pytest.mark.parametrize("data", ["<html><body/></html>", "<nitf><head/></nitf>"])
def test_what_is_no_news(data: str, name: str) -> None:
    assert isinstance(refusal(data, name), NotNews)


@pytest.mark.parametrize("data", ["<nitf><body>", "<!DOCTYPE nitf [<!ENTITY a 'b'>]><nitf/>"])
def test_what_is_refused(data: str) -> None:
    assert not isinstance(refusal(data), NotNews)


def test_an_article_without_words_is_empty() -> None:
    assert article(nitf("")).text == ""


@settings(max_examples=30)
@given(LINES, st.sampled_from([("", ""), ("<block>", "</block>"), ("<bq>", "</bq>")]))
def test_prose_comes_back(lines: Lines, around: tuple[str, str]) -> None:
    before, after = nitf("\0", "<hedline><hl1>Prix</hl1></hedline>").split("\0")
    markup, places = inside(before + around[0], paragraphs(lines), around[1] + after)
    assert_places(article(markup), lines, (markup, places))
