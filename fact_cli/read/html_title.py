"""The title of a page's article: its element, or the attribute that alone holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fact_cli.model.text import BlockKind, Extent
from fact_cli.read.blocks import Blocks
from fact_cli.read.html_blocks import parts_of
from fact_cli.read.html_body import Article
from fact_cli.read.html_labels import properties
from fact_cli.read.html_prose import size_of
from fact_cli.read.html_references import runs
from fact_cli.read.html_tokens import Reference, Tag
from fact_cli.read.html_tree import HEADINGS, Tree
from fact_cli.read.prose import Part, Piece

MOST_NODES = 400  # of a title: tags and words
LONGEST_TITLE = 500  # characters of an attribute
SHORTEST_TITLE = 15  # characters of a block that repeats the page's title
LONGEST_SITE = 5  # words of the name of a site behind a title

_BEFORE_SITE = re.compile(r"\s+[|·•»–—-]\s+(?=[^|·•»–—]*$)")
_WORD = re.compile(r"\w+")


def title_element(page: Tree, article: Article) -> int | None:
    """The element that shows the title: in the article, above it, or the article's first heading.

    An ``h1`` outside the article is often the name of the site, hence it counts where the
    page is called so, or where the article has no heading ahead of its prose.
    """
    inside = list(_shown(page, article))
    for number, tag in inside:
        if "headline" in properties(page, tag):
            return number
    for number, tag in inside:
        if tag.name == "h1":
            return number
    outside = [
        (number, words)
        for number, tag in page.elements()
        if tag.name == "h1" and number not in article.scope and (words := _words(page, number))
    ]
    told = [_plain(text_of(part)) for part in page_titles(page)]
    for number, words in outside:
        if words in told or (_is_long(words) and any(words in one for one in told)):
            return number
    for number, tag in inside:
        if tag.start < article.prose_at and article.is_marked:
            return number
    return outside[0][0] if len(outside) == 1 and not told else None


def title_part(page: Tree, number: int, article: Article) -> Part | None:
    """The words of the title's element as one block."""
    parts = parts_of(page, range(number, page.ends[number] + 1), left_out=article.left_out)
    return _joined(parts)


def page_titles(page: Tree) -> list[Part]:
    """What the head calls the page: ``og:title`` and its like, then ``title`` without the site."""
    named: list[tuple[int, Part]] = []
    site = ""
    titles: list[Part] = []
    for number, tag in page.elements():
        if tag.name == "meta":
            name = (page.value(tag, "property") or page.value(tag, "name") or "").lower()
            name = name or (page.value(tag, "itemprop") or "").lower()
            if name == "og:site_name":
                site = _plain(page.value(tag, "content") or "")
            elif name in _META:
                part = _attribute(page, tag, "content")
                named += [(_META.index(name), part)] if part is not None else []
        elif tag.name == "title" and not titles:
            part = _content(page, number)
            titles += [part] if part is not None else []
    ordered = [part for _, part in sorted(named, key=lambda one: one[0])]
    found = [part for part in [*ordered[:MOST_TITLES], *titles] if size_of(part) <= LONGEST_TITLE]
    return [_without_site(part, site) for part in found]


MOST_TITLES = 8  # of those in meta tags
_META = ("headline", "og:title", "twitter:title", "dc.title")


def repeated_title(parts: Sequence[Part], titles: Sequence[Part]) -> int | None:
    """The number of the block, among the first, that shows what the page is called."""
    told = [_plain(text_of(part)) for part in titles]
    for number, part in enumerate(parts[:8]):
        words = _plain(text_of(part))
        if len(words) >= SHORTEST_TITLE and any(words in one for one in told):
            return number
    return None


def text_of(part: Part) -> str:
    return "".join(piece.text for piece in part.pieces)


def _is_long(words: str) -> bool:
    return len(words.split()) > LONGEST_SITE


def _shown(page: Tree, article: Article) -> Iterator[tuple[int, Tag]]:
    """The headings and headlines of the article that hold words."""
    skip_until = -1
    for number, tag in page.elements(article.scope.start, article.scope.stop):
        if number <= skip_until:
            continue
        if number in article.left_out:
            skip_until = page.ends[number]
        elif (tag.name in HEADINGS or "headline" in properties(page, tag)) and _words(page, number):
            yield number, tag


def _words(page: Tree, number: int) -> str:
    if page.ends[number] - number > MOST_NODES:
        return ""
    part = _joined(parts_of(page, range(number, page.ends[number] + 1)))
    return "" if part is None else _plain(text_of(part))


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _joined(parts: Sequence[Part]) -> Part | None:
    pieces: list[Piece] = []
    for part in parts:
        if pieces:
            gap = Extent(pieces[-1].origin.end, part.pieces[0].origin.start)
            pieces.append(Piece(" ", gap))
        pieces += part.pieces
    return Part(BlockKind.TITLE, pieces) if pieces else None


def _attribute(page: Tree, tag: Tag, name: str) -> Part | None:
    blocks = Blocks(page.source)
    extent = tag.attributes.get(name)
    for words, origin in () if extent is None else runs(page.source, extent, in_attribute=True):
        _add(blocks, words, origin)
    return blocks.parts[0] if blocks.end(BlockKind.TITLE) else None


def _content(page: Tree, number: int) -> Part | None:
    blocks = Blocks(page.source)
    for node in page.nodes[number : page.ends[number]]:
        if isinstance(node, Reference):
            blocks.put(node.words, node.start, node.end)
        elif not isinstance(node, Tag):
            blocks.words(node.start, node.end)
    return blocks.parts[0] if blocks.end(BlockKind.TITLE) else None


def _add(blocks: Blocks, words: str, origin: Extent) -> None:
    if blocks.source[origin.start : origin.end] == words:
        blocks.words(origin.start, origin.end)
    else:
        blocks.put(words, origin.start, origin.end)


def _without_site(part: Part, site: str) -> Part:
    """Cuts "– Le Progrès" off: the name that the page gives its site, or a few last words."""
    text = text_of(part)
    while (found := _BEFORE_SITE.search(text)) is not None:
        before, behind = _plain(text[: found.start()]), _plain(text[found.end() :])
        if site and before == site:
            return _cut(part, found.end(), len(text_of(part)))
        short = len(behind.split()) <= LONGEST_SITE < len(before.split())
        if behind != site and not (short and len(behind) < len(before)):
            break
        text = text[: found.start()]
    return _cut(part, 0, len(text))


def _cut(part: Part, start: int, end: int) -> Part:
    """The characters of ``part`` from ``start`` to ``end``."""
    pieces: list[Piece] = []
    at = 0
    for piece in part.pieces:
        first, last = max(start - at, 0), min(end - at, len(piece.text))
        if first < last:
            whole = len(piece.text) != len(piece.origin)
            origin = piece.origin
            if not whole:
                origin = Extent(piece.origin.start + first, piece.origin.start + last)
            pieces.append(Piece(piece.text[first:last], origin, piece.field))
        at += len(piece.text)
    return Part(part.kind, pieces)
