"""Texts and files spoilt at random: one generator, the same result each time."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from random import Random

from tests.hostile.material import DAYS, FIGURES, GLUE, ODD, UNITS, YEARS, sentences

_TOKENS = re.compile(r"\d+(?:[.,]\d+)*|\w+|\s+|.", re.DOTALL)
_TABLES = (FIGURES, YEARS, DAYS, UNITS, GLUE)
LONGEST = 20_000  # characters of a text
_REPEATS = (2, 3, 10, 100, 1000)
_MARKUP = (
    b"<", b">", b"</p>", b"<p>", b"<![CDATA[", b"]]>", b"<!--", b"-->", b"&#xD800;", b"&#0;", b"&amp;",
    b"&lt;", b"<script>", b"<title>", b"<table><td>", b"---\n", b"+++\n", b"```", b"{{<", b">}}", b"$$",
    b"[[", b"]]", b"\\ud800", b"\\u0000", b'"', b"{", b"}", b"[", b"]", b":", b",", b"null", b"1e999",
    b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\0", b"\r", b"\r\n", b"\x85", b"\xa0", b"\xe9",
    b"\xe2\x80\xa8", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"date: 0000-00-00\n",
    b"date: 99999-01-01\n", b"title: \x1b[31m\n", b"<time datetime=\"99999-13-45\">", b"!!python/x ",
    b"&a [*a, *a]", b"<!DOCTYPE x [<!ENTITY a \"b\">]>", b"&a;", b"<?xml version=\"1.0\"?>",
    b"<!-- factcheck: ignore wrong-total -- x -->",
)  # fmt: skip


def passage(random: Random) -> str:
    """Sentences of ours, spoilt, or figures, days, units and names strung together."""
    if random.random() < 0.3:
        pieces = (random.choice(random.choice(_TABLES)) for _ in range(random.randint(1, 40)))
        text = "".join(f"{piece}{random.choice((' ', ' ', ' ', ''))}" for piece in pieces)
    else:
        text = " ".join(random.choice(sentences()) for _ in range(random.randint(1, 3)))
    for _ in range(random.choice((0, 1, 1, 2, 3, 5, 8, 20))):
        text = random.choice(_MUTATIONS)(text, random)
    return text[:LONGEST]


def _figure(text: str, random: Random) -> str:
    """Another figure in the place of one."""
    places = [found.span() for found in re.finditer(r"\d+(?:[   .,]\d+)*", text)]
    if not places:
        return _inserted(text, random)
    start, end = random.choice(places)
    table = YEARS if re.fullmatch(r"[12]\d{3}", text[start:end]) else FIGURES
    return text[:start] + random.choice(table) + text[end:]


def _digit(text: str, random: Random) -> str:
    places = [at for at, sign in enumerate(text) if sign.isdigit()]
    if not places:
        return text
    at = random.choice(places)
    return text[:at] + random.choice(("", "0", "1", "9", "00", "999")) + text[at + 1 :]


def _inserted(text: str, random: Random) -> str:
    at = random.randint(0, len(text))
    return text[:at] + f" {random.choice(random.choice(_TABLES))} " + text[at:]


def _odd(text: str, random: Random) -> str:
    at = random.randint(0, len(text))
    sign = random.choice(ODD) if random.random() < 0.8 else chr(random.randrange(0x110000))
    return text[:at] + sign * random.choice((1, 1, 1, 3)) + text[at:]


def _swapped(text: str, random: Random) -> str:
    """Two tokens in each other's place, one token twice, or none in the place of one."""
    tokens = _TOKENS.findall(text)
    if not tokens:
        return text
    one, other = random.randrange(len(tokens)), random.randrange(len(tokens))
    way = random.randrange(3)
    if way == 0:
        tokens[one], tokens[other] = tokens[other], tokens[one]
    elif way == 1:
        tokens[one] = ""
    else:
        tokens.insert(other, tokens[one])
    return "".join(tokens)


def _repeated(text: str, random: Random) -> str:
    """A stretch of tokens many times over."""
    tokens = _TOKENS.findall(text)
    if not tokens:
        return text
    start = random.randrange(len(tokens))
    stretch = "".join(tokens[start : start + random.randint(1, 6)])
    head = "".join(tokens[:start])
    return (head + stretch * random.choice(_REPEATS) + "".join(tokens[start:]))[:LONGEST]


def _spliced(text: str, random: Random) -> str:
    """The beginning of this and the end of another sentence."""
    other = random.choice(sentences())
    return text[: random.randint(0, len(text))] + other[random.randint(0, len(other)) :]


def _respelled(text: str, random: Random) -> str:
    """Letters as nobody types them: capitals, decomposed, no spaces, no accents, one line a word."""
    import unicodedata

    way = random.randrange(6)
    if way == 0:
        return text.upper()
    if way == 1:
        return unicodedata.normalize("NFD", text)
    if way == 2:
        return unicodedata.normalize("NFKC", text)
    if way == 3:
        return text.replace(" ", random.choice(("", "  ", "\n", "\r", "\xa0", "\u202f", "\u2028")))
    if way == 4:
        return text.encode("ascii", "ignore").decode()
    return text[::-1]


_MUTATIONS: Sequence[Callable[[str, Random], str]] = (
    _figure, _figure, _figure, _digit, _digit, _inserted, _odd, _odd, _swapped, _swapped,
    _repeated, _spliced, _respelled,
)  # fmt: skip


def spoilt(data: bytes, random: Random, others: Sequence[bytes]) -> bytes:
    """``data`` cut, with bytes changed, and pieces of its own or of ``others`` put in."""
    members = _members(data)
    if members and random.random() < 0.8:
        return _zip(members, random, others)
    for _ in range(random.choice((1, 1, 2, 4, 16))):
        at = random.randint(0, len(data))
        end = min(len(data), at + random.choice((1, 2, 8, 64, 1024)))
        way = random.randrange(8)
        if way == 0:
            data = data[:at]
        elif way == 1:
            data = data[:at] + bytes([random.randrange(256)]) + data[at + 1 :]
        elif way == 2:
            data = data[:at] + data[end:]
        elif way == 3:
            data = data[:at] + data[at:end] * random.choice((2, 3, 50)) + data[end:]
        elif way == 4:
            other = random.choice(others)
            start = random.randint(0, len(other))
            data = data[:at] + other[start : start + random.choice((10, 100, 1000))] + data[at:]
        elif way == 5:
            text = random.choice(random.choice((*_TABLES, ODD)))
            data = data[:at] + text.encode("utf-8", "surrogatepass") + data[at:]
        else:
            data = data[:at] + random.choice(_MARKUP) * random.choice((1, 1, 2, 200)) + data[at:]
    return data


def _members(data: bytes) -> dict[str, bytes]:
    """What a packed file holds; nothing where it is none, or is spoilt already."""
    if not data.startswith(b"PK"):
        return {}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as read:
            return {name: read.read(name) for name in read.namelist()}
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, RuntimeError):
        return {}


def _zip(members: dict[str, bytes], random: Random, others: Sequence[bytes]) -> bytes:
    """A packed file of which one of ``members`` is spoilt, or is missing."""
    name = random.choice(list(members))
    main = next((one for one in ("word/document.xml", "content.xml") if one in members), name)
    name = random.choice((name, main, main))
    if random.random() < 0.1:
        del members[name]
    else:
        members[name] = spoilt(members[name], random, [*members.values(), *others])
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return written.getvalue()
