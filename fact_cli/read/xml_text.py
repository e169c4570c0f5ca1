"""Bytes of an XML file to text: the byte order mark, then the bytes, then the declaration.

The declaration comes last because it is wrong so often: a file is written as UTF-16 and
saved as UTF-8, or converted to UTF-8 by a server that leaves the declaration alone.
"""

from __future__ import annotations

import codecs
import re

from fact_cli.errors import InputError
from fact_cli.read.decode import decode

_HEAD = 200  # bytes in which a declaration must end
_DECLARED = re.compile(rb"""\A\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']""")
_MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_UNMARKED = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
# What a declaration may name; ISO-8859-1 is read as the web reads it, since "Latin-1" files
# hold the curly apostrophes and the euro sign of Windows.
_LEGACY = {"iso8859-1": "cp1252", "cp1252": "cp1252", "iso8859-15": "iso8859-15"}


def xml_text(name: str, data: bytes) -> str:
    """The text of ``data`` without a byte order mark. Raises `InputError`."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _utf_16(name, data[len(mark) :], codec)
    for sign, codec in _UNMARKED:
        if data.startswith(sign):
            return _utf_16(name, data, codec)
    declared = _legacy_codec(data)
    if declared is not None and not _is_utf_8(data):
        try:
            return data.decode(declared)
        except UnicodeDecodeError:
            pass
    return decode(name, data)


def _utf_16(name: str, data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise InputError(
            name,
            "octets illisibles : ce n’est pas de l’UTF-16, convertissez le fichier en UTF-8",
            "undecodable bytes: this is not UTF-16, convert the file to UTF-8",
        ) from error


def _legacy_codec(data: bytes) -> str | None:
    found = _DECLARED.match(data[:_HEAD])
    if found is None:
        return None
    try:
        return _LEGACY.get(codecs.lookup(found[1].decode("ascii")).name)
    except LookupError:
        return None


def _is_utf_8(data: bytes) -> bool:
    """Whether these bytes can only be UTF-8: French in Latin-1 is never valid UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
