"""The whole program as a page: documents → results, those that are known from the cache.

What checks a document is loaded when one must be checked: a run that finds everything in the
cache needs neither the language data nor the model.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache as once
from functools import partial
from typing import TYPE_CHECKING, Any

from fact_cli.accept.books import Books
from fact_cli.cache.reading import Unknown
from fact_cli.cache.reading import read as read_known
from fact_cli.cache.results import Notice, ResultCache
from fact_cli.errors import InputError, UsageError
from fact_cli.groups import Group, in_groups
from fact_cli.lang.additions import NONE, added_for, each_with
from fact_cli.model.finding import ArticleResult, InputFailure, Severity
from fact_cli.model.text import Document, Origin, Published
from fact_cli.read.articles import Begun, Stdin, articles, each
from fact_cli.read.by_path import ByPath
from fact_cli.read.walk import STDIN, Found, found
from fact_cli.rule_names import rule_names

if TYPE_CHECKING:
    from fact_cli.model.relation import Relation
    from fact_cli.rule import Rule

    Rules = Mapping[str, Rule[Relation]]

_Found = ArticleResult | Unknown | Document | InputError
_Some = Sequence[Document]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may be told: the publication date, the rules, and what words mean.

    ``severity`` stands in the place of a rule's own. ``additions`` are those to the language
    data (`fact_cli.lang.additions`). All of it is data: it can be sent to another process.
    """

    published: Published = field(default_factory=Published)
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    by_path: ByPath = field(default_factory=ByPath)
    additions: str = NONE

    def rules(self) -> Rules:
        """The rules of the run. Raises `UsageError` for one that does not exist."""
        from fact_cli.rule import selected

        return {
            name: replace(rule, severity=self.severity.get(name, rule.severity))
            for name, rule in selected(self.select, self.ignore).items()
        }

    def rules_for(self, path: str, rules: Rules) -> Rules:
        """Those of ``rules`` that are not silent in the file at ``path``."""
        silent = self.by_path.ignored(path)
        return {name: rule for name, rule in rules.items() if name not in silent}

    def dated(self, read: Document) -> Document:
        """``read`` with the publication date that the run gives it, if any."""
        read = self.by_path.dated(read)
        return read if self.published.date is None else replace(read, published=self.published)

    def key(self) -> str:
        """A text that differs wherever settings might change the result of an article.

        What a path means for them, where it is no whole one, hangs on the current folder.
        """
        by_path = self.by_path.ignores or self.by_path.dates
        return f"{self!r} {os.getcwd() if by_path else ''}"


def check(
    text: str, *, published: str | date | None = None, title: str | None = None
) -> ArticleResult:
    """Checks one article given as text; ``published`` is a date or ISO 8601.

    Offsets of the result count in ``result.article.document``. Raises `UsageError` for a
    date that cannot be read and `ModelMissing` where the French model is not installed.
    """
    from fact_cli.read.prose import document
    from fact_cli.read.roles import with_roles
    from fact_cli.read.surrogates import whole_characters
    from fact_cli.read.txt import cut

    title = whole_characters(title) if title else title
    fields = {"title": title} if title else {}
    fields["text"] = whole_characters(text)
    read = with_roles(document("", fields, cut, title=title))
    return check_document(read, Settings(published=publication(published)))


def publication(given: str | date | None) -> Published:
    """A publication date given from outside. Raises `UsageError` where it is no date."""
    if given is None:
        return Published()
    from fact_cli.read.metadata import iso_date

    parts = iso_date(given if isinstance(given, str) else given.isoformat())
    if parts is None:
        raise UsageError(
            f"date de publication illisible : {given} (attendu : AAAA-MM-JJ)",
            f"unreadable publication date: {given} (expected YYYY-MM-DD)",
        )
    return Published(parts, Origin.OPTION)


def check_document(read: Document, settings: Settings, rules: Rules | None = None) -> ArticleResult:
    """Checks one document."""
    (result,) = check_documents([read], settings, rules)
    return result


def check_documents(
    read: Sequence[Document], settings: Settings, rules: Rules | None = None
) -> list[ArticleResult]:
    """Checks some documents at once, which takes less time than one by one."""
    from fact_cli.judge import judged

    rules = settings.rules() if rules is None else rules
    with added_for(settings.additions):
        return judged([
            (settings.dated(one), settings.rules_for(one.path, rules)) for one in read
        ])  # fmt: skip


