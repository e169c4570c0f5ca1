"""Which element of a page is the article, and which of its nodes are the article's body."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from fact_cli.read.html_furniture import ENOUGH, furniture
from fact_cli.read.html_labels import is_called, is_of_type, labels, properties
from fact_cli.read.html_prose import (
    Links,
    Prose,
    ancestors,
    extent_of,
    extent_of_nodes,
    links,
    prose_of,
)
from fact_cli.read.html_tokens import Tag
from fact_cli.read.html_tree import Tree

NEARLY_ALL = 0.85  # of the prose: an element that holds it is the body
MOSTLY = 0.6  # of the prose of an article: what a class calls its body must hold it
SHARE = 0.3  # of the prose of a page, with which a shorter <article> is one
POSTS = 3  # articles at least in a page in live

_HOLDERS = frozenset({"article", "center", "div", "form", "main", "section", "table", "tbody"})
_HOLDERS |= {"td", "tr"}


@dataclass(frozen=True, slots=True)
class Article:
    """``scope`` are the nodes of the article, ``body`` those of its text in them.

    ``is_marked`` says that an element of the page is the article, and no more than it;
    ``prose_at`` is the offset at which the prose in ``body`` begins.
    """

    scope: range
    body: range
    left_out: frozenset[int]
    links: Links
    is_marked: bool
    prose_at: int


def article_of(page: Tree) -> Article:
    """The article of ``page``: the element that says so, or else where most prose is."""
    linked = links(page)
    raw = prose_of(page, linked)
    live = _live_container(page, raw)
    marked = [] if live is not None else _marked_bodies(page, raw)
    scope = _scope(page, linked, raw, marked) if live is None else live
    kept = ancestors(page, [*marked, *([] if scope is None else [scope])])
    left_out = furniture(page, scope, kept, raw, live=live is not None)
    prose = prose_of(page, linked, left_out)
    whole = range(len(page.nodes)) if scope is None else _nodes(page, [scope])
    named = marked or _named_bodies(page, whole, prose, left_out)
    if named:
        body = _nodes(page, named)
    elif scope is None or _tag(page, scope).name != "article":
        body = _narrowed(page, whole, prose, left_out)
    else:
        body = whole
    is_marked = scope is not None and _is_article(page, _tag(page, scope))
    return Article(
        whole, body, left_out, linked, is_marked, prose.first(extent_of_nodes(page, body))
    )


def _marked_bodies(page: Tree, prose: Prose) -> Sequence[int]:
    """The elements that say that they are an article's body, of the article with most prose."""
    found = [n for n, tag in page.elements() if "articleBody" in properties(page, tag)]
    found = [n for n in found if page.ends[n] > n and prose.within(extent_of(page, n))]
    if len(found) < 2:
        return found
    best = max(found, key=lambda n: (prose.within(extent_of(page, n)), -n))
    around = _article_around(page, best)
    return found if around is None else [n for n in found if around < n < page.ends[around]]


def _article_around(page: Tree, number: int) -> int | None:
    around = [
        n for n, tag in page.elements(0, number) if page.ends[n] > number and _is_article(page, tag)
    ]
    return around[-1] if around else None


def _scope(page: Tree, linked: Links, prose: Prose, marked: Sequence[int]) -> int | None:
    if marked:
        return _article_around(page, marked[0])
    articles = [n for n, tag in page.elements() if _is_article(page, tag)]
    mains = [n for n, tag in page.elements() if _is_main(page, tag)]
    best = max(articles, key=lambda n: (prose.within(extent_of(page, n)), -n), default=None)
    if best is not None:
        # Banners and comments may hold more prose than a short article.
        titles = [n for n, tag in page.elements() if tag.name == "h1"]
        kept = ancestors(page, [best, *mains, *titles])
        own = prose_of(page, linked, furniture(page, None, kept, prose))
        size = own.within(extent_of(page, best))
        if size >= ENOUGH or (size and size >= SHARE * own.total):
            return best
    return next((n for n in mains if prose.within(extent_of(page, n))), None)


def _is_article(page: Tree, tag: Tag) -> bool:
    if tag.name in {"article", "body", "html"}:
        return tag.name == "article"  # a template may call the whole page an article
    return "itemtype" in tag.attributes and is_of_type(page, tag, labels().article_types)


def _is_main(page: Tree, tag: Tag) -> bool:
    return tag.name == "main" or ("role" in tag.attributes and page.value(tag, "role") == "main")


def _live_container(page: Tree, prose: Prose) -> int | None:
    """The outermost element of a page in live that holds its posts, each an article."""
    articles = (n for n, tag in page.elements() if tag.name == "article")
    posts = [n for n in articles if prose.within(extent_of(page, n))]
    for number, tag in page.elements() if len(posts) >= POSTS else ():
        held = bisect_left(posts, page.ends[number]) - bisect_right(posts, number)
        if held >= POSTS and tag.name not in {"html", "body"} and _is_live(page, tag):
            return number
    return None


def _is_live(page: Tree, tag: Tag) -> bool:
    return is_of_type(page, tag, {"LiveBlogPosting"}) or is_called(page, tag, "live")


def _named_bodies(
    page: Tree, scope: range, prose: Prose, left_out: Collection[int]
) -> Sequence[int]:
    """The elements whose classes call them the body, where they hold most of the prose."""
    found: list[int] = []
    skip_until = -1
    for number, tag in page.elements(scope.start, scope.stop):
        if number <= skip_until:
            continue
        if number in left_out:
            skip_until = page.ends[number]
        elif (
            tag.name not in {"body", "html"}
            and is_called(page, tag, "body")
            and prose.within(extent_of(page, number))
        ):
            found.append(number)
            skip_until = page.ends[number]
    held = sum(prose.within(extent_of(page, number)) for number in found)
    return found if held > MOSTLY * _total(page, scope, prose) else ()


def _narrowed(page: Tree, scope: range, prose: Prose, left_out: Collection[int]) -> range:
    """The innermost element that holds nearly all of the prose in ``scope``."""
    total = _total(page, scope, prose)
    body = scope
    for number, tag in page.elements(scope.start, scope.stop):
        if tag.name not in _HOLDERS or number not in body or number in left_out:
            continue
        if total and prose.within(extent_of(page, number)) >= NEARLY_ALL * total:
            body = _nodes(page, [number])
    return body


def _total(page: Tree, scope: range, prose: Prose) -> int:
    return prose.within(extent_of_nodes(page, scope))


def _nodes(page: Tree, numbers: Sequence[int]) -> range:
    """From the first of the elements to the last, their tags included."""
    return range(numbers[0], max(page.ends[number] for number in numbers) + 1)


def _tag(page: Tree, number: int) -> Tag:
    tag = page.nodes[number]
    assert isinstance(tag, Tag)
    return tag
