"""Prose put together from markup: each offset leads back to the words of the source."""

from __future__ import annotations

import pytest

from fact_cli.model.text import BlockKind, Document, Extent, Positions
from fact_cli.read.blocks import Blocks
from fact_cli.read.prose import assembled
from fact_cli.report.words import location

SOURCE = (
    "<p>Le&nbsp;prix\n  passe de <b>80</b> à e\u0301te\u0301 </p>\n<p> </p><p>100&#8239;euros</p>"
)


def document() -> Document:
    blocks = Blocks(SOURCE)
    at = 0
    for text, stands_for in [
        ("<p>", None), ("Le", ...), ("&nbsp;", "\u00a0"), ("prix\n  passe de ", ...), ("<b>", None),
        ("80", ...), ("</b>", None), (" à e\u0301te\u0301 ", ...), ("</p>", "end"), ("\n", None),
        ("<p>", None), (" ", ...), ("</p>", "end"), ("<p>", None), ("100", ...),
        ("&#8239;", "\u202f"), ("euros", ...), ("</p>", "end"),
    ]:  # fmt: skip
        assert SOURCE.startswith(text, at)
        if stands_for is ...:
            blocks.words(at, at + len(text))
        elif stands_for == "end":
            blocks.end(BlockKind.PARAGRAPH)
        elif stands_for is not None:
            blocks.put(stands_for, at, at + len(text))
        at += len(text)
    return assembled("a.html", {"text": SOURCE}, blocks.parts)


def test_white_space_entities_and_composition_are_resolved() -> None:
    read = document()
    assert read.text == "Le\u00a0prix passe de 80 à été\n100\u202feuros"
    assert [block.extent.of(read.text) for block in read.blocks] == read.text.split("\n")


@pytest.mark.parametrize(
    ("words", "original", "line", "column"),
    [
        ("Le\u00a0prix", "Le&nbsp;prix", 1, 4),
        ("prix passe", "prix\n  passe", 1, 12),
        ("passe", "passe", 2, 3),
        ("80", "80", 2, 15),
        ("été", "e\u0301te\u0301", 2, 24),
        ("100\u202feuros", "100&#8239;euros", 3, 12),
    ],
)
def test_an_extent_cuts_its_words_out_of_the_source(
    words: str, original: str, line: int, column: int
) -> None:
    read = document()
    start = read.text.index(words)
    place = read.locate(Extent(start, start + len(words)))
    assert SOURCE[place.start : place.end] == original
    assert (place.line, place.column) == (line, column)


@pytest.mark.parametrize(
    ("positions", "language", "words"),
    [
        (Positions.LINE, "fr", "a.docx:2:4"),
        (Positions.PARAGRAPH, "fr", "a.docx, paragraphe 2, caractère 4"),
        (Positions.PARAGRAPH, "en", "a.docx, paragraph 2, character 4"),
        (Positions.PAGE, "fr", "a.docx, page 2, ligne 1, caractère 4"),
    ],
)
def test_a_place_is_told_as_the_file_shows_it(
    positions: Positions, language: str, words: str
) -> None:
    source = "Un titre\nUn prix de 80 euros"
    blocks = Blocks(source)
    blocks.words(0, len(source))
    blocks.end(BlockKind.PARAGRAPH)
    pages = (0, 9) if positions is Positions.PAGE else ()
    read = assembled("a.docx", {"text": source}, blocks.parts, positions=positions, pages=pages)
    assert location(read, Extent(12, 16), language) == words


def test_a_source_without_prose_is_an_empty_article() -> None:
    read = assembled("a.html", {"text": "<p></p>"}, [])
    assert (read.text, read.blocks, read.locate(Extent(0, 0)).line) == ("", [], 1)