def check_paths(
    paths: Sequence[str],
    settings: Settings,
    stdin: Stdin | None = None,
    *,
    exclude: Sequence[str] = (),
    relative_to: str | None = None,
    only: Container[str] | None = None,
    begun: Begun | None = None,
    since: str | None = None,
    books: Books | None = None,
    cache: Notice | None = None,
    jobs: int = 1,
) -> Iterator[ArticleResult | InputFailure]:
    """Each article of ``paths``, folders walked, and a failure for each that cannot be read.

    ``-`` is ``stdin``: the name that it goes by, and its bytes. ``exclude`` holds patterns of
    what folders leave out, counted from each or from ``relative_to``; ``only`` holds the files
    that are read of all that are found, where that is given; ``begun`` is told of each
    file before it is read (`articles`). All folders are walked before the first file is read,
    and so are the files of accepted findings, which ``books`` knows afterwards. Where ``since``
    names a revision, only what changed since is read and told (`changes`). Results are kept
    from run to run where ``cache`` is given, which is told what goes wrong with that. More than
    one of ``jobs`` are processes that check, while this one reads and keeps the order. Raises
    `UsageError` for a rule, a pattern or a revision that does not exist,
    `AcceptedFileError`, and `fact_cli.pool.WorkerDied`.
    """
    if not {*settings.select, *settings.ignore} <= {*rule_names()}:
        settings.rules()
    files = list(found(paths, exclude, relative_to))
    partly = only is not None
    if only is not None:
        files = [file for file in files if isinstance(file, Found) and file.path in only]
    books = books or Books()
    for file in files:
        if isinstance(file, Found) and file.path != STDIN:
            books.of(file.path)
    if since is None:
        return _checked(_Files(files, stdin, begun, partly), settings, books, cache, jobs)
    from fact_cli.changed import changes

    changed = changes(files, since)
    some = _Files(changed.files, stdin, begun, partly=True)
    return changed.only(_checked(some, settings, books, cache, jobs))


@dataclass(frozen=True, slots=True)
class _Files:
    """What is to be read, as `each` takes it."""

    files: Sequence[Found | InputError]
    stdin: Stdin | None
    begun: Begun | None
    partly: bool = False


def _checked(
    some: _Files, settings: Settings, books: Books, notice: Notice | None, jobs: int
) -> Iterator[ArticleResult | InputFailure]:
    if notice is None:
        read = articles(some.files, some.stdin, some.begun, partly=some.partly)
        yield from _outcomes(read, settings, books, jobs)
        return
    held = None if some.begun is None else _Held(some.begun)
    with ResultCache(settings.key(), notice) as cache:
        known = each(some.files, partial(read_known, cache), some.stdin, held, partly=some.partly)
        yield from _outcomes(known, settings, books, jobs, held)


def _outcomes(
    found: Iterator[_Found],
    settings: Settings,
    books: Books,
    jobs: int,
    held: _Held | None = None,
) -> Iterator[ArticleResult | InputFailure]:
    rules = once(settings.rules)

    def rules_for(path: str) -> Rules:
        return settings.rules_for(path, rules())

    def to_be_checked(one: _Found) -> Document | None:
        if isinstance(one, (InputError, ArticleResult)):
            return None
        if held is not None:
            held.release()
        return one.document if isinstance(one, Unknown) else one

    in_order = _alone if jobs == 1 else _shared(jobs)
    groups = in_groups(each_with(found, settings.additions), to_be_checked)
    for group, results in in_order(groups, _documents, partial(_checker, settings)):
        for one, result in group.each_with(results or ()):
            if isinstance(one, InputError):
                yield InputFailure(one.path, one.fr, one.en)
                continue
            if isinstance(one, Unknown):
                one.keep(result)
            yield books.applied(one if isinstance(one, ArticleResult) else result, rules_for)


def _documents(group: Group[_Found]) -> _Some | None:
    return group.documents or None


def _checker(settings: Settings) -> Callable[[_Some], list[ArticleResult]]:
    """What checks documents, here or in another process, which loads what it needs itself."""
    rules = settings.rules()
    return lambda documents: check_documents(documents, settings, rules)


def _alone(
    groups: Iterator[Group[_Found]],
    task_of: Callable[[Group[_Found]], _Some | None],
    prepare: Callable[[], Callable[[_Some], list[ArticleResult]]],
) -> Iterator[tuple[Group[_Found], Any]]:
    """What `fact_cli.pool.in_order` does, in this process."""
    check_some = once(prepare)
    for group in groups:
        task = task_of(group)
        yield group, None if task is None else check_some()(task)


def _shared(jobs: int) -> Callable[..., Iterator[tuple[Group[_Found], Any]]]:
    from fact_cli.pool import in_order

    return partial(in_order, jobs=jobs, preload="fact_cli.preloaded")


class _Held:
    """Keeps from ``begun`` what it would be told, until some article has to be checked.

    A bar takes longer to draw than results take to be found in the cache.
    """

    def __init__(self, begun: Begun) -> None:
        self._begun = begun
        self._last: tuple[int, int, str] | None = None
        self._released = False

    def __call__(self, done: int, total: int, path: str) -> None:
        self._last = (done, total, path)
        if self._released:
            self._begun(done, total, path)

    def release(self) -> None:
        if not self._released and self._last is not None:
            self._begun(*self._last)
        self._released = True
