"""What stands beside an article's own text: related links, legal notices, captions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from fact_cli.lang.additions import per_lexicon
from fact_cli.lang.lexicon import read
from fact_cli.model.text import Block, BlockKind, Document

LONGEST_LINK = 200  # characters of a line in a list of related articles
LONGEST_CAPTION = 300


@dataclass(frozen=True)
class _Leads:
    """The compiled words of blocks.toml."""

    boilerplate: re.Pattern[str]
    lists: re.Pattern[str]
    caption: re.Pattern[str]
    credited: re.Pattern[str]


@per_lexicon
def _leads() -> _Leads:
    data = read("blocks")
    agencies = "|".join(data["captions"]["agencies"])
    return _Leads(
        re.compile(rf"[(\[«•>*\s-]*(?:{_any(data['boilerplate']['leads'])})", re.IGNORECASE),
        re.compile(rf"(?:{_any(data['boilerplate']['lists'])})\b[^.]{{0,40}}$", re.IGNORECASE),
        re.compile(rf"\(?(?:{_any(data['captions']['leads'])})\b ?[:/]", re.IGNORECASE),
        re.compile(rf"(?:©|/| - |\()\s?(?:{agencies})\b[\w /.]*\)?\s*$"),
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(one) for one in sorted(words, key=len, reverse=True))


def with_furniture(document: Document) -> Document:
    """``document`` with the blocks that are not the article's own marked as such."""
    return replace(document, blocks=tuple(_marked(document, document.blocks)))


def _marked(document: Document, blocks: Iterable[Block]) -> Iterator[Block]:
    in_list = False
    for block in blocks:
        words = block.extent.of(document.plain).strip()
        listed = len(words) <= LONGEST_LINK and block.kind is not BlockKind.PARAGRAPH
        if block.kind in {BlockKind.TITLE, BlockKind.STANDFIRST, BlockKind.BYLINE}:
            in_list = False
            yield block
        elif _leads().boilerplate.match(words):
            in_list = _leads().lists.match(words) is not None
            yield replace(block, kind=BlockKind.BOILERPLATE)
        elif in_list and listed:
            yield replace(block, kind=BlockKind.BOILERPLATE)
        elif _is_caption(words):
            yield replace(block, kind=BlockKind.CAPTION)
        else:
            in_list = False
            yield block


def _is_caption(words: str) -> bool:
    if len(words) > LONGEST_CAPTION:
        return False
    leads = _leads()
    return bool(leads.caption.match(words) or leads.credited.search(words))
