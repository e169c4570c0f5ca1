"""What a newsroom adds to the language data, for as long as a run of its own lasts.

Nothing is changed for the process: within `added_for` all words are read with the additions,
outside without, and what is compiled from the words is kept for each set of additions apart
(`per_lexicon`). Additions travel as the text of a JSON object, so that they are immutable, can
be compared, and can be sent to another process or stand in the key of a cache.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from typing import Any, TypeVar

NONE = ""
_KEPT = 4  # sets of additions whose tables are kept at a time

_current: ContextVar[str] = ContextVar("additions", default=NONE)

Made = TypeVar("Made")
Tables = dict[str, dict[str, Any]]


def additions(lexicon: Mapping[str, Any]) -> str:
    """The additions of a section ``lexicon`` of a configuration, as `added_for` takes them."""
    return json.dumps(lexicon, sort_keys=True, ensure_ascii=False, default=str) if lexicon else NONE


@contextmanager
def added_for(given: str) -> Iterator[None]:
    """Within the block, and in nothing else that runs at the time, the additions hold."""
    token = _current.set(given)
    try:
        yield
    finally:
        _current.reset(token)


def each_with(items: Iterator[Made], given: str) -> Iterator[Made]:
    """``items``, each made while the additions hold; between two of them they do not."""
    while True:
        with added_for(given):
            try:
                one = next(items)
            except StopIteration:
                return
        yield one


def per_lexicon(make: Callable[[], Made]) -> Callable[[], Made]:
    """Caches what ``make`` compiles from the words, for each set of additions apart."""

    @lru_cache(maxsize=_KEPT)
    def kept(_: str) -> Made:
        return make()

    @wraps(make)
    def current() -> Made:
        return kept(_current.get())

    return current


def extended(name: str, data: dict[str, Any]) -> dict[str, Any]:
    """The file ``name`` of the language data, as read, with the additions that hold.

    An entry of a known unit or currency adds its words and signs to it. ``data`` is left as
    it is.
    """
    extend = _EXTENSIONS.get(name)
    if not _current.get() or extend is None:
        return data
    section, merge = extend
    more = json.loads(_current.get()).get(section)
    return merge(data, more) if more else data


def _with_entries(data: Mapping[str, Any], more: Mapping[str, Any]) -> Tables:
    """The tables of ``data`` with those of ``more``; known ones gain words and signs only."""
    merged = dict(data)
    for name, entry in more.items():
        old = data.get(name)
        if old is None:
            merged[name] = {"words": [], "signs": [], **entry}
            continue
        merged[name] = {
            **old, **{key: [*old[key], *entry.get(key, ())] for key in ("words", "signs")}
        }  # fmt: skip
    return merged


def _units(data: dict[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    return {**data, "units": _with_entries(data["units"], more)}


def _verbs(data: dict[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    classes = {
        name: [*verbs, *more.get("classes", {}).get(name, ())]
        for name, verbs in data["classes"].items()
    }
    irregular = {**data["irregular"], **more.get("irregular", {})}
    return {**data, "classes": classes, "irregular": irregular}


def _blocks(data: dict[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    heads = {key: [*words, *more.get(key, ())] for key, words in data["boilerplate"].items()}
    return {**data, "boilerplate": heads}


_EXTENSIONS: dict[str, tuple[str, Callable[[dict[str, Any], Mapping[str, Any]], dict[str, Any]]]]
_EXTENSIONS = {
    "currencies": ("currencies", _with_entries),
    "units": ("units", _units),
    "verbs": ("verbs", _verbs),
    "blocks": ("boilerplate", _blocks),
}
