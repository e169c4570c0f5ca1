"""The text of a page in the encoding that it says it has, where it is not UTF-8 after all."""

from __future__ import annotations

import codecs
import re

from fact_cli.read.decode import decode

HEAD = 4096  # bytes in which a page says its encoding
MOST_BROKEN = 0.02  # of the letters beyond ASCII: with more the page is not the UTF-8 it claims

_MARKS = (  # the longer first: that of UTF-16 begins that of UTF-32
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)"
    rb"|<meta\s[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w.:-]+)",
    re.IGNORECASE,
)
# Browsers read ASCII and Latin-1 as Windows-1252, which adds to it "€", "œ" and "’".
_WINDOWS = re.compile(r"(?:us-)?ascii|(?:iso-?)?8859-?1|latin-?1|(?:windows-|cp)1252|iso8859-?1")
_KNOWN = re.compile(r"(?:iso-?)?8859-?(?:[2-9]|1[013-6])|windows-125\d|cp125\d|latin-?\d+")
_MAC = frozenset({"macintosh", "mac", "x-mac-roman", "macroman"})


def decoded(name: str, data: bytes) -> str:
    """The text of a page, without a byte order mark. Raises `InputError`.

    What is valid UTF-8 is taken as such: servers declare over the head of the page, and
    what they said is lost in a saved file.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    encoding = _declared(data)
    if encoding is None or b"\0" in data or _is_utf8(data):
        return decode(name, data)
    text = data.decode(encoding, "replace")
    if encoding == "utf-8":
        text = text.removeprefix("\ufeff")
        beyond = len(text) - len(text.encode("ascii", "ignore"))
        if text.count("\ufffd") > max(1, MOST_BROKEN * beyond):
            return decode(name, data)
    return text


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _declared(data: bytes) -> str | None:
    """The encoding that the head names, as Python calls it; None for one that pages do not use."""
    found = _DECLARED.search(data, 0, HEAD)
    if found is None:
        return None
    label = (found[1] or found[2]).decode("ascii", "replace").lower()
    if label in {"utf-8", "utf8"}:
        return "utf-8"
    if _WINDOWS.fullmatch(label):
        return "cp1252"
    if label in _MAC:
        return "mac-roman"
    return codecs.lookup(label).name if _KNOWN.fullmatch(label) and _exists(label) else None


def _exists(label: str) -> bool:
    try:
        codecs.lookup(label)
    except LookupError:
        return False
    return True
