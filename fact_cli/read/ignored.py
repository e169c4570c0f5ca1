"""What a walk leaves out: patterns as ``.gitignore`` has them, matched as git matches them.

A pattern is held against the entry itself, never against what lies below: a walk does not
enter a folder that is left out. Where git and the library pathspec differ in this (git lets a
deeper file take a pattern back for a folder, but not for all that it holds), git is followed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fact_cli.errors import UsageError

if TYPE_CHECKING:
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

GITIGNORE = ".gitignore"
_ANYWHERE = re.compile(r"^/?(?:\*\*/)+|^/(?=\*\*$)")  # "**/drafts" is "drafts", "/**" is "**"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One line.

    ``by_name``: without a slash inside, it is held to the bare name. ``below``: ending in
    ``/**``, it means whatever lies below, at any depth. ``folders``: ending in a slash, it
    means no file.
    """

    compiled: GitIgnoreSpecPattern
    by_name: bool
    below: bool
    folders: bool

    @property
    def leaves_out(self) -> bool:
        """False for a line that begins with "!" and takes others back."""
        return bool(self.compiled.include)

    def matches(self, path: str) -> bool:
        """Whether ``path``, in which a folder ends in a slash, is what the line means."""
        entry = path.rstrip("/")
        if self.folders and entry == path:
            return False
        above, _, name = entry.rpartition("/")
        if self.by_name:
            return self._found(name + path[len(entry) :])
        if self.below:
            return self._found(entry)
        return self._found(path) and not (above and self._found(f"{above}/"))

    def _found(self, path: str) -> bool:
        return self.compiled.match_file(path) is not None


@dataclass(frozen=True, slots=True)
class Patterns:
    """The patterns of one file; they hold for what lies below ``base``, "" or "folder/"."""

    base: str
    lines: Sequence[Pattern]

    def verdict(self, path: str) -> bool | None:
        """Whether ``path`` is left out, by the last line that matches; None where none does."""
        below = path.removeprefix(self.base)
        for line in reversed(self.lines):
            if line.matches(below):
                return line.leaves_out
        return None


def left_out(levels: Sequence[Patterns], path: str) -> bool:
    """Whether the deepest of ``levels`` that has a word to say leaves ``path`` out."""
    verdicts = (level.verdict(path) for level in reversed(levels))
    return next((one for one in verdicts if one is not None), False)


def excluded(globs: Iterable[str]) -> Patterns:
    """The patterns of ``--exclude``. Raises `UsageError` for one that is none."""
    lines: list[Pattern] = []
    for glob in globs:
        line = _pattern(glob)
        if line is None:
            raise UsageError(f"motif illisible : {glob}", f"unreadable pattern: {glob}")
        lines.append(line)
    return Patterns("", lines)


def inside(folder: str, base: str) -> Iterator[Patterns]:
    """What holds in ``folder`` by its own files; ``base`` is its path, "" or ending in a slash."""
    if is_repository(folder):
        yield from _file(_exclude_file(folder), base)
    yield from _file(os.path.join(folder, GITIGNORE), base)


def above(folder: str) -> tuple[str, Sequence[Patterns]]:
    """The path of ``folder`` in its repository, and what holds there by the folders above it.

    Lines that leave out ``folder`` itself are dropped: it was named. Outside a repository
    nothing above is looked at.
    """
    here = os.path.realpath(folder)
    parents: list[str] = []
    while not is_repository(here):
        here, lower = os.path.dirname(here), here
        if here == lower:
            return "", ()
        parents.append(here)
    base = os.path.relpath(os.path.realpath(folder), here).replace(os.sep, "/") + "/"
    base = "" if base == "./" else base
    levels = []
    for parent in reversed(parents):
        within = os.path.relpath(parent, here).replace(os.sep, "/") + "/"
        within = "" if within == "./" else within
        for level in inside(parent, within):
            rest = base.removeprefix(within)
            lines = [line for line in level.lines if line.compiled.match_file(rest) is None]
            levels.append(Patterns(within, lines))
    return base, levels


def is_repository(folder: str) -> bool:
    return os.path.exists(os.path.join(folder, ".git"))


def _exclude_file(repository: str) -> str:
    """``info/exclude`` of a repository, which a linked work tree shares with its main one."""
    git = os.path.join(repository, ".git")
    with suppress(OSError, UnicodeDecodeError):
        with open(git, encoding="utf-8") as link:
            git = os.path.join(repository, link.read(4096).removeprefix("gitdir:").strip())
        with open(os.path.join(git, "commondir"), encoding="utf-8") as link:
            git = os.path.join(git, link.read(4096).strip())
    return os.path.join(git, "info", "exclude")


def _file(path: str, base: str) -> Iterator[Patterns]:
    """The patterns of a file, if there is one; as in git, a line that is none says nothing."""
    if not os.path.isfile(path):
        return
    with suppress(OSError), open(path, encoding="utf-8-sig", errors="surrogateescape") as file:
        lines = [line for text in file for line in [_pattern(text.rstrip("\r\n"))] if line]
        if lines:
            yield Patterns(base, lines)


def _pattern(text: str) -> Pattern | None:
    """The pattern of a line; None for a comment, an empty line and what is no pattern."""
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

    try:
        compiled = GitIgnoreSpecPattern(text)
    except (ValueError, re.error):
        return None
    if compiled.include is None:
        return None
    words = text.removeprefix("!").rstrip()
    bare = _ANYWHERE.sub("", words.rstrip("/"))
    return Pattern(compiled, "/" not in bare, bare.endswith("/**"), words.endswith("/"))
