"""Readers: one file an input format, named after it. ``read(path, data)`` gives documents.

A suffix names its module: ``.txt`` is read by `fact_cli.read.txt`.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from fact_cli.errors import InputError
from fact_cli.model.text import Document

SUFFIXES = {".txt": "txt", ".jsonl": "jsonl"}


class Reader(Protocol):
    def read(self, path: str, data: bytes) -> Iterator[Document | InputError]: ...


def reader_for(path: str) -> Reader:
    """The reader for a file name; what has no known suffix is read as plain text."""
    name = SUFFIXES.get(Path(path).suffix.lower(), "txt")
    return cast(Reader, import_module(f"fact_cli.read.{name}"))


def read_file(path: str) -> Iterator[Document | InputError]:
    """The articles of a file, and an error in the place of each that cannot be read."""
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError:
        yield InputError(path, "fichier introuvable", "no such file")
    except OSError as error:
        reason = error.strerror or "unreadable"
        yield InputError(path, f"lecture impossible ({reason})", f"cannot be read ({reason})")
    else:
        yield from read_bytes(path, data)


def read_bytes(path: str, data: bytes) -> Iterator[Document | InputError]:
    """The articles in ``data``, read as ``path`` would be."""
    try:
        yield from reader_for(path).read(path, data)
    except InputError as error:
        yield error


def files_under(path: str) -> Iterator[str]:
    """``path`` itself, or the files of known formats below it, in a stable order.

    Raises `InputError` for a directory that holds none.
    """
    root = Path(path)
    if not root.is_dir():
        yield path
        return
    found = sorted(
        file
        for file in root.rglob("*")
        if file.suffix.lower() in SUFFIXES and file.is_file() and not _hidden(file, root)
    )
    if not found:
        known = ", ".join(sorted(SUFFIXES))
        raise InputError(
            path, f"aucun article dans ce dossier ({known})", f"no article in this folder ({known})"
        )
    yield from (str(file) for file in found)


def _hidden(file: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(root).parts)
