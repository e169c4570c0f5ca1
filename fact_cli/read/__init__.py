"""Readers: one file an input format, named after it. ``read(path, data)`` gives documents.

A suffix names its module: ``.txt`` is read by `fact_cli.read.txt`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, Protocol, cast

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
    ".newsml": "xml",
    ".nitf": "xml",
    ".odt": "odt",
    ".pdf": "pdf",
    ".txt": "txt",
    ".xhtml": "html",
    ".xml": "xml",
}


class Reader(Protocol):
    """``name`` is how the file is called in reports, ``stream`` what it holds."""

    def read(self, name: str, stream: BinaryIO) -> Iterator[Document | InputError]: ...


def reader_for(path: str) -> Reader:
    """The reader for a file name; what has no known suffix is read as plain text."""
    name = SUFFIXES.get(Path(path).suffix.lower(), "txt")
    return cast(Reader, import_module(f"fact_cli.read.{name}"))


def read_file(path: str) -> Iterator[Document | InputError]:
    """The articles of a file one by one, an error in the place of each that cannot be read."""
    name = printable(path)
    try:
        with open(path, "rb") as stream:
            yield from read_stream(name, stream)
    except FileNotFoundError:
        yield InputError(name, "fichier introuvable", "no such file")
    except OSError as error:
        yield _unreadable(name, error)


def read_stream(name: str, stream: BinaryIO) -> Iterator[Document | InputError]:
    """The articles in ``stream``, read as a file called ``name`` would be."""
    try:
        yield from reader_for(name).read(name, stream)
    except InputError as error:
        yield error


def files_under(path: str) -> Iterator[str | InputError]:
    """``path`` itself, or the files of known formats below it, in a stable order.

    A folder that holds none, or cannot be looked into, gives an error.
    """
    name = printable(path)
    try:
        folder = bool(path) and Path(path).is_dir()
    except OSError as error:
        yield _unreadable(name, error)
        return
    if not folder:
        yield path
        return
    refused: list[OSError] = []
    found: list[str] = []
    for place, folders, files in os.walk(path, onerror=refused.append):
        folders[:] = [folder for folder in folders if not folder.startswith(".")]
        known_files = (file for file in files if Path(file).suffix.lower() in SUFFIXES)
        found += [str(Path(place) / file) for file in known_files if not file.startswith(".")]
    yield from (_unreadable(printable(str(error.filename)), error) for error in refused)
    if not found and not refused:
        known = ", ".join(sorted(SUFFIXES))
        yield InputError(
            name, f"aucun article dans ce dossier ({known})", f"no article in this folder ({known})"
        )
    yield from sorted(found)


def _unreadable(name: str, error: OSError) -> InputError:
    reason = error.strerror or "unreadable"
    return InputError(name, f"lecture impossible ({reason})", f"cannot be read ({reason})")


def printable(name: str) -> str:
    """A file name as reports can write it: bytes that are no text become U+FFFD."""
    return name.encode("utf-8", "replace").decode("utf-8").replace("\n", " ")
