"""Which of the dates in a file's metadata is the day from which its article is told.

Exchange formats hold several: an item's first version, its current one, its content's
making, the end of an embargo. An article is checked before it appears, so the day counts
from which its words ("mercredi", "hier") are said:

- A date of publication or the end of an embargo is that day, where one is given.
- Else the current version's: a CMS takes the first one when a draft is begun, which may
  be days before, and an agency sends each new day as a new item. NewsML-G2 and ninjs ask
  for it always, too.
- The article's own dateline ("PARIS, 4 juin (Agence) -") decides between them. A version
  that corrects the dispatch two days later, or is taken from an archive, leaves it as it
  was; and of a stamp in UTC it tells the day at the place, which from 22 h on in summer
  is the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from fact_cli.model.dates import PartialDate
from fact_cli.model.text import Block, BlockKind, Document, Extent, Origin, Published
from fact_cli.read.front import with_front
from fact_cli.read.metadata import iso_date
from fact_cli.read.prose import document as document_of

_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?![\d.])")


def publication(stamps: Iterable[str], told: PartialDate | None) -> Published:
    """The first of ``stamps`` that the day ``told`` by the article bears out, else the first.

    A stamp a day off gives the day told. Without stamps the date is unknown.
    """
    days = [day for day in map(stamp_day, stamps) if day is not None]
    for day in days:
        for near in (day, day - timedelta(1), day + timedelta(1)):
            if told is not None and _is_told(near, told):
                return Published(PartialDate.of(near), Origin.METADATA)
    return Published(PartialDate.of(days[0]), Origin.METADATA) if days else Published()


def stamp_day(stamp: str) -> date | None:
    """The day of ``2025-06-04T08:15:00Z`` or ``20250604T081500+0200``; None for all else."""
    written = stamp.strip()
    compact = _COMPACT.match(written)
    parts = iso_date("-".join(compact.groups()) if compact else written)
    if parts is None or parts.year is None or parts.month is None or parts.day is None:
        return None
    return date(parts.year, parts.month, parts.day)


def told_day(document: Document) -> PartialDate | None:
    """The day that the byline or the dateline of an article tells, maybe without its year."""
    if document.published.date is not None:
        return document.published.date
    for block in document.blocks:
        if block.kind is BlockKind.BYLINE:
            day = _dateline_day(block.extent.of(document.text))
            if day is not None:
                return day
    return None


def _dateline_day(line: str) -> PartialDate | None:
    """The day of a dateline that stands in an element of its own, without its dash."""
    alone = document_of("", {"text": line.rstrip(" -–—.") + " -"}, _one_paragraph)
    return with_front(alone).published.date


def _one_paragraph(_: str, extent: Extent, __: str) -> Sequence[Block]:
    return [Block(BlockKind.PARAGRAPH, extent)]


def _is_told(day: date, told: PartialDate) -> bool:
    return (told.month, told.day) == (day.month, day.day) and told.year in {None, day.year}
