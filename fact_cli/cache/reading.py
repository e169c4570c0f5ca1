"""Articles of a stream with the cache in front: what is known is not even read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import BinaryIO

from fact_cli.cache.results import ResultCache
from fact_cli.errors import InputError, NotNews
from fact_cli.model.finding import ArticleResult
from fact_cli.model.text import Document
from fact_cli.read import read_stream, reader_name
from fact_cli.read.limits import LARGEST_CONTAINER


@dataclass(frozen=True, slots=True)
class Unknown:
    """A document to be checked; whoever does gives the result to ``keep``."""

    document: Document
    keep: Callable[[ArticleResult], None]


Read = ArticleResult | Unknown | InputError


def read(cache: ResultCache, name: str, stream: BinaryIO) -> Iterator[Read]:
    """The articles in ``stream``, read as a file called ``name``: results of those known."""
    if reader_name(name) == "jsonl":
        return _lines(cache, name, stream)
    return _whole(cache, name, stream)


def _whole(cache: ResultCache, name: str, stream: BinaryIO) -> Iterator[Read]:
    """The articles of a file that is read at once; no reader takes more than the largest.

    That a file is no news is kept as well, as no results. Other failures are not: an extra
    that is missing may be there the next time.
    """
    data = stream.read(LARGEST_CONTAINER + 1)
    key = cache.key(name, data)
    known = cache.get(key)
    if known is not None:
        yield from known or [NotNews(name)]
        return
    file = _WholeFile(partial(cache.put, key))
    refused = False
    for one in read_stream(name, BytesIO(data)):
        if isinstance(one, InputError):
            refused = type(one) is NotNews
            file.failures += 1
            yield one
        else:
            file.articles += 1
            yield Unknown(one, file.keep)
    if refused and file.failures == 1 and not file.articles:
        cache.put(key, [])
    file.is_read()


class _WholeFile:
    """Puts the results of a file in the cache once all of it is read and checked.

    Either may come first. What could be read in part only is not kept.
    """

    def __init__(self, put: Callable[[Sequence[ArticleResult]], None]) -> None:
        self._put = put
        self._results: list[ArticleResult] = []
        self._read = False
        self.articles = 0
        self.failures = 0

    def keep(self, result: ArticleResult) -> None:
        self._results.append(result)
        self._put_if_whole()

    def is_read(self) -> None:
        self._read = True
        self._put_if_whole()

    def _put_if_whole(self) -> None:
        if self._read and not self.failures and 0 < self.articles == len(self._results):
            self._put(self._results)


def _lines(cache: ResultCache, name: str, stream: BinaryIO) -> Iterator[Read]:
    """The articles of JSON Lines, each known by its line and the number of that."""
    from fact_cli.read import jsonl

    return jsonl.each(name, stream, partial(_line, cache))


def _line(cache: ResultCache, name: str, number: int, line: bytes) -> Read:
    key = cache.key(name, line, number)
    known = cache.get(key)
    if known:
        return known[0]
    from fact_cli.read import jsonl

    one = jsonl.article(name, number, line)
    if isinstance(one, InputError):
        return one
    return Unknown(one, lambda result: cache.put(key, [result]))
