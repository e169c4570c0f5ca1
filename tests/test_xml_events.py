"""XML as events: each word with its extent, and nothing read from outside the file."""

from __future__ import annotations

import codecs
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fact_cli.errors import InputError
from fact_cli.read.xml_elements import root
from fact_cli.read.xml_events import Start, Words, events
from fact_cli.read.xml_text import xml_text


def words(source: str) -> list[tuple[str, str]]:
    """The words of ``source``: as they stand there, and what they mean."""
    found = [event for event in events("a.xml", source) if isinstance(event, Words)]
    written = [source[event.start : event.end] for event in found]
    return [
        (text, text if event.stands_for is None else event.stands_for)
        for text, event in zip(written, found, strict=True)
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<a>été</a>", [("été", "été")]),
        ("<a>5&#160;%</a>", [("5", "5"), ("&#160;", "\u00a0"), ("%", "%")]),
        ("<a>R&amp;D</a>", [("R", "R"), ("&amp;", "&"), ("D", "D")]),
        ("<a>&lt;&#x20AC;</a>", [("&lt;", "<"), ("&#x20AC;", "€")]),
        ("<a>&nbsp;&eacute;</a>", [("&nbsp;", "\u00a0"), ("&eacute;", "é")]),
        ("<!DOCTYPE a SYSTEM 'n.dtd'><a>&euro;</a>", [("&euro;", "€")]),
        ("<a>&inconnu;</a>", [("&inconnu;", "&inconnu;")]),
        ("<a><![CDATA[R&D < é]]>!</a>", [("R&D < é", "R&D < é"), ("!", "!")]),
        ("<a>un<!-- é -->deux<?x y?>trois</a>", [(w, w) for w in ("un", "deux", "trois")]),
        ("<a>é\r\nè\n🔆</a>", [("é\r\nè\n🔆", "é\r\nè\n🔆")]),
        ("<a>é<b c='é>'/>è</a>", [("é", "é"), ("è", "è")]),
        (" \n<?xml version='1.1' standalone='yes'?><a>&ccedil;</a>", [("&ccedil;", "ç")]),
    ],
)
def test_words_and_where_they_stand(source: str, expected: list[tuple[str, str]]) -> None:
    assert words(source) == expected


def test_names_without_prefix_and_their_namespaces() -> None:
    found = events("a.xml", "<a xmlns='u' xmlns:h='v'><h:p/><q xmlns=''/><s/><x:t/></a>")
    names = [(event.name, event.namespace) for event in found if isinstance(event, Start)]
    assert names == [("a", "u"), ("p", "v"), ("q", ""), ("s", "u"), ("t", "")]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("", "ligne 1"),
        ("<a><b></a>", "ligne 1"),
        ("<a>\nfin du fich", "ligne 2"),
        ("<a>\n\n1 < 2</a>", "ligne 3"),
        ("<a/><b/>", "ligne 1"),
        ("<a>\x01</a>", "ligne 1"),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "« b »"),
        ("<!DOCTYPE a [<!ENTITY % b 'c'>]><a/>", "« b »"),
        ("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><a>&b;</a>", "« b »"),
        ("<!DOCTYPE a [<!ENTITY b PUBLIC 'c' 'http://a.example/'>]><a>&b;</a>", "« b »"),
        ("<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>", "« b »"),
    ],
)
def test_a_file_that_is_refused(source: str, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        events("a.xml", source)
    assert reason in caught.value.fr and "\n" not in caught.value.fr


def test_a_dtd_that_is_named_is_never_opened(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.dtd").write_text("<!ENTITY eacute 'LU'><!ATTLIST a b CDATA 'LU'>")
    dtd = "<!DOCTYPE a SYSTEM 'a.dtd' [<!ENTITY % d SYSTEM 'a.dtd'> %d;]>"
    assert "LU" not in str(events("a.xml", f"{dtd}<a>&eacute;</a>"))


def test_ten_thousand_nested_elements() -> None:
    top = root(events("a.xml", "<a>" * 10_000 + "été" + "</a>" * 10_000))
    assert top.text("<a>" * 10_000 + "été") == "été"


def test_too_many_elements_are_refused(monkeypatch) -> None:
    monkeypatch.setattr("fact_cli.read.xml_events.MOST_ELEMENTS", 10)
    with pytest.raises(InputError, match="more than 10 elements"):
        events("a.xml", "<a>" + "<b/>" * 10 + "</a>")


def test_time_grows_with_the_length() -> None:
    line = "<p>Le prix de l'été passe à 5&#160;euros.\n</p>\n"

    def seconds(count: int) -> float:
        start = process_time()
        events("a.xml", f"<a>{line * count}</a>")
        return process_time() - start

    # Four times as much, on a machine that does other things too; the square would be sixteen.
    assert min(seconds(12_000) for _ in range(3)) < 12 * max(seconds(3_000), 0.02)


SENTENCE = "Le coût de l’été : 5 €"


@pytest.mark.parametrize(
    ("declared", "encoded"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "utf-8-sig"),
        ("iso-8859-1", "cp1252"),
        ("windows-1252", "cp1252"),
        ("ISO-8859-1", "utf-8"),
        ("utf-8", "cp1252"),
        ("utf-16", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-8", "utf-16"),
        ("utf-16", "utf-16-be"),
        ("utf-16", "utf-16-le"),
        ("inconnu", "utf-8"),
        ("rot13", "utf-8"),
    ],
)
def test_the_bytes_count_for_more_than_what_is_declared(declared: str, encoded: str) -> None:
    source = f"<?xml version='1.0' encoding='{declared}'?><a>{SENTENCE}</a>"
    text = xml_text("a.xml", source.encode(encoded))
    assert text == source
    assert words(text) == [(SENTENCE, SENTENCE)]


def test_latin_9_has_its_own_euro_sign() -> None:
    data = "<?xml version='1.0' encoding='ISO-8859-15'?><a>cœur, 5 €</a>".encode("iso-8859-15")
    assert "cœur, 5 €" in xml_text("a.xml", data)


@pytest.mark.parametrize(
    "data",
    [codecs.BOM_UTF16_LE + b"<\0a\0>", b"<\0\xd8\xd8", b"<a>\0</a>", b"\x81\x8d\x8f\x90\x9d" * 9],
)
def test_bytes_that_are_no_text(data: bytes) -> None:
    with pytest.raises(InputError):
        xml_text("a.xml", data)


@settings(max_examples=50)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=40))
def test_any_text_comes_back(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    try:
        found = words(f"<a>é{escaped}<b/><![CDATA[{text.replace(']]>', '')}]]></a>")
    except InputError:
        assert {"\ufffe", "\uffff"} & set(text)
        return
    assert "".join(meant for _, meant in found) == f"é{text}{text.replace(']]>', '')}"
