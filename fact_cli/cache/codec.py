"""Results as bytes and back, exactly: a decoded result equals the one that was encoded.

JSON of nested lists, each headed by the number of a type from a closed list. Nothing but
these types can come out, whatever the bytes say; a pickle in a file that somebody else can
write to would run what they want. There is no version in it, since an entry is only ever
read by the very build that wrote it (`fact_cli.cache.stamp`).

Most reports need the findings only, so the larger parts of a result stand on lines of their
own and are decoded when they are first looked at.
"""

from __future__ import annotations

import gc
import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import fields
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache, partial
from typing import Any

from fact_cli.cache.deferred import Deferred
from fact_cli.cache.kinds import KINDS
from fact_cli.errors import FactcheckError
from fact_cli.model.article import Article
from fact_cli.model.finding import ArticleResult

DEFERRED: Mapping[type[Any], Set[str]] = {
    Article: {"sentences", "passages", "claims"},
    ArticleResult: {"checks"},
}
LONG = 64  # characters: a longer text is written once, however often it occurs
FAST = 1  # of zlib: its best makes a quarter less of it, and takes five times as long

Node = Any  # None, bool, int, str, or a list that begins with a number
_PLAIN = frozenset({type(None), bool, int, str})
_TEXT, _LATER, _TUPLE, _LIST, _MAPPING, _DECIMAL, _DATE, _FIRST_KIND = range(8)
_MISTAKES = (
    zlib.error, ValueError, TypeError, LookupError, AttributeError, OverflowError,
    InvalidOperation, RecursionError,
)  # fmt: skip


class Undecodable(ValueError):
    """Bytes that are not what `encoded` writes."""


def encoded(results: Sequence[ArticleResult]) -> bytes:
    """``results`` as bytes. Raises `TypeError` for what has no number."""
    writer = _Writer()
    nodes = [writer.node(result) for result in results]
    lines = [_json(list(writer.texts)), _json(nodes), *writer.lines]
    return zlib.compress("\n".join(lines).encode("utf-8", "surrogatepass"), FAST)


def decoded(data: bytes) -> Sequence[ArticleResult]:
    """What `encoded` made ``data`` of. Raises `Undecodable`."""
    try:
        whole = zlib.decompress(data).decode("utf-8", "surrogatepass")
        texts, nodes, *lines = whole.split("\n")
        makers: list[Callable[..., Any]] = [json.loads(texts).__getitem__, *_MAKERS]
        makers[_LATER] = lambda number: Deferred(partial(_read_later, lines[number], makers))
        results = _read(nodes, makers)
    except _MISTAKES as error:
        raise Undecodable(str(error)) from error
    if not all(isinstance(result, ArticleResult) for result in results):
        raise Undecodable("no results")
    return results


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class _Writer:
    """Makes nodes of values; keeps long texts and the lines of what is decoded later."""

    def __init__(self) -> None:
        self.tags = _tags()
        self.texts: dict[str, int] = {}
        self.lines: list[str] = []

    def node(self, value: Any) -> Node:
        kind = type(value)
        if kind in _PLAIN:
            if kind is str and len(value) >= LONG:
                return [_TEXT, self.texts.setdefault(value, len(self.texts))]
            return value
        if kind in self.tags:
            return self._tagged(kind, value)
        if kind is tuple or kind is list:
            return _headed(_TUPLE if kind is tuple else _LIST, [self.node(one) for one in value])
        if kind is dict:
            flat = [self.node(one) for pair in value.items() for one in pair]
            return _headed(_MAPPING, flat)
        if kind is Decimal:
            return [_DECIMAL, str(value)]
        if kind is date:
            return [_DATE, value.toordinal()]
        raise TypeError(f"{kind} has no place in the cache")

    def _tagged(self, kind: type[Any], value: Any) -> Node:
        if issubclass(kind, Enum):
            return [self.tags[kind], value.value]
        later = DEFERRED.get(kind, ())
        parts = ((name, getattr(value, name)) for name in _fields(kind))
        return _headed(
            self.tags[kind],
            [self._later(part) if name in later else self.node(part) for name, part in parts],
        )

    def _later(self, value: Any) -> Node:
        self.lines.append(_json([self.node(one) for one in value]))
        return [_LATER, len(self.lines) - 1]


def _headed(tag: int, nodes: list[Node]) -> Node:
    """``nodes`` behind their type; it is negative where there are lists among them."""
    return [~tag if any(type(node) is list for node in nodes) else tag, *nodes]


@cache
def _fields(kind: type[Any]) -> Sequence[str]:
    return tuple(field.name for field in fields(kind) if field.init)


def _read(line: str, makers: Sequence[Callable[..., Any]]) -> Sequence[Any]:
    with _no_collection():
        return [_value(node, makers) for node in json.loads(line)]


def _read_later(line: str, makers: Sequence[Callable[..., Any]]) -> Sequence[Any]:
    """Raises `FactcheckError`: a checksum tells damage before, so this was written on purpose."""
    try:
        return _read(line, [*makers, *_late_makers()])
    except _MISTAKES as error:
        raise FactcheckError(
            "cache falsifié : relancez avec --no-cache", "forged cache: run with --no-cache"
        ) from error


def _value(node: Node, makers: Sequence[Callable[..., Any]]) -> Any:
    """What ``node`` stands for. Lists without lists inside, which most are, need no call."""
    if node.__class__ is not list:
        return node
    tag, *parts = node
    if tag >= 0:
        return makers[tag](*parts)
    return makers[~tag](*[
        part if part.__class__ is not list
        else makers[part[0]](*part[1:]) if part[0] >= 0
        else _value(part, makers)
        for part in parts
    ])  # fmt: skip


@contextmanager
def _no_collection() -> Iterator[None]:
    """Holds the garbage collector, which looks in vain at thousands of new objects.

    It takes a third of the time of decoding.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _pairs(*flat: Any) -> dict[Any, Any]:
    return dict(zip(flat[::2], flat[1::2], strict=True))


def _tuple(*items: Any) -> tuple[Any, ...]:
    return items


def _list(*items: Any) -> list[Any]:
    return [*items]


def _maker(kind: type[Any]) -> Callable[..., Any]:
    if issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__
    return kind


# By tag, from what comes later on; long texts are made by each entry's own, and so is that.
_MAKERS = (_list, _tuple, _list, _pairs, Decimal, date.fromordinal, *map(_maker, KINDS))


@cache
def _late_makers() -> Sequence[Callable[..., Any]]:
    """What follows `_MAKERS` where something is decoded later."""
    from fact_cli.cache.late_kinds import LATE_KINDS

    return tuple(map(_maker, LATE_KINDS))


@cache
def _tags() -> Mapping[type[Any], int]:
    from fact_cli.cache.late_kinds import LATE_KINDS

    return {kind: tag for tag, kind in enumerate((*KINDS, *LATE_KINDS), _FIRST_KIND)}
