"""What the tests of exchange formats need: files read from bytes, and prose written as markup."""

from __future__ import annotations

from io import BytesIO
from itertools import groupby
from pathlib import Path

from hypothesis import strategies as st

from fact_cli.errors import InputError
from fact_cli.model.text import Document, Extent
from fact_cli.read import read_file, read_stream

FIXTURES = Path(__file__).parent.parent / "fixtures"

Written = tuple[str, list[Extent]]  # markup, and where each character of the prose stands in it

_LETTERS = st.sampled_from(list("aeéèçœLPÀ0123456789,.%€’'\"&<>«»-–\u00a0\u202f🔆]ôß"))
_FORMS = st.sampled_from(["raw", "raw", "raw", "decimal", "hexadecimal"])
LINES = st.lists(
    st.lists(st.lists(st.tuples(_LETTERS, _FORMS), min_size=1, max_size=8), min_size=1, max_size=5),
    min_size=1,
    max_size=4,
).filter(lambda lines: any(not letter.isspace() for one in lines for w in one for letter, _ in w))
Lines = list[list[list[tuple[str, str]]]]


def entries(data: bytes | str, name: str = "a.xml") -> list[Document | InputError]:
    encoded = data.encode("utf-8") if isinstance(data, str) else data
    return list(read_stream(name, BytesIO(encoded)))


def article(data: bytes | str, name: str = "a.xml") -> Document:
    [read] = entries(data, name)
    assert isinstance(read, Document), read
    return read


def refusal(data: bytes | str, name: str = "a.xml") -> InputError:
    [read] = entries(data, name)
    assert isinstance(read, InputError)
    return read


def fixture(path: str) -> list[Document | InputError]:
    return list(read_file(str(FIXTURES / path)))


def told(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, block.extent.of(document.text)) for block in document.blocks]


def day(document: Document) -> str | None:
    return None if document.published.date is None else document.published.date.iso()


def shape(path: str) -> tuple[str, str | None]:
    """The kinds of the blocks of a fixture, runs as "paragraph×2", and its day."""
    [read] = fixture(path)
    assert isinstance(read, Document), read
    runs = [(kind, len(list(run))) for kind, run in groupby(kind for kind, _ in told(read))]
    kinds = " ".join(kind if count == 1 else f"{kind}×{count}" for kind, count in runs)
    return kinds, day(read)


def original(document: Document, words: str) -> str:
    """What stands in the file where the article says ``words``."""
    start = document.text.index(words)
    place = document.locate(Extent(start, start + len(words)))
    return document.sources[place.field][place.start : place.end]


def prose(lines: Lines) -> list[str]:
    return [" ".join("".join(c for c, _ in word) for word in line) for line in lines]


def escaped(text: str) -> Written:
    """``text`` as character data of XML, with the extent of each of its characters."""
    return _joined([{"&": "&amp;", "<": "&lt;", ">": "&gt;"}.get(c, c) for c in text])


def paragraphs(lines: Lines, tag: str = "p", space: str = "\n  ") -> Written:
    """Each of ``lines`` between tags, with ``space`` between words, written in their forms."""
    pieces: list[tuple[str, bool]] = []
    for line in lines:
        pieces.append((f"{space}<{tag}>", False))
        for number, word in enumerate(line):
            pieces += [(space, True)] if number else []
            pieces += [(_written(*letter), True) for letter in word]
        pieces.append((f"</{tag}>", False))
    markup, places = _joined([piece for piece, _ in pieces])
    return markup, [place for place, (_, said) in zip(places, pieces, strict=True) if said]


def inside(before: str, written: Written, after: str) -> Written:
    markup, places = written
    return before + markup + after, [place.shifted(len(before)) for place in places]


def through(inner: Written, outer: Written) -> Written:
    """Markup that is the text of other markup: the places of the prose in the latter."""
    places = [
        Extent(outer[1][place.start].start, outer[1][place.end - 1].end) for place in inner[1]
    ]
    return outer[0], places


def assert_places(document: Document, lines: Lines, written: Written, field: str = "text") -> None:
    """That the last blocks say ``lines``, and that each character leads to where it stands."""
    expected = "\n".join(prose(lines))
    assert document.text.endswith(expected)
    start = len(document.text) - len(expected)
    letters = [n for n, letter in enumerate(expected) if letter != "\n"]
    for number, place in zip(letters, written[1], strict=True):
        found = document.locate(Extent(start + number, start + number + 1))
        assert (found.field, found.start, found.end) == (field, place.start, place.end)


def _written(letter: str, form: str) -> str:
    if form == "decimal":
        return f"&#{ord(letter)};"
    if form == "hexadecimal":
        return f"&#x{ord(letter):X};"
    return {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\u00a0": "&nbsp;", "é": "&eacute;"}.get(
        letter, letter
    )


def _joined(pieces: list[str]) -> Written:
    places, at = [], 0
    for piece in pieces:
        places.append(Extent(at, at + len(piece)))
        at += len(piece)
    return "".join(pieces), places
