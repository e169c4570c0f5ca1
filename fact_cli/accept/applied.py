"""Findings with what accepts them, and acceptances that accept nothing as findings."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from fact_cli.accept.book import Book, file_of, nearest_book, read_book
from fact_cli.accept.entries import Entry, matches
from fact_cli.accept.marks import unknown_rule, with_marks
from fact_cli.accept.sic import with_sic
from fact_cli.model.acceptance import Acceptance, Trouble
from fact_cli.model.claim import Article
from fact_cli.model.finding import ArticleResult, Finding, fingerprint
from fact_cli.model.relation import Relation
from fact_cli.model.text import Extent
from fact_cli.rule import Rule, all_rules

UNUSED = "unused-acceptance"
Rules = Mapping[str, Rule[Relation]]
_NOWHERE = Extent(0, 0)
_OF_RULE = {Trouble.UNUSED, Trouble.UNUSED_ENTRY}


def accepted_in_text(article: Article, findings: Sequence[Finding], rules: Rules) -> list[Finding]:
    """``findings`` as the article itself accepts them, and the marks that accept nothing."""
    marked, troubles = with_marks(article.document, findings)
    return _with_unused(with_sic(article, marked), troubles, rules, article.document.text)


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
            self.read[found] = read_book(found)
        return self.read[found]

    def applied(self, result: ArticleResult, rules: Rules) -> ArticleResult:
        """``result`` with the findings marked that an entry accepts.

        An entry of a file that is no longer there may accept a finding of any other: files
        are renamed. Entries for this article that match nothing are findings too.
        """
        path = result.article.document.path
        book = self.of(path) if path and path != "-" else None
        if book is None:
            return result
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
        troubles = [
            _trouble(one) for number, one in own.items() if number not in found.values()
        ]  # fmt: skip
        return replace(result, findings=_with_unused(findings, troubles, rules, document.text))

    def _of_renamed(
        self, book: Book, result: ArticleResult, found: Mapping[int, int]
    ) -> dict[int, int]:
        """More matches: of findings that no entry accepts with entries of files that are gone."""
        if book.path not in self._missing:
            self._missing[book.path] = {
                n for n, one in enumerate(book.entries) if not book.holds_file_of(one)
            }
        gone = {number: book.entries[number] for number in self._missing[book.path]}
        left = [number for number in range(len(result.findings)) if number not in found]
        more = matches(result.article.document, [result.findings[n] for n in left], gone)
        return {left[number]: entry for number, entry in more.items()}


def _trouble(entry: Entry) -> Acceptance:
    if entry.rule not in all_rules():
        return unknown_rule(_NOWHERE, entry.rule)
    return Acceptance(_NOWHERE, Trouble.UNUSED_ENTRY, f"{entry.rule} « {entry.words} »")


def _with_unused(
    findings: Sequence[Finding], troubles: Iterable[Acceptance], rules: Rules, text: str
) -> list[Finding]:
    """``findings`` and those that ``troubles`` make, but for rules that did not judge."""
    judge = rules.get(UNUSED)
    more = [] if judge is None else [
        made
        for trouble in troubles
        if trouble.trouble not in _OF_RULE or trouble.words.partition(" ")[0] in rules
        if (made := _finding(judge, trouble, text)) is not None
    ]  # fmt: skip
    return sorted([*findings, *more], key=lambda finding: (finding.extent, finding.rule))


def _finding(judge: Rule[Relation], trouble: Acceptance, text: str) -> Finding | None:
    verdict = judge.check(trouble)
    if verdict is None:
        return None
    words = trouble.at.of(text) or trouble.words
    return Finding(
        judge.name,
        judge.severity,
        verdict.message,
        words,
        trouble.at,
        (),
        "",
        verdict.suggestions,
        fingerprint(judge.name, words, [trouble.words]),
    )
