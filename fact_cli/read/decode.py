"""Bytes to text: a byte order mark, UTF-8, unmarked UTF-16, else the older encodings of French."""

from __future__ import annotations

import codecs
import re

from fact_cli.errors import InputError
from fact_cli.read.foreign import refuse_foreign

_MARKS = (  # UTF-32 before UTF-16, whose little-endian mark begins the other's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65536  # bytes in which the zeros of unmarked UTF-16 are counted
_PLAINLY = 0.75  # share of zero bytes in one half of its units: all of ASCII, little else
_CONTROL = re.compile(r"[\0-\x08\x0e-\x1f\x7f\ufffe\uffff]")


def decode(path: str, data: bytes) -> str:
    """The text of ``data``, without a byte order mark. Raises `InputError`."""
    refuse_foreign(path, data)
    marked = next((codec for mark, codec in _MARKS if data.startswith(mark)), None)
    if marked is not None:
        return _wide(path, data, marked)
    if b"\0" in data:
        return _unmarked(path, data)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        from fact_cli.read.legacy import french

        text = french(data)
        if text is None:
            raise _unreadable(path) from None
        return text


def _wide(path: str, data: bytes, codec: str) -> str:
    """UTF-16 or UTF-32 that says so by its mark."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        raise _unreadable(path) from None
    if "\0" in text:
        raise _binary(path)
    return text


def _unmarked(path: str, data: bytes) -> str:
    """UTF-16 without a mark, where every other byte is zero as in western text."""
    sample = data[:_SAMPLE]
    for codec, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if high.count(0) < _PLAINLY * len(high):
            continue
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if not _CONTROL.search(text):
            return text
    raise _binary(path)


def _binary(path: str) -> InputError:
    return InputError(
        path,
        "fichier binaire : convertissez-le en texte UTF-8",
        "binary file: convert it to UTF-8 text",
    )


def _unreadable(path: str) -> InputError:
    return InputError(
        path,
        "octets illisibles, dans aucun codage du français : convertissez le fichier en UTF-8",
        "undecodable bytes, in no encoding of French: convert the file to UTF-8",
    )
