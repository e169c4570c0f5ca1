"""What a file of accepted findings says."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from fact_cli.accept.entries import Entry
from fact_cli.accept.nearest import nearest
from fact_cli.accept.place import file_of
from fact_cli.errors import AcceptedFileError

TABLE = "accepted"
_KEYS = tuple(field.name for field in fields(Entry))
_NEEDED = ("path", "rule", "words", "reason")


@dataclass(frozen=True, slots=True)
class Book:
    """The entries of the file at ``path``, in its order."""

    path: str
    entries: Sequence[Entry]

    @property
    def folder(self) -> str:
        return os.path.dirname(self.path)

    def relative(self, path: str) -> str:
        """``path`` as entries of this file have it."""
        return os.path.relpath(os.path.abspath(path), self.folder).replace(os.sep, "/")

    def holds_file_of(self, entry: Entry) -> bool:
        """Whether the file that ``entry`` names is still there."""
        return os.path.exists(file_of(os.path.join(self.folder, entry.path)))


def read_book(path: str) -> Book:
    """The file at ``path``, without entries where there is none. Raises `AcceptedFileError`."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except FileNotFoundError:
        return Book(path, ())
    except OSError as error:
        reason = error.strerror or "unreadable"
        raise AcceptedFileError(
            path, f"lecture impossible ({reason})", f"cannot be read ({reason})"
        ) from error
    return Book(path, parsed(path, data))


def parsed(path: str, data: bytes) -> Sequence[Entry]:
    """The entries in ``data``, which is named ``path`` in errors. Raises `AcceptedFileError`."""
    import tomllib

    try:
        tables = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        told = " ".join(str(error).split())
        raise AcceptedFileError(
            path, f"TOML invalide ({told})", f"invalid TOML ({told})"
        ) from error
    _check_keys(path, "", tables, (TABLE,))
    given = tables.get(TABLE, [])
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        raise AcceptedFileError(
            path, f"{TABLE} doit être une suite de [[{TABLE}]]", f"{TABLE} must be [[{TABLE}]]"
        )
    return [_entry(path, number, one) for number, one in enumerate(given, 1)]


def _entry(path: str, number: int, table: Mapping[str, Any]) -> Entry:
    _check_keys(path, f"[[{TABLE}]] {number}: ", table, _KEYS)
    for key in _NEEDED:
        if not str(table.get(key, "")).strip():
            raise AcceptedFileError(
                path,
                f"[[{TABLE}]] {number} : il manque {key}",
                f"[[{TABLE}]] {number}: {key} is missing",
            )
    for key, value in table.items():
        lines = value if key == "against" and isinstance(value, list) else [value]
        right = isinstance(value, list) == (key == "against")
        if not right or not all(isinstance(line, str) for line in lines):
            raise AcceptedFileError(
                path,
                f"[[{TABLE}]] {number} : {key} n’est pas du bon type",
                f"[[{TABLE}]] {number}: {key} is of the wrong type",
            )
    against = table.get("against")
    return Entry(**{**table, "against": None if against is None else tuple(against)})


def _check_keys(path: str, where: str, table: Mapping[str, Any], known: Sequence[str]) -> None:
    for key in table:
        if key in known:
            continue
        near = nearest(key, known)
        fr = f" ; vouliez-vous dire {near[0]} ?" if near else f" (connues : {', '.join(known)})"
        en = f"; did you mean {near[0]}?" if near else f" (known: {', '.join(known)})"
        raise AcceptedFileError(
            path, f"{where}clé inconnue : {key}{fr}", f"{where}unknown key: {key}{en}"
        )
