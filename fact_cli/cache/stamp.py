"""What a result depends on besides the article and the settings: the program and its libraries.

Of an installed package its ``RECORD`` names every file with its digest, the same on every
machine. A checkout has no such list, and its version says nothing of the last edit: there the
times and sizes of all files count. Of the libraries the installed versions count, since
another spaCy or numpy may parse a sentence otherwise, and another htmldate find another date.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator

from fact_cli import __version__

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_INSTALLED = (".dist-info", ".egg-info")
_NO_SOURCE = ("__pycache__", ".pyc")


def stamp() -> bytes:
    """A digest that differs wherever a result might. Raises `OSError`."""
    parts = (__version__, sys.version, *sorted(_libraries(sys.path)), *_program())
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).digest()


def _libraries(path: list[str]) -> Iterator[str]:
    """The names of what is installed, each with its version: ``spacy-3.8.7.dist-info``."""
    for place in dict.fromkeys(path):
        try:
            names = os.listdir(place or os.curdir)
        except OSError:  # a zip, or a folder that is not there
            continue
        yield from (name for name in names if name.endswith(_INSTALLED))


def _program() -> list[str]:
    """The files of this package, each with what tells its content."""
    record = os.path.join(
        os.path.dirname(_PACKAGE), f"fact_cli-{__version__}.dist-info", "RECORD"
    )  # fmt: skip
    try:
        with open(record, encoding="utf-8") as file:
            own = (line for line in file if line.startswith("fact_cli/"))
            return sorted(line for line in own if not any(part in line for part in _NO_SOURCE))
    except FileNotFoundError:
        return sorted(_files(_PACKAGE))


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(_NO_SOURCE):
                continue
            if entry.is_dir():
                yield from _files(entry.path)
            else:
                status = entry.stat()
                yield f"{entry.path} {status.st_mtime_ns} {status.st_size}"
