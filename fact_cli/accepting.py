"""``factcheck accept``: current findings become entries of the file of accepted findings."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from fact_cli.accept.applied import UNUSED
from fact_cli.accept.book import Book
from fact_cli.accept.books import Books
from fact_cli.accept.entries import Entry, entry_of, matches
from fact_cli.accept.place import file_of, nearest_book, new_book
from fact_cli.accept.writing import add_entries, prune_entries
from fact_cli.config.config import Config
from fact_cli.errors import UsageError
from fact_cli.failures import UNUSABLE, say
from fact_cli.model.finding import ArticleResult, Finding, InputFailure
from fact_cli.report.words import location, one_line, printed
from fact_cli.rule import all_rules, selected
from fact_cli.run import Settings, check_paths, publication


@dataclass(frozen=True, slots=True)
class Choice:
    """Which findings are meant: of these rules, on these lines; all where there are none.

    ``config`` says how the articles are checked, as it does where they are only checked.
    """

    rules: Sequence[str] = ()
    lines: Collection[int] = ()
    published: str | None = None
    config: Config = field(default_factory=Config)


@dataclass(slots=True)
class _Checked:
    """What came of the articles: their results, and whether all could be read."""

    results: list[ArticleResult] = field(default_factory=list)
    status: int = 0


def run(
    *,
    paths: Sequence[str],
    reason: str,
    rules: Sequence[str],
    lines: Sequence[int],
    prune: bool,
    published: str | None,
    config: Config,
) -> int:
    """The command with its options; the exit status. Raises what `accept` and `pruned` raise."""
    names = [name for one in rules for name in one.split(",") if name]
    choice = Choice(names, lines, published, config)
    if prune:
        if reason or names or lines:
            raise UsageError("--prune ne prend que des PATH", "--prune takes PATHs only")
        return pruned(paths, choice, config.lang)
    if not paths:
        raise UsageError("il manque PATH", "PATH is missing")
    return accept(paths, reason, choice, config.lang)


def accept(paths: Sequence[str], reason: str, choice: Choice, language: str) -> int:
    """Accepts the findings of ``paths`` that are chosen; the exit status.

    Raises `UsageError` where no reason is given or a rule does not exist, and
    `AcceptedFileError`.
    """
    if not reason.split():
        raise UsageError("il manque la raison : -m TEXTE", "the reason is missing: -m TEXT")
    if "-" in paths:
        raise UsageError(
            "l’entrée standard n’a pas de nom sous lequel accepter",
            "standard input has no name to accept findings under",
        )
    by_name = selected(choice.rules, ()) if choice.rules else {}
    wanted = list({**selected(choice.config.select, choice.config.ignore), **by_name})
    checked = _checked(paths, choice, wanted, Books(), language)
    chosen: dict[str, list[tuple[ArticleResult, list[Finding]]]] = {}
    for result in checked.results:
        findings = [one for one in result.unaccepted if _is_chosen(result, one, choice)]
        if findings:
            folder = os.path.dirname(os.path.abspath(file_of(result.article.document.path)))
            book = nearest_book(folder) or new_book(folder)
            chosen.setdefault(book, []).append((result, findings))
    for book, of_articles in chosen.items():
        add_entries(book, lambda there, b=book, a=of_articles: _new(b, there, a, reason))
        for line in _told(of_articles, language):
            print(line)
        print(printed(f"→ {os.path.relpath(book)}"))
    if not chosen and not checked.status:
        say("nothing to accept" if language == "en" else "aucun constat à accepter")
    return checked.status


def pruned(paths: Sequence[str], choice: Choice, language: str) -> int:
    """Takes the entries that match nothing out; the exit status.

    Without ``paths`` all articles in the folder of the file are checked, and entries whose
    article is gone go as well. Raises `AcceptedFileError` and `UsageError`.
    """
    everywhere = not paths
    if everywhere:
        book = nearest_book(os.curdir)
        if book is None:
            say("no accepted findings here" if language == "en" else "aucun constat accepté ici")
            return 0
        paths = [os.path.relpath(os.path.dirname(book))]
    books = Books()
    heard = replace(choice, config=replace(choice.config, per_file_ignores={}))
    checked = _checked(paths, heard, list(all_rules()), books, language)
    for path, used in books.used.items():
        book = books.read[path]
        stale = [
            entry
            for number, entry in enumerate(book.entries)
            if number not in used and _is_judged(book, entry, books, everywhere=everywhere)
        ]
        renamed = [
            (book.entries[number], own)
            for number, own in used.items()
            if book.entries[number].path != own
        ]
        count = prune_entries(path, stale, renamed)
        for entry in stale:
            print(printed(f"{entry.path}: {entry.rule} « {one_line(entry.words, 60)} »"))
        print(printed(f"→ {os.path.relpath(path)} : {_removed(count, language)}"))
    return checked.status


def _removed(count: int, language: str) -> str:
    if language == "en":
        return f"{count} {'entry' if count == 1 else 'entries'} removed"
    return f"{count} {'entrée enlevée' if count < 2 else 'entrées enlevées'}"


def _is_judged(book: Book, entry: Entry, books: Books, *, everywhere: bool) -> bool:
    """Whether the run has seen that ``entry`` matches nothing."""
    path = os.path.abspath(file_of(os.path.join(book.folder, entry.path)))
    return path in books.checked or (everywhere and not os.path.exists(path))


def _checked(
    paths: Sequence[str], choice: Choice, rules: Sequence[str], books: Books, language: str
) -> _Checked:
    config = choice.config
    settings = Settings(
        publication(choice.published),
        rules,
        by_path=config.by_path,
        additions=config.additions,
    )
    checked = _Checked()
    walk = check_paths(
        paths, settings, exclude=config.exclude, relative_to=config.exclude_from, books=books
    )
    for outcome in walk:
        if isinstance(outcome, InputFailure):
            say(f"{printed(outcome.path)}: {outcome.message(language)}")
            checked.status = UNUSABLE
        else:
            checked.results.append(outcome)
    return checked


def _is_chosen(result: ArticleResult, finding: Finding, choice: Choice) -> bool:
    if finding.rule == UNUSED or (choice.rules and finding.rule not in choice.rules):
        return False
    return not choice.lines or result.article.document.locate(finding.extent).line in choice.lines


def _new(
    path: str,
    there: Sequence[Entry],
    of_articles: Sequence[tuple[ArticleResult, Sequence[Finding]]],
    reason: str,
) -> list[Entry]:
    """Entries for the findings that another run has not accepted meanwhile."""
    book = Book(path, there)
    made: list[Entry] = []
    for result, findings in of_articles:
        document = result.article.document
        own = book.relative(document.path)
        entries = {number: one for number, one in enumerate(there) if one.path == own}
        known = matches(document, result.findings, entries)
        accepted = {id(result.findings[number]) for number in known}
        made += [
            entry_of(document, finding, own, reason)
            for finding in findings
            if id(finding) not in accepted
        ]
    return made


def _told(
    of_articles: Sequence[tuple[ArticleResult, Sequence[Finding]]], language: str
) -> Iterator[str]:
    for result, findings in of_articles:
        for finding in findings:
            place = location(result.article.document, finding.extent, language)
            yield f"{place}: {finding.rule} « {one_line(finding.text, 60)} »"
