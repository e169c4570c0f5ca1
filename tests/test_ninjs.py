"""ninjs 1 to 3: an article an item, and its words where they stand in their field."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

from fact_cli.errors import InputError, NotNews
from fact_cli.model.text import Document
from tests.exchanged import (
    LINES,
    Lines,
    article,
    assert_places,
    day,
    entries,
    fixture,
    original,
    paragraphs,
    refusal,
    shape,
)


def item(**fields: Any) -> str:
    return json.dumps({"uri": "u", "type": "text", "headline": "Titre"} | fields)


def read(**fields: Any) -> Document:
    return article(item(**fields), "a.json")


@pytest.mark.parametrize(
    ("path", "date", "blocks"),
    [
        ("item-1.json", "2025-06-04", "title standfirst paragraph heading paragraph×2 caption list-item×2"),
        ("item-2.json", "2025-05-26", "title paragraph quotation caption"),
        ("item-3.json", "2025-01-10", "title paragraph×2"),
        ("item-3-nitf.json", "2025-04-13", "title byline paragraph×2 table-cell×3"),
        ("texte-seul.json", "2025-02-04", "title paragraph×2 heading paragraph"),
        ("bref.json", "2025-08-09", "title standfirst"),
        ("echappements.json", "2025-10-02", "title standfirst paragraph×2"),
        ("baisse-erreur.json", "2025-09-15", "title paragraph"),
    ],
)  # fmt: skip
def test_the_blocks_and_the_date_of_a_file(path: str, date: str, blocks: str) -> None:
    assert shape(f"ninjs/{path}") == (blocks, date)


@pytest.mark.parametrize(
    ("path", "words", "written"),
    [
        ("item-1.json", "sur 12\u00a0km", "sur 12&nbsp;km"),
        ("item-1.json", "(APL) – Le", "(APL) &ndash; Le"),
        ("item-3.json", "35\u00a0%", "35&#160;%"),
        ("item-3-nitf.json", "40\u00a0%", "40&nbsp;%"),
        ("echappements.json", "2\u202f400 panneaux 🔆", "2\u202f400 panneaux 🔆"),
        ("baisse-erreur.json", "passé de 200 à 150", "pass&eacute; de <b>200</b> à <b>150"),
    ],
)
def test_words_lead_back_to_their_field(path: str, words: str, written: str) -> None:
    [document] = fixture(f"ninjs/{path}")
    assert isinstance(document, Document)
    assert original(document, words) == written


@pytest.mark.parametrize(
    ("path", "labels"),
    [("liste.json", ["1", "3", "4"]), ("collection.json", ["a1", "a2"])],
)
def test_a_list_gives_its_articles_under_their_names(path: str, labels: list[str]) -> None:
    found = fixture(f"ninjs/{path}")
    assert [
        one.path.rpartition("#")[2].removeprefix("tag:apl.example,2025:") for one in found
    ] == labels
    assert [isinstance(one, InputError) for one in found].count(True) == labels.count("3")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"body_text": "Un\n\nDeux"}, "Titre/Un/Deux"),
        ({"body_text": "Un", "body_xhtml": "<p>Deux</p>"}, "Titre/Deux"),
        ({"body_text": "Un", "body_html": "<p></p>"}, "Titre/Un"),
        ({"body_html": "Deux &eacute;t&eacute;s"}, "Titre/Deux étés"),
        ({"body_text": "Un", "headline": "Deux\nlignes"}, "Deux lignes/Un"),
        ({"body_text": "Un", "headline": "<p>Deux &amp; trois</p>"}, "Deux & trois/Un"),
        ({"body_text": "Un", "headline": "", "title": "Deux"}, "Deux/Un"),
        ({"body_text": "Un fait", "description_text": "Un fait."}, "Titre/Un fait"),
        ({"body_text": "Un", "description_text": "Deux"}, "Titre/Deux/Un"),
        ({"body_text": "Un", "slugline": "2 m", "ednote": "3 m", "byline": "4"}, "Titre/Un"),
        ({"body_text": "Un", "associations": {"a": {"body_text": "Deux", "type": "text"}}}, "Titre/Un"),
        ({"bodies": [{"value": "Un"}], "headline": None, "headlines": [{"role": "sub", "value": "A"}, {"role": "main", "value": "B"}]}, "B/Un"),
        ({"bodies": [{"contentType": "application/xml", "value": "<x>1</x>"}, {"contenttype": "text/plain", "value": "Un"}]}, "Titre/Un"),
        ({"bodies": [{"contentType": "text/plain", "value": "Un"}, {"contentType": "application/xhtml+xml", "value": "<p>Deux</p>"}]}, "Titre/Deux"),
        ({"bodies": [None, 3, {"value": 4}, {"value": "Un"}], "headlines": "B", "descriptions": 5}, "Titre/Un"),
        ({"type": "preformatted", "body_text": "Un"}, "Titre/Un"),
    ],
)  # fmt: skip
def test_the_fields_that_are_read(fields: dict[str, Any], expected: str) -> None:
    assert read(**fields).text.split("\n") == expected.split("/")


@pytest.mark.parametrize(
    ("fields", "date"),
    [
        ({"versioncreated": "2025-06-04T08:00:00Z", "firstcreated": "2025-06-02T08:00:00Z"}, "2025-06-04"),
        ({"contentCreated": "2025-06-03T08:00:00Z", "firstcreated": "2025-06-02T08:00:00Z"}, "2025-06-03"),
        ({"versionCreated": "2025-06-04T08:00:00Z", "embargoed": "2025-06-07T06:00:00+02:00"}, "2025-06-07"),
        ({"versioncreated": "2025-06-09T08:00:00Z", "firstpublished": "2025-06-05T08:00:00+0000"}, "2025-06-05"),
        ({"versioncreated": 20250604}, "2025-06-04"),
        ({"versioncreated": None}, None),
        ({}, None),
    ],
)  # fmt: skip
def test_the_date(fields: dict[str, Any], date: str | None) -> None:
    assert day(read(body_text="Un", **fields)) == date


@pytest.mark.parametrize(
    "data",
    [
        "{}",
        "[]",
        "null",
        "[1, [2], {}]",
        '{"name": "site", "type": "module"}',
        '{"type": "text", "body": "Un"}',
        '{"text": "Un", "title": "Deux"}',
        '{"uri": "u", "type": "picture", "body_text": "Un"}',
        '{"uri": "u", "type": null, "body_text": "Un"}',
        '{"uri": "u", "type": "composite", "headline": "Un", "description_text": "Deux"}',
        "{ /* réglages */ }",
        "[" * 100_000,
        "",
    ],
)
def test_what_is_no_news(data: str) -> None:
    assert isinstance(refusal(data, "a.json"), NotNews)


@pytest.mark.parametrize("data", ['{"headline": "Un", "body_text": "De', b'{"headline": "\0'])
def test_a_broken_article_is_told(data: str | bytes) -> None:
    assert not isinstance(refusal(data, "a.json"), NotNews)


def test_a_cancelled_article_is_passed_over_with_the_reason() -> None:
    assert "annulée" in refusal(item(pubStatus="canceled"), "a.json").fr


def test_names_without_identifiers_are_numbers() -> None:
    data = '[{"type": "text", "body_text": "Un"}, {"type": "text", "body_text": "Deux"}]'
    assert [one.path for one in entries(data, "a.json")] == ["a.json#1", "a.json#2"]


@settings(max_examples=30)
@given(LINES)
def test_prose_comes_back(lines: Lines) -> None:
    written = paragraphs(lines)
    assert_places(read(body_xhtml=written[0]), lines, written)
