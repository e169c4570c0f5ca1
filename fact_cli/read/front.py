"""What stands before the body of a plain text: title, standfirst, byline, dateline.

The publication date is read from "Publié le 4 juin 2025 à 10 h" or "PARIS, 4 juin (AFP) –";
without a year it stays partial.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from fact_cli.lang.additions import per_lexicon
from fact_cli.lang.lexicon import lexicon, read
from fact_cli.lang.words import lower
from fact_cli.model.dates import PartialDate
from fact_cli.model.text import Block, BlockKind, Document, Origin, Published

LONGEST_TITLE = 200  # characters
LONGEST_BYLINE = 200
LONGEST_STANDFIRST = 600
FRONT = 6  # blocks among which a byline is looked for

_BYLINE = re.compile(
    r"(?:publiée?|mise? en ligne|mise? à jour|modifiée?|postée?|parue?|diffusée?|créée?|rédigée?"
    r"|écrit par|par (?-i:[A-ZÀ-Þ])|propos recueillis|avec (?:afp|reuters)"
    r"|le \d{1,2}(?:er)? [^\W\d]+ \d{4}(?: à [\dh :]+)?$)",
    re.IGNORECASE,
)
_FIRST_PUBLISHED = re.compile(
    r"\b(?:publiée?|mise? en ligne|postée?|parue?|créée?)\b", re.IGNORECASE
)
_QUESTION = re.compile(r"[?!](?: |$)")
_ENDS_SENTENCE = re.compile(r"[.…:;]\s*$")
_NUMERIC = re.compile(r"\b(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>\d{4}|\d\d)\b(?![/.]\d)")
CENTURY = 2000  # that a year in two digits is of: a byline of a text in a file


def with_front(document: Document) -> Document:
    """``document`` with its front blocks named, and its date where only they tell it."""
    blocks = list(document.blocks)
    own_title = next((i for i, block in enumerate(blocks) if block.kind is BlockKind.TITLE), None)
    start = 0 if own_title is None else own_title + 1
    if own_title is None and _is_title(document, blocks):
        blocks[0] = Block(BlockKind.TITLE, blocks[0].extent)
        start = 1
    bylines = [
        i
        for i in range(start, min(len(blocks), start + FRONT))
        if blocks[i].kind is BlockKind.BYLINE or _is_byline(document, blocks[i])
    ]
    for index in bylines:
        blocks[index] = Block(BlockKind.BYLINE, blocks[index].extent)
    if start and bylines and bylines[0] == start + 1 and _may_be_standfirst(blocks[start]):
        blocks[start] = Block(BlockKind.STANDFIRST, blocks[start].extent)
    title = document.title
    if title is None and blocks and blocks[0].kind is BlockKind.TITLE:
        title = blocks[0].extent.of(document.text).strip()
    published = document.published
    if published.date is None:
        published = _published(document, blocks, bylines)
    else:
        published = _as_shown(published, _told_in_bylines(document, blocks, bylines))
    return replace(document, blocks=tuple(blocks), title=title, published=published)


def _is_title(document: Document, blocks: Sequence[Block]) -> bool:
    """The first block where it ends like no sentence, or asks, and a body follows."""
    if len(blocks) < 2 or len(blocks[0].extent) > LONGEST_TITLE:
        return False
    words = blocks[0].extent.of(document.plain).strip()
    if blocks[0].kind not in {BlockKind.HEADING, BlockKind.PARAGRAPH} or _dateline().match(words):
        return False
    return not _ENDS_SENTENCE.search(words) or _QUESTION.search(words[:-1]) is not None


def _is_byline(document: Document, block: Block) -> bool:
    words = block.extent.of(document.plain).strip()
    return (
        len(words) <= LONGEST_BYLINE
        and _BYLINE.match(words) is not None
        and (next(_dates(words), None) is not None or len(words) <= 60)
    )


def _may_be_standfirst(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and len(block.extent) <= LONGEST_STANDFIRST


def _published(document: Document, blocks: Sequence[Block], bylines: Sequence[int]) -> Published:
    """From the byline that says when it was first published, else any, else the dateline."""
    told = _told_in_bylines(document, blocks, bylines)
    if told is not None:
        return Published(told, Origin.BYLINE)
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH:
            found = _dateline().match(block.extent.of(document.plain).lstrip())
            date = None if found is None else _date_of(found)
            return Published() if date is None else Published(date, Origin.BYLINE)
    return Published()


def _told_in_bylines(
    document: Document, blocks: Sequence[Block], bylines: Sequence[int]
) -> PartialDate | None:
    words = [blocks[index].extent.of(document.plain) for index in bylines]
    words.sort(key=lambda line: _FIRST_PUBLISHED.search(line) is None)
    for line in words:
        first = _FIRST_PUBLISHED.search(line)
        behind = next(_dates(line[first.start() :]), None) if first else None
        date = behind or next(_dates(line), None)
        if date is not None:
            return date
    return None


def _as_shown(published: Published, told: PartialDate | None) -> Published:
    """``published``, or the day beside it that the byline tells: stamps are in universal time."""
    stamp = published.date
    if stamp is None or told is None or not (stamp.complete and told.complete):
        return published
    one, other = stamp.interval().begin, told.interval().begin
    near = one is not None and other is not None and abs((one - other).days) == 1
    return Published(told, published.origin) if near else published


def _dates(words: str) -> Iterator[PartialDate]:
    """The days named in a byline, in order; a time of day behind them is left aside."""
    found = [*_named_day().finditer(words), *_NUMERIC.finditer(words)]
    for match in sorted(found, key=lambda one: one.start()):
        date = _date_of(match)
        if date is not None:
            yield date


def _date_of(match: re.Match[str]) -> PartialDate | None:
    groups = match.groupdict()
    name = groups["m"]
    month = int(name) if name.isdigit() else _months()[lower(name)]
    year = groups.get("y")
    full = int(year) + (CENTURY if len(year) == 2 else 0) if year else None
    parts = PartialDate(full, month, int(groups["d"]))
    return parts if parts.exists() else None


@cache
def _months() -> dict[str, int]:
    return dict(read("calendar")["months"])


@per_lexicon
def _day_pattern() -> str:
    names = "|".join(sorted(map(re.escape, lexicon().months), key=len, reverse=True))
    return rf"(?P<d>\d{{1,2}})(?:er)? (?P<m>{names})(?: (?P<y>\d{{4}}))?(?!\w)"


@per_lexicon
def _named_day() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_day_pattern()}", re.IGNORECASE)


@per_lexicon
def _dateline() -> re.Pattern[str]:
    """ "PARIS, 4 juin (AFP) -", "Dakar, le 4 juin 2025 -", "4 juin 2025. -"."""
    place = r"[A-ZÀ-Þ][\w'.-]*(?:[ /-][\w'.-]+){0,4}(?: ?\([^()]{1,40}\))?, (?:le )?"
    weekday = r"(?:(?:lun|mar|mercre|jeu|vendre)di |samedi |dimanche )?"
    ending = r" ?(?:\([^()]{1,60}\))? ?\.? ?[-:]"
    return re.compile(rf"(?:{place}{weekday})?(?i:{_day_pattern()}){ending}")
