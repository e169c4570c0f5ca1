"""Pages of news sites: the article alone, without what the site puts around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO

from fact_cli.errors import InputError
from fact_cli.model.text import BlockKind, Document, Extent, Origin, Published
from fact_cli.read.html_blocks import parts_of
from fact_cli.read.html_body import Article, article_of
from fact_cli.read.html_charset import decoded
from fact_cli.read.html_dates import stated_date
from fact_cli.read.html_guess import guessed_date
from fact_cli.read.html_names import names
from fact_cli.read.html_prose import Links, extent_of, extent_of_nodes, is_list_of_links, size_of
from fact_cli.read.html_title import page_titles, repeated_title, text_of, title_element, title_part
from fact_cli.read.html_tree import Tree, tree
from fact_cli.read.limits import whole
from fact_cli.read.marks import marks_in
from fact_cli.read.prose import Part, assembled
from fact_cli.read.roles import with_roles

PROSE = 80  # characters; a shorter block above the title is a rubric, a menu's entry, a date

MOST_TAGS = 300_000  # the longest pages of newspapers have 20,000

_WORD = re.compile(r"\w")
_TAG = re.compile("<[A-Za-z/]")
_FRONT = frozenset({BlockKind.STANDFIRST, BlockKind.BYLINE, BlockKind.CAPTION})


def read(name: str, stream: BinaryIO) -> Iterator[Document | InputError]:
    source = decoded(name, whole(name, stream))
    if source.count("<") > MOST_TAGS and len(_TAG.findall(source)) > MOST_TAGS:
        raise InputError(
            name,
            f"trop de balises : plus de {MOST_TAGS} pour un article",
            f"too many tags: more than {MOST_TAGS} for an article",
        )
    xml = name.lower().endswith(".xhtml") or source.lstrip().startswith("<?xml")
    yield _document(name, tree(source, xml=xml))


def _document(name: str, page: Tree) -> Document:
    article = article_of(page)
    named = names(page, article)
    number = title_element(page, article)
    title = None if number is None else title_part(page, number, article)
    left_out = article.left_out if number is None else article.left_out | {number}
    front = parts_of(page, range(article.scope.start, article.body.start), "text", left_out, named)
    body = parts_of(page, article.body, "text", left_out, named)
    title_at = len(page.source) if number is None else page.nodes[number].start
    parts = [part for part in front if _belongs(part, article.links, title_at)]
    parts += [part for part in body if not is_list_of_links(part, article.links)]
    parts = _timed(page, [part for part in parts if _WORD.search(text_of(part))])
    if title is not None:
        parts = _below(parts, title_at)
    else:
        title, parts = _from_head(page, parts)
    prose = [_extent(part) for part in parts if size_of(part) >= PROSE]
    prose_at = next((one.start for one in prose), len(page.source))
    date = stated_date(page, article, named, prose_at)
    document = assembled(
        name,
        {"text": page.source},
        parts if title is None else [title, *parts],
        title=None if title is None else text_of(title).strip(),
        published=Published() if date is None else Published(date, Origin.METADATA),
        marks=marks_in(page.source, page.comments),
    )
    return _dated(with_roles(document), page, article, prose)


def _belongs(part: Part, links: Links, title_at: int) -> bool:
    """Whether a block between the title and the body is the article's: its first lines may
    stand in an element of their own."""
    if part.kind in _FRONT:
        return True
    below = _extent(part).start > title_at
    return below and size_of(part) >= PROSE and not is_list_of_links(part, links)


def _timed(page: Tree, parts: Sequence[Part]) -> list[Part]:
    """``parts``, those that a ``time`` element holds as bylines: the hour of a post."""
    times = [extent_of(page, n) for n, tag in page.elements() if tag.name == "time"]
    starts = [time.start for time in times]
    found: list[Part] = []
    for part in parts:
        extent = _extent(part)
        number = bisect_right(starts, extent.start) - 1
        timed = number >= 0 and times[number].holds(extent)
        found.append(Part(BlockKind.BYLINE, part.pieces) if timed else part)
    return found


def _below(parts: Sequence[Part], title_at: int) -> list[Part]:
    """Without the scraps above the title: rubrics, breadcrumbs, the day's date."""
    return [
        part
        for part in parts
        if part.kind in _FRONT or size_of(part) >= PROSE or _extent(part).start > title_at
    ]


def _from_head(page: Tree, parts: list[Part]) -> tuple[Part | None, list[Part]]:
    """The title as the head gives it, or the block that shows the same words."""
    titles = page_titles(page)
    number = repeated_title(parts, titles)
    if number is None:
        return (titles[0] if titles else None), parts
    title = Part(BlockKind.TITLE, parts[number].pieces)
    rest = [*parts[:number], *parts[number + 1 :]]
    return title, _below(rest, _extent(title).start)


def _extent(part: Part) -> Extent:
    return Extent(part.pieces[0].origin.start, part.pieces[-1].origin.end)


def _dated(document: Document, page: Tree, article: Article, prose: Sequence[Extent]) -> Document:
    """``document`` with a date guessed where neither its page nor its byline tells it whole."""
    known = document.published.date
    if known is not None and known.year is not None:
        return document
    scope = extent_of_nodes(page, article.scope)
    head = [extent_of(page, n) for n, tag in page.elements() if tag.name == "head"][:1]
    kept = [scope] if head and head[0].overlaps(scope) else [*head, scope]
    scripts = [extent_of(page, n) for n, tag in page.elements() if tag.name in {"script", "style"}]
    found = guessed_date(page.source, kept, sorted([*prose, *scripts]))
    if found is None or (
        known is not None and (known.month, known.day) != (found.month, found.day)
    ):
        return document
    return replace(document, published=Published(found, Origin.METADATA))
