"""Zip containers and XML from strangers: refused with a reason, in little time and memory."""

from __future__ import annotations

import io
import struct
import time
from collections.abc import Callable
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fact_cli.errors import InputError
from fact_cli.model.text import Document
from fact_cli.read import archive, read_stream
from tests.docx_files import docx, docx_of, run
from tests.odt_files import odt, odt_of
from tests.office_articles import ARTICLES
from tests.office_files import zipped

GOOD = docx(ARTICLES["mediatheque"])
BODY = "word/document.xml"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def first(name: str, data: bytes) -> Document | InputError:
    return next(iter(read_stream(name, io.BytesIO(data))))


def encrypted(data: bytes) -> bytes:
    """``data`` with the flag of a password on each of its members."""
    flagged = bytearray(data)
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = flagged.find(sign)
        while at >= 0:
            flagged[at + offset] |= 1
            at = flagged.find(sign, at + 1)
    return bytes(flagged)


def lying(data: bytes, size: int) -> bytes:
    """``data``, whose directory says of each member that it unpacks to ``size`` bytes."""
    told = bytearray(data)
    at = told.find(b"PK\x01\x02")
    while at >= 0:
        told[at + 24 : at + 28] = struct.pack("<I", size)
        at = told.find(b"PK\x01\x02", at + 1)
    return bytes(told)


def odd_compression() -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_LZMA) as packed:
        packed.writestr(BODY, "<a/>")
    return file.getvalue()


BOMB = zipped({BODY: b"<a>" + b" " * 21_000_000})


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("vide.docx", b"", "réenregistrez-le"),
        ("texte.docx", "Le prix passe de 80 à 100 euros.".encode(), "réenregistrez-le"),
        ("coupe.docx", GOOD[: len(GOOD) // 2], "incomplet ou endommagé"),
        ("coupe.odt", odt(ARTICLES["trail"])[:-30], "incomplet ou endommagé"),
        ("signe.docx", b"PK\x03\x04", "incomplet ou endommagé"),
        ("secret.docx", encrypted(GOOD), "mot de passe"),
        ("secret.docx", COMPOUND + "EncryptedPackage".encode("utf-16-le"), "mot de passe"),
        ("ancien.docx", COMPOUND, "enregistrez-le en .docx"),
        ("ancien.doc", COMPOUND, "enregistrez-le en .docx"),
        ("riche.rtf", rb"{\rtf1\ansi Le prix}", "enregistrez-le en .docx"),
        ("riche.odt", rb"{\rtf1\ansi Le prix}", "enregistrez-le en .docx"),
        ("bombe.docx", BOMB, "grossit plus de 200 fois"),
        ("bombe.docx", lying(BOMB, 10), "endommagé"),
        ("menteur.docx", lying(GOOD, 10), "endommagé"),
        ("foule.docx", zipped({f"m{n}": b"" for n in range(10_001)}), "plus de 10000 éléments"),
        ("rire.docx", zipped({BODY: f"<!DOCTYPE a [<!ENTITY l0 'ha'>{LAUGHS}]><a>&l9;</a>"}), "DOCTYPE"),
        ("rire.odt", zipped({"content.xml": f"<!DOCTYPE a [<!ENTITY l0 'ha'>{LAUGHS}]><a>&l9;</a>"}), "DOCTYPE"),
        ("lzma.docx", odd_compression(), "endommagé"),
    ],
)  # fmt: skip
def test_a_file_is_refused_with_its_reason(name: str, data: bytes, reason: str) -> None:
    found = first(name, data)
    assert isinstance(found, InputError)
    assert reason in found.fr
    assert "\n" not in found.fr + found.en


def test_a_member_is_never_unpacked_beyond_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_UNPACKED", 100_000)
    found = first("gros.docx", docx_of("<w:p>" + run("Le prix. " * 20_000) + "</w:p>"))
    assert isinstance(found, InputError)
    assert "trop gros" in found.fr


def test_small_members_may_grow_as_blank_forms_do() -> None:
    form = docx_of("<w:p/>" * 50_000)
    with ZipFile(io.BytesIO(form)) as packed:
        member = packed.getinfo(BODY)
    assert member.file_size > 200 * member.compress_size
    assert isinstance(first("formulaire.docx", form), Document)


def test_backslashes_and_capitals_name_the_same_members() -> None:
    file = io.BytesIO()
    with ZipFile(io.BytesIO(GOOD)) as good, ZipFile(file, "w", ZIP_DEFLATED) as odd:
        for member in good.namelist():
            odd.writestr(member.replace("/", "\\").replace("word", "Word"), good.read(member))
    found, known = first("odd.docx", file.getvalue()), first("good.docx", GOOD)
    assert isinstance(found, Document) and isinstance(known, Document)
    assert found.text == known.text


@settings(max_examples=50)
@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=20))
def test_damage_anywhere_ends_in_a_document_or_a_reason(at: int, bytes_: bytes) -> None:
    found = first("abime.docx", GOOD[:at] + bytes_ + GOOD[at + len(bytes_) :])
    assert isinstance(found, Document | InputError)


CELL = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
ODT_CELL = "<table:table><table:table-row><table:table-cell>", "</table:table-cell></table:table-row></table:table>"  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("tables.docx", docx_of(CELL[0] * 10_000 + "<w:p>" + run("80") + "</w:p>" + CELL[1] * 10_000)),
        ("runs.docx", docx_of("<w:p>" + "<w:r>" * 10_000 + "<w:t>80</w:t>" + "</w:r>" * 10_000 + "</w:p>")),
        ("boites.docx", docx_of("<w:p><w:r><w:txbxContent>" * 10_000 + "<w:p>" + run("80") + "</w:p>" + "</w:txbxContent></w:r></w:p>" * 10_000)),
        ("champs.docx", docx_of("<w:p>" + "<w:r><w:fldChar w:fldCharType='begin'/></w:r>" * 10_000 + "</w:p><w:p>" + run("80") + "</w:p>")),
        ("tables.odt", odt_of(ODT_CELL[0] * 10_000 + "<text:p>80</text:p>" + ODT_CELL[1] * 10_000)),
        ("spans.odt", odt_of("<text:p>" + "<text:span>" * 10_000 + "80" + "</text:span>" * 10_000 + "</text:p>")),
    ],
)  # fmt: skip
def test_depth_is_no_danger(name: str, data: bytes) -> None:
    assert isinstance(first(name, data), Document)


SENTENCE = "Le prix passe de 80 à 100 euros, soit une hausse de 25 %."


@pytest.mark.parametrize(
    ("name", "build"),
    [
        ("long.docx", lambda n: docx_of(f"<w:p>{run(SENTENCE)}</w:p>" * n)),
        ("runs.docx", lambda n: docx_of(f"<w:p>{run(SENTENCE) * n}</w:p>")),
        ("long.odt", lambda n: odt_of(f"<text:p>{SENTENCE}</text:p>" * n)),
        ("spans.odt", lambda n: odt_of("<text:p>" + f"<text:span>{SENTENCE}</text:span>" * n + "</text:p>")),
    ],
)  # fmt: skip
def test_reading_takes_time_in_proportion(name: str, build: Callable[[int], bytes]) -> None:
    def seconds(size: int) -> float:
        data = build(size)
        start = time.process_time()
        found = first(name, data)
        assert isinstance(found, Document) and len(found.text) >= size * len(SENTENCE)
        return time.process_time() - start

    def least(size: int) -> float:
        """The least of a few, which other work on the machine disturbed least."""
        return min(seconds(size) for _ in range(3))

    assert least(4_000) < 20 * max(least(500), 0.005)
