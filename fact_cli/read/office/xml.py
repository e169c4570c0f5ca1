"""XML of untrusted files, element by element: no DTD, no entity, nothing outside is opened.

Elements come one after the other and no tree is built, so that depth and length cost nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol
from xml.parsers import expat

from fact_cli.errors import InputError

_OPEN_DOCUMENT = "urn:oasis:names:tc:opendocument:xmlns:"
# What a namespace is called here, whatever the file calls it; "strict" Word files have their own.
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    f"{_OPEN_DOCUMENT}office:1.0": "office",
    f"{_OPEN_DOCUMENT}text:1.0": "text",
    f"{_OPEN_DOCUMENT}style:1.0": "style",
    f"{_OPEN_DOCUMENT}table:1.0": "table",
    f"{_OPEN_DOCUMENT}drawing:1.0": "draw",
    f"{_OPEN_DOCUMENT}manifest:1.0": "manifest",
    f"{_OPEN_DOCUMENT}svg-compatible:1.0": "svg",
    "http://www.w3.org/1998/Math/MathML": "math",
}

_ENCODINGS = {"utf-8", "utf8", "utf-16", "iso-8859-1", "us-ascii"}  # those that expat knows


class Handler(Protocol):
    """What takes the elements of a member in document order.

    Tags and attributes are written ``prefix:name`` for the namespaces known above, ``?:name``
    for others, and a bare name for none.
    """

    def start(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Enters an element; False passes it over with all that it holds."""
        ...

    def end(self, tag: str) -> None: ...

    def words(self, text: str) -> None: ...


def walk(name: str, data: bytes, handler: Handler) -> None:
    """Gives the elements of ``data`` to ``handler``.

    Raises `InputError`, naming the file ``name``, for what is not well-formed or declares a
    document type: no word processor writes one, and entities are declared in it.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    walker = _Walker(name, handler)
    parser.StartElementHandler = walker.start
    parser.EndElementHandler = walker.end
    parser.CharacterDataHandler = walker.words
    parser.StartDoctypeDeclHandler = walker.refuse
    parser.XmlDeclHandler = walker.declared
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise _unreadable(name, str(error)) from error


def _unreadable(name: str, reason: str) -> InputError:
    return InputError(
        name,
        f"XML illisible ({reason}) : réenregistrez le document",
        f"unreadable XML ({reason}): save the document again",
    )


class _Walker:
    def __init__(self, name: str, handler: Handler) -> None:
        self._name = name
        self._handler = handler
        self._passed_over = 0  # elements open in one that is passed over, that one included
        self._known: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self._passed_over:
            self._passed_over += 1
            return
        short = {self._short(name): value for name, value in attributes.items()}
        if not self._handler.start(self._short(tag), short):
            self._passed_over = 1

    def end(self, tag: str) -> None:
        if self._passed_over:
            self._passed_over -= 1
            return
        self._handler.end(self._short(tag))

    def words(self, text: str) -> None:
        if not self._passed_over:
            self._handler.words(text)

    def declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding is not None and encoding.lower() not in _ENCODINGS:
            raise _unreadable(self._name, encoding)

    def refuse(self, *_: object) -> None:
        raise InputError(
            self._name,
            "XML refusé : il déclare un type de document (DOCTYPE) et des entités",
            "XML refused: it declares a document type (DOCTYPE) and entities",
        )

    def _short(self, name: str) -> str:
        known = self._known.get(name)
        if known is None:
            space, _, local = name.rpartition(" ")
            known = f"{_PREFIXES.get(space, '?')}:{local}" if space else local
            self._known[name] = known
        return known
