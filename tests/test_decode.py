"""Bytes to text: marks, UTF-16 without one, and the one-byte encodings of French."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fact_cli.errors import InputError
from fact_cli.model.text import Document, Extent
from fact_cli.read import jsonl, read_file
from fact_cli.read.decode import decode
from fact_cli.read.limits import LARGEST_TEXT, lines

FIXTURES = Path(__file__).parent.parent / "fixtures" / "txt"
NEWS = "L’été, à Sérignan, « 300 élèves » ont mangé là-bas – où ? –, dit le préfet…"
PLAIN = "L'été, à Sérignan, 300 élèves ont mangé là-bas, dit le préfet."
MARKED = ["utf-8-sig", "utf-16", "utf-32"]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((NEWS, one) for one in ("utf-8", *MARKED, "utf-16-le", "utf-16-be")),
        *((NEWS, one) for one in ("cp1252", "mac_roman")),
        *((PLAIN, one) for one in ("cp1252", "iso8859-15", "mac_roman")),
        ("Vœux : 80 € le cœur de bœuf, 1 500 € l’œuvre".replace("’", "'"), "iso8859-15"),
        ("Le repas est à 12 €.", "iso8859-15"),
        ("Il a parcouru 2 ½ km à 80 €", "cp1252"),
        ("ÉLECTIONS : LA DROITE EN TÊTE À ORLÉANS, OÙ 30 % ONT VOTÉ", "mac_roman"),
        ("ÉLECTIONS : LA DROITE EN TÊTE À ORLÉANS, OÙ 30 % ONT VOTÉ", "cp1252"),
        ("L’homme a fui.", "cp1252"),
        ("L’homme a fui.", "mac_roman"),
        ("« Non », dit-il", "mac_roman"),
        ("« Non », dit-il", "cp1252"),
        ("M. Muñoz a dit non.", "cp1252"),
        ("Été", "cp1252"),
        ("Été", "mac_roman"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
    ],
)
def test_an_encoding_is_told(text: str, encoding: str) -> None:
    assert decode("a.txt", text.encode(encoding)) == text


@pytest.mark.parametrize("mark", [b"\xfe\xff", b"\0\0\xfe\xff"])
def test_big_endian_marks(mark: bytes) -> None:
    encoding = "utf-16-be" if len(mark) == 2 else "utf-32-be"
    assert decode("a.txt", mark + NEWS.encode(encoding)) == NEWS


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x89PNG\0\0", "binaire"),
        (b"a\0b", "binaire"),
        (b"\0\0", "binaire"),
        (b"\x05\0\x06\0", "binaire"),
        ("Il y a un z\0ro".encode("utf-16"), "binaire"),
        (NEWS.encode("utf-32-le"), "binaire"),
        (NEWS.encode("utf-16")[:-1], "illisibles"),
        (b"\xff\xfe\x00\xd8", "illisibles"),
        ("Une école".encode("cp1252") + b"\x81\x8d\x9d", "illisibles"),
        ("Президент заявил в среду, что закон вступит в силу".encode("cp1251"), "illisibles"),
        ("Le préfet a été reçu à l'hôtel".encode("cp850"), "illisibles"),
        ("Le préfet a été reçu".encode() + b"\xe9", "illisibles"),
        (bytes(range(128, 256)), "illisibles"),
    ],
)
def test_what_is_no_french_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=r".") as refusal:
        decode("a.txt", data)
    assert message in refusal.value.fr


SYLLABLES = st.sampled_from(
    ["la", "ré", "gion", "où", "l’été", "À", "Mâcon", "Noël", "reçoit", "ça", "300", "« forêt »"]
)


@given(
    st.lists(SYLLABLES, min_size=4, unique=True).map(" ".join),
    st.sampled_from(["cp1252", "mac_roman"]),
)
@settings(max_examples=50)
def test_words_of_french_survive_each_encoding(words: str, encoding: str) -> None:
    text = f"Après l’été, {words} à côté"
    assert decode("a.txt", text.encode(encoding)) == text


@pytest.mark.parametrize("file", sorted(FIXTURES.iterdir()), ids=lambda file: file.name)
def test_the_words_of_a_fixture_stand_where_they_are_said_to_be(file: Path) -> None:
    (read,) = read_file(str(file))
    assert isinstance(read, Document)
    assert len(read.blocks) > 4 and "\ufffd" not in read.text
    source = decode("", file.read_bytes())
    for block in read.blocks:
        place = read.locate(block.extent)
        cut = source[place.start : place.end].replace("\r\n", "\n").replace("\r", "\n")
        assert cut == block.extent.of(read.text)


@pytest.mark.parametrize(
    ("file", "encoding", "words", "line"),
    [
        ("bloc-notes-utf-16.txt", "utf-16", "270 aujourd’hui", 7),
        ("disquette-mac-roman.txt", "mac_roman", "2,4 millions de francs", 9),
        ("serveur-latin-9.txt", "iso8859-15", "800 000 €", 5),
        ("collé-du-traitement-de-texte.txt", "utf-8", "15 aux trains régionaux", 9),
    ],
)
def test_places_in_files_of_other_encodings(
    file: str, encoding: str, words: str, line: int
) -> None:
    (read,) = read_file(str(FIXTURES / file))
    assert isinstance(read, Document)
    start = read.text.index(words)
    place = read.locate(Extent(start, start + len(words)))
    written = (FIXTURES / file).read_bytes().decode(encoding).splitlines()
    assert (place.line, place.column) == (line, written[line - 1].index(words) + 1)


class Endless(io.RawIOBase):
    """A line of ``length`` bytes that is never held whole, then another one."""

    def __init__(self, length: int) -> None:
        self.left = length
        self.rest = b'\n{"text": "Rien."}\n'

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self.left:
            count = min(self.left, len(buffer))
            buffer[:count] = b"a" * count
            self.left -= count
            return count
        count = min(len(self.rest), len(buffer))
        buffer[:count], self.rest = self.rest[:count], self.rest[count:]
        return count


def test_a_line_without_end_is_refused_in_bounded_memory() -> None:
    stream = io.BufferedReader(Endless(5 * LARGEST_TEXT), 1 << 20)
    first, second = jsonl.read("l.jsonl", stream)  # type: ignore[arg-type]
    assert isinstance(first, InputError) and first.fr.startswith("ligne 1 : trop gros")
    assert isinstance(second, Document) and second.path == "l.jsonl#2"


@pytest.mark.parametrize(
    ("data", "read"),
    [
        (b"", []),
        (b"abcd\nab", [b"abcd\n", b"ab"]),
        (b"abcde\nab\n", [None, b"ab\n"]),
        (b"ab\nabcdefgh", [b"ab\n", None]),
        (b"\n\nabcd", [b"\n", b"\n", b"abcd"]),
    ],
)
def test_lines_of_four_bytes_at_most(data: bytes, read: list[bytes | None]) -> None:
    def all_lines() -> Iterator[bytes | None]:
        yield from lines(io.BytesIO(data), 4)

    assert list(all_lines()) == read


def test_json_lines_in_utf_16_are_refused_once() -> None:
    data = '{"text": "Rien."}\n{"text": "Rien."}\n'.encode("utf-16")
    (refusal,) = jsonl.read("l.jsonl", io.BytesIO(data))
    assert isinstance(refusal, InputError) and "UTF-16" in refusal.fr
