"""The date at the head of an article, against the calendar and the day of its publication.

"22 janvier 2017. – Une étude…", "PARIS, 4 juin 2024 (AFP) - …": what is told on a day is printed
on that day or soon after it. A head dated ahead of its publication is wrong, and so is one that
is the day of publication but for its year, or but for one slip in a day that is weeks gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from fact_cli.model.dates import PartialDate
from fact_cli.model.finding import Message
from fact_cli.model.mention import TimeExpression
from fact_cli.model.relation import Clue, Dateline, NamedDay
from fact_cli.model.slips import slip_between
from fact_cli.model.text import Block, BlockKind, Extent
from fact_cli.model.times import CalendarForm
from fact_cli.relate.context import Context

_PLACE = r"[A-ZÀ-Þ][^\W\d_]*(?:[ '-][^\W\d_]+){0,3}"
_AHEAD = re.compile(rf"(?:{_PLACE}(?: \({_PLACE}\))?, (?:le )?)?")
_BEHIND = re.compile(
    rf"(?P<marks>(?:, {_PLACE}){{0,2}}(?: \([^()]{{2,20}}\))? ?\.?) ?[–—-](?=\s*$| [A-ZÀ-Þ«\"])"
)
# A number that no month has, before its month: "42 mars 2016".
_NO_DAY = re.compile(r"(?P<day>(?:3[2-9]|[4-9]\d) )")
TOP = 2  # blocks at the head of an article
AHEAD = 1  # days that a clock elsewhere is ahead of the publication
LATE = 7  # days after which a text is no longer printed as news


def find(context: Context) -> Iterator[Dateline | NamedDay]:
    heads = list(_heads(context))
    if len(heads) != 1:
        return  # none, or the days of a programme
    time, parts, marked = heads[0]
    if not parts.exists():
        yield NamedDay(time, parts)
        return
    published = context.document.published.date
    today = None if published is None or not published.complete else published.interval().begin
    told = parts.interval().begin
    if today is None or told is None or not _is_misdated(told, today, marked=marked):
        return
    role = Message(fr="date de publication", en="publication date")
    clue = Clue(time.extent, today.isoformat(), today, today, role)
    yield Dateline(time, told, [clue], [clue], (today, today), today, year_known=True)


def _heads(context: Context) -> Iterator[tuple[TimeExpression, PartialDate, bool]]:
    """The full dates that a block opens with before a dash, where the first is at the top.

    The last of the three says whether a stop, a place or an agency sets the date apart too.
    """
    plain, blocks = context.document.plain, context.document.blocks
    text = [one for one in blocks if one.kind not in {BlockKind.TITLE, BlockKind.BOILERPLATE}]
    lowest = text[:TOP][-1].extent.start if text else 0
    found = False
    for sentence, time in context.times():
        block = blocks[sentence.sentence.block]
        if block.kind is BlockKind.TITLE:
            continue
        if block.extent.start > lowest and not found:
            return
        dated = _dated(plain, block, time)
        behind = dated and _BEHIND.match(plain, dated[0].extent.end, block.extent.end)
        if dated and behind:
            found = True
            led = dated[0].extent.start > block.extent.start
            yield *dated, led or bool(behind["marks"].strip())


def _dated(
    plain: str, block: Block, time: TimeExpression
) -> tuple[TimeExpression, PartialDate] | None:
    """The day, month and year that open ``block``, if ``time`` is what they end with."""
    form = time.form
    if not isinstance(form, CalendarForm) or form.weekday is not None:
        return None
    parts, start = form.parts, time.extent.start
    if parts.year is None or parts.month is None:
        return None
    no_day = _NO_DAY.fullmatch(plain, max(block.extent.start, start - 3), start)
    if parts.day is None and no_day is not None:
        parts = replace(parts, day=int(no_day["day"]))
        time = replace(time, extent=Extent(no_day.start(), time.extent.end))
    opens = _AHEAD.fullmatch(plain, block.extent.start, time.extent.start)
    return (time, parts) if parts.day is not None and opens is not None else None


def _is_misdated(told: date, today: date, *, marked: bool) -> bool:
    """Whether a head dated ``told`` cannot stand over what is published ``today``."""
    if (told - today).days > AHEAD:
        return True
    if (told.month, told.day) == (today.month, today.day):
        return marked and told.year != today.year
    same_month = (told.month, told.year) == (today.month, today.year)
    slip = slip_between(Decimal(told.day), Decimal(today.day), Decimal(1))
    return same_month and (today - told).days >= LATE and slip is not None
