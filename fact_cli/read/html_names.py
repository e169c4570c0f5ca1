"""The elements of an article that say what they are: standfirst, byline, caption."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fact_cli.model.text import BlockKind
from fact_cli.read.html_body import Article
from fact_cli.read.html_labels import is_called, properties
from fact_cli.read.html_tokens import Tag, Words
from fact_cli.read.html_tree import BLOCKS, HEADINGS, Tree

LONGEST_STANDFIRST = 1200  # characters
LONGEST_BYLINE = 200
LONGEST_CAPTION = 600
MOST_NODES = 400  # of a short block: tags and words

_BYLINE_PROPERTIES = frozenset({"author", "datePublished", "dateModified", "dateCreated"})


def names(page: Tree, article: Article) -> Mapping[int, BlockKind]:
    """What the block elements of ``article`` are, where their marks tell it and they are short.

    Only the first standfirst is one: "intro" is also what other parts are called.
    """
    found: dict[int, BlockKind] = {}
    standfirst = False
    for number, block, tag in _with_block(page, article):
        in_prose = number != block and tag.start > article.prose_at
        if block in found or page.ends[block] == block or in_prose:
            continue
        if not standfirst and number == block and _is_standfirst(page, tag):
            standfirst = _fits(page, block, LONGEST_STANDFIRST)
            if standfirst:
                found[block] = BlockKind.STANDFIRST
        elif _is_byline(page, tag) and _fits(page, block, LONGEST_BYLINE):
            found[block] = BlockKind.BYLINE
        elif number == block and _is_caption(page, tag) and _fits(page, block, LONGEST_CAPTION):
            found[block] = BlockKind.CAPTION
    return found


def _with_block(page: Tree, article: Article) -> Iterator[tuple[int, int, Tag]]:
    """The elements of the article, each with the block element that it is or lies in."""
    around: list[int] = []
    skip_until = -1
    for number in article.scope:
        node = page.nodes[number]
        if number <= skip_until or not isinstance(node, Tag):
            continue
        if number in article.left_out:
            skip_until = page.ends[number]
            continue
        if node.name in BLOCKS and not node.closing and page.ends[number] > number:
            around.append(number)
        if not node.closing and around:
            yield number, around[-1], node
        if node.closing and around and page.ends[around[-1]] == number:
            around.pop()


def _is_standfirst(page: Tree, tag: Tag) -> bool:
    if tag.name in {"h1", "figure", "figcaption", "article"}:
        return False
    said = properties(page, tag)
    if "articleBody" in said:  # Blogger calls one element both
        return False
    return "description" in said or is_called(page, tag, "standfirst")


def _is_byline(page: Tree, tag: Tag) -> bool:
    if tag.name in {"h1", "figure", "figcaption"}:
        return False
    if not _BYLINE_PROPERTIES.isdisjoint(properties(page, tag)):
        return True
    rel = page.value(tag, "rel") if "rel" in tag.attributes else None
    return rel == "author" or tag.name == "address" or is_called(page, tag, "byline")


def _is_caption(page: Tree, tag: Tag) -> bool:
    return is_called(page, tag, "caption")


def _fits(page: Tree, number: int, longest: int) -> bool:
    """Whether the element holds words, ``longest`` characters at most, and no heading."""
    if page.ends[number] - number > MOST_NODES:
        return False
    size = 0
    for node in page.nodes[number + 1 : page.ends[number]]:
        if isinstance(node, Tag):
            if node.name in HEADINGS and not node.closing:
                return False
        elif isinstance(node, Words):
            size += len(page.source[node.start : node.end].strip())
        else:
            size += 1
        if size > longest:
            return False
    return size > 0
