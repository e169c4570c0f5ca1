"""Only what changed: the files to read since a revision, and the findings that concern it."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from fact_cli.errors import InputError, UsageError
from fact_cli.git.patch import (
    WHOLE,
    Lines,
    changed_lines,
    submodule_commit,
    superproject,
    tracked,
)
from fact_cli.git.revision import base, commit
from fact_cli.model.finding import ArticleResult, Finding, InputFailure
from fact_cli.model.text import Document, Extent
from fact_cli.read import printable, reader_name
from fact_cli.read.ignored import is_repository
from fact_cli.read.walk import STDIN, Found

# Their articles are not laid out in the lines that git counts.
WITHOUT_LINES = {"docx", "json", "odt", "pdf"}


@dataclass(frozen=True, slots=True)
class Changes:
    """``files`` are those to read; ``lines`` holds the changed lines of each by its name."""

    files: Sequence[Found | InputError]
    lines: Mapping[str, Lines]

    def only(
        self, outcomes: Iterator[ArticleResult | InputFailure]
    ) -> Iterator[ArticleResult | InputFailure]:
        """``outcomes`` without the findings of which no end lies on a changed line.

        How many these are stands in the result; all else of it is told of the whole article.
        """
        for outcome in outcomes:
            yield self._narrowed(outcome) if isinstance(outcome, ArticleResult) else outcome

    def _narrowed(self, result: ArticleResult) -> ArticleResult:
        document = result.article.document
        lines = self._of(document.path)
        kept = [one for one in result.findings if _touched(document, one, lines)]
        return replace(result, findings=kept, unchanged=len(result.findings) - len(kept))

    def _of(self, path: str) -> Lines:
        """The changed lines of the file that holds the article ``path``, maybe "file#ID"."""
        name = path
        while name not in self.lines and "#" in name:
            name = name.rpartition("#")[0]
        return self.lines.get(name, WHOLE)


def changes(files: Sequence[Found | InputError], rev: str) -> Changes:
    """What of ``files`` changed since ``rev`` (`fact_cli.git.revision` says what it may be).

    A file that git does not track has changed as a whole, and so has one of a format without
    lines. A file that is gone since ``rev`` is passed over. Raises `UsageError` where a file
    lies in no repository, and where ``rev`` is none.
    """
    history = _History(rev)
    kept: list[Found | InputError] = []
    lines: dict[str, Lines] = {}
    for file in files:
        if isinstance(file, InputError):
            kept.append(file)
            continue
        found = _lines(history, file)
        if not found:
            continue
        kept.append(file)
        name = printable(file.path)
        whole = name in lines or reader_name(file.path) in WITHOUT_LINES
        lines[name] = WHOLE if whole else found
    return Changes(kept, lines)


def _lines(history: _History, file: Found) -> Lines:
    """The changed lines of a file; a link that leads elsewhere now changes all that it shows."""
    if file.path == STDIN:
        raise UsageError(
            "--diff ne s’applique pas à l’entrée standard, que git ne connaît pas",
            "--diff does not apply to standard input, which git does not know",
        )
    folder, name = os.path.split(file.path)
    named = os.path.realpath(folder if file.folder is None else file.folder)
    if os.path.islink(file.path):
        link = os.path.join(os.path.realpath(folder), name)
        if history.lines(link, named):
            return WHOLE
    return history.lines(os.path.realpath(file.path), named)


class _History:
    """What changed since a revision, asked once of each repository."""

    def __init__(self, rev: str) -> None:
        self._rev = rev
        self._tops: dict[str, str | None] = {}
        self._known: dict[tuple[str, str], tuple[frozenset[str], Mapping[str, Lines]] | None] = {}

    def lines(self, path: str, named: str) -> Lines:
        """The changed lines of the file ``path``, which was found in the folder ``named``."""
        top = self._top(os.path.dirname(path))
        if top is None:
            raise UsageError(
                f"--diff : {printable(path)} n’est dans aucun dépôt git",
                f"--diff: {printable(path)} is in no git repository",
            )
        known = self._repository(top, self._top(named) or named)
        if known is None:
            return WHOLE
        names, changed = known
        name = _key(os.path.relpath(path, top).replace(os.sep, "/"))
        if name in names or not os.path.lexists(path):
            return changed.get(name, () if name in names else WHOLE)
        return WHOLE

    def _top(self, folder: str) -> str | None:
        """The repository in which ``folder`` lies."""
        if folder not in self._tops:
            above = os.path.dirname(folder)
            if is_repository(folder):
                self._tops[folder] = folder
            else:
                self._tops[folder] = None if above == folder else self._top(above)
        return self._tops[folder]

    def _repository(
        self, top: str, outer: str
    ) -> tuple[frozenset[str], Mapping[str, Lines]] | None:
        """The files that git knows in ``top``, and their changed lines; None if all is new."""
        if (top, outer) not in self._known:
            since = self._base(top, outer)
            self._known[top, outer] = None if since is None else _told(top, since)
        return self._known[top, outer]

    def _base(self, top: str, outer: str) -> str | None:
        """The commit to compare ``top`` with; None for a submodule that is new.

        The revision is one of the repository that was named, ``outer``; a submodule of it is
        compared with the commit that it stood at then.
        """
        above = None if top == outer else superproject(top)
        if above is None or not f"{above}{os.sep}".startswith(f"{outer}{os.sep}"):
            return base(top, self._rev)
        since = self._base(above, outer)
        path = os.path.relpath(top, above).replace(os.sep, "/")
        stood = None if since is None else submodule_commit(above, since, path)
        if stood is not None and commit(top, stood) is None:
            raise UsageError(
                f"{printable(top)}: commit inconnu dans ce sous-module : {stood}",
                f"{printable(top)}: unknown commit in this submodule: {stood}",
            )
        return stood


def _told(top: str, since: str) -> tuple[frozenset[str], Mapping[str, Lines]]:
    names = frozenset(_key(name) for name in tracked(top))
    return names, {_key(name): lines for name, lines in changed_lines(top, since).items()}


def _key(name: str) -> str:
    """``name`` as the file system compares it: by case or composition, it may be another."""
    name = os.path.normcase(name)
    return unicodedata.normalize("NFC", name) if sys.platform == "darwin" else name


def _touched(document: Document, finding: Finding, lines: Lines) -> bool:
    extents = [finding.extent, *(one.extent for one in finding.because)]
    return any(_changed(document, extent, lines) for extent in extents)


def _changed(document: Document, extent: Extent, lines: Lines) -> bool:
    """Whether ``extent`` lies on one of ``lines``, which end in ``\\n`` as git counts them."""
    if lines is WHOLE:
        return True
    if document.line is not None:
        return any(document.line in some for some in lines)
    place = document.locate(extent)
    source = document.sources[place.field]
    first = source.count("\n", 0, place.start) + 1
    last = first + source.count("\n", place.start, max(place.start, place.end - 1))
    return any(some.start <= last and first < some.stop for some in lines)
