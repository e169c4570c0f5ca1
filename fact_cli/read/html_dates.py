"""When an article was first published, as its page tells machines."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any

from fact_cli.model.dates import PartialDate
from fact_cli.model.text import BlockKind
from fact_cli.read.html_body import Article
from fact_cli.read.html_labels import is_called, labels, properties
from fact_cli.read.html_tokens import Tag
from fact_cli.read.html_tree import BLOCKS, Tree
from fact_cli.read.metadata import iso_date, metadata_date

LONGEST_DATE = 60  # characters
LONGEST_TIME = 40  # nodes of an element that holds a date

_YEAR_FIRST = re.compile(r"\s*(\d{4})([-/.]?)(\d\d?)\2(\d\d?)(?:\d{4,6})?(?!\d)")
_WRAPPING = re.compile(r"<!--|-->|//\s*<!\[CDATA\[|//\s*\]\]>|<!\[CDATA\[|\]\]>")
_IN_BROKEN = re.compile(r'"datePublished"\s*:\s*"([^"]{4,60})"')
_LEADS_ON = ("@graph", "mainEntity", "mainEntityOfPage")  # from an item to the article itself
_CHANGED = re.compile(r"mis[e]? à jour|modifi|actualis|màj|maj\b|updated", re.IGNORECASE)
_PUBLISHED = re.compile(r"publi|mis[e]? en ligne|post[ée]|paru|posted", re.IGNORECASE)


def stated_date(
    page: Tree, article: Article, named: Mapping[int, BlockKind], prose_at: int
) -> PartialDate | None:
    """The day of first publication from JSON-LD, meta tags, microdata or ``time``, in this order.

    ``prose_at`` is the offset at which the body's prose begins: a ``time`` behind it tells
    when something happened.
    """
    ways = (
        _in_json(page),
        _in_meta(page),
        _in_properties(page, article),
        _in_times(page, article, named, prose_at),
    )
    return next((date for way in ways for value in way if (date := _day(value))), None)


def _day(text: str) -> PartialDate | None:
    """A date with its day; "20250604" and "2025/06/04" as systems write them, too."""
    if len(text) > LONGEST_DATE:
        return None
    found = _YEAR_FIRST.match(text)
    date = None
    if found is not None:
        date = iso_date(f"{found[1]}-{found[3]:0>2}-{found[4]:0>2}")
    date = date or metadata_date(text)
    return None if date is None or date.day is None else date


def _in_json(page: Tree) -> Iterator[str]:
    """The dates of articles, then of pages, in the JSON-LD of ``page``."""
    of_articles: list[str] = []
    of_pages: list[str] = []
    for number, tag in page.elements():
        kind = page.value(tag, "type") if tag.name == "script" else None
        if kind is None or kind.split(";")[0].strip().lower() != "application/ld+json":
            continue
        text = _WRAPPING.sub(" ", page.text(number, page.ends[number]))
        try:
            items = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            if any(f'"{one}"' in text for one in labels().article_types):
                of_articles += _IN_BROKEN.findall(text)[:1]
            continue
        for types, date in _items(items):
            if types & labels().article_types:
                of_articles.append(date)
            elif types & labels().page_types:
                of_pages.append(date)
    yield from of_articles
    yield from of_pages


def _items(top: Any) -> Iterator[tuple[set[str], str]]:
    """The types and the date of each item that has one, the outer before the inner."""
    waiting = deque([top])
    while waiting:
        item = waiting.popleft()
        if isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, dict):
            given = item.get("@type")
            types = {str(one).rpartition("/")[2] for one in _as_list(given)}
            for value in _as_list(item.get("datePublished")):
                value = value.get("@value") if isinstance(value, dict) else value
                if isinstance(value, str):
                    yield types, value
            waiting.extend(item[key] for key in _LEADS_ON if key in item)


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _in_meta(page: Tree) -> Iterator[str]:
    order = {name: rank for rank, name in enumerate(labels().dates)}
    found: list[tuple[int, str]] = []
    for _, tag in page.elements():
        if tag.name != "meta" or "content" not in tag.attributes:
            continue
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (page.value(tag, attribute) or "").strip().lower()
            if name in order and attribute != "http-equiv":
                found.append((order[name], page.value(tag, "content") or ""))
    yield from (value for _, value in sorted(found, key=lambda one: one[0]))


def _in_properties(page: Tree, article: Article) -> Iterator[str]:
    """``itemprop="datePublished"``, those of the article before others."""
    marked = [n for n, tag in page.elements() if "datePublished" in properties(page, tag)]
    for number in sorted(marked, key=lambda n: n not in article.scope):
        yield from _values(page, number)


def _in_times(
    page: Tree, article: Article, named: Mapping[int, BlockKind], prose_at: int
) -> Iterator[str]:
    """The ``time`` elements before the article's prose or in its byline, "pubdate" first."""
    found: list[tuple[bool, int]] = []
    block, in_byline = article.scope.start, -1
    for number, tag in page.elements(article.scope.start, article.scope.stop):
        if tag.name in BLOCKS:
            block = number
        if named.get(number) is BlockKind.BYLINE:
            in_byline = page.ends[number]
        if tag.name != "time" or not (tag.start < prose_at or number < in_byline):
            continue
        if not _is_of_change(page, block, number, tag):
            sure = "pubdate" in tag.attributes or "published" in (page.value(tag, "class") or "")
            found.append((not sure, number))
    for _, number in sorted(found):
        yield from _values(page, number)


def _is_of_change(page: Tree, block: int, number: int, tag: Tag) -> bool:
    """Whether classes, or the words before it, say that it dates a change."""
    around = page.nodes[block]
    if is_called(page, tag, "changed") or "dateModified" in properties(page, tag):
        return True
    if isinstance(around, Tag) and not around.closing and is_called(page, around, "changed"):
        return True
    first = max(block, number - LONGEST_TIME)
    before = page.text(first, number)
    changed = max((one.start() for one in _CHANGED.finditer(before)), default=-1)
    return changed > max((one.start() for one in _PUBLISHED.finditer(before)), default=-1)


def _values(page: Tree, number: int) -> Iterator[str]:
    """What an element says as a date: its attribute, else its words."""
    tag = page.nodes[number]
    if not isinstance(tag, Tag):
        return
    for attribute in ("datetime", "content"):
        value = page.value(tag, attribute)
        if value:
            yield value
    if page.ends[number] - number <= LONGEST_TIME:
        yield page.text(number, page.ends[number]).strip()
