"""The parts of a page that are not its article: menus, links to others, letters, banners."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence

from fact_cli.read.html_labels import is_called, labels
from fact_cli.read.html_prose import Prose, extent_of
from fact_cli.read.html_tokens import Tag
from fact_cli.read.html_tree import Tree

MOST = 0.5  # of the prose of a page or an article
ENOUGH = 400  # characters of prose for an article: what leaves it that much may be larger


def furniture(
    page: Tree, scope: int | None, kept: Collection[int], prose: Prose, *, live: bool = False
) -> frozenset[int]:
    """The outermost elements to leave out; none of those ``kept``, which hold the article.

    ``scope`` is the element of the article, None where no element says that it is one. A
    page in live holds articles in its article.
    """
    last_inside = -1 if scope is None else page.ends[scope]
    titles = [number for number, tag in page.elements() if tag.name == "h1"]
    in_scope = 0 if scope is None else prose.within(extent_of(page, scope))

    def is_article(number: int, inside: bool) -> bool:
        """Whether the element is the article after all, whatever it is called."""
        size = prose.within(extent_of(page, number))
        if inside:
            return size > MOST * in_scope and in_scope - size < ENOUGH
        return not kept and size > MOST * prose.total

    found: list[int] = []
    quotes_end = skip_until = -1
    for number, tag in page.elements():
        if number <= skip_until:
            continue
        if tag.name == "blockquote":
            quotes_end = max(quotes_end, page.ends[number])
        inside = scope is not None and scope < number < last_inside
        if tag.name == "header" and _holds(titles, number, page.ends[number]):
            continue  # of an article, which no element marks
        if number in kept or tag.name in {"html", "body", "main"}:
            continue
        framed = _is_frame(page, tag, inside=inside, quoted=number < quotes_end, live=live)
        if framed or (is_called(page, tag, "furniture") and not is_article(number, inside)):
            found.append(number)
            skip_until = page.ends[number]
    return frozenset(found)


def _holds(numbers: Sequence[int], first: int, last: int) -> bool:
    return bisect_left(numbers, first) < bisect_left(numbers, last)


def _is_frame(page: Tree, tag: Tag, *, inside: bool, quoted: bool, live: bool) -> bool:
    """Whether the element says by its name or role that it stands beside the article."""
    if tag.name in labels().elements:
        return True
    if tag.name == "time":
        return is_called(page, tag, "changed")  # styles show it instead of the first date
    if tag.name == "article":
        return inside and not live
    if tag.name == "footer":
        # That of a quotation names who speaks, and Drupal puts the byline in one.
        return not quoted and not (inside and is_called(page, tag, "byline"))
    if tag.name == "header":
        return not inside
    role = page.value(tag, "role") if "role" in tag.attributes else None
    return role in labels().roles and not (inside and role == "banner")
