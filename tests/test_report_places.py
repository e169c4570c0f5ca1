"""Columns in the units of several formats, and files as references from a root."""

from __future__ import annotations

import json
import re
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fact_cli.model.finding import InputFailure
from fact_cli.report.places import code_points, span, utf8, utf16
from tests.ci_reports import rendered, sarif
from tests.helpers import read


@given(st.text(alphabet="aé\u0301😀\ufb01 \t\n\r%", min_size=1, max_size=40))
@settings(max_examples=50)
def test_columns_of_every_unit_cut_the_same_words(text: str) -> None:
    document = read(text)
    for block in document.blocks:
        place = document.locate(block.extent)
        words = document.sources["text"][place.start : place.end]
        for unit, codec, size in (
            (code_points, "utf-32-le", 4),
            (utf16, "utf-16-le", 2),
            (utf8, "utf-8", 1),
        ):
            found = span(document, block.extent, unit)
            assert found is not None and found.line == found.end_line
            line = re.split(r"\r\n?|\n", document.sources["text"])[found.line - 1].encode(codec)
            cut = line[(found.column - 1) * size : (found.end_column - 1) * size]
            assert cut.decode(codec) == words


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("une/é, 100 %:1.txt", "une/%C3%A9%2C%20100%20%25%3A1.txt"),
        ("./a/../b.txt", "b.txt"),
        ("C#.txt", "C%23.txt"),
        ("a.jsonl#id", "a.jsonl"),
        ("a[1]?.txt", "a%5B1%5D%3F.txt"),
        ("/repo/sub/a.txt", "sub/a.txt"),
        ("../b.txt", "b.txt"),
        ("/elsewhere/é.txt", "file:///elsewhere/%C3%A9.txt"),
        ("-", "-"),
    ],
)
def test_paths_are_references_from_the_root(path: str, uri: str) -> None:
    folder = "/repo/sub" if path.startswith("..") else "/repo"
    run = sarif([InputFailure(path, "x", "x")], root="/repo", folder=folder)
    location = run["artifacts"][0]["location"]
    assert location["uri"] == uri
    assert location.get("uriBaseId") == (None if uri.startswith("file:") else "%SRCROOT%")
    assert "%SRCROOT%" in run["originalUriBaseIds"]
    [entry] = json.loads(
        rendered("gitlab", [InputFailure(path, "x", "x")], root="/repo", folder=folder)
    )
    assert entry["location"]["path"] == unquote(uri).removeprefix("file://")
