"""How the files of a run stand: its articles, what configures it, and what it accepts."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from fact_cli.accept.place import NAME as BOOK
from fact_cli.config.config import Config
from fact_cli.config.toml import OWN, SHARED
from fact_cli.read.ignored import is_repository
from fact_cli.read.walk import Found, found

Stamp = tuple[int, int, int]  # time of the last change in ns, size in bytes, number of the file


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The files that are there, each with a stamp that changes whenever it is saved.

    ``folders`` are those in which a change of any of them shows, subfolders apart.
    """

    articles: Mapping[str, Stamp]
    configurations: Mapping[str, Stamp]
    books: Mapping[str, Stamp]
    folders: frozenset[str]


def snapshot(paths: Sequence[str], config: Config) -> Snapshot:
    """How the files stand of a run over ``paths`` that ``config`` configures."""
    entered: list[str] = []
    files = [
        one.path
        for one in found(paths, config.exclude, config.exclude_from, entered.append)
        if isinstance(one, Found)
    ]
    homes = [path if os.path.isdir(path) else os.path.dirname(path) for path in paths]
    above = list(dict.fromkeys(one for home in homes for one in _upwards(home)))
    named = [] if config.file is None else [config.file.path]
    settings = [*named, *(os.path.join(one, name) for one in above for name in (OWN, SHARED))]
    configurations = _stamped(map(os.path.abspath, settings))
    books = _stamped(os.path.join(one, BOOK) for one in {*above, *map(os.path.abspath, entered)})
    holders = [*files, *map(os.path.realpath, files), *configurations, *books, *paths]
    folders = [*entered, *map(os.path.dirname, holders), *_of_project(homes)]
    return Snapshot(_stamped(files), configurations, books, frozenset(map(_existing, folders)))


def _stamped(paths: Iterable[str]) -> dict[str, Stamp]:
    stamps = ((path, _stamp(path)) for path in paths)
    return {path: stamp for path, stamp in stamps if stamp is not None}


def _stamp(path: str) -> Stamp | None:
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def _upwards(folder: str) -> Iterator[str]:
    """``folder`` and all above it."""
    at = os.path.abspath(folder)
    yield at
    while (above := os.path.dirname(at)) != at:
        at = above
        yield at


def _of_project(homes: Iterable[str]) -> Iterator[str]:
    """The folders from each of ``homes`` up to its repository, where a file may be put that
    configures the run; none where there is no repository, since all above may be busy."""
    for home in homes:
        passed: list[str] = []
        for folder in _upwards(home):
            passed.append(folder)
            if is_repository(folder):
                yield from passed
                break


def _existing(folder: str) -> str:
    """``folder``, or the nearest above it that is there."""
    return next((one for one in _upwards(folder) if os.path.isdir(one)), os.path.abspath(os.sep))
