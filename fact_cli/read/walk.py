"""Which files to read: those that are named, and those that lie in a named folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fact_cli.errors import InputError
from fact_cli.read import SUFFIXES, printable, unreadable
from fact_cli.read.by_path import relative
from fact_cli.read.ignored import Patterns, above, excluded, inside, is_repository, left_out

STDIN = "-"
_HIDDEN = (".", "~$")  # the second is how Word marks a document that is open
TOOLS = {"node_modules", "__pycache__"}  # folders that tools fill, left out as hidden ones are
ENVIRONMENT = "pyvenv.cfg"  # the file by which Python knows the folder of an environment


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read; ``folder`` is the named one in which a walk found it, or None."""

    path: str
    folder: str | None = None


def found(
    paths: Sequence[str],
    exclude: Sequence[str] = (),
    relative_to: str | None = None,
    entered: Callable[[str], None] | None = None,
) -> Iterator[Found | InputError]:
    """Each file once, in the order of ``paths``, those of a folder sorted.

    In a folder are read the files of known formats, but not what is hidden, what
    ``.gitignore`` leaves out, nor what matches ``exclude``: patterns of the same kind,
    relative to the folder named, or to ``relative_to``. A file that is named itself is read
    whatever these say. ``entered`` is told of each folder that is looked into.
    A folder that holds no file, or cannot be looked into, gives an error. Raises
    `UsageError` for a pattern that is none.
    """
    out = _Excluded(excluded(exclude), relative_to)
    named = {os.path.realpath(path) for path in paths if not _is_folder(path)}
    seen: set[str] = set()
    for path in paths:
        if path == STDIN:
            yield Found(path)
            continue
        for one in _below(path, out, entered) if _is_folder(path) else [path]:
            if isinstance(one, InputError):
                yield one
                continue
            real = os.path.realpath(one)
            if real not in seen:
                seen.add(real)
                yield Found(one, None if real in named else path)


@dataclass(frozen=True, slots=True)
class _Excluded:
    """Patterns that count from each folder named, or from ``relative_to``."""

    patterns: Patterns
    relative_to: str | None

    def holds(self, folder: str, within: str) -> bool:
        """Whether the entry ``within`` of the ``folder`` named is left out."""
        if self.relative_to is None:
            return bool(self.patterns.verdict(within))
        if not self.patterns.lines:
            return False
        path = relative(os.path.join(folder, within), self.relative_to)
        if path is None:
            return False
        return bool(self.patterns.verdict(path + ("/" if within.endswith("/") else "")))


def no_articles(folder: str) -> InputError:
    known = ", ".join(sorted(SUFFIXES))
    return InputError(
        printable(folder),
        f"aucun article dans ce dossier ({known})",
        f"no article in this folder ({known})",
    )


def _is_folder(path: str) -> bool:
    return bool(path) and os.path.isdir(path)


def _below(
    folder: str, out: _Excluded, entered: Callable[[str], None] | None
) -> Iterator[str | InputError]:
    files: list[str] = []
    errors: list[InputError] = []
    for one in _walked(folder, out, entered):
        if isinstance(one, InputError):
            errors.append(one)
        else:
            files.append(one)
    yield from errors
    if not files and not errors:
        yield no_articles(folder)
    yield from sorted(files)


def _walked(
    folder: str, out: _Excluded, entered: Callable[[str], None] | None
) -> Iterator[str | InputError]:
    """The articles below ``folder`` in no order, and what cannot be looked into."""
    base, levels = above(folder)
    pending: list[tuple[str, str, Sequence[Patterns]]] = [(folder, "", levels)]
    while pending:
        place, within, levels = pending.pop()
        if entered is not None:
            entered(place)
        try:
            with os.scandir(place) as scanned:
                entries = [entry for entry in scanned if not entry.name.startswith(_HIDDEN)]
        except OSError as error:
            yield unreadable(printable(place), error)
            continue
        if is_repository(place):  # one inside another has rules of its own
            levels = levels if place == folder else ()
        levels = [*levels, *inside(place, base + within)]
        for entry in entries:
            is_folder = _is_own_folder(entry)
            if not is_folder and not _is_article(entry):
                continue
            path = within + entry.name + ("/" if is_folder else "")
            if left_out(levels, base + path) or out.holds(folder, path):
                continue
            if is_folder:
                pending.append((entry.path, path, levels))
            else:
                yield str(Path(entry.path))


def _is_own_folder(entry: os.DirEntry[str]) -> bool:
    """A folder of articles; not a link, which may lead back, and none that belongs to a tool."""
    return (
        entry.is_dir(follow_symlinks=False)
        and entry.name not in TOOLS
        and not os.path.exists(os.path.join(entry.path, ENVIRONMENT))
    )


def _is_article(entry: os.DirEntry[str]) -> bool:
    """A file of a known format; no pipe, which would wait. A broken link is one, to be told."""
    if Path(entry.name).suffix.lower() not in SUFFIXES:
        return False
    try:
        return entry.is_file() or (entry.is_symlink() and not os.path.exists(entry.path))
    except OSError:
        return True
