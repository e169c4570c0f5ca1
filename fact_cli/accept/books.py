"""The files of accepted findings of a run, which are applied to results from wherever they come.

Of a run that knows all its results the language data and the rules are not needed, nor is
`applied`, which does; and without a file there are no entries to be read and matched.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from fact_cli.accept.place import file_of, nearest_book
from fact_cli.model.finding import ArticleResult

if TYPE_CHECKING:
    from fact_cli.accept.applied import Rules
    from fact_cli.accept.book import Book


class Books:
    """The files of accepted findings for the articles of a run, each read once.

    ``read`` holds them by their paths; ``used``, for each of them, the entries that matched:
    their numbers and the path of the article; ``checked`` the files whose articles were
    checked.
    """

    def __init__(self) -> None:
        self._paths: dict[str, str | None] = {}
        self.read: dict[str, Book] = {}
        self._missing: dict[str, set[int]] = {}
        self.used: dict[str, dict[int, str]] = {}
        self.checked: set[str] = set()

    def of(self, path: str) -> Book | None:
        """The file for the article at ``path``, if there is one. Raises `AcceptedFileError`."""
        folder = os.path.dirname(os.path.abspath(file_of(path)))
        if folder not in self._paths:
            self._paths[folder] = nearest_book(folder)
        found = self._paths[folder]
        if found is None:
            return None
        if found not in self.read:
            from fact_cli.accept.book import read_book

            self.read[found] = read_book(found)
        return self.read[found]

    def applied(self, result: ArticleResult, rules: Callable[[str], Rules]) -> ArticleResult:
        """``result`` with the findings marked that an entry accepts.

        An entry of a file that is no longer there may accept a finding of any other: files
        are renamed. Entries for this article that match nothing are findings too; ``rules``
        are asked for then, as those that judge the article at a path.
        """
        path = result.article.document.path
        book = self.of(path) if path and path != "-" else None
        if book is None:
            return result
        from fact_cli.accept.entries import matches

        self.checked.add(os.path.abspath(file_of(path)))
        own_path = book.relative(path)
        own = {n: one for n, one in enumerate(book.entries) if one.path == own_path}
        document = result.article.document
        found = matches(document, result.findings, own)
        found |= self._of_renamed(book, result, found)
        self.used.setdefault(book.path, {}).update(dict.fromkeys(found.values(), own_path))
        findings = [
            replace(finding, accepted=True) if number in found else finding
            for number, finding in enumerate(result.findings)
        ]
        unused = [one for number, one in own.items() if number not in found.values()]
        if unused:
            from fact_cli.accept.applied import entry_trouble, with_unused

            troubles = [entry_trouble(one) for one in unused]
            findings = with_unused(findings, troubles, rules(path), document.text)
        return replace(result, findings=findings)

    def _of_renamed(
        self, book: Book, result: ArticleResult, found: Mapping[int, int]
    ) -> dict[int, int]:
        """More matches: of findings that no entry accepts with entries of files that are gone."""
        from fact_cli.accept.entries import matches

        if book.path not in self._missing:
            self._missing[book.path] = {
                n for n, one in enumerate(book.entries) if not book.holds_file_of(one)
            }
        gone = {number: book.entries[number] for number in self._missing[book.path]}
        left = [number for number in range(len(result.findings)) if number not in found]
        more = matches(result.article.document, [result.findings[n] for n in left], gone)
        return {left[number]: entry for number, entry in more.items()}
