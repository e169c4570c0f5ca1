"""A configuration file as TOML: its table, and the lines on which its keys stand."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from fact_cli.errors import ConfigError

OWN = ".factcheck.toml"
SHARED = "pyproject.toml"  # of which the table [tool.factcheck] is ours
LARGEST = 1_000_000  # bytes
LONGEST = 1000  # lines of one value; what stands behind a longer one is told without its line
_TABLE = ("tool", "factcheck")
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """``table`` is ours, as written; ``prefix`` is its name in the file, () for the whole."""

    path: str
    text: str
    prefix: Key
    table: Mapping[str, Any]

    @property
    def folder(self) -> str:
        return os.path.dirname(os.path.abspath(self.path))

    @property
    def name(self) -> str:
        return name_of(self.path)

    def line_of(self, key: Sequence[str], value: object = None) -> int | None:
        """The line of ``key`` or of the nearest table around it, that of ``value`` in a list."""
        whole, known = (*self.prefix, *key), _index(self.text)
        for end in range(len(whole), len(self.prefix), -1):
            if whole[:end] in known:
                line, words = known[whole[:end]]
                before, found, _ = words.partition(f'"{value}"')
                return line + before.count("\n") if isinstance(value, str) and found else line
        return None


def name_of(path: str) -> str:
    """``path`` as a person in the current folder would call it."""
    try:
        short = os.path.relpath(path)
    except (ValueError, OSError):
        return path
    return path if short.startswith(f"..{os.sep}..") else short


def opened(path: str) -> ConfigFile | None:
    """The file ``path``; None for a pyproject.toml without our table. Raises `ConfigError`."""
    try:
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "unreadable"
        raise ConfigError(
            name_of(path), None, f"lecture impossible ({reason})", f"cannot be read ({reason})"
        ) from error
    shared = os.path.basename(path) == SHARED
    if shared and b"factcheck" not in data:
        return None
    if len(data) > LARGEST:
        raise ConfigError(name_of(path), None, "trop long pour une configuration", "too long")
    text, table = _parsed(path, data)
    if not shared:
        return ConfigFile(path, text, (), table)
    for name in _TABLE:
        table = table.get(name)
        if table is None:
            return None
        if not isinstance(table, dict):
            raise ConfigError(
                name_of(path), None, f"{name} doit être une table", f"{name} must be a table"
            )
    return ConfigFile(path, text, _TABLE, table)


def _parsed(path: str, data: bytes) -> tuple[str, dict[str, Any]]:
    import tomllib  # most runs have no file of their own

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError(
            name_of(path), line, "octets qui ne sont pas en UTF-8", "not UTF-8"
        ) from error
    try:
        return text, tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        reason = _PLACE.sub("", str(error))
        line = int(place.group(1) or len(text.splitlines())) if place else None
        raise ConfigError(
            name_of(path), line, f"TOML illisible ({reason})", f"no TOML ({reason})"
        ) from error
    except (RecursionError, ValueError, ArithmeticError) as error:  # nesting, a huge number
        raise ConfigError(
            name_of(path), None, "TOML illisible", "no TOML that can be read"
        ) from error


@lru_cache(maxsize=1)
def _index(text: str) -> Mapping[Key, tuple[int, str]]:
    """The first line and the words of the first statement of each key, and of each table."""
    index: dict[Key, tuple[int, str]] = {}
    for key, line, words in _statements(text):
        for end in range(1, len(key) + 1):
            index.setdefault(key[:end], (line, words))
    return index


def _statements(text: str) -> Iterator[tuple[Key, int, str]]:
    """Each value of ``text``, which is TOML, with its full key, its first line and its words.

    A statement is the fewest lines that the parser takes for one, so that neither a list over
    several lines nor a string that looks like TOML misleads. An inline table counts by its
    keys.
    """
    import tomllib

    table: Key = ()
    begun, words = 0, ""
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        if not words and line.lstrip()[:1] in {"", "#"}:
            continue
        if words and number - begun > LONGEST:
            return
        begun, words = (begun, f"{words}\n{line}") if words else (number, line)
        try:
            read = tomllib.loads(words, parse_float=Decimal)
        except tomllib.TOMLDecodeError:
            continue
        if words.lstrip().startswith("["):
            table = next(_keys(read), ())
            yield table, begun, words
        else:
            for key in _keys(read):
                yield (*table, *key), begun, words
        words = ""


def _keys(read: object) -> Iterator[Key]:
    """The full keys of all values in a table, and of those tables that are empty."""
    if isinstance(read, list) and read and isinstance(read[0], dict):
        read = read[0]
    if not isinstance(read, dict) or not read:
        yield ()
        return
    for name, value in read.items():
        for rest in _keys(value):
            yield (name, *rest)
