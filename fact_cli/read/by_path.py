"""What a newsroom settles by the path of an article: rules that are silent, and its date.

Paths count from one folder, that of the configuration file. What lies elsewhere is not meant.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from fact_cli.model.dates import PartialDate
from fact_cli.model.text import Document, Origin, Published
from fact_cli.read import SUFFIXES

# One of several articles in a file goes by the name "file.jsonl#ID".
_FILE = re.compile(rf"(.*?(?:{'|'.join(map(re.escape, sorted(SUFFIXES)))}))#", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ByPath:
    """``ignores`` are globs as ``.gitignore`` has them, each with its rules; with "!" before it
    a glob means all other files. ``dates`` are templates (`path_dates`), the first that
    matches tells.
    """

    folder: str = ""
    ignores: Sequence[tuple[str, Sequence[str]]] = ()
    dates: Sequence[str] = ()

    def ignored(self, path: str) -> frozenset[str]:
        """The names of the rules that are silent in the article ``path``."""
        within = self._within(path) if self.ignores else None
        if within is None:
            return frozenset()
        rules = (rules for glob, rules in self.ignores if _matches(glob, within))
        return frozenset(name for names in rules for name in names)

    def date(self, path: str) -> PartialDate | None:
        within = self._within(path) if self.dates else None
        if within is None:
            return None
        from fact_cli.read.path_dates import path_date

        told = (path_date(template, within) for template in self.dates)
        return next((one for one in told if one is not None), None)

    def dated(self, document: Document) -> Document:
        """``document`` with the date of its path, unless its metadata gives one.

        That a path is its date is said of all articles, and is surer than what the reader
        takes for a byline.
        """
        if document.published.origin is Origin.METADATA:
            return document
        told = self.date(document.path)
        if told is None:
            return document
        return replace(document, published=Published(told, Origin.FILENAME))

    def _within(self, path: str) -> str | None:
        """``path`` of an article from the folder on, with slashes; None if it is not in there."""
        found = _FILE.match(path)
        return relative(found.group(1) if found else path, self.folder)


def relative(path: str, folder: str) -> str | None:
    """``path`` from ``folder`` on, with slashes; None where it does not lie in it."""
    try:
        within = os.path.relpath(os.path.abspath(path), folder).replace(os.sep, "/")
    except ValueError:  # another drive, or a name that no file can have
        return None
    return None if within == ".." or within.startswith("../") else within


def _matches(glob: str, path: str) -> bool:
    from pathspec import GitIgnoreSpec

    bare = glob.removeprefix("!")
    return GitIgnoreSpec.from_lines([bare]).match_file(path) != (bare != glob)
