"""Readers: one file an input format, named after it. ``read(path, data)`` gives documents.

A suffix names its module: ``.txt`` is read by `fact_cli.read.txt`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, Protocol, TypeVar, cast

from fact_cli.errors import InputError
from fact_cli.model.text import Document

SUFFIXES = {
    ".docm": "docx",
    ".docx": "docx",
    ".fodt": "odt",
    ".htm": "html",
    ".html": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".markdown": "markdown",
    ".md": "markdown",
    ".ndjson": "jsonl",
    ".newsml": "xml",
    ".nitf": "xml",
    ".odt": "odt",
    ".pdf": "pdf",
    ".text": "txt",
    ".txt": "txt",
    ".xhtml": "html",
    ".xml": "xml",
}

Made = TypeVar("Made")


class Reader(Protocol):
    """``name`` is how the file is called in reports, ``stream`` what it holds."""

    def read(self, name: str, stream: BinaryIO) -> Iterator[Document | InputError]: ...


def reader_name(path: str) -> str:
    """The format of a file name; what has no known suffix is read as plain text."""
    return SUFFIXES.get(Path(path).suffix.lower(), "txt")


def reader_for(path: str) -> Reader:
    return cast(Reader, import_module(f"fact_cli.read.{reader_name(path)}"))


def read_file(path: str) -> Iterator[Document | InputError]:
    """The articles of a file one by one, an error in the place of each that cannot be read."""
    return from_file(path, read_stream)


def from_file(
    path: str, read: Callable[[str, BinaryIO], Iterator[Made | InputError]]
) -> Iterator[Made | InputError]:
    """What ``read`` makes of the name and bytes of a file, an error where it does not open."""
    name = printable(path)
    try:
        with open(path, "rb") as stream:
            yield from read(name, stream)
    except FileNotFoundError:
        yield InputError(name, "fichier introuvable", "no such file")
    except OSError as error:
        yield unreadable(name, error)


def read_stream(name: str, stream: BinaryIO) -> Iterator[Document | InputError]:
    """The articles in ``stream``, read as a file called ``name`` would be."""
    from fact_cli.read.filename import with_filename_date

    try:
        for one in reader_for(name).read(name, stream):
            yield with_filename_date(one, name) if isinstance(one, Document) else one
    except InputError as error:
        yield error


def unreadable(name: str, error: OSError) -> InputError:
    """The error for a file or folder that the system does not open."""
    reason = error.strerror or "unreadable"
    return InputError(name, f"lecture impossible ({reason})", f"cannot be read ({reason})")


def printable(name: str) -> str:
    """A file name as reports can write it: bytes that are no text become U+FFFD."""
    return name.encode("utf-8", "replace").decode("utf-8").replace("\n", " ")
