"""The whole program as a page: documents → results, those that are known from the cache.

What checks a document is loaded when one must be checked: a run that finds everything in the
cache needs neither the language data nor the model.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from fact_cli import rules as rules_package
from fact_cli.cache.reading import Unknown, read
from fact_cli.cache.results import Notice, ResultCache
from fact_cli.errors import InputError, UsageError
from fact_cli.model.finding import ArticleResult, InputFailure
from fact_cli.model.text import Document, Origin, Published
from fact_cli.read.articles import Begun, Stdin, articles, each
from fact_cli.read.metadata import iso_date
from fact_cli.read.walk import Found, found

if TYPE_CHECKING:
    from fact_cli.model.relation import Relation
    from fact_cli.rule import Rule

    Rules = Mapping[str, Rule[Relation]]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may be told: the publication date and the rules."""

    published: Published = field(default_factory=Published)
    select: Sequence[str] = ()
    ignore: Sequence[str] = ()


def check(
    text: str, *, published: str | date | None = None, title: str | None = None
) -> ArticleResult:
    """Checks one article given as text; ``published`` is a date or ISO 8601.

    Offsets of the result count in ``result.article.document``. Raises `UsageError` for a
    date that cannot be read and `ModelMissing` where the French model is not installed.
    """
    from fact_cli.read.prose import document
    from fact_cli.read.roles import with_roles
    from fact_cli.read.txt import cut

    fields = {"title": title, "text": text} if title else {"text": text}
    read = with_roles(document("", fields, cut, title=title))
    return check_document(read, Settings(published=publication(published)))


def publication(given: str | date | None) -> Published:
    """A publication date given from outside. Raises `UsageError` where it is no date."""
    if given is None:
        return Published()
    parts = iso_date(given if isinstance(given, str) else given.isoformat())
    if parts is None:
        raise UsageError(
            f"date de publication illisible : {given} (attendu : AAAA-MM-JJ)",
            f"unreadable publication date: {given} (expected YYYY-MM-DD)",
        )
    return Published(parts, Origin.OPTION)


def check_document(read: Document, settings: Settings, rules: Rules | None = None) -> ArticleResult:
    """Checks one document."""
    from fact_cli.judge import judged

    if settings.published.date is not None:
        read = replace(read, published=settings.published)
    return judged(read, _rules(settings) if rules is None else rules)


def check_paths(
    paths: Sequence[str],
    settings: Settings,
    stdin: Stdin | None = None,
    *,
    exclude: Sequence[str] = (),
    begun: Begun | None = None,
    cache: Notice | None = None,
) -> Iterator[ArticleResult | InputFailure]:
    """Each article of ``paths``, folders walked, and a failure for each that cannot be read.

    ``-`` is ``stdin``: the name that it goes by, and its bytes. ``exclude`` holds patterns of
    what folders leave out, ``begun`` is told of each file before it is read (`articles`). All
    folders are walked before the first file is read. Results are kept from run to run where
    ``cache`` is given, which is told what goes wrong with that. Raises `UsageError` for a rule
    or a pattern that does not exist.
    """
    if not _known_rules().issuperset((*settings.select, *settings.ignore)):
        _rules(settings)
    files = list(found(paths, exclude))
    if cache is None:
        return _outcomes(articles(files, stdin, begun), settings)
    return _cached(files, settings, stdin, begun, cache)


def _cached(
    files: Sequence[Found | InputError],
    settings: Settings,
    stdin: Stdin | None,
    begun: Begun | None,
    notice: Notice,
) -> Iterator[ArticleResult | InputFailure]:
    held = None if begun is None else _Held(begun)
    with ResultCache(repr(settings), notice) as cache:
        yield from _outcomes(each(files, partial(read, cache), stdin, held), settings, held)


def _outcomes(
    found: Iterator[ArticleResult | Unknown | Document | InputError],
    settings: Settings,
    held: _Held | None = None,
) -> Iterator[ArticleResult | InputFailure]:
    rules: Rules | None = None
    for one in found:
        if isinstance(one, InputError):
            yield InputFailure(one.path, one.fr, one.en)
            continue
        if isinstance(one, ArticleResult):
            yield one
            continue
        if held is not None:
            held.release()
        rules = _rules(settings) if rules is None else rules
        document = one.document if isinstance(one, Unknown) else one
        result = check_document(document, settings, rules)
        if isinstance(one, Unknown):
            one.keep(result)
        yield result


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


def _known_rules() -> set[str]:
    """The names of the rules, without loading any."""
    return {module.name.replace("_", "-") for module in iter_modules(rules_package.__path__)}


def _rules(settings: Settings) -> Rules:
    from fact_cli.rule import selected

    return selected(settings.select, settings.ignore)
