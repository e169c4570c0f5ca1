"""The configuration in effect as TOML, each value with the place where it was said.

What is printed is itself a configuration file that gives the same values.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from fact_cli.config.config import Config
from fact_cli.config.effective import KEYS

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_WIDEST = 60  # columns of a value behind which its place is lined up
_DEFAULT = {"fr": "par défaut", "en": "default"}
_TABLES = {"severity", "per-file-ignores", "lexicon"}


def shown(config: Config, language: str) -> str:
    """One line for each key, and for each entry of a table."""
    lines = list(_lines(config, _DEFAULT[language]))
    width = max((len(line) for line, _ in lines if len(line) <= _WIDEST), default=0)
    return "".join(f"{line:<{width}}  # {place}\n" for line, place in lines)


def _lines(config: Config, default: str) -> Iterator[tuple[str, str]]:
    for name in KEYS:
        key, value = name.replace("_", "-"), getattr(config, name)
        entries = list(_entries((key,), value)) if key in _TABLES and value else [((key,), value)]
        for path, one in entries:
            yield f"{'.'.join(map(_key, path))} = {_value(one)}", _place(config, path, default)


def _entries(
    path: tuple[str, ...], value: Mapping[str, object]
) -> Iterator[tuple[tuple[str, ...], object]]:
    """The values in tables by their keys; a table of a table is opened as well."""
    for name, one in value.items():
        if isinstance(one, Mapping) and one:
            yield from _entries((*path, name), one)
        else:
            yield (*path, name), one


def _place(config: Config, path: Sequence[str], default: str) -> str:
    said = config.said.get(path[0].replace("-", "_"))
    if said is not None:
        return said
    if config.file is None or path[0] not in config.file.table:
        return default
    line = config.file.line_of(path)
    return config.file.name if line is None else f"{config.file.name}:{line}"


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _string(name)


def _value(value: object) -> str:
    if isinstance(value, Mapping):
        inside = ", ".join(f"{_key(name)} = {_value(one)}" for name, one in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, (int, float, Decimal)):
        return str(value)
    return _string(str(value))


def _string(text: str) -> str:
    """A basic string; those of JSON are written alike but for the character DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
