"""XML as a list of events, each word with the extent of the source that it stands in.

Nothing outside the file is ever read: a DOCTYPE that names a DTD is passed over, and a file
that declares entities of its own is refused. HTML's names (``&nbsp;``, ``&eacute;``), which
NITF files take from a DTD, are resolved without it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.entities import html5
from xml.parsers import expat

from fact_cli.errors import InputError

MOST_ELEMENTS = 500_000  # in a file: a message with a thousand articles has some 200,000

_DECLARATION = re.compile(r"\A\s*<\?xml\b[^>]*\?>")


@dataclass(slots=True)
class Start:
    """``<name …>`` at ``at``. ``name`` is without prefix, ``end`` the number of its `End`.

    ``namespace`` is empty where none is declared.
    """

    name: str
    namespace: str
    attributes: dict[str, str]
    at: int
    end: int = -1


@dataclass(frozen=True, slots=True)
class End:
    """``</name>`` at ``at``; an empty element has one too, behind it.

    ``start`` is the number of its `Start`.
    """

    name: str
    start: int
    at: int


@dataclass(frozen=True, slots=True)
class Words:
    """Character data in ``source[start:end]``.

    ``stands_for`` is what an entity there means, None where the words are written plainly.
    """

    start: int
    end: int
    stands_for: str | None = None


Event = Start | End | Words


def events(name: str, source: str) -> list[Event]:
    """The events of ``source`` in order; `Start` and `End` point at each other.

    Raises `InputError` where it is not well-formed, declares entities or is enormous.
    """
    reading = _Reading(name, source)
    try:
        reading.parser.Parse(reading.data, True)
    except expat.ExpatError as error:
        raise InputError(
            name,
            f"XML mal formé à la ligne {error.lineno} : exportez le fichier de nouveau",
            f"XML not well-formed in line {error.lineno}: export the file again",
        ) from error
    reading.close(len(reading.data))
    return reading.found


@dataclass
class _Reading:
    """One pass of expat over a text as UTF-8; offsets are turned back as they come."""

    name: str
    source: str
    found: list[Event] = field(default_factory=list)
    open: list[int] = field(default_factory=list)
    scopes: list[dict[str, str]] = field(default_factory=lambda: [{"xml": "xml"}])
    elements: int = 0
    in_cdata: bool = False
    pending: tuple[int, str | None] | None = None  # where words began, what they stand for
    known: tuple[int, int] = (0, 0)  # a byte index and the code point offset that it is

    def __post_init__(self) -> None:
        self.data = _without_declaration(self.source).encode("utf-8")
        self.parser = parser = expat.ParserCreate("utf-8")
        parser.buffer_text = False
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.words
        parser.SkippedEntityHandler = self.skipped
        parser.StartCdataSectionHandler = self.cdata_starts
        parser.EndCdataSectionHandler = self.cdata_ends
        parser.CommentHandler = self.passed_over
        parser.ProcessingInstructionHandler = self.passed_over
        parser.EntityDeclHandler = self.entity_declared
        # An empty DTD in the place of any other makes expat report the entities that it does
        # not know, instead of stopping at them.
        parser.UseForeignDTD(True)
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
        parser.ExternalEntityRefHandler = self.empty_dtd

    def offset(self, index: int) -> int:
        """The code point offset of a byte index, which never goes back."""
        index_known, offset_known = self.known
        offset = offset_known + len(self.data[index_known:index].decode("utf-8"))
        self.known = (index, offset)
        return offset

    def close(self, index: int) -> int:
        """Ends words that were going on; ``index`` as an offset."""
        at = self.offset(index)
        if self.pending is not None:
            start, stands_for = self.pending
            self.pending = None
            self.found.append(Words(start, at, stands_for))
        return at

    def start(self, written: str, attributes: dict[str, str]) -> None:
        at = self.close(self.parser.CurrentByteIndex)
        self.elements += 1
        if self.elements > MOST_ELEMENTS:
            raise InputError(
                self.name,
                f"plus de {MOST_ELEMENTS} éléments : découpez le fichier",
                f"more than {MOST_ELEMENTS} elements: split the file",
            )
        scope = self.scopes[-1]
        declared = {k: v for k, v in attributes.items() if k == "xmlns" or k.startswith("xmlns:")}
        if declared:
            scope = scope | {k.partition(":")[2]: v for k, v in declared.items()}
        self.scopes.append(scope)
        prefix, local = _parts(written)
        self.open.append(len(self.found))
        self.found.append(Start(local, scope.get(prefix, ""), attributes, at))

    def end(self, written: str) -> None:
        at = self.close(self.parser.CurrentByteIndex)
        self.scopes.pop()
        number = self.open.pop()
        start = self.found[number]
        if isinstance(start, Start):
            start.end = len(self.found)
        self.found.append(End(_parts(written)[1], number, at))

    def words(self, data: str) -> None:
        index = self.parser.CurrentByteIndex
        if not self.in_cdata and self.data[index : index + 1] == b"&":
            self.pending = (self.close(index), data)
        elif self.pending is None or self.pending[1] is not None:
            self.pending = (self.close(index), None)

    def skipped(self, entity: str, is_parameter: bool) -> None:
        """An entity that XML does not know: what HTML means by it, else as it is written."""
        if not is_parameter:
            self.pending = (self.close(self.parser.CurrentByteIndex), html5.get(f"{entity};"))

    def cdata_starts(self) -> None:
        self.close(self.parser.CurrentByteIndex)
        self.in_cdata = True

    def cdata_ends(self) -> None:
        self.close(self.parser.CurrentByteIndex)
        self.in_cdata = False

    def passed_over(self, *_: str) -> None:
        self.close(self.parser.CurrentByteIndex)

    def entity_declared(
        self, entity: str, is_parameter: bool, value: str | None, *_: str | None
    ) -> None:
        """A reference to a part of the DTD is harmless, since none is read; all else is not."""
        if is_parameter and value is None:
            return
        raise InputError(
            self.name,
            f"le fichier déclare une entité (« {entity} ») : retirez-la de son DOCTYPE",
            f'the file declares an entity ("{entity}"): take it out of its DOCTYPE',
        )

    def empty_dtd(self, context: str, *_: str | None) -> int:
        self.parser.ExternalEntityParserCreate(context).Parse(b"", True)
        return 1


def _without_declaration(source: str) -> str:
    """``source`` with spaces for its declaration, which speaks of bytes that are decoded."""
    found = _DECLARATION.match(source)
    return source if found is None else re.sub(r"[^\r\n]", " ", found[0]) + source[found.end() :]


def _parts(written: str) -> tuple[str, str]:
    """The prefix and the local part of a name."""
    prefix, colon, local = written.partition(":")
    return (prefix, local) if colon else ("", written)
