"""What the authors of pages call their parts: the words of html.toml, ready to be looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from fact_cli.lang.lexicon import read
from fact_cli.read.html_tokens import Tag
from fact_cli.read.html_tree import Tree

LONGEST_NAMES = 2000  # characters of the classes of an element

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_OTHER = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Labels:
    """Patterns over what `label` gives, and the names of elements, roles, meta tags, types."""

    classes: Mapping[str, re.Pattern[str]]
    elements: frozenset[str]
    roles: frozenset[str]
    dates: Sequence[str]
    article_types: frozenset[str]
    page_types: frozenset[str]


@cache
def labels() -> Labels:
    data = read("html")
    kinds = ("furniture", "body", "standfirst", "byline", "caption", "live", "changed")
    published = data["published"]
    return Labels(
        classes={kind: _any(data[kind]["classes"]) for kind in kinds},
        elements=frozenset(data["furniture"]["elements"]),
        roles=frozenset(data["furniture"]["roles"]),
        dates=tuple(published["meta"]),
        article_types=frozenset(published["types"]),
        page_types=frozenset(published["pages"]),
    )


def _any(words: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?:^|(?<=[ -]))(?:{'|'.join(map(re.escape, ordered))})(?=[ -]|$)")


def label(page: Tree, tag: Tag) -> str:
    """The classes and the id of ``tag`` in lower case, "shareBar__top" as "share-bar-top"."""
    if not ("class" in tag.attributes or "id" in tag.attributes):
        return ""
    return _label(" ".join(page.value(tag, name) or "" for name in ("class", "id")))


@lru_cache(maxsize=1024)
def _label(names: str) -> str:
    names = names[:LONGEST_NAMES]
    parts = (_OTHER.sub("-", _HUMP.sub("-", name).lower()).strip("-") for name in names.split())
    return " ".join(parts)


def is_called(page: Tree, tag: Tag, kind: str) -> bool:
    """Whether the classes or the id of ``tag`` say that it is of this kind."""
    named = label(page, tag)
    return bool(named) and labels().classes[kind].search(named) is not None


def properties(page: Tree, tag: Tag) -> Sequence[str]:
    """The microdata and RDFa properties of ``tag``, without their vocabulary."""
    if not ("itemprop" in tag.attributes or "property" in tag.attributes):
        return ()
    names = [name for name in ("itemprop", "property") if name in tag.attributes]
    given = [page.value(tag, name) or "" for name in names]
    return [word.rpartition(":")[2].rpartition("/")[2] for value in given for word in value.split()]


def is_of_type(page: Tree, tag: Tag, types: Iterable[str]) -> bool:
    """Whether ``tag`` is an item of one of these types of schema.org."""
    given = [page.value(tag, one) or "" for one in ("itemtype", "typeof") if one in tag.attributes]
    names = {word.rstrip("/").rpartition("/")[2] for value in given for word in value.split()}
    return not names.isdisjoint(types)
